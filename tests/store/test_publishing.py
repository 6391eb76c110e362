"""A season in PostgreSQL: as in the file, again and again, with erasures, and never less than the server has."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import psycopg
import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.edge import Edge
from promoter_app.store.book import Book, open_book
from promoter_app.store.migrations import SCHEMA_VERSION
from promoter_app.store.publishing.postgres import publish
from promoter_app.store.publishing.tables import TABLES
from tests.store.postgres_server import server

NOON = datetime(2026, 2, 17, 12, 0, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with server() as found:
        yield found


@pytest.fixture
def database(address: str) -> str:
    """The address of an empty database."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        for number in itertools.count():
            try:
                connection.execute(f"CREATE DATABASE d{number}")
            except psycopg.errors.DuplicateDatabase:
                continue
            return f"{address}/d{number}"
    raise AssertionError


def rows(database: str, query: str) -> list[tuple[Any, ...]]:
    """What an analyst sees."""
    with psycopg.connect(database, options="-c search_path=surco") as connection:
        return connection.execute(query).fetchall()  # type: ignore[arg-type]


@pytest.fixture
def open_one(tmp_path: Path) -> Iterator[Callable[[str], Book]]:
    opened: list[Book] = []

    def make(name: str) -> Book:
        opened.append(open_book(tmp_path / name))
        return opened[-1]

    yield make
    for book in opened:
        book.close()


def stamp() -> Stamp:
    return Edge("Lupita", now=lambda: NOON).stamp()


def season(book: Book, names: tuple[str, ...] = ("Ana Ruiz", "+Ɨtɨama López")) -> list[bytes]:
    """People who were all in one session."""
    with book.writing(stamp()) as write:
        crew = write.add("crew", code="P", name="Los Pinos", season=bytes(16), sector="cane")
        session = write.add(
            "session", code="S1", kind="training", crew=crew, held_on="2026-02-17", starts="12:00", ends="12:30",
            state="held", module="M1", pinned=1,
        )
        people = [write.add("person", kind="worker", name=name, sex="F", migrant=0) for name in names]
        for person in people:
            write.add("membership", person=person, crew=crew, since="2026-01-05")
            write.add("attendance", session=session, person=person, way="typed")
    return people


def test_the_season_arrives_as_it_is(open_one: Callable[[str], Book], database: str) -> None:
    book = open_one("a.db")
    people = season(book)
    seen: list[tuple[int, int]] = []
    done = publish(book, database, on_progress=lambda at, total: seen.append((at, total)))
    assert seen[-1][0] == seen[-1][1]
    assert done.sent == done.total > 0
    assert rows(database, "SELECT name, sex, migrant, crew FROM people ORDER BY name") == [
        ("+Ɨtɨama López", "F", False, "Los Pinos"), ("Ana Ruiz", "F", False, "Los Pinos")
    ]
    assert rows(database, "SELECT code, held_on::text, present FROM sessions_held") == [("S1", "2026-02-17", 2)]
    assert rows(database, "SELECT person, at_local::text FROM attendance_list ORDER BY 1") == [
        ("+Ɨtɨama López", "2026-02-17 12:00:00"), ("Ana Ruiz", "2026-02-17 12:00:00")
    ]
    assert {bytes.fromhex(one.hex) for (one,) in rows(database, "SELECT person_id FROM people_trained")} == set(people)


def test_again_sends_nothing_and_later_only_what_is_new(open_one: Callable[[str], Book], database: str) -> None:
    book = open_one("a.db")
    people = season(book)
    first = publish(book, database)
    assert publish(book, database).sent == 0
    with book.writing(stamp()) as write:
        write.edit("person", people[0], name="Ana Ruiz Díaz")
    again = publish(book, database)
    assert again.sent == 1
    assert again.total == first.total + 1
    assert ("Ana Ruiz Díaz",) in rows(database, "SELECT name FROM people")
    assert rows(database, "SELECT facts FROM publication ORDER BY at, facts DESC") == [(first.sent,), (0,), (1,)]


def test_united_people_count_once(open_one: Callable[[str], Book], database: str) -> None:
    book = open_one("a.db")
    people = season(book, ("Ana Ruiz", "Anna Ruiz"))
    with book.writing(stamp()) as write:
        write.add("link", a=people[0], b=people[1], same=1)
    publish(book, database)
    assert rows(database, "SELECT present FROM sessions_held") == [(1,)]
    assert rows(database, "SELECT count(*) FROM people_trained") == [(1,)]
    assert rows(database, "SELECT count(*) FROM person") == [(2,)]


def test_who_is_erased_leaves_the_server(open_one: Callable[[str], Book], database: str) -> None:
    book = open_one("a.db")
    people = season(book)
    publish(book, database)
    with book.writing(stamp()):
        book.db.execute("INSERT INTO erased VALUES (?)", (people[0],))
        for table, column in (("person", "id"), ("attendance", "person"), ("membership", "person")):
            book.db.execute(f"DELETE FROM {table} WHERE {column} = ?", (people[0],))
            if table != "attendance":
                book.db.execute(f"DELETE FROM {table}_now WHERE {column} = ?", (people[0],))
    assert publish(book, database).removed == 3
    assert rows(database, "SELECT name FROM people") == [("+Ɨtɨama López",)]
    assert rows(database, "SELECT present FROM sessions_held") == [(1,)]


