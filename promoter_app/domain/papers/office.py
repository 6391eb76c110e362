"""Frozen values of the office's papers: the week, the record of a union of data, the kit of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from promoter_app.domain.papers.material import FacilitatorGuide, HelpCard, WorkerSheet
from promoter_app.domain.papers.sheets import AnswerSheet, AttendanceSheet, QuestionCards


@dataclass(frozen=True)
class PlannedSession:
    """A session of the week; `title` is neutral for sensitive topics."""

    day: date
    start: time
    end: time
    title: str
    place: str
    promoters: str
    note: str = ""


@dataclass(frozen=True)
class WeekRow:
    """A crew (or a promoter) and its sessions."""

    name: str
    detail: str
    sessions: tuple[PlannedSession, ...]


@dataclass(frozen=True)
class WeekPlan:
    """A week, Monday first; sessions of other days are refused."""

    title: str
    monday: date
    rows: tuple[WeekRow, ...]
    days: int = 6
    note: str = ""

    def __post_init__(self) -> None:
        if self.monday.weekday() != 0 or not 5 <= self.days <= 7:
            raise ValueError("a week starts on Monday and has 5 to 7 days")
        for session in (session for row in self.rows for session in row.sessions):
            if not 0 <= (session.day - self.monday).days < self.days:
                raise ValueError(f"session on {session.day} is not of this week")


@dataclass(frozen=True)
class ReceivedFile:
    """A file that was united: who sent it, its name, its fingerprint, what it brought."""

    sender: str
    file: str
    fingerprint: str
    sessions: int
    people: int
    attendances: int


@dataclass(frozen=True)
class Decision:
    """A conflict or a repeated person, what was chosen, and who chose."""

    subject: str
    options: str
    chosen: str
    by: str


@dataclass(frozen=True)
class MergeRecord:
    """Acta de consolidación: what was united, the totals before and after, what was decided, who signs."""

    folio: str
    day: date
    place: str
    project: str
    files: tuple[ReceivedFile, ...]
    totals: tuple[tuple[str, int, int], ...]
    conflicts: tuple[Decision, ...]
    duplicates: tuple[Decision, ...]
    signers: tuple[tuple[str, str], ...]
    note: str = ""

    def __post_init__(self) -> None:
        if any(after < 0 or before < 0 for _, before, after in self.totals):
            raise ValueError("a total is never negative")


KitPaper = AttendanceSheet | AnswerSheet | QuestionCards | FacilitatorGuide | WorkerSheet | HelpCard


@dataclass(frozen=True)
class KitItem:
    """A paper of the kit and how many copies of it go in the file."""

    paper: KitPaper
    copies: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.copies <= 200:
            raise ValueError("1 to 200 copies")


@dataclass(frozen=True)
class DayKit:
    """Everything that one session needs, in one file: a cover with what to bring, then the papers."""

    title: str
    day: date
    place: str
    crew: str
    bring: tuple[str, ...]
    items: tuple[KitItem, ...]
