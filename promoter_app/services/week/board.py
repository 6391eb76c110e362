"""The board of a week: crews by company, days, breaks, closures, sessions with what is wrong about each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from promoter_app.domain.curriculum.course import Course, Module
from promoter_app.domain.gate.crew import HeldSession, crew_gate
from promoter_app.domain.planning.clashes import PLANNED, Planned, clash_words, clashes, clock, closure_words
from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.problem import Session as Visit
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.sessions import minutes_of
from promoter_app.services.curricula import Content, find_module
from promoter_app.services.folder import Folder
from promoter_app.services.planning.gathering import Asked, Gathered, gather
from promoter_app.services.planning.words import Names, names_of
from promoter_app.store import sessions as session_store
from promoter_app.store import week as store

DAYS = 6
NOBODY = Sentence("Nadie va a esta sesión todavía.", "Nobody goes to this session yet.")


@dataclass(frozen=True)
class BoardSession:
    """A session on the board. `number` is the topic's place in its course; `problems` are sentences, worst first."""

    id: bytes
    crew: bytes
    module: str
    number: int
    name: Sentence
    level: int
    held_on: str
    starts: str
    ends: str
    state: str
    pinned: bool
    promoter: bytes | None
    promoter_name: str
    others: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    problems: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class BoardCell:
    """A crew on a day: its sessions, the breaks nothing takes (start, end), why it is closed (None: it is not)."""

    sessions: tuple[BoardSession, ...] = ()
    breaks: tuple[tuple[str, str], ...] = ()
    closed: Sentence | None = None


@dataclass(frozen=True)
class BoardRow:
    """A crew with its place and size, and one cell per day."""

    crew: bytes
    name: str
    place: str
    people: int
    company: str
    sector: str
    promoters: frozenset[bytes]
    cells: tuple[BoardCell, ...]


@dataclass(frozen=True)
class Board:
    """A week from Monday on. `promoters` are all of them (id, name), for the filter."""

    monday: str
    days: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    promoters: tuple[tuple[bytes, str], ...]
    interpreters: tuple[tuple[bytes, str], ...] = ()
    problems: int = 0


def monday_of(day: str) -> str:
    """The Monday of the week that holds `day`."""
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday())).isoformat()


def week_board(
    folder: Folder, content: Content, monday: str, today: str, promoter: bytes | None = None, days: int = DAYS
) -> Board:
    """The board of the week that begins on `monday`; `promoter` leaves only the crews of that person."""
    first = date.fromisoformat(monday)
    last = first + timedelta(days=days - 1)
    sunday = first + timedelta(days=6)
    if store.sessions_in(folder.book, sunday.isoformat(), sunday.isoformat()):
        last = sunday
    now = date.fromisoformat(today)
    asked = Asked(first, last, min(now, last), max(first, min(now, last)), movable=True, bare=True)
    gathered = gather(folder, content, asked)
    names = names_of(gathered, content)
    problems = _problems(folder, content, gathered, names) if last >= now else {}
    making = _Making(content, gathered, Field(gathered.problem), problems)
    rows = [making.row(crew) for crew in gathered.crews]
    if promoter is not None:
        own = {c for c, ps in _seen_by(folder, last.isoformat()).items() if ps == promoter}
        rows = [r for r in rows if promoter in r.promoters or r.crew in own]
    staff = tuple((p["id"], p["name"]) for p in store.staff(folder.book, "promoter"))
    count = sum(bool(s.problems) for r in rows for cell in r.cells for s in cell.sessions)
    helpers = tuple((p["id"], p["name"]) for p in store.staff(folder.book, "interpreter"))
    return Board(monday, tuple(d.date for d in gathered.problem.days), tuple(rows), staff, helpers, count)


def _seen_by(folder: Folder, last: str) -> dict[bytes, bytes]:
    """Who saw each crew last."""
    rows = store.sessions_in(folder.book, "0000-01-01", last)
    return {row["crew"]: row["promoter"] for row in rows if row["promoter"] is not None}


