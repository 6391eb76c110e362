"""Proposals: they keep every rule, beat the greedy plan, know how good they are, and survive solvers that fail."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.greedy import greedy_plan
from promoter_app.domain.planning.json import plan_as_json, sessions_as_json
from promoter_app.domain.planning.parse import problem_from_json
from promoter_app.domain.planning.problem import Progress, Proposal
from promoter_app.planner import solve
from tests.planner import brute
from tests.planner.field_generator import problem
from tests.planner.plan_checker import faults, totals

LONG_SIZES = ["tiny"] * 90 + ["small"] * 90 + ["week"] * 70 + ["office"] * 40 + ["region"] * 10


def solved(made: dict[str, Any], **how: Any) -> Proposal:
    return solve(problem_from_json(made), **{"seconds": None, "iterations": 3, **how})


def value(made: dict[str, Any], plan: dict[str, Any]) -> int:
    progress, driving = totals(made, plan)
    return 2 * progress - driving


def assert_sound(made: dict[str, Any], proposal: Proposal) -> None:
    """No broken rule, no worse than greedy, figures that a second opinion confirms."""
    answer = json.loads(plan_as_json(proposal))
    assert faults(made, answer) == []
    assert totals(made, answer) == (answer["progress"], answer["driving"])
    field = Field(problem_from_json(made))
    greedy = sessions_as_json(greedy_plan(field, field.problem.locked))
    assert faults(made, greedy) == []
    if all(c.get("priority", 100) == 100 for c in made["crews"]):
        assert value(made, answer) >= value(made, greedy)
        assert proposal.bound is None or proposal.bound >= proposal.score.progress
    assert all(s["reason"] for s in answer["sessions"])
    missing = {c["id"] for c in made["crews"]} - {c for s in answer["sessions"] for c in s["crews"]}
    assert {r["crew"] for r in answer["refused"]} <= missing
    assert all(r["reason"] for r in answer["refused"])


@pytest.mark.parametrize(("size", "seed"), [("tiny", n) for n in range(6)] + [("small", n) for n in range(6)])
def test_small_plans_keep_the_rules(size: str, seed: int) -> None:
    made = problem(size, seed)
    assert_sound(made, solved(made))


@pytest.mark.parametrize("seed", range(3))
def test_weeks_are_proven(seed: int) -> None:
    made = problem("week", seed)
    proposal = solved(made)
    assert_sound(made, proposal)
    assert proposal.proven
    assert proposal.how == "solver"
    assert proposal.gap == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("seed", range(2))
def test_an_office_improves_on_greedy(seed: int) -> None:
    made = problem("office", seed)
    proposal = solved(made)
    assert_sound(made, proposal)
    assert proposal.how == "solver"


@pytest.mark.long
@pytest.mark.parametrize(("seed", "size"), list(enumerate(LONG_SIZES)))
def test_three_hundred_plans_keep_the_rules(seed: int, size: str) -> None:
    made = problem(size, 1000 + seed)
    assert_sound(made, solved(made, seconds=20.0))


@pytest.mark.parametrize("seed", [0, 2, 4, 6])
def test_nothing_better_exists_on_tiny_problems(seed: int) -> None:
    made = problem("speck", seed, odd=False)
    proposal = solved(made)
    assert proposal.proven
    assert value(made, json.loads(plan_as_json(proposal))) == brute.best_value(made)


def test_same_seed_same_plan() -> None:
    made = problem("office", 5)
    one, two = solved(made, seed=7), solved(made, seed=7)
    assert one.plan == two.plan
    assert one.how == "solver"


def test_the_bound_of_an_office_holds_for_its_plan() -> None:
    made = problem("office", 1, odd=False)
    proposal = solved(made, seconds=120.0, iterations=2)
    assert proposal.bound is not None
    assert proposal.gap is not None
    assert proposal.bound >= proposal.score.progress
    assert proposal.gap >= 0


def test_progress_begins_with_greedy_and_only_rises() -> None:
    made = problem("week", 2, odd=False)
    heard: list[Progress] = []
    proposal = solved(made, on_progress=heard.append)
    values = [2 * p.score.progress - p.score.driving for p in heard]
    assert values == sorted(values)
    assert heard[0].iteration == 0
    assert heard[-1].plan == proposal.plan


def test_stopping_keeps_the_best_plan_so_far() -> None:
    made = problem("office", 3)
    heard: list[Progress] = []
    proposal = solved(made, iterations=None, seconds=60.0, on_progress=heard.append, should_stop=lambda: len(heard) > 2)
    assert_sound(made, proposal)
    assert proposal.plan == heard[-1].plan
    assert proposal.seconds < 60
    assert any("detuvo" in n.es for n in proposal.notes)


def test_locked_sessions_stay() -> None:
    made = problem("week", 3, odd=False)
    first = json.loads(plan_as_json(solved(made)))
    keep = [{k: s[k] for k in ("promoter", "day", "front", "break", "module", "crews", "interpreter")}
            for s in first["sessions"] if s["day"] == 0]  # fmt: skip
    feast = {"scope": "all", "id": None, "day": 2, "reason": "feast"}
    again = {**made, "locked": keep, "closures": [*made["closures"], feast]}
    proposal = solved(again)
    assert_sound(again, proposal)
    assert keep


FAKES = {
    "missing": "print('{\"missing\": true}'); raise SystemExit(3)",
    "crash": "raise SystemExit(9)",
    "liar": "import sys, json; t = json.loads(sys.stdin.readline());"
    "s = dict(t['plan']['sessions'][0]); print(json.dumps({'plan': t['plan']['sessions'] + [s]}));"
    "print('{\"proven\": true}')",
}


@pytest.mark.parametrize(
    ("kind", "words"), [("missing", "Falta el programa"), ("crash", "se detuvo"), ("liar", "se detuvo")]
)
def test_without_a_good_solver_the_greedy_plan_stands(kind: str, words: str) -> None:
    made = problem("small", 2)
    proposal = solved(made, command=[sys.executable, "-c", FAKES[kind]])
    assert_sound(made, proposal)
    assert proposal.how == "greedy"
    assert not proposal.proven
    assert any(words in n.es for n in proposal.notes)


@pytest.mark.parametrize(
    ("empty", "words"), [("crews", "cuadrillas"), ("promoters", "promotoras"), ("modules", "temas")]
)
def test_empty_problems_give_sentences(empty: str, words: str) -> None:
    made = problem("tiny", 1)
    made[empty] = []
    if empty == "modules":
        made["crews"] = [{**c, "done": []} for c in made["crews"]]
    proposal = solved(made)
    assert proposal.plan == ()
    assert any(words in n.es for n in proposal.notes)


def test_no_days_at_all() -> None:
    made = problem("tiny", 1)
    made |= {"days": [], "closures": [], "travel": []}
    made["crews"] = [{**c, "front_by_day": [], "last_day": -1} for c in made["crews"]]
    made["promoters"] = [{**p, "available": []} for p in made["promoters"]]
    made["fronts"] = [{**f, "positions": [], "breaks": []} for f in made["fronts"]]
    proposal = solved(made)
    assert proposal.plan == ()
    assert any("días" in n.es for n in proposal.notes)


def test_locks_that_clash_are_named_and_left_out() -> None:
    made = problem("small", 1, odd=False)
    session = json.loads(plan_as_json(solved(made)))["sessions"][0]
    lock = {k: session[k] for k in ("promoter", "day", "front", "break", "module", "crews", "interpreter")}
    made["closures"].append({"scope": "all", "id": None, "day": lock["day"], "reason": "feast"})
    proposal = solved({**made, "locked": [lock]})
    assert_sound(made, proposal)
    assert any("sesión fija" in n.es and "cerrado" in n.es for n in proposal.notes)
