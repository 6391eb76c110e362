"""The process that stages dies in the middle of a file: what it staged before is whole, and nothing of that file is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from promoter_app.store import dbapi
from tests.benchmarks.merge_packages import package

_DIES = """
import os, sys
from pathlib import Path
from promoter_app.store.merging.recipe import recipe
from promoter_app.store.merging.staging import open_staging, stage
staging, first, second, steps = sys.argv[1:]
made = recipe()
connection = open_staging(staging, made)
connection.execute("PRAGMA cache_size = 10")  # pages of the second file reach the disk before it is finished
task = {"uri": Path(first).as_uri(), "number": 0, "sha": "0" * 64, "whole": True}
stage(connection, made, task)
connection.set_progress_handler(lambda: os._exit(7), int(steps))
stage(connection, made, task | {"uri": Path(second).as_uri(), "number": 1})
"""


@pytest.mark.parametrize("steps", [2_000, 20_000, 60_000])
def test_what_was_staged_before_is_whole(tmp_path: Path, steps: int) -> None:
    staging = tmp_path / "staging.db"
    first, second = (package(tmp_path / f"{at}.db", at, 1_000) for at in range(2))
    died = subprocess.run([sys.executable, "-c", _DIES, staging, first, second, str(steps)])
    assert died.returncode == 7
    connection = dbapi.connect(str(staging))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        told = "SELECT count(*), max(f) FROM attendance UNION ALL SELECT count(*), max(f) FROM person"
        assert connection.execute(told).fetchall() == [(1_000, 0), (100, 0)]
        assert connection.execute("SELECT DISTINCT f FROM span").fetchall() == [(0,)]
    finally:
        connection.close()
