"""The grid of a symbol on paper that bows: a bottle, a sleeve, a folded page.

A flat grid of four corners is laid onto a cylinder that is turned towards the camera, then its edges and its middle
give way a little. As with `grids`, everything known of a symbol beforehand says how well it fits.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from promoter_app.capture.found import Found, Point
from promoter_app.capture.grids import (
    CELL,
    SURE_GRID,
    Grid,
    agreement,
    all_cells,
    darkness,
    flattened,
    known_modules,
    lay_grid,
    moves,
    projections,
    sample,
    starts_of,
)
from promoter_app.capture.repair import painted
from promoter_app.capture.zxing import scan

if TYPE_CHECKING:
    from promoter_app.capture.grids import Real
    from promoter_app.capture.zxing import Grey

SIDES = tuple(range(21, 58, 4))
"""Modules of versions 1 to 10."""
BOWS = (0.0, 0.05, -0.05, 0.11, -0.11)
"""How far the middle of an edge lies beside the line between its corners, in shares of the symbol."""
ARCS = (0.4, 0.9)
"""Half of the angle that the symbol covers of the cylinder, in radians."""
LEAST_START, LEAST_NEAR, LEAST_FIT = 0.47, 0.63, 0.7
"""Agreement of a start that is worth going on with, of one brought nearer, and of one that is worth reading: places
without a code reach 0.55, 0.59 and nothing, bowed ones 0.49 to 0.7, 0.75 to 0.98 and 0.9 on."""
LEAST_SIZE = 60
"""Pixels of a place below which a bow is smaller than what the picture shows."""
STEPS = (1.6, 0.8, 0.4, 0.2)
"""Moves of the parameters, in modules."""
QUAD, BOW, ARC, GIVE = slice(0, 8), slice(8, 12), 12, slice(13, 23)
"""What a shape is made of: four corners, how far both edges bow, the arc, how far edges and middle give way."""
COUNT = 23
THIN, TRIED, SIZES, HEATS, FINALS = 3, 3, 3, 7, 3
"""Every third module is looked at first; the best 3 starts of each size and axis; then 3 sizes; 7 of their starts
are brought nearer; 3 of these to the end."""


class _Start(NamedTuple):
    fit: float
    side: int
    axis: int
    shape: Real


@dataclass(frozen=True)
class _Cells:
    """Places in modules, and what the bend needs of them: along the cylinder (-1 to 1), across it (0 to 1)."""

    at: Real
    axis: int
    along: Real
    across: Real
    give: Real


def read_bent(grey: Grey, corners: Sequence[Point], sides: Sequence[int] = SIDES) -> list[Found]:
    """The code of the place at `corners`, laid out on bowed paper; empty when no bend makes it readable."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    if min(max(xs) - min(xs), max(ys) - min(ys)) < LEAST_SIZE:
        return []
    flat = lay_grid(grey, corners, sides, patient=False)
    if flat is not None and flat.fit > SURE_GRID:
        return []  # it lies flat already: nothing is gained by bending it
    for grid in lay_bent(grey, corners, sides):
        found = scan(painted(grid), "bent grid", pure=True).found
        if found:
            return [replace(each, corners=grid.corners) for each in found]
    return []


def lay_bent(grey: Grey, corners: Sequence[Point], sides: Sequence[int] = SIDES) -> Iterator[Grid]:
    """The best grids of bowed paper at `corners`, best first. Costs half a second, or a quarter where no code is."""
    import cv2
    import numpy as np

    flat, square, to_flat = flattened(grey, corners, max(sides))
    for start in _best_starts(flat, square, sides):
        known, values = _known(start.side, start.axis)
        shape, fit = _settled(flat, start, STEPS, 10)
        if fit < LEAST_FIT:
            continue
        side = start.side
        ends = _cells(np.array([[0, 0], [side, 0], [side, side], [0, side]], dtype=np.float64), side, start.axis)
        back = cv2.perspectiveTransform(_points(shape[None], ends, side), np.linalg.inv(to_flat))[0]
        every = _cells(all_cells(side), side, start.axis)
        levels = [sample(flat, _points(shape[None], cells, side))[0] for cells in (known, every)]
        soft = darkness((known.at, values, levels[0]), (every.at, levels[1]))
        yield Grid(soft.reshape(side, side), tuple((float(x), float(y)) for x, y in back), fit)


