"""`surco plan --from --to`: the week out of the data folder, answered and put in the file."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest

from promoter_app.cli import commands
from promoter_app.cli.desk import Desk
from promoter_app.edge import Edge
from tests.cli.conftest import Surco, sql

MORNING = datetime(2026, 2, 17, 7, 0, tzinfo=timezone(timedelta(hours=-6)))
WEEK = ("--from", "2026-02-16", "--to", "2026-02-21", "--seconds", "5")


@pytest.fixture(autouse=True)
def tuesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal's clock stands at 17 February 2026."""
    monkeypatch.setattr(commands, "Desk", partial(Desk, edge=Edge(now=lambda: MORNING)))


def test_a_plan_says_what_and_why_and_writes_only_when_told(surco: Surco, season: Path) -> None:
    before = sql(season, "SELECT count(*) FROM session_now")
    row = surco("--data", season, "plan", *WEEK, "--json").row
    assert row["sessions"]
    assert {"crew", "module", "start", "end", "promoter", "reason"} <= set(row["sessions"][0])
    assert {"sessions", "refused", "bound", "gap", "seconds"} <= set(row)
    assert all(s["start"] > "2026-02-18" for s in row["sessions"])
    assert (row["applied"], sql(season, "SELECT count(*) FROM session_now")) == (0, before)
    put = surco("--data", season, "plan", *WEEK, "--apply", "--json").row
    assert put["applied"] == len(put["sessions"])
    assert sql(season, "SELECT count(*) FROM session_now")[0][0] == before[0][0] + put["applied"]
    first = put["sessions"][0]
    day, clock = first["start"].split("T")
    found = sql(
        season, "SELECT lower(hex(crew)), module FROM session_now WHERE held_on = ? AND starts = ?", day, clock
    )
    assert (first["crew"], first["module"]) in found


def test_words_for_a_person_and_for_mistakes(surco: Surco, season: Path) -> None:
    told = surco("--data", season, "plan", *WEEK, "--promoter", "Lupita Ramos")
    assert told.code == 0
    assert "sesiones puestas" in told.out
    stranger = surco("--data", season, "plan", *WEEK, "--promoter", "Nadie")
    assert (stranger.code, "No hay una promotora" in stranger.err) == (1, True)
    assert surco("--data", season, "plan", "--from", "2026-02-16").code == 2
    assert surco("--data", season, "plan", "--from", "ayer", "--to", "hoy").code == 2
    reversed_ = surco("--data", season, "plan", "--from", "2026-02-21", "--to", "2026-02-16")
    assert (reversed_.code, "antes que el primero" in reversed_.err) == (1, True)
