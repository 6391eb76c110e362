"""Builds the 0/1 model of a scope: routes instead of arcs, clique rows for crews that cannot sit together.

Variables: y crew takes module in cell, g the cell's module, x promoter in cell, r day route, done module given by the
end of a day, u interpreter rides with promoter, h interpreter in cell, v old visit kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.problem import Crew, Interpreter, Module, Session
from promoter_app.planner.groups import LARGEST_FRONT, cliques, largest_groups
from promoter_app.planner.rows import NO_LIMIT, Rows
from promoter_app.planner.scope import Cell, Scope, topological


class Model:
    """The rows of one scope and the way back from 0/1 values to sessions.

    `whole_groups` lists the groups of crews that fit together where three could share a break: the linear bound is
    then much closer to the best plan (10 % to 4 % on the worst weeks); small exact models do not need it.
    """

    def __init__(self, scope: Scope, whole_groups: bool = False) -> None:
        self.scope = scope
        self._whole_groups = whole_groups
        self.field = scope.field
        self.rows = Rows()
        self.y: dict[tuple[str, str, int], int] = {}
        self.g: dict[tuple[str, int], int] = {}
        self.x: dict[tuple[str, int], int] = {}
        self.r: dict[tuple[str, int], list[tuple[tuple[int, ...], int]]] = {}
        self.u: dict[tuple[str, str, int], int] = {}
        self.h: dict[tuple[str, str, int], int] = {}
        self.v: dict[tuple[str, int], int] = {}
        self.done: dict[tuple[str, str, int], int] = {}
        self.modules_of: list[list[Module]] = []
        self.cells_of: dict[str, list[int]] = {}
        self._pairs = any(m.promoters == 2 for m in self.field.problem.modules)
        self._cells()
        self._attendance()
        self._interpreters()
        self._languages()
        self._groups()
        self._sequences()
        self._routes()
        self._demands()

    # --- variables of a cell -------------------------------------------------------------------------------

    def _cells(self) -> None:
        for n, cell in enumerate(self.scope.cells):
            modules = self._modules_for(cell)
            self.modules_of.append(modules)
            for m in modules:
                self.g[m.id, n] = self.rows.var()
            for c in cell.crews:
                self.cells_of.setdefault(c, []).append(n)
            if cell.kept is not None:
                self.rows.at_most_one(self.g[m.id, n] for m in modules)
                continue
            for p in cell.promoters:
                self.x[p, n] = self.rows.var()
            self._staff(n, cell, modules)

    def _modules_for(self, cell: Cell) -> list[Module]:
        fixed, need = cell.fixed_module, len(cell.kept.promoters) if cell.kept else 0
        found = []
        for m in self.field.problem.modules:
            if fixed is not None and m.id != fixed:
                continue
            able = [p for p in cell.promoters if self.field.promoters[p].may_teach(m)]
            enough = len(able) == need == m.promoters if need else len(able) >= m.promoters
            if cell.locked or (m.minutes <= cell.opening.usable and enough):
                found.append(m)
        return found

    def _staff(self, n: int, cell: Cell, modules: Sequence[Module]) -> None:
        """One session per break, enough promoters, all of them prepared for the module."""
        g = [self.g[m.id, n] for m in modules]
        x = [self.x[p, n] for p in cell.promoters]
        needs = [-m.promoters for m in modules]
        self.rows.weighted([*x, *g], [1] * len(x) + needs, 0, 0)
        self.rows.at_most_one(g)
        by_barred: dict[frozenset[str], list[int]] = {}
        for p in cell.promoters:
            barred = frozenset(m.id for m in modules if not self.field.promoters[p].may_teach(m))
            if barred:
                by_barred.setdefault(barred, []).append(self.x[p, n])
        for names, xs in sorted(by_barred.items(), key=lambda kv: kv[1]):
            gs = [self.g[m, n] for m in sorted(names)]
            for group in [[one] for one in xs] if self._pairs else [xs]:
                self.rows.at_most_one([*group, *gs])

    # --- who attends ---------------------------------------------------------------------------------------

    def _attendance(self) -> None:
        for c, cells in self.cells_of.items():
            self._attendance_of(self.field.crews[c], sorted(cells, key=lambda n: self.scope.cells[n].opening.day))

    def _attendance_of(self, crew: Crew, cells: list[int]) -> None:
        """Creates y only where history, order and minutes leave a chance; modules come before what needs them."""
        had = self.scope.history[crew.id]
        first: dict[str, int] = {}
        for m in topological(self.field.problem.modules):
            if m.id in had:
                continue
            earliest = -NO_LIMIT
            for q in m.prereqs:
                known = had.get(q, first.get(q))
                earliest = max(earliest, NO_LIMIT if known is None else known + m.min_gap)
            for n in cells:
                if self._allowed(crew, m, n, earliest):
                    self._new_y(crew, m, n)
                    first.setdefault(m.id, self._cal(n))

    def _allowed(self, crew: Crew, m: Module, n: int, earliest: int) -> bool:
        cell, now = self.scope.cells[n], self._cal(n)
        if (m.id, n) not in self.g or now < earliest:
            return False
        if cell.locked:
            return True
        if m.sensitive and self._sensitive_near(crew, now):
            return False
        others = sum(self.field.crews[c].size for c in cell.outsiders)
        if others and others + crew.size > m.max_workers:
            return False
        if cell.kept is not None:
            kept = cell.kept
            return any(
                self.field.understands(crew, self.field.promoters[p], kept.interpreter) for p in kept.promoters
            )
        return True

    def _sensitive_near(self, crew: Crew, now: int) -> bool:
        gap, modules = self.field.problem.sensitive_gap, self.field.modules
        return any(abs(now - t) < gap and modules[q].sensitive for q, t in self.scope.history[crew.id].items())

    def _new_y(self, crew: Crew, m: Module, n: int) -> None:
        y = self.rows.var(self.scope.wishes.progress * self.field.worth(m, crew))
        self.y[crew.id, m.id, n] = y
        if self.scope.cells[n].locked:
            self.rows.fix(y, 1)
            self.rows.fix(self.g[m.id, n], 1)

    def _cal(self, n: int) -> int:
        return self.field.cal[self.scope.cells[n].opening.day]

    # --- languages and interpreters ------------------------------------------------------------------------

    def _interpreters(self) -> None:
        for i in self.field.problem.interpreters:
            for n, cell in enumerate(self.scope.cells):
                if cell.kept is None and i.available[cell.opening.day] and self._useful(i, cell):
                    self._interpreter_at(i.id, n, cell)
        by_ride: dict[tuple[str, int], list[int]] = {}
        for (i_id, _, d), u in self.u.items():
            by_ride.setdefault((i_id, d), []).append(u)
        for us in by_ride.values():
            self.rows.at_most_one(us)
        by_cell: dict[int, list[int]] = {}
        for (_, _, n), h in self.h.items():
            by_cell.setdefault(n, []).append(h)
        for hs in by_cell.values():
            self.rows.at_most_one(hs)

    def _useful(self, i: Interpreter, cell: Cell) -> bool:
        """Whether some crew there needs the interpreter with at least one of the promoters."""
        for c in cell.crews:
            crew = self.field.crews[c]
            if crew.language in i.languages and not crew.bilingual_helper:
                return any(crew.language not in self.field.promoters[p].languages for p in cell.promoters)
        return False

    def _interpreter_at(self, i: str, n: int, cell: Cell) -> None:
        day = cell.opening.day
        bound = self.scope.rides.get((i, day))
        for p in cell.promoters:
            if bound is not None and bound != p:
                continue
            if (i, p, day) not in self.u:
                self.u[i, p, day] = self.rows.var()
            h = self.h[i, p, n] = self.rows.var()
            self.rows.at_most_one([h], than=self.x[p, n])
            self.rows.at_most_one([h], than=self.u[i, p, day])

    def _languages(self) -> None:
        speaking: dict[tuple[int, str], list[int]] = {}
        for (i, _, n), h in self.h.items():
            for language in sorted(set(self.field.interpreters[i].languages)):
                speaking.setdefault((n, language), []).append(h)
        for c, cells in self.cells_of.items():
            crew = self.field.crews[c]
            if crew.bilingual_helper:
                continue
            for n in cells:
                self._language_row(crew, n, speaking.get((n, crew.language), []))

    def _language_row(self, crew: Crew, n: int, helped: list[int]) -> None:
        cell = self.scope.cells[n]
        ys = [self.y[key] for m in self.modules_of[n] if (key := (crew.id, m.id, n)) in self.y]
        if cell.kept is not None or not ys:
            return
        able = [self.x[p, n] for p in cell.promoters if crew.language in self.field.promoters[p].languages]
        if len(able) < len(cell.promoters):
            self.rows.compare(ys, able + helped)

    # --- groups in one break -------------------------------------------------------------------------------

    def _groups(self) -> None:
        together: dict[tuple[str, int], list[str]] = {}
        for c, m, n in self.y:
            together.setdefault((m, n), []).append(c)
        for (m, n), crews in together.items():
            cell = self.scope.cells[n]
            cap = self.field.modules[m].max_workers - sum(self.field.crews[c].size for c in cell.outsiders)
            self._group_rows(m, n, crews, max(cap, 0), cell.locked)

    def _group_rows(self, m: str, n: int, crews: list[str], cap: int, locked: bool) -> None:
        """y <= g in cliques of crews no two of which fit together, and the cap where a group of three can break it."""
        g = self.g[m, n]
        size = {c: self.field.crews[c].size for c in crews}
        tight = not locked and sum(size.values()) > cap and len(crews) > 2
        if tight and self._whole_groups and len(crews) <= LARGEST_FRONT:
            self._listed_groups(m, n, largest_groups(size, cap))
            return
        for clique in [[c] for c in crews] if locked else cliques(size, cap):
            self.rows.at_most_one([self.y[c, m, n] for c in clique], than=g)
        if tight:
            ys = [self.y[c, m, n] for c in crews]
            self.rows.weighted([*ys, g], [*(min(size[c], cap) for c in crews), -cap], -NO_LIMIT, 0)

    def _listed_groups(self, m: str, n: int, groups: list[frozenset[str]]) -> None:
        """One group sits at most, and only its crews attend: the convex hull of who fits together."""
        chosen = [self.rows.var() for _ in groups]
        self.rows.compare(chosen, [self.g[m, n]])
        for c in sorted(frozenset[str]().union(*groups)):
            holding = [v for v, group in zip(chosen, groups, strict=True) if c in group]
            self.rows.compare([self.y[c, m, n]], holding)

    # --- the sequence of each crew -------------------------------------------------------------------------

    def _sequences(self) -> None:
        by_crew: dict[str, dict[int, dict[str, list[int]]]] = {}
        for (c, m, n), y in self.y.items():
            day = self.scope.cells[n].opening.day
            by_crew.setdefault(c, {}).setdefault(day, {}).setdefault(m, []).append(y)
        for c, days in by_crew.items():
            for of_module in days.values():
                self.rows.at_most_one(y for ys in of_module.values() for y in ys)
            self._states(c, days)
            self._sensitive_rows(days)

    def _states(self, c: str, days: dict[int, dict[str, list[int]]]) -> None:
        """done[c, m, day] grows day by day; a module follows its prerequisites by at least its gap."""
        last: dict[str, int] = {}
        stamps: dict[str, list[tuple[int, int]]] = {}
        for day in sorted(days):
            now = self.field.cal[day]
            for m in topological([self.field.modules[k] for k in days[day]]):
                state = self.done[c, m.id, day] = self.rows.var()
                before = [last[m.id]] if m.id in last else []
                self.rows.compare([state], [*before, *days[day][m.id]], equal=True)
                last[m.id] = state
                stamps.setdefault(m.id, []).append((now, state))
                self._prerequisites(c, m, now, state, stamps)

    def _prerequisites(
        self, c: str, m: Module, now: int, state: int, stamps: dict[str, list[tuple[int, int]]]
    ) -> None:
        for q in m.prereqs:
            if q in self.scope.history[c]:
                continue
            ready = [v for t, v in stamps.get(q, []) if t <= now - m.min_gap]
            if ready:
                self.rows.at_most_one([state], than=ready[-1])
            else:
                self.rows.fix(state, 0)

    def _sensitive_rows(self, days: dict[int, dict[str, list[int]]]) -> None:
        gap, cal = self.field.problem.sensitive_gap, self.field.cal
        delicate = {
            d: [y for m, ys in of.items() if self.field.modules[m].sensitive for y in ys] for d, of in days.items()
        }
        previous: list[int] = []
        for d in sorted(delicate):
            window = [e for e in delicate if delicate[e] and 0 <= cal[e] - cal[d] < gap]
            if delicate[d] and len(window) > 1 and not set(window) <= set(previous):
                self.rows.at_most_one(y for e in sorted(window) for y in delicate[e])
                previous = window

    # --- routes --------------------------------------------------------------------------------------------

    def _routes(self) -> None:
        uses: dict[tuple[str, int], list[int]] = {key: [] for key in self.x}
        for (p, day), routes in self.scope.routes.items():
            mine: list[tuple[tuple[int, ...], int]] = []
            for route in routes:
                r = self.rows.var(-route.minutes)
                mine.append((route.stops, r))
                for n in route.stops:
                    if (p, n) in uses:
                        uses[p, n].append(r)
            self.r[p, day] = mine
            self.rows.at_most_one(r for _, r in mine)
        for key, rs in uses.items():
            self.rows.compare([self.x[key]], rs, equal=True)

    # --- wishes --------------------------------------------------------------------------------------------

    def _demands(self) -> None:
        for crew, module in self.scope.wishes.demands:
            ys = [y for (c, m, _), y in self.y.items() if c == crew and m == module]
            self.rows.weighted(ys, [1] * len(ys), 1, 1)
        if self.scope.wishes.change and self.scope.wishes.old:
            self._stability()

    def _stability(self) -> None:
        at: dict[tuple[str, int], list[int]] = {}
        for (c, _, n), y in self.y.items():
            at.setdefault((c, n), []).append(y)
        number = {cell.opening.slot: n for n, cell in enumerate(self.scope.cells)}
        for c, day, front, break_id, p in sorted(self.scope.wishes.old):
            n = number.get((front, day, break_id), -1)
            if (c, n) in at and self._may_meet(p, n):
                v = self.v[c, n] = self.rows.var(self.scope.wishes.change)
                self.rows.compare([v], at[c, n])
                if (p, n) in self.x:
                    self.rows.at_most_one([v], than=self.x[p, n])

    def _may_meet(self, promoter: str, n: int) -> bool:
        kept = self.scope.cells[n].kept
        return kept.promoter == promoter if kept is not None else (promoter, n) in self.x


def sessions_of(model: Model, values: Sequence[int]) -> list[Session]:
    """The sessions a 0/1 solution stands for; breaks nobody attends are left out."""
    crews: dict[int, list[str]] = {}
    module: dict[int, str] = {}
    for (c, m, n), y in model.y.items():
        if values[y]:
            crews.setdefault(n, []).append(c)
            module[n] = m
    riders = {n: (i, p) for (i, p, n), h in model.h.items() if values[h]}
    found = []
    for n, cell in enumerate(model.scope.cells):
        names = tuple(sorted([*crews.get(n, ()), *cell.outsiders]))
        if not names:
            continue
        taught = module.get(n) or cell.fixed_module or ""
        if cell.kept is not None:
            found.append(replace(cell.kept, module=taught, crews=names))
        else:
            staff = [p for p in cell.promoters if values[model.x[p, n]]]
            found.append(_new_session(model.field, cell, taught, names, staff, riders.get(n)))
    return found


def _new_session(
    field: Field, cell: Cell, module: str, crews: tuple[str, ...], staff: list[str], rider: tuple[str, str] | None
) -> Session:
    """The interpreter comes only when some crew needs one, and rides with the first promoter named."""
    o = cell.opening
    if rider is not None:
        staff = [rider[1], *(p for p in staff if p != rider[1])]
    needed = any(not any(field.understands(field.crews[c], field.promoters[p], None) for p in staff) for c in crews)
    who = rider[0] if rider is not None and needed else None
    return Session(staff[0], o.day, o.front, o.break_id, module, crews, who, staff[1] if len(staff) > 1 else None)
