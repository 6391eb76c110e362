"""What the solver's process does: exact solve, local search, bound, priced what-if, and the two steps of replanning."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from promoter_app.domain.planning.draft import in_order, visits
from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.json import Json, session_as_json
from promoter_app.domain.planning.problem import Plan
from promoter_app.planner.bound import LinearLimits, linear_bound
from promoter_app.planner.components import components, part_of
from promoter_app.planner.cpsat import Answer, Limits, solve_rows
from promoter_app.planner.hint import hint_of
from promoter_app.planner.model import Model, sessions_of
from promoter_app.planner.routes import day_routes
from promoter_app.planner.scope import (
    Scope,
    Wanted,
    Wishes,
    build_scope,
    everything,
    kept_scope,
)
from promoter_app.planner.search import Search, Tuning, value_of
from promoter_app.planner.task import Task

EXACT_ROUTES = 2_500
"""Day routes up to which one exact model is solved; above, local search of sub-models."""
EXACT_EFFORT = 4.0
"""Deterministic seconds (two or three of wall time each) after which local search takes over from the exact model."""
BOUND_ROUTES = 400_000
"""Day routes of a component above which no bound is promised."""
_WHAT_IF_CHANGE = 30
"""Minutes of driving a visit is worth when the price of one more is asked on a small problem."""
_TELL_EVERY = 0.25

Tell = Callable[[Json], None]


def run_task(task: Task, tell: Tell) -> None:
    """Does one job, telling incumbents ("plan"), bounds ("bound"), iterations, and "proven" as they come."""
    jobs = {"solve": _solve, "bound": _bound, "what_if": _what_if, "replan": _replan}
    jobs[task.kind](task, Reporter(tell, time.monotonic()))


@dataclass
class Reporter:
    """Sends plans, but not more often than somebody could look at them."""

    tell: Tell
    started: float
    last: float = 0.0

    def plan(self, plan: Plan, iteration: int, final: bool = False) -> None:
        """The best plan so far; skipped when one has just been sent, unless it is the last."""
        now = time.monotonic()
        pause = _TELL_EVERY * (1 + len(plan) // 500)
        if final or now - self.last >= pause:
            self.last = now
            self.tell({"plan": [session_as_json(s) for s in plan], "iteration": iteration})

    def seconds(self) -> float:
        """Wall seconds since the job began."""
        return time.monotonic() - self.started


def is_small(field: Field, wanted: Wanted) -> bool:
    """Whether one exact model can hold these promoter-days."""
    routes = 0
    for (p, day), openings in wanted.items():
        routes += len(day_routes(field, field.promoters[p], day, openings))
        if routes > EXACT_ROUTES:
            return False
    return True


# --- solving ---------------------------------------------------------------------------------------------------


def _solve(task: Task, report: Reporter) -> None:
    field = Field(task.problem)
    wanted = everything(field)
    plan, proven = task.plan, False
    if is_small(field, wanted):
        plan, proven = _solve_exactly(task, report, field, wanted)
    if not proven:
        promoters = [p.id for p in task.problem.promoters]
        search = Search(field, plan, promoters, Wishes(task.weights.progress), Random(task.seed), reach=wanted)
        _run_search(search, report, task.seconds, task.iterations)


def _solve_exactly(task: Task, report: Reporter, field: Field, wanted: Wanted) -> tuple[Plan, bool]:
    locked = frozenset(task.problem.locked)
    scope = build_scope(field, task.plan, locked, wanted, Wishes(task.weights.progress))
    model = Model(scope)
    offset = _offset(scope)
    known = 0

    def heard(values: list[int], bound: float) -> None:
        nonlocal known
        known += 1
        report.plan(_plan_of(scope, model, values), known)
        report.tell({"bound": int(bound) + offset})

    limits = Limits(EXACT_EFFORT, task.seconds, task.seed)
    answer = solve_rows(model.rows, limits, hint_of(model, task.plan), heard)
    if answer.values is None:
        return task.plan, False
    plan = _plan_of(scope, model, answer.values)
    report.plan(plan, known, final=True)
    report.tell({"bound": int(answer.bound + 1e-6) + offset, "proven": answer.proven})
    return plan, answer.proven


def _plan_of(scope: Scope, model: Model, values: list[int]) -> Plan:
    return in_order([*scope.outside, *sessions_of(model, values)])


def _run_search(search: Search, report: Reporter, seconds: float | None, iterations: int | None) -> None:
    n = 0
    while (iterations is None or n < iterations) and (seconds is None or report.seconds() < seconds):
        better = search.step()
        n += 1
        if better:
            report.plan(search.plan, n)
        report.tell({"iteration": n})
    report.plan(search.plan, n, final=True)


# --- bound -----------------------------------------------------------------------------------------------------


def _bound(task: Task, report: Reporter) -> None:
    """The sum over components of a linear bound on progress minus driving; nothing is told when one is missing."""
    fields = [Field(part_of(task.problem, promoters)) for promoters in components(Field(task.problem))]
    reaches = [everything(field) for field in fields]
    if any(_too_large(field, wanted) for field, wanted in zip(fields, reaches, strict=True)):
        return
    total = 0
    for field, wanted in zip(reversed(fields), reversed(reaches), strict=True):
        part = field.problem
        scope = build_scope(field, part.locked, frozenset(part.locked), wanted, Wishes(task.weights.progress))
        found = linear_bound(Model(scope, whole_groups=True).rows, LinearLimits(_left(task, report)))
        if found is None:
            return
        total += found + _offset(scope)
    report.tell({"bound": total})


def _left(task: Task, report: Reporter) -> float:
    """Wall seconds that are left."""
    return 600.0 if task.seconds is None else max(1.0, task.seconds - report.seconds())


def _too_large(field: Field, wanted: Wanted) -> bool:
    routes = 0
    for (p, day), openings in wanted.items():
        routes += len(day_routes(field, field.promoters[p], day, openings))
        if routes > BOUND_ROUTES:
            return True
    return False


def _offset(scope: Scope) -> int:
    """What the model leaves out of its objective: stops that stay, and sessions the cells do not hold."""
    field = scope.field
    outside = sum(field.worth(field.modules[s.module], field.crews[c]) for s in scope.outside for c in s.crews)
    return scope.wishes.progress * outside - scope.kept_minutes


# --- what if ---------------------------------------------------------------------------------------------------


def _what_if(task: Task, report: Reporter) -> None:
    """The best plan in which the demanded crew gets its module, near the present plan."""
    field = Field(task.problem)
    wanted = everything(field)
    small = is_small(field, wanted)
    change = _WHAT_IF_CHANGE if small else max(_WHAT_IF_CHANGE, task.weights.change)
    demands = () if task.demand is None else (task.demand,)
    wishes = Wishes(task.weights.progress, change, frozenset(visits(task.old)), demands)
    best: tuple[int, Plan] | None = None
    proven = small
    for window in [wanted] if small else _windows(field, task, wanted):
        left = None if task.seconds is None else task.seconds - report.seconds()
        if best is not None and left is not None and left <= 0:
            break
        thin = None if small else (150, Random(task.seed))
        start = task.plan if small else task.old
        scope = build_scope(field, start, frozenset(task.problem.locked), window, wishes, thin)
        model = Model(scope)
        heard = _teller(report, scope, model) if small else None
        answer = solve_rows(model.rows, Limits(3.0, left, task.seed), hint_of(model, start), heard)
        proven = proven and answer.proven
        if answer.values is not None:
            plan = _plan_of(scope, model, answer.values)
            value = value_of(field, plan, wishes)
            best = (value, plan) if best is None or value > best[0] else best
    if best is not None:
        report.plan(best[1], 1, final=True)
        report.tell({"proven": proven})


def _teller(report: Reporter, scope: Scope, model: Model) -> Callable[[list[int], float], None]:
    def heard(values: list[int], _: float) -> None:
        report.plan(_plan_of(scope, model, values), 1)

    return heard


def _windows(field: Field, task: Task, wanted: Wanted) -> list[Wanted]:
    """The four nearest promoters in windows of three days, where one of them can reach the crew."""
    crew = field.crews[task.demand[0] if task.demand else ""]
    found: list[Wanted] = []
    for first in range(field.problem.today, len(field.cal), 3):
        days = [d for d in range(first, min(first + 3, len(field.cal))) if d <= crew.last_day]
        fronts = {crew.front_by_day[d] for d in days}
        far: dict[str, int] = {}
        for p in field.promoters:
            for o in (o for d in days for o in wanted.get((p, d), ()) if o.front in fronts):
                far[p] = min(far.get(p, 10**6), field.minutes(field.homes[p], o.place))
        near = sorted(far, key=lambda p, far=far: (far[p], p))[:4]  # type: ignore[misc]
        window = {(p, d): _closest(field, p, wanted[p, d], fronts) for p in near for d in days if (p, d) in wanted}
        if window:
            found.append(window)
    return found


def _closest(field: Field, promoter: str, openings: list[Opening], fronts: set[str]) -> list[Opening]:
    home = field.homes[promoter]
    ranked = sorted(openings, key=lambda o: (o.front not in fronts, field.minutes(home, o.place), o.front))
    return ranked[:16]


# --- replanning ------------------------------------------------------------------------------------------------


def _replan(task: Task, report: Reporter) -> None:
    """Step 1 keeps every visit and decides again which module is given there; step 2 repairs locally when asked to."""
    field = Field(task.problem)
    old = frozenset(visits(task.old))
    wanted = everything(field)
    progress = task.weights.progress
    improve = task.iterations or 0
    if is_small(field, wanted):
        change = task.weights.change if improve else _above_everything(field, progress)
        plan, proven = _replan_exactly(task, field, wanted, Wishes(progress, change, old))
        report.plan(plan, 1, final=True)
        report.tell({"proven": proven})
        return
    wishes = Wishes(progress, _above_everything(field, progress), old)
    scope = kept_scope(field, task.old, task.plan, frozenset(task.problem.locked), wishes)
    model = Model(scope)
    answer = solve_rows(model.rows, Limits(5.0, task.seconds, task.seed), hint_of(model, task.plan))
    plan = task.plan if answer.values is None else _plan_of(scope, model, answer.values)
    report.plan(plan, 0, final=True)
    if improve:
        _repair(task, report, field, plan, Wishes(progress, task.weights.change, old))


def _replan_exactly(task: Task, field: Field, wanted: Wanted, wishes: Wishes) -> tuple[Plan, bool]:
    scope = build_scope(field, task.plan, frozenset(task.problem.locked), wanted, wishes)
    model = Model(scope)
    answer: Answer = solve_rows(
        model.rows, Limits(EXACT_EFFORT, task.seconds, task.seed), hint_of(model, task.plan)
    )
    if answer.values is None:
        return task.plan, False
    return _plan_of(scope, model, answer.values), answer.proven


def _above_everything(field: Field, progress: int) -> int:
    """A price of a lost visit no gain in progress can outweigh."""
    most = max((m.weight for m in field.problem.modules), default=0)
    return 1 + progress * sum(c.size * c.priority // 100 + 1 for c in field.problem.crews) * most


def _repair(task: Task, report: Reporter, field: Field, plan: Plan, wishes: Wishes) -> None:
    promoters = [p.id for p in task.problem.promoters]
    search = Search(field, plan, promoters, wishes, Random(task.seed), Tuning(shapes=((3, 3),)), task.touched)
    _run_search(search, report, task.seconds, task.iterations)

