"""Who is present: the verdict on one card or one typed name. Attendance is never refused to a worker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from promoter_app.domain.people import Person


class ScanState(StrEnum):
    """The verdicts of a scan, in the words that programs read too."""

    PRESENT = "present"
    ALREADY = "already"
    OTHER_CREW = "other_crew"
    UNKNOWN = "unknown"
    BLANK = "blank"
    CANCELLED = "cancelled"
    CLOSED = "closed"


WAITING = frozenset({ScanState.OTHER_CREW, ScanState.UNKNOWN, ScanState.BLANK, ScanState.CANCELLED})
"""Verdicts that wait for somebody's answer and never block the line."""


@dataclass(frozen=True)
class Evidence:
    """What the store knows about one scan before the verdict.

    `ours` is a card code of this project; `present_at` the time ("12:03") when the person was counted already;
    `session_crew` None means a session open to anybody.
    """

    session_open: bool
    ours: bool = True
    card_assigned: bool = True
    card_cancelled: bool = False
    person: Person | None = None
    in_session_crew: bool = True
    present_at: str | None = None


def judge(seen: Evidence) -> ScanState:
    """The one verdict. Order matters: a closed session first, then the card, then the person."""
    if not seen.session_open:
        return ScanState.CLOSED
    if not seen.ours:
        return ScanState.UNKNOWN
    if seen.card_cancelled:
        return ScanState.ALREADY if seen.present_at else ScanState.CANCELLED
    if seen.person is None:
        return ScanState.UNKNOWN if seen.card_assigned else ScanState.BLANK
    if seen.present_at:
        return ScanState.ALREADY
    return ScanState.PRESENT if seen.in_session_crew else ScanState.OTHER_CREW


@dataclass(frozen=True)
class ScanOutcome:
    """What the panel shows. `at` is local time ("12:03:41"); `scan` is the waiting scan's id, if it waits."""

    state: ScanState
    at: str
    person: Person | None = None
    card_number: int | None = None
    card: bytes | None = None
    good_number: int | None = None
    earlier: str | None = None
    scan: bytes | None = None
    attendance: bytes | None = None
    present: int = 0


@dataclass(frozen=True)
class Present:
    """A row of who is here. `mark` is present, other_crew or new_person."""

    attendance: bytes
    person: Person
    at: str
    mark: str


@dataclass(frozen=True)
class Tally:
    """Counts of a session: present in all, of its crew, from elsewhere, without a name, roster size, waiting."""

    present: int = 0
    of_crew: int = 0
    from_elsewhere: int = 0
    unnamed: int = 0
    roster: int = 0
    new_people: int = 0
    waiting: int = 0
