"""Stop and use what there is: the last plan told stands, and no child is waited for, however stuck."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.planning.json import sessions_as_json
from promoter_app.domain.planning.parse import problem_from_json
from promoter_app.domain.planning.problem import Plan, Progress, Proposal
from promoter_app.planner import replan, solve
from tests.planner.field_generator import problem
from tests.planner.plan_checker import faults

STUCK = """
import json, pathlib, signal, sys, threading
told, mark = sys.argv[1:]
signal.signal(signal.SIGTERM, signal.SIG_IGN)
task = json.loads(sys.stdin.readline())
print(told, flush=True)
if task["kind"] != "bound":
    pathlib.Path(mark).touch()
threading.Event().wait()
"""
DEAF = "import pathlib, sys, threading; pathlib.Path(sys.argv[1]).touch(); threading.Event().wait()"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return problem("week", 1, odd=False)


@pytest.fixture(scope="module")
def best(made: dict[str, Any]) -> Plan:
    return solve(problem_from_json(made), iterations=1).plan


def stopped_with(made: dict[str, Any], mark: Path, *command: str, after: int = 0) -> tuple[Proposal, list[Progress]]:
    """A plan asked of that child for an hour and stopped once it has left its mark and `after` plans were heard."""
    heard: list[Progress] = []

    def wish() -> bool:
        return mark.exists() and len(heard) > after

    asked = problem_from_json(made)
    return solve(asked, seconds=3600, on_progress=heard.append, should_stop=wish, command=[*command]), heard


def test_a_stuck_child_is_not_waited_for_and_its_last_plan_stands(
    made: dict[str, Any], best: Plan, tmp_path: Path
) -> None:
    told = json.dumps({"plan": sessions_as_json(best)["sessions"]})
    mark = tmp_path / "mark"
    proposal, heard = stopped_with(made, mark, sys.executable, "-c", STUCK, told, str(mark))
    assert proposal.plan == best
    assert proposal.score.progress > heard[0].score.progress
    assert faults(made, json.loads(json.dumps(sessions_as_json(proposal.plan)))) == []
    assert proposal.seconds < 3600
    assert [n.en for n in proposal.notes] == ["It was stopped before the end; this is the best plan up to then."]


def test_a_child_that_never_listens_leaves_the_first_plan(made: dict[str, Any], tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    proposal, heard = stopped_with(made, mark, sys.executable, "-c", DEAF, str(mark))
    assert proposal.plan == heard[0].plan
    assert proposal.how == "greedy"
    assert proposal.refused == () or all(r.reason for r in proposal.refused)


def test_planning_again_stops_too_and_keeps_what_was_told(made: dict[str, Any], best: Plan, tmp_path: Path) -> None:
    told = json.dumps({"plan": sessions_as_json(best[:-1])["sessions"]})
    mark = tmp_path / "mark"
    command = [sys.executable, "-c", STUCK, told, str(mark)]
    result = replan(problem_from_json(made), best, should_stop=mark.exists, command=command)
    assert result.proposal.plan == best[:-1]
