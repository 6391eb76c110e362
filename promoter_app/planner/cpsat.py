"""Solves rows with CP-SAT: one worker, linearisation 2, fixed seed and a deterministic limit, so runs can be repeated.

The settings matter more than the solver: with the defaults the same week is not proven in minutes. The model is handed
over as protobuf text through the solver's own binding, which spares importing pandas (two seconds at each start).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from promoter_app.planner.rows import NO_LIMIT, Row, Rows

_INT_MIN, _INT_MAX = -(2**62), 2**62


@dataclass(frozen=True)
class Limits:
    """When to stop: deterministic seconds (the same on every machine), and wall seconds as an emergency brake."""

    deterministic: float
    wall: float | None = None
    seed: int = 1


@dataclass(frozen=True)
class Answer:
    """The values found (None: none), the solver's bound, whether it proved them best, and deterministic seconds."""

    values: list[int] | None
    bound: float
    proven: bool
    effort: float


def solve_rows(
    rows: Rows,
    limits: Limits,
    hint: Sequence[int] | None = None,
    on_solution: Callable[[list[int], float], None] | None = None,
) -> Answer:
    """The best 0/1 values within the limits. `on_solution` hears every better solution with the bound so far."""
    from ortools.sat.python import cp_model_helper as helper

    model = helper.CpModelProto()
    if not model.parse_text_format(as_text(rows, hint)):
        raise ValueError("the solver could not read the model")
    parameters = helper.SatParameters()
    parameters.num_workers = 1
    parameters.linearization_level = 2
    parameters.random_seed = limits.seed
    parameters.max_deterministic_time = limits.deterministic
    if limits.wall is not None:
        parameters.max_time_in_seconds = max(0.01, limits.wall)
    wrapper: Any = helper.SolveWrapper()
    wrapper.set_parameters(parameters)
    listener = _listener(on_solution, len(rows.gain))
    if listener is not None:
        wrapper.add_solution_callback(listener)
    response = wrapper.solve(model)
    if listener is not None:
        wrapper.clear_solution_callback(listener)
    return _answer(response, str(response.status).rpartition(".")[2])


def _answer(response: Any, status: str) -> Answer:
    found = status in ("OPTIMAL", "FEASIBLE")
    values = [int(v) for v in response.solution] if found else None
    bound = -float(response.best_objective_bound)
    effort = float(response.deterministic_time)
    return Answer(values, bound, status == "OPTIMAL", effort)


def _listener(tell: Callable[[list[int], float], None] | None, size: int) -> Any:
    if tell is None:
        return None
    heard = tell
    from ortools.sat.python import cp_model_helper as helper

    class Listener(helper.SolutionCallback):
        def OnSolutionCallback(self) -> None:  # noqa: N802 - the name the binding calls
            response: Any = self.Response()  # type: ignore[no-untyped-call]
            heard([int(v) for v in response.solution][:size], -float(self.BestObjectiveBound()))

    return Listener()


def as_text(rows: Rows, hint: Sequence[int] | None) -> str:
    """The rows as a CpModelProto in protobuf text; maximising is minimising the negative."""
    parts = []
    for n in range(len(rows.gain)):
        v = rows.fixed.get(n)
        parts.append("variables{domain:[0,1]}" if v is None else f"variables{{domain:[{v},{v}]}}")
    parts += [_row(r) for r in rows.rows]
    paid = [(n, -g) for n, g in enumerate(rows.gain) if g]
    names, costs = _joined(n for n, _ in paid), _joined(g for _, g in paid)
    parts.append(f"objective{{vars:[{names}] coeffs:[{costs}]}}")
    if hint is not None:
        parts.append(f"solution_hint{{vars:[{_joined(range(len(hint)))}] values:[{_joined(hint)}]}}")
    return "\n".join(parts)


def _row(r: Row) -> str:
    low = _INT_MIN if r.low == -NO_LIMIT else r.low
    high = _INT_MAX if r.high == NO_LIMIT else r.high
    return f"constraints{{linear{{vars:[{_joined(r.vars)}] coeffs:[{_joined(r.coefs)}] domain:[{low},{high}]}}}}"


def _joined(numbers: object) -> str:
    return ",".join(map(str, numbers))  # type: ignore[call-overload]
