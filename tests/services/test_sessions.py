"""A session's life: planned, open, held, not held, reopened; its steps and where to come back to."""

from __future__ import annotations

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import module_of, read_content
from promoter_app.services.sessions import attempts, attendance, sessions
from promoter_app.services.undo import undo
from tests.services.conftest import Field


def state(field: Field, session: bytes | None = None) -> str:
    """As another program reads it."""
    return str(field.sql("SELECT state FROM session_now WHERE id = ?", session or field.session)[0][0])


def plan(field: Field, starts: str = "12:00", ends: str = "12:30", module: str | None = "M1") -> bytes:
    new = sessions.NewSession("2026-02-18", starts, ends, field.crew, module)
    return sessions.add_session(field.folder, field.stamp(), new).outcome


def test_codes_are_day_crew_topic_and_never_twice(field: Field) -> None:
    made = [plan(field), plan(field), plan(field), plan(field, module=None)]
    codes = [found.code for each in made if (found := sessions.session(field.folder, each))]
    assert codes == ["260218-PINOS-M1", "260218-PINOS-M1-2", "260218-PINOS-M1-3", "260218-PINOS-OTRA"]


def test_a_session_cannot_end_before_it_starts(field: Field) -> None:
    with pytest.raises(Refusal):
        plan(field, "12:30", "12:30")
    assert field.sql("SELECT count(*) FROM session_now") == [(1,)]


@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [("2026-02-30", "12:00", "12:30"), ("2026-02-18", "24:00", "24:30"), ("2026-02-18", "09:00", "9:30")],
)
def test_a_session_is_on_a_day_and_at_an_hour_that_exist(field: Field, day: str, starts: str, ends: str) -> None:
    with pytest.raises(Refusal) as refused:
        sessions.add_session(field.folder, field.stamp(), sessions.NewSession(day, starts, ends, field.crew, "M1"))
    assert refused.value.code == "no_such_time"
    assert field.sql("SELECT count(*) FROM session_now") == [(1,)]


def test_starting_twice_changes_nothing(field: Field) -> None:
    assert state(field) == "open"
    again = sessions.start_session(field.folder, field.stamp(), field.session)
    assert again.changes == frozenset()
    assert again.outcome.is_open


def test_closing_keeps_the_note_and_undo_opens_again(field: Field) -> None:
    done = sessions.close_session(field.folder, field.stamp(), field.session, "Hubo lluvia")
    assert state(field) == "held"
    assert done.outcome.note == "Hubo lluvia"
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert state(field) == "open"
    found = sessions.session(field.folder, field.session)
    assert found is not None
    assert found.note is None


def test_only_an_open_session_can_be_closed(field: Field) -> None:
    sessions.close_session(field.folder, field.stamp(), field.session)
    with pytest.raises(Refusal):
        sessions.close_session(field.folder, field.stamp(), field.session)
    with pytest.raises(Refusal):
        sessions.close_session(field.folder, field.stamp(), plan(field))


def test_a_held_session_is_reopened_and_one_not_held_is_planned_again(field: Field) -> None:
    sessions.close_session(field.folder, field.stamp(), field.session)
    sessions.start_session(field.folder, field.stamp(), field.session)
    assert state(field) == "reopened"
    other = plan(field)
    sessions.not_held(field.folder, field.stamp(), other, "rain", "Mucho lodo")
    assert field.sql("SELECT state, reason, note FROM session_now WHERE id = ?", other) == [
        ("not_held", "rain", "Mucho lodo")
    ]
    sessions.reopen_session(field.folder, field.stamp(), other)
    assert field.sql("SELECT state, reason FROM session_now WHERE id = ?", other) == [("planned", None)]


def test_finding_by_code_in_any_case_or_by_id(field: Field) -> None:
    found = sessions.find_session(field.folder, " 260217-pinos-m1 ")
    assert found.id == field.session
    assert sessions.find_session(field.folder, field.session.hex()).id == field.session
    for name in ("260217-PINOS-M9", "0" * 32, "zz" * 16):
        with pytest.raises(Refusal):
            sessions.find_session(field.folder, name)


def test_the_place_to_come_back_to_is_the_last_step_begun_and_its_card(field: Field) -> None:
    assert sessions.place_in_session(field.folder, field.session) == ("attendance", 1)
    for step, event, card in (
        ("attendance", "started", None),
        ("attendance", "finished", None),
        ("topic", "started", None),
        ("topic", "started", 3),
    ):
        sessions.record_step(field.folder, field.stamp(), field.session, step, event, card)
    assert sessions.place_in_session(field.folder, field.session) == ("topic", 3)
    assert sessions.steps(field.folder, field.session) == {"attendance": "finished", "topic": "started"}


def test_open_sessions_are_those_begun_and_not_closed(field: Field) -> None:
    other = plan(field)
    assert [one.id for one in sessions.open_sessions(field.folder)] == [field.session]
    sessions.start_session(field.folder, field.stamp(), other)
    assert [one.id for one in sessions.open_sessions(field.folder)] == [other, field.session]
    between = sessions.sessions_between(field.folder, "2026-02-18", "2026-02-18")
    assert [one.id for one in between] == [other]


def test_only_an_empty_session_goes_back_to_planned_and_its_steps_are_forgotten(field: Field) -> None:
    sessions.record_step(field.folder, field.stamp(), field.session, "topic", "started", 2)
    done = sessions.back_to_planned(field.folder, field.stamp(), field.session)
    assert (state(field), sessions.steps(field.folder, field.session)) == ("planned", {})
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert (state(field), sessions.steps(field.folder, field.session)) == ("open", {"topic": "started"})
    attendance.record_scan(field.folder, field.stamp(), field.session, field.code(1))
    for way in (
        lambda: sessions.back_to_planned(field.folder, field.stamp(), field.session),
        lambda: sessions.not_held(field.folder, field.stamp(), field.session, "rain_mud"),
    ):
        with pytest.raises(Refusal) as refused:
            way()
        assert refused.value.code == "people_came"
    assert state(field) == "open"


@pytest.mark.parametrize("sign", ["scan", "unnamed", "hands"])
def test_any_sign_of_people_lets_a_session_be_closed_as_held(field: Field, sign: str) -> None:
    with pytest.raises(Refusal) as refused:
        sessions.close_session(field.folder, field.stamp(), field.session, somebody=True)
    assert refused.value.code == "nobody_came"
    if sign == "scan":
        attendance.record_scan(field.folder, field.stamp(), field.session, field.code(1))
    elif sign == "unnamed":
        with field.folder.book.writing(field.stamp()) as write:
            write.add("unnamed_presence", session=field.session, reason="no_consent")
    else:
        content, seen = read_content(), sessions.needed(field.folder, field.session)
        asked = module_of(content, seen)
        assert asked is not None
        attempts.record_hands(field.folder, field.stamp(), content, seen, "post", asked.items[0].id, 3, 9)
    sessions.close_session(field.folder, field.stamp(), field.session, somebody=True)
    assert state(field) == "held"
