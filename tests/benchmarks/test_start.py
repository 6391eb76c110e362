"""Cold start: from the start of the process to the first picture on the screen, with the sample season behind it.

The floor is a bare PySide6 window in a process of its own, by turns in the same run. Both find their compiled code
ready, as on every start but the first. The window must open the data only after it was seen.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.benchmarks.measuring import SHORT, best_of, judge, paired
from tests.benchmarks.processes import Shown, show

pytestmark = pytest.mark.benchmark

TARGET = 2.0
RUNS = 5 if SHORT else 15


def test_cold_start_to_first_paint(sample: Path, tmp_path: Path) -> None:
    season = Path(shutil.copytree(sample, tmp_path / "datos"))
    show("bare", cache=tmp_path)
    show("surco", str(season), cache=tmp_path)

    def start(*words: str) -> float:
        return show(*words, cache=tmp_path).seconds * 1000

    pairs = best_of(lambda: paired(lambda: start("bare"), lambda: start("surco", str(season)), RUNS), TARGET)
    judge("cold start to first paint", "ms", pairs, TARGET)


def test_cold_start_until_today_is_there(sample: Path, tmp_path: Path) -> None:
    """Not a promise to a person, who sees the window before: how long until Hoy can be read."""
    season = Path(shutil.copytree(sample, tmp_path / "datos"))
    shown: list[Shown] = [show("surco", str(season), "open", cache=tmp_path) for _warm_up in range(1)]

    def start(*words: str) -> float:
        shown.append(show(*words, cache=tmp_path))
        return shown[-1].until_end * 1000

    pairs = best_of(lambda: paired(lambda: start("bare"), lambda: start("surco", str(season), "open"), RUNS), READY)
    judge("cold start to Hoy with the season", "ms", pairs, READY)


READY = 4.0
"""Twice the target of the first paint: the folder, the content and the page come on top of it."""
