"""Machine marks as vectors: QR codes with a fixed mask, ArUco squares, bubbles, row squares, cut marks.

Heavy at first use: qrcode.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from promoter_app.domain.papers_geometry import ARUCO_BITS, Box, SheetGeometry
from promoter_app.paper.pen import POINTS, Pen

MASK = 2
"""One fixed mask, so that the same text is always the same picture."""
CARD_VERSION, PAGE_VERSION = 1, 2
CAPACITY = {CARD_VERSION: 10, PAGE_VERSION: 20}
"""Characters (digits and capitals) that fit each version at level H."""


def qr_matrix(text: str, version: int) -> list[list[bool]]:
    """Modules of `text` (0-9 A-Z), level H, mask `MASK`. Raises ValueError when it does not fit."""
    import qrcode
    from qrcode.util import QRData

    if not text.isalnum() or not text.isascii() or text != text.upper() or len(text) > CAPACITY[version]:
        raise ValueError(f"not for a code of version {version}: {text!r}")
    code = qrcode.QRCode(
        version=version, error_correction=qrcode.constants.ERROR_CORRECT_H, border=0, mask_pattern=MASK
    )
    code.add_data(QRData(text, mode=2))  # 2 is the mode of digits and capitals
    code.make(fit=False)
    return [[bool(module) for module in row] for row in code.modules]


def matrix_path(matrix: Sequence[Sequence[bool]]) -> str:
    """PDF rectangles of the black runs, in modules, y growing upwards from the bottom of the matrix."""
    size, parts = len(matrix), []
    for top, row in enumerate(matrix):
        start = None
        for column, black in enumerate([*row, False]):
            if black and start is None:
                start = column
            elif not black and start is not None:
                parts.append(f"{start} {size - 1 - top} {column - start} 1 re")
                start = None
    return "\n".join(parts) + "\nf"


def draw_path(pen: Pen, path: str, modules: int, boxes: Sequence[Box]) -> None:
    """Fill `path` (from `matrix_path`, `modules` wide) once in each box."""
    for box in boxes:
        scale = box.w * POINTS / modules
        x, y = box.x * POINTS, (pen.height - box.y - box.h) * POINTS
        pen.canvas.addLiteral(f"q {scale:.5f} 0 0 {scale:.5f} {x:.4f} {y:.4f} cm\n{path}\nQ")


def draw_code(pen: Pen, text: str, version: int, boxes: Sequence[Box]) -> None:
    """The same QR code in each box (the box is the black part; leave 4 modules white around it)."""
    matrix = qr_matrix(text, version)
    draw_path(pen, matrix_path(matrix), len(matrix), boxes)


def draw_matrix(pen: Pen, matrix: Sequence[Sequence[bool]], box: Box) -> None:
    """Any square matrix (True is black), filling `box`."""
    draw_path(pen, matrix_path(matrix), len(matrix), [box])


@lru_cache(maxsize=len(ARUCO_BITS))
def _marker_path(number: int) -> str:
    inner = [[True, *(bit == "1" for bit in row), True] for row in ARUCO_BITS[number]]
    return matrix_path([[True] * 6, *inner, [True] * 6])


def draw_sheet_marks(pen: Pen, geometry: SheetGeometry, payload: str) -> None:
    """Everything that a reader looks for: markers, row squares, rings and the page code."""
    for marker in geometry.markers:
        draw_path(pen, _marker_path(marker.number), 6, [marker.box])
    pen.black_boxes(anchor.box for anchor in geometry.anchors)
    pen.rings(((bubble.x, bubble.y, bubble.diameter) for bubble in geometry.bubbles), line=0.3)
    draw_code(pen, payload, PAGE_VERSION, [geometry.code])


def cut_marks(pen: Pen, xs: Sequence[float], ys: Sequence[float], length: float = 4.0, gap: float = 0.6) -> None:
    """Hair lines outside the grid of `xs` and `ys`, and small crosses inside it, where the scissors go."""
    top, bottom, left, right = ys[0], ys[-1], xs[0], xs[-1]
    up, side = min(length, top - gap), min(length, left - gap)
    for x in xs:
        pen.line(x, top - gap - up, x, top - gap, 0.15)
        pen.line(x, bottom + gap, x, bottom + gap + up, 0.15)
    for y in ys:
        pen.line(left - gap - side, y, left - gap, y, 0.15)
        pen.line(right + gap, y, right + gap + side, y, 0.15)
    for x in xs[1:-1]:
        for y in ys[1:-1]:
            pen.line(x - 1.5, y, x + 1.5, y, 0.15)
            pen.line(x, y - 1.5, x, y + 1.5, 0.15)
