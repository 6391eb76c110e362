"""Each indicator by SQL and again in plain Python: total, cumulative and every breakdown, on random seasons."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promoter_app.domain.indicators.figures import IndicatorReport
from promoter_app.domain.knowledge import Unit
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import reporting
from tests.conftest import LONG
from tests.services.indicators.counted_again import ALL_PARTNERS, Again
from tests.services.indicators.seasons import PERIODS, Drawn, draw

Written = Callable[[Drawn], AbstractContextManager[Folder]]
SEASONS = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
MANY = settings(SEASONS, max_examples=500 if LONG else 10, suppress_health_check=list(HealthCheck))


def check(folder: Folder, season: Drawn) -> None:
    again = Again(season)
    for name, starts, ends in PERIODS:
        report = reporting.report(folder, name)
        for one in report.indicators:
            if one.indicator.rule.name == "knowledge_rose":
                check_knowledge(again, one, date.fromisoformat(starts), date.fromisoformat(ends))
            else:
                check_counted(again, one, date.fromisoformat(starts), date.fromisoformat(ends))


def check_counted(again: Again, one: IndicatorReport, starts: date, ends: date) -> None:
    rule = one.indicator.rule
    units = again.firsts_of(rule.name, None)
    said = f"{rule.name} until {ends}"
    assert one.total.cumulative == sum(day <= ends for day, _groups in units), said
    assert one.total.actual == sum(starts <= day <= ends for day, _groups in units), said
    for breakdown, cells in one.parts.items():
        if breakdown in ("audience", "place", "counted", "standard"):
            assert sum(cell.actual or 0 for cell in cells) == one.total.actual
            continue
        if rule.name in ("outreach", "reach_on_channels") and breakdown == "language":
            continue
        apart = again.firsts_of(rule.name, breakdown)
        expected = Counter(groups[breakdown] for day, groups in apart if day <= ends)
        now = Counter(groups[breakdown] for day, groups in apart if starts <= day <= ends)
        counted = {cell.group: cell.cumulative for cell in cells if cell.cumulative}
        assert counted == dict(expected), f"{said} by {breakdown}"
        assert {cell.group: cell.actual for cell in cells if cell.actual} == dict(now), f"{said} by {breakdown}"
        if breakdown not in rule.overlaps:
            assert sum(cell.actual or 0 for cell in cells) == one.total.actual


def check_knowledge(again: Again, one: IndicatorReport, starts: date, ends: date) -> None:
    change = again.knowledge(starts, ends, Unit.PERSON)
    assert one.knowledge == change
    assert one.per_workshop == again.knowledge(starts, ends, Unit.WORKSHOP)
    assert (one.total.part, one.total.whole) == (change.rose, change.total)
    for name in ("sex", "age_group", "migrant", "language"):
        for cell in one.parts[name]:
            people = frozenset(person for person in again.person if again.who(person)[name] == cell.group)
            of_group = again.knowledge(starts, ends, Unit.PERSON, people=people)
            assert (cell.part, cell.whole) == (of_group.rose, of_group.total), name
    for name in ("sex", "sector", "state", "municipality", "company", "promoter"):
        assert sum(cell.whole or 0 for cell in one.parts[name]) == change.total, name
    for cell in one.parts["topic"]:
        of_topic = again.knowledge(starts, ends, Unit.PERSON, modules=frozenset({cell.group}))
        assert (cell.part, cell.whole) == (of_topic.rose, of_topic.total)
    partners = {cell.group: (cell.part, cell.whole) for cell in one.parts["partner"]}
    for partner in ALL_PARTNERS:
        own = again.knowledge(starts, ends, Unit.PERSON, partner=partner)
        assert partners.get(partner, (0, 0)) == (own.rose, own.total)


@SEASONS
@given(seed=st.integers(0, 2**32))
def test_sql_and_plain_python_agree(written: Written, seed: int) -> None:
    season = draw(random.Random(seed))
    with written(season) as folder:
        check(folder, season)


@pytest.mark.long
@MANY
@given(seed=st.integers(0, 2**32))
def test_sql_and_plain_python_agree_on_many_seasons(written: Written, seed: int) -> None:
    season = draw(random.Random(seed), people=14, sessions=14)
    with written(season) as folder:
        check(folder, season)


@SEASONS
@given(seed=st.integers(0, 2**32))
def test_every_number_opens_to_as_many_rows(written: Written, seed: int) -> None:
    season = draw(random.Random(seed))
    with written(season) as folder:
        for cell in reporting.report(folder, "P2").cells:
            rows = reporting.rows_behind(folder, "P2", cell, limit=10_000)
            weighed = sum(row.get("n", 1) for row in rows)
            assert weighed == (cell.actual if cell.whole is None else cell.whole), cell
