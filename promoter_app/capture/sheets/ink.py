"""Rings on the flattened page: snapped to their printed circle, then how much ink there is in and around each.

Heavy at first use: cv2, numpy.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from promoter_app.capture.sheets.values import Ink
from promoter_app.capture.sheets.warp import PAPER, SCALE, Drift
from promoter_app.domain.papers.geometry import Bubble, SheetGeometry

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

SNAP = 0.6
"""How far a group of rings may be moved to fit its circles, in mm."""
STEP = 0.15
DARK, PALE = 165 / 255 * PAPER, 202 / 255 * PAPER
"""Grey levels below which ink is dark, or at least a stroke."""
WALL = 0.5
"""From the middle of the printed line of a ring to where ink counts, in mm."""
FEWEST_SPOTS = 8
"""Pixels of ink that make a shape."""
AROUND = (0.45, 1.25)
"""The belt outside a ring where a mark may spill, in mm from its line."""


@dataclass(frozen=True)
class Placed:
    """A ring with its middle in mm on the flattened page and how well its circle was seen (0 to about 1)."""

    bubble: Bubble
    x: float
    y: float
    seen: float


@functools.cache
def _circle(diameter: float) -> Any:
    """Pixel offsets of points on the line of a ring, just inside and just outside."""
    import numpy as np

    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    unit = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    line, out, inner = (diameter / 2, diameter / 2 + 0.5, diameter / 2 - 0.5)
    return np.stack([unit * line, unit * out, unit * inner]) * SCALE


@functools.cache
def _shifts() -> Any:
    import numpy as np

    steps = np.arange(-SNAP, SNAP + STEP / 2, STEP)
    return np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)


def _fit(soft: Grey, bubble: Bubble, at: tuple[float, float]) -> Any:
    """For each shift how well the ring's circle is seen: contrast of the line against outside, partly inside."""
    import numpy as np

    points = _circle(bubble.diameter)
    middle = np.array(at) * SCALE + _shifts() * SCALE
    places = middle[:, None, None, :] + points[None]
    high = np.array([soft.shape[1] - 1, soft.shape[0] - 1])
    at_pixels = np.minimum(np.maximum(np.rint(places), 0), high).astype(np.intp)  # np.clip costs twice as much
    levels = soft.ravel()[at_pixels[..., 1] * soft.shape[1] + at_pixels[..., 0]]
    line, out, inner = levels[:, 0], levels[:, 1], levels[:, 2]
    # Each direction counts at most as much as a clean printed line, so that ink cannot pull the circle.
    outside = np.minimum(np.maximum(out - line, -20), 60).mean(axis=1)
    inside = np.minimum(np.maximum(inner - line, -20), 60).mean(axis=1)
    return (0.65 * outside + 0.35 * inside) / 60


def place_rings(flat: Grey, geometry: SheetGeometry, drift: Drift) -> list[Placed]:
    """Every ring where it really is: rings of one group move together, with some weight of the rows beside."""
    import cv2
    import numpy as np

    soft = cv2.GaussianBlur(flat, (0, 0), 1.0)
    groups: dict[tuple[int, str], list[tuple[Bubble, tuple[float, float], Any]]] = {}
    for bubble in geometry.bubbles:
        dx, dy = drift.at(bubble.row, bubble.x)
        at = bubble.x + dx, bubble.y + dy
        groups.setdefault((bubble.row, group_of(bubble)), []).append((bubble, at, _fit(soft, bubble, at)))
    totals = {key: np.sum([fit for _b, _at, fit in group], axis=0) for key, group in groups.items()}
    still = 0.02 * np.square(_shifts()).sum(axis=1) * 4
    placed = []
    for (row, name), group in groups.items():
        beside = [totals[row + step, name] for step in (-1, 1) if (row + step, name) in totals]
        total = totals[row, name] + 0.5 * sum(beside, np.zeros(len(still))) - still * len(group)
        best = int(np.argmax(total))
        dx, dy = (float(v) for v in _shifts()[best])
        for bubble, at, fit in group:
            placed.append(Placed(bubble, at[0] + dx, at[1] + dy, float(fit[best])))
    return placed


def group_of(bubble: Bubble) -> str:
    """Rings that move together: all of an attendance row, each half of a row of answers."""
    return bubble.field if bubble.item else "row"


@functools.cache
def _disc(radius: float, inner: float = 0.0) -> Any:
    """Pixel offsets (n, 2) of a disc or belt."""
    import numpy as np

    reach = int(radius * SCALE) + 1
    ys, xs = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    distance = np.hypot(xs, ys) / SCALE
    ys, xs = np.nonzero((distance <= radius) & (distance >= inner))
    return np.stack([xs, ys], axis=1) - reach


def measure(flat: Grey, rings: Iterable[Placed]) -> list[Ink]:
    """The ink of each ring."""
    import cv2

    soft = cv2.GaussianBlur(flat, (0, 0), 0.6)
    return [_ink(soft, ring) for ring in rings]


def _levels(soft: Grey, ring: Placed, offsets: Any) -> Any:
    import numpy as np

    xs = np.minimum(np.maximum(offsets[:, 0] + round(ring.x * SCALE), 0), soft.shape[1] - 1)
    ys = np.minimum(np.maximum(offsets[:, 1] + round(ring.y * SCALE), 0), soft.shape[0] - 1)
    return soft.ravel()[ys * soft.shape[1] + xs]


def _ink(soft: Grey, ring: Placed) -> Ink:
    import numpy as np

    radius = ring.bubble.diameter / 2
    inside = _disc(radius - WALL)
    levels = _levels(soft, ring, inside)
    dark = levels < DARK
    belt = _levels(soft, ring, _disc(radius + AROUND[1], radius + AROUND[0]))
    spots = inside[levels < PALE]
    span, roundness = 0.0, 1.0
    if len(spots) > FEWEST_SPOTS:
        span = float(np.hypot(*np.ptp(spots, axis=0))) / SCALE / (2 * (radius - WALL))
        narrow, wide = np.sqrt(np.clip(np.linalg.eigvalsh(np.cov(spots.T)), 0, None))
        roundness = float(narrow / max(wide, 1e-6))
    return Ink(
        float(dark.mean()), float((levels < PALE).mean()), span, float((belt < DARK).mean()), roundness
    )
