"""How good any plan could be: a linear bound made safe from its duals, so that rounding cannot make it false."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from promoter_app.planner.rows import NO_LIMIT, Row, Rows

SMALL = 12_000
"""Variables up to which the simplex (exact duals) is quicker than the first-order method."""

TOLERANCE = 4e-4
"""Relative tolerance of the first-order method; half of it changes the bound by less than a thousandth."""

_SCALE = 10_000
_FIRST_ORDER = (
    "termination_criteria {{ simple_optimality_criteria {{ eps_optimal_relative: {} eps_optimal_absolute: 1e-2 }} }}"
)


@dataclass(frozen=True)
class LinearLimits:
    """Wall seconds the linear solver may take, and its threads."""

    seconds: float = 600.0
    threads: int = 1


def linear_bound(rows: Rows, limits: LinearLimits) -> int | None:
    """A whole number no 0/1 solution of the rows can exceed; None when the solver gave no duals in time."""
    duals = _duals(rows, limits)
    return None if duals is None else safe_bound(rows, duals)


def safe_bound(rows: Rows, duals: Sequence[float]) -> int:
    """The Lagrangian value of `duals` (one per row), in integers: valid whatever the duals are.

    max c.x <= sum_i d_i * limit_i + max_x (c - dA).x, where the last maximum keeps disjoint at-most-one rows, so that
    noise in the duals costs once per group and not once per variable.
    """
    reduced = [g * _SCALE for g in rows.gain]
    groups = _disjoint_groups(rows)
    total = 0
    for n, row in enumerate(rows.rows):
        price = 0 if n in groups else _usable(row, round(duals[n] * _SCALE))
        if price:
            total += price * (row.high if price > 0 else row.low)
            for v, a in zip(row.vars, row.coefs, strict=True):
                reduced[v] -= price * a
    grouped: set[int] = set()
    for n in groups:
        grouped.update(rows.rows[n].vars)
        total += max(0, *(reduced[v] for v in rows.rows[n].vars))
    total += sum(max(0, reduced[v]) for v in range(len(reduced)) if v not in grouped and v not in rows.fixed)
    total += sum(reduced[v] * at for v, at in rows.fixed.items() if v not in grouped)
    return -(-total // _SCALE)


def _usable(row: Row, price: int) -> int:
    """A price against a limit the row does not have must be nothing."""
    return 0 if (price > 0 and row.high == NO_LIMIT) or (price < 0 and row.low == -NO_LIMIT) else price


def _disjoint_groups(rows: Rows) -> set[int]:
    """Rows "at most one of these" that share no variable, none of them fixed: kept whole in the last maximum."""
    seen: set[int] = set(rows.fixed)
    groups: set[int] = set()
    for n, row in enumerate(rows.rows):
        plain = row.high == 1 and row.low <= 0 and all(a == 1 for a in row.coefs)
        if plain and len(row.vars) > 1 and seen.isdisjoint(row.vars):
            seen.update(row.vars)
            groups.add(n)
    return groups


def _duals(rows: Rows, limits: LinearLimits) -> list[float] | None:
    from ortools.linear_solver import pywraplp

    small = len(rows.gain) <= SMALL
    solver = pywraplp.Solver.CreateSolver("GLOP" if small else "PDLP")
    if solver is None:
        return None
    solver.SetTimeLimit(int(limits.seconds * 1000))
    if not small:
        settings = _FIRST_ORDER.format(TOLERANCE)
        solver.SetSolverSpecificParametersAsString(f"{settings} num_threads: {limits.threads}")
    made = _load(solver, rows)
    status = solver.Solve()
    if status not in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE):
        return None
    return [float(c.dual_value()) for c in made]  # type: ignore[attr-defined]


def _load(solver: object, rows: Rows) -> list[object]:
    endless = solver.infinity()  # type: ignore[attr-defined]
    goal = solver.Objective()  # type: ignore[attr-defined]
    goal.SetMaximization()
    names = []
    for n, gain in enumerate(rows.gain):
        at = rows.fixed.get(n)
        v = solver.NumVar(0 if at is None else at, 1 if at is None else at, "")  # type: ignore[attr-defined]
        goal.SetCoefficient(v, gain)
        names.append(v)
    made = []
    for row in rows.rows:
        low = -endless if row.low == -NO_LIMIT else row.low
        c = solver.Constraint(low, endless if row.high == NO_LIMIT else row.high)  # type: ignore[attr-defined]
        for v, a in zip(row.vars, row.coefs, strict=True):
            c.SetCoefficient(names[v], a)
        made.append(c)
    return made
