"""Drawing the workers: who they are, which crew they are in from when to when, and their cards."""

from __future__ import annotations

import datetime
import random

from promoter_app.domain.cards import BLOCK_SIZE
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.services.demo.crews import FIRST
from promoter_app.services.demo.land import FIRMS
from promoter_app.services.demo.languages import invented_name, tongue
from promoter_app.services.demo.season import Crew, Day, Meeting, Season, Stay, Worker

BLANKS_PER_LAPTOP = 48
_AGES = ("18-24", "25-34", "35-44", "45-59", "60+")
_AGE_WEIGHTS = (26, 30, 22, 17, 5)
_DAY = datetime.timedelta(days=1)


def draw_workers(season: Season) -> None:
    """Fill the crews with people, then give them cards."""
    held = _held_by_crew(season)
    for crew in season.crews:
        chance = season.size.chance("people", crew.index)
        for language in _languages(crew, chance):
            season.workers.append(_worker(season, crew, language, chance, held[crew.index]))
    season.members = [[] for _crew in season.crews]
    for worker in season.workers:
        for stay in worker.stays:
            season.members[stay.crew].append(worker.index)
    _give_cards(season)


def _held_by_crew(season: Season) -> list[list[Meeting]]:
    held: list[list[Meeting]] = [[] for _crew in season.crews]
    for meeting in season.meetings:
        if meeting.state == "held" and meeting.crew is not None:
            held[meeting.crew].append(meeting)
    return held


def _languages(crew: Crew, chance: random.Random) -> list[str | None]:
    """One language for each person, in the crew's shares, shuffled."""
    spoken: list[str | None] = []
    for code, share in crew.mix[1:]:
        spoken += [code] * round(share * crew.size)
    spoken = spoken[: crew.size]
    spoken += [SPANISH] * (crew.size - len(spoken))
    chance.shuffle(spoken)
    return spoken


def _worker(
    season: Season, crew: Crew, language: str | None, chance: random.Random, held: list[Meeting]
) -> Worker:
    tobacco = FIRMS[crew.firm].sector == "tobacco"
    sex = chance.choices(("M", "F", "X", None), (54, 44, 0.6, 1.4) if tobacco else (78, 20, 0.6, 1.4))[0]
    spoken = tongue(language or SPANISH)
    local = language == SPANISH and chance.random() < 0.6
    worker = Worker(
        index=len(season.workers),
        name=invented_name(chance, sex, spoken.code),
        sex=sex,
        age=chance.choices((*_AGES, None), (*_AGE_WEIGHTS, 2))[0],
        language=language,
        migrant=chance.choices((int(not local), None), (95, 5))[0],
        origin=FIRMS[crew.firm].localities[0].state if local else chance.choice(spoken.origins),
        skill=chance.gauss(0.0, 0.12),
        stays=[Stay(crew.index, crew.starts - chance.randrange(1, 6) * _DAY)],
    )
    if crew.index != FIRST:
        _make_life_happen(season, crew, worker, chance, held)
    return worker


def _make_life_happen(
    season: Season, crew: Crew, worker: Worker, chance: random.Random, held: list[Meeting]
) -> None:
    """Some arrive late, some leave, some change crews."""
    stay, fate = worker.stays[0], chance.random()
    later = held[1:]
    if fate < 0.04 and later:
        meeting = chance.choice(later)
        stay.since, worker.walk_in = meeting.day, True
        meeting.walk_ins.append(worker.index)
        return
    if fate < 0.08:
        stay.since = _some_day(season, crew.starts, chance)
    elif fate < 0.13:
        stay.until = _some_day(season, crew.starts, chance)
    elif fate < 0.17:
        _move(season, crew, worker, chance)
    if crew.dissolved is not None:
        stay.until = min(stay.until or crew.dissolved, crew.dissolved)


def _some_day(season: Season, first: Day, chance: random.Random) -> Day:
    """A day from `first` to the day before yesterday."""
    span = (season.size.today - first).days - 2
    return first + max(0, chance.randrange(max(1, span))) * _DAY


def _move(season: Season, crew: Crew, worker: Worker, chance: random.Random) -> None:
    """To another crew of the same promoter, so that one laptop knows both."""
    others = [
        other.index
        for other in season.crews
        if other.promoter == crew.promoter and other.index not in (crew.index, FIRST) and not other.dissolved
    ]
    day = _some_day(season, crew.starts, chance)
    if others and day > worker.stays[0].since:
        worker.stays[0].until = day - _DAY
        worker.stays.append(Stay(chance.choice(others), day))


def _give_cards(season: Season) -> None:
    """Numbers: everybody known to the office first, then replacements, then each laptop's own block of blanks."""
    chance = season.size.chance("cards")
    number = 1
    known = [worker for worker in season.workers if not worker.walk_in]
    for worker in known:
        worker.number = number
        number += 1
    old = [w for w in known if (season.size.today - w.stays[0].since).days > 8]
    for worker in sorted(chance.sample(old, min(len(old), max(3, len(old) // 70))), key=lambda w: w.index):
        worker.lost_on = worker.stays[0].since + chance.randrange(4, 8) * _DAY
        worker.number2 = number
        number += 1
    needed = [BLANKS_PER_LAPTOP] * season.size.laptops
    for worker in season.workers:
        if worker.walk_in:
            needed[season.laptop_of(season.crews[worker.stays[0].crew].promoter)] += 1
    first = -(-number // BLOCK_SIZE) * BLOCK_SIZE
    for count in needed:
        season.spare_numbers.append(list(range(first, first + count)))
        first += -(-count // BLOCK_SIZE) * BLOCK_SIZE
    season.office_numbers = number


def take_spare(season: Season, laptop: int) -> int:
    """The next blank card of a laptop."""
    return season.spare_numbers[laptop].pop(0)
