"""Dark, textured, four-sided blocks of a picture: where a symbol may be, whatever happened to its finders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from promoter_app.capture.found import Point

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey


class Sight(NamedTuple):
    """How a picture is searched: larger ones at `side` pixels; `around`: the neighbourhood whose mean is the
    threshold between dark and light; `brushes`: gaps that are filled to join the modules of a symbol to a block."""

    side: int
    around: int
    brushes: tuple[int, ...]


PHOTO = Sight(960, 71, (4, 8, 14, 22))
LIVE = Sight(440, 51, (5,))
"""For the middle of a camera's frame. More pixels cost more and find fewer codes there: noise tears them apart."""


def blocks(grey: Grey, sight: Sight = PHOTO, limit: int = 60) -> list[tuple[Point, ...]]:
    """Four-sided dark textured blocks that could be a symbol, largest first, as corners in pixels."""
    import cv2

    scale = min(1.0, sight.side / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    dark = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, sight.around, 9)
    found: list[tuple[float, tuple[Point, ...]]] = []
    for width in sight.brushes:
        brush = cv2.getStructuringElement(cv2.MORPH_RECT, (width, width))
        joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, brush)
        outlines, family = cv2.findContours(joined, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
        for place, outline in enumerate(outlines):
            if family[0][place][3] != -1:
                continue  # a hole
            corners = _block(outline, dark)
            if corners is not None:
                found.append((cv2.contourArea(outline), tuple((x / scale, y / scale) for x, y in corners)))
    found.sort(key=lambda pair: -pair[0])
    return _apart([corners for _, corners in found])[:limit]


def _block(outline: Any, dark: Grey) -> tuple[Point, ...] | None:
    """The four corners of an outline that is roughly square, mostly filled and neither black nor empty."""
    import cv2

    x, y, w, h = cv2.boundingRect(outline)
    if min(w, h) < 18 or max(w, h) > 4 * min(w, h) or max(w, h) > 0.95 * max(dark.shape):
        return None
    hull = cv2.convexHull(outline)
    area = cv2.contourArea(hull)
    if cv2.contourArea(outline) < 0.55 * area or area < 0.35 * w * h or len(hull) < 4:
        return None
    share = float(dark[y : y + h, x : x + w].mean()) / 255 * (w * h / area)
    if not 0.2 < share < 0.85:
        return None
    four = cv2.approxPolyN(hull, 4, ensure_convex=True).reshape(-1, 2)
    if len(four) != 4 or cv2.contourArea(four) > 1.8 * area:
        return None
    return tuple((float(px), float(py)) for px, py in four)


def _apart(corners: list[tuple[Point, ...]]) -> list[tuple[Point, ...]]:
    kept: list[tuple[Point, ...]] = []
    for four in corners:
        middle = [sum(p[i] for p in four) / 4 for i in (0, 1)]
        size = max(p[0] for p in four) - min(p[0] for p in four)
        close = [
            k
            for k in kept
            if max(abs(sum(p[i] for p in k) / 4 - middle[i]) for i in (0, 1)) < 0.12 * size
            and abs(max(p[0] for p in k) - min(p[0] for p in k) - size) < 0.15 * size
        ]
        if not close:
            kept.append(four)
    return kept
