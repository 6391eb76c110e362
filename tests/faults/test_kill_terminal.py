"""kill -9 while another program feeds cards to `surco scan`: every line that said "present" is on the disk."""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections import Counter
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE

import pytest

from promoter_app.services.folder import open_folder
from promoter_app.services.sessions.sessions import open_sessions
from tests.faults.killing import child, on_disk
from tests.journeys.desk import read, sample_season

CODE = "260217-LPI-M2"
CREW = """
SELECT k.code FROM card_assignment a JOIN card k ON k.id = a.card JOIN person_now p ON p.id = a.person
WHERE k.id NOT IN (SELECT card FROM card_cancel) AND p.id IN
  (SELECT m.person FROM membership_now m JOIN session_now s ON s.crew = m.crew WHERE s.code = ?)
GROUP BY p.id ORDER BY p.id"""
LONG = {"full": 200, "short": 12}.get(os.environ.get("SURCO_LONG", ""), 0)
AT_ONCE = 3
"""Cards that wait in the pipe at any time, so that the kill falls into the work and not into a pause."""


def scan_and_kill(folder: Path, number: int) -> Counter[str]:
    """Names that were told as present before the kill of moment `number`."""
    chance = random.Random(f"terminal {number}")
    codes = [code for (code,) in read(folder / "surco.db", CREW, CODE)]
    told, answers = Counter[str](), []
    with child("main.py", "--data", str(folder), "scan", CODE, "--json", stdin=PIPE, stderr=subprocess.DEVNULL) as scan:
        assert scan.stdin is not None
        assert scan.stdout is not None
        stop = chance.randrange(len(codes) - AT_ONCE)
        for at, code in enumerate(codes):
            scan.stdin.write(f"{code}\n")
            scan.stdin.flush()
            if at >= AT_ONCE:
                answers.append(scan.stdout.readline())
            if at - AT_ONCE >= stop:
                break
        with suppress(subprocess.TimeoutExpired):
            scan.wait(timeout=chance.random() * 0.02)
        scan.kill()
        answers += list(scan.stdout)
    for line in answers:
        if line.endswith("\n") and (row := json.loads(line))["state"] == "present":
            told[row["person"]["name"]] += 1
    return told


def kill_and_look(number: int, tmp_path: Path, season_cache: Path) -> None:
    folder = sample_season(tmp_path / "datos", season_cache)
    told = scan_and_kill(folder, number)
    integrity, kept, state = on_disk(folder, tmp_path / "mirar", CODE)
    assert integrity == "ok"
    assert state == "open"
    assert told
    assert not told - kept, f"told as present and lost: {told - kept}"
    again = open_folder(folder)
    try:
        assert CODE in [session.code for session in open_sessions(again)]
    finally:
        again.close()


@pytest.mark.parametrize("number", [0, 1])
def test_no_line_that_said_present_is_lost(number: int, tmp_path: Path, season_cache: Path) -> None:
    kill_and_look(number, tmp_path, season_cache)


@pytest.mark.long
@pytest.mark.parametrize("number", range(100, 100 + LONG))
def test_many_moments(number: int, tmp_path: Path, season_cache: Path) -> None:
    kill_and_look(number, tmp_path, season_cache)
