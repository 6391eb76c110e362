"""An export is a whole file that other programs open, or it is not there."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.store.book import Book, open_book
from promoter_app.store.exporting import export_book, travelling_names
from promoter_app.store.views import VIEWS

NOW = datetime(2026, 2, 17, 12, 0, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    edge = Edge("Lupita", now=lambda: NOW)
    opened = open_book(tmp_path / "surco.db")
    with opened.writing(edge.stamp()) as write:
        season = write.add("season", name="Zafra", sector="cane", starts="2025-11-01", ends="2026-06-01")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        person = write.add("person", kind="worker", name="+Ɨtɨama López")
        write.add("membership", person=person, crew=crew, since="2026-01-05")
        session = write.add(
            "session", code="260217-PINOS-M1", kind="training", crew=crew, module="M1", held_on="2026-02-17",
            starts="12:00", ends="12:30", state="planned", season=season,
        )
        kept = write.add("attendance", session=session, person=person, way="scanner", crew=crew)
        gone = write.add("attendance", session=session, person=person, way="typed", crew=crew)
        write.void("attendance", gone, "undo")
        write.edit("session", session, state="held")
        assert kept
    yield opened
    opened.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_the_views_speak_plain_words(book: Book, tmp_path: Path) -> None:
    export_book(book, tmp_path / "out.db")
    assert rows(tmp_path / "out.db", "SELECT person, person_crew, way, at_local FROM attendance_list") == [
        ("+Ɨtɨama López", "Los Pinos", "scanner", "2026-02-17 12:00:00")
    ]
    assert rows(tmp_path / "out.db", "SELECT code, state, present FROM sessions_held") == [
        ("260217-PINOS-M1", "held", 1)
    ]
    for view in VIEWS:
        rows(tmp_path / "out.db", f"SELECT * FROM {view}")


def test_every_table_explains_itself(book: Book, tmp_path: Path) -> None:
    export_book(book, tmp_path / "out.db")
    told = {name for (name,) in rows(tmp_path / "out.db", "SELECT name FROM about")}
    tables = {n for (n,) in rows(tmp_path / "out.db", "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tables - told <= {"about", "manifest", "run", "variant", "quarantine"}


def test_what_travels_is_the_same_as_in_the_book(book: Book, tmp_path: Path) -> None:
    export_book(book, tmp_path / "out.db")
    for name in travelling_names():
        assert rows(tmp_path / "out.db", f"SELECT * FROM {name} ORDER BY 1") == [
            tuple(row.values()) for row in book.rows(f"SELECT * FROM {name} ORDER BY 1")
        ]


def test_no_local_table_and_no_index_travels(book: Book, tmp_path: Path) -> None:
    book.set_local("laptop_name", "secreto")
    export_book(book, tmp_path / "out.db")
    names = {n for (n,) in rows(tmp_path / "out.db", "SELECT name FROM sqlite_schema WHERE type != 'view'")}
    assert not {"local", "delivery", "head", "import_log", "cover"} & names
    assert not [n for n in names if "_by_" in str(n)]
    assert b"secreto" not in (tmp_path / "out.db").read_bytes()


def test_the_hash_is_that_of_the_file_and_nothing_else_stays(book: Book, tmp_path: Path) -> None:
    done = export_book(book, tmp_path / "out.db")
    assert done.sha256 == hashlib.sha256((tmp_path / "out.db").read_bytes()).hexdigest()
    left = {path.name for path in tmp_path.iterdir()} - {"surco.db", "surco.db-wal", "surco.db-shm"}
    assert left == {"out.db"}


def test_a_stop_leaves_the_old_file_as_it_was(book: Book, tmp_path: Path) -> None:
    out = tmp_path / "out.db"
    export_book(book, out)
    before = out.read_bytes()
    with pytest.raises(Refusal) as refused:
        export_book(book, out, should_stop=lambda: True)
    assert refused.value.code == "stopped"
    assert out.read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]
    with book.writing(Edge("Lupita").stamp()) as write:
        write.add("feedback", session=b"x" * 16, face=3)


def test_a_place_that_is_not_there_is_a_refusal(book: Book, tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        export_book(book, tmp_path / "missing" / "out.db")


def test_an_encrypted_book_exports_in_the_clear_form(tmp_path: Path) -> None:
    book = open_book(tmp_path / "locked.db", bytes(range(32)))
    with book.writing(Edge("Lupita").stamp()) as write:
        write.add("person", kind="worker", name="Ana")
    export_book(book, tmp_path / "out.db")
    book.close()
    assert rows(tmp_path / "out.db", "SELECT name FROM people") == [("Ana",)]
