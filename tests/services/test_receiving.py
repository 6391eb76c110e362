"""Recibir: what each file is, what it brings, uniting it, and the way back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.merging.packages import Brings, MergePlan, MergeReport
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import found_project, project_tag
from promoter_app.services.merging import receiving
from promoter_app.store.merging import inbox
from promoter_app.store.merging.seal import put_seal
from promoter_app.store.merging.uniting import trust_device
from promoter_app.store.migrations import SCHEMA_VERSION
from tests.conftest import LONG
from tests.laws.world import World, write_package
from tests.services.merge_field import NOON, Machine, office_with_season


class Field:
    """An office, two laptops that began as copies of it, and a stick."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.stick = place / "memoria"
        self.stick.mkdir()
        self.office, self.session, self.people = office_with_season(place / "oficina")
        self.one = self.office.copy_to(place / "uno", "laptop-01")
        self.two = self.office.copy_to(place / "dos", "laptop-02")
        self.machines = [self.office, self.one, self.two]

    def look(self, *paths: Path) -> MergePlan:
        return receiving.look_at(self.office.folder, self.office.edge.stamp(), paths or [self.stick])

    def unite(self, *paths: Path) -> MergeReport:
        plan = self.look(*paths)
        return receiving.unite(self.office.folder, self.office.edge.stamp(), plan).outcome

    def states(self, *paths: Path) -> list[str]:
        plan = self.look(*paths)
        receiving.forget(plan)
        return [file.state for file in plan.files]

    def sql(self, query: str, *params: Any) -> list[tuple[Any, ...]]:
        """Plain sqlite3 on the office's file."""
        with closing(sqlite3.connect(f"file:{self.office.place / 'surco.db'}?mode=ro", uri=True)) as connection:
            return connection.execute(query, params).fetchall()

    def facts(self) -> set[tuple[Any, ...]]:
        tables = ("person", "session", "attendance", "edit", "supersede", "void", "erasure")
        return {(table, *row) for table in tables for row in self.sql(f"SELECT * FROM {table}")}


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    made = Field(tmp_path)
    yield made
    for machine in made.machines:
        machine.close()


def test_a_plan_says_what_comes_and_changes_nothing(field: Field) -> None:
    new = field.one.person("Rosa Paz")
    field.one.attend(field.session, new)
    field.two.attend(field.session, field.people[0])
    first, second = field.one.deliver(field.stick), field.two.deliver(field.stick)
    before = field.facts()
    plan = field.look(first, second)
    assert [(file.state, file.label.laptop, file.label.package) for file in plan.files] == [
        ("new", "laptop-01", 1), ("new", "laptop-02", 1),
    ]
    assert [(file.brings.people, file.brings.attendances) for file in plan.files] == [(1, 1), (0, 1)]
    assert plan.brings.attendances == 2
    assert field.facts() == before
    receiving.forget(plan)
    assert not list(field.office.place.glob(".recibir"))


def test_united_attendance_equals_what_each_laptop_said(field: Field) -> None:
    field.one.attend(field.session, field.people[0])
    field.two.attend(field.session, field.people[1])
    field.one.edit("session", field.session, state="held")
    field.one.deliver(field.stick)
    field.two.deliver(field.stick)
    report = field.unite()
    assert report.brought.attendances == 2
    assert report.conflicts == 0
    said = "SELECT person FROM attendance WHERE session = ? ORDER BY person"
    assert field.sql(said, field.session) == sorted((person,) for person in field.people)
    assert field.sql("SELECT state FROM session_now") == [("held",)]
    past = receiving.history(field.office.folder)
    assert [(len(one.files), one.operator, one.copy) for one in past] == [(2, "oficina", report.copy)]


def test_a_second_time_changes_nothing_and_makes_no_copy(field: Field) -> None:
    field.one.attend(field.session, field.people[0])
    field.one.deliver(field.stick)
    field.unite()
    before = field.facts()
    assert field.states() == ["known"]
    report = field.unite()
    assert (report.copy, report.batch, report.brought) == (None, None, Brings())
    assert field.facts() == before


