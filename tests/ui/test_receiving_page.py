"""Recibir at every size, in both languages: differences by a digit, later means later, undo, back to the copy."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from promoter_app.edge import Edge
from promoter_app.services import rosters
from promoter_app.services.folder import open_folder
from promoter_app.store.derived import rebuild
from promoter_app.ui import theme
from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.receiving.giving import ChooseCrews
from promoter_app.ui.receiving.page import ReceivingPage
from tests.journeys.desk import NOON, Field, enter, read
from tests.journeys.office import make_office
from tests.ui.asked import when_asked
from tests.ui.settled import faults

SIZES = ((1366, 768), (1366, 690), (1920, 1080))
Open = Callable[..., tuple[Field, ReceivingPage]]


@pytest.fixture(scope="module")
def came_back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("recibir")
    make_office(place)
    return place


@pytest.fixture
def opened(qtbot: QtBot, came_back: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens Recibir on a copy of the office; `before` may change the copy."""
    fields: list[Field] = []

    def make(language: str = "es", before: Callable[[Path], None] | None = None) -> tuple[Field, ReceivingPage]:
        office = Path(shutil.copytree(came_back / "office", tmp_path / "office"))
        if before is not None:
            before(office)
        field = Field(qtbot, office, language=language, start=NOON + timedelta(hours=6))
        fields.append(field)
        return field, enter(field, "receiving", ReceivingPage, "coordinator")

    yield make
    for field in fields:
        field.close()


def unite(field: Field, page: ReceivingPage, came_back: Path, files: int) -> None:
    page.look(sorted((came_back / "usb").iterdir())[:files])
    field.rest()
    field.key(Qt.Key.Key_F9)


def _afternoon(minute: int = 0) -> datetime:
    """Before the window opens: a clock that goes back is asked about."""
    return NOON + timedelta(hours=5, minutes=30 + minute)


def disagree(office: Path) -> None:
    """Two edits of one person's language that did not see each other; the later one, crn, is shown first."""
    folder = open_folder(office)
    (person,) = folder.book.rows("SELECT id FROM person_now WHERE kind = 'worker' ORDER BY id LIMIT 1")
    for minute, value in enumerate(("hch", "crn")):
        edge = Edge(f"Quien dijo {value}", now=partial(_afternoon, minute))
        with folder.book.writing(edge.stamp()) as write:
            write.add("edit", entity=person["id"], tbl="person", field="language", value=value, gen=9)
    with folder.book.writing(Edge(now=partial(_afternoon, 2)).stamp()):
        rebuild(folder.book.db)
    folder.close()


@pytest.mark.parametrize(("language", "percent"), [("es", 100), ("en", 100), ("en", 200)])
def test_recibir_keeps_the_rules_of_reach(opened: Open, came_back: Path, language: str, percent: int) -> None:
    field, page = opened(language, disagree)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    said = []

    def look(state: str) -> None:
        for size in SIZES:
            field.window.resize(*size)
            said.extend(f"{state} {size} {percent} %: {fault}" for fault in faults(field.window))

    field.rest()
    look("difference")
    page.look(sorted((came_back / "usb").iterdir())[:3])
    field.rest()
    look("files")
    field.key(Qt.Key.Key_F9)
    look("pair")
    assert not said, "\n".join(said)


def test_a_digit_settles_a_difference(opened: Open) -> None:
    field, page = opened(before=disagree)
    assert page.deciding.difference.isVisible()
    field.key(Qt.Key.Key_2)
    assert not page.deciding.difference.isVisible()
    assert page.deciding.nothing.isVisible()
    assert field.sql("SELECT value FROM head WHERE field = 'language' AND gen = 10") == [("hch",)]
    assert page.source.text() == "Quedó decidido. Ctrl Z regresa lo de antes"
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.sql("SELECT value FROM head WHERE field = 'language' AND gen = 11") == [("crn",)]
    assert "Ctrl Z" not in page.source.text()


def test_a_digit_that_leaves_what_is_shown_does_not_promise_to_be_undone(opened: Open) -> None:
    field, page = opened(before=disagree)
    field.key(Qt.Key.Key_1)
    assert field.sql("SELECT value FROM head WHERE field = 'language' AND gen = 10") == [("crn",)]
    assert page.source.text() == "Quedó decidido"
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.window.banner.title.text() == "No hay nada que deshacer"


