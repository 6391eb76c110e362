"""The rules a plan must keep, checked without any solver; every plan passes here before it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.problem import Plan, PlanningProblem, Session


@dataclass(frozen=True)
class Broken:
    """A broken rule: its code, the session (None for a rule of the whole plan) and who or what breaks it."""

    rule: str
    session: Session | None
    who: str


def broken_rules(problem: PlanningProblem, plan: Plan, field: Field | None = None) -> tuple[Broken, ...]:
    """Every rule `plan` breaks; empty when the plan may be carried out. `field` saves indexing the problem again."""
    field = field or Field(problem)
    known = [s for s in plan if _knows(field, s)]
    found = [Broken("unknown", s, s.front) for s in plan if not _knows(field, s)]
    for s in known:
        found += _of_session(field, s)
    found += _of_pairs(known)
    found += _of_interpreters(known)
    found += _of_crews(field, known)
    found += _of_routes(field, known)
    found += _of_locks(problem, plan)
    return tuple(found)


def _knows(field: Field, s: Session) -> bool:
    return (
        s.front in field.fronts
        and s.module in field.modules
        and all(p in field.promoters for p in s.promoters)
        and all(c in field.crews for c in s.crews)
        and (s.interpreter is None or s.interpreter in field.interpreters)
        and 0 <= s.day < len(field.cal)
    )


def _of_session(field: Field, s: Session) -> Iterator[Broken]:
    front, module = field.fronts[s.front], field.modules[s.module]
    b = field.break_of(front, s.break_id, s.day)
    if b is None:
        yield Broken("no_such_break", s, s.break_id)
        return
    if s.slot not in field.by_slot:
        yield Broken("closed", s, field.closed(front, s.day, b) or "-")
    if b.usable < module.minutes:
        yield Broken("break_too_short", s, s.break_id)
    yield from _of_attendance(field, s)
    yield from _of_staff(field, s)


def _of_attendance(field: Field, s: Session) -> Iterator[Broken]:
    if not s.crews or len(set(s.crews)) < len(s.crews):
        yield Broken("nobody_attends", s, s.front)
    size = 0
    for c in s.crews:
        crew = field.crews[c]
        size += crew.size
        if crew.front_by_day[s.day] != s.front or s.day > crew.last_day:
            yield Broken("crew_elsewhere", s, c)
        if not any(field.understands(crew, field.promoters[p], s.interpreter) for p in s.promoters):
            yield Broken("language", s, c)
    if len(s.crews) > 1 and size > field.modules[s.module].max_workers:
        yield Broken("too_many_workers", s, str(size))


def _of_staff(field: Field, s: Session) -> Iterator[Broken]:
    module = field.modules[s.module]
    if len(set(s.promoters)) != module.promoters:
        yield Broken("wrong_number_of_promoters", s, s.promoter)
    for p in s.promoters:
        if not field.promoters[p].may_teach(module):
            yield Broken("not_prepared", s, p)
        if field.promoters[p].available[s.day] is None:
            yield Broken("off_duty", s, p)
    if s.interpreter is not None and not field.interpreters[s.interpreter].available[s.day]:
        yield Broken("interpreter_off", s, s.interpreter)


def _of_pairs(plan: list[Session]) -> Iterator[Broken]:
    slots: set[tuple[str, int, str]] = set()
    met: set[tuple[str, int]] = set()
    for s in plan:
        if s.slot in slots:
            yield Broken("break_taken", s, s.front)
        slots.add(s.slot)
        for c in s.crews:
            if (c, s.day) in met:
                yield Broken("twice_a_day", s, c)
            met.add((c, s.day))


def _of_interpreters(plan: list[Session]) -> Iterator[Broken]:
    rides: dict[tuple[str, int], str] = {}
    for s in plan:
        if s.interpreter is None:
            continue
        if rides.setdefault((s.interpreter, s.day), s.promoter) != s.promoter:
            yield Broken("interpreter_elsewhere", s, s.interpreter)


def _of_crews(field: Field, plan: list[Session]) -> Iterator[Broken]:
    given: dict[str, list[Session]] = {}
    for s in sorted(plan, key=lambda s: s.day):
        for c in s.crews:
            given.setdefault(c, []).append(s)
    for c, sessions in given.items():
        yield from _of_sequence(field, c, sessions)


def _of_sequence(field: Field, crew: str, sessions: list[Session]) -> Iterator[Broken]:
    """Order, gaps and repetition along one crew's sessions, by day."""
    have = {h.module: h.cal for h in field.crews[crew].done}
    delicate = [h.cal for h in field.crews[crew].done if field.modules[h.module].sensitive]
    for s in sessions:
        module, now = field.modules[s.module], field.cal[s.day]
        if s.module in have:
            yield Broken("module_twice", s, crew)
        for q in module.prereqs:
            if q not in have or have[q] > now - module.min_gap:
                yield Broken("prerequisite", s, crew)
        if module.sensitive:
            if any(abs(now - then) < field.problem.sensitive_gap for then in delicate):
                yield Broken("sensitive_gap", s, crew)
            delicate.append(now)
        have[s.module] = now


def _of_routes(field: Field, plan: list[Session]) -> Iterator[Broken]:
    days: dict[tuple[str, int], list[Session]] = {}
    for s in plan:
        for p in s.promoters:
            days.setdefault((p, s.day), []).append(s)
    for (p, _), sessions in days.items():
        promoter = field.promoters[p]
        stops = [field.by_slot[s.slot] for s in sessions if s.slot in field.by_slot]
        if promoter.available[sessions[0].day] is not None and _undrivable(field, p, stops):
            yield Broken("cannot_drive", sessions[0], p)


def _undrivable(field: Field, promoter: str, stops: list[Opening]) -> bool:
    return field.route_minutes(field.promoters[promoter], stops) is None


def _of_locks(problem: PlanningProblem, plan: Plan) -> Iterator[Broken]:
    kept = {_lock_key(s) for s in plan}
    for s in problem.locked:
        if _lock_key(s) not in kept:
            yield Broken("lock_dropped", s, s.front)


def _lock_key(s: Session) -> tuple[object, ...]:
    return (tuple(sorted(s.promoters)), s.slot, s.module, tuple(sorted(s.crews)))
