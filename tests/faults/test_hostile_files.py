"""Changed, cut, swapped and hostile databases and packages given to opening, restoring, importing and uniting.

Each gets a reason, and nothing changes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.hostile_child import MUST_REFUSE
from tests.faults.killing import ROOT
from tests.faults.power_cut_child import make_field

LONG = {"full": 10_000, "short": 400}.get(os.environ.get("SURCO_LONG", ""), 0)
NEVER_UNITED = {"other_file", "truncate", "noise", "trigger", "view", "virtual", "endless view", "future"}
SECONDS_EACH = 5.0
"""Far more than any file needs on a busy machine; a hang never ends."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostil") / "datos"
    make_field(path)
    return path


def look_at(base: Path, place: Path, first: int, count: int) -> Counter[str]:
    """Try the files of these numbers in a child process; how often each kind came."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.hostile_child", str(base), str(place), str(first), str(count)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=30 + SECONDS_EACH * count,
    )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, len(told)) == (0, 2 * count), done.stderr[-3000:]
    surprises = [one for one in told if any(str(value).startswith("error") for value in one.values())]
    assert surprises == []
    assert [one for one in told if one["changed"]] == []
    united = [one for one in told if "merge" in one]
    assert len(united) == count
    assert [one for one in united if one["merge"] == "ok" and one["kind"] in NEVER_UNITED] == []
    told = [one for one in told if "merge" not in one]
    assert [one for one in told if one["kind"] in MUST_REFUSE and "ok" in (one["open"], one["restore"])] == []
    assert [one for one in told if one["kind"] == "truncate" and one["open"] == "ok"] == []
    assert [one for one in told if one["import"] == "ok" and one["kind"] != "other_file"] == []
    return Counter(one["kind"] for one in told)


def test_a_reason_for_each_hostile_file(base: Path, tmp_path: Path) -> None:
    kinds = look_at(base, tmp_path, 0, 65)
    assert set(kinds) >= MUST_REFUSE
    assert len(kinds) >= 18


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_a_reason_for_each_of_many_hostile_files(base: Path, tmp_path: Path, part: int) -> None:
    look_at(base, tmp_path, 1000 + part * LONG, LONG // 4)
