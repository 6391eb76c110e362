"""Why not this crew: every fix that is named opens the door, and the price of letting one in is a real plan."""

from __future__ import annotations

import json
from typing import Any

import pytest

from promoter_app.domain.planning.fixes import apply_fix
from promoter_app.domain.planning.json import problem_as_json, sessions_as_json
from promoter_app.domain.planning.parse import problem_from_json
from promoter_app.domain.planning.problem import PlanningProblem, Refused
from promoter_app.planner import solve, what_if
from tests.planner.field_generator import problem
from tests.planner.plan_checker import faults

SWAPS = {"busy", "taken", "interpreter_busy", "possible"}


def refusals(made: dict[str, Any]) -> tuple[PlanningProblem, Any, tuple[Refused, ...]]:
    asked = problem_from_json(made)
    proposal = solve(asked, iterations=4)
    return asked, proposal.plan, proposal.refused


def assert_opens(asked: PlanningProblem, plan: Any, refused: Refused) -> None:
    """With the fix made, a plan that keeps the rules gives the crew its module."""
    assert refused.fix is not None
    changed = apply_fix(asked, refused.fix)
    answer = what_if(changed, plan, refused.crew, refused.module)
    assert answer.plan is not None, (refused.crew, refused.fix)
    told = json.loads(json.dumps([problem_as_json(changed), sessions_as_json(answer.plan)]))
    assert faults(*told) == []
    assert any(refused.crew in s.crews and s.module == refused.module for s in answer.plan)
    assert refused.crew in {c for s in answer.plan for c in s.crews}


@pytest.mark.parametrize(("size", "seed"), [("tiny", 3), ("small", 0), ("week", 1)])
def test_every_fix_lets_the_crew_in(size: str, seed: int) -> None:
    asked, plan, refused = refusals(problem(size, seed))
    for r in [r for r in refused if r.fix is not None][:6]:
        assert_opens(asked, plan, r)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("size", ["tiny", "small", "week", "office"])
def test_every_fix_of_many_problems_lets_the_crew_in(size: str, seed: int) -> None:
    asked, plan, refused = refusals(problem(size, 500 + seed))
    for r in refused:
        if r.fix is not None:
            assert_opens(asked, plan, r)


@pytest.mark.parametrize("seed", [0, 2])
def test_reasons_agree_with_what_is_possible(seed: int) -> None:
    """"Others were worth more" exactly when some plan could hold the crew."""
    asked, plan, refused = refusals(problem("small", seed, odd=False))
    for r in refused:
        answer = what_if(asked, plan, r.crew, r.module)
        assert (answer.plan is not None) == (r.reason.code in SWAPS), r


def test_the_price_is_the_difference_between_two_plans() -> None:
    asked, plan, refused = refusals(problem("week", 2, odd=False))
    r = next(r for r in refused if r.reason.code in SWAPS)
    answer = what_if(asked, plan, r.crew, seconds=300)
    assert answer.session is not None
    assert r.crew in answer.session.crews
    assert answer.proven
    assert any(c.crew == r.crew and c.kind == "new" for c in answer.changes)
    assert f"{answer.driving:+d} min" in answer.sentence().es


def test_a_crew_that_has_everything_is_not_asked_for() -> None:
    made = problem("tiny", 4)
    made["crews"][0]["done"] = [{"module": m["id"], "cal": -9} for m in made["modules"]]
    asked, plan, refused = refusals(made)
    assert made["crews"][0]["id"] not in {r.crew for r in refused}
    assert what_if(asked, plan, made["crews"][0]["id"]).plan is None
