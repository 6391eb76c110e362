"""Two laptops changed the same field: both values are shown with who and when, and one choice settles it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services import conflicts as service
from promoter_app.store.derived import rebuild
from tests.services.conftest import Field


def disagree(field: Field, clock: list[datetime], first: str, second: str) -> None:
    """Two edits of Rosalía's language that did not see each other, as after a merge."""
    for operator, value, laptop in (("Lupita", first, b"l" * 16), ("Beto", second, b"m" * 16)):
        clock[0] += timedelta(minutes=7)
        edge = Edge(operator, now=lambda: clock[0])
        stamp = edge.stamp()
        with field.folder.book.writing(stamp) as write:
            write.add("edit", entity=field.people[0], tbl="person", field="language", value=value, gen=1)
            field.folder.book.db.execute("UPDATE run SET device = ? WHERE run = ?", (laptop, stamp.run.run))
            field.folder.book.db.execute(
                "INSERT OR REPLACE INTO device (id, name, wall) VALUES (?, ?, 0)", (laptop, f"Laptop de {operator}")
            )
    with field.folder.book.writing(field.stamp()):
        rebuild(field.folder.book.db)


def test_both_values_are_shown_with_who_where_and_when(field: Field, clock: list[datetime]) -> None:
    disagree(field, clock, "hch", "crn")
    (found,) = service.conflicts(field.folder)
    assert (found.table, found.field, found.subject) == ("person", "language", "Rosalía Bautista Carrillo")
    assert sorted((one.text, one.by, one.laptop, one.at.strftime("%H:%M")) for one in found.opinions) == [
        ("crn", "Beto", "Laptop de Beto", "12:17"), ("hch", "Lupita", "Laptop de Lupita", "12:10")
    ]
    assert len(service.conflicts(field.folder)) == 1


@pytest.mark.parametrize("choice", [0, 1])
def test_one_choice_settles_it_for_good(field: Field, clock: list[datetime], choice: int) -> None:
    disagree(field, clock, "hch", "crn")
    (found,) = service.conflicts(field.folder)
    field.edge.role = "coordinator"
    chosen = found.opinions[choice]
    service.decide(field.folder, field.stamp(), found, chosen)
    for _again in range(2):
        assert field.sql("SELECT language FROM person_now WHERE id = ?", field.people[0]) == [(chosen.value,)]
        assert field.sql("SELECT count(*) FROM head WHERE entity = ?", field.people[0]) == [(1,)]
        with field.folder.book.writing(field.stamp()):
            rebuild(field.folder.book.db)
    assert service.conflicts(field.folder) == []
    (told,) = service.settled(field.folder)
    assert (told.subject, told.kept, told.by) == ("Rosalía Bautista Carrillo", chosen.value, "Lupita")
    assert told.options == ("crn", "hch")
    assert field.sql("SELECT count(*) FROM edit WHERE field = 'language'") == [(3,)]
    with pytest.raises(Refusal, match="already_settled"):
        service.decide(field.folder, field.stamp(), found, chosen)


def test_the_same_value_told_twice_is_no_conflict(field: Field, clock: list[datetime]) -> None:
    disagree(field, clock, "hch", "hch")
    assert service.conflicts(field.folder) == []


def test_a_promoter_settles_nothing(field: Field, clock: list[datetime]) -> None:
    disagree(field, clock, "hch", "crn")
    (found,) = service.conflicts(field.folder)
    with pytest.raises(Refusal, match="not_allowed"):
        service.decide(field.folder, field.stamp(), found, found.opinions[0])
    assert len(service.conflicts(field.folder)) == 1
