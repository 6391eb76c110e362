"""Dividing people into crews: how many, how big, whose, and what they speak."""

from __future__ import annotations

import datetime
import random
import unicodedata
from collections.abc import Mapping
from math import ceil

from promoter_app.domain.curriculum.course import Course
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.services.demo.dates import breaks
from promoter_app.services.demo.land import CREW_NAMES, FIRMS, LEADERS, PARTNERS, TOBACCO_CREW_NAMES, TOBACCO_FIRM
from promoter_app.services.demo.season import Crew, Size

FIRST, SECOND, TOBACCO, OPEN = 0, 1, 2, 3
"""The crews of today's three sessions (12:00, 13:30, 16:10) and of the one that yesterday was left open."""
FIRST_CREW_PEOPLE = 24
_SMALLEST, _BIGGEST = 15, 40
_USUAL = 27
_CREWS_OF_A_PROMOTER = 6
_FIRST_FIRMS = (0, 0, TOBACCO_FIRM, 0)
_NAYARIT, _JALISCO = (0, TOBACCO_FIRM), (1, 2)
_FIRST_MIX = ((SPANISH, 14 / 24), ("hch", 7 / 24), ("crn", 3 / 24))
_MAIN_BY_STATE = (("hch", "hch", "hch", "crn", "crn", "stp", "azd"), ("ngu", "mxv", "tcf", "hch"))


def crew_sizes(size: Size) -> list[int]:
    """How many people each crew has in the season; 15 to 40 unless there are too few people for that."""
    chance = size.chance("sizes")
    count = max(3, size.laptops + 3 if size.laptops > 1 else 3, round(size.people / _USUAL))
    first = FIRST_CREW_PEOPLE if size.people >= 60 else max(1, size.people // count)
    rest = size.people - first
    sizes = [rest // (count - 1) + (index < rest % (count - 1)) for index in range(count - 1)]
    for index in range(0, len(sizes) - 1, 2):
        room = min(6, sizes[index] - _SMALLEST, _BIGGEST - sizes[index + 1])
        moved = chance.randint(0, max(0, room))
        sizes[index] -= moved
        sizes[index + 1] += moved
    return [first, *sizes]


def promoters_needed(size: Size, crews: int) -> int:
    """One promoter for about six crews, at least three, at least one on each laptop."""
    return max(size.laptops, ceil(crews / _CREWS_OF_A_PROMOTER), min(3, crews))


def draw_crews(size: Size, courses: Mapping[str, Course]) -> list[Crew]:
    """Every crew of the season."""
    sizes = crew_sizes(size)
    promoters = promoters_needed(size, len(sizes))
    taken: set[str] = set()
    named: dict[str, int] = {}
    return [_crew(size, courses, index, people, _promoter(index, len(sizes), promoters), taken, named)
            for index, people in enumerate(sizes)]  # fmt: skip


def _promoter(index: int, crews: int, promoters: int) -> int:
    """The first promoter has the first four crews, the others share the rest in order."""
    if index <= OPEN or promoters == 1:
        return 0
    return 1 + (index - OPEN - 1) * (promoters - 1) // (crews - OPEN - 1)


def _crew(
    size: Size,
    courses: Mapping[str, Course],
    index: int,
    people: int,
    promoter: int,
    taken: set[str],
    named: dict[str, int],
) -> Crew:
    chance = size.chance("crew", index)
    west = promoter % 2 == 0
    firm = _FIRST_FIRMS[index] if index <= OPEN else chance.choice(_NAYARIT if west else _JALISCO)
    name = _name(firm, named)
    order = _order(courses[FIRMS[firm].sector].order, index, chance)
    return Crew(
        index=index,
        code=_code(name, taken),
        name=name,
        leader=LEADERS[index] if index < len(LEADERS) else f"{chance.choice(LEADERS).split()[0]} {_surname(chance)}",
        firm=firm,
        front=0 if index in (FIRST, SECOND) else chance.randrange(len(FIRMS[firm].localities)),
        partner=promoter % len(PARTNERS[: 2 if promoter < 4 else 3]),
        promoter=promoter,
        size=people,
        starts=_starts(size, index, chance),
        windows=breaks(firm, index, chance),
        mix=_FIRST_MIX if index == FIRST else _mix(chance, firm, _MAIN_BY_STATE[0 if west else 1]),
        topics=order,
    )


def _starts(size: Size, index: int, chance: random.Random) -> datetime.date:
    """When a crew's course begins; those of today's sessions are in the middle of theirs."""
    if index <= OPEN:
        return max(size.first_day, size.today - datetime.timedelta(days=chance.randrange(15, 36)))
    latest = max(2, min(size.weeks * 7 - 10, size.weeks * 4))
    return size.first_day + datetime.timedelta(days=chance.randrange(latest))


def _surname(chance: random.Random) -> str:
    return chance.choice(LEADERS).split()[1]


def _name(firm: int, named: dict[str, int]) -> str:
    """The next name of the list, with a number behind from the second time on."""
    names = TOBACCO_CREW_NAMES if firm == TOBACCO_FIRM else CREW_NAMES
    key = "tobacco" if firm == TOBACCO_FIRM else "cane"
    number = named.get(key, 0)
    named[key] = number + 1
    name, again = names[number % len(names)], number // len(names)
    return f"{name} {again + 1}" if again else name


def _code(name: str, taken: set[str]) -> str:
    """`LPI` of Los Pinos, `GN2` or `LPI2` where that is taken."""
    words = [_plain(word) for word in name.split() if not word.isdecimal()]
    stem = (words[0][:1] + words[-1][:2] if len(words) > 1 else words[0][:3]).upper()
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}{number}"
    taken.add(code)
    return code


def _plain(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _order(order: tuple[str, ...], index: int, chance: random.Random) -> tuple[str, ...]:
    """The order of topics: some crews swap two of the first level, a few take one before its time."""
    topics = list(order)
    if index == OPEN + 1 or (index > OPEN and chance.random() < 0.02):
        return (topics[0], "M6", *(code for code in topics[1:] if code != "M6"))
    if index > OPEN and chance.random() < 0.03:
        at, to = topics.index("M7"), topics.index("M8")
        topics[at], topics[to] = topics[to], topics[at]
    elif index > TOBACCO and chance.random() < 0.3:
        topics[2], topics[3] = topics[3], topics[2]
    return tuple(topics)


def _mix(chance: random.Random, firm: int, local: tuple[str, ...]) -> tuple[tuple[str | None, float], ...]:
    """Shares of languages: half of the cane crews are mixed, most in tobacco: 25 to 40 % of one indigenous language."""
    main = chance.choice(local)
    if chance.random() < (0.8 if firm == TOBACCO_FIRM else 0.5):
        share = chance.uniform(0.25, 0.4)
        other = chance.choice(local)
        return ((SPANISH, 0.9 - share), (main, share), (other, 0.07), (None, 0.03))
    return ((SPANISH, 0.9), (main, 0.06), (None, 0.04))
