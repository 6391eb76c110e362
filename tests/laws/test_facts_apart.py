"""Facts of one season torn into packages at random: however they arrive, step by step, the office is the same.

A whole package always brings a record with its edits. Offices that unite, erase and pass on do not: an edit may come
before its record, a cancellation before what it cancels, a stay before the order to erase whose it was.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.laws.offices import Dump, offices
from tests.laws.test_merge_laws import check_union, is_about
from tests.laws.world import Facts, Laptop, Package, World

PARTS = 14
FILLERS = 30
"""So many people first: an office with next to nothing in it computes everything anew, and not what was touched."""
SCRIPT = (
    ("person", 0, 1, 0), ("person", 0, 2, 0), ("person", 0, 3, 0), ("person", 0, 4, 0), ("person", 0, 5, 0),
    ("session", 0, 1, 0), ("session", 0, 2, 0), ("stay", 0, 0, 0), ("stay", 0, 1, 0), ("stay", 0, 2, 0),
    ("attend", 0, 0, 0), ("attend", 0, 1, 0), ("attend", 0, 1, 1), ("attend", 0, 2, 0), ("attend", 0, 3, 0),
    ("roster", 1, 0, 0), ("rename", 0, 0, 1), ("rename", 1, 0, 2), ("rename", 0, 1, 3), ("rename", 0, 1, 4),
    ("rename", 1, 1, 5), ("stay", 1, 0, 1), ("stay", 1, 1, 3), ("stay", 0, 1, 5), ("link", 1, 1, 2),
    ("link", 0, 2, 3), ("attend", 1, 4, 1), ("void", 1, 1, 0), ("void", 0, 5, 0), ("rename", 1, 3, 6),
    ("rename", 0, 2, 7), ("rename", 0, 2, 8), ("rename", 1, 4, 9), ("rename", 1, 4, 1), ("rename", 1, 4, 2),
)  # fmt: skip
ERASED, BLOCKED = 0, 3
SAME = (1, 2, 3)
"""These are one person, of whom the office blocked one record."""
CHANGED = {"person": {"name": "Cambiada"}, "attendance": {"way": "sheet"}, "membership": {"since": "2026-02-01"}}


def season() -> tuple[World, Facts]:
    """A world with the office's orders, and all its facts."""
    world = World()
    for step in SCRIPT:
        world.do(*step)
    people = world.laptops[0].known("person")
    world.office.add("erasure", 1, subject=people[ERASED], stage="suppress")
    world.office.add("erasure", 2, subject=people[BLOCKED], stage="block")
    facts: Facts = {}
    for laptop in (*world.laptops, world.office):
        facts |= laptop.facts
    return world, facts


def fillers() -> Package:
    laptop = Laptop(b"device-of-others", "otra")
    laptop.launch()
    for number in range(FILLERS):
        laptop.add("person", 1, kind="worker", name=f"Otra persona {number}")
    return Package(dict(laptop.facts), laptop.device, 1)


def changed(facts: Facts) -> Iterator[tuple[tuple[str, bytes], dict[str, Any]]]:
    """The same ids with another content, smaller and larger than the first one."""
    for key in sorted(facts):
        if key[0] in CHANGED:
            yield key, facts[key] | CHANGED[key[0]]


def torn(world: World, facts: Facts, chance: random.Random, *, tampered: bool) -> list[Package]:
    """Every fact in one of PARTS packages, some in two; each package names the launches."""
    runs = {key: row for key, row in facts.items() if key[0] == "run"}
    parts: list[Facts] = [dict(runs) for _part in range(PARTS)]
    told = [*facts.items(), *chance.sample(sorted(facts.items()), len(facts) // 4)]
    for key, row in told:
        parts[chance.randrange(PARTS)][key] = row
    if tampered:
        for key, row in changed(facts):
            chance.choice([part for part in parts if key not in part])[key] = row
    return [Package(part, world.laptops[0].device, 1, tampered=tampered) for part in parts]


def arrived(packages: list[Package]) -> Dump:
    """What an office holds after uniting them one by one; what it derives is right after each."""
    with offices() as (office,):
        for package in packages:
            office.unite([package])
            assert office.derived() == office.rebuilt()
        return office.dump()


@pytest.mark.parametrize("tampered", [False, True], ids=["honest", "tampered"])
def test_facts_that_come_apart_in_any_order_are_the_same_office(tampered: bool) -> None:
    world, facts = season()
    first = fillers()
    assert ("run", world.laptops[0].run) in facts
    dumps = []
    for seed in (1, 2, 3):
        packages = torn(world, facts, random.Random(seed), tampered=tampered)
        dumps.append(arrived([first, *packages]))
        check_union(dumps[-1], [first, *packages])
    whole = [Package(facts, world.laptops[0].device, 1)]
    if tampered:
        whole.append(Package(facts | dict(changed(facts)), world.laptops[0].device, 2, tampered=True))
    with offices() as (office,):
        office.unite([first, *whole])
        assert office.derived() == office.rebuilt()
        dumps.append(office.dump())
    assert all(dump == dumps[0] for dump in dumps[1:])
    people = world.laptops[0].known("person")
    assert {id for id, _person in dumps[0]["person_alias"]} == {people[at] for at in SAME[1:]}
    assert not {row[0] for row in dumps[0]["person_now"]} & {people[at] for at in SAME}


def test_of_the_erased_nothing_is_left_whatever_comes_later() -> None:
    world, facts = season()
    erased = {world.laptops[0].known("person")[ERASED]}
    erased |= {id for (table, id), row in facts.items() if table == "membership" and row["person"] in erased}
    order = {key: row for key, row in facts.items() if key[0] in ("run", "erasure")}
    first = Package(order, world.office.device, 1)
    told = {key: row for key, row in facts.items() if key[0] != "erasure"}
    late = Package(told, world.laptops[0].device, 1)
    twofold = Package(told | dict(changed(told)), world.laptops[0].device, 2, tampered=True)
    for packages in ([fillers(), first, late, twofold], [late, twofold, first], [late, first, twofold]):
        with offices(2) as (office, other):
            for package in packages:
                applied = office.unite([package])
            other.unite([late, twofold])
            assert erased & {row[2] for row in other.dump()["variant"]}
            office.unite([other.export()])
            dump = office.dump()
        assert packages[-1] is first or sum(counted.erased for counted, _ in applied.files.values())
        assert not [
            row for name, rows in dump.items() if name not in ("run", "erasure") for row in rows if erased & set(row)
        ]


def test_what_another_office_found_twofold_comes_with_its_package() -> None:
    world, facts = season()
    whole = Package(facts, world.laptops[0].device, 1)
    twofold = Package(facts | dict(changed(facts)), world.laptops[0].device, 2, tampered=True)
    with offices(2) as (office, other):
        other.unite([whole, twofold])
        office.unite([other.export()])
        assert office.dump()["variant"] == other.dump()["variant"] != []


def test_what_is_about_the_erased_is_counted_apart_and_brings_nobody() -> None:
    world, facts = season()
    erased = {world.laptops[0].known("person")[ERASED]}
    order = Package({key: row for key, row in facts.items() if key[0] in ("run", "erasure")}, world.office.device, 1)
    late = Package({key: row for key, row in facts.items() if key[0] != "erasure"}, world.laptops[0].device, 1)
    about = sum(is_about(table, row, erased) for (table, _id), row in late.facts.items())
    people = sum(table == "person" for table, _id in late.facts)
    with offices() as (office,):
        office.unite([order])
        ((counted, brought),) = office.unite([late]).files.values()
    assert counted.erased >= about > 1
    assert brought.people == people - 1
