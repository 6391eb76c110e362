"""A planning problem indexed for search: open breaks by day, crews at each front, driving minutes, languages."""

from __future__ import annotations

import math
from dataclasses import dataclass

from promoter_app.domain.planning.problem import Break, Crew, Front, Interpreter, Module, PlanningProblem, Promoter

EARTH_KM = 6371.0088
SAME_PLACE_KM = 0.2


@dataclass(frozen=True, eq=False)
class Place:
    """A point with its name in the travel table (front or promoter id); one object per place, quick to look up."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Opening:
    """A break of a front on a day that nothing closes: the unit a session can take."""

    front: str
    day: int
    break_id: str
    start: int
    end: int
    usable: int
    place: Place

    @property
    def slot(self) -> tuple[str, int, str]:
        """(front, day, break)."""
        return (self.front, self.day, self.break_id)


def kilometres(a: Place, b: Place) -> float:
    """Great-circle distance (haversine, mean Earth radius)."""
    la, lb = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lb - la) / 2) ** 2
    half += math.cos(la) * math.cos(lb) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


class Field:
    """Read-only index of one problem. Driving times are remembered as they are asked for."""

    def __init__(self, problem: PlanningProblem) -> None:
        self.problem = problem
        self.modules: dict[str, Module] = {m.id: m for m in problem.modules}
        self.crews: dict[str, Crew] = {c.id: c for c in problem.crews}
        self.fronts: dict[str, Front] = {f.id: f for f in problem.fronts}
        self.promoters: dict[str, Promoter] = {p.id: p for p in problem.promoters}
        self.interpreters: dict[str, Interpreter] = {i.id: i for i in problem.interpreters}
        self.cal: list[int] = [d.cal for d in problem.days]
        self.homes = {p.id: Place(p.id, p.home[0], p.home[1]) for p in problem.promoters}
        self._travel = {frozenset((t.a, t.b)): t.minutes for t in problem.travel}
        self._places: dict[tuple[str, int], Place] = {}
        self._minutes: dict[tuple[Place, Place], int] = {}
        self._away: dict[tuple[str, tuple[str, int, str]], tuple[str, ...]] = {}
        self._closures: dict[int, list[tuple[str, str | None, int, int, str]]] = {}
        for k in problem.closures:
            self._closures.setdefault(k.day, []).append((k.scope, k.id, k.start, k.end, k.reason))
        self.here: dict[tuple[str, int], list[Crew]] = self._presence()
        self.openings: list[list[Opening]] = [self._open_on(d) for d in range(len(self.cal))]
        self.by_slot = {o.slot: o for day in self.openings for o in day}

    def _presence(self) -> dict[tuple[str, int], list[Crew]]:
        here: dict[tuple[str, int], list[Crew]] = {}
        for crew in self.problem.crews:
            for day, front in enumerate(crew.front_by_day):
                if day <= crew.last_day:
                    here.setdefault((front, day), []).append(crew)
        return here

    def _open_on(self, day: int) -> list[Opening]:
        if day < self.problem.today:
            return []
        found = []
        for front in self.problem.fronts:
            place = self.place(front, day)
            if place is None:
                continue
            for b in front.breaks:
                if self.closed(front, day, b) is None:
                    found.append(Opening(front.id, day, b.id, b.start, b.end, b.usable, place))
        return found

    def place(self, front: Front, day: int) -> Place | None:
        """Where the front cuts that day; None when nobody said."""
        for n, stay in enumerate(front.stays):
            if stay.first <= day <= stay.last:
                return self._places.setdefault((front.id, n), Place(front.id, stay.lat, stay.lon))
        return None

    def closed(self, front: Front, day: int, b: Break) -> str | None:
        """Why there can be no session in this break: a closure's reason, "season_end" or "other_hours"; else None."""
        for scope, who, start, end, reason in self._closures.get(day, ()):
            hit = scope == "all" or (scope == "mill" and who == front.mill) or (scope == "front" and who == front.id)
            if hit and start < b.end and b.start < end:
                return reason
        if front.season_end is not None and day > front.season_end:
            return "season_end"
        if b.days is not None and day not in b.days:
            return "other_hours"
        return None

    def break_of(self, front: Front, break_id: str, day: int) -> Break | None:
        """The break of that name, that day's hours first."""
        named = [b for b in front.breaks if b.id == break_id]
        return next((b for b in named if b.days is None or day in b.days), named[0] if named else None)

    def minutes(self, a: Place, b: Place) -> int:
        """Whole driving minutes: the travel table, else distance x detour / speed rounded up; 0 under 200 m."""
        known = self._minutes.get((a, b))
        if known is None:
            known = self._minutes[a, b] = self._estimate(a, b)
        return known

    def _estimate(self, a: Place, b: Place) -> int:
        told = self._travel.get(frozenset((a.name, b.name)))
        if told is not None:
            return told
        km = kilometres(a, b)
        if km < SAME_PLACE_KM:
            return 0
        return math.ceil(km * self.problem.detour / self.problem.speed_kmh * 60 - 1e-9)

    def worth(self, module: Module, crew: Crew) -> int:
        """What teaching the module to the crew is worth to the planner: weight x workers x priority."""
        return module.weight * crew.size * crew.priority // 100

    def understands(self, crew: Crew, promoter: Promoter, interpreter: str | None) -> bool:
        """Whether the crew can follow the session: helper of its own, promoter's language, or the interpreter's."""
        if crew.bilingual_helper or crew.language in promoter.languages:
            return True
        return interpreter is not None and crew.language in self.interpreters[interpreter].languages

    def away(self, promoter: Promoter, o: Opening) -> tuple[str, ...]:
        """What keeps a promoter from an opening whatever else they do that day: "other_partner", and "off_duty" or
        "far"; empty when the opening alone can be driven to and back. Remembered."""
        key = (promoter.id, o.slot)
        known = self._away.get(key)
        if known is None:
            known = () if promoter.may_visit(o.front) else ("other_partner",)
            if promoter.available[o.day] is None:
                known = (*known, "off_duty")
            elif not self._drives(promoter, o):
                known = (*known, "far")
            self._away[key] = known
        return known

    def _drives(self, p: Promoter, o: Opening) -> bool:
        hours, leg = p.available[o.day], self.minutes(self.homes[p.id], o.place)
        if hours is None or p.max_sessions_day < 1 or 2 * leg > p.max_drive_day:
            return False
        return hours[0] + leg <= o.start - self.problem.setup_min and o.end + leg <= hours[1]

    def route_minutes(self, promoter: Promoter, stops: list[Opening]) -> int | None:
        """Driving minutes home -> stops in time order -> home, or None when the day cannot be driven.

        Hours of the promoter, arrival `setup_min` before each break, and the driving and session caps all hold; so
        does that the promoter works with the crews there.
        """
        if not stops:
            return 0
        if promoter.fronts is not None and not all(promoter.may_visit(o.front) for o in stops):
            return None
        hours = promoter.available[stops[0].day]
        if hours is None or len(stops) > promoter.max_sessions_day:
            return None
        home = self.homes[promoter.id]
        clock, at, total = hours[0], home, 0
        for o in sorted(stops, key=_clock):
            leg = self.minutes(at, o.place)
            total += leg
            if clock + leg > o.start - self.problem.setup_min:
                return None
            clock, at = o.end, o.place
        leg = self.minutes(at, home)
        total += leg
        if clock + leg > hours[1] or total > promoter.max_drive_day:
            return None
        return total


def _clock(o: Opening) -> tuple[int, int, str]:
    return (o.start, o.end, o.front)
