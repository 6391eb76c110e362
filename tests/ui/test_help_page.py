"""F1 opens the page of the screen one is on, in the window's language; every room and step has one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.domain.sessions import STEPS
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.help_page import TOPICS, HelpDialog, HelpPage, help_text, settings_help
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.language import LANGUAGES
from promoter_app.ui.rooms import room_makers
from promoter_app.ui.settings.page import SettingsPage
from tests.journeys.desk import Field, sample_season

ROOMS = [name for name in room_makers() if name != "help"]


@pytest.fixture(params=LANGUAGES)
def field(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path, season_cache: Path
) -> Iterator[Field]:
    opened = Field(qtbot, sample_season(tmp_path / "datos", season_cache), language=request.param)
    yield opened
    opened.close()


def heading(language: str, topic: str) -> str:
    return help_text(topic, language).splitlines()[0].removeprefix("# ")


def test_f1_opens_the_page_of_the_room(field: Field) -> None:
    desk = field.window.desk
    for room in ROOMS:
        role = room_makers()[room][0].role or "coordinator"
        if desk.role != role:
            desk.set_role(role)  # type: ignore[arg-type]
        field.window.show_room(room)
        field.rest()
        field.key(Qt.Key.Key_F1)
        page = field.window.room()
        assert isinstance(page, HelpPage), room
        topic = "settings/own" if room == "settings" else room
        assert page.text.toPlainText().splitlines()[0] == heading(desk.language, topic)


def test_escape_goes_back_to_where_one_was(field: Field) -> None:
    field.window.show_room("crews")
    field.rest()
    before = field.focus()
    field.key(Qt.Key.Key_F1)
    assert isinstance(field.window.room(), HelpPage)
    field.key(Qt.Key.Key_Escape)
    assert isinstance(field.window.room(), CrewsPage)
    assert field.focus() is before


def test_help_over_what_covers_the_window_does_not_speak_of_a_session(field: Field) -> None:
    for topic in ("wizard", "lock"):
        dialog = HelpDialog(field.window.desk, topic)
        (close,) = dialog.findChildren(KeyButton)
        assert not {"sesión", "session"} & set(close.text().split())


def test_f1_in_a_section_of_ajustes_opens_its_own_help(field: Field) -> None:
    field.window.desk.set_role("coordinator")
    field.window.show_room("settings")
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    for section in ("venue", "plan", "access"):
        field.window.show_room("settings")
        page.show_section(section)
        field.rest()
        field.key(Qt.Key.Key_F1)
        shown = field.window.room()
        assert isinstance(shown, HelpPage)
        assert shown.text.toPlainText().splitlines()[0] == heading(field.window.desk.language, f"settings/{section}")
        assert len(shown.text.toPlainText().splitlines()) > 1


def test_every_section_of_ajustes_has_help_and_no_help_is_of_nothing(field: Field) -> None:
    field.window.desk.set_role("coordinator")
    field.window.show_room("settings")
    field.rest()
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    rows = page.sections.people
    shown = {str(row.key): row.name for row in map(rows.row, range(rows.rowCount()))}
    told = settings_help(field.window.desk.language)
    assert shown == {name: title for name, (title, _text) in told.items()}


@pytest.mark.parametrize("topic", [*TOPICS, *(f"settings/{name}" for name in settings_help("es"))])
def test_a_page_says_the_same_in_both_languages(topic: str) -> None:
    spanish, english = (help_text(topic, language) for language in ("es", "en"))
    assert spanish != english
    assert spanish.count("\n- ") == english.count("\n- ")
    assert spanish.count("**") == english.count("**")
    assert "!" not in spanish + english


def test_every_step_has_a_page() -> None:
    assert {"tests" if step.endswith("_test") else step for step in STEPS} <= set(TOPICS)
