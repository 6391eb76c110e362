"""F1 in a session: help stands beside the step, and scanning and teaching go on while it is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from promoter_app.domain.sessions import STEPS
from promoter_app.ui.help_page import help_text
from promoter_app.ui.session.closing_page import ClosingPage
from promoter_app.ui.session.help_aside import HelpAside
from promoter_app.ui.session.test_page import TestPage
from promoter_app.ui.session.topic_page import TopicPage
from promoter_app.ui.session.view import LeaveSession, SessionView
from tests.ui.field import Fields, UiField
from tests.ui.line import ELSEWHERE, Line
from tests.ui.settled import faults

Speak = Callable[[UiField, str, int], None]


def heading(step: str, language: str = "es") -> str:
    topic = "tests" if step.endswith("_test") else step
    return help_text(topic, language).splitlines()[0].removeprefix("# ")


def shown_help(view: SessionView) -> HelpAside | None:
    return next((each for each in view.findChildren(HelpAside) if each.isVisible()), None)


def read(view: SessionView) -> str:
    """The first line of the help on screen; "" when there is none."""
    shown = shown_help(view)
    return shown.text.toPlainText().splitlines()[0] if shown is not None else ""


def places(view: SessionView) -> tuple[int, int, int]:
    """Where the content ends and the help begins, and how wide that is, in pixels of the session."""
    aside = view.help.aside
    return view.stack.mapTo(view, QPoint(view.stack.width(), 0)).x(), aside.mapTo(view, QPoint(0, 0)).x(), aside.width()


@pytest.fixture
def makers(qapp: QApplication) -> dict[str, object]:
    return {
        "pre_test": lambda desk: TestPage(desk, "pre"),
        "topic": TopicPage,
        "post_test": lambda desk: TestPage(desk, "post"),
        "closing": ClosingPage,
    }


def test_f1_opens_the_help_beside_the_step_and_over_nothing(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    view = line.window.session_view
    assert read(view) == heading("attendance")
    ends, begins, width = places(view)
    assert ends <= begins
    assert 1366 // 4 < width < 1366 // 2
    assert line.page.board.panel.isVisible()
    assert line.page.board.field.isVisible()


def test_the_mouse_opens_and_closes_it_at_the_end_of_the_bar(line: Line) -> None:
    view = line.window.session_view
    before = line.focus()
    assert before is line.page.board.field
    QTest.mouseClick(view.bar.help, Qt.MouseButton.LeftButton)
    assert read(view) == heading("attendance")
    QTest.mouseClick(view.bar.help, Qt.MouseButton.LeftButton)
    assert shown_help(view) is None
    assert line.focus() is before
    last = max(view.bar.findChildren(QWidget), key=lambda each: each.mapTo(view.bar, QPoint(each.width(), 0)).x())
    assert last is view.bar.help


def test_cards_count_while_the_help_is_open(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    line.scan(3)
    assert line.present() == ["Rosalía Bautista Carrillo"]
    assert line.said().startswith("Presente. Rosalía Bautista Carrillo")
    assert line.page.board.panel.isVisible()
    assert read(line.window.session_view) == heading("attendance")
    assert line.focus() is line.window.session_view.help.aside.text


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_f1_or_esc_closes_it_and_the_focus_comes_back(line: Line, key: Qt.Key) -> None:
    for before in (line.page.board.field, line.page.board.crowd.came):
        before.setFocus()
        line.key(Qt.Key.Key_F1)
        assert line.focus() is line.window.session_view.help.aside.text
        line.key(key)
        assert read(line.window.session_view) == ""
        assert line.focus() is before
    assert not line.window.session_view.findChildren(LeaveSession)


def test_its_button_closes_it(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    line.click(line.window.session_view.help.aside.close_button)
    assert read(line.window.session_view) == ""
    assert line.focus() is line.page.board.field


def test_whoever_comes_back_to_reading_later_leaves_it_for_where_they_were(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    line.page.board.new.setFocus()
    line.click(line.window.session_view.help.aside.text.viewport())
    line.key(Qt.Key.Key_Escape)
    assert line.focus() is line.page.board.new


def test_the_keys_of_reading_move_the_text_from_its_button_too(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    aside = line.window.session_view.help.aside
    bar = aside.text.verticalScrollBar()
    line.key(Qt.Key.Key_Down)
    low = bar.value()
    line.key(Qt.Key.Key_PageDown)
    assert 0 < low < bar.value()
    line.key(Qt.Key.Key_Up)
    assert low < bar.value() < bar.maximum()
    for place in (aside.text, aside.close_button):
        place.setFocus()
        line.key(Qt.Key.Key_End)
        assert bar.value() == bar.maximum()
        line.key(Qt.Key.Key_Home)
        assert bar.value() == 0


def test_what_is_typed_over_the_help_goes_to_the_field(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    line.type("rosa")
    assert line.page.board.field.text() == "rosa"
    assert line.focus() is line.page.board.field
    assert read(line.window.session_view) == heading("attendance")


def test_what_is_typed_over_the_help_finds_the_field_also_from_a_list_without_room(line: Line) -> None:
    line.page.board.crowd.came.setFocus()
    line.key(Qt.Key.Key_F1)
    line.type("rosa")
    assert line.page.board.field.text() == "rosa"


def test_a_card_that_waits_is_answered_with_the_help_open(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    line.scan(ELSEWHERE)
    line.key(Qt.Key.Key_Return)
    assert line.present() == ["Eusebio Robles González"]
    line.key(Qt.Key.Key_Escape)
    assert read(line.window.session_view) == "", "nothing else wanted that Esc"
    assert not line.window.session_view.findChildren(LeaveSession)


def test_esc_in_the_help_does_not_answer_the_card(line: Line) -> None:
    line.scan(ELSEWHERE)
    line.key(Qt.Key.Key_F1)
    line.key(Qt.Key.Key_Escape)
    assert read(line.window.session_view) == ""
    assert line.unanswered() == ["other_crew"]


def test_f1_in_another_step_turns_to_its_help(fields: Fields, makers: dict[str, object]) -> None:
    field = fields()
    view = field.view(makers | {"attendance": makers["closing"]})
    for step in STEPS[1:]:
        view.show_step(step)
        field.settle()
        view.ask_help()
        assert read(view) == heading(step), step
        if step == "post_test":
            view.ask_help()
            assert read(view) == ""


def test_teaching_goes_on_beside_the_help(fields: Fields, makers: dict[str, object]) -> None:
    field = fields()
    view = field.view(makers | {"attendance": makers["closing"]})
    view.show_step("topic")
    field.settle()
    page = view.stack.currentWidget()
    assert isinstance(page, TopicPage)
    view.ask_help()
    aside = view.help.aside
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_PageDown)
    assert (page.at, aside.text.verticalScrollBar().value() > 0) == (0, aside.text.verticalScrollBar().maximum() > 0)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    field.settle()
    assert page.at == 1
    assert read(view) == heading("topic")


def test_the_keys_of_time_and_audio_work_while_their_tab_is_hidden(fields: Fields, makers: dict[str, object]) -> None:
    field = fields()
    view = field.view(makers | {"attendance": makers["closing"]})
    view.show_step("topic")
    field.settle()
    page = view.stack.currentWidget()
    assert isinstance(page, TopicPage)
    view.ask_help()
    QApplication.processEvents()
    assert not page.time.isVisible()
    before = page.time.pause.text()
    QTest.keyClick(view.focusWidget(), "p")
    assert page.time.pause.text() != before


def test_an_answer_of_the_test_is_given_beside_the_help(fields: Fields, makers: dict[str, object]) -> None:
    field = fields()
    view = field.view(makers | {"attendance": makers["closing"]})
    view.show_step("pre_test")
    field.settle()
    view.ask_help()
    answers = len(field.sql("SELECT id FROM answer"))
    QTest.keyClick(view.focusWidget(), "2")
    field.settle()
    assert len(field.sql("SELECT id FROM answer")) == answers + 1
    assert read(view) == heading("pre_test")


def test_in_large_text_the_help_takes_the_place_and_gives_way_to_a_card(line: Line, spoken: Speak) -> None:
    spoken(line.field, "es", 200)
    line.rest()
    line.key(Qt.Key.Key_F1)
    view = line.window.session_view
    assert read(view) == heading("attendance")
    assert view.help.aside.width() == view.width()
    line.scan(3)
    assert line.present() == ["Rosalía Bautista Carrillo"]
    assert read(view) == ""
    assert line.page.board.panel.isVisible()
    assert line.focus() is line.page.board.field


def test_a_narrow_window_and_a_wide_one(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    view = line.window.session_view
    line.window.resize(960, 690)
    line.rest()
    assert view.help.aside.width() == view.width()
    line.window.resize(1366, 690)
    line.rest()
    ends, begins, _width = places(view)
    assert ends <= begins
    assert line.page.board.panel.isVisible()


def test_leaving_the_session_closes_the_help(line: Line) -> None:
    line.key(Qt.Key.Key_F1)
    line.window.session_view.close_view()
    assert read(line.window.session_view) == ""


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["es", "en"])
def test_it_keeps_the_rules_of_reach_in_both_languages(line: Line, spoken: Speak, language: str, percent: int) -> None:
    line.key(Qt.Key.Key_F1)
    spoken(line.field, language, percent)
    line.rest()
    aside = line.window.session_view.help.aside
    assert read(line.window.session_view) == heading("attendance", language)
    assert aside.text.accessibleName() == {"es": "Texto de ayuda", "en": "Help text"}[language]
    assert aside.close_button.accessibleName() == {"es": "Cerrar la ayuda", "en": "Close help"}[language]
    assert faults(line.window) == []
