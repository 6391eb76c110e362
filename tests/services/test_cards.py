"""Blank cards: numbers come once, from this laptop's blocks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from promoter_app.domain.attendance import ScanState
from promoter_app.domain.cards import BLOCK_SIZE, read_code
from promoter_app.domain.refusal import Refusal
from promoter_app.services.crews import cards, crews
from promoter_app.services.sessions import attendance
from promoter_app.services.undo import undo
from promoter_app.store.exporting import export_book
from tests.services.conftest import TAG, Field


def drawn(*blocks: int) -> Callable[[int], int]:
    waiting = iter(blocks)
    return lambda _below: next(waiting)


def test_numbers_follow_each_other_and_never_repeat(field: Field) -> None:
    first = cards.issue_blanks(field.folder, field.stamp(), 200, drawn(5)).outcome
    second = cards.issue_blanks(field.folder, field.stamp(), 100, drawn(5, 9)).outcome
    numbers = [number for number, _code in first.cards + second.cards]
    assert numbers[:200] == list(range(5 * BLOCK_SIZE, 5 * BLOCK_SIZE + 200))
    assert numbers[200:256] == list(range(5 * BLOCK_SIZE + 200, 6 * BLOCK_SIZE))
    assert numbers[256:] == list(range(9 * BLOCK_SIZE, 9 * BLOCK_SIZE + 44))
    assert field.sql("SELECT count(*), count(DISTINCT code) FROM card WHERE batch IS NOT NULL") == [(300, 300)]


def test_codes_are_of_this_project_and_scan_as_blank(field: Field) -> None:
    made = cards.issue_blanks(field.folder, field.stamp(), 1, drawn(3)).outcome
    code = read_code(made.cards[0][1])
    assert code is not None
    assert (code.tag, code.number) == (TAG, 3 * BLOCK_SIZE)
    outcome = attendance.record_scan(field.folder, field.stamp(), field.session, code.text).outcome
    assert outcome.state is ScanState.BLANK


def by_number(field: Field, number: int) -> list[str]:
    """Who is found when somebody types the number of a card."""
    return [person.name for person in crews.search_people(field.folder, str(number), "2026-02-17")]


def test_a_lost_card_is_cancelled_and_can_be_found_again(field: Field, tmp_path: Path) -> None:
    (card,) = field.sql("SELECT id FROM card WHERE number = 2")[0]
    done = cards.report_lost(field.folder, field.stamp(), card)
    seen = attendance.record_scan(field.folder, field.stamp(), field.session, field.code(2)).outcome
    assert seen.state is ScanState.CANCELLED
    assert by_number(field, 2) == []
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert by_number(field, 2) == ["Hilario de la Cruz Ríos"]
    export_book(field.folder.book, tmp_path / "out.db")
    with closing(sqlite3.connect(tmp_path / "out.db")) as other:
        shown = other.execute("SELECT card FROM people WHERE name = 'Hilario de la Cruz Ríos'").fetchone()
    assert shown == (field.code(2),)
    seen = attendance.record_scan(field.folder, field.stamp(), field.session, field.code(2)).outcome
    assert seen.state is ScanState.PRESENT


@pytest.mark.parametrize("count", [0, -1, cards.MOST_AT_ONCE + 1])
def test_a_senseless_count_is_refused(field: Field, count: int) -> None:
    with pytest.raises(Refusal):
        cards.issue_blanks(field.folder, field.stamp(), count, drawn(1))
    assert field.sql("SELECT count(*) FROM card_block") == [(0,)]
