"""A crew of 31 prints its list, comes to the session, and its photos become attendance without touching the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.ui.paper.page import PaperPage
from tests.capture import filled
from tests.capture.sheet_simulator import TYPICAL
from tests.journeys.desk import NOON, Field, sample_season

CREW = "SELECT id FROM crew_now ORDER BY name, id LIMIT 1"
MEMBERS = (
    "SELECT p.name FROM person_now p JOIN membership_now m ON m.person = p.id WHERE m.crew = ?"
    " AND m.since <= '2026-02-17' AND (m.until IS NULL OR m.until >= '2026-02-17') ORDER BY p.name_key, p.id"
)


@pytest.fixture
def field(qtbot: QtBot, tmp_path: Path, season_cache: Path) -> Iterator[Field]:
    folder = sample_season(tmp_path / "datos", season_cache)
    _fill_up_to(folder, 31)
    opened = Field(qtbot, folder)
    yield opened
    opened.close()


def _fill_up_to(path: Path, people: int) -> None:
    """The first crew has exactly so many members."""
    folder = open_folder(path)
    try:
        crew = folder.book.value(CREW)
        have = len(folder.book.rows(MEMBERS, (crew,)))
        with folder.book.writing(Edge("Lupita", now=lambda: NOON).stamp()) as write:
            for number in range(people - have):
                person = write.add("person", kind="worker", name=f"Zeferino Nuevo {number:02d}", sex="M")
                write.add("membership", person=person, crew=crew, since="2026-01-05")
    finally:
        folder.close()


def test_a_list_of_31_goes_out_and_comes_back_in_a_photo(
    field: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((crew,),) = field.sql(CREW)
    members = [name for (name,) in field.sql(MEMBERS, crew)]
    assert len(members) == 31
    field.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    page = field.window.room()
    assert isinstance(page, PaperPage)
    page.printing.choose("lists", crew)
    field.rest()
    field.wait(lambda: not page.printing.aside.is_busy)
    session = page.printing.choosing.chosen().session
    assert session is not None
    sheets = filled.raster(page.printing._data)
    photos, came, start = [], [], 0
    for number, sheet in enumerate(sheets):
        named = filled.layout_of(sheet).named
        rows = [row for row in range(named) if row % 5 != 4]
        came += [members[start + row] for row in rows]
        filled.mark_rows(sheet, rows, lambda row: ("fill", "scribble", "cross")[row % 3])
        start += filled.layout_of(sheet).rows
        camera = replace(TYPICAL, tilt=10)
        photos.append(filled.photo(sheet, tmp_path / f"foto{number}.jpg", camera, seed=number))
    before = field.sql("SELECT count(*) FROM attendance WHERE session = ?", session.id)[0][0]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(photo) for photo in photos], ""))
    field.key(Qt.Key.Key_F6)
    field.key(Qt.Key.Key_O)
    field.wait(lambda: not page.reading.aside.is_busy)
    field.rest()
    tab = page.reading
    keys = 2
    while tab.doubts.left():  # the promoter looks at each doubtful mark and knows who came
        doubt = tab.doubts.current()
        assert doubt is not None
        field.key(Qt.Key.Key_S if doubt.asked.person.name in came else Qt.Key.Key_N)
        keys += 1
    assert field.sql("SELECT count(*) FROM attendance WHERE session = ?", session.id) == [(before,)]
    field.key(Qt.Key.Key_F9)
    keys += 1
    assert keys <= 6
    rows = field.sql(
        "SELECT p.name FROM attendance a JOIN person_now p ON p.id = a.person WHERE a.session = ? AND a.way = 'sheet'",
        session.id,
    )
    assert sorted(name for (name,) in rows) == sorted(came)
