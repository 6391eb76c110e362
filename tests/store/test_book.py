"""The book: one writer, durable, whose history another program can read and whose current values can be rebuilt."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.edge import Edge
from promoter_app.store.book import Book, open_book
from promoter_app.store.derived import rebuild
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION, TABLES

NOW = datetime(2026, 2, 17, 12, 0, tzinfo=timezone(timedelta(hours=-6)))


SESSION = {
    "code": "A",
    "kind": "training",
    "held_on": "2026-02-17",
    "starts": "12:00",
    "ends": "12:30",
    "state": "open",
}


@pytest.fixture
def edge() -> Edge:
    return Edge("Lupita", now=lambda: NOW)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = open_book(tmp_path / "surco.db")
    yield opened
    opened.close()


def plain(book: Book, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{book.path}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_committed_row_is_seen_by_plain_sqlite(book: Book, edge: Edge) -> None:
    with book.writing(edge.stamp()) as write:
        write.add("person", kind="worker", name="'Utsima Ruiz", sex="F")
    assert plain(book, "SELECT name, sex FROM person") == [("'Utsima Ruiz", "F")]
    assert plain(book, "SELECT operator, utc_offset FROM run") == [("Lupita", -360)]
    assert plain(book, "PRAGMA journal_mode") == [("wal",)]


def test_commits_wait_for_the_disk(book: Book) -> None:
    """WAL with FULL is the only fast mode that lost nothing in enumerated power cuts."""
    assert book.value("PRAGMA synchronous") == 2
    assert book.value("PRAGMA journal_mode") == "wal"
    assert book.value("PRAGMA secure_delete") == 1


def test_a_failed_block_leaves_everything_as_it_was(book: Book, edge: Edge) -> None:
    def half() -> None:
        with book.writing(edge.stamp()) as write:
            write.add("person", kind="worker", name="Ana")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        half()
    assert plain(book, "SELECT count(*) FROM person") == [(0,)]
    with book.writing(edge.stamp()) as write:
        write.add("person", kind="worker", name="Ana")
    assert plain(book, "SELECT count(*) FROM run") == [(1,)]


def test_an_edit_keeps_what_was_before_and_says_what_it_replaces(book: Book, edge: Edge) -> None:
    with book.writing(edge.stamp()) as write:
        person = write.add("person", kind="worker", name="Ana")
    for name in ("Ana Paz", "Ana Paz Ruiz"):
        with book.writing(edge.stamp()) as write:
            assert write.edit("person", person, name=name)
    assert plain(book, "SELECT name FROM person") == [("Ana",)]
    assert plain(book, "SELECT name FROM person_now") == [("Ana Paz Ruiz",)]
    assert plain(book, "SELECT value, gen FROM edit ORDER BY gen") == [("Ana Paz", 1), ("Ana Paz Ruiz", 2)]
    assert plain(book, "SELECT count(*) FROM supersede") == [(1,)]


def test_an_edit_that_changes_nothing_writes_nothing(book: Book, edge: Edge) -> None:
    with book.writing(edge.stamp()) as write:
        person = write.add("person", kind="worker", name="Ana")
        assert not write.edit("person", person, name="Ana", sex=None)
    assert plain(book, "SELECT count(*) FROM edit") == [(0,)]


def test_the_undo_of_a_change_names_the_way_back(book: Book, edge: Edge) -> None:
    with book.writing(edge.stamp()) as write:
        person = write.add("person", kind="worker", name="Ana")
    with book.writing(edge.stamp()) as write:
        write.edit("person", person, name="Eva")
        back = write.undo(Sentence("Deshacer", "Undo"))
    assert [(r.field, r.value) for r in back.restores] == [("name", "Ana")]


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("person", {"kind": "worker", "name": "x" * 201}),
        ("person", {"kind": "alien", "name": "Ana"}),
        ("person", {"kind": "worker"}),
        ("session", SESSION | {"held_on": "17/02/2026"}),
        ("session", SESSION | {"state": "perhaps"}),
        ("attendance", {"session": b"short", "person": b"x" * 16, "way": "typed"}),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_is_not_data(book: Book, edge: Edge, table: str, values: dict[str, object]) -> None:
    from promoter_app.store.dbapi import IntegrityError

    def write_it() -> None:
        with book.writing(edge.stamp()) as write:
            write.add_many(table, [values])  # type: ignore[list-item]

    with pytest.raises(IntegrityError):
        write_it()


def test_an_unknown_column_is_a_bug(book: Book, edge: Edge) -> None:
    def write_it() -> None:
        with book.writing(edge.stamp()) as write:
            write.add("person", kind="worker", name="Ana", curp="X")

    with pytest.raises(KeyError):
        write_it()


def test_every_table_is_strict_and_keyed_by_sixteen_bytes(book: Book) -> None:
    strict = {row["name"]: row["strict"] for row in book.rows("PRAGMA table_list")}
    for table in TABLES:
        assert strict[table.name] == 1
        first = book.rows(f"PRAGMA table_info({table.name})")[0]
        assert (first["name"], first["type"], first["pk"], first["notnull"]) == ("id", "BLOB", 1, 1)


def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "surco.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert refused.value.code == "not_ours"
    assert path.read_bytes() == before


def test_rubbish_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "surco.db"
    path.write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(Refusal):
        open_book(path)


def test_a_newer_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "surco.db"
    open_book(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(Refusal) as refused:
        open_book(path)
    assert refused.value.code == "newer_version"


def test_the_file_says_whose_it_is(book: Book) -> None:
    assert plain(book, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert plain(book, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_an_encrypted_book_opens_with_its_key_only(tmp_path: Path, edge: Edge) -> None:
    path = tmp_path / "surco.db"
    key = bytes(range(32))
    book = open_book(path, key)
    with book.writing(edge.stamp()) as write:
        write.add("person", kind="worker", name="Rosalía Bautista")
    book.close()
    assert "Rosalía".encode() not in path.read_bytes()
    again = open_book(path, key)
    assert again.value("SELECT name FROM person") == "Rosalía Bautista"
    again.close()
    with pytest.raises(Refusal):
        open_book(path, bytes(32))


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["name", "sex", "language", "migrant", "void"]),
        st.integers(0, 3),
    ),
    max_size=30,
)


@given(changes=CHANGES)
def test_current_values_rebuilt_from_facts_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, str, int]]
) -> None:
    edge = Edge("Lupita", now=lambda: NOW)
    book = open_book(tmp_path_factory.mktemp("book") / "surco.db")
    try:
        with book.writing(edge.stamp()) as write:
            people = [write.add("person", kind="worker", name=f"Persona {at}") for at in range(4)]
        gone: set[int] = set()
        words = {"sex": ["F", "M", "X", None], "migrant": [0, 1, None, 1], "language": ["spa", "hch", None, "crn"]}
        with book.writing(edge.stamp()) as write:
            for at, field, value in changes:
                if at in gone:
                    continue
                if field == "void":
                    write.void("person", people[at])
                    gone.add(at)
                else:
                    write.edit("person", people[at], **{field: words.get(field, ["Á", "b", "'Ɨ", "d"])[value]})
        before = [book.rows(f"SELECT * FROM {t.now_name} ORDER BY id") for t in TABLES if t.record]
        heads = book.rows("SELECT * FROM head ORDER BY entity, field, id")
        with book.writing(edge.stamp()):
            rebuild(book.db)
        assert [book.rows(f"SELECT * FROM {t.now_name} ORDER BY id") for t in TABLES if t.record] == before
        assert book.rows("SELECT * FROM head ORDER BY entity, field, id") == heads
    finally:
        book.close()
