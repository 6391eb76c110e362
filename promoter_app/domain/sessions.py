"""A session as the screens see it, and what may happen to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

OPEN_STATES = frozenset({"open", "reopened"})
STEPS = ("attendance", "pre_test", "topic", "post_test", "closing")
_HOUR = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def is_day(text: str) -> bool:
    """Whether `text` is a day that the calendar has, written `2026-02-17`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_hour(text: str) -> bool:
    """Whether `text` is an hour that a clock shows, written `09:05`."""
    return _HOUR.fullmatch(text) is not None


@dataclass(frozen=True)
class Session:
    """One session with the names that people know it by. Dates and times are local text."""

    id: bytes
    code: str
    kind: str
    held_on: str
    starts: str
    ends: str
    state: str
    module: str | None = None
    curriculum: bytes | None = None
    crew: bytes | None = None
    crew_name: str | None = None
    leader: str | None = None
    venue: bytes | None = None
    venue_name: str | None = None
    place_name: str | None = None
    company_name: str | None = None
    sector: str | None = None
    season: bytes | None = None
    language: str | None = None
    promoter: bytes | None = None
    reason: str | None = None
    note: str | None = None
    people: int = 0
    present: int = 0

    @property
    def is_open(self) -> bool:
        """Whether attendance and tests can be taken now."""
        return self.state in OPEN_STATES

    @property
    def minutes(self) -> int:
        """Length of the break in minutes (0 when it ends before it starts)."""
        return max(0, minutes_of(self.ends) - minutes_of(self.starts))


@dataclass(frozen=True)
class BeforeAfter:
    """One question of the topic, as counts of the group: right answers and answers, before and after."""

    item: str
    before: int = 0
    asked_before: int = 0
    after: int = 0
    asked_after: int = 0


@dataclass(frozen=True)
class SessionSummary:
    """What Cierre shows, counts only. `missing_steps` are steps where nothing was done.

    `faces` counts anonymous opinions: good, so-so, bad. `referrals` counts help offered.
    """

    session: Session
    present: int
    of_crew: int
    from_elsewhere: int
    unnamed: int
    new_people: int
    waiting: int
    tested_before: int
    tested_after: int
    pairs: int
    rose: int
    missing_steps: tuple[str, ...] = field(default_factory=tuple)
    questions: tuple[BeforeAfter, ...] = field(default_factory=tuple)
    faces: tuple[int, int, int] = (0, 0, 0)


def minutes_of(clock: str) -> int:
    """Minutes after midnight of `12:30`."""
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)
