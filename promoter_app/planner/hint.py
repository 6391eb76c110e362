"""The values of a model's variables that stand for a known plan, so that the solver starts from it."""

from __future__ import annotations

from promoter_app.domain.planning.problem import Plan, Session
from promoter_app.planner.model import Model


def hint_of(model: Model, plan: Plan) -> list[int]:
    """A 0/1 value for every variable; complete when the plan keeps the rules."""
    values = [0] * len(model.rows.gain)
    by_slot = {s.slot: s for s in plan}
    used: dict[tuple[str, int], list[int]] = {}
    for n, cell in enumerate(model.scope.cells):
        s = by_slot.get(cell.opening.slot)
        if s is not None and set(s.promoters) <= set(cell.promoters):
            _cell_values(model, values, n, s)
            for p in s.promoters if cell.kept is None else ():
                used.setdefault((p, s.day), []).append(n)
    for key, routes in model.r.items():
        now = set(used.get(key, ()))
        for stops, r in routes:
            values[r] = int(bool(now) and set(stops) == now)
    _state_values(model, values)
    return values


def _cell_values(model: Model, values: list[int], n: int, s: Session) -> None:
    _set(values, model.g.get((s.module, n)))
    for c in s.crews:
        _set(values, model.y.get((c, s.module, n)))
        _set(values, model.v.get((c, n)))
    for p in s.promoters:
        _set(values, model.x.get((p, n)))
    if s.interpreter is not None:
        _set(values, model.h.get((s.interpreter, s.promoter, n)))
        _set(values, model.u.get((s.interpreter, s.promoter, s.day)))


def _state_values(model: Model, values: list[int]) -> None:
    given: dict[tuple[str, str], int] = {}
    for (c, m, n), y in model.y.items():
        if values[y]:
            given[c, m] = model.scope.cells[n].opening.day
    for (c, m, day), state in model.done.items():
        _set(values, state, int(given.get((c, m), day + 1) <= day))


def _set(values: list[int], var: int | None, value: int = 1) -> None:
    if var is not None:
        values[var] = value
