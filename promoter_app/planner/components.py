"""Splits a problem where nobody can meet: promoters, fronts and crews that no road or change of front connects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.problem import Interpreter, Plan, PlanningProblem


def components(field: Field) -> list[tuple[str, ...]]:
    """Groups of promoters joined through fronts both can reach and crews that move between fronts; largest first."""
    parent: dict[str, str] = {}
    _join_promoters(field, parent)
    for crew in field.problem.crews:
        fronts = ["f|" + f for f in crew.front_by_day[: crew.last_day + 1]]
        known = [f for f in fronts if f in parent]
        for other in known[1:]:
            _join(parent, known[0], other)
    groups: dict[str, list[str]] = {}
    for p in field.problem.promoters:
        groups.setdefault(_root(parent, "p|" + p.id), []).append(p.id)
    return sorted((tuple(g) for g in groups.values()), key=lambda g: (-len(g), g))


def _join_promoters(field: Field, parent: dict[str, str]) -> None:
    for p in field.problem.promoters:
        parent.setdefault("p|" + p.id, "p|" + p.id)
        for day, openings in enumerate(field.openings):
            for o in openings if p.available[day] is not None else ():
                name = "f|" + o.front
                new = name not in parent or _root(parent, name) != _root(parent, "p|" + p.id)
                if new and field.route_minutes(p, [o]) is not None:
                    parent.setdefault(name, name)
                    _join(parent, "p|" + p.id, name)
    for s in field.problem.locked:
        for name in ("f|" + s.front, *("p|" + q for q in s.promoters)):
            parent.setdefault(name, name)
            _join(parent, "p|" + s.promoter, name)


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name


def _join(parent: dict[str, str], a: str, b: str) -> None:
    ra, rb = _root(parent, a), _root(parent, b)
    parent[max(ra, rb)] = min(ra, rb)


def packed(groups: list[tuple[str, ...]], parts: int) -> list[tuple[str, ...]]:
    """The groups put together into at most `parts` of about the same number of promoters."""
    bins: list[list[str]] = [[] for _ in range(max(1, parts))]
    for g in groups:
        min(bins, key=len).extend(g)
    return [tuple(sorted(b)) for b in bins if b]


def part_of(problem: PlanningProblem, promoters: Iterable[str]) -> PlanningProblem:
    """The problem of some promoters only, with every interpreter (right for a bound)."""
    mine = set(promoters)
    return replace(
        problem,
        promoters=tuple(p for p in problem.promoters if p.id in mine),
        locked=tuple(s for s in problem.locked if s.promoter in mine),
    )


def parts(field: Field, plan: Plan, groups: list[tuple[str, ...]]) -> list[PlanningProblem]:
    """One problem per group. An interpreter's day belongs to the group that uses it in `plan`, else to the one with
    most crews who need that interpreter."""
    group_of = {p: n for n, g in enumerate(groups) for p in g}
    owner = {(s.interpreter, s.day): group_of[s.promoter] for s in plan if s.interpreter is not None}
    reached = _fronts_by_group(field, groups)
    best = {i.id: _neediest(field, i, reached) for i in field.problem.interpreters}
    made = []
    for n, group in enumerate(groups):
        part = part_of(field.problem, group)
        helpers = []
        for i in part.interpreters:
            days = (on and owner.get((i.id, d), best[i.id]) == n for d, on in enumerate(i.available))
            helpers.append(replace(i, available=tuple(days)))
        made.append(replace(part, interpreters=tuple(helpers)))
    return made


def _fronts_by_group(field: Field, groups: list[tuple[str, ...]]) -> list[set[str]]:
    reached: list[set[str]] = []
    for group in groups:
        fronts: set[str] = set()
        for p in group:
            for o in (o for day in field.openings for o in day):
                if o.front not in fronts and field.route_minutes(field.promoters[p], [o]) is not None:
                    fronts.add(o.front)
        reached.append(fronts)
    return reached


def _neediest(field: Field, i: Interpreter, reached: list[set[str]]) -> int:
    def need(n: int) -> int:
        return sum(
            c.language in i.languages and not c.bilingual_helper and not reached[n].isdisjoint(c.front_by_day)
            for c in field.problem.crews
        )

    return max(range(len(reached)), key=lambda n: (need(n), -n))