def test_a_decayed_copy_of_a_file_united_before_is_damaged_and_not_known(field: Field) -> None:
    field.one.attend(field.session, field.people[0])
    file = field.one.deliver(field.stick)
    field.unite()
    whole = file.read_bytes()
    places = [at for at in range(len(whole)) if whole.startswith(field.people[0], at)]
    assert places
    for place in places:
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert field.states() == ["damaged"]


def test_a_file_united_before_is_known_under_any_name(field: Field) -> None:
    field.one.attend(field.session, field.people[0])
    file = field.one.deliver(field.stick)
    field.unite()
    file.rename(file.with_name("copia (2).db"))
    assert field.states() == ["known"]


def test_a_file_is_new_again_once_its_uniting_was_taken_back(field: Field) -> None:
    field.one.attend(field.session, field.people[0])
    field.one.deliver(field.stick)
    copy = field.unite().copy
    assert copy
    receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), copy)
    assert field.states() == ["new"]
    assert field.unite().brought.attendances == 1


def test_a_file_united_by_an_app_that_kept_no_marks_is_known_by_its_hash(field: Field) -> None:
    field.one.attend(field.session, field.people[0])
    field.one.deliver(field.stick)
    field.unite()
    field.office.folder.book.db.execute("DELETE FROM local WHERE key GLOB 'united *'")
    assert field.states() == ["known"]


def test_a_later_package_makes_an_earlier_one_old(field: Field) -> None:
    early = field.one.deliver(field.stick)
    field.one.attend(field.session, field.people[0])
    field.unite(field.one.deliver(field.stick))
    assert field.states(early) == ["older"]


def test_a_package_that_never_came_is_a_gap(field: Field) -> None:
    lost = field.one.deliver(field.stick)
    field.one.deliver(field.stick)
    third = field.one.deliver(field.stick)
    plan = field.look(third)
    assert (plan.files[0].state, plan.files[0].missing) == ("gap", (1, 2))
    report = receiving.unite(field.office.folder, field.office.edge.stamp(), plan).outcome
    assert report.gaps == (("laptop-01", (1, 2)),)
    assert field.unite(lost).gaps == (("laptop-01", (2,)),)


def test_two_machines_with_one_identity_are_told_and_lose_nothing(field: Field, tmp_path: Path) -> None:
    field.one.person("Antes")
    clone = field.one.clone_to(tmp_path / "clon", "laptop-01")
    field.machines.append(clone)
    for machine, name in ((field.one, "Rosa"), (clone, "Elena")):
        machine.again()
        machine.person(name)
    paths = [field.one.deliver(field.stick)]
    other = tmp_path / "otra memoria"
    other.mkdir()
    paths.append(clone.deliver(other))
    assert field.states(*paths) == ["clone", "clone"]
    field.unite(paths[0])
    assert field.states(paths[1]) == ["clone"]
    field.unite(paths[1])
    assert {"Antes", "Rosa", "Elena"} <= {name for (name,) in field.sql("SELECT name FROM person_now")}


def test_edits_that_did_not_see_each_other_are_a_conflict_and_both_stay(field: Field) -> None:
    field.one.edit("person", field.people[0], name="Ana Ruiz Paz")
    field.two.edit("person", field.people[0], name="Ana Ruiz Díaz")
    field.one.deliver(field.stick)
    field.two.deliver(field.stick)
    assert field.unite().conflicts == 1
    heads = field.sql("SELECT value FROM head WHERE entity = ? ORDER BY value", field.people[0])
    assert heads == [("Ana Ruiz Díaz",), ("Ana Ruiz Paz",)]


def test_the_same_package_twice_on_one_stick_and_an_older_one_bring_nothing(field: Field) -> None:
    field.one.person("Rosa")
    older = field.one.deliver(field.stick)
    field.one.person("Lila")
    newer = field.one.deliver(field.stick)
    again = field.stick / "copia de la entrega.db"
    again.write_bytes(newer.read_bytes())
    assert field.states(newer, older, again) == ["new", "older", "older"]
    assert field.states(older, newer) == ["new", "new"]
    assert field.states(newer) == ["gap"]
    assert [file.file.state for file in field.unite(newer, older, again).files] == ["new", "older", "older"]
    assert field.states(newer, older, again) == ["known", "known", "known"]


