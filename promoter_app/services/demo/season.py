"""The plan of an invented season, in memory before a row is written: who, where, when, and how it went."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field

from promoter_app.domain.curriculum.common import PreflightCheck
from promoter_app.domain.curriculum.course import Course
from promoter_app.services.demo.topics import Papers

Day = datetime.date


@dataclass(frozen=True)
class Size:
    """How big a season is asked for."""

    seed: int
    today: Day
    people: int
    weeks: int
    laptops: int

    def chance(self, *topic: object) -> random.Random:
        """The dice of one matter: the same seed and matter give the same throws, whatever else was drawn."""
        return random.Random("/".join(map(str, (self.seed, *topic))))

    @property
    def first_day(self) -> Day:
        """The first day with sessions."""
        return self.today - datetime.timedelta(weeks=self.weeks)

    @property
    def last_day(self) -> Day:
        """The Sunday of next week: sessions are planned until then."""
        return self.today + datetime.timedelta(days=13 - self.today.weekday())


@dataclass(frozen=True)
class Window:
    """An agreed break; `rest` minutes of it are for eating and belong to the workers."""

    starts: str
    ends: str
    kind: str
    rest: int = 0


@dataclass
class Crew:
    """A crew; `mix` is what its people speak, most first; `windows` its breaks, the usual one first."""

    index: int
    code: str
    name: str
    leader: str
    firm: int
    front: int
    partner: int
    promoter: int
    size: int
    starts: Day
    windows: tuple[Window, ...]
    mix: tuple[tuple[str | None, float], ...]
    topics: tuple[str, ...]
    dissolved: Day | None = None
    id: bytes = b""


@dataclass(slots=True)
class Stay:
    """A worker in a crew from `since` to `until`, both included."""

    crew: int
    since: Day
    until: Day | None = None
    id: bytes = b""


@dataclass(slots=True)
class Worker:
    """A worker. `number` is the card's; `lost_on` the day it was lost and `number2` took its place."""

    index: int
    name: str
    sex: str | None
    age: str | None
    language: str | None
    migrant: int | None
    origin: str | None
    skill: float
    stays: list[Stay]
    number: int = 0
    lost_on: Day | None = None
    number2: int = 0
    walk_in: bool = False
    id: bytes = b""
    card: bytes = b""
    card2: bytes = b""


@dataclass
class Meeting:
    """A session. `why_early` is the override's reason; `topics_before` what its crew already had."""

    code: str
    kind: str
    day: Day
    starts: str
    ends: str
    state: str
    promoter: int
    crew: int | None = None
    module: str | None = None
    firm: int | None = None
    language: str | None = None
    interpreter: int | None = None
    reason: str | None = None
    why_early: str | None = None
    id: bytes = b""
    minutes: int = 0
    walk_ins: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Closure:
    """Dates without sessions. `target` is a firm's index for a company, else None."""

    scope: str
    target: int | None
    starts: Day
    ends: Day
    reason: str
    note: str

    def covers(self, day: Day, firm: int | None) -> bool:
        """Whether nobody of `firm` has a session on `day`."""
        return self.starts <= day <= self.ends and (self.scope == "all" or self.target == firm)


@dataclass(frozen=True)
class Helper:
    """A promoter, interpreter, coordinator or guest from a company."""

    kind: str
    name: str
    sex: str
    age: str
    language: str
    firm: int = 0
    partner: int = 0
    speaks: tuple[str, ...] = ()


@dataclass
class Season:
    """Everything that was invented."""

    size: Size
    tag: int
    courses: dict[str, Course]
    papers: dict[str, dict[str, Papers]]
    harvests: tuple[tuple[Day, Day], ...]
    helpers: list[Helper]
    crews: list[Crew] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)
    ids: dict[str, bytes] = field(default_factory=dict)
    helper_ids: list[bytes] = field(default_factory=list)
    spare_numbers: list[list[int]] = field(default_factory=list)
    office_numbers: int = 1
    card_ids: dict[int, bytes] = field(default_factory=dict)
    preflight: list[PreflightCheck] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[int]:
        """Indexes of the helpers of a kind."""
        return [index for index, helper in enumerate(self.helpers) if helper.kind == kind]

    def laptop_of(self, promoter: int) -> int:
        """Which laptop (0-based) a promoter works on."""
        return promoter % self.size.laptops

    def crew_on(self, worker: Worker, day: Day) -> int | None:
        """The crew a worker belongs to on a day."""
        for stay in reversed(worker.stays):
            if stay.since <= day and (stay.until is None or stay.until >= day):
                return stay.crew
        return None
