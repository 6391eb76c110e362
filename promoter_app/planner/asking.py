"""One question to the solver's process and its last plan, checked; the plan at hand stands when no answer comes."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.parse import plan_from_json
from promoter_app.domain.planning.problem import Plan
from promoter_app.domain.planning.rules import broken_rules
from promoter_app.planner.process import News, Team
from promoter_app.planner.task import Task


@dataclass(frozen=True)
class Reply:
    """The last valid plan (None: none came), whether it was proven best, whether the solver is missing, seconds."""

    plan: Plan | None
    proven: bool
    missing: bool
    seconds: float


def ask(
    task: Task, field: Field, should_stop: Callable[[], bool], command: Sequence[str] | None, most: float = 60.0
) -> Reply:
    """Runs one task to its end, a stop, or `most` seconds."""
    started = time.monotonic()
    plan: Plan | None = None
    proven = missing = False

    def over() -> bool:
        return should_stop() or time.monotonic() - started > most

    with Team([task], command) as team:
        for _, told in itertools.chain(team.news(over), _farewell(team)):
            missing = missing or "missing" in told
            proven = told.get("proven") is True or proven
            if "plan" in told:
                heard = plan_from_json({"sessions": told["plan"]}, task.problem)
                if not broken_rules(task.problem, heard, field):
                    plan = heard
    return Reply(plan, proven and plan is not None, missing, time.monotonic() - started)


def _farewell(team: Team) -> Iterator[News]:
    """Ends the process only when the news before are used up, and gives what it told last."""
    yield from team.end()
