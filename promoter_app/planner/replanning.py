"""Planning again with least change: keep every visit and decide modules again; local repair only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from promoter_app.domain.planning.changes import Change, Happened, after_what_happened, changes
from promoter_app.domain.planning.draft import in_order, score, visits
from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.funnel import left_out
from promoter_app.domain.planning.locks import clash_sentence, what_still_stands, without_clashing_locks
from promoter_app.domain.planning.problem import Plan, PlanningProblem, Proposal, Weights
from promoter_app.domain.planning.reasons import placements
from promoter_app.domain.refusal import Sentence
from promoter_app.planner.asking import Reply, ask
from promoter_app.planner.proposing import CRASHED, MISSING, STOPPED
from promoter_app.planner.task import Task


@dataclass(frozen=True)
class Replanned:
    """The new proposal, what was left of the old plan, and every visit that changes."""

    proposal: Proposal
    old: Plan
    changes: tuple[Change, ...]
    problem: PlanningProblem

    @property
    def lost(self) -> int:
        """Old visits that no longer happen as they were."""
        return sum(v not in visits(self.proposal.plan) for v in visits(self.old))


def replan(
    problem: PlanningProblem,
    old_plan: Plan,
    happened: Happened | None = None,
    *,
    improve: int = 0,
    seconds: float | None = None,
    seed: int = 1,
    should_stop: Callable[[], bool] = lambda: False,
    weights: Weights | None = None,
    command: Sequence[str] | None = None,
) -> Replanned:
    """The rest of the plan after what `happened`, with the fewest visits lost, then the most progress.

    `improve` = steps of local repair that may move visits worth it (`Weights.change` minutes each); 0 keeps every
    visit that can be kept. A change somebody refuses becomes a lock of the problem, and one asks again.
    """
    now, rest = after_what_happened(problem, old_plan, happened or Happened())
    field = Field(replace(now, locked=()))
    now = replace(now, locked=(*now.locked, *_frozen(field, now, rest, (happened or Happened()).frozen_days)))
    now, clashes = without_clashing_locks(now)
    field = Field(now)
    base = what_still_stands(field, rest, now.locked)
    task = Task(
        "replan", now, in_order(base), weights or Weights(), seed, seconds, improve, rest, touched=_touched(rest, base)
    )
    reply = ask(task, field, should_stop, command)
    notes = [clash_sentence(c) for c in clashes]
    if reply.missing or reply.plan is None:
        notes.append(MISSING if reply.missing else STOPPED if should_stop() else CRASHED)
    return _replanned(field, rest, in_order(base) if reply.plan is None else reply.plan, reply, notes)


def _replanned(field: Field, rest: Plan, plan: Plan, reply: Reply, notes: list[Sentence]) -> Replanned:
    proposal = Proposal(
        placements=placements(field, plan),
        refused=left_out(field, plan),
        score=score(field.problem, plan, field),
        bound=None,
        gap=None,
        proven=reply.proven,
        seconds=reply.seconds,
        how="greedy" if reply.plan is None else "solver",
        notes=tuple(notes),
    )
    return Replanned(proposal, rest, changes(rest, plan), field.problem)


def _frozen(field: Field, now: PlanningProblem, rest: Plan, days: int) -> Plan:
    """Sessions of the next `days` that still stand exactly as they were, and are not locked already."""
    kept = what_still_stands(field, tuple(s for s in rest if s.day < now.today + days), ())
    return tuple(s for s in kept if s in rest and s not in now.locked)


def _touched(rest: Plan, base: Plan) -> tuple[str, ...]:
    """Promoters who lost something: repair begins around them."""
    standing = {v: 1 for v in visits(base)}
    return tuple(sorted({s.promoter for s in rest for v in visits((s,)) if v not in standing}))
