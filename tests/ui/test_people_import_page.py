"""A list from Excel or CSV in the real window: looked at, corrected, registered, stopped, undone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from promoter_app.domain.people_list.rows import Field as Column
from promoter_app.services.people import importing as people_import
from promoter_app.ui import theme
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.people_import.page import PeopleImport
from tests.journeys.desk import Field
from tests.ui.settled import faults

ROWS = (
    "No.,Nombre completo,Sexo,Edad,CURP,Cuadrilla",
    "1,Zenaida Muñoz Güémez,F,41,MUGZ850101MNTXXX01,Los Pinos",
    "2,Genaro Salas Robles,H,16,SARG100101HNTXXX02,Los Pinos",
    "3,Abel Ruiz Partida,H,noventa,RUPA800101HNTXXX03,Nueva Galera",
    "4,,H,30,,Nueva Galera",
)


@pytest.fixture
def new(qtbot: QtBot, tmp_path: Path) -> Iterator[Field]:
    """A laptop on which nobody has done anything yet."""
    opened = Field(qtbot, tmp_path / "datos")
    yield opened
    opened.close()


@pytest.fixture
def field(field: Field) -> Field:
    field.window.desk.set_role("coordinator")  # a list for a laptop that has people already is the office's
    return field


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    return write(tmp_path, *ROWS)


def write(place: Path, *rows: str) -> Path:
    path = place / "lista del frente.csv"
    path.write_text("\r\n".join(rows), "utf-8")
    return path


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the file dialog answers, one after the other; "" is Cancel."""
    answers: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (answers.pop(0), ""))
    return answers


def bring(field: Field, dialog: list[str], path: Path) -> PeopleImport:
    """By keys: Alt+3, then Enter on what has the focus when there is nobody, else the button of the list."""
    dialog.append(str(path))
    field.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    field.rest()
    room = field.window.room()
    assert isinstance(room, CrewsPage)
    if room.empty_button.isVisible():
        field.key(Qt.Key.Key_Return)
    else:
        QTest.mouseClick(room.bring_button, Qt.MouseButton.LeftButton)
    field.wait(lambda: room.importing is not None and not dialog)
    page = room.importing
    assert page is not None
    field.wait(lambda: page.findings.isVisible() or page.banner.isVisible())
    field.rest()
    return page


def people(field: Field) -> int:
    return int(field.sql("SELECT count(*) FROM person_now")[0][0])


def test_the_first_list_of_a_new_laptop_by_keys(new: Field, dialog: list[str], csv: Path) -> None:
    page = bring(new, dialog, csv)
    assert page.findings.people.text() == "2 personas"
    assert page.findings.out.text() == "2 renglones no"
    assert page.findings.alike.text() == "0 parecidas"
    assert "Los Pinos, Nueva Galera" in page.findings.new_crews.text()
    assert people(new) == 0
    assert page.go_button.reason() == "Di primero el cultivo"
    assert page.season.isVisible()
    new.key(Qt.Key.Key_Space)
    assert page.season.ends.date() == QDate(2026, 6, 30)
    assert page.go_button.text() == "Registrar 2 personas"
    new.key(Qt.Key.Key_F9)
    new.wait(lambda: page.banner.isVisible())
    assert page.banner.title.text() == "Listo: 2 personas registradas"
    assert new.sql("SELECT name, age_group FROM person_now ORDER BY name") == [
        ("Abel Ruiz Partida", None),
        ("Zenaida Muñoz Güémez", "35-44"),
    ]
    assert new.sql("SELECT name, sector FROM crew_now ORDER BY name") == [
        ("Los Pinos", "cane"),
        ("Nueva Galera", "cane"),
    ]
    assert new.sql("SELECT name, sector, starts, ends FROM season_now") == [
        ("Zafra 26", "cane", "2026-02-17", "2026-06-30")
    ]
    assert b"MUGZ850101MNTXXX01" not in b"".join(path.read_bytes() for path in new.folder.glob("surco.db*"))
    new.key(Qt.Key.Key_F9)
    room = new.window.room()
    assert isinstance(room, CrewsPage)
    assert room.crew_card.name.text() == "Los Pinos"


def test_one_ctrl_z_takes_the_whole_list_back(field: Field, dialog: list[str], csv: Path) -> None:
    before, crews = people(field), field.sql("SELECT count(*) FROM crew_now")
    page = bring(field, dialog, csv)
    assert not page.season.isVisible()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: page.banner.isVisible())
    assert people(field) == before + 2
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.wait(lambda: page.go_button.text() == "Registrar 2 personas" and page.go_button.isEnabled())
    assert people(field) == before
    assert field.sql("SELECT count(*) FROM crew_now") == crews


def test_each_row_that_does_not_enter_is_named_with_its_reason(field: Field, dialog: list[str], csv: Path) -> None:
    page = bring(field, dialog, csv)
    assert page.findings.faults.toPlainText().splitlines() == [
        "Renglón 3, no entra: Tiene menos de 18 años: no se registra con nombre, solo se cuenta.",
        "Renglón 5, no entra: Falta el nombre.",
        "Renglón 4, entra: La edad «noventa» no puede ser: queda sin dato.",
    ]


def test_who_looks_alike_is_named_unless_names_are_hidden(
    field: Field, dialog: list[str], tmp_path: Path
) -> None:
    ((name,),) = field.sql("SELECT name FROM person_now WHERE name GLOB '[A-Z][a-z]* *' ORDER BY id LIMIT 1")
    page = bring(field, dialog, write(tmp_path, "Nombre completo,Cuadrilla", f"{name},Otra cuadrilla"))
    assert page.findings.alike.text() == "1 parecida"
    line = page.findings.alike_lines.toPlainText()
    assert line.startswith(f"Renglón 2: {name} se parece 100 % a {name}")
    field.key(Qt.Key.Key_F7)
    assert name not in page.findings.alike_lines.toPlainText()
    assert name not in page.columns.rows[0].sample.text()


