"""Lock screen, the way back, data that do not open, a doubtful clock: in reach for everybody, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.copies import Copy
from promoter_app.services.security.locking import LockPerson
from promoter_app.ui import theme
from promoter_app.ui.lock.clock_view import ClockView
from promoter_app.ui.lock.frame import CoverView
from promoter_app.ui.lock.opening import damaged
from promoter_app.ui.lock.recover_view import RecoverView
from promoter_app.ui.lock.trouble_view import TroubleView, when_made
from promoter_app.ui.lock.view import LockView
from promoter_app.ui.settings.page import SettingsPage
from tests.journeys.desk import NOON, Field, sample_season
from tests.ui.settled import faults

SIZES = ((1366, 690), (1920, 1080))
PEOPLE = [LockPerson("a", "LR", "promoter"), LockPerson("b", "LR", "promoter"), LockPerson("c", "TL", "coordinator")]
COPIES = [Copy(f"copia-{at}.db", datetime(2026, 2, 17, 12 - at, 30), 1_400_000) for at in range(4)]  # noqa: DTZ001


@pytest.fixture(params=["es", "en"])
def field(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, season_cache: Path) -> Iterator[Field]:
    opened = Field(qtbot, sample_season(tmp_path / "datos", season_cache), language=request.param)
    yield opened
    opened.close()


def faults_at(field: Field, name: str) -> list[str]:
    found = []
    for size in SIZES:
        field.window.resize(*size)
        found += [f"{name} {size[0]}x{size[1]}: {fault}" for fault in faults(field.window)]
    return found


def views(field: Field) -> dict[str, CoverView]:
    desk = field.window.desk
    lock = LockView(desk, PEOPLE)
    waiting = LockView(desk, PEOPLE)
    waiting.wait_seconds(40)
    return {
        "lock": lock,
        "waiting": waiting,
        "recover": RecoverView(desk, PEOPLE, lock),
        "trouble": TroubleView(desk, damaged(), COPIES),
        "no-copies": TroubleView(desk, damaged(), []),
        "clock": ClockView(desk, "backward", NOON + timedelta(days=30)),
    }


def test_a_failed_try_does_not_say_the_heading_again(field: Field, qtbot: QtBot) -> None:
    view = TroubleView(field.window.desk, damaged(), COPIES)
    qtbot.addWidget(view)
    view.refused(damaged())
    assert view.banner.title.text() in ("Se intentó y sigue igual.", "It was tried and is as before.")
    view.refused(Refusal("no_room", Sentence("No cabe.", "No room."), NOTHING_CHANGED, NOTHING_CHANGED))
    assert view.banner.title.text() in ("No cabe.", "No room.")


def test_copies_of_the_morning_are_told_in_the_clock_of_the_screen(field: Field, qtbot: QtBot) -> None:
    early = Copy("copia.db", datetime(2026, 2, 17, 2, 13), 1_400_000)  # noqa: DTZ001
    view = TroubleView(field.window.desk, damaged(), [early])
    qtbot.addWidget(view)
    assert view.restore_button.text().endswith(" 2:13")
    assert when_made(early).endswith(" 2:13")


@pytest.mark.parametrize("percent", [100, 200])
def test_what_is_seen_before_the_rooms_keeps_the_rules_of_reach(field: Field, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    said = []
    for name, view in views(field).items():
        field.window.cover(view)
        view.take_focus()
        said += faults_at(field, f"{name} {percent} %")
    field.window.uncover()
    field.window.show_room("settings")
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    for section in page.more:
        page.show_section(section)
        field.rest()
        said += faults_at(field, f"settings {section} {percent} %")
    assert not said, "\n".join(said)
