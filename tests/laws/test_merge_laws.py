"""The laws of uniting: order, repetition and grouping never matter, nothing is lost, nobody erased comes back."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from promoter_app.store.merging import applying, deriving
from promoter_app.store.merging.staging_sql import BY_NAME, TRAVELLING
from tests.conftest import LONG
from tests.laws.offices import Dump, offices, united
from tests.laws.world import HONEST, OFFICE, Facts, Package, Step, World, steps

EXAMPLES = settings(max_examples=settings().max_examples if LONG else 5)
SEEDS = st.randoms(use_true_random=False)
ERASING = ("erasure", "run", "device")


def packages_of(script: list[Step]) -> list[Package]:
    return World().play(script).packages


def shuffled(packages: list[Package], chance: random.Random) -> list[list[Package]]:
    """The packages in another order, some twice, in groups."""
    again = [*packages, *chance.sample(packages, len(packages) // 2)]
    chance.shuffle(again)
    groups, rest = [], again
    while rest:
        size = chance.randint(1, len(rest))
        groups.append(rest[:size])
        rest = rest[size:]
    return groups


def erased_in(packages: list[Package]) -> set[bytes]:
    """Whom the office ordered to erase, and their stays in crews, by the packages alone."""
    runs = {id: row["device"] for one in packages for (table, id), row in one.facts.items() if table == "run"}
    office_runs = {run for run, device in runs.items() if device == OFFICE}
    people = {
        row["subject"] for one in packages for (table, id), row in one.facts.items()
        if table == "erasure" and id[:12] in office_runs and row["stage"] == "suppress"
    }  # fmt: skip
    return people | {
        id for one in packages for (table, id), row in one.facts.items()
        if table == "membership" and row["person"] in people
    }  # fmt: skip


def is_about(table: str, row: dict[str, object], erased: set[bytes]) -> bool:
    return any(row[subject] in erased for subject in BY_NAME[table].subjects)


def check_union(dump: Dump, packages: list[Package]) -> None:
    """What is held is exactly what was delivered, less the erased; of two contents one stands and both are kept."""
    erased = erased_in(packages)
    contents: dict[tuple[str, bytes], list[tuple[object, ...]]] = {}
    for package in packages:
        for (table, id), row in package.facts.items():
            if not is_about(table, row, erased):
                values = tuple(row[name] for name in BY_NAME[table].names)
                contents.setdefault((table, id), []).append(values)
    held = {(table.name, row[0]): row for table in TRAVELLING for row in dump[table.name]}
    assert held.keys() == contents.keys()
    twofold = {(row[0], row[1]) for row in dump["variant"]}
    for key, row in held.items():
        assert row in contents[key]
        assert (len(set(contents[key])) > 1) == (key in twofold), key


@given(script=steps(), chance=SEEDS)
@EXAMPLES
def test_order_repetition_and_grouping_do_not_matter(script: list[Step], chance: random.Random) -> None:
    packages = packages_of(script)
    at_once = united([packages])
    assert united(shuffled(packages, chance)) == at_once
    check_union(at_once, packages)


@given(script=steps(), chance=SEEDS)
@EXAMPLES
def test_uniting_through_another_office_is_the_same(script: list[Step], chance: random.Random) -> None:
    packages = packages_of(script)
    cut = chance.randint(1, max(1, len(packages) - 1))
    with offices(3) as (first, second, third):
        first.unite(packages[:cut])
        second.unite(packages[cut:] or packages[:1])
        third.unite([second.export(), first.export()])
        assert third.dump() == united([packages])


@given(script=steps())
@EXAMPLES
def test_a_second_time_changes_nothing(script: list[Step]) -> None:
    packages = packages_of(script)
    with offices() as (office,):
        office.unite(packages)
        before = office.dump()
        again = office.unite(packages)
        assert office.dump() == before
        assert {counted.new for counted, _brought in again.files.values()} == {0}
        assert again.conflicts == 0


@given(script=steps(), chance=SEEDS)
@EXAMPLES
def test_what_is_derived_step_by_step_equals_a_rebuild(script: list[Step], chance: random.Random) -> None:
    with offices() as (office,):
        for group in shuffled(packages_of(script), chance):
            office.unite(group)
            assert office.derived() == office.rebuilt()


@given(script=steps(HONEST), offset=st.integers(0, 10_000))
@EXAMPLES
def test_no_clock_decides_anything(script: list[Step], offset: int) -> None:
    def dump(clock: Callable[[int], int]) -> Dump:
        return united([World(clock).play(script).packages])

    right = dump(lambda step: 1_700_000_000_000 + step * 1000)
    wrong = dump(lambda step: (step * 7_919 + offset) * 86_400_000 % 4_000_000_000_000)
    assert wrong["head"] == right["head"]
    shown = {id: name for id, _kind, name, *_ in right["person_now"]}
    assert {id: name for id, _kind, name, *_ in wrong["person_now"]} == shown


@given(script=steps(HONEST))
@EXAMPLES
def test_honest_laptops_never_disagree_about_a_fact(script: list[Step]) -> None:
    assert united([packages_of(script)])["variant"] == []


@given(script=steps())
@EXAMPLES
def test_nothing_dangles_and_people_are_never_more_than_attendances(script: list[Step]) -> None:
    packages = packages_of(script)
    dump, erased = united([packages]), erased_in(packages)
    people = {row[0] for row in dump["person"]}
    sessions = {row[0] for row in dump["session"]}
    runs = {row[0] for row in dump["run"]}
    void = {row[1] for row in dump["void"]}
    told = [dict(zip(BY_NAME["erasure"].names, row, strict=True)) for row in dump["erasure"]]
    office = {row[0] for row in dump["run"] if row[1] == OFFICE}
    told = [row for row in told if row["id"][:12] in office]
    named = [dict(zip(BY_NAME["attendance"].names, row, strict=True)) for row in dump["attendance"]]
    assert all(row["person"] in people and row["session"] in sessions for row in named)
    assert len({row["person"] for row in named}) <= len(named)
    assert not (people | {row[0] for row in dump["membership"]}) & erased
    blocked = {row["subject"] for row in told if row["stage"] == "block" and row["id"] not in void}
    assert not {row[0] for row in dump["person_now"]} & blocked
    assert all(row[0][:12] in runs for table in TRAVELLING for row in dump[table.name])
    every = {value for name, rows in dump.items() if name not in ERASING for row in rows for value in row}
    assert not every & erased


@given(script=steps(HONEST))
@EXAMPLES
def test_edits_that_did_not_see_each_other_both_stay(script: list[Step]) -> None:
    packages = packages_of(script)
    dump, erased = united([packages]), erased_in(packages)
    facts: Facts = {key: row for one in packages for key, row in one.facts.items()}
    replaced = {row["base"] for (table, _id), row in facts.items() if table == "supersede"}
    heads = {
        id for (table, id), row in facts.items()
        if table == "edit" and id not in replaced and row["entity"] not in erased
    }  # fmt: skip
    assert {row[3] for row in dump["head"]} == heads


_COMPARE = applying._compare


def order_matters(script: list[Step]) -> bool:
    """Whether some law breaks for a world: what a mutant must be caught by."""
    packages = World().play(script).packages
    dumps = []
    for groups in ([packages], [[one] for one in reversed(packages)], [[one] for one in packages]):
        try:
            dump = united(groups)
            check_union(dump, packages)
        except AssertionError:
            return True
        dumps.append(dump)
    return any(one != other for one, other in combinations(dumps, 2))


def _no_clash(db: object, rows: object) -> tuple[int, int]:
    return _COMPARE(db, rows)[0], 0  # type: ignore[arg-type]


def _by_clock(db: object, before: object, *, everything: bool) -> int:
    """The mutant that lets the latest clock win and forgets the rest."""
    done = deriving.refresh(db, before, everything=True)  # type: ignore[arg-type]
    execute = db.execute  # type: ignore[attr-defined]
    execute("DELETE FROM head WHERE id NOT IN (SELECT id FROM (SELECT h.id, max(e.wall) FROM head h JOIN edit e"
            " ON e.id = h.id GROUP BY h.entity, h.field))")  # fmt: skip
    return done


def _found(condition: Callable[[list[Step]], bool], *ops: str) -> bool:
    """Whether some world of these steps (and deliveries) satisfies the condition."""
    quick = settings(max_examples=60, phases=[Phase.generate], database=None, derandomize=True)
    try:
        find(steps(ops, 14), condition, settings=quick)
    except NoSuchExample:
        return False
    return True


def test_the_laws_catch_ids_that_are_continued_after_a_restart() -> None:
    assert _found(_disagree, "clone", "person", "launch")


def _disagree(script: list[Step]) -> bool:
    return bool(united([World(resume=True).play(script).packages])["variant"])


@pytest.mark.parametrize(
    ("what", "mutant", "ops"),
    [
        ("_compare", _no_clash, ("person", "deliver", "tamper")),
        ("_any_erased", lambda *_: False, ("person", "erase", "deliver")),
    ],
    ids=["no clash check", "no erasure filter"],
)
def test_the_laws_catch_a_union_that_looks_away(
    what: str, mutant: object, ops: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, what, mutant)
    assert _found(order_matters, *ops)


def test_the_laws_catch_heads_by_the_latest_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "refresh", _by_clock)

    def loses_an_edit(script: list[Step]) -> bool:
        try:
            test_edits_that_did_not_see_each_other_both_stay.hypothesis.inner_test(script)
        except AssertionError:
            return True
        return False

    assert _found(loses_an_edit, "person", "rename", "roster")
