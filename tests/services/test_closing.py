"""What a session leaves: counts, opinions and help without names, the checks of a sensitive topic, its cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session
from promoter_app.edge import Edge
from promoter_app.services.curricula import Content, read_content
from promoter_app.services.sessions import attempts, attendance, closing, recordings, sessions, teaching
from promoter_app.services.undo import undo
from tests.services.conftest import Field

CONTENT = read_content()


@pytest.fixture
def seen(field: Field) -> Session:
    """The open session, three people present."""
    for number in (1, 2, 3):
        attendance.record_scan(field.folder, field.stamp(), field.session, field.code(number))
    found = sessions.session(field.folder, field.session)
    assert found is not None
    return found


def take(field: Field, seen: Session, person: bytes, phase: str, right: int) -> None:
    """A whole short test with the first `right` questions right."""
    for at, question in enumerate(attempts.questions(CONTENT, seen, person)):
        letter = question.item.key if at < right else attempts.DONT_KNOW
        attempts.record_answer(field.folder, field.stamp(), CONTENT, seen, person, phase, question.item.id, letter)


def test_summary_counts_people_pairs_and_questions(field: Field, seen: Session) -> None:
    take(field, seen, field.people[0], "pre", 1)
    take(field, seen, field.people[1], "pre", 2)
    take(field, seen, field.people[2], "pre", 0)
    sessions.record_step(field.folder, field.stamp(), seen.id, "topic", "finished")
    take(field, seen, field.people[0], "post", 3)
    take(field, seen, field.people[1], "post", 2)
    told = closing.summary(field.folder, CONTENT, seen)
    assert (told.present, told.of_crew, told.from_elsewhere) == (3, 3, 0)
    assert (told.tested_before, told.tested_after, told.pairs, told.rose) == (3, 2, 2, 1)
    assert [(q.before, q.asked_before, q.after, q.asked_after) for q in told.questions] == [
        (2, 3, 2, 2), (1, 3, 2, 2), (0, 3, 1, 2),
    ]
    assert told.missing_steps == ()


def test_raised_hands_add_to_the_questions_and_make_no_pair(field: Field, seen: Session) -> None:
    attempts.record_hands(field.folder, field.stamp(), CONTENT, seen, "pre", "M1-1", 2, 9)
    attempts.record_hands(field.folder, field.stamp(), CONTENT, seen, "pre", "M1-1", 3, 9)
    told = closing.summary(field.folder, CONTENT, seen)
    assert (told.questions[0].before, told.questions[0].asked_before) == (3, 9)
    assert (told.pairs, told.tested_before) == (0, 0)
    assert "pre_test" not in told.missing_steps


def test_passing_through_a_step_is_not_doing_it(field: Field, seen: Session) -> None:
    for step in ("pre_test", "post_test"):
        sessions.record_step(field.folder, field.stamp(), seen.id, step, "finished")
    assert closing.summary(field.folder, CONTENT, seen).missing_steps == ("pre_test", "topic", "post_test")


def test_who_declined_is_not_tested(field: Field, seen: Session) -> None:
    attempts.decline(field.folder, field.stamp(), CONTENT, seen, field.people[0], "pre")
    told = closing.summary(field.folder, CONTENT, seen)
    assert (told.tested_before, told.pairs) == (0, 0)


def test_opinions_are_counts(field: Field, seen: Session) -> None:
    for face in (1, 1, 3):
        done = closing.record_feedback(field.folder, field.stamp(), seen.id, face)
    assert done.outcome == (2, 0, 1)
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert closing.feedback(field.folder, seen.id) == (2, 0, 0)
    with pytest.raises(ValueError, match="face 4"):
        closing.record_feedback(field.folder, field.stamp(), seen.id, 4)


def test_help_offered_is_one_tick_and_undo_brings_the_earlier_one_back(field: Field, seen: Session) -> None:
    tell = closing.record_referral
    tell(field.folder, field.stamp(), seen.id, offered=True, channel="imss", on_date="2026-02-17")
    last = tell(field.folder, field.stamp(), seen.id, offered=False, channel=None, on_date="2026-02-17")
    assert last.outcome == 1
    assert closing.referral(field.folder, seen.id) == (False, None)
    assert last.undo is not None
    undo(field.folder, field.stamp(), last.undo)
    assert closing.referral(field.folder, seen.id) == (True, "imss")


def test_checks_keep_the_last_tick_and_the_interpreters_only_with_one(field: Field, seen: Session) -> None:
    module = CONTENT.courses["cane"].module("M8")
    assert closing.needs_preflight(CONTENT, module)
    assert not closing.needs_preflight(CONTENT, CONTENT.courses["cane"].module("M1"))
    closing.record_preflight(field.folder, field.stamp(), seen.id, "no_photos", True)
    closing.record_preflight(field.folder, field.stamp(), seen.id, "neutral_title", True)
    left = closing.record_preflight(field.folder, field.stamp(), seen.id, "no_photos", False).outcome
    assert left == {"neutral_title"}
    names = {check.id for check in closing.preflight_checks(field.folder, CONTENT, seen.id)}
    assert "interpreter_pledge" not in names
    with field.folder.book.writing(field.stamp()) as write:
        write.add("session_staff", session=seen.id, person=field.people[0], role="interpreter")
    names = {check.id for check in closing.preflight_checks(field.folder, CONTENT, seen.id)}
    assert "interpreter_pledge" in names


def test_going_on_without_the_checks_needs_a_reason(field: Field, seen: Session) -> None:
    with pytest.raises(Refusal):
        closing.override_preflight(field.folder, field.stamp(), CONTENT, seen, "  ")
    assert not closing.is_overridden(field.folder, seen.id)
    closing.override_preflight(field.folder, field.stamp(), CONTENT, seen, " Lo pidió el grupo ")
    assert closing.is_overridden(field.folder, seen.id)
    assert field.sql("SELECT module, note FROM override") == [("M1", "Lo pidió el grupo")]


@pytest.mark.parametrize("code", ["M9", "M10"])
def test_the_gravest_topics_go_on_only_with_a_coordinators_name(field: Field, seen: Session, code: str) -> None:
    grave = replace(seen, module=code)
    with pytest.raises(Refusal) as said:
        closing.override_preflight(field.folder, field.stamp(), CONTENT, grave, "Lo pidió el grupo", "  ")
    assert said.value.code == "no_coordinator"
    closing.override_preflight(field.folder, field.stamp(), CONTENT, grave, "Lo pidió el grupo", "Teresa Luna")
    office = Edge("Marta Díaz", "coordinator", now=field.edge.now).stamp()
    closing.override_preflight(field.folder, office, CONTENT, grave, "Lo pidió el grupo")
    assert field.sql("SELECT coordinator FROM override ORDER BY rowid") == [("Teresa Luna",), ("Marta Díaz",)]


@given(
    left=st.floats(-60, 120), after=st.integers(0, 10), wanted=st.sampled_from(["auto", "short", "full"]),
    shown=st.integers(0, 12), code=st.sampled_from([module.code for module in CONTENT.courses["cane"].modules]),
)
def test_cards_are_all_or_the_short_ones_and_never_lose_the_one_shown(
    left: float, after: int, wanted: str, shown: int, code: str
) -> None:
    module = CONTENT.courses["cane"].module(code)
    assert module is not None
    cards = teaching.cards_for(module, left, after, wanted, shown)
    numbers = [each.number for each in cards]
    short = [number for number, card in enumerate(module.cards, start=1) if card.in_short]
    everything = list(range(1, len(module.cards) + 1))
    fits = sum(card.minutes for card in module.cards) + after <= left
    if wanted == "full" or (wanted == "auto" and fits):
        assert numbers == everything
    else:
        assert numbers in (short, everything)
        assert (numbers == short) == (shown in (0, *short) or short == everything)
    assert all(module.cards[each.number - 1] is each.card for each in cards)


def test_the_short_form_of_every_topic_has_cards() -> None:
    for course in CONTENT.courses.values():
        for module in course.modules:
            assert teaching.cards_for(module, 0, 5), module.code


def test_spanish_is_one_language_however_it_was_written() -> None:
    content: Content = CONTENT
    assert recordings.language_name(content, "es") == recordings.language_name(content, "spa") == "Español"
    assert recordings.language_name(content, "hch") == "Wixárika"
    assert recordings.language_name(content, None) is None


def test_a_test_never_gets_the_recording_of_the_topic(field: Field) -> None:
    from dataclasses import replace
    from datetime import date

    from promoter_app.domain.curriculum.course import AudioSlot

    module = CONTENT.courses["cane"].module("M1")
    assert module is not None
    slot = AudioSlot("hch", "m1/hch.ogg", "Una hablante", date(2026, 1, 5), date(2026, 1, 5), 42, "La oficina")
    audio = field.folder.path / "audio" / "m1"
    audio.mkdir(parents=True)
    (audio / "hch.ogg").write_bytes(b"OggS")
    signed, unsigned = replace(module, audio=(slot,)), replace(module, audio=(replace(slot, signed_off_by=""),))
    assert recordings.topic_recording(field.folder, signed, "hch") == audio / "hch.ogg"
    assert recordings.topic_recording(field.folder, unsigned, "hch") is None
    assert recordings.question_recording(field.folder, signed, "hch", "M1-1") is None
    (audio / "hch-M1-1.ogg").write_bytes(b"OggS")
    assert recordings.question_recording(field.folder, signed, "hch", "M1-1") == audio / "hch-M1-1.ogg"
    assert recordings.question_recording(field.folder, unsigned, "hch", "M1-1") is None
