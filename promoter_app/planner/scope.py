"""What one sub-model decides: the breaks it may use, what is kept in them, and the crews it may move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.problem import Crew, Module, Plan, Promoter, Session
from promoter_app.planner.routes import Route, day_routes, thin_out


@dataclass(frozen=True)
class Cell:
    """A break inside the sub-model.

    Without `kept`, the `promoters` that may take it are decided. With `kept`, place, time, promoters and interpreter
    stay; module and crews are decided unless `locked`. `outsiders` are attending crews the sub-model does not move.
    """

    opening: Opening
    promoters: tuple[str, ...]
    crews: tuple[str, ...]
    kept: Session | None = None
    locked: bool = False
    outsiders: tuple[str, ...] = ()

    @property
    def fixed_module(self) -> str | None:
        """The module that may not change, when there is one."""
        return self.kept.module if self.kept is not None and (self.locked or self.outsiders) else None


@dataclass(frozen=True)
class Wishes:
    """Settings of a model: worth of progress and of kept visits in minutes of driving, and what must happen."""

    progress: int = 2
    change: int = 0
    old: frozenset[tuple[str, int, str, str, str]] = frozenset()
    demands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Scope:
    """A sub-model: cells, routes per promoter-day over cell numbers, histories, and interpreters bound elsewhere.

    `history[crew]` is module -> calendar day for everything before; `rides` binds (interpreter, day) to a promoter;
    route minutes are those beyond the stops that stay, whose total is `kept_minutes`; `outside` is the rest of the
    plan, which the cells do not hold.
    """

    field: Field
    cells: tuple[Cell, ...]
    routes: Mapping[tuple[str, int], list[Route]]
    history: Mapping[str, Mapping[str, int]]
    rides: Mapping[tuple[str, int], str]
    kept_minutes: int
    outside: Plan
    wishes: Wishes


Wanted = Mapping[tuple[str, int], list[Opening]]
"""(promoter, day) that is decided afresh -> the openings it may use."""


def everything(field: Field) -> dict[tuple[str, int], list[Opening]]:
    """Every promoter-day with every opening the promoter can drive to and where some crew could be taught something."""
    soonest = {c.id: _soonest(field, c) for c in field.problem.crews}
    wanted = {}
    for p in field.problem.promoters:
        for day, openings in enumerate(field.openings):
            if p.available[day] is not None:
                near = [o for o in openings if field.route_minutes(p, [o]) is not None]
                wanted[p.id, day] = [o for o in near if _useful(field, p, o, soonest)]
    return wanted


def _soonest(field: Field, crew: Crew) -> list[tuple[Module, int]]:
    """The modules a crew lacks with the calendar day before which it cannot be ready, however much we visit it."""
    had = {h.module: h.cal for h in crew.done}
    start = field.cal[field.problem.today] if field.problem.today < len(field.cal) else 0
    first: dict[str, int] = {}
    for m in topological(field.problem.modules):
        if m.id not in had:
            first[m.id] = max([start, *(had.get(q, first.get(q, 0)) + m.min_gap for q in m.prereqs)])
    return [(field.modules[m], at) for m, at in first.items()]


def _useful(field: Field, p: Promoter, o: Opening, soonest: Mapping[str, list[tuple[Module, int]]]) -> bool:
    """Modules that two promoters give are let through: who else comes is decided later."""
    now = field.cal[o.day]
    for crew in field.here.get((o.front, o.day), ()):
        if any(at <= now and m.minutes <= o.usable and p.may_teach(m) for m, at in soonest[crew.id]):
            helped = any(i.available[o.day] and crew.language in i.languages for i in field.problem.interpreters)
            paired = any(m.promoters == 2 for m, _ in soonest[crew.id])
            if helped or paired or field.understands(crew, p, None):
                return True
    return False


def topological(modules: Sequence[Module]) -> list[Module]:
    """Modules after what they need."""
    left, out = {m.id: m for m in modules}, []
    while left:
        for m in list(left.values()):
            if not any(q in left for q in m.prereqs):
                out.append(left.pop(m.id))
    return out


def build_scope(
    field: Field,
    plan: Plan,
    locked: frozenset[Session],
    wanted: Wanted,
    wishes: Wishes,
    thin: tuple[int, Random] | None = None,
) -> Scope:
    """The sub-model that decides the promoter-days of `wanted` again and keeps the rest of `plan` in place.

    Sessions before the first wanted day become history; later ones of the crews concerned keep place, time and
    promoter but may change module, so that an earlier session can move the whole chain. `thin` = (routes per length
    and promoter-day, random source).
    """
    outside = [s for s in plan if s in locked or any((p, s.day) not in wanted for p in s.promoters)]
    taken = {s.slot for s in outside}
    askers: dict[Opening, list[str]] = {}
    for (p, _), openings in wanted.items():
        for o in openings:
            if o.slot not in taken:
                askers.setdefault(o, []).append(p)
    first = min((d for _, d in wanted), default=0)
    crews = {c.id for o in askers for c in field.here.get((o.front, o.day), ())}
    cells = [Cell(o, tuple(ps), tuple(c.id for c in field.here[o.front, o.day])) for o, ps in askers.items()]
    later = [s for s in outside if s.day >= first and crews.intersection(s.crews)]
    cells += [_kept_cell(field, s, crews, s in locked) for s in later]
    inside = {s.slot for s in later}
    routes, kept_minutes = _routes(field, plan, outside, wanted, cells, thin)
    return Scope(
        field=field,
        cells=tuple(cells),
        routes=routes,
        history=_histories(field, (s for s in outside if s.day < first), crews),
        rides={(s.interpreter, s.day): s.promoter for s in outside if s.interpreter is not None},
        kept_minutes=kept_minutes,
        outside=tuple(s for s in outside if s.slot not in inside),
        wishes=wishes,
    )


def kept_scope(field: Field, old: Plan, plan: Plan, locked: frozenset[Session], wishes: Wishes) -> Scope:
    """The sub-model that keeps every old session in place and time and only decides modules and crews again.

    `old` sessions that can no longer be held (off duty, closed, not drivable, interpreter gone) are left out, and so
    are those another session of `plan` has replaced; `plan` itself is where the solver starts.
    """
    standing = _standing(field, [*plan, *old])
    crews = {c.id for s in standing for c in field.here.get((s.front, s.day), ())}
    cells = [_kept_cell(field, s, crews, s in locked) for s in standing]
    return Scope(
        field=field,
        cells=tuple(cells),
        routes={},
        history=_histories(field, (), crews),
        rides={},
        kept_minutes=0,
        outside=(),
        wishes=wishes,
    )


def _standing(field: Field, sessions: Iterable[Session]) -> list[Session]:
    """The sessions whose place, time, promoters and interpreter can still happen together, in the order given."""
    kept: dict[tuple[str, int, str], Session] = {}
    routes: dict[tuple[str, int], list[Opening]] = {}
    rides: dict[tuple[str, int], str] = {}
    for s in sessions:
        o = field.by_slot.get(s.slot)
        if o is None or s.slot in kept or not _staffed(field, s, rides):
            continue
        trips = {p: [*routes.get((p, s.day), []), o] for p in s.promoters}
        if any(field.route_minutes(field.promoters[p], stops) is None for p, stops in trips.items()):
            continue
        kept[s.slot] = s
        routes.update({(p, s.day): stops for p, stops in trips.items()})
        if s.interpreter is not None:
            rides[s.interpreter, s.day] = s.promoter
    return list(kept.values())


def _staffed(field: Field, s: Session, rides: Mapping[tuple[str, int], str]) -> bool:
    if s.interpreter is not None:
        free = rides.get((s.interpreter, s.day), s.promoter) == s.promoter
        if not free or not field.interpreters[s.interpreter].available[s.day]:
            return False
    return all(field.promoters[p].available[s.day] is not None for p in s.promoters)


def _kept_cell(field: Field, s: Session, crews: set[str], locked: bool) -> Cell:
    here = s.crews if locked else tuple(c.id for c in field.here.get((s.front, s.day), ()))
    inside = tuple(c for c in here if c in crews)
    outsiders = tuple(c for c in s.crews if c not in crews)
    return Cell(field.by_slot[s.slot], s.promoters, inside, s, locked, outsiders)


def _routes(
    field: Field,
    plan: Plan,
    outside: list[Session],
    wanted: Wanted,
    cells: list[Cell],
    thin: tuple[int, Random] | None,
) -> tuple[dict[tuple[str, int], list[Route]], int]:
    number = {cell.opening.slot: n for n, cell in enumerate(cells) if cell.kept is None}
    staying: dict[tuple[str, int], list[Opening]] = {}
    for s in outside:
        for p in s.promoters:
            staying.setdefault((p, s.day), []).append(field.by_slot[s.slot])
    current: dict[tuple[str, int], set[tuple[str, int, str]]] = {}
    for s in plan:
        for p in s.promoters:
            current.setdefault((p, s.day), set()).add(s.slot)
    found, total = {}, 0
    for key, openings in wanted.items():
        free = [o for o in openings if o.slot in number]
        stay = staying.get(key, [])
        base = (field.route_minutes(field.promoters[key[0]], stay) or 0) if stay else 0
        total += base
        routes = day_routes(field, field.promoters[key[0]], key[1], [*free, *stay])
        routes = [r for r in routes if sum(i >= len(free) for i in r.stops) == len(stay) < len(r.stops)]
        if thin is not None:
            keep = tuple(i for r in (current.get(key, set()),) for i, o in enumerate([*free, *stay]) if o.slot in r)
            routes = thin_out(routes, thin[0], keep, thin[1])
        found[key] = [_numbered(r, free, number, base) for r in routes]
    return found, total


def _numbered(route: Route, free: list[Opening], number: Mapping[tuple[str, int, str], int], base: int) -> Route:
    return Route(tuple(number[free[i].slot] for i in route.stops if i < len(free)), route.minutes - base)


def _histories(field: Field, before: Iterable[Session], crews: set[str]) -> dict[str, dict[str, int]]:
    had = {c: {h.module: h.cal for h in field.crews[c].done} for c in crews}
    for s in before:
        for c in crews.intersection(s.crews):
            had[c][s.module] = field.cal[s.day]
    return had
