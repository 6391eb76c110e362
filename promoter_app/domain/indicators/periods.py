"""Reporting periods: their dates, how they are written, and the fixed grid of them that a season is cut into."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

_DAY = timedelta(days=1)
_WRITTEN = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True)
class Period:
    """Days from `starts` to `ends`, both included. `id` is the record's, when the period was declared."""

    name: str
    starts: date
    ends: date
    id: bytes | None = None

    def has(self, day: date) -> bool:
        """Whether a day falls in the period."""
        return self.starts <= day <= self.ends

    @property
    def first(self) -> str:
        """The first day as text, `2026-10-01`."""
        return self.starts.isoformat()

    @property
    def last(self) -> str:
        """The last day as text."""
        return self.ends.isoformat()


def parse_period(written: str) -> Period:
    """`2026-10..2027-03`, `2026-10-01..2026-12-15` or one month or day; Refusal `bad_period` for anything else."""
    first, dots, last = written.strip().partition("..")
    starts = _edge(first, last=False)
    ends = _edge(last if dots else first, last=True)
    if starts is None or ends is None or ends < starts:
        raise Refusal(
            "bad_period",
            Sentence(f"«{written}» no es un periodo.", f"“{written}” is not a period."),
            NOTHING_CHANGED,
            Sentence("Escríbelo así: 2026-10..2027-03.", "Write it like this: 2026-10..2027-03."),
        )
    return Period(written.strip(), starts, ends)


def _edge(written: str, *, last: bool) -> date | None:
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    if not 1 <= month <= 12 or year < 1:
        return None
    end = calendar.monthrange(year, month)[1]
    day = int(found[3]) if found[3] else (end if last else 1)
    return date(year, month, day) if 1 <= day <= end else None


def half_year(day: date) -> Period:
    """The usual donor period around a day: October to March or April to September."""
    if 4 <= day.month <= 9:
        return parse_period(f"{day.year}-04..{day.year}-09")
    first = day.year if day.month >= 10 else day.year - 1
    return parse_period(f"{first}-10..{first + 1}-03")


def segments(declared: Iterable[Period], upto: date) -> tuple[Period, ...]:
    """All days until `upto` cut into pieces that never overlap: what lies before, the periods, the gaps between.

    Pieces that are no declared period have no name. Only periods that end by `upto` appear. ValueError when
    two declared periods overlap.
    """
    pieces: list[Period] = []
    after = date.min
    for period in sorted(declared, key=lambda one: (one.starts, one.ends)):
        if period.starts < after:
            raise ValueError(f"{period.name} overlaps the period before")
        if period.ends > upto:
            break
        if period.starts > after:
            pieces.append(Period("", after, period.starts - _DAY))
        pieces.append(period)
        after = period.ends + _DAY
    return tuple(pieces)


def months_between(starts: date, ends: date) -> tuple[Period, ...]:
    """The calendar months that touch a span, the first and last cut to it."""
    months: list[Period] = []
    day = starts
    while day <= ends:
        last = min(ends, day.replace(day=calendar.monthrange(day.year, day.month)[1]))
        months.append(Period(f"{day.year:04d}-{day.month:02d}", day, last))
        day = last + _DAY
    return tuple(months)
