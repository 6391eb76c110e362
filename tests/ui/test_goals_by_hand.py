"""Campaign reach and figures by hand, told in the real window with keys; rows read with plain sqlite3."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from promoter_app.domain.indicators.by_hand import OUTREACH
from promoter_app.domain.office.nouns import NOUNS
from promoter_app.services.indicators import by_hand
from promoter_app.services.office import setting_up
from promoter_app.ui.goals.by_hand_card import HandQuestion
from promoter_app.ui.goals.page import GoalsPage
from promoter_app.ui.goals.words import amount
from tests.journeys.desk import Field

STANDING = " WHERE id NOT IN (SELECT target FROM void)"
REACH = "SELECT coalesce(sum(people), 0) FROM outreach" + STANDING
PERIOD = REACH + " AND on_date BETWEEN '2025-10-01' AND '2026-03-31'"


@pytest.fixture
def page(field: Field, goals: GoalsPage) -> GoalsPage:
    goals.show_tab("course")
    field.rest()
    return goals


def in_question(act: Callable[[HandQuestion], None]) -> None:
    """Do this once the question is open."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HandQuestion)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, found)


def press(dialog: HandQuestion, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key)


def go_to(dialog: HandQuestion, name: str) -> None:
    """Tab on until a field, or a button of the question, has the focus."""
    wanted = getattr(dialog, name, None) or dialog.fields.editor(name)
    for _step in range(20):
        if dialog.focusWidget() is wanted:
            return
        press(dialog, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def put(dialog: HandQuestion, name: str, words: str) -> None:
    """Write words in a field, or go down to the choice that begins with them."""
    go_to(dialog, name)
    editor = dialog.fields.editor(name)
    if isinstance(editor, QLineEdit):
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, words)
        return
    assert isinstance(editor, QComboBox)
    for _step in range(editor.count()):
        if not editor.currentText().startswith(words):
            QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.currentText().startswith(words)


def undo(field: Field) -> None:
    """Ctrl+Z, in the window again."""
    field.window.activateWindow()
    assert QTest.qWaitForWindowActive(field.window)
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def shown(field: Field, page: GoalsPage, code: str) -> float | None:
    """What the card of an indicator says."""
    page.show_tab("figures")
    field.rest()
    said: dict[str, float | None] = {}
    for _turn in range(5):
        said |= {card.kpi.code: card.kpi.actual for card in page.figures.cards.cards()}
        page.figures.cards.turn(1)
    page.show_tab("course")
    field.rest()
    return said[code]