class _Making:
    """Cells out of what was read."""

    def __init__(
        self, content: Content, gathered: Gathered, index: Field, problems: dict[bytes, tuple[Sentence, ...]]
    ) -> None:
        self.content, self.gathered, self.index, self.problems = content, gathered, index, problems
        self.at: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in gathered.sessions:
            self.at[row["crew"].hex(), row["held_on"]].append(row)
        self.others: dict[bytes, list[tuple[str, str]]] = defaultdict(list)
        for row in gathered.staff:
            self.others[row["session"]].append((row["role"], row["name"] or ""))

    def row(self, crew: str) -> BoardRow:
        """The row of one crew."""
        found = self.gathered.crews[crew]
        cells = tuple(self._cell(crew, n) for n in range(len(self.index.cal)))
        where = " ".join(filter(None, (found["venue_name"], found["place_name"])))
        who = frozenset(s.promoter for c in cells for s in c.sessions if s.promoter is not None)
        return BoardRow(
            found["id"], found["name"], where, found["people"] or found["expected"] or 0,
            found["company_name"] or "", found["sector"], who, cells,
        )  # fmt: skip

    def _cell(self, crew: str, n: int) -> BoardCell:
        day = self.gathered.problem.days[n]
        sessions = tuple(self._session(row) for row in self.at[crew, day.date])
        front = self.index.fronts[crew]
        breaks = [b for b in front.breaks if (b.days is None or n in b.days) and not b.id.startswith("s")]
        taken = {s.starts for s in sessions if s.state != "not_held"}
        free, why = [], None
        for b in sorted(breaks, key=lambda b: b.start):
            reason = self.index.closed(front, n, b)
            if reason not in (None, PLANNED):
                why = closure_words(str(reason))
            elif clock(b.start) not in taken:
                free.append((clock(b.start), clock(b.end)))
        return BoardCell(sessions, tuple(free), None if free else why)

    def _session(self, row: dict[str, Any]) -> BoardSession:
        course = self._course(row)
        module = find_module(self.content, course.crop if course else None, row["module"])
        name = Sentence(module.neutral.es, module.neutral.en) if module else Sentence(row["module"] or "", "")
        number = course.order.index(module.code) + 1 if course and module and module.code in course.order else 0
        found = list(self.problems.get(row["id"], ()))
        if row["state"] == "planned" and row["promoter"] is None:
            found.append(NOBODY)
        return BoardSession(
            row["id"], row["crew"], row["module"] or "", number, name, module.level if module else 1, row["held_on"],
            row["starts"], row["ends"], row["state"], bool(row["pinned"]), row["promoter"],
            row["promoter_name"] or "", tuple(self.others[row["id"]]), row["reason"] or "", tuple(found),
        )  # fmt: skip

    def _course(self, row: dict[str, Any]) -> Course | None:
        return self.content.courses.get(self.gathered.crews[row["crew"].hex()]["sector"])


# --- what is wrong ---------------------------------------------------------------------------------------------


def _problems(
    folder: Folder, content: Content, gathered: Gathered, names: Names
) -> dict[bytes, tuple[Sentence, ...]]:
    """What is wrong with each planned session from today on, by session id."""
    rows = {row["id"]: row for row in gathered.sessions}
    planned, of = [], {}
    for visit, id in gathered.standing:
        row = rows[id]
        module = _topic(content, gathered, visit)
        shortest = module.minutes_short if module else 0
        planned.append(Planned(visit, minutes_of(row["starts"]), minutes_of(row["ends"]), shortest))
        of[visit] = id
    missing = ((v, _gate(folder, content, gathered, v, rows[id])) for v, id in gathered.standing)
    gates = {v: why for v, why in missing if why is not None}
    found: dict[bytes, list[Sentence]] = defaultdict(list)
    for clash in clashes(Field(gathered.problem), planned, gates):
        words = Sentence(clash_words(clash, names.es, "es"), clash_words(clash, names.en, "en"))
        if words not in found[of[clash.session]]:
            found[of[clash.session]].append(words)
    return {id: tuple(words) for id, words in found.items()}


def _topic(content: Content, gathered: Gathered, visit: Visit) -> Module | None:
    course = content.courses.get(gathered.crews[visit.front]["sector"])
    return course.module(visit.module) if course else None


def _gate(folder: Folder, content: Content, gathered: Gathered, visit: Visit, row: dict[str, Any]) -> Sentence | None:
    """What the crew still lacks before the topic, counting what is planned before that day; None when nothing."""
    course = content.courses.get(gathered.crews[visit.front]["sector"])
    topic = course.module(visit.module) if course else None
    if course is None or topic is None:
        return None
    held = [
        HeldSession(r["module"], date.fromisoformat(r["held_on"]), r["season"], r["kind"] == "refresher")
        for r in session_store.held_of_crew(folder.book, row["crew"], None)
        if r["module"] and r["kind"] in ("training", "refresher")
    ]
    held += [
        HeldSession(r["module"], date.fromisoformat(r["held_on"]), r["season"])
        for r in gathered.sessions
        if r["crew"] == row["crew"] and r["module"] and r["state"] == "planned" and r["held_on"] < row["held_on"]
    ]
    gate = crew_gate(topic, course.modules, held, row["season"])
    return None if gate.ready else gate.because