def test_a_folder_that_lacks_something_is_refused(open_one: Callable[[str], Book], database: str) -> None:
    first, second = open_one("a.db"), open_one("b.db")
    season(first)
    season(second, ("Otra",))
    publish(first, database)
    with pytest.raises(Refusal, match="server_has_more"):
        publish(second, database)
    assert rows(database, "SELECT count(*) FROM people") == [(2,)]


def test_stopped_or_refused_nothing_is_there(open_one: Callable[[str], Book], database: str) -> None:
    book = open_one("a.db")
    season(book)
    with pytest.raises(Refusal, match="stopped"):
        publish(book, database, should_stop=lambda: True)
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT to_regnamespace('surco')").fetchone() == (None,)
        connection.execute("CREATE ROLE looker LOGIN")
    with pytest.raises(Refusal, match="server_permission"):
        publish(book, database.replace("surco@", "looker@"))
    with pytest.raises(Refusal, match="no_server"):
        publish(book, "postgresql://127.0.0.1:1/nada")


def test_a_server_that_goes_away_half_way_has_nothing_of_it_and_the_next_time_all(
    open_one: Callable[[str], Book], database: str
) -> None:
    book = open_one("a.db")
    people = season(book)
    first = publish(book, database)
    with book.writing(stamp()) as write:
        write.edit("person", people[0], name="Ana Ruiz Díaz")
        write.add("person", kind="worker", name="Otra")

    def pull_the_plug(done: int, total: int) -> None:
        if done == total - 1:
            with psycopg.connect(database, autocommit=True) as other:
                other.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )

    with pytest.raises(Refusal, match="no_server"):
        publish(book, database, on_progress=pull_the_plug)
    assert rows(database, "SELECT name FROM people ORDER BY name") == [("+Ɨtɨama López",), ("Ana Ruiz",)]
    assert rows(database, "SELECT count(*) FROM publication") == [(1,)]
    again = publish(book, database)
    assert (again.sent, again.total) == (2, first.total + 2)
    assert rows(database, "SELECT name FROM people ORDER BY name") == [
        ("+Ɨtɨama López",), ("Ana Ruiz Díaz",), ("Otra",)
    ]


def by_hand(database: str, *statements: str) -> None:
    """What somebody does on the server."""
    with psycopg.connect(database, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)  # type: ignore[arg-type]


def test_views_that_analysts_make_on_ours_stay_when_it_is_published_again(
    open_one: Callable[[str], Book], database: str
) -> None:
    book = open_one("a.db")
    people = season(book)
    publish(book, database)
    by_hand(database, "CREATE VIEW public.names AS SELECT name FROM surco.people")
    with book.writing(stamp()) as write:
        write.edit("person", people[0], name="Ana Ruiz Díaz")
    assert publish(book, database).sent == 1
    assert rows(database, "SELECT name FROM public.names ORDER BY 1") == [("+Ɨtɨama López",), ("Ana Ruiz Díaz",)]


def test_views_of_an_earlier_surco_are_made_anew_unless_somebody_builds_on_them(
    open_one: Callable[[str], Book], database: str
) -> None:
    book = open_one("a.db")
    season(book)
    publish(book, database)
    by_hand(
        database, "DROP VIEW surco.people", "CREATE VIEW surco.people AS SELECT name AS called FROM surco.person_now"
    )
    by_hand(database, "CREATE VIEW public.names AS SELECT called FROM surco.people")
    with pytest.raises(Refusal) as refused:
        publish(book, database)
    assert refused.value.code == "server_views"
    assert "names" in refused.value.what.es
    assert rows(database, "SELECT count(*) FROM publication") == [(1,)]
    by_hand(database, "DROP VIEW public.names")
    publish(book, database)
    assert rows(database, "SELECT count(name) FROM people") == [(2,)]


@pytest.mark.parametrize("table", ["person", "people", "crew_now", "publication"])
def test_tables_of_others_with_a_name_of_ours_are_left_alone(
    open_one: Callable[[str], Book], database: str, table: str
) -> None:
    book = open_one("a.db")
    season(book)
    by_hand(database, "CREATE SCHEMA surco", f"CREATE TABLE surco.{table} (otra integer)")
    with pytest.raises(Refusal) as refused:
        publish(book, database)
    assert refused.value.code == "server_tables"
    assert f"«{table}»" in refused.value.what.es
    assert rows(database, "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'surco'") == [
        (table,)
    ]


def test_an_earlier_schema_on_the_server_grows_and_a_later_one_is_refused(
    open_one: Callable[[str], Book], database: str
) -> None:
    book = open_one("a.db")
    season(book)
    first = publish(book, database)
    since_2 = next(table.name for table in TABLES if table.since == 2 and not table.record)
    by_hand(database, f"DROP TABLE surco.{since_2}", "UPDATE surco.schema_version SET version = 1")
    assert publish(book, database).total == first.total
    assert rows(database, f"SELECT count(*) FROM {since_2}") == [(0,)]
    assert rows(database, "SELECT version FROM schema_version") == [(SCHEMA_VERSION,)]
    by_hand(database, f"UPDATE surco.schema_version SET version = {SCHEMA_VERSION + 1}")
    with pytest.raises(Refusal) as refused:
        publish(book, database)
    assert (refused.value.code, "Actualiza Surco" in refused.value.todo.es) == ("server_newer", True)
    assert rows(database, "SELECT version FROM schema_version") == [(SCHEMA_VERSION + 1,)]