def test_a_laptop_that_has_nothing_to_tell_is_new_all_the_same(field: Field) -> None:
    assert field.states(field.one.deliver(field.stick)) == ["new"]


def test_another_project_is_foreign(field: Field, tmp_path: Path) -> None:
    stranger = Machine(tmp_path / "ajena", "ajena")
    field.machines.append(stranger)
    found_project(stranger.folder, stranger.edge.stamp(), "Otro", 78)
    stranger.person("Nadie")
    path = stranger.deliver(field.stick)
    before = field.facts()
    report = field.unite(path)
    assert report.files[0].file.state == "foreign"
    assert report.files[0].file.refusal is not None
    assert report.files[0].file.refusal.code == "other_project"
    assert field.facts() == before


def test_an_office_with_nothing_of_its_own_takes_over_the_project(field: Field, tmp_path: Path) -> None:
    fresh = Machine(tmp_path / "nueva", "nueva")
    field.machines.append(fresh)
    found_project(fresh.folder, fresh.edge.stamp(), "Surco", 5)
    path = field.one.deliver(field.stick)
    plan = receiving.look_at(fresh.folder, fresh.edge.stamp(), [path])
    assert (plan.files[0].state, plan.adopts) == ("new", 77)
    receiving.unite(fresh.folder, fresh.edge.stamp(), plan)
    assert project_tag(fresh.folder) == 77


def test_a_clock_that_is_off_is_told(field: Field) -> None:
    field.one.now = lambda: NOON + timedelta(days=400)
    field.one.again()
    ahead = field.one.deliver(field.stick)
    field.two.now = lambda: NOON - timedelta(days=30)
    field.two.again()
    behind = field.two.deliver(field.stick)
    files = field.look(ahead, behind).files
    assert [(round(file.drift_ms / 86_400_000), file.clock_is_off) for file in files] == [(400, True), (-30, True)]


def test_the_way_back_keeps_what_the_office_told_itself(field: Field) -> None:
    field.one.attend(field.session, field.one.person("Rosa"))
    path = field.one.deliver(field.stick)
    before = field.facts()
    copy = field.unite(path).copy
    assert copy is not None
    own = field.office.person("Después")
    left = receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), copy).outcome
    assert {row for row in field.facts() if row[1] != own} == before
    assert ("Después",) in field.sql("SELECT name FROM person_now")
    assert ("Rosa",) not in field.sql("SELECT name FROM person_now")
    assert field.states(path) == ["new"]
    assert {left, copy} <= {one.name for one in receiving.copies(field.office.folder)}
    with pytest.raises(Refusal) as refused:
        receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), "../surco.db")
    assert refused.value.code == "no_copy"


def test_a_plan_from_before_a_return_to_a_copy_is_no_plan(field: Field) -> None:
    """It left out what the data held then: uniting it now would lose that."""
    field.one.attend(field.session, field.one.person("Rosa"))
    copy = field.unite(field.one.deliver(field.stick)).copy
    assert copy is not None
    field.one.again()
    plan = field.look(field.one.deliver(field.stick))
    receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), copy)
    with pytest.raises(Refusal, match="plan_gone"):
        receiving.unite(field.office.folder, field.office.edge.stamp(), plan)
    assert field.unite().brought.people == 1


def test_whoever_was_erased_never_comes_back(field: Field) -> None:
    field.one.attend(field.session, field.people[0])
    old = field.one.deliver(field.stick)
    copy = field.unite(old).copy
    assert copy is not None
    field.office.add("erasure", subject=field.people[0], stage="suppress")
    field.one.again()
    field.one.attend(field.session, field.people[0])
    field.unite(field.one.deliver(field.stick))
    about = (
        "SELECT (SELECT count(*) FROM person_now WHERE id = ?1),"
        " (SELECT count(*) FROM attendance WHERE person = ?1)"
    )
    assert field.sql(about, field.people[0]) == [(0, 0)]
    receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), copy)
    assert field.sql(about, field.people[0]) == [(0, 0)]
    assert field.sql("SELECT stage FROM erasure") == [("suppress",)]


