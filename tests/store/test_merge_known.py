"""Rows that the office holds stay out of the staging file, and only those: nothing is hidden by leaving them out."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.store.merging.child import as_json
from promoter_app.store.merging.faults import FaultError
from promoter_app.store.merging.recipe import recipe
from promoter_app.store.merging.seal import put_seal
from promoter_app.store.merging.staging import open_staging, stage
from tests.laws.offices import Office, offices, task
from tests.laws.world import World, write_package

PEOPLE = 12


@pytest.fixture
def office() -> Iterator[Office]:
    with offices() as (made,):
        yield made


def laptop_with_people(count: int = PEOPLE) -> World:
    world = World()
    for at in range(count):
        world.do("person", 0, at, 0)
    return world


def package(world: World, place: Path) -> Path:
    return write_package(world.deliver(world.laptops[0]), place)


def changed(path: Path, *statements: str) -> Path:
    """The package changed by somebody who can seal it again."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    put_seal(path)
    return path


def staged(office: Office, path: Path, least: int = 0) -> tuple[list[str], tuple[int, int]]:
    """Names of the people who were staged, and how many rows of people were and were not."""
    made, uri = recipe(least), f"{office.book.path.as_uri()}?mode=ro"
    with closing(open_staging(":memory:", made, office=uri)) as connection:
        stage(connection, made, task(path, 0, "0" * 64))
        names = [name for (name,) in connection.execute("SELECT name FROM person ORDER BY id")]
        (counts,) = connection.execute("SELECT n, known FROM span WHERE tbl = 'person'")
    return names, counts


def people_in(path: Path) -> list[bytes]:
    with closing(sqlite3.connect(path)) as connection:
        return [id for (id,) in connection.execute("SELECT id FROM person ORDER BY id")]


def forge_id(path: Path, id: bytes, forged: bytes) -> None:
    """Give one person another id in the table alone: the index keeps the first one."""
    whole = path.read_bytes()
    (start,) = (at for at in range(len(whole)) if whole[at : at + 22] == id + b"worker")
    path.write_bytes(whole[:start] + forged + whole[start + 16 :])
    put_seal(path)


def test_what_the_office_holds_is_not_staged_again(office: Office, tmp_path: Path) -> None:
    world = laptop_with_people()
    office.unite([package(world, tmp_path / "uno.db")])
    world.do("person", 0, 99, 0)
    assert staged(office, package(world, tmp_path / "dos.db")) == (["Persona 99"], (1, PEOPLE))


def test_rows_in_another_order_are_found_too(office: Office, tmp_path: Path) -> None:
    world = laptop_with_people()
    office.unite([package(world, tmp_path / "uno.db")])
    shuffled = changed(
        package(world, tmp_path / "dos.db"),
        "CREATE TEMP TABLE t AS SELECT * FROM person ORDER BY random()",
        "DELETE FROM person", "INSERT INTO person SELECT * FROM t",
    )  # fmt: skip
    assert staged(office, shuffled) == ([], (0, PEOPLE))


@pytest.mark.parametrize(
    "change", ["name = 'Otra'", "name = 'persona 3'", "note = ''", "wall = wall + 1", "sex = 'F'"]
)
def test_a_row_that_differs_in_anything_is_staged(office: Office, tmp_path: Path, change: str) -> None:
    world = laptop_with_people()
    office.unite([package(world, tmp_path / "uno.db")])
    path = changed(package(world, tmp_path / "dos.db"), f"UPDATE person SET {change} WHERE name = 'Persona 3'")
    assert staged(office, path)[1] == (1, PEOPLE - 1)


def test_a_table_that_compares_loosely_hides_nothing(office: Office, tmp_path: Path) -> None:
    """A forged declaration lets capitals count as equal: such a table is staged whole."""
    world = laptop_with_people()
    office.unite([package(world, tmp_path / "uno.db")])
    path = changed(
        package(world, tmp_path / "dos.db"),
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT', 'name TEXT COLLATE NOCASE') WHERE name = 'person'",
        "PRAGMA writable_schema = OFF",
        "UPDATE person SET name = upper(name)",
    )  # fmt: skip
    assert staged(office, path)[1] == (PEOPLE, 0)


def test_an_id_twice_beside_a_known_row_is_refused(office: Office, tmp_path: Path) -> None:
    """The file's own index no longer sees the second one: it was forged page by page."""
    world = laptop_with_people()
    office.unite([package(world, tmp_path / "uno.db")])
    path = package(world, tmp_path / "dos.db")
    ids = people_in(path)
    forge_id(path, ids[-1], ids[0])
    with pytest.raises(FaultError, match="twice_inside"):
        staged(office, path)


def test_a_row_of_a_launch_that_the_index_hides_is_looked_for_all_the_same(office: Office, tmp_path: Path) -> None:
    """By its index the file tells only of a launch that nobody knows; by its rows also of somebody whom we have."""
    world = laptop_with_people()
    uno = package(world, tmp_path / "uno.db")
    office.unite([uno])
    for at in range(PEOPLE):
        world.do("person", 1, at, 0)
    path = write_package(world.deliver(world.laptops[1]), tmp_path / "dos.db")
    known = people_in(uno)[3]
    forge_id(path, people_in(path)[5], known)
    counted, _brought = office.unite([path]).files[0]
    assert (counted.clash, counted.dup) == (1, 0)
    assert [id for _tbl, id, *_ in office.dump()["variant"]] == [known, known]


def test_few_rows_are_not_worth_the_comparison(office: Office, tmp_path: Path) -> None:
    world = laptop_with_people()
    office.unite([package(world, tmp_path / "uno.db")])
    assert staged(office, Path(shutil.copy(tmp_path / "uno.db", tmp_path / "dos.db")), PEOPLE + 1)[1] == (PEOPLE, 0)


def test_bad_rows_among_known_ones_are_put_aside(office: Office, tmp_path: Path) -> None:
    world = laptop_with_people()
    office.unite([package(world, tmp_path / "uno.db")])
    path = changed(
        package(world, tmp_path / "dos.db"), "UPDATE person SET name = CAST(x'ff41' AS TEXT) WHERE name = 'Persona 3'"
    )
    made = recipe(0)
    with closing(open_staging(":memory:", made, office=f"{office.book.path.as_uri()}?mode=ro")) as connection:
        told = stage(connection, made, task(path, 0, "0" * 64))
        (body,) = connection.execute("SELECT body FROM quarantine").fetchone()
    assert (told.seen, told.quarantined) == (PEOPLE + 1, 1)
    assert json.loads(body)["faults"] == "name"


def test_the_office_is_never_written(office: Office, tmp_path: Path) -> None:
    office.unite([package(laptop_with_people(), tmp_path / "uno.db")])
    with closing(
        open_staging(":memory:", recipe(0), office=f"{office.book.path.as_uri()}?mode=ro")
    ) as connection, pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM office.person")


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.dictionaries(st.text(), st.text()))))
def test_the_child_writes_json(value: dict[str, object]) -> None:
    assert json.loads(as_json(value)) == value
