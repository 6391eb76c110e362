"""An attacker with every outside report of a season and a solver: between which numbers does each hidden cell lie?

Unknowns are the cells by indicator, breakdown, group and segment of time (each period, and what lies before and
between), all in one set of equations. Known are all figures told; that parts add up to totals and segments to the
cumulative; that municipalities add up to their state; that nobody is counted negative; and what the definitions say
of two figures together: whoever completed the course heard of the channels, whoever heard of them was trained,
certificates are courses completed, those trained in the topic of the channels are those informed on them, and of
those with a pair of tests some rose. GLOP gives the least and the most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from promoter_app.domain.indicators.catalog import CHANNELS_MODULE, SPLITS_OF_PEOPLE
from promoter_app.domain.indicators.figures import Cell, IndicatorReport, Report

Key = tuple[str, str, str, int]
"""Indicator, breakdown ("" total), group, segment (even: a gap before a period, odd: the period)."""


@dataclass(frozen=True)
class Hidden:
    """A hidden figure of people in a period, as the attacker sees it."""

    key: Key
    least: float
    most: float

    @property
    def is_known(self) -> bool:
        """Whether people of a hidden cell are counted. (That nobody is in a group is told openly, as 0.)"""
        return self.most - self.least < 0.5 < self.most


def attack(reports: Iterable[Report], inside: dict[str, str]) -> list[Hidden]:
    """What the reports of successive periods tell of each figure they hide; `inside`: municipality -> its state."""
    from ortools.linear_solver import pywraplp

    told = list(reports)
    solver = pywraplp.Solver.CreateSolver("GLOP")
    cells: dict[Key, object] = defaultdict(partial(solver.NumVar, 0, 100_000, ""))
    hidden = []
    for one in told[-1].indicators:
        if not one.indicator.rule.of_people:
            continue
        for measure in ("actual",) if one.indicator.rule.additive else ("part", "whole"):
            for name in one.parts:
                hidden += _table(solver, cells, [report.of(one.indicator.code) for report in told], name, measure)
    _places(solver, cells, inside)
    _definitions(solver, cells, told)
    return [_bounds(solver, cells, key) for key in hidden]


def _named(one: IndicatorReport, measure: str) -> str:
    """The indicator in a key: a share is two unknowns, who rose and who has a pair."""
    return one.indicator.code if measure == "actual" else f"{one.indicator.code}/{measure}"


def _definitions(solver: object, cells: dict[Key, object], told: list[Report]) -> None:
    """What the definitions of two figures say of both, for everybody and for each group of the same people."""
    code = {one.indicator.rule.name: one.indicator.code for one in told[-1].indicators}
    trained, informed = code["people_trained"], code["informed_on_channels"]
    completed, given, rose = code["completed_course"], code["certificates"], code["knowledge_rose"]
    for key in list(cells):
        of, breakdown, group, segment = key
        if of == given:
            solver.Add(cells[key] == cells[completed, breakdown, group, segment])  # type: ignore[attr-defined]
        if breakdown not in ("", *SPLITS_OF_PEOPLE):
            continue
        for some, more in ((completed, informed), (informed, trained)):
            if of == some:
                _at_most(solver, cells, _upto(key), _upto((more, breakdown, group, segment)))
        if of == f"{rose}/part":
            _at_most(solver, cells, [key], [(f"{rose}/whole", breakdown, group, segment)])
        if of == informed and not breakdown:
            topic = (trained, "topic", CHANNELS_MODULE, segment)
            solver.Add(cells[key] == cells[topic])  # type: ignore[attr-defined]


def _at_most(solver: object, cells: dict[Key, object], some: list[Key], more: list[Key]) -> None:
    first, second = ([cells[key] for key in keys] for keys in (some, more))
    solver.Add(solver.Sum(first) <= solver.Sum(second))  # type: ignore[attr-defined]


def _table(
    solver: object, cells: dict[Key, object], told: list[IndicatorReport], breakdown: str, measure: str
) -> list[Key]:
    """Write down what the reports say of one breakdown; the keys that they hide."""
    code, hidden = _named(told[0], measure), []
    groups = {cell.group for one in told for cell in one.parts.get(breakdown, ()) if not cell.merged}
    for number, one in enumerate(told):
        at = 2 * number + 1
        _learn(solver, cells, (code, "", "", at), one.total, measure)
        shown = {cell.group: cell for cell in one.parts.get(breakdown, ()) if not cell.merged}
        if not shown:
            continue  # a table that is withheld says nothing
        for group in groups:
            key, cell = (code, breakdown, group or "", at), shown.get(group)
            if cell is None:  # a group that is not shown yet has nobody so far
                for upto in _upto(key) if measure == "actual" else [key]:
                    solver.Add(cells[upto] == 0)  # type: ignore[attr-defined]
            elif cell.suppressed:
                hidden.append(key)
            _learn(solver, cells, key, cell, measure)
        if breakdown not in one.indicator.rule.overlaps:
            for segment in (at - 1, at) if measure == "actual" else (at,):
                parts = [cells[code, breakdown, group or "", segment] for group in groups]
                solver.Add(solver.Sum(parts) == cells[code, "", "", segment])  # type: ignore[attr-defined]
    return hidden


def _places(solver: object, cells: dict[Key, object], inside: dict[str, str]) -> None:
    """Everybody of a municipality is of its state."""
    of_state: dict[Key, list[object]] = defaultdict(list)
    for (code, breakdown, group, segment), cell in list(cells.items()):
        if breakdown == "municipality" and group:
            of_state[code, "state", inside[group], segment].append(cell)
    for state, parts in of_state.items():
        solver.Add(solver.Sum(parts) <= cells[state])  # type: ignore[attr-defined]


def _upto(key: Key) -> list[Key]:
    return [(key[0], key[1], key[2], segment) for segment in range(key[3] + 1)]


def _learn(solver: object, cells: dict[Key, object], key: Key, cell: Cell | None, measure: str) -> None:
    if cell is None:
        return
    value = getattr(cell, measure)
    if value is not None:
        solver.Add(cells[key] == value)  # type: ignore[attr-defined]
    if cell.cumulative is not None and measure == "actual":
        solver.Add(solver.Sum([cells[one] for one in _upto(key)]) == cell.cumulative)  # type: ignore[attr-defined]


def _bounds(solver: object, cells: dict[Key, object], key: Key) -> Hidden:
    ends = []
    for goal in (solver.Minimize, solver.Maximize):  # type: ignore[attr-defined]
        goal(cells[key])
        assert solver.Solve() == 0  # type: ignore[attr-defined]
        ends.append(cells[key].solution_value())  # type: ignore[attr-defined]
    return Hidden(key, ends[0], ends[1])