def test_a_laptop_without_authority_only_asks_for_an_erasure(field: Field) -> None:
    field.one.add("erasure", subject=field.people[0], stage="suppress")
    field.unite(field.one.deliver(field.stick))
    assert field.sql("SELECT count(*) FROM person_now WHERE id = ?", field.people[0]) == [(1,)]
    assert field.sql("SELECT count(*) FROM erasure") == [(1,)]


def test_many_erasures_wait_for_a_second_yes(field: Field) -> None:
    people = [field.office.person(f"Persona {at}") for at in range(21)]
    with field.office.folder.book.writing(field.office.edge.stamp()):
        device = field.one.folder.book.device(field.one.edge.stamp())
        trust_device(field.office.folder.book, device)
    with field.one.folder.book.writing(field.one.edge.stamp()) as write:
        for person in people:
            write.add("erasure", subject=person, stage="suppress")
    path = field.one.deliver(field.stick)
    report = field.unite(path)
    assert report.files[0].file.erasures == 21
    assert report.files[0].file.refusal is not None
    assert report.files[0].file.refusal.code == "many_erasures"
    assert field.sql("SELECT count(*) FROM person_now WHERE name LIKE 'Persona%'") == [(21,)]
    plan = field.look(path)
    stamp = field.office.edge.stamp()
    receiving.unite(field.office.folder, stamp, plan, confirmed={plan.files[0].sha})
    assert field.sql("SELECT count(*) FROM person_now WHERE name LIKE 'Persona%'") == [(0,)]


def test_a_package_of_a_newer_surco_waits_untouched(field: Field) -> None:
    field.one.person("Rosa")
    path = field.one.deliver(field.stick)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    put_seal(path)
    report = field.unite(path)
    assert (report.files[0].file.state, report.copy) == ("newer", None)
    (kept,) = (field.office.place / "en-espera").glob("*/*")
    assert kept.read_bytes() == path.read_bytes()
    path.unlink()
    again = field.unite(field.stick)  # looked at again with whatever comes, under the name that it came with
    assert [(file.file.name, file.file.state) for file in again.files] == [(path.name, "newer")]
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    put_seal(kept)
    assert [file.file.state for file in field.unite(field.stick).files] == ["new"]
    assert ("Rosa",) in field.sql("SELECT name FROM person_now")


def test_what_waited_is_united_under_its_name_and_waits_no_more(field: Field) -> None:
    field.one.person("Rosa")
    path = field.one.deliver(field.stick)
    plan = field.look(path)
    receiving.forget(plan)
    inbox.keep_waiting(field.office.place, path, plan.files[0].sha)
    path.unlink()
    report = field.unite(field.stick)
    assert [(file.file.name, file.file.state) for file in report.files] == [(path.name, "new")]
    assert list((field.office.place / "en-espera").iterdir()) == []


def test_twins_that_deliver_to_one_stick_do_not_overwrite_each_other(field: Field) -> None:
    field.one.person("Antes")
    twin = field.one.clone_to(field.place / "gemela", "laptop-01")
    field.machines.append(twin)
    for machine, name in ((field.one, "Rosa"), (twin, "Lila")):
        machine.again()
        machine.person(name)
    first, second = field.one.deliver(field.stick), twin.deliver(field.stick)
    assert (second.stem, second.suffix) == (f"{first.stem}-2", first.suffix)
    assert field.states() == ["clone", "clone"]
    field.unite()
    assert {("Rosa",), ("Lila",)} <= set(field.sql("SELECT name FROM person_now"))


