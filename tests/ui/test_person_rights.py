"""A person's rights on their sheet: consents taken back, all data as a file, blocked and erased for good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from promoter_app.ui import theme
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.crews.person_page import PersonPage
from promoter_app.ui.crews.rights_card import SureQuestion
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.people import initials
from tests.journeys.desk import Field
from tests.ui.settled import faults

ASKED = "SELECT stage FROM erasure WHERE subject = ? AND id NOT IN (SELECT target FROM void)"
ABOUT = ("attendance", "attempt", "membership", "consent", "card_assignment", "person_language")


def open_sheet(field: Field, role: str = "coordinator") -> PersonPage:
    field.window.desk.set_role(role)  # type: ignore[arg-type]
    field.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    room = field.window.room()
    assert isinstance(room, CrewsPage)
    room.people.choose_filter("all")
    room.people.table.setFocus()
    field.key(Qt.Key.Key_Home)
    field.key(Qt.Key.Key_Return)
    assert room.person_page is not None
    return room.person_page


def accept(words: str) -> list[tuple[bool, bool]]:
    """Accept the question once it is open; tells whether `words` stood in it and the safe button had the focus."""
    said: list[tuple[bool, bool]] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SureQuestion)
        said.append((words in dialog.words.text(), dialog.focusWidget() is dialog.reject_button))
        dialog.accept_button.click()

    QTimer.singleShot(0, act)
    return said


def undo(field: Field) -> None:
    """Ctrl+Z as a key, wherever the focus is."""
    field.window.activateWindow()  # a window manager does this when a dialog closes; offscreen there is none
    QApplication.processEvents()
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def rows_about(field: Field, person: bytes) -> int:
    counts = [int(field.sql(f"SELECT count(*) FROM {name} WHERE person = ?", person)[0][0]) for name in ABOUT]
    return sum(counts) + int(field.sql("SELECT count(*) FROM person WHERE id = ?", person)[0][0])


def test_a_promoter_only_notes_what_the_person_asks_for(field: Field) -> None:
    sheet = open_sheet(field, "promoter")
    rights = sheet.rights
    field.rest()
    shown = [each.text() for each in rights.findChildren(KeyButton) if each.isVisible()]
    assert shown == ["Pide que se borre lo suyo"]
    assert not rights.give_buttons
    assert not rights.withdraw_buttons
    rights.request_button.setFocus()
    field.key(Qt.Key.Key_Return)
    field.rest()
    assert field.sql(ASKED, sheet.person()) == [("request",)]
    assert rights.state.text() == "Pidió que se borre lo suyo. Va a la oficina con tu entrega; allá se borra."
    assert not rights.request_button.isVisible()
    assert sheet.isAncestorOf(field.focus())
    undo(field)
    field.rest()
    assert field.sql(ASKED, sheet.person()) == []
    assert rights.request_button.isVisible()
    field.window.desk.set_role("coordinator")
    field.rest()
    assert rights.data_button.isVisible()
    assert rights.erase_button.isVisible()


def test_the_sheet_opens_in_the_window_and_the_keys_of_everywhere_work_on_it(field: Field) -> None:
    """A part shown before it had a parent was a window of its own for a moment, and took the keys with it."""
    sheet = open_sheet(field)
    name = sheet.title.text()
    assert QApplication.activeWindow() is field.window
    for here in (sheet.rights.data_button, sheet.rights.erase_button, sheet.name, sheet.new_card):
        here.setFocus()
        field.key(Qt.Key.Key_F7)
        assert sheet.title.text() == initials(name)
        assert QApplication.focusWidget() is not None
        field.key(Qt.Key.Key_F7)
        assert sheet.title.text() == name


def test_a_withdrawal_and_a_block_are_taken_back_with_the_key(field: Field) -> None:
    sheet = open_sheet(field)
    for purpose in ("sensitive_data", "record"):
        accept("")
        sheet.rights.withdraw_buttons[purpose].setFocus()
        field.key(Qt.Key.Key_Return)
        assert purpose not in sheet.rights.withdraw_buttons
        assert sheet.isAncestorOf(field.focus())
        undo(field)
        assert purpose in sheet.rights.withdraw_buttons
    accept("")
    sheet.rights.erase_button.setFocus()
    field.key(Qt.Key.Key_Return)
    assert sheet.rights.erase_button.text() == "Borrar para siempre"
    undo(field)
    assert sheet.rights.erase_button.text() == "Bloquear para borrar"


def test_a_consent_is_taken_back_and_language_goes_with_it(field: Field) -> None:
    sheet = open_sheet(field)
    person = sheet.person()
    sheet.rights.withdraw("sensitive_data")
    field.rest()
    assert field.sql("SELECT language, migrant FROM person_now WHERE id = ?", person) == [(None, None)]
    button = sheet.rights.withdraw_buttons["record"]
    assert button.accessibleName() == "Retirar permiso: Guardar su registro"
    asked = accept("queda pedido")
    button.click()
    field.rest()
    assert asked == [(True, True)]
    assert "record" not in sheet.rights.withdraw_buttons
    assert "Pidió que se borre" in sheet.rights.state.text()
    undo(field)
    assert "record" in sheet.rights.withdraw_buttons


def test_all_that_is_kept_is_saved_as_a_file(field: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "datos-ella.json"
    proposed: list[str] = []

    def choose(_owner: object, _words: str, place: str, _kinds: str) -> tuple[str, str]:
        proposed.append(place)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    sheet = open_sheet(field)
    sheet.rights.data_button.click()
    field.rest()
    field.wait(out.exists)
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["name"] == sheet.title.text()
    assert told["consents"]
    assert {"attendance", "person"} & {part["table"] for part in told["data"]}
    assert not any(word in Path(proposed[0]).name for word in sheet.title.text().split())


def test_blocked_then_erased_for_good(field: Field) -> None:
    sheet = open_sheet(field)
    person = sheet.person()
    assert person is not None
    assert rows_about(field, person) > 1
    asked = accept("Ctrl+Z")
    sheet.rights.erase_button.click()
    field.rest()
    assert asked == [(True, True)]
    assert field.sql("SELECT count(*) FROM person_now WHERE id = ?", person) == [(0,)]
    assert rows_about(field, person) > 1
    assert sheet.rights.erase_button.text() == "Borrar para siempre"
    asked = accept("No se puede deshacer")
    sheet.rights.erase_button.click()
    field.rest()
    assert asked == [(True, True)]
    assert rows_about(field, person) == 0
    assert field.sql("SELECT count(*) FROM erasure WHERE subject = ? AND stage = 'suppress'", person) == [(1,)]
    assert field.window.desk.road.last_undo is None
    assert not sheet.isVisible()


def test_names_are_hidden_there_too(field: Field) -> None:
    sheet = open_sheet(field)
    name = sheet.title.text()
    field.window.desk.hide_names(True)
    field.rest()
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SureQuestion)
        seen.append(dialog.heading.text())
        dialog.reject()

    QTimer.singleShot(0, act)
    sheet.rights.erase_button.click()
    assert initials(name) in seen[0]
    assert name not in seen[0]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_sheet_keeps_the_rules_of_reach(field: Field, qapp: QApplication, percent: int) -> None:
    sheet = open_sheet(field)
    theme.set_percent(qapp, percent)
    said = []
    for size in ((1366, 768), (1366, 690), (1920, 1080)):
        field.window.resize(*size)
        said += [f"{size}: {fault}" for fault in faults(field.window)]
    assert sheet.isVisible()
    assert not said, "\n".join(said)


def test_a_consent_taken_back_can_be_noted_again(field: Field) -> None:
    sheet = open_sheet(field)
    person = sheet.person()
    accept("")
    sheet.rights.withdraw_buttons["sensitive_data"].setFocus()
    field.key(Qt.Key.Key_Return)
    field.rest()
    said = accept("por escrito")
    sheet.rights.give_buttons["sensitive_data"].setFocus()
    field.key(Qt.Key.Key_Return)
    field.rest()
    assert said == [(True, True)]
    last = "SELECT given, how FROM consent WHERE person = ? AND purpose = 'sensitive_data' ORDER BY rowid DESC LIMIT 1"
    assert field.sql(last, person) == [(1, "written")]
    assert "sensitive_data" in sheet.rights.withdraw_buttons
    undo(field)
    field.rest()
    assert "sensitive_data" in sheet.rights.give_buttons


def test_that_somebody_asks_to_be_erased_is_noted_and_taken_back(field: Field) -> None:
    sheet = open_sheet(field)
    sheet.rights.request_button.setFocus()
    field.key(Qt.Key.Key_Return)
    field.rest()
    assert field.sql(ASKED, sheet.person()) == [("request",)]
    assert sheet.rights.state.text() == "Pidió que se borre lo suyo."
    assert not sheet.rights.request_button.isVisible()
    undo(field)
    field.rest()
    assert field.sql(ASKED, sheet.person()) == []
    assert sheet.rights.request_button.isVisible()
