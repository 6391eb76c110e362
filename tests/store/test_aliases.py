"""United records: every count and list speaks of one person, whatever the order of the links, and can go back."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from promoter_app.domain.stamp import Stamp
from promoter_app.edge import Edge
from promoter_app.store import people, person_sheet, sessions
from promoter_app.store.book import Book, open_book
from promoter_app.store.derived import rebuild
from promoter_app.store.exporting import export_book

NOON = datetime(2026, 2, 17, 12, 0, tzinfo=timezone(timedelta(hours=-6)))
DAY = "2026-02-17"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = open_book(tmp_path / "surco.db")
    yield opened
    opened.close()


@pytest.fixture
def stamp() -> Stamp:
    return Edge("Prueba", now=lambda: NOON).stamp()


def three_records(book: Book, stamp: Stamp) -> tuple[bytes, bytes, list[bytes]]:
    """A crew, a session in which two of three records of one person were present, and the records."""
    with book.writing(stamp) as write:
        season = write.add("season", name="Z", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="P", name="Los Pinos", season=season, sector="cane")
        session = write.add(
            "session", code="S1", kind="training", crew=crew, held_on=DAY, starts="12:00", ends="12:30", state="open",
            module="M1",
        )
        records = [write.add("person", kind="worker", name=name) for name in ("Ana Ruiz", "Anna Ruiz", "Ana Ruis")]
        for person in records:
            write.add("membership", person=person, crew=crew, since="2026-01-05")
        for person in records[1:]:
            write.add("attendance", session=session, person=person, way="typed")
        card = write.add("card", code="AAAAAAAAAA", number=9)
        write.add("card_assignment", card=card, person=records[2])
    return crew, session, records


@pytest.mark.parametrize("order", list(itertools.permutations([(0, 1), (1, 2)])))
def test_united_records_are_one_person_everywhere(
    book: Book, stamp: Stamp, order: tuple[tuple[int, int], ...]
) -> None:
    crew, session, records = three_records(book, stamp)
    for a, b in order:
        with book.writing(stamp) as write:
            write.add("link", a=records[b], b=records[a], same=1)
    assert [person.id for person in people.people_of_crew(book, crew, DAY)] == [records[0]]
    assert people.count_people(book) == 1
    assert [row["person"] for row in sessions.present_rows(book, session)] == [records[0]]
    assert sessions.count_present(book, session) == 1
    assert len(sessions.presences(book, session, records[0])) == 2
    assert sessions.modules_of_people(book, crew, DAY) == [{"person": records[0], "module": "M1"}]
    found = people.person(book, records[2], DAY)
    assert found is not None
    assert (found.id, found.name, found.card_number) == (records[0], "Ana Ruiz", 9)
    shown = sessions.session(book, session)
    assert shown is not None
    assert (shown.people, shown.present) == (1, 1)
    assert [row["session"] for row in person_sheet.visits(book, records[0])] == [session]
    assert [row["number"] for row in person_sheet.cards(book, records[0])] == [9]


def test_a_void_link_sets_them_apart_again(book: Book, stamp: Stamp) -> None:
    crew, session, records = three_records(book, stamp)
    with book.writing(stamp) as write:
        link = write.add("link", a=records[0], b=records[1], same=1)
        write.edit("person", records[0], name="Ana Ruiz Díaz")
    assert people.count_people(book) == 2
    with book.writing(stamp) as write:
        write.void("link", link)
        write.edit("person", records[0], name="Ana Ruiz")
    assert people.count_people(book) == 3
    assert sessions.count_present(book, session) == 2
    assert len(people.people_of_crew(book, crew, DAY)) == 3


def test_called_different_by_somebody_stays_apart(book: Book, stamp: Stamp) -> None:
    _crew, _session, records = three_records(book, stamp)
    with book.writing(stamp) as write:
        write.add("link", a=records[0], b=records[1], same=1)
        write.add("link", a=records[1], b=records[0], same=0)
    assert people.count_people(book) == 3


def test_step_by_step_equals_rebuilt(book: Book, stamp: Stamp) -> None:
    _crew, _session, records = three_records(book, stamp)
    with book.writing(stamp) as write:
        first = write.add("link", a=records[0], b=records[1], same=1)
    with book.writing(stamp) as write:
        write.add("link", a=records[1], b=records[2], same=1)
        write.edit("person", records[0], name="Ana Ruiz D.")
    with book.writing(stamp) as write:
        write.void("link", first)
    tables = ("person_alias", "person_now", "membership_now", "session_now")
    kept = {name: book.rows(f"SELECT * FROM {name} ORDER BY id") for name in tables}
    with book.writing(stamp):
        rebuild(book.db)
    assert kept == {name: book.rows(f"SELECT * FROM {name} ORDER BY id") for name in tables}
    assert [row["id"] for row in kept["person_now"]] == records[:2]


def test_an_export_says_one_person_too(book: Book, stamp: Stamp, tmp_path: Path) -> None:
    _crew, _session, records = three_records(book, stamp)
    with book.writing(stamp) as write:
        write.add("link", a=records[1], b=records[2], same=1)
    export_book(book, tmp_path / "fuera.db")
    connection = sqlite3.connect(tmp_path / "fuera.db")
    try:
        assert connection.execute("SELECT name, card FROM people ORDER BY name").fetchall() == [
            ("Ana Ruiz", None), ("Anna Ruiz", "AAAAAAAAAA")
        ]
        assert connection.execute("SELECT present FROM sessions").fetchall() == [(1,)]
        assert connection.execute("SELECT DISTINCT person FROM attendance_list").fetchall() == [("Anna Ruiz",)]
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (3,)
    finally:
        connection.close()
