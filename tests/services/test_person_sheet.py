"""One person's sheet: put right, moved between crews, given another card; history stays theirs."""

from __future__ import annotations

import pytest

from promoter_app.domain.attendance import ScanState
from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.refusal import Refusal
from promoter_app.services.crews.crews import people_of_crew
from promoter_app.services.people import sheet
from promoter_app.services.sessions import attendance
from promoter_app.services.undo import undo
from tests.services.conftest import TAG, Field


def test_the_sheet_shows_crews_sessions_and_cards(field: Field) -> None:
    attendance.record_scan(field.folder, field.stamp(), field.session, field.code(1))
    shown = sheet.person_sheet(field.folder, field.people[0], "2026-02-17")
    assert shown.person.id == field.people[0]
    assert [(stay.crew, stay.until) for stay in shown.stays] == [(field.crew, None)]
    assert [visit.session for visit in shown.visits] == [field.session]
    assert next((card.number, card.cancelled) for card in shown.cards) == (1, False)


def test_moving_keeps_the_history_and_can_be_undone(field: Field) -> None:
    person = field.people[0]
    attendance.record_scan(field.folder, field.stamp(), field.session, field.code(1))
    done = sheet.move_to_crew(field.folder, field.stamp(), person, field.other_crew, "2026-02-18")
    assert person in [one.id for one in people_of_crew(field.folder, field.crew, "2026-02-17")]
    assert person not in [one.id for one in people_of_crew(field.folder, field.crew, "2026-02-18")]
    assert person in [one.id for one in people_of_crew(field.folder, field.other_crew, "2026-02-18")]
    assert len(sheet.person_sheet(field.folder, person, "2026-02-18").visits) == 1
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert person in [one.id for one in people_of_crew(field.folder, field.crew, "2026-03-01")]
    assert person not in [one.id for one in people_of_crew(field.folder, field.other_crew, "2026-03-01")]


def test_moving_on_the_first_day_leaves_one_crew(field: Field) -> None:
    person = field.people[1]
    (since,) = field.sql("SELECT since FROM membership_now WHERE person = ?", person)[0]
    sheet.move_to_crew(field.folder, field.stamp(), person, field.other_crew, since)
    assert [row[0] for row in field.sql("SELECT crew FROM membership_now WHERE person = ?", person)] == [
        field.other_crew
    ]


def test_moving_to_the_same_crew_is_refused(field: Field) -> None:
    before = field.sql("SELECT count(*) FROM membership")
    with pytest.raises(Refusal, match="already_there"):
        sheet.move_to_crew(field.folder, field.stamp(), field.people[0], field.crew, "2026-02-18")
    assert field.sql("SELECT count(*) FROM membership") == before


def test_putting_right_is_an_edit_with_a_way_back(field: Field) -> None:
    person = field.people[0]
    (before,) = field.sql("SELECT name FROM person_now WHERE id = ?", person)[0]
    done = sheet.put_right(
        field.folder, field.stamp(), person, name=" Yuawima ꞌɨ ", sex="F", age_group="25-34", language="hch"
    )
    assert field.sql("SELECT name, sex, age_group, language FROM person_now WHERE id = ?", person) == [
        ("Yuawima ꞌɨ", "F", "25-34", "hch")
    ]
    assert field.sql("SELECT name FROM person WHERE id = ?", person) == [(before,)]
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert field.sql("SELECT name FROM person_now WHERE id = ?", person) == [(before,)]


@pytest.mark.parametrize(("name", "age", "code"), [("  ", None, "no_name"), ("Ana", "15-17", "minor")])
def test_a_sheet_never_loses_its_name_nor_becomes_a_minors(
    field: Field, name: str, age: str | None, code: str
) -> None:
    before = field.sql("SELECT count(*) FROM edit")
    with pytest.raises(Refusal, match=code):
        sheet.put_right(
            field.folder, field.stamp(), field.people[0], name=name, sex=None, age_group=age, language=None
        )
    assert field.sql("SELECT count(*) FROM edit") == before


def test_another_card_cancels_the_one_before(field: Field) -> None:
    done = sheet.give_card(field.folder, field.stamp(), field.people[0], field.code(6))
    assert done.outcome == 6
    old = attendance.record_scan(field.folder, field.stamp(), field.session, field.code(1)).outcome
    assert old.state is ScanState.CANCELLED
    new = attendance.record_scan(field.folder, field.stamp(), field.session, field.code(6)).outcome
    assert new.state is ScanState.PRESENT
    assert new.person is not None
    assert new.person.id == field.people[0]


def test_a_card_printed_elsewhere_can_be_given(field: Field) -> None:
    sheet.give_card(field.folder, field.stamp(), field.people[0], make_code(CodeKind.CARD, TAG, 900_000).text)
    assert sheet.person_sheet(field.folder, field.people[0], "2026-02-17").person.card_number == 900_000


@pytest.mark.parametrize("typed", ["6", "0006", " 6 "])
def test_the_printed_number_of_a_blank_card_is_enough(field: Field, typed: str) -> None:
    done = sheet.give_card(field.folder, field.stamp(), field.people[0], typed)
    assert done.outcome == 6
    assert sheet.person_sheet(field.folder, field.people[0], "2026-02-17").person.card_code == field.code(6)


@pytest.mark.parametrize("typed", ["2", "0008", "900000", "99999999999999999999"])
def test_a_number_of_no_blank_card_is_refused_and_no_card_is_made(field: Field, typed: str) -> None:
    before = field.sql("SELECT (SELECT count(*) FROM card), (SELECT count(*) FROM card_assignment)")
    with pytest.raises(Refusal, match="bad_card"):
        sheet.give_card(field.folder, field.stamp(), field.people[0], typed)
    assert field.sql("SELECT (SELECT count(*) FROM card), (SELECT count(*) FROM card_assignment)") == before


@pytest.mark.parametrize("number", [2, 8])
def test_somebodys_card_or_a_cancelled_one_is_not_given(field: Field, number: int) -> None:
    before = field.sql("SELECT count(*) FROM card_assignment")
    with pytest.raises(Refusal, match="bad_card"):
        sheet.give_card(field.folder, field.stamp(), field.people[0], field.code(number))
    assert field.sql("SELECT count(*) FROM card_assignment") == before


@pytest.mark.parametrize("typed", ["", "0512", "C0000000XX", make_code(CodeKind.CARD, TAG + 1, 6).text])
def test_what_is_no_card_of_ours_is_not_given(field: Field, typed: str) -> None:
    with pytest.raises(Refusal, match="bad_card"):
        sheet.give_card(field.folder, field.stamp(), field.people[0], typed)
