"""From page millimetres to pixels of a bent, tilted page: squares first, then the row squares, then what is left.

Heavy at first use: cv2, numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from promoter_app.domain.papers.geometry import BAR, SQUARE, Anchor, SheetGeometry

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

SCALE = 8
"""Pixels a millimetre of the flattened page."""
REACH = 2.4
"""How far from where it should be a row square is looked for, in mm: less than half of the smallest row."""
GOOD_SQUARE = 0.62
"""Least correlation with a drawn square."""
PAPER = 235.0
"""Grey level of paper after light and shadow were taken out."""


@dataclass
class Warp:
    """Page mm to pixels: a homography plus a polynomial in normalised page coordinates."""

    size: tuple[float, float]
    flat: Any
    bend: Any
    degree: int

    def pixels(self, points: Any) -> Any:
        """Pixels of page points (n, 2) in mm."""
        import cv2
        import numpy as np

        points = np.asarray(points, np.float64)
        straight = cv2.perspectiveTransform(points[None], self.flat)[0]
        return straight + _terms(points, self.size, self.degree) @ self.bend


def _terms(points: Any, size: tuple[float, float], degree: int) -> Any:
    import numpy as np

    x, y = 2 * points[:, 0] / size[0] - 1, 2 * points[:, 1] / size[1] - 1
    return np.stack([x**i * y**j for i in range(degree + 1) for j in range(degree + 1 - i)], axis=1)


def fit_warp(size: tuple[float, float], page: Any, pixels: Any, degree: int) -> Warp:
    """Least squares with a little stiffness, so that few points do not bend the page wildly."""
    import cv2
    import numpy as np

    flat, _used = cv2.findHomography(page, pixels)
    rest = pixels - cv2.perspectiveTransform(np.asarray(page, np.float64)[None], flat)[0]
    terms = _terms(page, size, degree)
    stiff = 1e-3 * len(page) * np.eye(terms.shape[1])
    bend = np.linalg.solve(terms.T @ terms + stiff, terms.T @ rest)
    return Warp(size, flat, bend, degree)


def from_squares(geometry: SheetGeometry, squares: dict[int, Any]) -> tuple[Any, Any]:
    """Corners of the markers that were found: (page mm, pixels)."""
    import numpy as np

    page = []
    for marker in geometry.markers:
        if marker.number in squares:
            box = marker.box
            page += [(box.x, box.y), (box.x + box.w, box.y), (box.x + box.w, box.y + box.h), (box.x, box.y + box.h)]
    pixels = [squares[m.number] for m in geometry.markers if m.number in squares]
    return np.array(page, np.float64), np.concatenate(pixels)


def flatten(grey: Grey, warp: Warp) -> Grey:
    """The page laid flat at SCALE pixels a millimetre, light and shadow evened to PAPER (float32)."""
    import cv2
    import numpy as np

    width, height = (round(side * SCALE) for side in warp.size)
    step = 2 * SCALE
    xs, ys = np.arange(0, width + 2 * step, step), np.arange(0, height + 2 * step, step)
    grid = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2) / SCALE
    coarse = warp.pixels(grid).reshape(len(ys), len(xs), 2).astype(np.float32)
    dense = np.array([[1 / step, 0, 0], [0, 1 / step, 0]], np.float32)
    maps = [
        cv2.warpAffine(
            np.ascontiguousarray(coarse[..., axis]), dense, (width, height),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE,
        )
        for axis in (0, 1)
    ]
    page = cv2.remap(grey, maps[0], maps[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return even_light(page)


def even_light(page: Grey) -> Grey:
    """The page divided by the light that falls on each place of it."""
    import cv2
    import numpy as np

    block = 2 * SCALE
    rows, columns = page.shape[0] // block, page.shape[1] // block
    cut = page[: rows * block, : columns * block].reshape(rows, block, columns, block)
    light = np.percentile(cut.transpose(0, 2, 1, 3).reshape(rows, columns, -1)[..., ::3], 80, axis=2)
    light = cv2.medianBlur(np.maximum(light, 12).astype(np.uint8), 5)
    light = cv2.GaussianBlur(light.astype(np.float32), (0, 0), 0.8)
    smooth = cv2.resize(light, (columns * block, rows * block), interpolation=cv2.INTER_LINEAR)
    smooth = cv2.copyMakeBorder(
        smooth, 0, page.shape[0] - rows * block, 0, page.shape[1] - columns * block, cv2.BORDER_REPLICATE
    )
    flat: Grey = np.minimum(page.astype(np.float32) * (PAPER / smooth), 255.0)
    return flat


@dataclass(frozen=True)
class Found:
    """A row square: where it is off by (dx, dy) mm and how like a square it is; `as_end` like a bar."""

    anchor: Anchor
    dx: float
    dy: float
    like: float
    as_end: bool


def _template(width: float) -> Any:
    import numpy as np

    around = 1.0
    picture = np.full((round((SQUARE + 2 * around) * SCALE), round((BAR + 2 * around) * SCALE)), PAPER, np.float32)
    middle_y, middle_x = (side / 2 for side in picture.shape)
    half_w, half_h = width * SCALE / 2, SQUARE * SCALE / 2
    rows = slice(round(middle_y - half_h), round(middle_y + half_h))
    picture[rows, round(middle_x - half_w) : round(middle_x + half_w)] = 25
    return picture


def find_anchors(flat: Grey, geometry: SheetGeometry, reach: float = REACH) -> list[Found]:
    """Row squares near where they should be on the flattened page; those not seen are left out."""
    import cv2

    square, bar = _template(SQUARE), _template(BAR)
    near = int(reach * SCALE)
    half_h, half_w = square.shape[0] // 2, square.shape[1] // 2
    soft = cv2.GaussianBlur(flat, (0, 0), 1.5)
    found = []
    for anchor in geometry.anchors:
        x, y = (round(v * SCALE) for v in anchor.box.centre)
        left, top = x - half_w - near, y - half_h - near
        part = soft[max(0, top) : y + half_h + near + 1, max(0, left) : x + half_w + near + 1]
        if top < 0 or left < 0 or part.shape[0] <= square.shape[0] or part.shape[1] <= square.shape[1]:
            continue
        best = [cv2.minMaxLoc(cv2.matchTemplate(part, shape, cv2.TM_CCOEFF_NORMED)) for shape in (square, bar)]
        wide = best[1][1] > best[0][1]
        _low, like, _at, place = best[wide]
        if like < GOOD_SQUARE:
            continue
        dx = (left + place[0] + square.shape[1] / 2) / SCALE - anchor.box.centre[0]
        dy = (top + place[1] + square.shape[0] / 2) / SCALE - anchor.box.centre[1]
        found.append(Found(anchor, dx, dy, like, wide))
    return found


def refined(geometry: SheetGeometry, warp: Warp, squares: dict[int, Any], found: list[Found]) -> Warp:
    """The warp again, now with every row square that was found."""
    import numpy as np

    page, pixels = from_squares(geometry, squares)
    if not found:
        return warp
    centres = np.array([one.anchor.box.centre for one in found])
    seen = centres + np.array([(one.dx, one.dy) for one in found])
    return fit_warp(geometry.size, np.concatenate([page, centres]), np.concatenate([pixels, warp.pixels(seen)]), 3)


@dataclass(frozen=True)
class Drift:
    """What is left after the warp, per row: dx and dy in mm at the x of each square of the row."""

    rows: dict[int, list[tuple[float, float, float]]]

    def at(self, row: int, x: float) -> tuple[float, float]:
        """How far things at `x` of `row` are off, between the squares of the row."""
        import numpy as np

        seen = self.rows.get(row)
        if not seen:
            return 0.0, 0.0
        xs = [one[0] for one in seen]
        return float(np.interp(x, xs, [one[1] for one in seen])), float(np.interp(x, xs, [one[2] for one in seen]))


def drift_of(found: list[Found]) -> Drift:
    """The rest by row, from the row squares found on the page that was flattened with them."""
    rows: dict[int, list[tuple[float, float, float]]] = {}
    for one in sorted(found, key=lambda each: each.anchor.place):
        rows.setdefault(one.anchor.row, []).append((one.anchor.box.centre[0], one.dx, one.dy))
    return Drift(rows)