def test_later_undo_and_another_choice(opened: Open, came_back: Path) -> None:
    field, page = opened()
    unite(field, page, came_back, 1)
    assert page.deciding.compare.place.text() == "1 de 3"
    first = page.deciding.compare.chosen()
    field.key(Qt.Key.Key_Right)
    assert page.deciding.compare.place.text() == "1 de 2"
    field.key(Qt.Key.Key_D)
    assert field.sql("SELECT same FROM link") == [(0,)]
    assert page.deciding.compare.place.text() == "2 de 2"
    assert page.source.text() == "Quedan como dos personas. Ctrl Z lo deshace"
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.deciding.compare.place.text() == "1 de 2"
    assert page.source.text() == "1 archivo en «usb»"
    field.key(Qt.Key.Key_D)
    field.key(Qt.Key.Key_U)
    assert page.deciding.nothing.isVisible()
    field.key(Qt.Key.Key_O)
    assert page.deciding.compare.chosen() == first
    field.key(Qt.Key.Key_1)
    turned = page.deciding.compare.chosen()
    assert {name for name in first if first[name] != turned[name]} == {next(iter(first))}
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.sql("SELECT count(*) FROM person_alias") == [(0,)]
    assert page.deciding.compare.isVisible()


def test_what_the_office_registered_is_always_on_the_left(opened: Open, came_back: Path) -> None:
    field, page = opened()
    unite(field, page, came_back, 3)
    compare = page.deciding.compare
    asked = 0
    while compare.isVisible():
        heads = sorted(
            (text.mapTo(compare, text.rect().topLeft()).x(), text.text())
            for text in compare.findChildren(Text)
            if "alta del" in text.text()
        )
        (_x, left), (_y, right) = heads
        assert left.startswith("oficina"), heads
        assert not right.startswith("oficina"), heads
        if not asked:
            names = [radio for radio in compare.findChildren(QRadioButton) if "Nombre" in radio.accessibleName()]
            (chosen,) = (radio.accessibleName().removeprefix("Nombre: ") for radio in names if radio.isChecked())
            field.key(Qt.Key.Key_U)
            assert field.sql("SELECT count(*) FROM person_now WHERE name = ?", chosen) == [(1,)]
        else:
            field.key(Qt.Key.Key_Right)
        asked += 1
    assert asked >= 9


def test_files_that_wait_are_told_and_stay_when_another_stick_is_opened(
    opened: Open, came_back: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, page = opened()
    sticks = [[str(path)] for path in sorted((came_back / "usb").iterdir())[:2]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: (sticks.pop(0), ""))
    assert page.deciding.words.text() == "No hay nada por decidir"
    page.choose_files()
    field.rest()
    assert page.deciding.words.text() == "Falta unir 1 archivo"
    page.choose_files()
    field.rest()
    assert page.deciding.words.text() == "Falta unir 2 archivos"
    assert page.inbox.united.text() == "Unidos 0 de 2"
    field.key(Qt.Key.Key_F9)
    assert page.inbox.united.text() == "Unidos 2 de 2"
    assert page.deciding.words.text() == "No hay nada por decidir"


def test_the_copy_brings_everything_back(opened: Open, came_back: Path) -> None:
    field, page = opened()
    before = field.sql("SELECT hex(id) FROM attendance ORDER BY id")
    unite(field, page, came_back, 2)
    assert field.sql("SELECT hex(id) FROM attendance ORDER BY id") != before
    while page.deciding.compare.isVisible():
        field.key(Qt.Key.Key_D)
    assert page.copy_chip.isVisible()
    page.deciding.copy_button.click()
    field.rest()
    assert field.sql("SELECT hex(id) FROM attendance ORDER BY id") == before
    assert page.banner.accessibleName().startswith("Todo está como antes de unir")
    assert page.deciding.copy_button.text() == "Volver a lo que se había unido"
    page.deciding.copy_button.click()
    field.rest()
    assert field.sql("SELECT hex(id) FROM attendance ORDER BY id") != before
    assert page.banner.accessibleName().startswith("Otra vez está lo que se había unido")
    assert page.deciding.copy_button.text() == "Volver a lo que se había unido"


def test_tests_are_counted_among_what_a_file_brings(opened: Open, came_back: Path) -> None:
    field, page = opened()
    file = sorted((came_back / "usb").iterdir())[0]
    with closing(sqlite3.connect(file)) as brought:
        theirs = set(brought.execute("SELECT id FROM attempt"))
    new = theirs - set(field.sql("SELECT id FROM attempt"))
    assert new, "the sample brings tests"
    page.look([file])
    field.rest()
    shown = {number.words.text(): number.number.text() for number in page.brings.numbers}
    assert shown["pruebas"] == str(len(new))
    assert list(shown) == ["sesiones", "asistencias", "personas nuevas", "pruebas"]


def test_what_cannot_be_united_says_why(opened: Open, came_back: Path, tmp_path: Path) -> None:
    field, page = opened()
    whole = sorted((came_back / "usb").iterdir())[0]
    cut = tmp_path / "cortado.db"
    cut.write_bytes(whole.read_bytes()[:50_000])
    page.look([cut])
    field.rest()
    row = page.inbox.files.people.row(0)
    assert row.mark == "error"
    assert row.detail
    assert not any(number.isVisible() for number in page.brings.numbers), "nothing that could be counted"
    assert "El archivo está incompleto." in page.brings.detail.text()
    assert len(page.brings.detail.text()) > len(row.detail), "and what to do"
    assert page.unite_button.reason() == "no hay archivos por unir"


def test_what_was_united_is_said_as_done_and_what_was_left_out_too(
    opened: Open, came_back: Path, tmp_path: Path
) -> None:
    field, page = opened()
    cut = tmp_path / "cortado.db"
    whole = sorted((came_back / "usb").iterdir())[0]
    cut.write_bytes(whole.read_bytes()[:50_000])
    page.look([whole, cut])
    field.rest()
    field.key(Qt.Key.Key_F9)
    spoken = page.inbox.files.people.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", listo")
    assert "presente" not in spoken
    assert "1 archivo quedó fuera: la lista dice por qué" in page.banner.accessibleName()
    many = [replace(file, brings=replace(file.brings, attendances=1571)) for file in page._files[:1]]
    page.inbox.show_files(many, page.desk.say, united=True)
    assert page.inbox.attendances.text() == "1,571 asistencias"


