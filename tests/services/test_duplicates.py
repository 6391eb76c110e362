"""Repeated people: found with reasons, united with chosen values, kept apart, taken back; nothing else changes."""

from __future__ import annotations

import gc
from datetime import datetime, timedelta

import pytest

from promoter_app.domain.done import Undo
from promoter_app.domain.refusal import Refusal
from promoter_app.services.crews.crews import search_people
from promoter_app.services.people import duplicates as service
from promoter_app.services.people.registering import look_alikes
from promoter_app.services.sessions import attendance, sessions
from promoter_app.services.undo import undo
from promoter_app.store.derived import rebuild
from tests.services.conftest import Field

DAY = "2026-02-17"


@pytest.fixture
def office(field: Field) -> Field:
    """The same season at the office: Rosalía was registered again as `Rosalia Bautista C.`, with card 6."""
    field.edge.role = "coordinator"
    return field


def register(field: Field, name: str, *, crew: bytes | None = None, card: int | None = None, **more: str) -> bytes:
    with field.folder.book.writing(field.stamp()) as write:
        person = write.add("person", kind="worker", name=name, **more)
        write.add("membership", person=person, crew=crew or field.crew, since="2026-02-10")
        if card:
            (row,) = field.sql("SELECT id FROM card WHERE number = ?", card)
            write.add("card_assignment", card=row[0], person=person)
    return person


def twice(field: Field) -> bytes:
    return register(field, "Rosalia Bautista C.", card=6, sex="F", language="hch", age_group="25-34")


def test_the_pair_is_found_with_its_reasons(office: Field) -> None:
    again = twice(office)
    (pair,) = service.open_pairs(office.folder)
    assert (pair.a, pair.b) == (office.people[0], again)
    assert pair.score >= 90
    assert "Están en la misma cuadrilla." in [reason.text.es for reason in pair.reasons]
    assert service.count_open(office.folder) == 1


def test_united_they_count_once_with_the_chosen_values(office: Field) -> None:
    again = twice(office)
    attendance.record_scan(office.folder, office.stamp(), office.session, office.code(1))
    attendance.record_scan(office.folder, office.stamp(), office.session, office.code(6))
    assert attendance.tally(office.folder, office.session).present == 2
    beside = service.beside(office.folder, office.people[0], again, DAY)
    assert beside.differing == ("name", "age_group", "language", "card")
    assert beside.proposed == {"name": 0, "age_group": 1, "language": 0, "card": 1}
    done = service.unite(office.folder, office.stamp(), office.people[0], again, {"language": 1})
    assert done.outcome == office.people[0]
    assert attendance.tally(office.folder, office.session).present == 1
    assert office.sql("SELECT name, age_group, language FROM person_now WHERE name LIKE 'Rosal%'") == [
        ("Rosalía Bautista Carrillo", "25-34", "hch")
    ]
    assert [found.name for found in look_alikes(office.folder, "Rosalia Bautista", DAY)] == [
        "Rosalía Bautista Carrillo"
    ]
    assert office.sql(
        "SELECT c.number, g.number FROM card_cancel x JOIN card c ON c.id = x.card JOIN card g ON g.id = x.good_card"
        " WHERE c.number = 1"
    ) == [(1, 6)]
    for number, found in ((6, ["Rosalía Bautista Carrillo"]), (1, [])):
        assert [person.name for person in search_people(office.folder, str(number), DAY)] == found
    assert service.open_pairs(office.folder) == []
    assert [(one.same, one.by) for one in service.decisions(office.folder)] == [(True, "Lupita")]
    assert office.sql("SELECT count(*) FROM person") == [(6,)]


def state(field: Field) -> list[object]:
    """Everything that lists show, as another program reads it."""
    return [
        field.sql("SELECT id, name, sex, age_group, language FROM person_now ORDER BY id"),
        field.sql("SELECT id, person, crew, since, until FROM membership_now ORDER BY id"),
        field.sql("SELECT * FROM person_alias"),
        field.sql(
            "SELECT card FROM card_cancel x WHERE NOT EXISTS (SELECT 1 FROM void v WHERE v.target = x.id) ORDER BY 1"
        ),
    ]


