"""Reports for the outside: what a solver can get out of them, and what they never hold."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promoter_app.domain.indicators.figures import Cell, Report
from promoter_app.domain.indicators.limits import Limits
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import guarding, reporting
from promoter_app.store.indicators import frame
from tests.conftest import LONG
from tests.services.indicators.attack import Hidden, attack
from tests.services.indicators.conftest import NOW
from tests.services.indicators.seasons import PERIODS, PLACE_OF, Drawn, draw, place_id

Written = Callable[[Drawn], AbstractContextManager[Folder]]
INSIDE = {place_id(name).hex().upper(): place_id(state).hex().upper() for state, name in PLACE_OF.values()}
FEW = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=150 if LONG else 2)


def told(folder: Folder) -> list[Report]:
    """Everything that can leave: the outside report of each period, one after the other."""
    return [reporting.report(folder, name, "outside") for name, _starts, _ends in PERIODS]


def small_hidden(folder: Folder, found: list[Hidden]) -> list[Hidden]:
    """The hidden cells that hold a small count in truth."""
    full = {name: reporting.report(folder, name) for name, _starts, _ends in PERIODS}
    truth = {
        (cell.indicator, cell.breakdown or "", cell.group or "", 2 * number + 1): cell.actual or 0
        for number, (name, _starts, _ends) in enumerate(PERIODS) for cell in full[name].cells
    }
    return [one for one in found if 0 < truth.get(one.key, 0) < 5]


def crowd(seed: int) -> Drawn:
    chance = random.Random(seed)
    return draw(chance, people=chance.choice((20, 60, 120)), sessions=14)


@FEW
@given(seed=st.integers(0, 2**32))
def test_no_hidden_cell_comes_back(written: Written, seed: int) -> None:
    with written(crowd(seed)) as folder:
        known = [one for one in attack(told(folder), INSIDE) if one.is_known]
        assert known == []


@pytest.mark.long
@MANY
@given(seed=st.integers(0, 2**32))
def test_no_hidden_cell_comes_back_in_many_seasons(written: Written, seed: int) -> None:
    with written(crowd(seed)) as folder:
        assert [one for one in attack(told(folder), INSIDE) if one.is_known] == []


def naive(report: Report) -> Report:
    """What leaves when only the small counts themselves are taken out, and nothing with them."""

    def holes(cell: Cell) -> Cell:
        cell = replace(cell, cumulative=None) if 0 < (cell.cumulative or 0) < 5 else cell
        return replace(cell, actual=None, suppressed=True) if 0 < (cell.actual or 0) < 5 else cell

    parts = [
        replace(one, parts={name: tuple(map(holes, cells)) for name, cells in one.parts.items()})
        for one in report.indicators
    ]
    return replace(report, indicators=tuple(parts))


def test_without_the_classes_the_attack_succeeds(written: Written) -> None:
    """The test can fail: taking out the small counts alone gives many of them back."""
    broken = 0
    for seed in range(3):
        with written(crowd(seed)) as folder:
            reports = [naive(reporting.report(folder, name)) for name, _starts, _ends in PERIODS]
            broken += len(small_hidden(folder, [one for one in attack(reports, INSIDE) if one.is_known]))
    assert broken > 0


@FEW
@given(seed=st.integers(0, 2**32))
def test_no_small_count_is_told(written: Written, seed: int) -> None:
    with written(crowd(seed)) as folder:
        for report in told(folder):
            for one in report.indicators:
                if not one.indicator.rule.of_people:
                    continue
                counts = [n for cell in one.cells for n in (cell.actual if cell.whole is None else None,
                                                            cell.cumulative, cell.part)]
                assert [n for n in counts if n is not None and 0 < n < 5] == [], one.indicator.code
                assert [c for c in one.cells if c.whole is not None and 0 < c.whole < 10] == []


@FEW
@given(seed=st.integers(0, 2**32))
def test_parts_add_up_to_the_total_that_is_told(written: Written, seed: int) -> None:
    with written(crowd(seed)) as folder:
        for report in told(folder):
            for one in report.indicators:
                for name, cells in one.parts.items():
                    if cells and name not in one.indicator.rule.overlaps and one.total.whole is None:
                        assert one.total.suppressed or sum(c.actual or 0 for c in cells) == one.total.actual


def test_the_outside_never_sees_sensitive_topics_partners_or_promoters(written: Written) -> None:
    with written(crowd(1)) as folder:
        cells = [cell for report in told(folder) for cell in report.cells]
        topics = {cell.group for cell in cells if cell.breakdown == "topic"}
        assert "M8" not in topics
        assert "derechos laborales" in topics
        assert {cell.breakdown for cell in cells} & {"partner", "promoter"} == set()


def test_the_outside_gets_only_whole_declared_periods(written: Written) -> None:
    with written(crowd(2)) as folder:
        for period, limits in (("2026-11..2026-12", Limits()), ("P1", Limits(company=b"x" * 16))):
            with pytest.raises(Refusal):
                reporting.report(folder, period, "outside", limits=limits)


def test_a_later_report_never_splits_what_an_earlier_one_joined(written: Written) -> None:
    with written(crowd(3)) as folder:
        earlier, later = told(folder)[0], told(folder)[2]
        for one in earlier.indicators:
            hidden = {(c.breakdown, c.group) for c in one.cells if c.suppressed and not c.merged and c.breakdown}
            shown = {
                (c.breakdown, c.group) for c in later.of(one.indicator.code).cells if c.cumulative is not None
            }
            if one.indicator.rule.additive and not one.total.suppressed:
                exclusive = {key for key in hidden & shown if key[0] not in one.indicator.rule.overlaps}
                assert exclusive == set() or not one.indicator.rule.of_people


def test_a_period_that_goes_on_tells_nothing_of_people(written: Written) -> None:
    with written(draw(random.Random(1), people=120, sessions=14)) as folder:
        last = date.fromisoformat(PERIODS[1][2])
        over = reporting.report(folder, "P2", "outside", today=last + timedelta(days=1))
        goes_on = reporting.report(folder, "P2", "outside", today=last)
        assert over.of("3.1").total.actual is not None
        for one in goes_on.indicators:
            if one.indicator.rule.of_people:
                assert one.parts == {}
                assert (one.total.actual, one.total.part, one.total.cumulative) == (None, None, None)
        assert goes_on.of("S1").total == over.of("S1").total
        assert guarding.NOT_OVER in goes_on.remarks
        assert guarding.NOT_OVER not in over.remarks


def test_without_a_day_the_last_work_with_the_data_counts(written: Written) -> None:
    with written(crowd(2)) as folder:
        assert guarding.NOT_OVER not in reporting.report(folder, "P3", "outside").remarks
        with folder.book.writing(Edge("x", now=lambda: NOW - timedelta(days=10)).stamp()) as write:
            write.add("setting", key="a", value="b")
        assert guarding.NOT_OVER not in reporting.report(folder, "P3", "outside").remarks
        assert frame.last_written(folder.book) == NOW.date()
