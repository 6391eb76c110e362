"""Paper that bows, a bottle, a sleeve: a place straightened by its corners with one bow after another taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from promoter_app.capture.found import Found, Point
from promoter_app.capture.zxing import scan

if TYPE_CHECKING:
    from promoter_app.capture.grids import Real
    from promoter_app.capture.zxing import Grey

SIZE = 420
"""Side of the straightened picture in pixels."""
ROOM = 0.18
"""Share of the symbol that is shown around it."""
BOWS = (0.0, 0.03, -0.03, 0.06, -0.06, 0.1, -0.1)
"""How far the middle of an edge lies beside the line between its corners, in shares of the symbol."""


def read_unbent(grey: Grey, corners: Sequence[Point]) -> list[Found]:
    """Codes of the place at `corners`, straightened; the first bow that shows any. At most 13 looks."""
    for name, xs, ys in _bows(corners):
        import cv2

        flat = cv2.remap(grey, xs, ys, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        found = scan(flat, name).found
        if found:
            return [replace(each, corners=tuple(_back(point, xs, ys) for point in each.corners)) for each in found]
    return []


def _bows(corners: Sequence[Point]) -> Iterator[tuple[str, Grey, Grey]]:
    """(name, x, y): where each pixel of the straightened picture lies in the photograph."""
    import cv2
    import numpy as np

    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    to_photo = np.asarray(cv2.getPerspectiveTransform(square, np.array(corners, np.float32)), np.float64)
    v, u = np.mgrid[0:SIZE, 0:SIZE].astype(np.float64) / SIZE * (1 + 2 * ROOM) - ROOM
    for bow in BOWS:
        along_rows = v + bow * (1 - (2 * u - 1) ** 2)
        yield f"unbent {bow:g}", *_placed(u, along_rows, to_photo)
        if bow:
            along_columns = u + bow * (1 - (2 * v - 1) ** 2)
            yield f"unbent {bow:g}, upright", *_placed(along_columns, v, to_photo)


def _placed(u: Real, v: Real, to_photo: Real) -> tuple[Grey, Grey]:
    import cv2
    import numpy as np

    points = cv2.perspectiveTransform(np.stack([u.ravel(), v.ravel()], axis=1)[None].astype(np.float32), to_photo)
    at = points[0].astype(np.float32).reshape(SIZE, SIZE, 2)
    return np.ascontiguousarray(at[..., 0]), np.ascontiguousarray(at[..., 1])


def _back(point: Point, xs: Grey, ys: Grey) -> Point:
    column, row = (min(SIZE - 1, max(0, round(value))) for value in point)
    return float(xs[row, column]), float(ys[row, column])
