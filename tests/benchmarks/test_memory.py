"""Memory with the sample season open, as a ratio to a bare PySide6 window of the same run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.benchmarks.measuring import SHORT, judge, paired
from tests.benchmarks.processes import show

pytestmark = pytest.mark.benchmark

TARGET = 2.0
"""A bare window weighs about 65 MB; twice that leaves an old laptop of 4 GB its browser."""
RUNS = 2 if SHORT else 5


def test_memory_with_the_season_open(sample: Path, tmp_path: Path) -> None:
    season = Path(shutil.copytree(sample, tmp_path / "datos"))
    pairs = paired(
        lambda: show("bare", cache=tmp_path).mb, lambda: show("surco", str(season), "open", cache=tmp_path).mb, RUNS
    )
    judge("memory with the season open", "MB", pairs, TARGET)
