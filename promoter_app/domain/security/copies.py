"""Which copies to keep: many of today, one a day, one a week, one a month; then the oldest go, as room demands."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

EVERY_SECONDS = 30 * 60
"""Seconds of use between copies."""
DAYS, WEEKS, MONTHS = 7, 5, 12
LATEST = 6
MOST_BYTES = 2 * 1024**3


@dataclass(frozen=True)
class Copy:
    """A copy as a rule sees it: its file name, local time, and size in bytes."""

    name: str
    made: datetime.datetime
    size: int


def copies_to_drop(copies: Sequence[Copy], most_bytes: int = MOST_BYTES) -> list[Copy]:
    """What may go: all but the latest LATEST, the last of each of DAYS days, WEEKS weeks and MONTHS months; and of
    those the oldest while together they pass `most_bytes`. The newest copy is never dropped.
    """
    newest_first = sorted(copies, key=lambda copy: (copy.made, copy.name), reverse=True)
    kept = set(newest_first[:LATEST])
    for spans, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        seen: dict[object, Copy] = {}
        for copy in newest_first:
            seen.setdefault(spans(copy.made), copy)
        kept |= set(list(seen.values())[:most])
    allowed: list[Copy] = []
    room = most_bytes
    for copy in newest_first:
        if copy not in kept or (allowed and copy.size > room):
            continue
        allowed.append(copy)
        room -= copy.size
    return [copy for copy in newest_first if copy not in allowed]


def _day(made: datetime.datetime) -> object:
    return made.date()


def _week(made: datetime.datetime) -> object:
    return made.isocalendar()[:2]


def _month(made: datetime.datetime) -> object:
    return made.year, made.month