def test_what_was_united_goes_back_with_a_key_or_another_day(office: Field, clock: list[datetime]) -> None:
    more = {"language": "hch", "age_group": "25-34"}
    again = register(office, "Rosalia Bautista Carrillo", crew=office.other_crew, card=6, **more)
    before = state(office)
    done = service.unite(office.folder, office.stamp(), office.people[0], again, {})
    assert state(office) != before
    assert isinstance(done.undo, Undo)
    undo(office.folder, office.stamp(), done.undo)
    assert state(office) == before
    clock[0] += timedelta(minutes=5)
    service.unite(office.folder, office.stamp(), office.people[0], again, {})
    clock[0] += timedelta(days=3)
    (decision,) = service.decisions(office.folder)
    service.take_back(office.folder, office.stamp(), decision.link)
    assert state(office) == before
    assert service.count_open(office.folder) == 1


def test_different_people_are_not_proposed_again(office: Field) -> None:
    again = twice(office)
    done = service.keep_apart(office.folder, office.stamp(), again, office.people[0])
    assert service.open_pairs(office.folder) == []
    assert office.sql("SELECT count(*) FROM person_now") == [(6,)]
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert service.count_open(office.folder) == 1


def test_two_opinions_are_shown_again_and_settled(office: Field) -> None:
    again = twice(office)
    with office.folder.book.writing(office.stamp()) as write:
        write.add("link", a=office.people[0], b=again, same=1)
        write.add("link", a=again, b=office.people[0], same=0)
    first = service.open_pairs(office.folder)[0]
    assert (first.score, first.reasons[0].text.es) == (100, "Dos personas decidieron distinto.")
    service.unite(office.folder, office.stamp(), first.b, first.a, {"name": 0})
    assert service.open_pairs(office.folder) == []
    assert ("Rosalia Bautista C.",) in office.sql("SELECT name FROM person_now")


def test_records_of_three_become_one_in_two_steps(office: Field) -> None:
    second, third = twice(office), register(office, "Rosalía Bautista Carillo", sex="F")
    while pairs := service.open_pairs(office.folder):
        service.unite(office.folder, office.stamp(), pairs[0].a, pairs[0].b, {})
    assert office.sql("SELECT hex(id), hex(person) FROM person_alias ORDER BY id") == sorted(
        (each.hex().upper(), office.people[0].hex().upper()) for each in (second, third)
    )
    with office.folder.book.writing(office.stamp()):
        kept = state(office)
        rebuild(office.folder.book.db)
    assert state(office) == kept


def test_a_promoter_decides_nothing(field: Field) -> None:
    again = twice(field)
    for act in (service.unite, service.keep_apart):
        arguments = ({},) if act is service.unite else ()
        with pytest.raises(Refusal, match="not_allowed"):
            act(field.folder, field.stamp(), field.people[0], again, *arguments)
    assert field.sql("SELECT count(*) FROM link") == [(0,)]


def test_a_pair_already_united_is_refused(office: Field) -> None:
    again = twice(office)
    service.unite(office.folder, office.stamp(), office.people[0], again, {})
    with pytest.raises(Refusal, match="no_longer_two"):
        service.unite(office.folder, office.stamp(), office.people[0], again, {})


def test_sessions_planned_for_a_repeated_promoter_name_the_one(office: Field) -> None:
    with office.folder.book.writing(office.stamp()) as write:
        promoters = [write.add("person", kind="promoter", name=name) for name in ("Chayo Medina", "Chayo M.")]
        write.edit("session", office.session, promoter=promoters[1])
        write.add("link", a=promoters[0], b=promoters[1], same=1)
    shown = sessions.session(office.folder, office.session)
    assert shown is not None
    assert shown.promoter == promoters[0]


def test_the_search_leaves_nothing_to_the_collector_of_cycles(office: Field) -> None:
    """In a large season it was 0.8 million things, and the window stood still while they were gone through."""
    for number in range(20):
        register(office, f"Rosalia Bautista C. {number}")
    assert len(service.open_pairs(office.folder)) > 20
    gc.collect()
    gc.disable()
    try:
        service.open_pairs(office.folder)
        assert gc.collect() < 20
    finally:
        gc.enable()
