"""A plan under construction: who is where, what each crew has had, and whether one more session fits."""

from __future__ import annotations

from collections.abc import Iterable

from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.problem import (
    Crew,
    Module,
    Plan,
    PlanningProblem,
    Promoter,
    Score,
    Session,
)


class Draft:
    """Sessions added one by one, with the indexes that answer "does this fit" quickly."""

    def __init__(self, field: Field, sessions: Iterable[Session] = ()) -> None:
        self.field = field
        self.sessions: list[Session] = []
        self.taken: set[tuple[str, int, str]] = set()
        self.met: set[tuple[str, int]] = set()
        self.rides: dict[tuple[str, int], str] = {}
        self.routes: dict[tuple[str, int], list[Opening]] = {}
        self.driving: dict[tuple[str, int], int] = {}
        self.had: dict[str, dict[str, int]] = {c: {h.module: h.cal for h in v.done} for c, v in field.crews.items()}
        for s in sessions:
            self.add(s)

    def add(self, s: Session) -> None:
        """Enters a session; the caller has made sure that it fits."""
        opening, field = self.field.by_slot[s.slot], self.field
        self.sessions.append(s)
        self.taken.add(s.slot)
        for c in s.crews:
            self.met.add((c, s.day))
            self.had[c][s.module] = field.cal[s.day]
        for p in s.promoters:
            route = self.routes.setdefault((p, s.day), [])
            route.append(opening)
            self.driving[p, s.day] = field.route_minutes(field.promoters[p], route) or 0
        if s.interpreter is not None:
            self.rides[s.interpreter, s.day] = s.promoter

    def extra_driving(self, promoter: Promoter, o: Opening) -> int | None:
        """Minutes more on the road when the opening joins the promoter's day, or None when it does not fit."""
        key = (promoter.id, o.day)
        total = self.field.route_minutes(promoter, [*self.routes.get(key, ()), o])
        return None if total is None else total - self.driving.get(key, 0)

    def obstacle(self, crew: Crew, module: Module, day: int) -> str | None:
        """Why the crew cannot take the module that day: "had", "prerequisite" or "sensitive_gap"; None when it can."""
        had, now = self.had[crew.id], self.field.cal[day]
        if module.id in had:
            return "had"
        for q in module.prereqs:
            if q not in had or had[q] > now - module.min_gap:
                return "prerequisite"
        if module.sensitive:
            gap, modules = self.field.problem.sensitive_gap, self.field.modules
            if any(abs(now - then) < gap and modules[m].sensitive for m, then in had.items()):
                return "sensitive_gap"
        return None

    def ready(self, crew: Crew, day: int) -> list[Module]:
        """Modules the crew could take that day, in curriculum order."""
        return [m for m in self.field.problem.modules if self.obstacle(crew, m, day) is None]

    def next_module(self, crew: Crew) -> Module | None:
        """The first module of the curriculum the crew lacks and has every prerequisite for."""
        had = self.had[crew.id]
        return next(
            (m for m in self.field.problem.modules if m.id not in had and all(q in had for q in m.prereqs)), None
        )


def in_order(plan: Iterable[Session]) -> Plan:
    """The plan by day, promoter, front and break: the same plan always reads the same."""
    return tuple(sorted(plan, key=lambda s: (s.day, s.promoter, s.front, s.break_id)))


def score(problem: PlanningProblem, plan: Plan, field: Field | None = None) -> Score:
    """P, T and counts of a plan that keeps the rules."""
    field = field or Field(problem)
    progress = 0
    stops: dict[tuple[str, int], list[Opening]] = {}
    for s in plan:
        progress += sum(field.modules[s.module].weight * field.crews[c].size for c in s.crews)
        for p in s.promoters:
            stops.setdefault((p, s.day), []).append(field.by_slot[s.slot])
    driving = sum(field.route_minutes(field.promoters[p], xs) or 0 for (p, _), xs in stops.items())
    return Score(progress, driving, len(plan))


def worth_of(field: Field, plan: Plan) -> int:
    """What the sessions are worth to the planner: progress with the crews' priorities."""
    return sum(field.worth(field.modules[s.module], field.crews[c]) for s in plan for c in s.crews)


Visit = tuple[str, int, str, str, str]


def visits(plan: Plan) -> dict[Visit, str]:
    """What people notice: (crew, day, front, break, promoter) -> module."""
    return {(c, s.day, s.front, s.break_id, s.promoter): s.module for s in plan for c in s.crews}
