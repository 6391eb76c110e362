"""Paired runs: the floor and our work take turns in the same minutes, so that a busy machine slows both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

SHORT = os.environ.get("SURCO_BENCH") == "short"
GROSS = 2.0
"""The short form only fails when a ratio is this many times its target."""


_BURN = """
import time
begun = time.perf_counter()
while time.process_time() < 0.5: pass
print((time.perf_counter() - begun) / time.process_time())
"""


def crowding() -> float:
    """How many times longer than its own work a process of two takes now: 1 on a machine that nobody else uses.

    What may take so many seconds of a free machine is given so many times more on a busy one.
    """
    burning = [subprocess.Popen([sys.executable, "-c", _BURN], stdout=subprocess.PIPE, text=True) for _core in range(2)]
    return max(1.0, *(float(each.communicate()[0]) for each in burning))


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


def best_of(measure: Callable[[], list[Pair]], target: float, tries: int = 3) -> list[Pair]:
    """Pairs of the first measurement within what `judge` allows, else of the best: others' work only ever adds."""
    measured: list[list[Pair]] = []
    while len(measured) < tries and (not measured or median_ratio(measured[-1]) > allowed(target)):
        measured.append(measure())
    return min(measured, key=median_ratio)


def median_ratio(pairs: list[Pair]) -> float:
    return statistics.median(pair.ratio for pair in pairs)


def allowed(target: float) -> float:
    """The short form only fails on gross loss."""
    return target * GROSS if SHORT else target


def judge(what: str, unit: str, pairs: list[Pair], target: float, *, runs: int | None = None) -> None:
    """Print ratio, floor and median; fail when the median ratio is above the target (short form: gross loss only)."""
    ratio = median_ratio(pairs)
    floor = statistics.median(pair.floor for pair in pairs)
    ours = statistics.median(pair.ours for pair in pairs)
    best = min(pair.ours for pair in pairs) / min(pair.floor for pair in pairs)
    print(
        f"\n{what}: ratio {ratio:.2f} (least to least {best:.2f}; target {target:g}), floor {floor:.3g} {unit},"
        f" median {ours:.3g} {unit}, {runs or len(pairs)} paired runs"
    )
    assert ratio <= allowed(target), f"{what}: {ratio:.2f} times the floor, allowed {allowed(target):g}"