def test_a_roster_and_the_record_go_to_files(
    opened: Open, came_back: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, page = opened()
    unite(field, page, came_back, 1)
    (crew, name) = field.sql("SELECT id, name FROM crew_now ORDER BY name LIMIT 1")[0]
    out = tmp_path / "lista.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(out), ""))

    def choose(dialog: ChooseCrews) -> None:
        assert not faults(dialog)
        dialog.crews.setFocus()
        dialog.crews.setCurrentRow(0)
        QTest.keyClick(dialog.crews, Qt.Key.Key_Space)
        dialog.accept_button.click()

    when_asked(ChooseCrews, choose)
    field.key(Qt.Key.Key_L)
    field.wait(lambda: page.banner.accessibleName().startswith("Listo: lista.db"))
    assert read(out, "SELECT id, name FROM crew") == [(crew, name)]
    record = tmp_path / "acta.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(record), ""))
    field.window.activateWindow()
    field.wait(field.window.isActiveWindow)
    field.key(Qt.Key.Key_A)
    field.wait(record.exists)
    field.rest()
    assert record.read_bytes().startswith(b"%PDF")
    field.wait(lambda: page.banner.accessibleName().startswith("Listo: acta.pdf"))


def test_a_promoters_laptop_takes_the_roster_in(opened: Open, tmp_path: Path) -> None:
    field, _page = opened()
    office = open_folder(tmp_path / "otra-vez")
    office.close()
    shutil.copy(field.folder / "surco.db", tmp_path / "otra-vez" / "surco.db")
    office = open_folder(tmp_path / "otra-vez")
    stamp = Edge("Chayo", role="coordinator").stamp()
    with office.book.writing(stamp) as write:
        (crew,) = office.book.rows("SELECT id FROM crew_now LIMIT 1")
        person = write.add("person", kind="worker", name="Persona Nueva")
        write.add("membership", person=person, crew=crew["id"], since="2026-02-01")
    rosters.give_roster(office, stamp, [crew["id"]], tmp_path / "lista.db")
    office.close()
    deliver = enter(field, "deliver", DeliverPage, "promoter")
    deliver.bring_roster(tmp_path / "lista.db")
    field.rest()
    assert field.sql("SELECT count(*) FROM person_now WHERE name = 'Persona Nueva'") == [(1,)]
    assert deliver.result.accessibleName().startswith("Listo: 1 personas")
