"""A new laptop: a partner's Excel list becomes a session today, and the session an exported database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.today.dialogs import ChooseSession
from promoter_app.ui.today.page import TodayPage
from tests.journeys.desk import Field, read

OpenField = Callable[..., Field]


def excel_list(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.merge_cells("A1:D1")
    sheet["A1"] = "Ingenio de muestra, lista de cortadores"
    sheet.append([])
    sheet.append(["No.", "Nombre del trabajador", "Sexo", "Edad", "Grupo de corte"])
    for row in (
        [1, "+Ɨtɨama López", "M", 31, "Los Pinos"],
        [2, "'Utsima Ruiz", "F", 44, "Los Pinos"],
        [3, "Hilario de la Cruz Ríos", "M", 52, "Los Pinos"],
    ):
        sheet.append(row)
    book.save(path)
    return path


def choose_today(field: Field) -> None:
    """Answer the dialog of «Otra sesión» with what it proposes."""
    page = field.window.room()
    assert isinstance(page, TodayPage)

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ChooseSession):
            QTimer.singleShot(50, accept)
            return
        dialog.accept_button.click()

    QTimer.singleShot(50, accept)
    QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    field.wait(lambda: page.hero.isVisible())
    field.window.activateWindow()  # a window manager does this when a dialog closes; offscreen there is none
    field.rest()


def test_a_list_becomes_a_session_and_an_export(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = excel_list(tmp_path / "lista.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))
    field = open_field(tmp_path / "nueva")
    assert field.focus().accessibleName() == "Traer mi lista de personas"
    field.key(Qt.Key.Key_Return)
    room = field.window.room()
    assert isinstance(room, CrewsPage)
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: room.importing is not None and room.importing.findings.isVisible())
    field.rest()
    page = room.importing
    assert page is not None
    assert page.findings.people.text() == "3 personas"
    field.key(Qt.Key.Key_Space)
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: page.banner.isVisible())

    field.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    choose_today(field)
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    for name in ("utsima", "hilario"):
        field.type(name)
        field.wait(lambda: bool(field.sql("SELECT 1")) and not field.window.desk.road.is_busy)
        field.key(Qt.Key.Key_Return)
        field.wait(lambda: field.panel().startswith("Presente"))
        field.rest()
    assert "Van 2 presentes" in field.panel()
    for _step in range(5):
        field.key(Qt.Key.Key_F9)
    field.wait(lambda: not field.window.in_session())
    field.rest()

    field.key(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    deliver = field.window.room()
    assert isinstance(deliver, DeliverPage)
    (tmp_path / "memoria").mkdir()
    deliver.set_place(tmp_path / "memoria")
    field.rest()
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: deliver.result.isVisible())
    field.close()
    (package,) = (tmp_path / "memoria").iterdir()
    assert sorted(read(package, "SELECT name FROM people WHERE kind = 'worker'")) == [
        ("'Utsima Ruiz",), ("+Ɨtɨama López",), ("Hilario de la Cruz Ríos",),
    ]  # fmt: skip
    here = "SELECT person, session_crew, way FROM attendance_list ORDER BY person"
    assert read(package, here) == [
        ("'Utsima Ruiz", "Los Pinos", "typed"), ("Hilario de la Cruz Ríos", "Los Pinos", "typed"),
    ]  # fmt: skip