def test_an_order_to_erase_that_came_with_a_package_outlives_the_way_back(field: Field) -> None:
    with field.office.folder.book.writing(field.office.edge.stamp()):
        trust_device(field.office.folder.book, field.one.folder.book.device(field.one.edge.stamp()))
    with field.one.folder.book.writing(field.one.edge.stamp()) as write:
        order = write.add("erasure", subject=field.people[0], stage="suppress")
    field.one.deliver(field.stick)
    report = field.unite()
    assert report.copy is not None
    receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), report.copy)
    assert field.sql("SELECT count(*) FROM erasure WHERE id = ?", order) == [(1,)]
    assert field.sql("SELECT count(*) FROM person WHERE id = ?", field.people[0]) == [(0,)]


def test_stopping_leaves_everything_as_it_was(field: Field) -> None:
    field.one.person("Rosa")
    field.one.deliver(field.stick)
    before = field.facts()
    with pytest.raises(Refusal) as refused:
        receiving.look_at(field.office.folder, field.office.edge.stamp(), [field.stick], should_stop=lambda: True)
    assert refused.value.code == "stopped"
    plan = field.look()
    again = plan
    with pytest.raises(Refusal) as refused:
        receiving.unite(field.office.folder, field.office.edge.stamp(), plan, on_progress=_stop)
    assert refused.value.code == "stopped"
    assert field.facts() == before
    receiving.unite(field.office.folder, field.office.edge.stamp(), again)
    assert field.facts() > before


def test_hundreds_of_files_at_once_are_counted_and_can_be_stopped_half_way(field: Field) -> None:
    many, world = 200 if LONG else 40, World()
    for number in range(many):
        world.do("launch", 0, 0, 1)
        world.do("person", number, number, 0)
        world.do("session", number, number, 0)
        world.do("attend", number, number, number)
        package = world.deliver(world.laptops[number % len(world.laptops)])
        write_package(package, field.stick / f"{number:03d}.db")
    before, seen = field.facts(), list[tuple[int, int]]()
    look = (field.office.folder, field.office.edge.stamp(), [field.stick])
    with pytest.raises(Refusal, match="stopped"):
        receiving.look_at(
            *look, on_progress=lambda *at: seen.append(at), should_stop=lambda: len(seen) >= many // 2
        )
    assert (len(seen), seen[-1]) == (many // 2, (many // 2, many))
    assert field.facts() == before
    plan = receiving.look_at(*look)
    assert {file.state for file in plan.files} <= {"new", "older"}
    united: list[tuple[int, int]] = []
    receiving.unite(*look[:2], plan, on_progress=lambda *at: united.append(at))
    assert united == [(done, len(plan.to_unite)) for done in range(1, len(plan.to_unite) + 1)]
    told = {row["id"] for package in world.packages for (table, _id), row in package.facts.items() if table == "person"}
    assert told <= {bytes.fromhex(id) for (id,) in field.sql("SELECT hex(id) FROM person")}
    assert {file.state for file in receiving.look_at(*look).files} == {"known"}


def _stop(_done: int, _total: int) -> None:
    from promoter_app.store.merging.refusals import stopped

    raise stopped()


def test_a_plan_is_used_once_and_only_by_the_office(field: Field) -> None:
    field.one.person("Rosa")
    field.one.deliver(field.stick)
    plan = field.look()
    promoter = Edge("Lupita").stamp()
    for act in (
        lambda: receiving.look_at(field.office.folder, promoter, [field.stick]),
        lambda: receiving.unite(field.office.folder, promoter, plan),
        lambda: receiving.return_to_copy(field.office.folder, promoter, "x.db"),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code == "not_allowed"
    trace = field.office.folder.book.rows("SELECT detail FROM audit WHERE action = 'refused' ORDER BY id")
    assert [row["detail"] for row in trace] == ["receive", "merge", "return_to_copy"]
    receiving.unite(field.office.folder, field.office.edge.stamp(), plan)
    with pytest.raises(Refusal) as refused:
        receiving.unite(field.office.folder, field.office.edge.stamp(), plan)
    assert refused.value.code == "plan_gone"
