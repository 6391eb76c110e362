"""Sheets that come back: printed, filled, photographed, read, confirmed and saved; other programs see the rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from promoter_app.domain.papers.geometry import Bubble, SheetGeometry, SheetLayout, split_rows
from promoter_app.domain.people import NewPerson
from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, found_project
from promoter_app.services.printing import orders, sheets
from promoter_app.services.sessions import sessions
from promoter_app.services.sheets.reading import SheetReading, read_sheets
from promoter_app.services.sheets.saving import Confirmed, save_reading
from promoter_app.services.undo import undo
from tests.capture.filled import raster
from tests.capture.sheet_simulator import Hand
from tests.services.conftest import Field


@dataclass
class Desk:
    """Prints a sheet of the session, lets somebody fill it, and gives back a scan of it."""

    field: Field
    content: Content
    path: Path

    def printed(self, kind: str = "roster") -> list[np.ndarray]:
        session = sessions.session(self.field.folder, self.field.session)
        assert session is not None
        made = orders.draft(self.field.folder, self.field.stamp(), self.content, orders.Order(kind, session))
        return raster(orders.draw(made, self.path / f"{kind}.pdf"))

    def scan(self, page: np.ndarray, marks: Sequence[tuple[Bubble, str]], name: str = "scan.png") -> Path:
        filled = page.copy()
        for seed, (ring, kind) in enumerate(marks):
            Hand(filled, np.random.default_rng(seed)).mark(ring, kind)
        small = cv2.resize(filled, None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(self.path / name), small)
        return self.path / name

    def read(self, *files: Path) -> SheetReading:
        return read_sheets(self.field.folder, files)

    def save(self, reading: SheetReading, confirmed: Confirmed | None = None) -> Any:
        return save_reading(self.field.folder, self.field.stamp(), reading, confirmed or Confirmed())


@pytest.fixture
def desk(field: Field, content: Content, tmp_path: Path) -> Desk:
    return Desk(field, content, tmp_path)


def roster_rings(people: int = 4) -> dict[tuple[int, str], Bubble]:
    ((named, rows),) = split_rows(people, 5, (15, 20, 25, 30))
    geometry = SheetGeometry(SheetLayout("A", "letter", rows, named))
    return {(b.row, b.field): b for b in geometry.bubbles}


def answer_rings(people: int, items: int) -> dict[tuple[int, str, int, str], Bubble]:
    ((named, rows),) = split_rows(people, 3, (10, 15, 20))
    geometry = SheetGeometry(SheetLayout("T", "letter", rows, named, items))
    return {(b.row, b.field, b.item, b.choice): b for b in geometry.bubbles}


def attendance_rows(field: Field) -> list[tuple[Any, ...]]:
    return field.sql(
        "SELECT p.name, a.way FROM attendance a JOIN person p ON p.id = a.person"
        " WHERE a.id NOT IN (SELECT target FROM void) ORDER BY p.name"
    )


def test_a_filled_list_becomes_attendance(desk: Desk) -> None:
    rings = roster_rings()
    scan = desk.scan(desk.printed()[0], [(rings[0, "present"], "tick"), (rings[2, "present"], "fill")])
    reading = desk.read(scan)
    assert not reading.not_read
    assert not reading.asked()
    people = [reading.pages[0].people[row].name for row in range(4)]
    done = desk.save(reading)
    assert attendance_rows(desk.field) == sorted([(people[0], "sheet"), (people[2], "sheet")])
    assert (done.outcome.present, done.outcome.already) == (2, 0)
    again = desk.save(desk.read(scan))
    assert (again.outcome.present, again.outcome.already) == (0, 2)
    assert not again.changes
    assert again.undo is None
    undo(desk.field.folder, desk.field.stamp(), done.undo)
    assert attendance_rows(desk.field) == []


def test_the_printed_rows_are_frozen(desk: Desk) -> None:
    """Somebody who joins after printing moves nobody to another row, and the next list is another sheet."""
    page = desk.printed()[0]
    rings = roster_rings()
    scan = desk.scan(page, [(rings[1, "present"], "cross")])
    before = desk.read(scan).pages[0]
    with desk.field.folder.book.writing(desk.field.stamp()) as write:
        person = write.add("person", kind="worker", name="Aaron Aguilar", sex="M")
        write.add("membership", person=person, crew=desk.field.crew, since="2026-01-05")
    after = desk.read(scan).pages[0]
    assert after.people == before.people
    assert after.said == before.said
    desk.printed()
    codes = desk.field.sql("SELECT DISTINCT code FROM printed_page")
    assert len(codes) == 2
    desk.printed()
    assert len(desk.field.sql("SELECT 1 FROM printed_page")) == 2


def test_doubtful_marks_wait_for_a_person(desk: Desk) -> None:
    rings = roster_rings()
    page = desk.printed()[0].copy()
    ring = rings[1, "present"]
    Hand(page, np.random.default_rng(1)).line([(ring.x - 1, ring.y - 0.2), (ring.x + 0.6, ring.y + 0.2)])
    reading = desk.read(desk.scan(page, [(rings[0, "present"], "fill")]))
    ((sheet, asked),) = reading.asked()
    assert (asked.row, asked.field) == (1, "present")
    assert asked.picture.startswith(b"\x89PNG")
    with pytest.raises(Refusal) as caught:
        desk.save(reading)
    assert caught.value.code == "not_confirmed"
    assert attendance_rows(desk.field) == []
    done = desk.save(reading, Confirmed({(sheet.printed, *asked.key): "yes"}))
    assert done.outcome.present == 2


def test_walk_ins_are_typed_in_once(desk: Desk) -> None:
    rings = roster_rings()
    marks = [(rings[row, "present"], "fill") for row in (5, 6, 7)] + [(rings[5, "consent"], "tick")]
    scan = desk.scan(desk.printed()[0], marks)
    reading = desk.read(scan)
    page = reading.pages[0]
    assert [(row.row, row.consent) for row in page.walk_ins] == [(5, True), (6, False), (7, False)]
    typed = Confirmed(
        walk_ins={
            (page.printed, 5): NewPerson("Zenaida Cosío Ruiz", "F", "25-34", "spa"),
            (page.printed, 6): NewPerson("", "M", "15-17"),
            (page.printed, 7): None,
        }
    )
    done = desk.save(reading, typed)
    assert (done.outcome.new_people, done.outcome.unnamed) == (1, 1)
    assert attendance_rows(desk.field) == [("Zenaida Cosío Ruiz", "walk_in")]
    assert desk.field.sql("SELECT reason FROM unnamed_presence") == [("minor",)]
    assert desk.field.sql("SELECT count(*) FROM consent WHERE how = 'list'") == [(1,)]
    again = desk.read(scan).pages[0]
    assert [(row.row, row.typed, row.known and row.known.name) for row in again.walk_ins] == [
        (5, True, "Zenaida Cosío Ruiz"), (6, True, None), (7, False, None),
    ]  # fmt: skip
    second = desk.save(replace(reading, pages=(again,)), Confirmed(walk_ins={(page.printed, 7): None}))
    assert second.outcome.new_people == 0
    assert len(desk.field.sql("SELECT 1 FROM person WHERE name LIKE 'Zenaida%'")) == 1


def test_a_walk_in_without_a_name_saves_nothing(desk: Desk) -> None:
    rings = roster_rings()
    reading = desk.read(desk.scan(desk.printed()[0], [(rings[0, "present"], "fill"), (rings[6, "present"], "fill")]))
    with pytest.raises(Refusal) as caught:
        desk.save(reading, Confirmed(walk_ins={(reading.pages[0].printed, 6): NewPerson(" ", "F", "25-34")}))
    assert caught.value.code == "no_name"
    assert attendance_rows(desk.field) == []


def test_answers_become_attempts_once(desk: Desk) -> None:
    pages = desk.printed("tests")
    items = len(desk.field.sql("SELECT items FROM test_form")[0][0].split())
    rings = answer_rings(4, items)
    marks = [(rings[0, "pre", 1, "A"], "fill"), (rings[0, "post", 1, "B"], "cross"), (rings[0, "post", 2, "C"], "fill")]
    scan = desk.scan(pages[0], marks)
    done = desk.save(desk.read(scan))
    assert done.outcome.answers == 2 * items
    said = desk.field.sql(
        "SELECT t.phase, i.number, a.choice FROM answer a JOIN attempt t ON t.id = a.attempt"
        " JOIN item i ON i.id = a.item"
        " WHERE a.choice <> '0' ORDER BY t.phase DESC, i.number"
    )
    letters = desk.field.sql("SELECT json_extract(options, '$[0].letter') FROM item ORDER BY number LIMIT 1")[0][0]
    assert said[0][0] == "pre"
    assert said[0][2] == letters
    assert [row[0] for row in said][1:] == ["post"] * (len(said) - 1)
    assert desk.field.sql("SELECT count(*) FROM attempt") == [(2,)]
    again = desk.save(desk.read(scan))
    assert again.outcome.answers == 0
    assert not again.changes
    undo(desk.field.folder, desk.field.stamp(), done.undo)
    assert desk.field.sql("SELECT count(*) FROM attempt WHERE id NOT IN (SELECT target FROM void)") == [(0,)]


def test_an_empty_ring_takes_no_answer_back(desk: Desk) -> None:
    pages = desk.printed("tests")
    items = len(desk.field.sql("SELECT items FROM test_form")[0][0].split())
    rings = answer_rings(4, items)
    first = [(rings[0, "pre", item, "A"], "fill") for item in range(1, items + 1)]
    desk.save(desk.read(desk.scan(pages[0], first)))
    told = desk.field.sql("SELECT item, choice FROM answer ORDER BY item")
    done = desk.save(desk.read(desk.scan(pages[0], first[:1])))
    assert done.outcome.answers == 0
    assert desk.field.sql("SELECT item, choice FROM answer ORDER BY item") == told


def test_a_planned_session_is_held_once_its_list_is_saved(desk: Desk) -> None:
    field = desk.field
    made = sessions.add_session(
        field.folder, field.stamp(), sessions.NewSession("2026-02-16", "12:00", "12:30", field.crew, "M1")
    ).outcome
    field.session = made
    rings = roster_rings()
    reading = desk.read(desk.scan(desk.printed()[0], [(rings[0, "present"], "fill")]))
    desk.save(reading)
    assert field.sql("SELECT state FROM session_now WHERE id = ?", made) == [("held",)]


def test_the_same_page_in_two_photos_counts_once(desk: Desk) -> None:
    rings = roster_rings()
    page = desk.printed()[0]
    one = desk.scan(page, [(rings[0, "present"], "fill")], "one.png")
    two = desk.scan(page, [(rings[0, "present"], "fill")], "two.png")
    assert len(desk.read(one, two).pages) == 1


def test_sheets_of_elsewhere_say_so(desk: Desk, new_folder: Callable[[str], Folder]) -> None:
    scan = desk.scan(desk.printed()[0], [])
    other = new_folder("otro")
    found_project(other, desk.field.stamp(), "Otro", 99)
    ((lost,),) = (read_sheets(other, [scan]).not_read,)
    assert lost.refusal.code == "other_project"
    twin = new_folder("gemelo")
    found_project(twin, desk.field.stamp(), "Prueba", 77)
    ((lost,),) = (read_sheets(twin, [scan]).not_read,)
    assert lost.refusal.code == "unknown_sheet"


def test_two_sheets_never_share_a_code(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets.Printed, "number", lambda self, attempt: 5 + attempt)
    stamp, folder = desk.field.stamp(), desk.field.folder
    one = sheets.remember(folder, stamp, sheets.Printed("attendance", desk.field.session, tuple(desk.field.people[:2])))
    two = sheets.remember(folder, stamp, sheets.Printed("attendance", desk.field.session, tuple(desk.field.people)))
    assert one != two
    assert one == sheets.remember(
        folder, stamp, sheets.Printed("attendance", desk.field.session, tuple(desk.field.people[:2]))
    )


def test_nothing_was_written_by_reading(desk: Desk) -> None:
    rings = roster_rings()
    scan = desk.scan(desk.printed()[0], [(rings[0, "present"], "fill")])
    dump = _dump(desk.field)
    desk.read(scan)
    assert _dump(desk.field) == dump


def _dump(field: Field) -> list[str]:
    connection = sqlite3.connect(f"file:{field.folder.path / 'surco.db'}?mode=ro", uri=True)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
