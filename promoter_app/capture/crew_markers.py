"""The square markers on the backs of the cards: who holds one up, and which side is on top.

A marker is 13 to 25 pixels wide on a 720p webcam 3 to 2 m away, too few for a detector that decides each bit by
itself. Squares are found on a doubled picture, their corners moved until border and quiet edge fit, and the 25
soft bits are compared whole with all numbers in all four turns.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from promoter_app.capture.grids import fit_of, moves, points_of, sample
from promoter_app.domain.markers import COUNT, Marker, answer_on_top
from promoter_app.domain.papers.cards import Matrix

if TYPE_CHECKING:
    from promoter_app.capture.grids import Real
    from promoter_app.capture.zxing import Grey

BITS = 5
SIDE = BITS + 2
CELL = 8
"""Pixels a module in the flattened picture."""
MARGIN = 2
LEAST_SIDE = 9.0
"""Pixels of the shortest side that is looked at."""
GOOD_FRAME = 0.85
"""Least correlation of black border and white edge with what they should be."""
GOOD_BITS = 0.85
"""Least agreement of the soft bits with a number."""
GOOD_LEAD = 0.22
"""Least lead over the next number or turn."""
COARSE_FRAME = 0.72
"""The same before the corners were moved."""
SIZES = (1.0, 0.95, 0.9, 1.06)
MOVES = (0.5, 0.25, 0.12)


@functools.cache
def _dictionary() -> Any:
    import cv2

    return cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_5X5_250)


@functools.cache
def marker_matrix(number: int) -> Matrix:
    """The 7 x 7 modules of marker `number` (0..249), True is black, border included, side A on top.

    Raises ValueError for another number.
    """
    if not 0 <= number < COUNT:
        raise ValueError(f"no marker {number}")
    picture = _dictionary().generateImageMarker(number, SIDE)
    return tuple(tuple(bool(level == 0) for level in row) for row in picture)


@functools.cache
def _codes() -> Real:
    """+1 black, -1 white of every number in every turn: (COUNT * 4, 25); turn k is side k of A-D on top."""
    import numpy as np

    numbers = [np.array(marker_matrix(number))[1:-1, 1:-1] for number in range(COUNT)]
    turned = [np.rot90(bits, turn).ravel() for bits in numbers for turn in range(4)]
    return np.where(np.stack(turned), 1.0, -1.0)


@functools.cache
def _frame() -> tuple[Real, Real]:
    """(points, values) in modules: the black border (-1), its white edge and the card around it (+1)."""
    import numpy as np

    ring = range(SIDE)
    dark = [(x + 0.5, y + 0.5) for x in ring for y in ring if x in (0, SIDE - 1) or y in (0, SIDE - 1)]
    steps = [place + 0.5 for place in ring]
    light = [p for s in steps for p in ((s, -0.6), (s, SIDE + 0.6), (-0.6, s), (SIDE + 0.6, s))]
    values = np.array([-1.0] * len(dark) + [1.0] * len(light))
    return np.array(dark + light), values


def find_markers(grey: Grey, expected: Sequence[int] | None = None) -> list[Marker]:
    """Every marker in `grey` (2-D uint8), clearest first; with `expected`, only those numbers are thought of.

    A marker that is askew by more than 30 degrees has no answer. A number that is not clearly ahead of all
    others is not reported at all.
    """
    import cv2

    scale = 2.0 if max(grey.shape) <= 2600 else 1.0
    large = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC) if scale > 1 else grey
    found: list[Marker] = []
    for corners in _promising(large, _squares(large, scale)):
        if any(_on(corners.mean(axis=0) / scale, other) for other in found):
            continue
        marker = _read(large, corners, expected, scale)
        if marker is not None:
            found.append(marker)
    return found


def _squares(grey: Grey, scale: float) -> list[Real]:
    """Dark convex four-cornered outlines, those that lie on each other once."""
    import cv2

    least = LEAST_SIDE * scale
    squares: list[tuple[float, Real]] = []
    grey = cv2.GaussianBlur(grey, (0, 0), 1.0)
    for around, offset in ((15, 7), (31, 7), (61, 10)):
        dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, offset)
        outlines, family = cv2.findContours(dark, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
        for place, outline in enumerate(outlines):
            if family[0][place][3] == -1 and len(outline) >= 4:
                four = _four(outline, least)
                if four is not None:
                    squares.append((cv2.contourArea(four.astype("float32")), four))
    squares.sort(key=lambda pair: -pair[0])
    return _apart([four for _, four in squares])


def _four(outline: Any, least: float) -> Real | None:
    import cv2
    import numpy as np

    _, _, w, h = cv2.boundingRect(outline)
    if min(w, h) < least * 0.7 or max(w, h) > 3 * min(w, h):
        return None
    hull = cv2.convexHull(outline)
    area = cv2.contourArea(hull)
    if area < least * least * 0.5 or len(hull) < 4:
        return None
    four: Real = np.asarray(cv2.approxPolyN(hull, 4, ensure_convex=True), dtype=np.float64).reshape(-1, 2)
    if len(four) != 4 or cv2.contourArea(four.astype(np.float32)) > 1.35 * area:
        return None
    return four


def _apart(squares: list[Real]) -> list[Real]:
    """One of those that share a middle (within 4 pixels) and a size (within a seventh)."""
    kept: dict[tuple[int, int, int], Real] = {}
    for four in squares:
        x, y = float(four[:, 0].sum()), float(four[:, 1].sum())
        size = float(four[:, 0].max() - four[:, 0].min() + four[:, 1].max() - four[:, 1].min())
        kept.setdefault((round(x / 16), round(y / 16), round(7 * math.log(size))), four)
    return list(kept.values())


def _promising(grey: Grey, squares: list[Real]) -> list[Real]:
    """Those with a frame that is black with a white edge, judged on the picture as it is, best first."""
    import numpy as np

    if not squares:
        return []
    points, values = _frame()
    quads = np.stack([_upright(four) for four in squares])
    middle = quads.mean(axis=1, keepdims=True)
    fits = np.max([fit_of(grey, middle + (quads - middle) * size, points, values, SIDE) for size in SIZES], axis=0)
    order = np.argsort(-fits)
    return [quads[place] for place in order if fits[place] > COARSE_FRAME]


def _upright(four: Real) -> Real:
    """Corners clockwise from the upper left one."""
    import numpy as np

    x, y = four[:, 0], four[:, 1]
    area = float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())
    four = four if area > 0 else four[::-1]
    return np.asarray(np.roll(four, -int(np.argmin(four.sum(axis=1))), axis=0))


def _read(grey: Grey, four: Real, expected: Sequence[int] | None, scale: float) -> Marker | None:
    """Flatten, fit the frame, compare the bits."""
    import cv2
    import numpy as np

    low, high = MARGIN * CELL, (MARGIN + SIDE) * CELL
    square = np.array([[low, low], [high, low], [high, high], [low, high]], np.float32)
    to_flat = cv2.getPerspectiveTransform(four.astype(np.float32), square)
    whole = high + low
    flat = cv2.warpPerspective(grey, to_flat, (whole, whole), borderMode=cv2.BORDER_REPLICATE)
    flat = cv2.blur(flat, (3, 3))
    quad, fit = _settle(flat, square.astype(np.float64))
    if fit < GOOD_FRAME:
        return None
    match = _match(_soft_bits(flat, quad), expected)
    if match is None:
        return None
    number, turn = match
    corners = cv2.perspectiveTransform(quad[None], np.linalg.inv(to_flat))[0] / scale
    corners = np.roll(corners, turn, axis=0)
    if np.hypot(*(corners - np.roll(corners, 1, axis=0)).T).min() < LEAST_SIDE:
        return None  # letters of print pass for small markers now and then
    points = tuple((float(x), float(y)) for x, y in corners)
    return Marker(number, answer_on_top(points), points)


def _settle(flat: Grey, square: Real) -> tuple[Real, float]:
    import numpy as np

    points, values = _frame()
    middle = square.mean(axis=0)
    starts = np.stack([middle + (square - middle) * size for size in SIZES])
    fits = fit_of(flat, starts, points, values, SIDE)
    quad, fit = starts[int(fits.argmax())], float(fits.max())
    if fit < COARSE_FRAME:
        return quad, fit
    for step in MOVES:
        for _ in range(5):
            tries = quad + moves() * (step * CELL)
            fits = fit_of(flat, tries, points, values, SIDE)
            if fits.max() <= fit + 1e-4:
                break
            quad, fit = tries[int(fits.argmax())], float(fits.max())
    return quad, fit


def _soft_bits(flat: Grey, quad: Real) -> Real:
    """25 values from -1 (white) to 1 (black), between the border's and the edge's own levels."""
    import numpy as np

    frame, values = _frame()
    levels = sample(flat, points_of(quad[None], frame, SIDE))[0]
    black, white = np.median(levels[values < 0]), np.quantile(levels[values > 0], 0.6)
    ys, xs = np.mgrid[1 : BITS + 1, 1 : BITS + 1]
    inner = np.stack([xs.ravel(), ys.ravel()], axis=1) + 0.5
    seen = sample(flat, points_of(quad[None], inner, SIDE))[0]
    half = max((white - black) / 2, 4.0)
    return np.asarray(np.clip(((white + black) / 2 - seen) / half, -1, 1))


def _match(soft: Real, expected: Sequence[int] | None) -> tuple[int, int] | None:
    """(number, turn) that agrees best, when it does so well enough and is clearly ahead."""
    import numpy as np

    total = float(np.abs(soft).sum())
    if total < 8:
        return None
    agreed = _codes() @ soft / total
    if expected is not None:
        wanted = np.zeros(COUNT, dtype=bool)
        wanted[[number for number in expected if 0 <= number < COUNT]] = True
        agreed = np.where(np.repeat(wanted, 4), agreed, -1.0)
    first, second = (int(place) for place in np.argsort(agreed)[-1:-3:-1])
    if agreed[first] < GOOD_BITS or agreed[first] - agreed[second] < GOOD_LEAD:
        return None
    return first // 4, first % 4


def _on(place: Real, marker: Marker) -> bool:
    """Whether `place` is at the middle of a marker that was already read."""
    x, y = (sum(corner[axis] for corner in marker.corners) / 4 for axis in (0, 1))
    return math.hypot(place[0] - x, place[1] - y) < LEAST_SIDE / 2