def test_a_column_is_corrected_with_the_keyboard(field: Field, dialog: list[str], csv: Path) -> None:
    page = bring(field, dialog, csv)
    name, secret = page.columns.rows[1], page.columns.rows[4]
    assert name.meaning.currentText() == "Nombre completo"
    assert "Zenaida" in name.sample.text()
    assert secret.meaning.currentText() == "Dato que no guardamos"
    assert "MUGZ" not in secret.sample.text()
    assert "CURP" in page.columns.notes.text()
    name.meaning.setFocus()
    name.meaning.setCurrentIndex(name.meaning.findData(Column.SKIPPED.value))
    name.meaning.activated.emit(name.meaning.currentIndex())
    field.rest()
    assert not page.go_button.isEnabled()
    assert page.findings.people.text() == "Di qué columna es el nombre."
    name.meaning.setCurrentIndex(name.meaning.findData(Column.NAME.value))
    name.meaning.activated.emit(name.meaning.currentIndex())
    field.wait(lambda: page.go_button.isEnabled())
    assert page.findings.people.text() == "2 personas"


def test_all_may_go_to_one_crew(field: Field, dialog: list[str], csv: Path) -> None:
    page = bring(field, dialog, csv)
    place = page.findings.crew.findText("San Blas")
    page.findings.crew.setCurrentIndex(place)
    page.findings.crew.activated.emit(place)
    field.wait(lambda: page.go_button.isEnabled())
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: page.banner.isVisible())
    found = field.sql(
        "SELECT c.name FROM membership_now m JOIN crew_now c ON c.id = m.crew JOIN person_now p ON p.id = m.person"
        " WHERE p.name IN ('Zenaida Muñoz Güémez', 'Abel Ruiz Partida')"
    )
    assert found == [("San Blas",), ("San Blas",)]


def test_cancel_stops_in_the_middle_and_nothing_is_kept(
    field: Field, dialog: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    rows = [f"Ana{letters[at // 26]}{letters[at % 26]} Ruiz" for at in range(520)]
    before = people(field)
    page = bring(field, dialog, write(tmp_path, "Nombre completo", *rows))
    assert page.findings.people.text() == "520 personas"
    real, pressed = people_import.carry_out, threading.Event()

    def carry_out(*words: Any, on_progress: Callable[[int, int], None], should_stop: Any, **more: Any) -> Any:
        def tell(done: int, total: int) -> None:
            on_progress(done, total)
            assert pressed.wait(20)

        return real(*words, on_progress=tell, should_stop=should_stop, **more)

    monkeypatch.setattr(people_import, "carry_out", carry_out)
    QTest.mouseClick(page.go_button, Qt.MouseButton.LeftButton)
    field.wait(lambda: page.progress.cancel.isVisible() and "500" in page.progress.count.text())
    QTest.mouseClick(page.progress.cancel, Qt.MouseButton.LeftButton)
    pressed.set()
    field.wait(lambda: page.banner.isVisible())
    assert page.banner.title.text() == "Se detuvo la lista."
    assert people(field) == before
    assert page.go_button.isEnabled()


def test_a_season_that_is_over_is_refused_in_words(new: Field, dialog: list[str], csv: Path) -> None:
    page = bring(new, dialog, csv)
    new.key(Qt.Key.Key_Space)
    page.season.ends.setDate(QDate(2025, 1, 1))
    new.key(Qt.Key.Key_F9)
    new.wait(lambda: page.banner.isVisible())
    assert page.banner.title.text() == "La temporada termina antes de empezar."
    assert people(new) == 0
    assert new.sql("SELECT count(*) FROM season_now") == [(0,)]


def test_a_file_that_is_no_list_is_said_and_esc_goes_back(field: Field, dialog: list[str], tmp_path: Path) -> None:
    bad = tmp_path / "foto.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing of the kind")
    page = bring(field, dialog, bad)
    assert page.banner.isVisible()
    assert not page.go_button.isVisible()
    field.key(Qt.Key.Key_Escape)
    room = field.window.room()
    assert isinstance(room, CrewsPage)
    assert room.crews.isVisible()


def test_no_file_chosen_goes_back(new: Field, dialog: list[str]) -> None:
    dialog.append("")
    new.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    new.key(Qt.Key.Key_Return)
    room = new.window.room()
    assert isinstance(room, CrewsPage)
    new.wait(lambda: room.empty_button.isVisible())


def test_the_file_is_read_on_a_thread_of_its_own(
    field: Field, dialog: list[str], csv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    real = people_import.read_list

    def read(path: Path) -> Any:
        names.append(threading.current_thread().name)
        return real(path)

    monkeypatch.setattr(people_import, "read_list", read)
    bring(field, dialog, csv)
    assert [name.split("_")[0] for name in names] == ["aside"]


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_keeps_the_rules_of_reach(
    qtbot: QtBot, dialog: list[str], csv: Path, tmp_path: Path, language: str, percent: int
) -> None:
    field = Field(qtbot, tmp_path / "datos", language=language)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    page = bring(field, dialog, csv)
    page.season.crop.button("cane").click()
    said = []
    for size in ((1366, 768), (1366, 690), (1920, 1080)):
        field.window.resize(*size)
        said += [f"{size}: {fault}" for fault in faults(field.window)]
    page.go_button.click()
    field.wait(lambda: page.banner.isVisible())
    said += faults(field.window)
    field.close()
    assert not said, "\n".join(said)
