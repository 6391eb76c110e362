"""Until when a request about someone's own data has to be answered."""

from __future__ import annotations

from datetime import date, timedelta

REPLY_DAYS = 20
"""Working days to answer (general knowledge, to be verified)."""
_SATURDAY = 5


def due_after(asked: date, working_days: int = REPLY_DAYS) -> date:
    """The last day to answer: Saturdays and Sundays do not count, nor does the day of asking.

    Official holidays are not known here, so the real last day is never earlier than this one.
    """
    day = asked
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < _SATURDAY
    return day
