"""The single change that would let a crew in, and the problem with that change made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from promoter_app.domain.planning.draft import Draft
from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.problem import (
    Break,
    Closure,
    Crew,
    Fix,
    Front,
    Interpreter,
    Module,
    PlanningProblem,
    Promoter,
)

_USUAL_HOURS = (6 * 60, 17 * 60)


@dataclass(frozen=True)
class Obstacle:
    """A rule that alone keeps a crew out of one break with one promoter.

    Without `room`, the promoter's day or the break is full as well, so another visit would have to give way.
    """

    rule: str
    opening: Opening
    promoter: str
    room: bool = True


def fix_for(field: Field, locks: Draft, crew: Crew, module: Module, obstacle: Obstacle) -> Fix | None:
    """The change that removes the obstacle, only when the session then fits beside the locked ones."""
    makers: dict[str, Callable[[], Fix | None]] = {
        "language": lambda: _interpreter(field, crew, obstacle),
        "short": lambda: _longer(field, module, obstacle),
        "not_prepared": lambda: _fix("authorise", field, obstacle, promoter=obstacle.promoter, module=module.id),
        "off_duty": lambda: _fix("on_duty", field, obstacle, promoter=obstacle.promoter),
        "far": lambda: _more_driving(field, obstacle),
        "closed": lambda: _reopen(field, obstacle),
        "elsewhere": lambda: _fix("stay", field, obstacle, crew=crew.id),
        "taken": lambda: _fix("swap", field, obstacle, promoter=obstacle.promoter),
        "interpreter_busy": lambda: _fix("swap", field, obstacle, promoter=obstacle.promoter),
        "busy": lambda: _fix("swap", field, obstacle, promoter=obstacle.promoter),
    }
    maker = makers.get(obstacle.rule)
    fix = maker() if maker is not None and module.promoters == 1 else None
    return fix if fix is not None and _stands(field, locks, crew, module, obstacle, fix) else None


def _fix(kind: str, field: Field, obstacle: Obstacle, **values: str | int) -> Fix:
    o = obstacle.opening
    way: dict[str, str | int] = {} if obstacle.room else {"gives_way": 1}
    return Fix(kind, o.day, o.front, o.break_id, {**values, **way, "date": field.problem.days[o.day].date})


def _interpreter(field: Field, crew: Crew, obstacle: Obstacle) -> Fix:
    return _fix("interpreter", field, obstacle, language=crew.language, promoter=obstacle.promoter)


def _longer(field: Field, module: Module, obstacle: Obstacle) -> Fix | None:
    missing = module.minutes - obstacle.opening.usable
    return _fix("longer_break", field, obstacle, minutes=missing) if obstacle.opening.end + missing < 24 * 60 else None


def _more_driving(field: Field, obstacle: Obstacle) -> Fix | None:
    promoter = replace(field.promoters[obstacle.promoter], max_drive_day=24 * 60)
    needed = field.route_minutes(promoter, [obstacle.opening])
    if needed is None:
        return None
    return _fix("more_driving", field, obstacle, minutes=needed, promoter=obstacle.promoter)


def _reopen(field: Field, obstacle: Obstacle) -> Fix | None:
    """A holiday, a season's end or other hours are not ours to change; a stop of one mill or front may be."""
    o = obstacle.opening
    hits = [k for k in field.problem.closures if _hits(k, field.fronts[o.front], o)]
    if not hits or any(k.scope == "all" for k in hits):
        return None
    front = field.fronts[o.front]
    if front.season_end is not None and o.day > front.season_end:
        return None
    return _fix("reopen", field, obstacle)


def _hits(k: Closure, front: Front, o: Opening) -> bool:
    there = k.scope == "all" or (k.scope == "mill" and k.id == front.mill) or (k.scope == "front" and k.id == front.id)
    return there and k.day == o.day and k.start < o.end and o.start < k.end


