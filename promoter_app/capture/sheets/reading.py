"""One picture to one page: found, flattened, measured, decided. Raises Refusal rather than guess.

Heavy at first use: cv2, numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promoter_app.capture.sheets import refusals
from promoter_app.capture.sheets.deciding import Judged, judge_presence, judge_question, judge_ring
from promoter_app.capture.sheets.ink import Placed, measure, place_rings
from promoter_app.capture.sheets.squares import find_code, find_squares, working
from promoter_app.capture.sheets.values import Answer, Mark, MarkState, Quad, ReadPage, Why
from promoter_app.capture.sheets.warp import (
    SCALE,
    Found,
    Warp,
    drift_of,
    find_anchors,
    fit_warp,
    flatten,
    from_squares,
    refined,
)
from promoter_app.domain.papers.geometry import ATTENDANCE, VERSION, PageCode, SheetGeometry

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

FEWEST_SQUARES = 5
FEWEST_CORNERS = 3
FEWEST_ANCHORS = 0.85
MOST_REST = 0.55
"""Most that the middle row square may be off after the page was flattened, in mm."""
RING_SEEN = 0.24
MOST_UNSEEN = 0.20
LEAST_PIXELS = 2.6
"""Fewest pixels a millimetre."""


def read_sheet(grey: Grey) -> ReadPage:
    """Read the page in `grey` (2-D uint8, any rotation).

    Raises Refusal: `not_a_sheet`, `no_page_code`, `other_version`, `covered`, `blurred`, `crumpled`.
    """
    small = working(grey)
    squares = find_squares(small)
    code, text_seen = find_code(grey, small, squares)
    if code is None:
        if len(squares) < 2:
            raise refusals.not_a_sheet()
        raise refusals.other_version() if text_seen else refusals.no_code()
    if code.version != VERSION:
        raise refusals.other_version()
    geometry = SheetGeometry(code.layout)
    if len(squares) < FEWEST_SQUARES or sum(number in squares for number in range(4)) < FEWEST_CORNERS:
        raise refusals.covered()
    warp, flat, found = _lay_flat(small, geometry, squares)
    rings = place_rings(flat, geometry, drift_of(found))
    _check_rings(rings)
    judged = [
        Judged(ring.bubble, ink, *judge_ring(ink)) for ring, ink in zip(rings, measure(flat, rings), strict=True)
    ]
    return _as_page(code, geometry, small, warp, flat, rings, judged, _uncertain_rows(geometry, found))


def _lay_flat(grey: Grey, geometry: SheetGeometry, squares: dict[int, Any]) -> tuple[Warp, Grey, list[Found]]:
    page, pixels = from_squares(geometry, squares)
    warp = fit_warp(geometry.size, page, pixels, 2)
    if _pixels_per_mm(warp) < LEAST_PIXELS:
        raise refusals.blurred()
    found = find_anchors(flatten(grey, warp), geometry)
    _check_anchors(geometry, found)
    warp = refined(geometry, warp, squares, found)
    flat = flatten(grey, warp)
    found = find_anchors(flat, geometry, 1.2)
    _check_anchors(geometry, found)
    _check_rest(found)
    return warp, flat, found


def _pixels_per_mm(warp: Warp) -> float:
    import numpy as np

    width, height = warp.size
    corners = warp.pixels([(0, 0), (width, 0), (width, height), (0, height)])
    x, y = corners[:, 0], corners[:, 1]
    area = abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())) / 2
    return float(np.sqrt(area / (width * height)))


def _check_anchors(geometry: SheetGeometry, found: list[Found]) -> None:
    """Enough row squares, and the bars of the first and last row are where bars should be."""
    import numpy as np

    if len(found) < FEWEST_ANCHORS * len(geometry.anchors):
        like = np.median([one.like for one in found]) if found else 0.0
        raise refusals.covered() if like > 0.8 else refusals.crumpled()
    wrong = [one for one in found if one.as_end is not one.anchor.end]
    near_ends = [one for one in wrong if one.anchor.row in (0, 1, geometry.layout.rows - 2, geometry.layout.rows - 1)]
    if len(near_ends) > 2 or len(wrong) > 0.15 * len(found):
        raise refusals.crumpled()


def _check_rest(found: list[Found]) -> None:
    import numpy as np

    rest = [float(np.hypot(one.dx, one.dy)) for one in found]
    if np.percentile(rest, 80) > MOST_REST:
        raise refusals.crumpled()


def _check_rings(rings: list[Placed]) -> None:
    unseen = sum(ring.seen < RING_SEEN for ring in rings)
    if unseen > MOST_UNSEEN * len(rings):
        raise refusals.crumpled()


def _uncertain_rows(geometry: SheetGeometry, found: list[Found]) -> set[int]:
    """Rows of which both ends were not seen, or one that is off much more than its neighbours."""
    import numpy as np

    columns = len(geometry.anchor_columns)
    seen: dict[int, list[Found]] = {}
    for one in found:
        seen.setdefault(one.anchor.row, []).append(one)
    rows = set()
    for row in range(geometry.layout.rows):
        here = seen.get(row, [])
        if len(here) < columns - 1 or len(here) < 1 or any(np.hypot(one.dx, one.dy) > 1.0 for one in here):
            rows.add(row)
    return rows


def _as_page(
    code: PageCode,
    geometry: SheetGeometry,
    grey: Grey,
    warp: Warp,
    flat: Grey,
    rings: list[Placed],
    judged: list[Judged],
    uncertain: set[int],
) -> ReadPage:
    quads = _quads(warp, rings)
    marks = tuple(
        Mark(one.bubble, one.ink, one.state, one.why, quad) for one, quad in zip(judged, quads, strict=True)
    )
    by_row: dict[int, list[tuple[Placed, Judged]]] = {}
    for ring, one in zip(rings, judged, strict=True):
        by_row.setdefault(one.bubble.row, []).append((ring, one))
    judge = _presence if geometry.layout.kind == ATTENDANCE else _questions
    answers: list[Answer] = []
    for row, pairs in sorted(by_row.items()):
        answers += judge(warp, flat, pairs, row in uncertain)
    named = geometry.layout.named
    marked = {one.bubble.row for one in judged if one.state is not MarkState.EMPTY and one.bubble.field != "void"}
    written = {row: _row_picture(flat, geometry, row) for row in sorted(marked) if row >= named}
    width, height = geometry.size
    outline = _points(warp, [(0, 0), (width, 0), (width, height), (0, height)])
    return ReadPage(code, marks, tuple(answers), written, _jpeg(grey), (grey.shape[1], grey.shape[0]), outline)


def _presence(warp: Warp, flat: Grey, pairs: list[tuple[Placed, Judged]], uncertain: bool) -> list[Answer]:
    by_field = {one.bubble.field: (ring, one) for ring, one in pairs}
    ring, present = by_field["present"]
    value, why = judge_presence(present, by_field["void"][1])
    # A ring that says "empty" without its circle being seen may lie under something.
    uncertain = uncertain or (present.state is MarkState.EMPTY and ring.seen < RING_SEEN)
    answers = [_answer(warp, flat, [ring, by_field["void"][0]], "present", value, why, uncertain)]
    for field in ("first_time", "consent"):
        if field in by_field:
            place, one = by_field[field]
            value = "yes" if one.state is MarkState.MARKED else ""
            answers.append(_answer(warp, flat, [place], field, value, None, uncertain=False))
    return answers


def _questions(warp: Warp, flat: Grey, pairs: list[tuple[Placed, Judged]], uncertain: bool) -> list[Answer]:
    groups: dict[tuple[str, int], list[tuple[Placed, Judged]]] = {}
    for ring, one in pairs:
        groups.setdefault((one.bubble.field, one.bubble.item), []).append((ring, one))
    answers = []
    for (field, item), group in groups.items():
        value, why = judge_question(one for _ring, one in group)
        places = [ring for ring, _one in group]
        blank = sum(one.state is MarkState.EMPTY and ring.seen < RING_SEEN for ring, one in group)
        unseen = blank >= len(places) - 1
        answers.append(_answer(warp, flat, places, field, value, why, uncertain or unseen, item))
    return answers


def _answer(
    warp: Warp,
    flat: Grey,
    places: list[Placed],
    field: str,
    value: str,
    why: Why | None,
    uncertain: bool,
    item: int = 0,
) -> Answer:
    why = why or (Why.UNCLEAR if uncertain else None)
    ring = places[0]
    radius = ring.bubble.diameter / 2
    xs = [place.x for place in places] if item else [ring.x]
    left, right = min(xs) - radius - 0.8, max(xs) + radius + 0.8
    quad = _points(warp, [(x, y) for y in (ring.y - radius - 0.8, ring.y + radius + 0.8) for x in (left, right)])
    quad = (quad[0], quad[1], quad[3], quad[2])
    picture = b""
    if why is not None:
        far = max(place.x + place.bubble.diameter / 2 for place in places) if not item else right
        picture = _png(flat, left - 1.5, ring.y - 4, far + 2, ring.y + 4)
    return Answer(ring.bubble.row, field, value, why, quad, item, picture)


def _quads(warp: Warp, rings: list[Placed]) -> list[Quad]:
    """The four corners around each ring, all in one go: a page has hundreds."""
    corners = []
    for ring in rings:
        radius, x, y = ring.bubble.diameter / 2, ring.x, ring.y
        left, top, right, bottom = x - radius, y - radius, x + radius, y + radius
        corners += [(left, top), (right, top), (right, bottom), (left, bottom)]
    points = _points(warp, corners)
    return [points[start : start + 4] for start in range(0, len(points), 4)]


def _points(warp: Warp, points: list[tuple[float, float]]) -> Quad:
    return tuple((float(x), float(y)) for x, y in warp.pixels(points))


def _row_picture(flat: Grey, geometry: SheetGeometry, row: int) -> bytes:
    middle, half = geometry.row_middle(row), geometry.row_height / 2 + 0.6
    return _png(flat, geometry.left, middle - half, geometry.right, middle + half)


def _png(flat: Grey, left: float, top: float, right: float, bottom: float) -> bytes:
    import cv2
    import numpy as np

    part = flat[max(0, int(top * SCALE)) : int(bottom * SCALE), max(0, int(left * SCALE)) : int(right * SCALE)]
    _done, packed = cv2.imencode(".png", np.clip(part, 0, 255).astype(np.uint8))
    return bytes(packed)


def _jpeg(grey: Grey) -> bytes:
    import cv2

    _done, packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 80])
    return bytes(packed)
