"""What a new plan changes for people: visits that stay, go, come, or teach another module."""

from __future__ import annotations

from dataclasses import dataclass, replace

from promoter_app.domain.planning.draft import Visit, visits
from promoter_app.domain.planning.problem import Closure, Held, Plan, PlanningProblem, Session


@dataclass(frozen=True)
class Change:
    """One crew's visit before and after (None: there was none, there is none now) with its module."""

    crew: str
    before: Visit | None
    before_module: str | None
    after: Visit | None
    after_module: str | None

    @property
    def kind(self) -> str:
        """"moved", "lost", "new" or "other_module"."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "lost"
        return "other_module" if self.before == self.after else "moved"


def changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Every visit that is not the same in both plans. A lost and a new visit of one crew are shown as one move."""
    a, b = visits(old), visits(new)
    found = [Change(v[0], v, a[v], v, b[v]) for v in sorted(a) if v in b and a[v] != b[v]]
    gone = [v for v in sorted(a) if v not in b]
    come: dict[str, list[Visit]] = {}
    for v in sorted(b):
        if v not in a:
            come.setdefault(v[0], []).append(v)
    for v in gone:
        to = come[v[0]].pop(0) if come.get(v[0]) else None
        found.append(Change(v[0], v, a[v], to, None if to is None else b[to]))
    found += [Change(c, None, None, v, b[v]) for c, vs in come.items() for v in vs]
    return tuple(sorted(found, key=lambda c: (c.crew, (c.before or c.after or ("", 0))[1])))


@dataclass(frozen=True)
class Happened:
    """What fell through, on day index `today`: sessions not held, promoters off, new closures.

    `frozen_days`: sessions of today and the next days that still stand are kept as they are.
    """

    today: int = 0
    missed: tuple[Session, ...] = ()
    off: tuple[tuple[str, int], ...] = ()
    closures: tuple[Closure, ...] = ()
    frozen_days: int = 0


def after_what_happened(problem: PlanningProblem, plan: Plan, happened: Happened) -> tuple[PlanningProblem, Plan]:
    """The problem as it is now and what is left of the plan: past sessions held are history, `missed` ones are not."""
    today = max(problem.today, happened.today)
    missed = set(happened.missed)
    held: dict[str, list[Held]] = {}
    for s in plan:
        if s.day < today and s not in missed:
            for c in s.crews:
                held.setdefault(c, []).append(Held(s.module, problem.days[s.day].cal))
    off = set(happened.off)
    now = replace(
        problem,
        today=today,
        crews=tuple(replace(c, done=(*c.done, *_new(c.done, held.get(c.id, ())))) for c in problem.crews),
        promoters=tuple(
            replace(p, available=tuple(None if (p.id, d) in off else h for d, h in enumerate(p.available)))
            for p in problem.promoters
        ),
        closures=(*problem.closures, *happened.closures),
        locked=tuple(s for s in problem.locked if s.day >= today and s not in missed),
    )
    return now, tuple(s for s in plan if s.day >= today and s not in missed)


def _new(done: tuple[Held, ...], more: list[Held] | tuple[Held, ...]) -> list[Held]:
    known = {h.module for h in done}
    return [h for h in more if h.module not in known]
