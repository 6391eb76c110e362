"""A person's own rights: consent, withdrawal, what is held, and being forgotten for good."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import reporting
from promoter_app.services.privacy import rights
from promoter_app.services.reports import access
from promoter_app.store.migrations import TABLES
from tests.services.indicators.conftest import NOW
from tests.services.indicators.seasons import Drawn, Person, _id, draw

PROMOTER = Edge("Promotora", now=lambda: NOW)


@pytest.fixture
def folder(written: Callable[[Drawn], AbstractContextManager[Folder]]) -> Iterator[Folder]:
    season = draw(random.Random(5), people=12)
    season.people[0] = Person(_id(1, 0), "worker", "F", "18-24", "hch", 1)
    season.links = []
    season.present.append((next(n for n, one in enumerate(season.sessions) if one.is_held and one.module), 0, False))
    with written(season) as opened:
        yield opened


PERSON = _id(1, 0)


def test_sensitive_data_need_a_written_consent_and_leave_with_it(folder: Folder, edge: Edge) -> None:
    with pytest.raises(Refusal) as refused:
        rights.give_consent(folder, edge.stamp(), PERSON, "sensitive_data", how="oral")
    assert refused.value.code == "needs_writing"
    rights.give_consent(folder, edge.stamp(), PERSON, "sensitive_data", how="written", text_version="1")
    assert [(one.purpose, one.given) for one in rights.consents(folder, PERSON)] == [("sensitive_data", True)]
    rights.withdraw(folder, edge.stamp(), PERSON, "sensitive_data")
    assert [(one.purpose, one.given) for one in rights.consents(folder, PERSON)] == [("sensitive_data", False)]
    shown = rights.access_report(folder, edge.stamp(), PERSON).sections[0].rows[0]
    assert {"language", "migrant", "origin"} & shown.keys() == set()
    assert rights.erasure_stage(folder, PERSON) is None


def test_withdrawing_the_record_asks_for_its_erasure(folder: Folder, edge: Edge) -> None:
    rights.withdraw(folder, edge.stamp(), PERSON, "record")
    assert [(row["subject"], row["stage"]) for row in rights.open_requests(folder)] == [(PERSON, "request")]


def test_blocked_people_leave_the_counts_and_can_come_back(folder: Folder, edge: Edge) -> None:
    def trained() -> int:
        return sum(reporting.report(folder, name).of("3.1").total.actual or 0 for name in ("P1", "P2", "P3"))

    before = trained()
    done = rights.block(folder, edge.stamp(), PERSON, "acta 3")
    assert trained() == before - 1
    assert rights.erasure_stage(folder, PERSON) == "block"
    assert done.undo is not None


def test_only_the_office_blocks_and_never_removes_without_blocking(folder: Folder, edge: Edge) -> None:
    for act in (rights.block, rights.suppress):
        with pytest.raises(Refusal) as refused:
            act(folder, PROMOTER.stamp(), PERSON, "nadie")
        assert refused.value.code == "not_allowed"
    with pytest.raises(Refusal) as refused:
        rights.suppress(folder, edge.stamp(), PERSON, "acta 3")
    assert refused.value.code == "not_blocked"


def test_nothing_about_a_suppressed_person_stays_but_a_tombstone(folder: Folder, edge: Edge) -> None:
    rights.give_consent(folder, edge.stamp(), PERSON, "record", how="oral")
    rights.block(folder, edge.stamp(), PERSON, "acta 3")
    rights.suppress(folder, edge.stamp(), PERSON, "acta 3")
    for table in TABLES:
        for column in table.columns:
            if column.kind == "id" and table.name not in ("erasure",):
                held = folder.book.value(f"SELECT count(*) FROM {table.name} WHERE {column.name} = ?", (PERSON,))
                assert (table.name, column.name, held) == (table.name, column.name, 0)
    assert folder.book.value("SELECT count(*) FROM person WHERE id = ?", (PERSON,)) == 0
    assert rights.erasure_stage(folder, PERSON) == "suppress"
    assert rights.open_requests(folder) == []


def test_the_name_of_a_suppressed_person_is_not_in_the_file(folder: Folder, edge: Edge) -> None:
    with folder.book.writing(edge.stamp()) as w:
        w.edit("person", PERSON, name="Zutanita Irrepetible")
    files = [folder.path / "surco.db", folder.path / "surco.db-wal"]

    def in_files() -> bool:
        return any(b"Irrepetible" in path.read_bytes() for path in files if path.exists())

    assert in_files()
    rights.block(folder, edge.stamp(), PERSON, "acta 3")
    rights.suppress(folder, edge.stamp(), PERSON, "acta 3")
    assert not in_files()


def test_the_access_report_holds_what_was_told(folder: Folder, edge: Edge, tmp_path: Path) -> None:
    rights.give_consent(folder, edge.stamp(), PERSON, "record", how="oral", text_version="record 1 es")
    made = rights.access_report(folder, edge.stamp(), PERSON)
    tables = {section.table for section in made.sections}
    assert {"person", "attendance", "consent"} <= tables
    written = access.as_json(made)
    assert made.name in written
    assert "record 1 es" in written
    with pytest.raises(Refusal):
        rights.access_report(folder, PROMOTER.stamp(), PERSON)


def test_a_person_is_found_by_card_or_id(folder: Folder, edge: Edge) -> None:
    with folder.book.writing(edge.stamp()) as w:
        card = w.add("card", code="ABCDEFGH12", number=77)
        w.add("card_assignment", card=card, person=PERSON)
    day = edge.stamp().today
    assert [rights.find_person(folder, text, day) for text in ("77", "abcdefgh12", PERSON.hex())] == [PERSON] * 3
    with pytest.raises(Refusal) as refused:
        rights.find_person(folder, "9999", day)
    assert refused.value.code == "unknown_person"
