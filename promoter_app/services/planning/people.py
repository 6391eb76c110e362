"""Promoters and interpreters for the planner: languages, authorisations, hours, where they set out from, roads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.gate.crew import SENSITIVE_LEVEL
from promoter_app.domain.planning.problem import Interpreter, Promoter, Travel
from promoter_app.domain.sessions import minutes_of
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, setting
from promoter_app.services.planning.crews import CrewReading, middle
from promoter_app.services.sessions.recordings import language_code
from promoter_app.store import week as store

if TYPE_CHECKING:
    from promoter_app.services.planning.gathering import Asked

USUAL_HOURS = (6 * 60, 19 * 60)
_SUNDAY = 6
ACROSS = "plan_across_partners"
"""Setting: "1" lets promoters give sessions to crews of other organisations."""
DRIVE, SESSIONS = "plan_drive_minutes", "plan_sessions_a_day"


@dataclass(frozen=True)
class StaffReading:
    """What was read of the people of the project; `names` are by id in hex."""

    promoters: tuple[Promoter, ...]
    interpreters: tuple[Interpreter, ...]
    travel: tuple[Travel, ...]
    names: dict[str, str]


def read_staff(folder: Folder, content: Content, days: list[date], asked: Asked, crews: CrewReading) -> StaffReading:
    """Promoters (only the one asked for, when one is), interpreters, and the table of roads between them and crews."""
    every = store.staff(folder.book, "promoter")
    helpers = store.staff(folder.book, "interpreter")
    spoken = _languages(folder, (*every, *helpers))
    hours = _Hours(folder, days)
    may = _Authorised(folder, content, days[0].isoformat())
    homes = _Homes(folder, crews)
    caps = (int(setting(folder, SESSIONS, "3")), int(setting(folder, DRIVE, "180")))
    own = _own_fronts(crews, across=setting(folder, ACROSS, "0") == "1")
    promoters = tuple(
        Promoter(
            p["id"].hex(), homes(p["id"]), tuple(sorted(spoken[p["id"]] | {SPANISH})), hours.of(p["id"]), True,
            *caps, may(p["id"]), own(p["partner"]),
        )
        for p in every
        if asked.promoter in (None, p["id"])
    )  # fmt: skip
    interpreters = tuple(
        Interpreter(i["id"].hex(), tuple(sorted(spoken[i["id"]])), tuple(h is not None for h in hours.of(i["id"])))
        for i in helpers
    )
    names = {p["id"].hex(): p["name"] for p in (*every, *helpers)}
    return StaffReading(promoters, interpreters, _travel(folder, crews, [p.id for p in promoters]), names)


def _own_fronts(crews: CrewReading, *, across: bool) -> Callable[[bytes | None], frozenset[str] | None]:
    """The fronts of a partner's promoters: its crews and those of nobody; all for who belongs to no partner."""

    def of(partner: bytes | None) -> frozenset[str] | None:
        if across or partner is None:
            return None
        own = frozenset(crew for crew, row in crews.rows.items() if row["partner"] in (None, partner))
        return None if len(own) == len(crews.rows) else own

    return of


def _languages(folder: Folder, people: Iterable[dict[str, Any]]) -> dict[bytes, set[str]]:
    spoken: dict[bytes, set[str]] = defaultdict(set)
    for p in people:
        code = language_code(p["language"])
        spoken[p["id"]] |= {code} if code else set()
    for row in store.languages_of_staff(folder.book):
        code = language_code(row["language"])
        if code:
            spoken[row["person"]].add(code)
    return spoken


class _Hours:
    """When each person works: the last word about a day stands; nothing said means the usual hours, not Sunday."""

    def __init__(self, folder: Folder, days: list[date]) -> None:
        self._days = days
        self._said: dict[bytes, list[dict[str, Any]]] = defaultdict(list)
        for row in store.availability(folder.book, days[0].isoformat(), days[-1].isoformat()):
            self._said[row["person"]].append(row)

    def of(self, person: bytes) -> tuple[tuple[int, int] | None, ...]:
        """Hours of each day in minutes after midnight, None for a day off."""
        return tuple(self._on(person, day) for day in self._days)

    def _on(self, person: bytes, day: date) -> tuple[int, int] | None:
        hours = None if day.weekday() == _SUNDAY else USUAL_HOURS
        for said in self._said[person]:
            in_dates = said["since"] <= day.isoformat() and (said["until"] is None or day.isoformat() <= said["until"])
            if in_dates and said["weekday"] in (None, day.weekday()):
                hours = self._meant(said)
        return hours

    @staticmethod
    def _meant(said: dict[str, Any]) -> tuple[int, int] | None:
        if not said["present"]:
            return None
        start = minutes_of(said["starts"]) if said["starts"] else USUAL_HOURS[0]
        end = minutes_of(said["ends"]) if said["ends"] else USUAL_HOURS[1]
        return (start, end) if start < end else None


class _Homes:
    """Where each person sets out from: the base on record, else the middle of their usual places, else of all."""

    def __init__(self, folder: Folder, crews: CrewReading) -> None:
        known = [*store.usual_places(folder.book), *store.home_bases(folder.book)]
        self._at = {r["person"]: (r["latitude"], r["longitude"]) for r in known if r["latitude"] is not None}
        self._middle = middle([(s.lat, s.lon) for f in crews.fronts for s in f.stays])

    def __call__(self, person: bytes) -> tuple[float, float]:
        return self._at.get(person, self._middle)



class _Authorised:
    """Which modules a person may give: topics below the sensitive levels, and those on record."""

    def __init__(self, folder: Folder, content: Content, day: str) -> None:
        modules = [m for course in content.courses.values() for m in course.modules]
        self._open = frozenset(m.code for m in modules if m.level < SENSITIVE_LEVEL)
        self._named: dict[bytes, set[str]] = defaultdict(set)
        for row in store.module_authorisations(folder.book, day):
            self._named[row["person"]].add(row["module"])

    def __call__(self, person: bytes) -> frozenset[str]:
        return self._open | self._named.get(person, set())



def _travel(folder: Folder, crews: CrewReading, promoters: list[str]) -> tuple[Travel, ...]:
    """The table of roads (places and people) as minutes between crews and promoters; the last word stands."""
    stands: dict[str, list[str]] = defaultdict(list)
    for crew, row in crews.rows.items():
        if row["venue"] is not None:
            stands[row["venue"].hex()].append(crew)
    for p in promoters:
        stands[p].append(p)
    found: dict[frozenset[str], Travel] = {}
    for row in store.travel_times(folder.book):
        for a in stands.get(row["a"].hex(), ()):
            for b in stands.get(row["b"].hex(), ()):
                if a != b:
                    found[frozenset((a, b))] = Travel(a, b, max(0, int(row["minutes"])))
    return tuple(found.values())
