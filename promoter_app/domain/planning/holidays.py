"""Days of compulsory rest in Mexico, by rules of our own (LFT art. 74): seven every year, one every six years.

Election days are set each time: the office enters them as a closure.
"""

from __future__ import annotations

from datetime import date, timedelta

_HANDOVER_FROM, _EVERY = 2024, 6


def rest_days(year: int) -> dict[date, str]:
    """Each day of compulsory rest of `year` with a stable word for it."""
    days = {
        date(year, 1, 1): "new_year",
        _nth_monday(year, 2, 1): "constitution",
        _nth_monday(year, 3, 3): "juarez",
        date(year, 5, 1): "labour",
        date(year, 9, 16): "independence",
        _nth_monday(year, 11, 3): "revolution",
        date(year, 12, 25): "christmas",
    }
    if year >= _HANDOVER_FROM and (year - _HANDOVER_FROM) % _EVERY == 0:
        days[date(year, 10, 1)] = "handover"
    return days


def is_rest_day(day: date) -> bool:
    """Whether `day` is one of compulsory rest."""
    return day in rest_days(day.year)


def _nth_monday(year: int, month: int, n: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 7 * (n - 1))
