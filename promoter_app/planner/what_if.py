"""The price of letting one crew in: the best plan near the present one that holds it, and the difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from promoter_app.domain.planning.changes import Change, changes
from promoter_app.domain.planning.draft import Draft, in_order, score
from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.greedy import Groups, greedy_plan
from promoter_app.domain.planning.locks import what_still_stands, without_clashing_locks
from promoter_app.domain.planning.problem import Plan, PlanningProblem, Session, Weights
from promoter_app.domain.refusal import Sentence
from promoter_app.planner.asking import ask
from promoter_app.planner.task import Task

_GRACE = 0.5
"""Seconds past its time after which the process is ended and its last word stands."""


@dataclass(frozen=True)
class WhatIf:
    """The answer: the new plan (None: no plan can hold the session), what changes, and the differences in P and T."""

    plan: Plan | None
    session: Session | None
    changes: tuple[Change, ...]
    progress: int
    driving: int
    proven: bool
    seconds: float

    def sentence(self, names: dict[str, str] | None = None) -> Sentence:
        """"Fits on ... at ...; n visits change; minutes of driving; progress"."""
        s = self.session
        if s is None:
            return Sentence("No cabe en ningún plan con estos datos.", "No plan with these data can hold it.")
        front = (names or {}).get(s.front, s.front)
        others = sum(c.kind in ("lost", "moved") for c in self.changes)
        return Sentence(
            f"Cabe el día {s.day + 1} en {front} ({s.break_id}); cambian {others} visitas, "
            f"{self.driving:+d} min de manejo, avance {self.progress:+d}.",
            f"It fits on day {s.day + 1} at {front} ({s.break_id}); {others} visits change, "
            f"{self.driving:+d} min of driving, progress {self.progress:+d}.",
        )


def what_if(
    problem: PlanningProblem,
    plan: Plan,
    crew: str,
    module: str | None = None,
    *,
    seconds: float = 1.2,
    seed: int = 1,
    should_stop: Callable[[], bool] = lambda: False,
    weights: Weights | None = None,
    command: Sequence[str] | None = None,
) -> WhatIf:
    """What it would cost to give `crew` its next module (or `module`). `plan` must keep the rules of `problem`.

    The solver may think for `seconds` of wall time; it is shown to be the cheapest way only when `proven`.
    """
    problem, _ = without_clashing_locks(problem)
    field = Field(problem)
    draft = Draft(field, plan)
    wanted = field.modules[module] if module else draft.next_module(field.crews[crew])
    if wanted is None:
        return WhatIf(None, None, (), 0, 0, False, 0.0)
    start = _by_hand(field, plan, crew, wanted.id)
    goal = (crew, wanted.id)
    task = Task("what_if", problem, start or plan, weights or Weights(), seed, seconds, old=plan, demand=goal)
    reply = ask(task, field, should_stop, command, most=seconds + _GRACE)
    found = reply.plan or start
    if found is None:
        return WhatIf(None, None, (), 0, 0, False, reply.seconds)
    before, after = score(problem, plan, field), score(problem, found, field)
    return WhatIf(
        found,
        next((s for s in found if crew in s.crews and s.module == wanted.id), None),
        changes(plan, found),
        after.progress - before.progress,
        after.driving - before.driving,
        reply.proven,
        reply.seconds,
    )


def _by_hand(field: Field, plan: Plan, crew: str, module: str) -> Plan | None:
    """Where the solver starts, and the answer without one: the session, then what still stands, then greedy filling."""
    locked = field.problem.locked
    for day in range(field.problem.today, len(field.cal)):
        draft = Draft(field, locked)
        here = [o for o in field.openings[day] if o.front == field.crews[crew].front_by_day[day]]
        for p in field.problem.promoters:
            for s in Groups(draft, day).sessions_for(p, here, crew, module):
                return in_order(greedy_plan(field, what_still_stands(field, plan, (*locked, s))))
    return None