def _best_starts(flat: Grey, square: Real, sides: Sequence[int]) -> list[_Start]:
    """The likeliest starts, each brought a little nearer, best first."""
    found: list[_Start] = []
    for side in sides:
        shapes = _starts(square, side)
        for axis in (0, 1):
            known, values = _known(side, axis, THIN)
            fits = agreement(sample(flat, _points(shapes, known, side)), values)
            found += [_Start(float(fits[at]), side, axis, shapes[at]) for at in fits.argsort()[-TRIED:]]
    found.sort(key=lambda start: -start.fit)
    likely = list(dict.fromkeys(start.side for start in found))[:SIZES]
    nearer = []
    for start in [start for start in found if start.side in likely and start.fit > LEAST_START][:HEATS]:
        shape, fit = _settled(flat, start, STEPS[:1], 6)
        nearer.append(start._replace(shape=shape, fit=fit))
    return sorted((start for start in nearer if start.fit > LEAST_NEAR), key=lambda start: -start.fit)[:FINALS]


def _starts(square: Real, side: int) -> Real:
    """The square in all turns and sizes with every bow across and a few arcs: (n, COUNT)."""
    import numpy as np

    quads = starts_of(square).reshape(-1, 8)
    shapes = []
    for bow in BOWS:
        for arc in ARCS:
            for way in (0, 1) if bow else (0,):
                shape = np.zeros((len(quads), COUNT))
                shape[:, QUAD], shape[:, ARC] = quads, arc
                shape[:, [8 + way, 10 + way]] = bow * side * CELL
                shapes.append(shape)
    return np.concatenate(shapes)


@functools.cache
def _known(side: int, axis: int, thin: int = 1) -> tuple[_Cells, Real]:
    cells, values = known_modules(side)
    return _cells(cells[::thin], side, axis), values[::thin]


def _cells(at: Real, side: int, axis: int) -> _Cells:
    import numpy as np

    u, v = at[:, axis] / side, at[:, 1 - axis] / side
    by_u, by_v = ((2 * (t - 0.5) * (t - 1), 4 * t * (1 - t), 2 * t * (t - 0.5)) for t in (u, v))
    give = [by_u[1] * by_v[0], by_u[2] * by_v[1], by_u[1] * by_v[2], by_u[0] * by_v[1], by_u[1] * by_v[1]]
    return _Cells(at, axis, 2 * u - 1, v, np.stack(give))


def _points(shapes: Real, cells: _Cells, side: int) -> Real:
    """Where `cells` (m) lie in the flattened picture for each of `shapes` (n, COUNT): (n, m, 2)."""
    import numpy as np

    arc = np.clip(shapes[:, ARC], 0.05, 1.4)[:, None]
    along = np.sin(arc * cells.along) / np.sin(arc)
    rise = (np.cos(arc * cells.along) - np.cos(arc)) / (1 - np.cos(arc))
    at = np.broadcast_to(cells.at, (len(shapes), *cells.at.shape)).copy()
    at[..., cells.axis] = (along + 1) * side / 2
    maps = projections(shapes[:, QUAD].reshape(-1, 4, 2), side)
    with np.errstate(all="ignore"):  # a quad folded to a line gives nonsense, which then fits nothing
        lines = np.einsum("nij,nmj->nmi", maps[:, :, :2], at) + maps[:, None, :, 2]
        points = lines[..., :2] / lines[..., 2:]
    bows = shapes[:, BOW].reshape(-1, 2, 2)
    across = cells.across[:, None]
    points += rise[..., None] * ((1 - across) * bows[:, None, 0] + across * bows[:, None, 1])
    return np.asarray(points + np.einsum("nkc,km->nmc", shapes[:, GIVE].reshape(-1, 5, 2), cells.give))


@functools.cache
def _ways() -> Real:
    """Every way to change a shape by one module: corners and edges, both bows, one of them, the arc, what gives."""
    import numpy as np

    ways = [np.pad(each.ravel(), (0, COUNT - 8)) for each in moves()]
    for places in ((8, 10), (9, 11), (8,), (9,), (10,), (11,), *((place,) for place in range(13, COUNT))):
        for sign in (1.0, -1.0):
            way = np.zeros(COUNT)
            way[list(places)] = sign
            ways.append(way)
    for sign in (0.15, -0.15):
        way = np.zeros(COUNT)
        way[ARC] = sign / CELL
        ways.append(way)
    return np.stack(ways)


def _settled(flat: Grey, start: _Start, steps: Sequence[float], rounds: int) -> tuple[Real, float]:
    """The shape changed in shrinking steps while its agreement grows."""
    known, values = _known(start.side, start.axis)

    def fits_of(shapes: Real) -> Real:
        return agreement(sample(flat, _points(shapes, known, start.side)), values)

    shape = start.shape
    fit = float(fits_of(shape[None])[0])
    for step in steps:
        for _ in range(rounds):
            tries = shape + _ways() * (step * CELL)
            fits = fits_of(tries)
            if fits.max() <= fit + 1e-4:
                break
            shape, fit = tries[int(fits.argmax())], float(fits.max())
    return shape, fit
