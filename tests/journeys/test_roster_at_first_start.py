"""A promoter's new laptop begins with the office's package from a stick: looked into, then its crews are there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from promoter_app.edge import Edge
from promoter_app.services import rosters
from promoter_app.services.folder import found_project, open_folder
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.wizard.roster import RosterCard
from promoter_app.ui.wizard.view import WizardView
from tests.journeys.desk import NOON, Field, sample_season
from tests.journeys.test_first_start import first_steps
from tests.ui.settled import faults

OpenField = Callable[..., Field]


@pytest.fixture
def package(tmp_path: Path, season_cache: Path) -> Path:
    """What the office wrote on the stick: two crews."""
    office = open_folder(sample_season(tmp_path / "oficina", season_cache))
    try:
        office.book.set_local("laptop_name", "oficina")
        crews = [row["id"] for row in office.book.rows("SELECT id FROM crew_now ORDER BY code LIMIT 2")]
        stamp = Edge("Ana Ruiz", "coordinator", now=lambda: NOON).stamp()
        return rosters.give_roster(office, stamp, crews, tmp_path / "surco-lista-laptop.db").outcome.path
    finally:
        office.close()


def at_the_data(open_field: OpenField, tmp_path: Path) -> tuple[Field, WizardView, RosterCard]:
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    view.show_step(len(view.steps) - 1)
    field.rest()
    return field, view, view.data.roster


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))


def people_of(path: Path) -> int:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM person_now").fetchone()[0])
    finally:
        connection.close()


def test_the_office_s_package_is_looked_into_and_taken_with_three_keys(
    open_field: OpenField, tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, _view, card = at_the_data(open_field, tmp_path)
    choose(monkeypatch, package)
    assert field.focus() is card.choose_button
    field.key(Qt.Key.Key_Return)
    field.wait(card.brings.isVisible)
    assert card.what.text().startswith(f"{people_of(package)} personas y ")
    assert "de la laptop oficina · lo hizo Ana Ruiz" in card.whose.text()
    assert field.sql("SELECT count(*) FROM person") == [(0,)], "looking changes nothing"
    field.qtbot.waitUntil(lambda: not faults(field.window))
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: isinstance(field.window.room(), CrewsPage))
    field.rest()
    assert field.sql("SELECT count(*) FROM crew_now") == [(2,)]
    assert field.sql("SELECT count(*) FROM person_now") == [(people_of(package),)]
    page = field.window.room()
    assert isinstance(page, CrewsPage)


def test_a_package_may_be_dropped_on_the_window(
    open_field: OpenField, tmp_path: Path, package: Path
) -> None:
    field, view, card = at_the_data(open_field, tmp_path)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(package))])
    where, copy = QPointF(view.rect().center()), Qt.DropAction.CopyAction
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where.toPoint(), copy, carried, *none)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(where, copy, carried, *none))
    field.wait(card.brings.isVisible)
    view.show_step(0)
    enter = QDragEnterEvent(where.toPoint(), copy, carried, *none)
    QApplication.sendEvent(view, enter)
    assert not enter.isAccepted(), "elsewhere a file is not taken"


def damaged(package: Path) -> None:
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    package.write_bytes(data)


def foreign(package: Path) -> None:
    package.write_bytes(b"\xff\xd8\xff una foto del campo" * 100)


def newer(package: Path) -> None:
    connection = sqlite3.connect(package)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(damaged, "dañado"), (foreign, "no es"), (newer, "más nuev")],
    ids=["damaged", "foreign", "newer"],
)
def test_a_file_that_cannot_be_taken_says_so_and_changes_nothing(
    open_field: OpenField, tmp_path: Path, package: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(package)
    field, _view, card = at_the_data(open_field, tmp_path)
    before = field.sql("SELECT count(*) FROM person") + field.sql("SELECT tag FROM project_now")
    card.look(package)
    field.wait(card.banner.isVisible)
    field.rest()
    assert words in card.banner.accessibleName().lower()
    assert not card.brings.isVisible()
    assert field.sql("SELECT count(*) FROM person") + field.sql("SELECT tag FROM project_now") == before
    assert not list((tmp_path / "nueva").glob(".recibir/*"))


def test_a_laptop_of_another_project_is_told_so(
    open_field: OpenField, tmp_path: Path, package: Path
) -> None:
    folder = open_folder(tmp_path / "nueva")
    edge = Edge("Beto", "coordinator", now=lambda: NOON)
    found_project(folder, edge.stamp(), "Otro proyecto", 9)
    with folder.book.writing(edge.stamp()) as write:
        write.add("person", kind="worker", name="Otra persona")
    folder.close()
    field = open_field(tmp_path / "nueva", operator="Beto")
    card = RosterCard(field.window.desk, field.window)
    card.retranslate()
    card.show()
    card.look(package)
    field.wait(card.banner.isVisible)
    assert "otro proyecto" in card.banner.accessibleName().lower()
    assert field.sql("SELECT name FROM person") == [("Otra persona",)]
