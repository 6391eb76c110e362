"""The sheet of one person in the real window: opened, put right, moved, given a card, undone; by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.ui import theme
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.crews.person_page import MoveQuestion, PersonPage
from tests.journeys.desk import Field
from tests.ui.settled import faults


@pytest.fixture
def sheet(field: Field) -> PersonPage:
    """The sheet of the first person of the first crew, reached by keys alone."""
    field.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    field.rest()
    room = field.window.room()
    assert isinstance(room, CrewsPage)
    room.people.choose_filter("all")
    room.people.table.setFocus()
    field.key(Qt.Key.Key_Home)
    field.key(Qt.Key.Key_Return)
    field.rest()
    assert room.person_page is not None
    assert room.person_page.isVisible()
    return room.person_page


def banner(field: Field) -> str:
    return field.window.banner.accessibleName() or field.window.banner.title.text()


def test_the_sheet_shows_who_where_and_what(field: Field, sheet: PersonPage) -> None:
    ((name, crew),) = field.sql(
        "SELECT p.name, c.name FROM person_now p JOIN membership_now m ON m.person = p.id"
        " JOIN crew_now c ON c.id = m.crew WHERE p.id = ? ORDER BY m.since DESC LIMIT 1", sheet.person(),
    )
    assert sheet.title.text() == name
    assert sheet.where.text().startswith(crew)
    ((visits,),) = field.sql(
        "SELECT count(DISTINCT session) FROM attendance WHERE person = ?"
        " AND id NOT IN (SELECT target FROM void)", sheet.person(),
    )
    assert sheet._visit_lines.count() == max(1, visits)
    assert faults(field.window) == []


def test_a_name_is_put_right_and_taken_back(field: Field, sheet: PersonPage) -> None:
    ((before,),) = field.sql("SELECT name FROM person_now WHERE id = ?", sheet.person())
    sheet.name.setFocus()
    sheet.name.selectAll()
    QTest.keyClicks(sheet.name, "Rosa Nayeli")
    field.key(Qt.Key.Key_F9)
    field.rest()
    assert field.sql("SELECT name FROM person_now WHERE id = ?", sheet.person()) == [("Rosa Nayeli",)]
    assert sheet.title.text() == "Rosa Nayeli"
    sheet.back_button.setFocus()
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.rest()
    assert field.sql("SELECT name FROM person_now WHERE id = ?", sheet.person()) == [(before,)]
    assert sheet.title.text() == before


def test_moving_asks_for_the_crew_and_the_day(field: Field, sheet: PersonPage) -> None:
    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, MoveQuestion)
        asked.append(question.crews.currentText())
        wrong.extend(faults(question))
        question.since.setDate(QDate(2026, 2, 18))
        question.accept_button.click()

    asked: list[str] = []
    wrong: list[object] = []
    QTimer.singleShot(0, answer)
    sheet.move_button.click()
    field.rest()
    assert wrong == []
    rows = field.sql(
        "SELECT c.name, m.until FROM membership_now m JOIN crew_now c ON c.id = m.crew WHERE m.person = ?"
        " AND m.since = '2026-02-18'", sheet.person(),
    )
    assert [row[0] for row in rows] == [asked[0].partition(" · ")[0]]


def test_a_scanned_blank_card_becomes_theirs(field: Field, sheet: PersonPage) -> None:
    ((tag,),) = field.sql("SELECT tag FROM project_now")
    QTest.keyClicks(field.window.focusWidget() or field.window, make_code(CodeKind.CARD, tag, 1_999_999).text)
    field.key(Qt.Key.Key_Return)
    field.rest()
    ((person,),) = field.sql(
        "SELECT a.person FROM card_assignment a JOIN card c ON c.id = a.card WHERE c.number = 1999999"
    )
    assert person == sheet.person()


def test_esc_goes_back_to_the_crew_and_the_names_can_be_hidden(field: Field, sheet: PersonPage) -> None:
    name = sheet.title.text()
    field.key(Qt.Key.Key_F7)
    field.rest()
    assert name not in sheet.title.text()
    assert name not in sheet.name.text()
    field.key(Qt.Key.Key_F7)
    field.rest()
    field.key(Qt.Key.Key_Escape)
    field.rest()
    assert not sheet.isVisible()


def test_a_lost_card_is_cancelled_and_good_again_with_the_key(field: Field, sheet: PersonPage) -> None:
    cancelled = (
        "SELECT count(*) FROM card_cancel c JOIN card_assignment a ON a.card = c.card WHERE a.person = ?"
        " AND c.reason = 'lost' AND c.id NOT IN (SELECT target FROM void)"
    )
    assert sheet.lost_button.isVisible()
    sheet.lost_button.setFocus()
    field.key(Qt.Key.Key_Return)
    field.rest()
    assert field.sql(cancelled, sheet.person()) == [(1,)]
    assert "quedó anulada" in banner(field)
    assert not sheet.lost_button.isVisible()
    assert QApplication.focusWidget() is sheet.new_card
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.rest()
    assert field.sql(cancelled, sheet.person()) == [(0,)]
    assert sheet.lost_button.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_the_sheet_is_lost_at_the_side(
    field: Field, sheet: PersonPage, qapp: QApplication, percent: int
) -> None:
    theme.set_percent(qapp, percent)
    field.window.resize(1366, 690)
    for _look in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    for card in (sheet.data, sheet.stays, sheet.cards, sheet.rights, sheet.visits):
        right = card.mapTo(sheet, card.rect().topRight()).x()
        assert right <= sheet.width(), card.heading.text()
