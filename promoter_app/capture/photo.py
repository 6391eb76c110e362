"""A photograph read with everything there is, cheapest first, inside a time limit."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from promoter_app.capture import variants
from promoter_app.capture.bent import SIDES, read_bent
from promoter_app.capture.blocks import blocks
from promoter_app.capture.deblur import refocused, stilled
from promoter_app.capture.found import Found, Point, merge
from promoter_app.capture.grids import promising
from promoter_app.capture.repair import repair, repair_foreign
from promoter_app.capture.zxing import Reading, scan

if TYPE_CHECKING:
    from promoter_app.capture.last_resort import LastResort
    from promoter_app.capture.zxing import Grey

SECONDS = 8.0
"""Time after which no further step begins."""
TILE = 1100
"""Side of the tiles that a large photograph is doubled in, so that memory stays bounded."""


class Step(NamedTuple):
    """One step of the cascade: a name that `how` repeats, and what it does to the picture."""

    name: str
    change: Callable[[Grey], Grey]
    coarse: bool = False
    invert: bool = False
    scale: float = 1.0


CHEAP = (
    Step("plain", lambda grey: grey),
    Step("gamma 0.3", lambda grey: variants.bend_grey(grey, 0.3)),
    Step("gamma 2.5", lambda grey: variants.bend_grey(grey, 2.5)),
    Step("coarse gamma 0.4", lambda grey: variants.bend_grey(grey, 0.4), coarse=True),
    Step("gamma 4", lambda grey: variants.bend_grey(grey, 4.0)),
    Step("sharp gamma 0.4", lambda grey: variants.bend_grey(variants.sharpen(grey), 0.4)),
    Step("sharp", variants.sharpen),
    Step("even", variants.even_out),
    Step("half", lambda grey: variants.resized(grey, 0.5), scale=0.5),
    Step("coarse sharp", variants.sharpen, coarse=True),
    Step("local", variants.local),
    Step("soft local", lambda grey: variants.local(grey, 1.0)),
    Step("inverted", lambda grey: grey, invert=True),
)
"""Every photograph goes through these: another code may show at any of them.

"inverted" is for light codes on dark ground, which our cards never are but other people's are now and then: on 40
drawn photographs with codes of any two colours 22 are read without it and 39 with it. It costs one plain look, on
photographs only; live frames are never inverted. "local" and "soft local" are for the edge of a hard shadow.
"""
SOME_SIDES = (21, 25, 29, 33, 37)
"""Modules of the versions that a place is tried as before it is zoomed into."""
ZOOMS = (180, 280, 430, 640)
ZOOM_CHANGES: tuple[tuple[str, Callable[[Grey], Grey]], ...] = (
    ("plain", lambda grey: grey),
    ("sharp", variants.sharpen),
    ("gamma 0.4", lambda grey: variants.bend_grey(grey, 0.4)),
    ("gamma 2.5", lambda grey: variants.bend_grey(grey, 2.5)),
    ("even", variants.even_out),
    ("local", lambda grey: variants.local(grey, 1.0, 21)),
    ("soft", lambda grey: variants.sharpen(grey, 4.0, 2.0)),
    ("soft gamma 0.4", lambda grey: variants.bend_grey(variants.sharpen(grey, 4.0, 2.0), 0.4)),
)
DEAR = (
    Step("soft", lambda grey: variants.sharpen(grey, 4.0, 2.0)),
    Step("even gamma 2", lambda grey: variants.bend_grey(variants.even_out(grey), 2.0)),
    Step("gamma 0.15", lambda grey: variants.bend_grey(grey, 0.15)),
    Step("gamma 8", lambda grey: variants.bend_grey(grey, 8.0)),
    Step("half sharp", lambda grey: variants.sharpen(variants.resized(grey, 0.5)), scale=0.5),
    Step("third", lambda grey: variants.resized(grey, 1 / 3), scale=1 / 3),
    Step("half even", lambda grey: variants.even_out(variants.resized(grey, 0.5)), scale=0.5),
)
"""Only while something seen is unread, or nothing was found."""


def decode_photo(grey: Grey, *, last_resort: LastResort | None = None, seconds: float = SECONDS) -> list[Found]:
    """Every code of `grey` (2-D uint8), each place once, in the order in which they were found.

    No step begins later than `seconds` after the start; `last_resort` (a child process, see there) is asked
    when nothing was found or something seen stayed unread. A text that is not ours has the kind FOREIGN.
    """
    end = time.monotonic() + seconds
    found: list[Found] = []
    failed: list[tuple[Point, ...]] = []
    for step in CHEAP:
        if _out_of_time(end):
            return found
        _take(found, failed, _run(step, grey))
    if found:  # pieces of clutter pass for codes now and then: with one in hand they are not worth the dear steps
        failed = promising(grey, failed, SIDES)
    for more in _further(grey, failed, last_resort):
        if _out_of_time(end) or (found and not _unread(found, failed)):
            break
        merge(found, more())
    return found


def _further(
    grey: Grey, failed: list[tuple[Point, ...]], last_resort: LastResort | None
) -> Iterator[Callable[[], list[Found]]]:
    """The dear steps in their order, each as something to call."""
    yield lambda: repair(grey, failed)
    yield lambda: repair_foreign(grey, failed)
    places = [*failed[:4], *promising(grey, blocks(grey), SOME_SIDES)[:6]]
    for corners in places:
        yield lambda corners=corners: _zoomed(grey, corners)  # type: ignore[misc]
    for number in range(4):
        yield lambda part=number: _doubled(grey, part, 4)  # type: ignore[misc]
    for step in DEAR:
        yield lambda step=step: _run(step, grey).found  # type: ignore[misc]
    asked = [] if last_resort is None else list(views(grey, places))
    for view in asked[:1]:
        yield lambda view=view: last_resort.read(*view)  # type: ignore[misc, union-attr]
    for corners in places[:4]:
        yield lambda corners=corners: read_bent(grey, corners)  # type: ignore[misc]
    for corners in places[:4]:
        yield lambda corners=corners: _deblurred(grey, corners, refocused, 430)  # type: ignore[misc]
        yield lambda corners=corners: _deblurred(grey, corners, stilled, 300)  # type: ignore[misc]
    for view in asked[1:]:
        yield lambda view=view: last_resort.read(*view)  # type: ignore[misc, union-attr]


def views(grey: Grey, places: list[tuple[Point, ...]]) -> Iterator[tuple[Grey, float, Point]]:
    """Pictures for the last resort, (picture, scale, shift): the whole at most 1280 wide, then `places`."""
    scale = min(1.0, 1280 / max(grey.shape))
    whole = variants.resized(grey, scale) if scale < 1 else grey
    yield whole, scale, (0.0, 0.0)
    for corners in places[:4]:
        yield crop(grey, corners, 320)
    yield variants.bend_grey(whole, 0.4), scale, (0.0, 0.0)
    yield variants.sharpen(whole), scale, (0.0, 0.0)
    half = min(scale, 640 / max(grey.shape))
    if half < scale:
        yield variants.resized(grey, half), half, (0.0, 0.0)


def crop(grey: Grey, corners: tuple[Point, ...], size: int, room: float = 0.35) -> tuple[Grey, float, Point]:
    """The surroundings of four corners at about `size` pixels: (picture, scale, shift)."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    side = max(max(xs) - min(xs), max(ys) - min(ys), 8.0)
    left, top = (max(0, int(min(v) - room * side)) for v in (xs, ys))
    part = grey[top : math.ceil(max(ys) + room * side), left : math.ceil(max(xs) + room * side)]
    scale = min(4.0, max(0.1, size / max(part.shape))) if part.size else 1.0
    return (variants.resized(part, scale) if part.size else grey), scale, (float(left), float(top))


