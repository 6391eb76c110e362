"""Planning again: as few visits lost as there can be, everything else in place."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from promoter_app.domain.planning.changes import Happened, after_what_happened, changes
from promoter_app.domain.planning.draft import visits
from promoter_app.domain.planning.json import problem_as_json, sessions_as_json
from promoter_app.domain.planning.parse import problem_from_json
from promoter_app.planner import Replanned, replan, solve
from tests.planner import brute
from tests.planner.field_generator import problem
from tests.planner.plan_checker import faults, totals


def trouble(made: dict[str, Any], seed: int, today: int = 1) -> Replanned:
    """A plan of which yesterday's first session did not happen and one promoter is ill today."""
    asked = problem_from_json(made)
    plan = solve(asked, iterations=2).plan
    r = random.Random(seed)
    past = [s for s in plan if s.day < today]
    missed = tuple(r.sample(past, 1)) if past else ()
    off = ((r.choice(asked.promoters).id, today),) if len(asked.promoters) > 1 else ()
    return replan(asked, plan, Happened(today, missed, off))


def as_json(result: Replanned) -> tuple[dict[str, Any], dict[str, Any]]:
    told = json.loads(json.dumps([problem_as_json(result.problem), sessions_as_json(result.proposal.plan)]))
    return told[0], told[1]


@pytest.mark.parametrize("seed", range(4))
def test_tiny_problems_lose_the_fewest_visits_there_can_be(seed: int) -> None:
    result = trouble(problem("speck", seed, odd=False), seed)
    now, plan = as_json(result)
    assert faults(now, plan) == []
    kept = sum(v in visits(result.proposal.plan) for v in visits(result.old))
    most = brute.most_visits_kept({**now, "today": 1}, sessions_as_json(result.old)["sessions"])  # type: ignore[arg-type]
    assert kept == most
    assert result.lost == len(visits(result.old)) - most


@pytest.mark.parametrize(("size", "seed"), [("week", 4), ("office", 2)])
def test_most_of_the_plan_stays(size: str, seed: int) -> None:
    result = trouble(problem(size, seed), seed, today=2)
    now, plan = as_json(result)
    assert faults(now, plan) == []
    before = totals(now, json.loads(json.dumps(sessions_as_json(result.old))))[0]
    cancelled = sum(now["promoters"][n]["available"][2] is None and s.day == 2
                    for n, p in enumerate(now["promoters"]) for s in result.old if s.promoter == p["id"]
                    for _ in s.crews)  # fmt: skip
    assert result.lost <= cancelled + 5
    assert totals(now, plan)[0] >= 0.8 * before
    told = {(c.crew, c.kind) for c in result.changes}
    assert ("lost" in {k for _, k in told} or "moved" in {k for _, k in told}) == (result.lost > 0)


def test_local_repair_keeps_the_rules() -> None:
    made = problem("office", 4)
    asked = problem_from_json(made)
    plan = solve(asked, iterations=2).plan
    happened = Happened(today=2, missed=tuple(s for s in plan if s.day == 1)[:2])
    kept, repaired = replan(asked, plan, happened), replan(asked, plan, happened, improve=4)
    for result in (kept, repaired):
        now, told = as_json(result)
        assert faults(now, told) == []
    assert repaired.proposal.score.progress >= kept.proposal.score.progress - 1 or repaired.lost <= kept.lost


def test_frozen_days_do_not_move() -> None:
    asked = problem_from_json(problem("week", 5, odd=False))
    plan = solve(asked, iterations=2).plan
    result = replan(asked, plan, Happened(today=1, frozen_days=2))
    soon = [s for s in plan if s.day in (1, 2)]
    assert soon
    assert set(soon) <= set(result.proposal.plan)


def test_nothing_happened_nothing_changes_for_people() -> None:
    asked = problem_from_json(problem("week", 6))
    plan = solve(asked, iterations=2).plan
    result = replan(asked, plan)
    assert result.lost == 0
    assert all(c.kind in ("other_module", "new") for c in result.changes)


def test_what_was_held_is_history_and_what_was_missed_is_not() -> None:
    asked = problem_from_json(problem("week", 7, odd=False))
    plan = solve(asked, iterations=2).plan
    first, *others = [s for s in plan if s.day == 0]
    now, rest = after_what_happened(asked, plan, Happened(today=1, missed=(first,)))
    had = {c.id: {h.module for h in c.done} for c in now.crews}
    assert all(first.module not in had[c] for c in first.crews)
    assert all(s.module in had[c] for s in others for c in s.crews)
    assert all(s.day >= 1 for s in rest)


def test_the_same_plan_has_no_changes() -> None:
    asked = problem_from_json(problem("small", 3))
    plan = solve(asked, iterations=2).plan
    assert changes(plan, plan) == ()
