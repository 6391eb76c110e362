"""The grid of a symbol, laid by everything that is known of it beforehand: finders, timing, quiet zone.

A place that could be a symbol is flattened, then its corners are moved until the known modules agree best. A
blot on a finder square, which ends an ordinary decoder's search, costs this only a little of its fit.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from promoter_app.capture.erasures import SIDE
from promoter_app.capture.found import Point

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from promoter_app.capture.zxing import Grey

    Real = npt.NDArray[np.float64]

CELL = 6
"""Pixels a module in the flattened picture."""
MARGIN = 6
"""Modules kept around the symbol in the flattened picture."""
GOOD_GRID = 0.62
"""Correlation with the known modules that a grid must reach to be read."""
SURE_GRID = 0.93
"""A grid below this is tried from other corners too."""
COARSE_GRID = 0.42
"""The same before the corners were moved."""
QUICK_GRID = 0.34
"""The same for a quick look at a third of the modules, without flattening."""
MOVES = (1.6, 0.8, 0.4, 0.2)
"""Steps of the corners in modules."""


@dataclass(frozen=True)
class Grid:
    """A symbol laid out: `soft` darkness -1..1 (side x side), its corners in the picture, how well it fits."""

    soft: Real
    corners: tuple[Point, ...]
    fit: float


@functools.cache
def known_modules(side: int) -> tuple[Real, Real]:
    """(cells, values): middles of the modules known beforehand, quiet ring included; +1 white, -1 black."""
    import numpy as np

    inside = range(side)
    known = {(x, y): 1 for y in range(-2, side + 2) for x in range(-2, side + 2) if not (x in inside and y in inside)}
    for at in range(8, side - 8):
        known[at, 6] = known[6, at] = 1 if at % 2 else -1
    for x, y, reach in _squares(side):
        for dx in range(-reach, reach + 1):
            for dy in range(-reach, reach + 1):
                if x + dx in inside and y + dy in inside:
                    known[x + dx, y + dy] = 1 if max(abs(dx), abs(dy)) in ((2, 4) if reach == 4 else (1,)) else -1
    cells = np.array(list(known), dtype=np.float64) + 0.5
    return cells, np.array(list(known.values()), dtype=np.float64)


def _squares(side: int) -> list[tuple[int, int, int]]:
    """(x, y, reach) of the finders with their white edge and of the alignment squares (versions 1 to 10)."""
    finders = [(3, 3, 4), (side - 4, 3, 4), (3, side - 4, 4)]
    if side < 25:
        return finders
    lines = [side - 7] if side < 45 else [6, (side - 1) // 2, side - 7]
    corners = ((6, 6), (6, side - 7), (side - 7, 6))
    return [*finders, *((x, y, 2) for x in lines for y in lines if (x, y) not in corners)]


@functools.cache
def all_cells(side: int) -> Real:
    import numpy as np

    ys, xs = np.mgrid[0:side, 0:side]
    return np.stack([xs.ravel(), ys.ravel()], axis=1) + 0.5


def projections(quads: Real, side: int) -> Real:
    """Homographies (n, 3, 3) from the square of `side` modules to each of n quads (n, 4, 2), Heckbert 1989."""
    import numpy as np

    x, y = quads[..., 0] * 1.0, quads[..., 1] * 1.0
    dx1, dx2 = x[:, 1] - x[:, 2], x[:, 3] - x[:, 2]
    dy1, dy2 = y[:, 1] - y[:, 2], y[:, 3] - y[:, 2]
    sx, sy = x[:, 0] - x[:, 1] + x[:, 2] - x[:, 3], y[:, 0] - y[:, 1] + y[:, 2] - y[:, 3]
    below = dx1 * dy2 - dx2 * dy1
    below = np.where(np.abs(below) < 1e-9, 1e-9, below)
    g, h = (sx * dy2 - dx2 * sy) / below, (dx1 * sy - sx * dy1) / below
    maps = np.empty((len(quads), 3, 3))
    for row, at in enumerate((x, y)):
        maps[:, row, 0] = at[:, 1] - at[:, 0] + g * at[:, 1]
        maps[:, row, 1] = at[:, 3] - at[:, 0] + h * at[:, 3]
        maps[:, row, 2] = at[:, 0]
    maps[:, 2, 0], maps[:, 2, 1], maps[:, 2, 2] = g, h, 1.0
    maps[:, :, :2] /= side
    return maps


def points_of(quads: Real, cells: Real, side: int) -> Real:
    """Where `cells` (m, 2) of each quad lie: (n, m, 2)."""
    import numpy as np

    line = np.concatenate([cells, np.ones((len(cells), 1))], axis=1).T
    with np.errstate(all="ignore"):  # a quad folded to a line gives nonsense, which then fits nothing
        at = projections(quads, side) @ line
        return np.asarray(np.moveaxis(at[:, :2] / at[:, 2:], 1, 2))


def sample(flat: Grey, points: Real) -> Real:
    """Grey levels at the pixels nearest to `points` (..., 2)."""
    import numpy as np

    height, width = flat.shape
    high = np.array([width - 1, height - 1])
    at = np.fmin(np.fmax(np.rint(points), 0), high).astype(np.intp)  # unlike clip these take no NaN over
    return np.asarray(flat.ravel()[at[..., 1] * width + at[..., 0]], np.float64)


def fit_of(flat: Grey, quads: Real, cells: Real, values: Real, side: int) -> Real:
    """Correlation of the levels seen at `cells` of each quad with the `values` (+1 white, -1 black) known there."""
    return agreement(sample(flat, points_of(quads, cells, side)), values)


def agreement(seen: Real, values: Real) -> Real:
    """Correlation of each row of levels `seen` (n, m) with `values` (m)."""
    import numpy as np

    seen = seen - seen.mean(axis=1, keepdims=True)
    should = values - values.mean()
    size = np.sqrt((seen**2).sum(axis=1) * (should**2).sum())
    return np.asarray((seen @ should) / np.maximum(size, 1e-6))


def _fits(flat: Grey, quads: Real, side: int) -> Real:
    return fit_of(flat, quads, *known_modules(side), side)


def promising(grey: Grey, places: Sequence[Sequence[Point]], sides: Sequence[int] = (SIDE,)) -> list[tuple[Point, ...]]:
    """Those of `places` where a symbol of one of `sides` may be, best first: a quick look without flattening."""
    import numpy as np

    if not places:
        return []
    starts = starts_of(np.array([_clockwise(place) for place in places], dtype=np.float64))
    best = np.full(len(places), -1.0)
    for side in sides:
        cells, values = known_modules(side)
        fits = fit_of(grey, starts, cells[::3], values[::3], side).reshape(len(places), -1).max(axis=1)
        best = np.maximum(best, fits)
    return [tuple(places[place]) for place in np.argsort(-best) if best[place] > QUICK_GRID]


def lay_grid(
    grey: Grey, corners: Sequence[Point], sides: Sequence[int] = (SIDE,), *, patient: bool = True
) -> Grid | None:
    """Flatten the block at `corners` and fit the grid of one of `sides` modules; None when nothing fits.

    `patient` tries again from other corners when the fit is neither good nor hopeless (up to 50 ms a block).
    """
    import cv2
    import numpy as np

    flat, square, to_flat = flattened(grey, corners, max(sides))
    starts = starts_of(square)
    fits = {side: _fits(flat, starts, side) for side in sides}
    best = sorted(sides, key=lambda each: -float(fits[each].max()))[:2]
    settled = [(side, *_settle(flat, starts[int(fits[side].argmax())], float(fits[side].max()), side)) for side in best]
    side, quad, fit = max(settled, key=lambda each: each[2])
    if patient and GOOD_GRID * 0.9 < fit < SURE_GRID:
        quad, fit = _unstuck(flat, quad, fit, side)
    if fit < GOOD_GRID:
        return None
    back = cv2.perspectiveTransform(quad[None], np.linalg.inv(to_flat))[0]
    return Grid(_darkness(flat, quad, side), tuple((float(x), float(y)) for x, y in back), fit)


def flattened(grey: Grey, corners: Sequence[Point], wide: int) -> tuple[Grey, Real, Real]:
    """The place at `corners` as a square of `wide` modules with a margin: (picture, its corners, the way there)."""
    import cv2
    import numpy as np

    low, high = MARGIN * CELL, (MARGIN + wide) * CELL
    square = np.array([[low, low], [high, low], [high, high], [low, high]], np.float32)
    to_flat = cv2.getPerspectiveTransform(np.array(_clockwise(corners), np.float32), square)
    flat = cv2.warpPerspective(grey, to_flat, (low + high, low + high), borderMode=cv2.BORDER_REPLICATE)
    return cv2.blur(flat, (CELL // 2, CELL // 2)), square.astype(np.float64), np.asarray(to_flat, np.float64)


def _clockwise(corners: Sequence[Point]) -> list[Point]:
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, [*corners[1:], corners[0]], strict=True))
    return list(corners) if area > 0 else list(reversed(corners))


def starts_of(squares: Real) -> Real:
    """Four turns and three sizes of each square (..., 4, 2), in a row (n, 4, 2): an outline tells neither."""
    import numpy as np

    middle = squares.mean(axis=-2, keepdims=True)
    sized = np.stack([middle + (squares - middle) * size for size in (0.94, 1.0, 1.06)], axis=-3)
    turns = (np.arange(4)[None, :] - np.arange(4)[:, None]) % 4
    return np.asarray(sized[..., turns, :].reshape(-1, 4, 2))


@functools.cache
def moves() -> Real:
    """Each corner alone, each edge and all together, one step up, down, left, right: (36, 4, 2)."""
    import numpy as np

    ways = np.array([(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)])
    steps = np.zeros((36, 4, 2))
    for corner in range(4):
        steps[4 * corner : 4 * corner + 4, corner] = ways
        for end in (corner, (corner + 1) % 4):
            steps[16 + 4 * corner : 20 + 4 * corner, end] = ways
    steps[32:] = ways[:, None, :]
    return steps


def _settle(flat: Grey, quad: Real, fit: float, side: int) -> tuple[Real, float]:
    """The corners moved in shrinking steps while the fit grows."""
    if fit < COARSE_GRID:
        return quad, fit
    for step in MOVES:
        for _ in range(8):
            tries = quad + moves() * (step * CELL)
            fits = _fits(flat, tries, side)
            if fits.max() <= fit + 1e-4:
                break
            quad, fit = tries[int(fits.argmax())], float(fits.max())
    return quad, fit


def _unstuck(flat: Grey, quad: Real, fit: float, side: int) -> tuple[Real, float]:
    """The same again from quads with a corner pulled away: an outline bitten off by dirt settles too small."""
    best, best_fit = quad, fit
    for pull in moves()[:16] * (2.5 * CELL):
        other, other_fit = _settle(flat, quad + pull, COARSE_GRID, side)
        if other_fit > best_fit:
            best, best_fit = other, other_fit
        if best_fit >= SURE_GRID:
            break
    return best, best_fit


def _darkness(flat: Grey, quad: Real, side: int) -> Real:
    """-1 (white) to 1 (black) of every module of a flat grid."""
    cells, values = known_modules(side)
    at = all_cells(side)
    known, seen = (sample(flat, points_of(quad[None], each, side))[0] for each in (cells, at))
    return darkness((cells, values, known), (at, seen)).reshape(side, side)


def darkness(known: tuple[Real, Real, Real], every: tuple[Real, Real]) -> Real:
    """-1 (white) to 1 (black) at every (cells, levels), by planes of light laid through the known (cells, values,
    levels)."""
    import numpy as np

    cells, values, levels = known
    white, black = (_plane(cells[values == sign], levels[values == sign]) for sign in (1, -1))
    at, seen = every
    line = np.concatenate([at, np.ones((len(at), 1))], axis=1)
    top, bottom = line @ white, line @ black
    half = np.maximum((top - bottom) / 2, 4.0)
    return np.asarray(np.clip(((top + bottom) / 2 - seen) / half, -1, 1))


def _plane(cells: Real, levels: Real) -> Real:
    """Plane a x + b y + c through levels, without the fifth that lies farthest off (dirt)."""
    import numpy as np

    line = np.concatenate([cells, np.ones((len(cells), 1))], axis=1)
    keep = np.abs(levels - np.median(levels)) <= np.quantile(np.abs(levels - np.median(levels)), 0.8)
    answer, *_ = np.linalg.lstsq(line[keep], levels[keep], rcond=None)
    return np.asarray(answer)