def _run(step: Step, grey: Grey) -> Reading:
    if min(grey.shape) * step.scale < 16:
        return Reading([], [])
    return scan(step.change(grey), step.name, coarse=step.coarse, invert=step.invert, scale=step.scale)


def _zoomed(grey: Grey, corners: tuple[Point, ...]) -> list[Found]:
    """One place at several sizes and grey levels, until it is read."""
    for size in ZOOMS:
        part, scale, shift = crop(grey, corners, size)
        if min(part.shape) < 16:
            continue
        for name, change in ZOOM_CHANGES:
            picture = change(part)
            for coarse in (False, True):
                found = scan(picture, f"zoom {name}", coarse=coarse, shift=shift, scale=scale).found
                if found:
                    return found
    return []


def _deblurred(
    grey: Grey, corners: tuple[Point, ...], ways: Callable[[Grey, float], Iterator[tuple[str, Grey]]], size: int
) -> list[Found]:
    """One place with one blur after another taken out of it, until it is read."""
    part, scale, shift = crop(grey, corners, size)
    if min(part.shape) < 16:
        return []
    for name, picture in ways(part, scale):
        for coarse in (False, True):
            found = scan(picture, name, coarse=coarse, shift=shift, scale=scale).found
            if found:
                return found
    return []


def _doubled(grey: Grey, part: int, parts: int) -> list[Found]:
    """Twice the size and sharpened, tile by tile with overlap; `part` of `parts` takes every n-th tile."""
    found: list[Found] = []
    for number, (left, top) in enumerate(_tiles(grey.shape[1], grey.shape[0])):
        if number % parts != part:
            continue
        tile = variants.resized(grey[top : top + TILE, left : left + TILE], 2.0)
        shift = (float(left), float(top))
        for how, picture in (("double sharp", variants.sharpen(tile)), ("double", tile)):
            merge(found, scan(picture, how, shift=shift, scale=2.0).found)
    return found


def _tiles(width: int, height: int) -> list[tuple[int, int]]:
    step = TILE * 3 // 4
    lefts = range(0, max(1, width - TILE // 4), step)
    tops = range(0, max(1, height - TILE // 4), step)
    return [(left, top) for top in tops for left in lefts]


def _take(found: list[Found], failed: list[tuple[Point, ...]], reading: Reading) -> None:
    merge(found, reading.found)
    for corners in reading.failed:
        if not any(_inside(corners, other) for other in failed):
            failed.append(corners)


def _unread(found: list[Found], failed: list[tuple[Point, ...]]) -> bool:
    return any(not any(_inside(corners, other.corners) for other in found) for corners in failed)


def _inside(corners: tuple[Point, ...], other: tuple[Point, ...]) -> bool:
    """Whether the middle of `corners` lies in the box around `other`."""
    x, y = sum(p[0] for p in corners) / 4, sum(p[1] for p in corners) / 4
    xs, ys = [p[0] for p in other], [p[1] for p in other]
    return min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)


def _out_of_time(end: float) -> bool:
    return time.monotonic() >= end
