"""The workers as the office knows them: registered week by week, in crews, with consents and cards."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from itertools import islice

from promoter_app.domain.cards import BLOCK_SIZE, CodeKind, make_code
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.services.demo.clocks import SeasonStamp, wall_of
from promoter_app.services.demo.office import office_stamp
from promoter_app.services.demo.season import Day, Season, Stay, Worker
from promoter_app.services.folder import Folder
from promoter_app.services.people.registering import CONSENT_RECORD
from promoter_app.store.writer import Writer

Row = dict[str, bytes | str | int | float | None]
CONSENT_SENSITIVE = "sensitive_data"
CHUNK = 1000
_WEEK = datetime.timedelta(days=7)
_TRAINED_BEFORE = (("Primeros auxilios", "Otra organización"), ("Manejo de agroquímicos", "Ingenio"))


def write_roster(folder: Folder, season: Season, on_people: Callable[[int], None]) -> None:
    """Everybody who is registered at the office, and what changes in their crews and cards; `on_people` counts."""
    _print_cards(folder, season)
    known = [worker for worker in season.workers if not worker.walk_in]
    start = season.size.first_day - _WEEK
    monday = start - start.weekday() * datetime.timedelta(days=1)
    weeks = range((season.size.today - monday).days // 7 + 1)
    arriving = _by_week(known, monday, lambda worker: worker.stays[0].since, len(weeks))
    changing = _by_week(
        [worker for worker in season.workers if _changes(worker)], monday, _first_change, len(weeks)
    )
    for week in weeks:
        stamp = office_stamp(season, monday + week * _WEEK)
        for chunk in _chunks(arriving[week], CHUNK):
            with folder.book.writing(stamp) as write:
                register(write, stamp, season, chunk)
            on_people(len(chunk))
        for chunk in _chunks([one for one in changing[week] if not one.walk_in], CHUNK):
            with folder.book.writing(stamp) as write:
                for worker in chunk:
                    _change(write, stamp, season, worker)


def _by_week(
    workers: list[Worker], monday: Day, day: Callable[[Worker], Day], weeks: int
) -> list[list[Worker]]:
    found: list[list[Worker]] = [[] for _week in range(weeks)]
    for worker in workers:
        found[min(weeks - 1, max(0, (day(worker) - monday).days // 7))].append(worker)
    return found


def _chunks(workers: list[Worker], size: int) -> Iterator[list[Worker]]:
    waiting = iter(workers)
    while chunk := list(islice(waiting, size)):
        yield chunk


def _print_cards(folder: Folder, season: Season) -> None:
    """The office's blocks of numbers, and a card for each number that it will need."""
    stamp = office_stamp(season, season.size.first_day - 2 * _WEEK)
    for first in range(0, season.office_numbers, BLOCK_SIZE):
        with folder.book.writing(stamp) as write:
            write.add("card_block", device=folder.book.device(stamp), first=first, size=BLOCK_SIZE)
            numbers = range(max(1, first), min(first + BLOCK_SIZE, season.office_numbers))
            season.card_ids |= print_cards(write, season, numbers, f"Lote {first // BLOCK_SIZE + 1}")


def print_cards(write: Writer, season: Season, numbers: range | list[int], batch: str) -> dict[int, bytes]:
    """Cards with these numbers, blank; their ids by number."""
    rows: list[Row] = [
        {"code": make_code(CodeKind.CARD, season.tag, number).text, "number": number, "batch": batch}
        for number in numbers
    ]
    return dict(zip(numbers, write.add_many("card", rows), strict=True))


def register(write: Writer, stamp: SeasonStamp, season: Season, workers: list[Worker]) -> None:
    """Write people down with their languages, consents, first crew and card."""
    partners = [season.ids[f"partner {crew.partner}"] for crew in season.crews]
    walls = [wall_of(worker.stays[0].since, "07:30", stamp.run.utc_offset) for worker in workers]
    made = write.add_many(
        "person",
        [
            {
                "kind": "worker", "name": worker.name, "sex": worker.sex, "age_group": worker.age,
                "language": worker.language, "migrant": worker.migrant, "origin": worker.origin,
                "partner": partners[worker.stays[0].crew], "wall": wall,
            }
            for worker, wall in zip(workers, walls, strict=True)
        ],
    )  # fmt: skip
    for worker, person in zip(workers, made, strict=True):
        worker.id = person
    _write_consents(write, workers, walls)
    _write_stays(write, season, [(worker, worker.stays[0]) for worker in workers], walls)
    _give_cards(write, season, workers, walls)
    chance = season.size.chance("before", workers[0].index)
    trained = [worker for worker in workers if chance.random() < 0.012]
    for worker in trained:
        topic, who = chance.choice(_TRAINED_BEFORE)
        write.add("prior_training", person=worker.id, topic=topic, by_whom=who, evidence="Lo dijo la persona")


def _write_consents(write: Writer, workers: list[Worker], walls: list[int]) -> None:
    """Everybody agreed to be registered; the language is kept of those who agreed to that too."""
    rows: list[Row] = []
    spoken: list[Row] = []
    for worker, wall in zip(workers, walls, strict=True):
        how = "oral" if worker.walk_in else "list"
        both = ((CONSENT_RECORD, 1, how), (CONSENT_SENSITIVE, int(worker.language is not None), "written"))
        rows += [
            {"person": worker.id, "purpose": purpose, "given": given, "text_version": "1", "how": how, "wall": wall}
            for purpose, given, how in both
        ]
        if worker.language not in (None, SPANISH):
            level = ("little", "some", "good")[worker.index % 3]
            spoken.append({"person": worker.id, "language": SPANISH, "level": level, "wall": wall})
    write.add_many("consent", rows)
    write.add_many("person_language", spoken)


def _write_stays(write: Writer, season: Season, stays: list[tuple[Worker, Stay]], walls: list[int]) -> None:
    rows: list[Row] = [
        {"person": worker.id, "crew": season.crews[stay.crew].id, "since": stay.since.isoformat(), "wall": wall}
        for (worker, stay), wall in zip(stays, walls, strict=True)
    ]
    for (_worker, stay), made in zip(stays, write.add_many("membership", rows), strict=True):
        stay.id = made


def _give_cards(write: Writer, season: Season, workers: list[Worker], walls: list[int]) -> None:
    rows: list[Row] = []
    for worker, wall in zip(workers, walls, strict=True):
        worker.card = season.card_ids[worker.number]
        rows.append({"card": worker.card, "person": worker.id, "wall": wall})
    write.add_many("card_assignment", rows)


def _changes(worker: Worker) -> bool:
    return worker.stays[0].until is not None or worker.lost_on is not None


def _first_change(worker: Worker) -> Day:
    return max(day for day in (worker.stays[0].until, worker.lost_on) if day is not None)


def _change(write: Writer, stamp: SeasonStamp, season: Season, worker: Worker) -> None:
    """A worker leaves or changes crews; a lost card is cancelled and another given."""
    stay = worker.stays[0]
    if worker.lost_on is not None:
        wall = stamp.turn(worker.lost_on, "08:20")
        worker.card2 = season.card_ids[worker.number2]
        write.add("card_cancel", card=worker.card, reason="lost", good_card=worker.card2)
        write.add("card_assignment", card=worker.card2, person=worker.id, wall=wall)
    if stay.until is not None:
        stamp.turn(stay.until, "18:20")
        write.edit("membership", stay.id, until=stay.until.isoformat())
        for later in worker.stays[1:]:
            _write_stays(write, season, [(worker, later)], [stamp.wall])
