"""Codes whose finder squares are dirty, read from a grid that does not need them.

Three per cent of dirt is enough to hide a finder square from an ordinary decoder. Our own codes are read from
uncertain modules, and the two copies on a card together; any other code is painted clean and read as usual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from promoter_app.capture.blocks import LIVE, blocks
from promoter_app.capture.erasures import SIDE, read_modules
from promoter_app.capture.found import Found, Point, judged
from promoter_app.capture.grids import Grid, known_modules, lay_grid, points_of, promising
from promoter_app.capture.zxing import scan

if TYPE_CHECKING:
    from promoter_app.capture.grids import Real
    from promoter_app.capture.zxing import Grey

Corners = tuple[Point, ...]
SIDES = tuple(range(21, 46, 4))
"""Modules of versions 1 to 7."""
PITCH = SIDE * 38 / 30
"""Modules from one copy on a card to the other: 30 mm symbols, 38 mm from left edge to left edge."""
LIVE_PLACES = 2
"""Blocks of a live frame that a grid is laid on: a card's two copies are ahead of all clutter."""


def read_grids(grids: Sequence[Grid], how: str) -> list[Found]:
    """Our codes on `grids`, each alone, then every pair together: two copies seldom share their dirt."""
    found = [judged(text, grid.corners, how) for grid in grids if (text := read_modules(grid.soft.tolist()))]
    if found or len(grids) < 2:
        return found
    best = sorted(grids, key=lambda grid: -grid.fit)[:4]
    for place, one in enumerate(best):
        for other in best[place + 1 :]:
            if _alike(one.soft, other.soft):
                text = read_modules(((one.soft + other.soft) / 2).tolist())
                if text:
                    return [judged(text, grid.corners, f"{how}, two copies") for grid in (one, other)]
    return []


def _alike(one: Real, other: Real) -> bool:
    """Whether two grids can be copies of one code: surely seen modules agree in more than four of five."""
    import numpy as np

    both = (np.abs(one) > 0.5) & (np.abs(other) > 0.5)
    return bool(both.sum() > 100 and ((one > 0) == (other > 0))[both].mean() > 0.8)


def repair(grey: Grey, seen: Sequence[Corners] = (), how: str = "repair") -> list[Found]:
    """Our codes in `grey` whose finder squares are damaged; `seen`: corners already known from elsewhere."""
    return read_places(grey, [*seen, *promising(grey, blocks(grey))], how)


def repair_live(grey: Grey) -> list[Found]:
    """The same for a part of a live frame: one try at each of the best blocks."""
    best = promising(grey, blocks(grey, LIVE))[:LIVE_PLACES]
    return read_places(grey, best, "repair", patient=False)


def read_places(grey: Grey, places: Sequence[Corners], how: str, *, patient: bool = True) -> list[Found]:
    """Our codes at `places` and beside them, where the other copy on a card is."""
    grids: list[Grid] = []
    for corners in places:
        _add(grids, lay_grid(grey, corners, patient=patient))
    for grid in list(grids):
        for corners in _neighbours(grid):
            _add(grids, lay_grid(grey, corners, patient=patient))
    return read_grids(grids, how)


def repair_foreign(grey: Grey, seen: Sequence[Corners] = (), how: str = "repair, any version") -> list[Found]:
    """Any codes of versions 1 to 7: the known modules are painted over their damage, then read as usual."""
    found: list[Found] = []
    for corners in [*seen, *promising(grey, blocks(grey), SIDES)]:
        grid = lay_grid(grey, corners, SIDES)
        if grid is not None:
            read = scan(painted(grid), how, pure=True).found
            found += [replace(each, corners=grid.corners) for each in read]
    return found


def painted(grid: Grid) -> Grey:
    """A clean picture of the grid, four pixels a module, with the known modules as they should be."""
    import numpy as np

    side = len(grid.soft)
    modules = np.ones((side + 8, side + 8), dtype=bool)
    modules[4:-4, 4:-4] = grid.soft <= 0
    cells, values = known_modules(side)
    at = np.floor(cells).astype(int) + 4
    modules[at[:, 1], at[:, 0]] = values > 0
    return np.kron(modules, np.ones((4, 4), dtype=bool)).astype(np.uint8) * 255


def _neighbours(grid: Grid) -> list[Corners]:
    """Where the other copy on the same card would lie: one pitch to the left or to the right."""
    import numpy as np

    square = np.array([[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE]], dtype=np.float64)
    quad = np.array([grid.corners], dtype=np.float64)
    beside = [points_of(quad, square + np.array([shift, 0.0]), SIDE)[0] for shift in (PITCH, -PITCH)]
    return [tuple((float(x), float(y)) for x, y in points) for points in beside]


def _add(grids: list[Grid], grid: Grid | None) -> None:
    """Keep the better of two grids that lie on each other."""
    if grid is None:
        return
    middle = _middle(grid)
    for place, old in enumerate(grids):
        size = max(abs(old.corners[0][i] - old.corners[2][i]) for i in (0, 1))
        if max(abs(a - b) for a, b in zip(middle, _middle(old), strict=True)) < size / 3:
            if grid.fit > old.fit:
                grids[place] = grid
            return
    grids.append(grid)


def _middle(grid: Grid) -> Point:
    return sum(x for x, _ in grid.corners) / 4, sum(y for _, y in grid.corners) / 4
