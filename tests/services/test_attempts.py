"""Tests of persons: one answer at a time, the same order before and after, nothing lost by undo."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from promoter_app.domain.curriculum.course import ItemKind
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session
from promoter_app.edge import Edge
from promoter_app.services.curricula import Content
from promoter_app.services.folder import set_setting
from promoter_app.services.merging import receiving
from promoter_app.services.sessions import attempts, attendance, closing, sessions, testing
from promoter_app.services.undo import undo
from promoter_app.store.closing import hands_of
from promoter_app.store.indicators.work import item_results
from tests.services.conftest import Field
from tests.services.merge_field import Machine, office_with_season


@pytest.fixture
def seen(field: Field) -> Session:
    """The open session."""
    found = sessions.session(field.folder, field.session)
    assert found is not None
    return found


def answer(field: Field, content: Content, seen: Session, person: bytes, item: str, choice: str, phase: str = "pre"):
    return attempts.record_answer(field.folder, field.stamp(), content, seen, person, phase, item, choice)


VALID = "SELECT count(*) FROM {0} WHERE id NOT IN (SELECT target FROM void)"


def test_each_person_has_an_order_of_answers_that_does_not_change(content: Content, seen: Session) -> None:
    orders = set()
    for number in range(30):
        person = bytes([number]) * 16
        first = attempts.questions(content, seen, person)
        assert first == attempts.questions(content, seen, person)
        for question in first:
            assert sorted(question.options, key=lambda o: o.letter) == sorted(
                question.item.options, key=lambda o: o.letter
            )
        orders.add(tuple(option.letter for option in first[0].options))
    assert len(orders) == 6


def test_true_or_false_keeps_its_order(content: Content, seen: Session) -> None:
    asked = attempts.questions(content, seen, b"p" * 16, short=False)
    told = [one.options for one in asked if one.item.kind is ItemKind.TRUE_FALSE]
    assert told
    assert all([option.letter for option in options] == ["V", "F"] for options in told)


def test_answering_again_replaces_and_keeps_what_was_said(field: Field, content: Content, seen: Session) -> None:
    person = field.people[0]
    answer(field, content, seen, person, "M1-1", "a")
    done = answer(field, content, seen, person, "M1-1", "b")
    assert done.outcome.answers == {"M1-1": "b"}
    assert field.sql("SELECT choice FROM answer ORDER BY rowid") == [("a",), ("b",)]
    assert field.sql(VALID.format("attempt")) == [(1,)]


def test_a_test_is_done_with_its_last_answer(field: Field, content: Content, seen: Session) -> None:
    person = field.people[0]
    states = [
        answer(field, content, seen, person, item, attempts.DONT_KNOW).outcome.is_done
        for item in ("M1-1", "M1-3", "M1-5")
    ]
    assert states == [False, False, True]


def test_undo_takes_one_answer_back(field: Field, content: Content, seen: Session) -> None:
    person = field.people[0]
    answer(field, content, seen, person, "M1-1", "a")
    last = answer(field, content, seen, person, "M1-3", "c")
    assert last.undo is not None
    undo(field.folder, field.stamp(), last.undo)
    assert attempts.person_test(field.folder, content, seen, person, "pre").answers == {"M1-1": "a"}


def test_declining_drops_the_answers_and_undo_brings_them_back(field: Field, content: Content, seen: Session) -> None:
    person = field.people[0]
    answer(field, content, seen, person, "M1-1", "a")
    answer(field, content, seen, person, "M1-3", "c")
    done = attempts.decline(field.folder, field.stamp(), content, seen, person, "pre")
    assert done.outcome.declined
    assert done.outcome.is_done
    assert done.outcome.answers == {}
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    back = attempts.person_test(field.folder, content, seen, person, "pre")
    assert back.answers == {"M1-1": "a", "M1-3": "c"}
    assert not back.declined


def test_answering_after_declining_counts(field: Field, content: Content, seen: Session) -> None:
    person = field.people[0]
    answer(field, content, seen, person, "M1-1", "a")
    attempts.decline(field.folder, field.stamp(), content, seen, person, "pre")
    now = answer(field, content, seen, person, "M1-1", "b").outcome
    assert not now.declined
    assert now.answers == {"M1-1": "b"}
    assert field.sql("SELECT declined FROM attempt WHERE id NOT IN (SELECT target FROM void)") == [(0,)]


def test_a_first_test_after_the_topic_began_is_late(field: Field, content: Content, seen: Session) -> None:
    answer(field, content, seen, field.people[0], "M1-1", "a")
    sessions.record_step(field.folder, field.stamp(), seen.id, "topic", "started", 1)
    answer(field, content, seen, field.people[1], "M1-1", "a")
    answer(field, content, seen, field.people[1], "M1-1", "a", "post")
    assert field.sql("SELECT phase, late FROM attempt ORDER BY rowid") == [("pre", 0), ("pre", 1), ("post", 0)]


def test_raised_hands_cannot_be_more_than_people(field: Field, content: Content, seen: Session) -> None:
    attempts.record_hands(field.folder, field.stamp(), content, seen, "pre", "M1-1", 3, 5)
    with pytest.raises(Refusal):
        attempts.record_hands(field.folder, field.stamp(), content, seen, "pre", "M1-1", 6, 5)
    assert field.sql("SELECT correct, total FROM hand_count") == [(3, 5)]


def test_everybody_present_takes_the_test_in_the_order_they_came(
    field: Field, content: Content, seen: Session, clock: list
) -> None:
    for number in (2, 1, 3):
        attendance.record_scan(field.folder, field.stamp(), seen.id, field.code(number))
    room = testing.test_room(field.folder, content, seen, "pre")
    assert [one.id for one in room.people] == [field.people[1], field.people[0], field.people[2]]
    assert not room.is_sample


def test_a_sample_keeps_who_began_when_more_people_come(field: Field, content: Content, seen: Session) -> None:
    set_setting(field.folder, field.office_stamp(), testing.SAMPLE, "1")
    for number in (1, 2, 3):
        attendance.record_scan(field.folder, field.stamp(), seen.id, field.code(number))
        (drawn,) = testing.test_room(field.folder, content, seen, "pre").people
        if number == 1:
            answer(field, content, seen, drawn.id, "M1-1", "a")
        assert drawn.id == field.people[0]
    (after,) = testing.test_room(field.folder, content, seen, "post").people
    assert after.id == field.people[0]


def test_a_card_names_its_person_unless_cancelled_or_foreign(field: Field) -> None:
    assert testing.person_of_card(field.folder, field.code(2)) == field.people[1]
    assert testing.person_of_card(field.folder, field.code(6)) is None
    assert testing.person_of_card(field.folder, field.code(8)) is None
    assert testing.person_of_card(field.folder, "https://example.org") is None


def test_an_answer_replaces_one_of_a_launch_whose_clock_was_ahead(
    field: Field, content: Content, seen: Session, clock: list[datetime]
) -> None:
    person, right_now = field.people[0], clock[0]
    clock[0] += timedelta(days=400)
    field.edge = Edge("Lupita", now=lambda: clock[0])
    answer(field, content, seen, person, "M1-1", "a")
    attempts.record_hands(field.folder, field.stamp(), content, seen, "pre", "M1-1", 4, 5)
    closing.record_preflight(field.folder, field.stamp(), seen.id, "private_place", True)
    clock[0] = right_now
    field.edge = Edge("Lupita", now=lambda: clock[0])
    done = answer(field, content, seen, person, "M1-1", "b")
    attempts.record_hands(field.folder, field.stamp(), content, seen, "pre", "M1-1", 1, 5)
    closing.record_preflight(field.folder, field.stamp(), seen.id, "private_place", False)
    assert done.outcome.answers == {"M1-1": "b"}
    assert [row["correct"] for row in hands_of(field.folder.book, seen.id)] == [1]
    assert closing.preflight(field.folder, seen.id) == frozenset()
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert attempts.person_test(field.folder, content, seen, person, "pre").answers == {"M1-1": "a"}


def test_the_last_answer_is_the_same_in_whatever_order_two_laptops_come_in(tmp_path: Path, content: Content) -> None:
    """Both went on with the same test: which answer stands must not hang on whose stick was read first."""
    base, session, people = office_with_season(tmp_path / "base")
    seen = sessions.session(base.folder, session)
    assert seen is not None

    def say(machine: Machine, choice: str, right: int) -> None:
        stamp = machine.edge.stamp
        attempts.record_answer(machine.folder, stamp(), content, seen, people[0], "pre", "M1-1", choice)
        attempts.record_hands(machine.folder, stamp(), content, seen, "pre", "M1-2", right, 5)

    say(base, "a", 1)
    laptops = [base.copy_to(tmp_path / name, name) for name in ("uno", "dos")]
    offices = [base.copy_to(tmp_path / name, name) for name in ("norte", "sur")]
    for laptop, choice, right in zip(laptops, "bc", (2, 3), strict=True):
        say(laptop, choice, right)
    files = [laptop.deliver(tmp_path) for laptop in laptops]
    told = []
    for office, order in zip(offices, (files, files[::-1]), strict=True):
        for file in order:
            plan = receiving.look_at(office.folder, office.edge.stamp(), [file])
            receiving.unite(office.folder, office.edge.stamp(), plan)
        told.append(
            (
                attempts.person_test(office.folder, content, seen, people[0], "pre").answers,
                [(row["number"], row["correct"]) for row in hands_of(office.folder.book, session)],
                item_results(office.folder.book, None, "2026-01-01", "2026-12-31"),
            )
        )
    for machine in (base, *laptops, *offices):
        machine.close()
    assert told[0] == told[1]
    assert told[0][0]["M1-1"] in ("b", "c")
