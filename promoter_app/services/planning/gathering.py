"""A planning problem read from the data folder: what the planner may decide about some days, and what stands already.

Each crew is a front of its own at the place where it cuts, with its own breaks, because a session of ours has one
crew. What is planned and cannot be given as a fixed visit still keeps its crew and its promoter from being planned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from promoter_app.domain.planning.locks import without_clashing_locks
from promoter_app.domain.planning.problem import Closure, Day, Plan, PlanningProblem, Session
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import minutes_of
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, setting
from promoter_app.services.planning.crews import CrewReading, read_crews
from promoter_app.services.planning.people import read_staff
from promoter_app.services.planning.syllabus import syllabus
from promoter_app.store import week as store

MOST_DAYS = 60
SPEED, SENSITIVE_GAP = "plan_speed_kmh", "plan_sensitive_gap_days"
TWO_PROMOTERS = "plan_two_promoters"
PAY_DAY = "plan_pay_day"
"""Setting "weekday from to", for example "5 12:00 15:00" (0 = Monday): hours of pay day without sessions."""


@dataclass(frozen=True)
class Asked:
    """Which days (both included), since when the planner may decide, for whom, and what may move."""

    first: date
    last: date
    today: date
    start: date
    promoter: bytes | None = None
    movable: bool = False
    pinned_too: frozenset[bytes] = frozenset()
    """Sessions that stay although they are not pinned (a move that somebody refused)."""
    bare: bool = False
    """Only to look at: nothing is fixed, so that every session keeps its own faults."""


@dataclass(frozen=True)
class Gathered:
    """The problem, the planned sessions as visits of it (`standing`: visit -> session id), and what rows say."""

    problem: PlanningProblem
    standing: tuple[tuple[Session, bytes], ...]
    crews: Mapping[str, dict[str, Any]]
    people: Mapping[str, str]
    notes: tuple[Sentence, ...] = ()
    sessions: tuple[dict[str, Any], ...] = ()
    staff: tuple[dict[str, Any], ...] = field(default_factory=tuple)

    @property
    def plan(self) -> Plan:
        """The planned sessions as visits."""
        return tuple(s for s, _ in self.standing)


def gather(folder: Folder, content: Content, asked: Asked) -> Gathered:
    """Read the problem of some days. Raises Refusal when the days are none or too many."""
    _check(asked)
    days = [asked.first + timedelta(days=n) for n in range((asked.last - asked.first).days + 1)]
    first, last = asked.first.isoformat(), asked.last.isoformat()
    since = min(asked.first, asked.today).isoformat()
    rows = store.sessions_in(folder.book, since, last)
    staff_rows = store.staff_of_sessions(folder.book, since, last)
    crews = read_crews(folder, content, days, asked)
    staff = read_staff(folder, content, days, asked, crews)
    problem = PlanningProblem(
        name=f"{first}..{last}",
        days=tuple(Day(d.isoformat(), d.toordinal() - asked.first.toordinal(), d.weekday()) for d in days),
        modules=syllabus(content, {row["sector"] for row in crews.rows.values()}, _two(folder)),
        fronts=crews.fronts,
        crews=crews.crews,
        promoters=staff.promoters,
        interpreters=staff.interpreters,
        closures=(*crews.closures, *_pay_day(folder, days)),
        travel=staff.travel,
        speed_kmh=float(setting(folder, SPEED, "30")),
        sensitive_gap=int(setting(folder, SENSITIVE_GAP, "3")),
        today=max(0, min(len(days), (asked.start - asked.first).days)),
    )
    standing = _Standing(problem, crews, asked, staff_rows)
    for row in rows:
        standing.put(row)
    problem, visits = standing.finish()
    notes = (*crews.notes, *standing.notes)
    return Gathered(problem, visits, crews.rows, staff.names, notes, tuple(rows), tuple(staff_rows))


def _check(asked: Asked) -> None:
    if asked.last < asked.first:
        raise Refusal(
            "days_reversed",
            Sentence("El último día está antes que el primero.", "The last day comes before the first."),
            NOTHING_CHANGED,
            Sentence("Corrige las fechas.", "Correct the dates."),
        )
    if (asked.last - asked.first).days >= MOST_DAYS:
        raise Refusal(
            "too_many_days",
            Sentence(f"Un plan abarca a lo más {MOST_DAYS} días.", f"A plan spans at most {MOST_DAYS} days."),
            NOTHING_CHANGED,
            Sentence("Pide menos días.", "Ask for fewer days."),
        )


def _two(folder: Folder) -> bool:
    return setting(folder, TWO_PROMOTERS, "0") == "1"


def _pay_day(folder: Folder, days: list[date]) -> list[Closure]:
    parts = setting(folder, PAY_DAY, "").split()
    if len(parts) != 3:
        return []
    weekday, start, end = int(parts[0]), minutes_of(parts[1]), minutes_of(parts[2])
    return [Closure("all", None, n, "pay_day", start, end) for n, d in enumerate(days) if d.weekday() == weekday]


class _Standing:
    """The sessions that are planned already, one by one: a visit of the problem, or what keeps its place free."""

    def __init__(
        self, problem: PlanningProblem, crews: CrewReading, asked: Asked, more: list[dict[str, Any]]
    ) -> None:
        self.problem, self.crews, self.asked = problem, crews, asked
        self.promoters = {p.id for p in problem.promoters}
        self.interpreters = {i.id for i in problem.interpreters}
        self.modules = {m.id for m in problem.modules}
        self.more: dict[bytes, list[dict[str, Any]]] = {}
        for row in more:
            self.more.setdefault(row["session"], []).append(row)
        self.visits: list[tuple[Session, bytes, bool]] = []
        self.blocked: list[dict[str, Any]] = []
        self.notes: list[Sentence] = []

    def put(self, row: dict[str, Any]) -> None:
        """One session of the days asked about."""
        crew, day = row["crew"].hex(), date.fromisoformat(row["held_on"])
        if row["state"] == "not_held" or crew not in self.crews.rows:
            return
        began = row["state"] != "planned"
        if began or day < self.asked.start:
            if day >= (self.asked.start if began else self.asked.today):
                self.blocked.append(row)
            return
        promoter = row["promoter"].hex() if row["promoter"] else None
        if promoter not in self.promoters or row["module"] not in self.modules or row["kind"] != "training":
            self.blocked.append(row)
            return
        others = self.more.get(row["id"], [])
        second = next((o["person"].hex() for o in others if o["role"] == "promoter"), None)
        helper = next((o["person"].hex() for o in others if o["role"] == "interpreter"), None)
        visit = Session(
            promoter=promoter,
            day=(day - self.asked.first).days,
            front=crew,
            break_id=self.crews.break_for(row, (day - self.asked.first).days),
            module=row["module"],
            crews=(crew,),
            interpreter=helper if helper in self.interpreters else None,
            second=second if second in self.promoters else None,
        )
        kept = not self.asked.movable or bool(row["pinned"]) or row["id"] in self.asked.pinned_too
        stays = kept and not self.asked.bare
        self.visits.append((visit, row["id"], stays))

    def finish(self) -> tuple[PlanningProblem, tuple[tuple[Session, bytes], ...]]:
        """The problem with fixed visits; those that break a rule only keep their crew and promoter busy.

        A promoter's day with such a visit is left as it is: nothing is added to it, and its other visits count as held.
        """
        standing = tuple((visit, id) for visit, id, _ in self.visits)
        base = self._as_planned(replace(self.problem, fronts=self.crews.fronts_with_own_breaks()))
        fixed = [visit for visit, _, stays in self.visits if stays]
        aside: list[Session] = []
        while True:
            problem = self._blocking(replace(base, locked=tuple(v for v in fixed if v not in aside)), aside)
            clashes = [c.session for c in without_clashing_locks(problem)[1] if c.session is not None]
            if not clashes:
                break
            days = {(p, s.day) for s in clashes for p in s.promoters}
            aside += [v for v in fixed if v not in aside and any((p, v.day) in days for p in v.promoters)]
        if aside:
            n = len(aside)
            self.notes.append(_left_alone(n))
        return problem, standing

    def _as_planned(self, problem: PlanningProblem) -> PlanningProblem:
        """Whoever was sent to a crew of another organisation by hand may go there."""
        sent: dict[str, set[str]] = {}
        for visit, _, _ in self.visits:
            for p in visit.promoters:
                sent.setdefault(p, set()).add(visit.front)
        return replace(
            problem,
            promoters=tuple(
                p if p.fronts is None else replace(p, fronts=p.fronts | sent.get(p.id, set()))
                for p in problem.promoters
            ),
        )

    def _blocking(self, problem: PlanningProblem, aside: list[Session]) -> PlanningProblem:
        """Crews that have something on a day get nothing else then; so do the promoters of visits put aside."""
        first = self.asked.first
        busy: set[tuple[str, int]] = set()
        had: dict[str, dict[str, int]] = {}
        for row in self.blocked:
            day = (date.fromisoformat(row["held_on"]) - first).days
            busy.add((row["crew"].hex(), day))
            if row["module"] in self.modules:
                had.setdefault(row["crew"].hex(), {})[row["module"]] = day
        for s in aside:
            busy.add((s.crews[0], s.day))
            had.setdefault(s.crews[0], {})[s.module] = s.day
        off = {(p, s.day) for s in aside for p in s.promoters}
        closures = tuple(Closure("front", c, d, "planned") for c, d in sorted(busy) if d >= 0)
        return replace(
            problem,
            closures=(*problem.closures, *closures),
            crews=tuple(self.crews.with_more(c, had.get(c.id, {})) for c in problem.crews),
            promoters=tuple(
                replace(p, available=tuple(None if (p.id, d) in off else h for d, h in enumerate(p.available)))
                for p in problem.promoters
            ),
        )


def _left_alone(n: int) -> Sentence:
    if n == 1:
        return Sentence(
            "Una sesión que ya estaba no cabe en las reglas; se dejó como está.",
            "One session that was there already does not fit the rules; it was left as it is.",
        )
    return Sentence(
        f"{n} sesiones que ya estaban no caben en las reglas; se dejaron como están.",
        f"{n} sessions that were there already do not fit the rules; they were left as they are.",
    )
