"""The season's calendar: when mills grind, which days are closed, which breaks crews have."""

from __future__ import annotations

import datetime
import random

from promoter_app.services.demo.land import CANE_FIRMS, FIRMS
from promoter_app.services.demo.season import Closure, Day, Size, Window

SUNDAY, SATURDAY = 6, 5
_DAY = datetime.timedelta(days=1)
_FEASTS = (
    (1, 1, 1, "Año Nuevo"), (2, 2, 1, "La Candelaria"), (5, 1, 1, "Día del Trabajo"), (5, 10, 1, "Día de las Madres"),
    (9, 16, 1, "Fiestas patrias"), (11, 2, 1, "Día de Muertos"), (12, 12, 1, "Guadalupe"), (12, 24, 3, "Navidad"),
)  # fmt: skip
_MORNING = (("09:00", "09:40"), ("09:30", "10:10"), ("09:50", "10:30"))
_MIDDAY = (("12:00", "12:30", 0), ("13:00", "13:40", 10), ("13:30", "14:10", 10))
NOON = Window("12:00", "12:30", "descanso")
HALF_PAST_ONE = Window("13:30", "14:10", "comida", 10)
AFTERNOON = Window("16:10", "16:50", "descanso", 10)


def minutes(clock: str) -> int:
    """Minutes after midnight of `12:30`."""
    return int(clock[:2]) * 60 + int(clock[3:])


def clock(after_midnight: int) -> str:
    """`12:30` of 750."""
    return f"{after_midnight // 60:02d}:{after_midnight % 60:02d}"


def session_ends(window: Window) -> str:
    """When a session that begins with the break is over: half an hour at most, eating time kept."""
    return clock(min(minutes(window.starts) + 30, minutes(window.ends) - window.rest))


def harvest(size: Size, sector: str, chance: random.Random) -> tuple[Day, Day]:
    """First and last day of a season around the days with sessions.

    A cane harvest is taken from November to June, tobacco from October to May, when the sessions fit in;
    otherwise the season is moved to where they are.
    """
    begin, end = ((11, 5), (6, 20)) if sector == "cane" else ((10, 10), (5, 31))
    shift = chance.randrange(10) * _DAY
    for year in (size.today.year - 1, size.today.year):
        first, last = datetime.date(year, *begin) + shift, datetime.date(year + 1, *end) - shift
        if first <= size.first_day - 7 * _DAY and size.last_day <= last:
            return first, last
    first = size.first_day - datetime.timedelta(days=14) - shift
    return first, max(first + datetime.timedelta(days=210), size.last_day + datetime.timedelta(days=21))


def season_years(first: Day, last: Day) -> str:
    """`2025-2026`, or one year."""
    return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"


def closures(size: Size, kept: set[Day]) -> list[Closure]:
    """Feasts in the season's days, one stoppage behind and one day closed ahead; never on a day in `kept`."""
    found = []
    for year in {size.first_day.year, size.today.year, size.last_day.year}:
        for month, day, length, name in _FEASTS:
            starts = datetime.date(year, month, day)
            found.append(Closure("all", None, starts, starts + (length - 1) * _DAY, "feast", name))
    chance = size.chance("closures")
    stopped = size.first_day + chance.randrange(2, max(3, size.weeks * 7 - 4)) * _DAY
    found.append(Closure("company", 1, stopped, stopped + _DAY, "mill_stopped", "Paro de molienda"))
    found.append(Closure("company", 2, size.last_day - 2 * _DAY, size.last_day - _DAY, "mill_stopped", "Mantenimiento"))
    found.append(Closure("company", 3, size.last_day - _DAY, size.last_day, "feast", "Fiesta del pueblo"))
    inside = [one for one in found if one.starts <= size.last_day and size.first_day <= one.ends]
    clear = [one for one in inside if not any(one.covers(day, one.target) for day in kept)]
    return sorted(clear, key=lambda one: (one.starts, one.note))


def breaks(firm: int, index: int, chance: random.Random) -> tuple[Window, ...]:
    """The breaks agreed with a crew, the usual one for sessions first."""
    if firm not in CANE_FIRMS:
        usual = AFTERNOON if index == 2 else chance.choice((AFTERNOON, NOON))
        return (usual, Window("10:00", "10:40", "almuerzo", 10))
    early = Window(*chance.choice(_MORNING), "almuerzo", 10)
    if index in (0, 1, 3):
        return (HALF_PAST_ONE if index == 1 else NOON, early)
    starts, ends, rest = chance.choice(_MIDDAY)
    return (Window(starts, ends, "comida" if rest else "descanso", rest), early)


def not_sunday(day: Day) -> Day:
    """The same day, or the Saturday before a Sunday."""
    return day - _DAY if day.weekday() == SUNDAY else day


def utc_offset(firm: int) -> int:
    """Minutes from UTC where a firm is: Jalisco is one hour ahead of Nayarit."""
    return -360 if FIRMS[firm].localities[0].state == "Jalisco" else -420
