"""Who came to an invented session: members of the crew, somebody from another, a walk-in, a card nobody knows."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from promoter_app.domain.attendance import ScanState
from promoter_app.domain.cards import MAX_TAG, CodeKind, make_code
from promoter_app.services.demo.clocks import SeasonStamp
from promoter_app.services.demo.roster import register
from promoter_app.services.demo.season import Day, Meeting, Season, Worker
from promoter_app.services.demo.workers import take_spare
from promoter_app.store.writer import Writer

Row = dict[str, bytes | str | int | float | None]
_WAYS = ("scanner", "camera", "typed", "sheet")
_WEIGHTS = (60, 22, 12, 6)
_WITH_CARD = ("scanner", "camera", "walk_in")
_LOWEST, _HIGHEST = 0.62, 0.95


@dataclass
class Present:
    """Those present in a session, the scans that led to some of them, and how many rows count."""

    people: list[Worker] = field(default_factory=list)
    scans: dict[int, bytes] = field(default_factory=dict)
    counted: int = 0


def write_attendance(
    write: Writer, stamp: SeasonStamp, season: Season, meeting: Meeting, chance: random.Random
) -> Present:
    """Attendance of a crew's session."""
    members = _members(season, meeting)
    rate = chance.uniform(_LOWEST, _HIGHEST)
    here = Present(chance.sample(members, min(len(members), max(1, round(rate * len(members))))))
    _write_walk_ins(write, stamp, season, meeting, here)
    if chance.random() < 0.12:
        _write_visitor(write, season, meeting, here, chance)
    _write_rows(write, stamp, season, meeting, here, chance)
    _write_strange_scan(write, stamp, season, meeting, chance)
    if chance.random() < 0.12:
        unnamed: Row = {"session": meeting.id, "sex": chance.choice("FM"), "reason": "no_consent"}
        minor: Row = {"session": meeting.id, "sex": "M", "age_group": "15-17", "reason": "minor"}
        write.add_many("unnamed_presence", [unnamed if chance.random() < 0.6 else minor])
    return here


def _members(season: Season, meeting: Meeting) -> list[Worker]:
    """Who belongs to the crew that day, without those who came for the first time."""
    crew = meeting.crew or 0
    found = []
    for index in season.members[crew]:
        worker = season.workers[index]
        new = worker.walk_in and worker.stays[0].since == meeting.day
        if not new and season.crew_on(worker, meeting.day) == crew:
            found.append(worker)
    return found


def _write_walk_ins(
    write: Writer, stamp: SeasonStamp, season: Season, meeting: Meeting, here: Present
) -> None:
    """People registered during the session, each with a blank card of this laptop."""
    if not meeting.walk_ins:
        return
    new = [season.workers[index] for index in meeting.walk_ins]
    stamp.turn(meeting.day, meeting.starts, 200)
    for worker in new:
        worker.number = take_spare(season, season.laptop_of(meeting.promoter))
    register(write, stamp, season, new)
    for worker in new:
        code = make_code(CodeKind.CARD, season.tag, worker.number).text
        scan = write.add(
            "scan", session=meeting.id, code=code, card=worker.card, state=ScanState.BLANK.value, way="scanner"
        )
        write.add("scan_answer", scan=scan, answer="registered")
        here.scans[worker.index] = scan
    here.people += new


def _write_visitor(
    write: Writer, season: Season, meeting: Meeting, here: Present, chance: random.Random
) -> None:
    """Somebody of another crew of this promoter, counted after a question."""
    others = [crew.index for crew in season.crews if crew.promoter == meeting.promoter and crew.index != meeting.crew]
    if not others:
        return
    worker = season.workers[chance.choice(season.members[chance.choice(others)])]
    home = season.crew_on(worker, meeting.day)
    if home in (None, meeting.crew) or not worker.id:
        return
    code = make_code(CodeKind.CARD, season.tag, number_on(worker, meeting.day)).text
    scan = write.add(
        "scan", session=meeting.id, card=card_on(worker, meeting.day), person=worker.id, code=code,
        state=ScanState.OTHER_CREW.value, way="scanner",
    )
    write.add("scan_answer", scan=scan, answer="counted")
    here.scans[worker.index] = scan
    here.people.append(worker)


def _write_rows(
    write: Writer, stamp: SeasonStamp, season: Season, meeting: Meeting, here: Present, chance: random.Random
) -> None:
    first = stamp.turn(meeting.day, meeting.starts)
    rows: list[Row] = []
    for worker in here.people:
        way = _way(worker, meeting, here, chance)
        home = season.crew_on(worker, meeting.day)
        rows.append(
            {
                "session": meeting.id, "person": worker.id,
                "card": card_on(worker, meeting.day) if way in _WITH_CARD else None,
                "crew": None if home is None else season.crews[home].id, "way": way,
                "scan": here.scans.get(worker.index), "wall": first + chance.randrange(8_000, 330_000),
            }
        )  # fmt: skip
    rows.sort(key=lambda row: row["wall"])  # type: ignore[arg-type, return-value]
    if rows and chance.random() < 0.03:
        mistaken = write.add_many("attendance", rows[:1])[0]
        write.void("attendance", mistaken, "undo")
    write.add_many("attendance", rows)
    here.counted = len(rows)


def _way(worker: Worker, meeting: Meeting, here: Present, chance: random.Random) -> str:
    if worker.walk_in and worker.stays[0].since == meeting.day:
        return "walk_in"
    if worker.index in here.scans:
        return "scanner"
    return chance.choices(_WAYS, _WEIGHTS)[0]


def card_on(worker: Worker, day: Day) -> bytes:
    """The card that a worker carried on a day."""
    return worker.card2 if worker.lost_on is not None and day > worker.lost_on else worker.card


def number_on(worker: Worker, day: Day) -> int:
    """The number of that card."""
    return worker.number2 if worker.lost_on is not None and day > worker.lost_on else worker.number


def _write_strange_scan(
    write: Writer, stamp: SeasonStamp, season: Season, meeting: Meeting, chance: random.Random
) -> None:
    """A card of another project now and then; in the session left open it still waits."""
    left_open = meeting.state == "open"
    if not left_open and chance.random() > 0.04:
        return
    stamp.turn(meeting.day, meeting.starts, 260)
    foreign = make_code(CodeKind.CARD, (season.tag + 1) % (MAX_TAG + 1), chance.randrange(1, 900)).text
    scan = write.add("scan", session=meeting.id, code=foreign, state=ScanState.UNKNOWN.value, way="scanner")
    if not left_open:
        write.add("scan_answer", scan=scan, answer="dismissed")
