"""Every page of the window, in both languages, at the sizes and text scales that laptops have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.domain.sessions import STEPS
from promoter_app.ui import theme
from promoter_app.ui.kit.audit import audit
from promoter_app.ui.language import load_language
from promoter_app.ui.settings.page import SettingsPage
from promoter_app.ui.topics.page import TopicsPage
from tests.journeys.desk import Field, sample_season

SIZES = ((1366, 768), (1366, 690), (1920, 1080))
ROOMS = ("today", "week", "crews", "topics", "paper", "deliver", "settings", "help")
NOON = datetime(2026, 2, 17, 11, 58, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("season") / "muestra"


@pytest.fixture(params=["es", "en"])
def field(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, cache: Path) -> Iterator[Field]:
    opened = Field(qtbot, sample_season(tmp_path / "datos", cache), language=request.param, start=NOON)
    yield opened
    opened.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_language(app, "es")


def faults(field: Field, name: str, percent: int) -> list[str]:
    found = []
    for size in SIZES:
        field.window.resize(*size)
        for _pass in range(5):  # wrapped words need a second and a third look at their width
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        found += [f"{name} {size[0]}x{size[1]} {percent} %: {fault}" for fault in audit(field.window)]
    return found


@pytest.mark.parametrize("percent", [100, 200])
def test_rooms_keep_the_rules_of_reach(field: Field, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    said = []
    for room in ROOMS:
        field.window.show_room(room)
        field.rest()
        said += faults(field, room, percent)
    assert not said, "\n".join(said)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_offices_parts_keep_the_rules_of_reach(field: Field, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    field.window.desk.set_role("coordinator")
    field.window.show_room("settings")
    settings = field.window.room()
    assert isinstance(settings, SettingsPage)
    said = []
    for section in ("own", "venue", "break_window", "notice"):
        settings.show_section(section)
        field.rest()
        said += faults(field, f"settings {section}", percent)
    field.window.show_room("topics")
    topics = field.window.room()
    assert isinstance(topics, TopicsPage)
    for tab in ("questions", "laws", "audio", "inserts"):
        topics.tabs.button(tab).click()
        field.rest()
        said += faults(field, f"topics {tab}", percent)
    topics.edit_topic.click()
    field.rest()
    said += faults(field, "topics edit", percent)
    assert not said, "\n".join(said)


@pytest.mark.parametrize("percent", [100, 200])
def test_steps_of_the_session_keep_the_rules_of_reach(field: Field, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    (session,) = field.sql("SELECT id FROM session_now WHERE state = 'planned' AND held_on = '2026-02-17' LIMIT 1")[0]
    field.window.open_session(session)
    field.wait(lambda: field.step() == "attendance")
    said = []
    for step in STEPS:
        field.window.session_view.show_step(step)
        field.rest()
        said += faults(field, step, percent)
    assert not said, "\n".join(said)
