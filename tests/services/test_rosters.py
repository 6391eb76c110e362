"""A roster carries one laptop's crews and nobody else's people; a new laptop joins with it; erasures reach it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services import rosters as service
from promoter_app.services.deliver import export
from promoter_app.services.folder import Folder, open_folder, project_tag
from promoter_app.services.merging import receiving
from promoter_app.services.people import duplicates
from promoter_app.services.privacy import rights
from promoter_app.services.sessions import attendance
from promoter_app.services.undo import undo
from tests.services.conftest import TAG, Field

New = Callable[[str], Folder]


def sql(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture
def office(field: Field) -> Field:
    """The season at the office; four people in Los Pinos, one in El Trapiche."""
    field.edge.role = "coordinator"
    field.folder.book.set_local("laptop_name", "oficina")
    attendance.record_scan(field.folder, field.stamp(), field.session, field.code(2))
    return field


def give(office: Field, path: Path, crew: bytes | None = None) -> service.Roster:
    return service.give_roster(office.folder, office.stamp(), [crew or office.crew], path).outcome


def test_only_the_people_of_the_crews_go(office: Field, tmp_path: Path) -> None:
    made = give(office, tmp_path / "lista.db")
    names = {name for (name,) in sql(made.path, "SELECT name FROM person")}
    assert names == {"Rosalía Bautista Carrillo", "Hilario de la Cruz Ríos", "+Ɨtɨama López", "'Utsima Ruiz"}
    assert sql(made.path, "SELECT name FROM crew") == [("Los Pinos",)]
    assert sql(made.path, "SELECT count(*) FROM card_cancel") == [(1,)]
    assert sql(made.path, "SELECT tag FROM project_now") == [(TAG,)]
    assert sql(made.path, "SELECT present FROM sessions") == [(1,)]
    assert sql(made.path, "SELECT number FROM card ORDER BY number") == [(1,), (2,), (3,), (4,), (8,)]
    assert (made.crews, made.people) == (1, 4)
    assert not list(office.folder.path.glob(".lista*"))


def test_a_new_laptop_joins_and_its_work_comes_home(office: Field, tmp_path: Path, new_folder: New) -> None:
    made = give(office, tmp_path / "lista.db")
    laptop = new_folder("laptop")
    edge = Edge("Beto", now=office.edge.now)
    service.take_in(laptop, edge.stamp(), made.path)
    assert project_tag(laptop) == TAG
    lost = attendance.record_scan(laptop, edge.stamp(), office.session, office.code(8)).outcome
    assert (lost.state.value, lost.good_number) == ("cancelled", 1)
    attendance.record_scan(laptop, edge.stamp(), office.session, office.code(1))
    out = tmp_path / "usb"
    out.mkdir()
    export(laptop, edge.stamp(), out)
    plan = receiving.look_at(office.folder, office.stamp(), [out])
    receiving.unite(office.folder, office.stamp(), plan)
    assert attendance.tally(office.folder, office.session).present == 2
    assert office.sql("SELECT count(*) FROM person") == [(5,)]


def test_a_roster_again_or_an_older_one_changes_nothing(office: Field, tmp_path: Path, new_folder: New) -> None:
    old = give(office, tmp_path / "vieja.db")
    with office.folder.book.writing(office.stamp()) as write:
        write.edit("person", office.people[0], name="Rosalía B. Carrillo")
        other = write.add("person", kind="worker", name="Rosalía B. Carillo")
        write.add("membership", person=other, crew=office.crew, since="2026-02-01")
    duplicates.unite(office.folder, office.stamp(), office.people[0], other, {"name": 0})
    newer = give(office, tmp_path / "nueva.db")
    laptop = new_folder("laptop")
    edge = Edge("Beto", now=office.edge.now)
    database = laptop.path / "surco.db"
    service.take_in(laptop, edge.stamp(), newer.path)
    tables = ("person", "edit", "link", "membership", "card", "session", "person_now", "person_alias")
    before = {name: sql(database, f"SELECT * FROM {name} ORDER BY id") for name in tables}
    for path in (old.path, newer.path):
        service.take_in(laptop, edge.stamp(), path)
    assert before == {name: sql(database, f"SELECT * FROM {name} ORDER BY id") for name in tables}
    assert ("Rosalía B. Carrillo",) in sql(database, "SELECT name FROM person_now")
    assert len(before["person_alias"]) == 1


def test_an_erasure_of_the_office_reaches_the_laptop_for_good(
    office: Field, tmp_path: Path, new_folder: New
) -> None:
    old = give(office, tmp_path / "vieja.db")
    laptop = new_folder("laptop")
    edge = Edge("Beto", now=office.edge.now)
    service.take_in(laptop, edge.stamp(), old.path)
    with office.folder.book.writing(office.stamp()) as write:
        write.add("erasure", subject=office.people[1], stage="suppress")
    service.take_in(laptop, edge.stamp(), give(office, tmp_path / "nueva.db").path)
    service.take_in(laptop, edge.stamp(), old.path)
    database = laptop.path / "surco.db"
    assert ("Hilario de la Cruz Ríos",) not in sql(database, "SELECT name FROM person")
    assert sql(database, "SELECT count(*) FROM attendance") == [(0,)]


def test_another_offices_erasure_does_not_count(office: Field, tmp_path: Path, new_folder: New) -> None:
    laptop = new_folder("laptop")
    edge = Edge("Beto", now=office.edge.now)
    service.take_in(laptop, edge.stamp(), give(office, tmp_path / "lista.db").path)
    stranger = open_folder(tmp_path / "otra")
    other = Edge("Alguien", role="coordinator", now=office.edge.now)
    service.take_in(stranger, other.stamp(), tmp_path / "lista.db")
    with stranger.book.writing(other.stamp()) as write:
        write.add("erasure", subject=office.people[1], stage="suppress")
    (crew,) = stranger.book.rows("SELECT id FROM crew")
    service.give_roster(stranger, other.stamp(), [crew["id"]], tmp_path / "falsa.db")
    stranger.close()
    service.take_in(laptop, edge.stamp(), tmp_path / "falsa.db")
    assert ("Hilario de la Cruz Ríos",) in sql(laptop.path / "surco.db", "SELECT name FROM person")


def test_refusals(office: Field, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no_crews"):
        service.give_roster(office.folder, office.stamp(), [], tmp_path / "x.db")
    (tmp_path / "roto.db").write_bytes(b"nada")
    with pytest.raises(Refusal, match="not_a_package"):
        service.take_in(office.folder, office.stamp(), tmp_path / "roto.db")
    office.edge.role = "promoter"
    with pytest.raises(Refusal, match="not_allowed"):
        give(office, tmp_path / "x.db")
    assert not (tmp_path / "x.db").exists()


def test_a_blocked_person_is_in_no_roster(office: Field, tmp_path: Path) -> None:
    done = rights.block(office.folder, office.stamp(), office.people[0], "acta 3")
    made = give(office, tmp_path / "lista.db")
    assert office.people[0] not in {person for (person,) in sql(made.path, "SELECT id FROM person")}
    for table in ("membership", "card_assignment", "attendance", "consent"):
        assert office.people[0] not in {person for (person,) in sql(made.path, f"SELECT person FROM {table}")}
    assert sql(made.path, "SELECT stage FROM erasure") == [("block",)]
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    again = give(office, tmp_path / "otra.db")
    assert office.people[0] in {person for (person,) in sql(again.path, "SELECT id FROM person")}


def test_the_delivery_to_the_office_still_carries_who_is_blocked(office: Field, tmp_path: Path) -> None:
    rights.block(office.folder, office.stamp(), office.people[0], "acta 3")
    _delivery, exported = export(office.folder, office.stamp(), tmp_path).outcome
    assert sql(exported.path, "SELECT subject, stage FROM erasure") == [(office.people[0], "block")]
    assert office.people[0] in {person for (person,) in sql(exported.path, "SELECT id FROM person")}
    assert office.people[0] not in {person for (person,) in sql(exported.path, "SELECT id FROM person_now")}
