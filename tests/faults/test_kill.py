"""kill -9 at random moments of the promoter's day: nobody shown as present is lost, and the app goes on from there."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.killing import Seen, kill_day, lost, on_disk
from tests.journeys.desk import DAY, Field, sample_season

OpenField = Callable[..., Field]
LINES = 80
"""Lines of a whole day; the moments of the kills are spread over them."""
STARTING, BETWEEN = 2.0, 0.15
"""Seconds in which a kill falls after a line: before the window is at rest, and later."""
LONG = {"full": 200, "short": 12}.get(os.environ.get("SURCO_LONG", ""), 0)


def moment(number: int) -> tuple[int, float]:
    """The seeded moment of kill `number`: after which line, and how many seconds later."""
    chance = random.Random(f"kill {number}")
    line = chance.randrange(LINES)
    return line, chance.random() * (STARTING if line < 2 else BETWEEN)


def kill_and_look(number: int, tmp_path: Path, season: Path, open_field: OpenField) -> Seen:
    folder = sample_season(tmp_path / "datos", season)
    seen = kill_day(folder, tmp_path / "memoria", *moment(number))
    if seen.session is not None:
        integrity, kept, state = on_disk(folder, tmp_path / "mirar", seen.session)
        assert integrity == "ok"
        assert not lost(seen, kept), f"shown as present and lost: {lost(seen, kept)}"
        assert state == ("held" if seen.closed else state)
        assert state in ("open", "held")
    again = open_field(folder)
    again.rest()
    comes_back(again, seen)
    return seen


def comes_back(again: Field, seen: Seen) -> None:
    """The app opens by itself what was open when it died, with everybody who was there; else Hoy."""
    view = again.window.session_view
    opened = again.sql("SELECT code FROM session_now WHERE state = 'open' AND held_on = ?", DAY.isoformat())
    inside = again.window.pages.currentWidget() is view
    assert inside == bool(opened)
    if not inside:
        return
    session = view.session()
    assert session is not None
    assert [(session.code,)] == opened
    assert seen.session in (None, session.code)
    assert session.present >= sum(seen.present.values()) - len(seen.undone)


@pytest.mark.parametrize("number", [2, 10])
def test_nobody_shown_as_present_is_lost(
    number: int, tmp_path: Path, season_cache: Path, open_field: OpenField
) -> None:
    kill_and_look(number, tmp_path, season_cache, open_field)


@pytest.mark.long
@pytest.mark.parametrize("number", range(100, 100 + LONG))
def test_many_moments(number: int, tmp_path: Path, season_cache: Path, open_field: OpenField) -> None:
    kill_and_look(number, tmp_path, season_cache, open_field)


def test_a_window_that_announces_before_the_commit_is_caught(tmp_path: Path, season_cache: Path) -> None:
    folder = sample_season(tmp_path / "datos", season_cache)
    first_name = 5
    seen = kill_day(folder, tmp_path / "memoria", first_name, 0.0, "--too-early")
    assert seen.session is not None
    assert sum(seen.present.values()) == 1
    _integrity, kept, _state = on_disk(folder, tmp_path / "mirar", seen.session)
    assert lost(seen, kept) == seen.present
