"""Periods, small cells, delays, questions missed, and texts in spreadsheets: rules without any data folder."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.indicators.delays import Closed, PlannedOne, delays
from promoter_app.domain.indicators.items import ItemResult, still_missed, suggestion, to_repeat
from promoter_app.domain.indicators.periods import Period, half_year, months_between, parse_period, segments
from promoter_app.domain.indicators.table import guarded, unguarded
from promoter_app.domain.privacy.suppression import Measure, blocks, partition
from promoter_app.domain.refusal import Refusal, Sentence


@pytest.mark.parametrize(
    ("written", "starts", "ends"),
    [
        ("2026-10..2027-03", "2026-10-01", "2027-03-31"), ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-10-05..2026-10-05", "2026-10-05", "2026-10-05"), (" 2026-12 .. 2026-12-15 ", "2026-12-01", "2026-12-15"),
    ],
)
def test_periods_as_people_write_them(written: str, starts: str, ends: str) -> None:
    found = parse_period(written)
    assert (found.first, found.last) == (starts, ends)


@pytest.mark.parametrize("written", ["", "2026", "2026-13", "2026-02-30", "2027-01..2026-12", "ayer", "2026-10.."])
def test_what_is_no_period_is_refused(written: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_period(written)
    assert refused.value.code == "bad_period"


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_is_in_its_half_year(day: date) -> None:
    assert half_year(day).has(day)


def test_segments_cover_everything_once() -> None:
    one, two = parse_period("2026-04..2026-09"), parse_period("2027-01..2027-03")
    found = segments([two, one], two.ends)
    assert [piece.name for piece in found] == ["", one.name, "", two.name]
    assert [b.starts - a.ends for a, b in pairwise(found)] == [timedelta(days=1)] * 3
    with pytest.raises(ValueError, match="overlaps"):
        segments([one, Period("x", date(2026, 9, 30), date(2026, 10, 1))], two.ends)


def test_months_are_cut_to_the_span() -> None:
    found = months_between(date(2026, 11, 20), date(2027, 1, 3))
    assert [(one.name, one.first, one.last) for one in found] == [
        ("2026-11", "2026-11-20", "2026-11-30"), ("2026-12", "2026-12-01", "2026-12-31"),
        ("2027-01", "2027-01-01", "2027-01-03"),
    ]


@given(st.text(alphabet="'+=-@\t\rañ1 ", max_size=6))
def test_guarded_texts_come_back_and_are_no_formulas(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_names_of_the_field_keep_their_first_letter() -> None:
    assert guarded("'Utame") == "'Utame"
    assert guarded("+Iyari") == "'+Iyari"


@given(st.lists(st.integers(0, 12), max_size=8))
def test_blocks_are_whole_and_never_small(totals: list[int]) -> None:
    found = blocks(totals, 5)
    inside = [index for block in found for index in block]
    assert inside == list(range(len(inside)))
    assert all(sum(totals[i] for i in block) == 0 or sum(totals[i] for i in block) >= 5 for block in found)
    assert 0 <= sum(totals[len(inside):]) < 5


AMOUNTS = st.dictionaries(st.sampled_from([(a, b) for a in "xy" for b in "1234"]), st.integers(0, 9), max_size=8)


@given(st.lists(st.lists(AMOUNTS, min_size=1, max_size=2), min_size=1, max_size=3))
def test_every_class_is_empty_or_big_and_later_ones_only_join(steps_: list[list[dict[tuple[str, str], int]]]) -> None:
    steps = [[Measure(5, amounts) for amounts in step] for step in steps_]
    atoms = sorted({atom for step in steps_ for amounts in step for atom in amounts})
    earlier = [partition(atoms, steps[:upto]) for upto in range(len(steps) + 1)]
    last = earlier[-1]
    for index, step in enumerate(steps):
        if index not in last.withheld:
            assert all(measure.is_safe(one) for measure in step for one in last.classes)
    assert sorted(atom for one in last.classes for atom in one) == atoms
    for before in earlier:
        assert all(any(one <= now for now in last.classes) for one in before.classes)


def result(number: int, right: int, asked: int = 10, module: str = "M1") -> ItemResult:
    words = Sentence(f"¿{number}?", f"{number}?")
    return ItemResult(module, number, words, "a", asked, 2, asked, right)


def test_the_worst_two_of_one_topic_are_repeated() -> None:
    found = [result(1, 9), result(2, 5), result(3, 3), result(4, 6), result(5, 0, asked=4), result(1, 4, module="M2")]
    assert [(one.module, one.number) for one in still_missed(found)] == [("M1", 3), ("M2", 1), ("M1", 2), ("M1", 4)]
    assert [one.number for one in to_repeat(found)] == [3, 2]
    assert "«¿3?» (3 de 10 bien)" in suggestion(found).es
    assert suggestion([result(1, 10)]).es == "Nada que repetir por ahora."


def planned(code: str, day: date, state: str, module: str = "M1", partner: bytes = b"p") -> PlannedOne:
    return PlannedOne(code, day, b"crew", "Los Pinos", module, state, None, frozenset({partner}))


def test_delays_name_closures_and_what_to_catch_up() -> None:
    monday, today = date(2027, 1, 4), date(2027, 1, 20)
    plan = [
        planned("a", monday, "held"), planned("b", monday, "not_held", "M2"),
        planned("c", date(2027, 1, 8), "held", "M2"), planned("d", date(2027, 1, 11), "planned", "M3"),
        planned("e", date(2027, 1, 12), "not_held", "M4"), planned("f", date(2027, 1, 25), "planned", "M4"),
        planned("g", today, "planned", "M5"),
    ]
    closed = Closed(date(2027, 1, 9), date(2027, 1, 11), "lluvia", frozenset({b"p"}))
    other = Closed(date(2027, 1, 1), date(2027, 1, 31), "huelga", frozenset({b"q"}))
    found = delays(plan, [other, closed], today)
    assert (found.planned, found.held, found.not_held, found.overdue, found.displaced) == (5, 2, 2, 1, 1)
    assert [one.session.code for one in found.to_catch_up] == ["d", "e"]
    by_code = {one.session.code: one for one in found.missed}
    assert by_code["d"].closure == closed
    assert (by_code["d"].planned_again, by_code["d"].suggested) == (None, date(2027, 1, 25))
    assert by_code["e"].planned_again == date(2027, 1, 25)
    assert by_code["e"].catch_up_by == date(2027, 2, 19)
    assert by_code["b"].held_again


def test_a_session_is_not_late_while_it_is_open() -> None:
    monday, today = date(2027, 1, 4), date(2027, 1, 5)
    found = delays([planned("a", monday, "open"), planned("b", today, "open")], [], today)
    assert (found.planned, found.overdue, found.to_catch_up) == (0, 0, ())
