"""Prueba inicial and Prueba final, played with keys and mouse over a real data folder."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from promoter_app.services import folder as folders
from promoter_app.services.curricula import Content, module_of
from promoter_app.services.sessions import attempts
from promoter_app.ui import theme
from promoter_app.ui.kit import audit
from promoter_app.ui.kit.choices import AnswerTile
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.session.test_page import TestPage
from promoter_app.ui.session.view import SessionView
from tests.ui.field import Fields, UiField, office_stamp


class Nothing(StepPage):
    """A step that shows nothing."""


def _named(name: str) -> Any:
    return type("Nothing", (Nothing,), {"name": name})


MAKERS: dict[str, Any] = {
    "attendance": _named("attendance"),
    "pre_test": lambda desk: TestPage(desk, "pre"),
    "topic": _named("topic"),
    "post_test": lambda desk: TestPage(desk, "post"),
    "closing": _named("closing"),
}


def begin(field: UiField, step: str = "pre_test") -> tuple[SessionView, TestPage]:
    """The session on screen at a test."""
    return field.at(MAKERS, step, TestPage)


def press(field: UiField, view: SessionView, key: Any, more: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or view, key, more)
    field.settle()


def words(page: TestPage) -> str:
    """Everything that can be read on the page."""
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return " | ".join(shown + [tile.text() for tile in tiles(page)])


def tiles(page: TestPage) -> list[AnswerTile]:
    return [tile for tile in page.findChildren(AnswerTile) if tile.isVisibleTo(page)]


def stored(field: UiField) -> list[tuple[Any, ...]]:
    """Valid answers in the order given: person, phase, item number, choice."""
    return field.sql(
        "SELECT t.person, t.phase, i.number, a.choice FROM answer a JOIN attempt t ON t.id = a.attempt"
        " JOIN item i ON i.id = a.item WHERE a.id NOT IN (SELECT target FROM void) ORDER BY a.rowid"
    )


def test_one_key_answers_and_is_on_disk_before_the_next_question_shows(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    person = page.person
    first = page.question.words.text()
    letter = tiles(page)[1].choice.value
    assert "Pregunta 1 de 3" in words(page)
    press(field, view, Qt.Key.Key_2)
    assert [(row[0], row[1], row[3]) for row in stored(field)] == [(person, "pre", letter)]
    assert "Pregunta 2 de 3" in words(page)
    assert page.question.words.text() != first
    assert page.person == person


def test_focus_starts_on_audio_and_never_on_an_answer(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    for _question in range(4):
        assert QApplication.focusWidget() is page.question.audio
        press(field, view, Qt.Key.Key_1)


def test_after_the_last_question_the_next_person_without_a_test_comes(fields: Fields) -> None:
    field = fields(came=3)
    view, page = begin(field)
    turns = []
    for _answer in range(9):
        turns.append(page.person)
        press(field, view, Qt.Key.Key_0)
    assert turns == [person for person in field.people[:3] for _question in range(3)]
    assert "Ya contestaron todas las personas" in words(page)
    assert {row[3] for row in stored(field)} == {"0"}
    assert page.go_on.property("kind") == "primary"


def test_answers_come_in_the_same_order_before_and_after(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    before = [tile.text() for tile in tiles(page)]
    view.show_step("post_test")
    field.settle()
    after = view.stack.currentWidget()
    assert isinstance(after, TestPage)
    assert after is not page
    assert [tile.text() for tile in tiles(after)] == before


def test_nothing_on_screen_tells_which_answer_is_right(fields: Fields) -> None:
    field = fields(came=1)
    view, page = begin(field)
    looks = set()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(field, view, key)
        press(field, view, Qt.Key.Key_Left)
        chosen = [tile for tile in tiles(page) if tile.isChecked()]
        looks.add((len(chosen), chosen[0]._colours(), page.question.place.text(), page.question.hush.text()))
    assert len(looks) == 1
    assert "No digas todavía cuál es la correcta." in words(page)


def test_left_goes_back_and_answering_again_replaces(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    press(field, view, Qt.Key.Key_1)
    press(field, view, Qt.Key.Key_Left)
    assert "Pregunta 1 de 3" in words(page)
    press(field, view, Qt.Key.Key_3)
    assert "Pregunta 2 de 3" in words(page)
    assert len(stored(field)) == 2
    assert page.room.test_of(field.people[0]).answers == {"M1-1": stored(field)[1][3]}


def test_left_from_the_first_question_comes_to_the_last_one_of_the_person_before(fields: Fields) -> None:
    field = fields(came=2)
    view, page = begin(field)
    for _answer in range(3):
        press(field, view, Qt.Key.Key_1)
    assert page.person == field.people[1]
    assert page.back.isEnabled()
    press(field, view, Qt.Key.Key_Left)
    assert (page.person, page.at) == (field.people[0], 2)
    assert "Pregunta 3 de 3" in words(page)
    press(field, view, Qt.Key.Key_2)
    assert page.person == field.people[1]
    assert len(page.room.test_of(field.people[0]).answers) == 3


def test_left_on_the_very_first_question_leaves_the_focus_where_it_is(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    press(field, view, Qt.Key.Key_Left)
    assert (page.person, page.at) == (field.people[0], 0)
    assert QApplication.focusWidget() is page.question.audio
    assert page.back.reason() == "es la primera pregunta"


def test_up_and_down_and_a_click_choose_a_person(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    press(field, view, Qt.Key.Key_Down)
    assert page.person == field.people[1]
    press(field, view, Qt.Key.Key_Up)
    press(field, view, Qt.Key.Key_Up)
    assert page.person == field.people[5]
    listed = page.people.list
    where = listed.visualRect(listed.people.index(2)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    field.settle()
    assert page.person == field.people[2]


def test_a_scanned_card_jumps_to_its_person_and_a_stranger_is_sent_to_attendance(fields: Fields) -> None:
    field = fields(came=5)
    view, page = begin(field)
    told: list[str] = []
    field.desk.told.connect(lambda _kind, title, _detail: told.append(title))
    view.card_scanned(field.code(4))
    field.settle()
    assert page.person == field.people[3]
    assert told == []
    view.card_scanned(field.code(6))
    field.settle()
    assert page.person == field.people[3]
    assert "pasa por Asistencia" in told[0]


def test_not_wanting_to_answer_is_kept_as_such_and_can_be_taken_back(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    press(field, view, Qt.Key.Key_1)
    QTest.mouseClick(page.question.decline, Qt.MouseButton.LeftButton)
    field.settle()
    assert page.person == field.people[1]
    valid = "id NOT IN (SELECT target FROM void)"
    assert field.sql(f"SELECT count(*) FROM attempt WHERE declined = 1 AND {valid}") == [(1,)]
    assert stored(field) == []
    field.desk.road.take_back()
    field.settle()
    assert field.sql(f"SELECT count(*) FROM attempt WHERE declined = 1 AND {valid}") == [(0,)]
    assert len(stored(field)) == 1
    assert page.person == field.people[0]


def test_undo_takes_the_last_answer_back_and_shows_that_question_again(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    for _answer in range(4):
        press(field, view, Qt.Key.Key_1)
    assert page.person == field.people[1]
    for _answer in range(2):
        field.desk.road.take_back()
        field.settle()
    assert len(stored(field)) == 2
    assert page.person == field.people[0]
    assert "Pregunta 3 de 3" in words(page)


def test_coming_back_shows_where_each_person_is(fields: Fields) -> None:
    field = fields()
    view, _page = begin(field)
    for _answer in range(4):
        press(field, view, Qt.Key.Key_1)
    again = field.view(MAKERS)
    again.show_step("pre_test")
    field.settle()
    resumed = again.stack.currentWidget()
    assert isinstance(resumed, TestPage)
    assert resumed.person == field.people[1]
    assert "Pregunta 2 de 3" in words(resumed)
    rows = [resumed.people.list.people.row(at) for at in range(3)]
    assert [row.mark for row in rows] == ["present", "current", "missing"]
    assert "ya contestó" in rows[0].detail


def test_audio_says_what_is_missing(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    assert page.question.audio.text() == "Náayeri"
    assert "Falta el audio en náayeri. Pídelo en la oficina" in words(page)
    page.show_person(field.people[3])
    field.settle()
    assert page.question.audio.text() == "Español"
    assert "Léela tú en voz alta." in words(page)
    press(field, view, Qt.Key.Key_A)
    assert stored(field) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_Return])
def test_going_on_is_possible_at_any_time(fields: Fields, key: Any) -> None:
    field = fields()
    view, _page = begin(field)
    more = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_Return else Qt.KeyboardModifier.NoModifier
    press(field, view, key, more)
    assert view.step() == "topic"


def test_raised_hands_count_per_answer_and_store_right_ones_and_total(fields: Fields, content: Content) -> None:
    field = fields()
    _view, page = begin(field)
    QTest.mouseClick(page.raise_hands, Qt.MouseButton.LeftButton)
    field.settle()
    module = module_of(content, page.current)
    assert module is not None
    first = module.items[0]
    for letter, count in ((first.key, 5), ("", 2)):
        box = page.hands.fields[letter]
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(count))
    assert "7 manos en total" in page.hands.total.text()
    QTest.mouseClick(page.hands.save, Qt.MouseButton.LeftButton)
    field.settle()
    assert field.sql("SELECT phase, correct, total FROM hand_count") == [("pre", 5, 7)]
    assert "pregunta 2 de 3" in page.hands.place.text()
    assert stored(field) == []


def test_a_drawn_sample_is_the_same_before_and_after(fields: Fields) -> None:
    def two(folder: Any, edge: Any, _session: bytes) -> None:
        folders.set_setting(folder, office_stamp(edge), "test_sample", "2")

    field = fields(before=two)
    view, page = begin(field)
    drawn = [one.id for one in page.room.people]
    assert len(drawn) == 2
    assert "2 personas de 6" in words(page)
    view.show_step("post_test")
    field.settle()
    after = view.stack.currentWidget()
    assert isinstance(after, TestPage)
    assert [one.id for one in after.room.people] == drawn


def test_true_or_false_shows_two_tiles(fields: Fields, content: Content) -> None:
    def full(folder: Any, edge: Any, _session: bytes) -> None:
        folders.set_setting(folder, office_stamp(edge), "test_form", "full")

    field = fields(before=full)
    view, page = begin(field)
    press(field, view, Qt.Key.Key_1)
    assert [tile.text() for tile in tiles(page)] == ["Verdadero", "Falso"]
    press(field, view, Qt.Key.Key_3)
    assert len(stored(field)) == 1
    press(field, view, Qt.Key.Key_2)
    assert stored(field)[1][3] == "F"
    assert attempts.DONT_KNOW == "0"


def test_nobody_present_offers_attendance(fields: Fields) -> None:
    field = fields(came=0)
    view, page = begin(field)
    assert "Todavía no hay nadie en la lista." in words(page)
    press(field, view, Qt.Key.Key_Return)
    assert view.step() == "attendance"


def test_names_are_hidden_with_the_others(fields: Fields) -> None:
    field = fields()
    _view, page = begin(field)
    field.desk.hide_names(True)
    assert page.people.list.people.row(0).name.startswith("A. S.")


@pytest.mark.parametrize(
    ("language", "percent", "width", "height"),
    [("es", 100, 1366, 690), ("en", 100, 1366, 768), ("es", 200, 1366, 690), ("en", 200, 1920, 1080)],
)
def test_page_passes_the_audit(
    fields: Fields, qtbot: QtBot, spoken: Any, language: str, percent: int, width: int, height: int
) -> None:
    field = fields()
    spoken(field, language, percent)
    view, page = begin(field)
    view.resize(width, height)
    for hands in (False, True):
        if hands:
            page.raise_hands.click()
            field.settle()
        qtbot.waitUntil(lambda: not faults(page))
        assert view.width() == width


def faults(page: TestPage) -> list[str]:
    """What the audit says of the page (Tab is looked at on a page that does not scroll)."""
    found = audit.nameless(page) + audit.small_targets(page) + audit.cut_text(page) + audit.many_primaries(page)
    return found + (audit.tab_faults(page) if theme.current_percent() == 100 else [])
