"""What a session shows belongs to it: not to the one before, and not to what was done minutes ago."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.checks import CheckRow
from promoter_app.ui.today.dialogs import ChooseSession
from promoter_app.ui.today.later import LaterRow
from promoter_app.ui.today.page import TodayPage
from tests.journeys.desk import Field
from tests.journeys.test_promoter_day import codes_of_crew

OpenField = Callable[..., Field]
K = Qt.Key
STEPS = "SELECT step, event FROM session_step WHERE session = ? ORDER BY rowid"


def begin(field: Field) -> bytes:
    """Enter on Hoy: the session that began."""
    field.key(K.Key_Return)
    field.wait(lambda: field.step() != "" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    return session.id


def done(field: Field) -> list[str]:
    """The steps that the bar shows as done, as a screen reader says them."""
    buttons = field.window.session_view.bar.findChildren(QAbstractButton)
    return [name for button in buttons if (name := button.accessibleName()).endswith("hecho")]


def test_the_next_session_begins_with_nothing_done(open_field: OpenField) -> None:
    field = open_field()
    first = begin(field)
    field.scan(codes_of_crew(field, first, inside=True)[0])
    field.window.session_view.show_step("closing")
    field.rest()
    field.key(K.Key_F9)
    field.wait(lambda: not field.window.in_session() and not field.window.desk.road.is_busy)
    second = begin(field)
    assert second != first
    assert field.step() == "attendance"
    assert field.sql(STEPS, second) == [("attendance", "started")]
    assert done(field) == []


def test_what_was_undone_is_said_once_and_makes_room_for_what_comes_next(open_field: OpenField) -> None:
    field = open_field()
    session = begin(field)
    code, other, *_rest = codes_of_crew(field, session, inside=True)
    field.scan(code)
    field.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Se deshizo" in field.panel()
    assert field.banner() == ""
    field.scan(other)
    field.key(K.Key_F9)
    field.key(K.Key_2)
    field.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.banner() == "Se deshizo: respuesta"
    field.key(K.Key_2)
    assert field.banner() == ""


def test_a_late_person_is_named_until_the_next_thing_or_until_names_are_hidden(open_field: OpenField) -> None:
    field = open_field()
    session = begin(field)
    field.window.session_view.show_step("topic")
    field.rest()
    code, other, *_rest = codes_of_crew(field, session, inside=True)
    field.scan(code)
    assert field.banner().startswith("Presente · Van 1")
    field.key(K.Key_F7)
    assert field.banner() == ""
    field.scan(other)
    assert field.banner() == "Presente · Van 2"
    field.window.session_view.show_step("closing")
    field.rest()
    assert field.banner() == ""


def test_where_we_were_is_said_until_the_first_thing_is_done(open_field: OpenField) -> None:
    field = open_field()
    code, *_rest = codes_of_crew(field, begin(field), inside=True)
    field.close()
    again = open_field(field.folder)
    again.wait(lambda: again.step() == "attendance")
    again.rest()
    assert again.banner() == "Se apagó la laptop. Seguimos donde ibas"
    again.scan(code)
    assert again.banner() == ""


def test_changing_the_next_session_begins_with_its_own_crew_and_topic(
    open_field: OpenField, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = open_field()
    asked: list[tuple[bytes, str]] = []

    def look(question: ChooseSession) -> int:
        wanted = question.wanted()
        asked.append((wanted.crew.id, wanted.module))
        return 0

    monkeypatch.setattr(ChooseSession, "exec", look)
    (change,) = [each for each in field.window.findChildren(KeyButton) if each.text() == "Cambiar cuadrilla o tema"]
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    field.rest()
    field.window.show_room("today")  # the focus back on the main action
    session = begin(field)
    assert asked == field.sql("SELECT crew, module FROM session_now WHERE id = ?", session)


def test_understood_leaves_the_focus_where_the_work_is(open_field: OpenField) -> None:
    field = open_field()
    begin(field)
    field.window.session_view.show_step("topic")
    field.rest()
    before = field.focus()
    field.window.desk.tell("amber", "Poca pila")
    (understood,) = field.window.session_view.banner.findChildren(QAbstractButton)
    QTest.mouseClick(understood, Qt.MouseButton.LeftButton)
    field.rest()
    assert field.banner() == ""
    assert field.focus() is before


def test_tab_comes_to_the_later_sessions_before_what_to_bring(open_field: OpenField) -> None:
    field = open_field()
    page = field.window.room()
    assert isinstance(page, TodayPage)
    chain, here = [], page.hero.start_button.nextInFocusChain()
    while here is not None and here is not page.hero.start_button:
        chain.append(here)
        here = here.nextInFocusChain()
    lines = [chain.index(row.choose) for row in page.later.findChildren(LaterRow)]
    bring = [chain.index(row) for row in page.kit.findChildren(CheckRow)]
    assert lines == sorted(lines)
    assert chain.index(page.add_button) < lines[0]
    assert lines[-1] < min(bring)


def test_without_a_stick_it_is_said_before_anything_is_delivered(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sticks: list[Path] = []
    monkeypatch.setattr("promoter_app.ui.deliver_page.removable_places", lambda: sticks)
    field = open_field()
    field.window.show_room("deliver")
    field.rest()
    page = field.window.room()
    assert isinstance(page, DeliverPage)
    assert page.no_stick.isVisible()
    assert page.no_stick.text().startswith("No hay memoria puesta.")
    sticks.append(tmp_path)
    field.window.show_room("today")
    field.window.show_room("deliver")
    field.rest()
    assert not page.no_stick.isVisible()
    assert page.place.text() == f"Memoria «{tmp_path.name}»"
