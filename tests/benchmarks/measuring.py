"""Paired runs: the floor and our work take turns in the same minutes, so that a busy machine slows both."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable
from dataclasses import dataclass

SHORT = os.environ.get("SURCO_BENCH") == "short"
GROSS = 2.0
"""The short form only fails when a ratio is this many times its target."""


@dataclass(frozen=True)
class Pair:
    """What the floor and our work took in one run, in the same unit."""

    floor: float
    ours: float

    @property
    def ratio(self) -> float:
        """Ours to the floor's."""
        return self.ours / self.floor


def paired(floor: Callable[[], float], ours: Callable[[], float], runs: int) -> list[Pair]:
    """Measure both `runs` times, by turns; each callable returns its own figure."""
    return [Pair(floor(), ours()) for _run in range(runs)]


def judge(what: str, unit: str, pairs: list[Pair], target: float, *, runs: int | None = None) -> None:
    """Print ratio, floor and median; fail when the median ratio is above the target (short form: gross loss only)."""
    ratio = statistics.median(pair.ratio for pair in pairs)
    floor = statistics.median(pair.floor for pair in pairs)
    ours = statistics.median(pair.ours for pair in pairs)
    best = min(pair.ours for pair in pairs) / min(pair.floor for pair in pairs)
    allowed = target * GROSS if SHORT else target
    print(
        f"\n{what}: ratio {ratio:.2f} (least to least {best:.2f}; target {target:g}), floor {floor:.3g} {unit},"
        f" median {ours:.3g} {unit}, {runs or len(pairs)} paired runs"
    )
    assert ratio <= allowed, f"{what}: {ratio:.2f} times the floor, allowed {allowed:g}"
