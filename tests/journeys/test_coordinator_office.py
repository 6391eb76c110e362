"""A coordinator's first morning: sets up a mill, a front, its breaks and a closure, by keyboard, in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from promoter_app.ui.settings.page import SettingsPage
from tests.journeys.desk import Field


def open_settings(field: Field, section: str) -> SettingsPage:
    """Alt+9, then down the sections to the one wanted."""
    field.window.desk.set_role("coordinator")
    field.key(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    go_to(field, page, section)
    return page


def go_to(field: Field, page: SettingsPage, section: str) -> None:
    page.take_focus()
    for _row in range(30):
        if page.sections.current_key() == section:
            return
        field.key(Qt.Key.Key_Down)
    raise AssertionError(section)


def new_form(field: Field) -> None:
    field.key(Qt.Key.Key_F2)


def fill(field: Field, page: SettingsPage, name: str, words: str) -> None:
    """Write in a line, or go down a choice until it reads so."""
    editor: QWidget = page.noun.form.editor(name)
    editor.setFocus()
    if isinstance(editor, QLineEdit):
        field.type(words)
        return
    assert isinstance(editor, QComboBox)
    for _choice in range(editor.count()):
        if editor.currentText() == words:
            return
        field.key(Qt.Key.Key_Down)
    assert editor.currentText() == words


def test_sets_up_a_mill_a_front_its_breaks_and_a_closure(open_field: Callable[..., Field]) -> None:
    field = open_field()
    page = open_settings(field, "company")
    new_form(field)
    fill(field, page, "name", "El Molino")
    fill(field, page, "kind", "Ingenio")
    field.key(Qt.Key.Key_F9)
    assert page.noun.banner.accessibleName().startswith("Guardado")

    go_to(field, page, "venue")
    new_form(field)
    fill(field, page, "name", "Frente 12")
    fill(field, page, "kind", "Frente de corte")
    fill(field, page, "company", "El Molino")
    field.key(Qt.Key.Key_F9)

    go_to(field, page, "break_window")
    new_form(field)
    fill(field, page, "venue", "Frente 12")
    for tick in page.noun.form.findChildren(QCheckBox):
        if tick.text() in ("Martes", "Jueves"):
            tick.setFocus()
            field.key(Qt.Key.Key_Space)
    fill(field, page, "starts", "12:00")
    fill(field, page, "ends", "12:40")
    fill(field, page, "legal_rest_minutes", "30")
    field.key(Qt.Key.Key_F9)

    go_to(field, page, "closure")
    new_form(field)
    fill(field, page, "scope", "Una empresa")
    fill(field, page, "target", "El Molino")
    fill(field, page, "starts", "1/3/2026")
    fill(field, page, "ends", "2/3/2026")
    fill(field, page, "reason", "Fiesta")
    field.key(Qt.Key.Key_F9)

    assert field.sql("SELECT kind FROM company WHERE name = 'El Molino'") == [("mill",)]
    assert field.sql(
        "SELECT v.kind, c.name FROM venue v JOIN company c ON c.id = v.company WHERE v.name = 'Frente 12'"
    ) == [("front", "El Molino")]
    assert field.sql(
        "SELECT b.weekday, b.starts, b.ends, b.legal_rest_minutes FROM break_window b JOIN venue v ON v.id = b.venue"
        " WHERE v.name = 'Frente 12' ORDER BY b.weekday"
    ) == [(1, "12:00", "12:40", 30), (3, "12:00", "12:40", 30)]
    assert field.sql(
        "SELECT x.starts, x.ends, x.reason FROM closure x JOIN company c ON c.id = x.target WHERE c.name = 'El Molino'"
    ) == [("2026-03-01", "2026-03-02", "feast")]


def test_corrects_a_front_sees_who_did_and_takes_it_back(open_field: Callable[..., Field]) -> None:
    field = open_field()
    page = open_settings(field, "venue")
    new_form(field)
    fill(field, page, "name", "Frente 12")
    fill(field, page, "kind", "Plaza")
    field.key(Qt.Key.Key_F9)
    editor = page.noun.form.editor("name")
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    fill(field, page, "name", "Plaza 12")
    field.key(Qt.Key.Key_F9)
    assert "Lupita Ramos cambió «Nombre»" in page.noun.history.text()
    assert field.sql("SELECT name FROM venue_now WHERE kind = 'plaza' AND name LIKE '%12'") == [("Plaza 12",)]
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.sql("SELECT name FROM venue_now WHERE kind = 'plaza' AND name LIKE '%12'") == [("Frente 12",)]


def test_a_front_in_use_is_not_withdrawn_and_the_reason_is_said(open_field: Callable[..., Field]) -> None:
    field = open_field()
    page = open_settings(field, "venue")
    (venue,) = field.sql("SELECT venue FROM crew_now LIMIT 1")[0]
    assert page.noun.rows.set_current_key(venue)
    field.rest()
    page.noun.remove_button.click()
    field.rest()
    assert "No se puede quitar" in page.noun.banner.accessibleName()
    assert field.sql("SELECT count(*) FROM venue_now WHERE id = ?", venue) == [(1,)]
