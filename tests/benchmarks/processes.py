"""Windows in processes of their own, timed from before the process starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.source_tree import ROOT


@dataclass(frozen=True)
class Shown:
    """Seconds from the start of the process to its first picture and to its end; resident MB at the end."""

    seconds: float
    until_end: float
    mb: float


def show(*words: str, cache: Path) -> Shown:
    """Run tests.benchmarks.first_paint with `words`; compiled code is kept in `cache`."""
    environ = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache / "compiled"), "QT_QPA_PLATFORM": "offscreen"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.first_paint", *words], cwd=ROOT, env=environ,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        line = process.stdout.readline()
        until_end = time.perf_counter() - started
    told = json.loads(line)
    return Shown(until_end - told["since"], until_end, told["mb"])
