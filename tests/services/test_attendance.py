"""Scans, typed names and their answers, read back by another program."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from promoter_app.domain.attendance import ScanState
from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.curriculum.common import ConsentText
from promoter_app.domain.curriculum.course import Words
from promoter_app.domain.people import NewPerson
from promoter_app.domain.refusal import Refusal
from promoter_app.services import folder, undo
from promoter_app.services.curricula import Content
from promoter_app.services.people import registering
from promoter_app.services.sessions import attendance, sessions
from tests.services.conftest import Field


def scan(field: Field, number: int) -> attendance.ScanOutcome:
    return attendance.record_scan(field.folder, field.stamp(), field.session, field.code(number)).outcome


def present_names(field: Field) -> set[str]:
    rows = field.sql(
        "SELECT p.name FROM attendance a JOIN person p ON p.id = a.person"
        " WHERE a.id NOT IN (SELECT target FROM void) AND a.session = ?",
        field.session,
    )
    return {name for (name,) in rows}


def test_a_card_of_the_crew_is_present_and_on_disk(field: Field) -> None:
    outcome = scan(field, 1)
    assert outcome.state is ScanState.PRESENT
    assert outcome.person is not None
    assert outcome.person.name == "Rosalía Bautista Carrillo"
    assert (outcome.at, outcome.present, outcome.card_number) == ("12:03:41", 1, 1)
    assert present_names(field) == {"Rosalía Bautista Carrillo"}


def test_the_same_person_twice_counts_once(field: Field, clock: list[datetime]) -> None:
    scan(field, 2)
    clock[0] += timedelta(minutes=4)
    again = scan(field, 2)
    assert again.state is ScanState.ALREADY
    assert again.earlier == "12:03"
    assert field.sql("SELECT count(*) FROM attendance") == [(1,)]


def test_another_crew_waits_and_is_counted_when_said_so(field: Field) -> None:
    outcome = scan(field, 5)
    assert outcome.state is ScanState.OTHER_CREW
    assert present_names(field) == set()
    assert attendance.tally(field.folder, field.session).waiting == 1
    assert outcome.scan is not None
    counted = attendance.count_here(field.folder, field.stamp(), outcome.scan).outcome
    assert counted.state is ScanState.PRESENT
    tally = attendance.tally(field.folder, field.session)
    assert (tally.present, tally.of_crew, tally.from_elsewhere, tally.waiting) == (1, 0, 1, 0)
    assert [row.mark for row in attendance.present(field.folder, field.session)] == ["other_crew"]


def test_a_waiting_scan_repeated_waits_once(field: Field) -> None:
    assert scan(field, 5).scan == scan(field, 5).scan
    assert len(attendance.waiting(field.folder, field.session)) == 1


def test_dismissed_is_not_counted_and_stays_in_the_history(field: Field) -> None:
    outcome = scan(field, 5)
    assert outcome.scan is not None
    attendance.dismiss_scan(field.folder, field.stamp(), outcome.scan)
    assert attendance.waiting(field.folder, field.session) == []
    assert present_names(field) == set()
    assert field.sql("SELECT state FROM scan") == [("other_crew",)]


@pytest.mark.parametrize("text", ["HOLA", "0123456789", "https://example.org/x", "  ", "C000000000"])
def test_a_foreign_code_is_unknown_and_its_text_is_not_kept(field: Field, text: str) -> None:
    outcome = attendance.record_scan(field.folder, field.stamp(), field.session, text).outcome
    assert outcome.state is ScanState.UNKNOWN
    assert outcome.person is None
    assert field.sql("SELECT code, card, person FROM scan") == [(None, None, None)]


def test_a_card_of_another_project_is_unknown(field: Field) -> None:
    code = make_code(CodeKind.CARD, 78, 1).text
    assert attendance.record_scan(field.folder, field.stamp(), field.session, code).outcome.state is ScanState.UNKNOWN


def test_a_cancelled_card_says_which_is_good(field: Field) -> None:
    outcome = scan(field, 8)
    assert (outcome.state, outcome.good_number) == (ScanState.CANCELLED, 1)
    assert present_names(field) == set()


def test_a_walk_in_with_a_blank_card_is_registered_present_and_tied(field: Field) -> None:
    outcome = scan(field, 6)
    assert (outcome.state, outcome.card_number) == (ScanState.BLANK, 6)
    new = NewPerson("Martina  Muñoz Salvador", "F", "18-24", "hch")
    done = registering.register_walk_in(field.folder, field.stamp(), field.session, new, outcome.scan)
    assert done.outcome.person is not None
    assert done.outcome.person.card_number == 6
    assert present_names(field) == {"Martina Muñoz Salvador"}
    assert field.sql("SELECT purpose, given FROM consent") == [("record", 1)]
    assert attendance.tally(field.folder, field.session).new_people == 1
    assert scan(field, 6).state is ScanState.ALREADY


def test_undo_of_a_walk_in_leaves_the_card_blank_again(field: Field) -> None:
    outcome = scan(field, 6)
    done = registering.register_walk_in(field.folder, field.stamp(), field.session, NewPerson("Ana Paz"), outcome.scan)
    assert done.undo is not None
    undo.undo(field.folder, field.stamp(), done.undo)
    assert present_names(field) == set()
    assert scan(field, 6).state is ScanState.BLANK
    assert field.sql("SELECT count(*) FROM person WHERE name = 'Ana Paz'") == [(1,)]


@pytest.mark.parametrize("new", [NewPerson("Ana Paz", "F", "15-17"), NewPerson("Ana Paz", "F", "18-24", None, False)])
def test_minors_and_who_says_no_are_counted_without_a_name(field: Field, new: NewPerson) -> None:
    registering.register_walk_in(field.folder, field.stamp(), field.session, new)
    tally = attendance.tally(field.folder, field.session)
    assert (tally.present, tally.unnamed) == (0, 1)
    text = (field.folder.path / "surco.db").read_bytes() + (field.folder.path / "surco.db-wal").read_bytes()
    assert b"Ana Paz" not in text


def test_a_known_person_takes_the_blank_card_and_the_old_one_is_cancelled(field: Field) -> None:
    outcome = scan(field, 7)
    done = registering.hand_over_card(field.folder, field.stamp(), field.session, field.people[1], outcome.scan)
    assert done.outcome.person is not None
    assert done.outcome.person.card_number == 7
    old = scan(field, 2)
    assert (old.state, old.earlier) == (ScanState.ALREADY, "12:03")
    assert field.sql("SELECT reason FROM card_cancel WHERE reason = 'replaced'") == [("replaced",)]


def test_undo_voids_and_never_deletes(field: Field) -> None:
    done = attendance.record_scan(field.folder, field.stamp(), field.session, field.code(3))
    assert done.undo is not None
    undo.undo(field.folder, field.stamp(), done.undo)
    assert present_names(field) == set()
    assert field.sql("SELECT count(*) FROM attendance") == [(1,)]
    assert scan(field, 3).state is ScanState.PRESENT


def test_a_closed_session_counts_nobody(field: Field) -> None:
    sessions.close_session(field.folder, field.stamp(), field.session)
    assert scan(field, 1).state is ScanState.CLOSED
    assert field.sql("SELECT count(*) FROM attendance") == [(0,)]
    sessions.reopen_session(field.folder, field.stamp(), field.session)
    assert scan(field, 1).state is ScanState.PRESENT


def test_typed_names_and_numbers_find_and_count(field: Field) -> None:
    from promoter_app.services.crews import crews

    found = crews.search_people(field.folder, "itiama", "2026-02-17", crew=field.crew)
    assert [person.name for person in found] == ["+Ɨtɨama López"]
    assert [p.name for p in crews.search_people(field.folder, "0004", "2026-02-17")] == ["'Utsima Ruiz"]
    outcome = attendance.record_person(field.folder, field.stamp(), field.session, found[0].id).outcome
    assert (outcome.state, outcome.card_number) == (ScanState.PRESENT, 3)
    assert field.sql("SELECT way FROM attendance") == [("typed",)]


def test_beginnings_of_words_in_any_order_find_a_name_however_it_is_typed(field: Field) -> None:
    from promoter_app.services.crews import crews

    found = {
        typed: [person.name for person in crews.search_people(field.folder, typed, "2026-02-17")]
        for typed in ("ros bau", "carr rosa", "RÍOS hil", "utsi", "'utsi", "+it", "ros x", "rosaliaa")
    }
    rosalia, utsima = ["Rosalía Bautista Carrillo"], ["'Utsima Ruiz"]
    assert found == {
        "ros bau": rosalia, "carr rosa": rosalia, "RÍOS hil": ["Hilario de la Cruz Ríos"], "utsi": utsima,
        "'utsi": utsima, "+it": ["+Ɨtɨama López"], "ros x": [], "rosaliaa": [],
    }  # fmt: skip


def test_who_is_missing(field: Field) -> None:
    scan(field, 1)
    assert [p.name for p in attendance.missing(field.folder, field.session)] == [
        "Hilario de la Cruz Ríos", "+Ɨtɨama López", "'Utsima Ruiz",
    ]


def test_unknown_session_is_a_refusal(field: Field) -> None:
    with pytest.raises(Refusal) as refused:
        attendance.record_scan(field.folder, field.stamp(), b"x" * 16, field.code(1))
    assert refused.value.code == "unknown_session"


def test_look_alikes_are_offered_while_typing(field: Field) -> None:
    names = [p.name for p in registering.look_alikes(field.folder, "Rosalia Bautista", "2026-02-17")]
    assert names == ["Rosalía Bautista Carrillo"]
    assert registering.look_alikes(field.folder, "Zz", "2026-02-17") == []


def test_taken_off_the_list_stays_in_the_history_and_can_be_put_back(field: Field) -> None:
    scan(field, 2)
    done = attendance.take_off(field.folder, field.stamp(), field.session, field.people[1])
    assert done.outcome.name == "Hilario de la Cruz Ríos"
    assert present_names(field) == set()
    assert field.sql("SELECT count(*) FROM attendance") == [(1,)]
    with pytest.raises(Refusal) as refused:
        attendance.take_off(field.folder, field.stamp(), field.session, field.people[1])
    assert refused.value.code == "not_present"
    assert done.undo is not None
    undo.undo(field.folder, field.stamp(), done.undo)
    assert present_names(field) == {"Hilario de la Cruz Ríos"}


def test_the_consent_keeps_which_text_was_read(field: Field) -> None:
    none = Words("", "")
    content = Content(consents=[ConsentText("record", 3, none, Words("Hola", "Hello"), none, "spoken")])
    read = registering.consent_to_read(field.folder, content, "es")
    assert (read.text, read.version) == ("Hola", "record 3 es")
    folder.set_setting(field.folder, field.office_stamp(), "consent_record_es", "¿Nos deja anotar su nombre?")
    own = registering.consent_to_read(field.folder, content, "es")
    assert own.text == "¿Nos deja anotar su nombre?"
    assert own.version.startswith("office ")
    assert registering.consent_to_read(field.folder, content, "en").text == "Hello"
    new = NewPerson("Ana Paz", "F", "18-24", None, True, own.version)
    registering.register_walk_in(field.folder, field.stamp(), field.session, new)
    assert field.sql("SELECT text_version FROM consent") == [(own.version,)]


def test_look_alikes_say_when_they_came(field: Field) -> None:
    before = registering.look_alikes_seen(field.folder, "Rosalia Bautista", "2026-02-17")
    assert [(each.person.name, each.came) for each in before] == [("Rosalía Bautista Carrillo", None)]
    scan(field, 1)
    after = registering.look_alikes_seen(field.folder, "Rosalia Bautista", "2026-02-17")
    assert [each.came for each in after] == ["2026-02-17"]