def _stands(field: Field, locks: Draft, crew: Crew, module: Module, obstacle: Obstacle, fix: Fix) -> bool:
    """Whether the crew then gets its session in a plan of nothing but the locked sessions."""
    o, promoter = obstacle.opening, field.promoters[obstacle.promoter]
    if o.slot in locks.taken or (crew.id, o.day) in locks.met or locks.obstacle(crew, module, o.day) is not None:
        return False
    opening = replace(o, end=o.end + int(fix.values["minutes"])) if fix.kind == "longer_break" else o
    changed = _changed_promoter(promoter, fix)
    stops = [*locks.routes.get((promoter.id, o.day), ()), opening]
    if field.route_minutes(changed, stops) is None:
        return False
    if fix.kind == "interpreter" or field.understands(crew, promoter, None):
        return True
    return any(
        i.available[o.day]
        and crew.language in i.languages
        and locks.rides.get((i.id, o.day), promoter.id) == promoter.id
        for i in field.problem.interpreters
    )


def apply_fix(problem: PlanningProblem, fix: Fix) -> PlanningProblem:
    """The problem with the one change made ("swap" changes nothing: it only asks others to give way)."""
    if fix.kind in ("authorise", "on_duty", "more_driving"):
        people = tuple(
            _changed_promoter(p, fix) if p.id == fix.values["promoter"] else p for p in problem.promoters
        )
        return replace(problem, promoters=people)
    if fix.kind == "interpreter":
        days = tuple(d == fix.day for d in range(len(problem.days)))
        taken = {i.id for i in problem.interpreters}
        name = next(n for k in range(len(taken) + 1) if (n := f"+{k}") not in taken)
        helper = Interpreter(name, (str(fix.values["language"]),), days)
        return replace(problem, interpreters=(*problem.interpreters, helper))
    if fix.kind == "longer_break":
        return replace(problem, fronts=tuple(_with_longer_break(f, problem, fix) for f in problem.fronts))
    if fix.kind == "reopen":
        return _reopened(problem, fix)
    if fix.kind == "stay":
        crews = tuple(replace(c, last_day=fix.day) if c.id == fix.values["crew"] else c for c in problem.crews)
        return replace(problem, crews=crews)
    return problem


def _changed_promoter(p: Promoter, fix: Fix) -> Promoter:
    if fix.kind == "authorise":
        modules = None if p.modules is None else p.modules | {str(fix.values["module"])}
        return replace(p, sensitive_ok=True, modules=modules)
    if fix.kind == "on_duty":
        hours = list(p.available)
        hours[fix.day] = max((h for h in p.available if h), key=lambda h: h[1] - h[0], default=_USUAL_HOURS)
        return replace(p, available=tuple(hours))
    if fix.kind == "more_driving":
        return replace(p, max_drive_day=max(p.max_drive_day, int(fix.values["minutes"])))
    return p


def _with_longer_break(front: Front, problem: PlanningProblem, fix: Fix) -> Front:
    """The break of that one day ends later; on the other days it stays as it was."""
    if front.id != fix.front:
        return front
    breaks: list[Break] = []
    for b in front.breaks:
        days = frozenset(range(len(problem.days))) if b.days is None else b.days
        if b.id == fix.break_id and fix.day in days:
            breaks.append(replace(b, days=days - {fix.day}))
            breaks.append(replace(b, end=b.end + int(fix.values["minutes"]), days=frozenset({fix.day})))
        else:
            breaks.append(b)
    return replace(front, breaks=tuple(breaks))


def _reopened(problem: PlanningProblem, fix: Fix) -> PlanningProblem:
    field = Field(problem)
    front = field.fronts[fix.front]
    b = field.break_of(front, fix.break_id, fix.day)
    place = field.place(front, fix.day)
    if b is None or place is None:
        return problem
    opening = Opening(fix.front, fix.day, fix.break_id, b.start, b.end, b.usable, place)
    return replace(problem, closures=tuple(k for k in problem.closures if not _hits(k, front, opening)))
