"""What the solver's process is asked: one JSON object in, JSON lines out. Both ends of the pipe read it here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from promoter_app.domain.planning.json import problem_as_json, sessions_as_json
from promoter_app.domain.planning.parse import plan_from_json, problem_from_json
from promoter_app.domain.planning.problem import Plan, PlanningProblem, Weights
from promoter_app.domain.planning.reader import Node


@dataclass(frozen=True)
class Task:
    """One job: `kind` is "solve", "bound", "what_if" or "replan".

    `plan` is where the search starts; `old` holds the visits people know of; `demand` is (crew, module) that must
    happen; `iterations` counts sub-models (None = until `seconds` are over); `local` are the steps of local repair.
    """

    kind: str
    problem: PlanningProblem
    plan: Plan
    weights: Weights
    seed: int = 1
    seconds: float | None = None
    iterations: int | None = None
    old: Plan = ()
    demand: tuple[str, str] | None = None
    touched: tuple[str, ...] = ()
    options: Mapping[str, int] = field(default_factory=dict)


def task_as_line(task: Task) -> str:
    """The task as one line of JSON."""
    told = {
        "kind": task.kind,
        "problem": problem_as_json(task.problem),
        "plan": sessions_as_json(task.plan),
        "old": sessions_as_json(task.old),
        "weights": asdict(task.weights),
        "seed": task.seed,
        "seconds": task.seconds,
        "iterations": task.iterations,
        "demand": task.demand,
        "touched": task.touched,
        "options": dict(task.options),
    }
    return json.dumps(told, separators=(",", ":"))


def task_from_line(line: str) -> Task:
    """The task written in `line`; raises `Refusal` when it is not one."""
    root = Node(json.loads(line), "task")
    problem = problem_from_json(root.get("problem").value)
    weights, demand = root.get("weights"), root.get("demand")
    seconds, iterations = root.get("seconds"), root.get("iterations")
    pair = None if demand.value is None else demand.texts(2)
    options = root.get("options").value
    return Task(
        kind=root.get("kind").text(),
        problem=problem,
        plan=plan_from_json(root.get("plan").value, problem),
        weights=Weights(weights.get("progress").integer(0, 10**6), weights.get("change").integer(0, 10**6)),
        seed=root.get("seed").integer(0, 2**31 - 1),
        seconds=None if seconds.value is None else seconds.number(0, 10**6),
        iterations=None if iterations.value is None else iterations.integer(0, 10**9),
        old=plan_from_json(root.get("old").value, problem),
        demand=None if pair is None else (pair[0], pair[1]),
        touched=root.get("touched").texts(5000),
        options={str(k): int(v) for k, v in options.items()} if isinstance(options, dict) else {},
    )
