"""Planned against held, what closures displaced, and by when each missed topic should be caught up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from promoter_app.domain.refusal import Sentence

CATCH_UP_DAYS = 30
"""A missed session gets a new date within a month."""


@dataclass(frozen=True)
class Closed:
    """Dates without sessions. `covers` are the ids it is about; empty means everybody."""

    starts: date
    ends: date
    reason: str
    covers: frozenset[bytes] = frozenset()

    def displaces(self, day: date, about: Iterable[bytes]) -> bool:
        """Whether a session of that day, about those ids (crew's partner, company, places, season), falls in it."""
        return self.starts <= day <= self.ends and (not self.covers or not self.covers.isdisjoint(about))


@dataclass(frozen=True)
class PlannedOne:
    """A session of the plan. `about` are the ids a closure may name."""

    code: str
    day: date
    crew: bytes | None
    crew_name: str
    module: str | None
    state: str
    reason: str | None
    about: frozenset[bytes] = frozenset()


@dataclass(frozen=True)
class Missed:
    """A session that was due and not held. `closure` is why, when a closure displaced it.

    `planned_again`: the day of a later session of the same crew and topic; `held_again` whether it was held.
    `catch_up_by`: the last day to catch up; `suggested`: the first open day of the same weekday, if none is planned.
    """

    session: PlannedOne
    closure: Closed | None
    planned_again: date | None
    held_again: bool
    catch_up_by: date
    suggested: date | None


@dataclass(frozen=True)
class Delays:
    """The report: how many were due until today, how many held, and each one missed."""

    planned: int
    held: int
    not_held: int
    overdue: int
    displaced: int
    missed: tuple[Missed, ...]

    @property
    def to_catch_up(self) -> tuple[Missed, ...]:
        """Those that nobody made up for yet."""
        return tuple(one for one in self.missed if not one.held_again)

    @property
    def words(self) -> Sentence:
        """One sentence."""
        left = len(self.to_catch_up)
        return Sentence(
            f"De {self.planned} sesiones que tocaban se dieron {self.held}; {self.displaced} cayeron en un cierre y "
            f"{left} faltan por recuperar.",
            f"Of {self.planned} sessions due, {self.held} were held; {self.displaced} fell in a closure and {left} are "
            "still to catch up.",
        )


def delays(plan: Sequence[PlannedOne], closures: Sequence[Closed], today: date) -> Delays:
    """What of the plan until `today` was not held; a session under way or still to come today is not due yet."""
    due = [
        one for one in plan
        if one.state != "open" and (one.day < today or (one.day == today and one.state in ("held", "not_held")))
    ]
    late = [one for one in due if one.state not in ("held", "reopened")]
    missed = tuple(_missed(one, plan, closures, today) for one in sorted(late, key=lambda one: (one.day, one.code)))
    return Delays(
        planned=len(due), held=len(due) - len(late), not_held=sum(one.state == "not_held" for one in late),
        overdue=sum(one.state != "not_held" for one in late), displaced=sum(one.closure is not None for one in missed),
        missed=missed,
    )


def _missed(one: PlannedOne, plan: Sequence[PlannedOne], closures: Sequence[Closed], today: date) -> Missed:
    closure = next((each for each in closures if each.displaces(one.day, one.about)), None)
    again = [
        other for other in plan
        if one.crew is not None and (other.crew, other.module) == (one.crew, one.module)
        and other.day > one.day and other.state != "not_held"
    ]
    held = [other for other in again if other.state in ("held", "reopened")]
    coming = [other for other in again if other.day >= today or other in held]
    by = max(one.day, today) + timedelta(days=CATCH_UP_DAYS)
    planned = min((other.day for other in held or coming), default=None)
    return Missed(one, closure, planned, bool(held), by, None if planned else _open_day(one, closures, today, by))


def _open_day(one: PlannedOne, closures: Sequence[Closed], today: date, by: date) -> date | None:
    """The first day after today with the weekday of the missed one (its break is agreed) and no closure."""
    day = today + timedelta(days=(one.day.weekday() - today.weekday() - 1) % 7 + 1)
    while day <= by:
        if not any(each.displaces(day, one.about) for each in closures):
            return day
        day += timedelta(days=7)
    return None