def test_reach_is_told_corrected_and_taken_back_with_keys(field: Field, page: GoalsPage) -> None:
    ((before,),) = field.sql(PERIOD)
    assert shown(field, page, "3.2a") == before
    table = page.course.by_hand.table

    def tell(dialog: HandQuestion) -> None:
        assert dialog.focusWidget() is dialog.fields.editor("on_date")
        put(dialog, "channel", "radio local")
        put(dialog, "counted", "Se estimó")
        put(dialog, "place", "Xalisco")
        go_to(dialog, "accept_button")
        press(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert "«Personas alcanzadas»" in dialog.banner.accessibleName()
        put(dialog, "people", "1250")
        put(dialog, "on_date", "18/02/2026")
        go_to(dialog, "accept_button")
        press(dialog, Qt.Key.Key_Return)
        assert dialog.banner.accessibleName().startswith("Ese día todavía no llega")
        put(dialog, "on_date", "17/02/2026")
        go_to(dialog, "accept_button")
        press(dialog, Qt.Key.Key_Return)

    in_question(tell)
    page.course.by_hand.reach_button.setFocus()
    field.key(Qt.Key.Key_Return)
    assert table.texts()[0] == (
        "17 feb", "radio local", "Xalisco", amount(1250), "Se estimó", "Lupita Ramos", "17 feb",
    )  # fmt: skip
    rows = field.sql("SELECT on_date, channel, people, counted, place FROM outreach" + STANDING + " AND people = 1250")
    assert rows == [("2026-02-17", "radio local", 1250, "estimated", "Xalisco")]
    assert shown(field, page, "3.2a") == before + 1250

    def correct(dialog: HandQuestion) -> None:
        put(dialog, "people", "1300")
        go_to(dialog, "accept_button")
        press(dialog, Qt.Key.Key_Return)

    in_question(correct)
    table.setFocus()
    field.key(Qt.Key.Key_Return)
    assert table.texts()[0][3] == amount(1300)
    assert field.sql(PERIOD) == [(before + 1300,)]
    undo(field)
    assert field.sql(PERIOD) == [(before + 1250,)]
    assert table.texts()[0][3] == amount(1250)

    def take_back(dialog: HandQuestion) -> None:
        go_to(dialog, "take_back_button")
        press(dialog, Qt.Key.Key_Return)

    in_question(take_back)
    table.setFocus()
    field.key(Qt.Key.Key_Return)
    assert field.sql(PERIOD) == [(before,)]
    assert shown(field, page, "3.2a") == before
    undo(field)
    assert shown(field, page, "3.2a") == before + 1250


def test_a_figure_that_the_app_cannot_count_is_told_by_hand(field: Field, page: GoalsPage) -> None:
    card = page.course.by_hand
    assert "Ajustes" in card.figure_button.reason()
    assert card.hint.isVisible()
    assert card.figure_button.reason() in card.hint.text(), "why is read on the screen, not only under the mouse"
    values = {"code": "OC1", "name_es": "Planes firmados", "name_en": "Plans signed", "rule": "reported"}
    field.window.desk.road.do(lambda folder, stamp: setting_up.add(folder, stamp, NOUNS["indicator"], values))
    field.rest()
    assert shown(field, page, "OC1") == 0

    def tell(dialog: HandQuestion) -> None:
        assert dialog.focusWidget() is dialog.fields.editor("indicator")
        put(dialog, "indicator", "OC1")
        put(dialog, "amount", "4")
        put(dialog, "evidence", "Actas de febrero")
        go_to(dialog, "accept_button")
        press(dialog, Qt.Key.Key_Return)

    in_question(tell)
    page.course.by_hand.figure_button.setFocus()
    field.key(Qt.Key.Key_Return)
    rows = field.sql("SELECT on_date, amount, evidence FROM reported_figure" + STANDING)
    assert rows == [("2026-02-17", 4, "Actas de febrero")]
    assert page.course.by_hand.table.texts()[0][1:4] == ("OC1 · Planes firmados", "Actas de febrero", "4")
    assert "No se anotan cifras" not in card.hint.text()
    assert shown(field, page, "OC1") == 4


def test_the_list_by_hand_can_show_one_thing_alone(field: Field, page: GoalsPage) -> None:
    card = page.course.by_hand
    for channel in ("radio de prueba", "cartel de prueba"):
        values = {"on_date": "2026-02-16", "channel": channel, "people": "7", "counted": "counted"}
        field.window.desk.road.do(partial(by_hand.tell, noun=OUTREACH, values=values))
        field.rest()
    every = card.table.texts()
    at = card.only.findText("cartel de prueba")
    card.only.setCurrentIndex(at)
    assert [line[1] for line in card.table.texts()] == ["cartel de prueba"]
    seen: list[str] = []

    def look(dialog: HandQuestion) -> None:
        seen.append(str(dialog.fields.values()["channel"]))

    in_question(look)
    card.table.opened.emit(0)
    assert seen == ["cartel de prueba"], "the row that is seen is the one that opens"
    card.only.setCurrentIndex(0)
    assert card.table.texts() == every


def test_lists_without_rows_say_so(qtbot: QtBot, tmp_path: Path) -> None:
    field = Field(qtbot, tmp_path / "datos")
    field.window.desk.set_role("coordinator")
    field.window.show_room("goals")
    room = field.window.room()
    assert isinstance(room, GoalsPage)
    said = {}
    for tab in ("course", "period"):
        room.show_tab(tab)
        field.rest()
        for table in (room.course.by_hand.table, room.course.ratings.table, room.closing.targets):
            if table.isVisible():
                said[table.accessibleName()] = table.accessibleDescription()
    assert said == {
        "Campaña y cifras": "Nadie ha anotado nada a mano.",
        "Calificaciones": "Todavía no se califica ningún resultado.",
        "Metas por fijar": "No hay metas por fijar.",
    }
    field.close()
