"""The record of a uniting says in words what was decided, what stayed, and what never came; each figure is true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from promoter_app.domain.done import Done
from promoter_app.domain.papers.office import MergeRecord
from promoter_app.services import conflicts
from promoter_app.services.consolidation import merge_record
from promoter_app.services.merging import receiving
from promoter_app.services.people import duplicates
from promoter_app.services.undo import undo
from tests.services.merge_field import NOON, office_with_season


class Friday:
    """An office and two laptops that changed the same fields of Ana without seeing each other."""

    def __init__(self, place: Path) -> None:
        self.stick = place / "memoria"
        self.stick.mkdir()
        self.minute = 0
        self.office, self.session, self.people = office_with_season(place / "oficina")
        self.office.add("language", code="hch", autonym="Wixárika", group_name="huichol")
        self.laptops = [self.office.copy_to(place / name, f"laptop-{name}") for name in ("uno", "dos")]
        for machine in (self.office, *self.laptops):
            machine.now = self.now
            machine.again()
        names = ("Ana Ruiz, viuda de Paz", "Ana Ruíz")
        for laptop, name, language in zip(self.laptops, names, ("hch", "xyz"), strict=True):
            laptop.edit("person", self.people[0], name=name, language=language)

    def now(self) -> datetime:
        self.minute += 1
        return NOON + timedelta(minutes=self.minute)

    def unite(self) -> None:
        office = self.office
        plan = receiving.look_at(office.folder, office.edge.stamp(), [self.stick])
        receiving.unite(office.folder, office.edge.stamp(), plan)

    def decide(self, field: str, text: str) -> Done[None]:
        office = self.office
        (one,) = (one for one in conflicts.conflicts(office.folder) if one.field == field)
        (chosen,) = (opinion for opinion in one.opinions if opinion.text == text)
        return conflicts.decide(office.folder, office.edge.stamp(), one, chosen)

    def record(self, language: str = "es") -> MergeRecord:
        return merge_record(self.office.folder, self.office.edge.stamp(), language=language)

    def close(self) -> None:
        for machine in (self.office, *self.laptops):
            machine.close()


@pytest.fixture
def friday(tmp_path: Path) -> Iterator[Friday]:
    made = Friday(tmp_path)
    yield made
    made.close()


def test_decisions_are_told_in_words_with_every_value_whole(friday: Friday) -> None:
    for laptop in friday.laptops:
        laptop.deliver(friday.stick)
    friday.unite()
    friday.decide("name", "Ana Ruiz, viuda de Paz")
    friday.decide("language", "hch")
    told = {one.subject.partition(": ")[2]: (one.options, one.chosen, one.by) for one in friday.record().conflicts}
    assert told == {
        "nombre": ("Ana Ruiz, viuda de Paz · Ana Ruíz", "Ana Ruiz, viuda de Paz", "oficina"),
        "lengua": ("Wixárika · xyz", "Wixárika", "oficina"),
    }
    assert {one.subject.partition(": ")[2] for one in friday.record("en").conflicts} == {"name", "language"}


def test_a_decision_that_was_taken_back_is_told_as_it_stands(friday: Friday) -> None:
    for laptop in friday.laptops:
        laptop.deliver(friday.stick)
    friday.unite()
    (shown,) = friday.office.folder.book.rows("SELECT name FROM person_now WHERE id = ?", (friday.people[0],))
    other = {"Ana Ruiz, viuda de Paz", "Ana Ruíz"} - {shown["name"]}
    done = friday.decide("name", other.pop())
    assert done.undo is not None
    undo(friday.office.folder, friday.office.edge.stamp(), done.undo)
    (told,) = friday.record().conflicts
    assert told.chosen == shown["name"]


def test_gaps_and_pairs_kept_apart_are_told(friday: Friday) -> None:
    one = friday.laptops[0]
    one.person("Ana Ruis")
    for _lost in range(2):
        one.deliver(friday.stick).unlink()
    one.deliver(friday.stick)
    friday.unite()
    assert friday.record().note.endswith("De laptop-uno no llegaron las entregas 1, 2.")
    (pair, *_more) = duplicates.open_pairs(friday.office.folder)
    duplicates.keep_apart(friday.office.folder, friday.office.edge.stamp(), pair.a, pair.b)
    record = friday.record()
    assert "Una pareja de registros parecidos se revisó y son dos personas." in record.note
    assert record.duplicates == ()
    (people,) = (row for row in record.totals if row[0] == "Personas registradas")
    assert people[1:] == (2, 3)
    assert [(file.people, file.sessions, file.attendances) for file in record.files] == [(1, 0, 0)]


def test_an_earlier_uniting_is_told_as_it_was(friday: Friday) -> None:
    one, two = friday.laptops
    for laptop, name in ((one, "Rosa Paz"), (two, "Lila Mar")):
        laptop.attend(friday.session, laptop.person(name))
        laptop.deliver(friday.stick)
        friday.unite()
    office = friday.office
    records = [merge_record(office.folder, office.edge.stamp(), batch=batch) for batch in (1, 2)]
    told = [{name: (before, after) for name, before, after in record.totals} for record in records]
    assert [row["Personas registradas"] for row in told] == [(2, 3), (3, 4)]
    assert [row["Asistencias"] for row in told] == [(0, 1), (1, 2)]
