"""Machine marks as vectors: QR codes with a fixed mask, ArUco squares, bubbles, row squares, cut marks.

Heavy at first use: qrcode.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from promoter_app.domain.papers.geometry import ARUCO_BITS, Box, SheetGeometry
from promoter_app.paper.pen import POINTS, Pen
from promoter_app.paper.qr import PAGE_VERSION, Rows, qr_rows

RUN = re.compile("1+")


def matrix_path(rows: Rows) -> str:
    """PDF rectangles of the black runs, in modules, y growing upwards from the bottom of the matrix."""
    low = len(rows) - 1
    runs = [
        f"{run.start()} {low - top} {run.end() - run.start()} 1 re"
        for top, row in enumerate(rows)
        for run in RUN.finditer(row)
    ]
    return "\n".join(runs) + "\nf"


def draw_path(pen: Pen, path: str, modules: int, boxes: Sequence[Box]) -> None:
    """Fill `path` (from `matrix_path`, `modules` wide) once in each box."""
    for box in boxes:
        scale = box.w * POINTS / modules
        x, y = box.x * POINTS, (pen.height - box.y - box.h) * POINTS
        pen.canvas.addLiteral(f"q {scale:.5f} 0 0 {scale:.5f} {x:.4f} {y:.4f} cm\n{path}\nQ")


def draw_code(pen: Pen, rows: Rows, boxes: Sequence[Box]) -> None:
    """The same QR code in each box (the box is the black part; leave 4 modules white around it)."""
    draw_path(pen, matrix_path(rows), len(rows), boxes)


def draw_matrix(pen: Pen, matrix: Sequence[Sequence[bool]], box: Box) -> None:
    """Any square matrix (True is black), filling `box`."""
    draw_code(pen, tuple("".join("1" if black else "0" for black in row) for row in matrix), [box])


def _marker_path(number: int) -> str:
    return matrix_path(("111111", *(f"1{row}1" for row in ARUCO_BITS[number]), "111111"))


def draw_sheet_marks(pen: Pen, geometry: SheetGeometry, payload: str) -> None:
    """Everything that a reader looks for: markers, row squares, rings and the page code."""
    for marker in geometry.markers:
        draw_path(pen, _marker_path(marker.number), 6, [marker.box])
    pen.black_boxes(anchor.box for anchor in geometry.anchors)
    pen.rings(((bubble.x, bubble.y, bubble.diameter) for bubble in geometry.bubbles), line=0.3)
    draw_code(pen, qr_rows(payload, PAGE_VERSION), [geometry.code])


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
