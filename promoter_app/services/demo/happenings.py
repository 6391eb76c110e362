"""What happened in the sessions of one laptop on one day, written in the order in which it happened."""

from __future__ import annotations

import random
from dataclasses import dataclass

from promoter_app.domain.gate.crew import COORDINATOR_LEVEL, SENSITIVE_LEVEL
from promoter_app.domain.sessions import STEPS
from promoter_app.services.demo.attendance import Present, write_attendance
from promoter_app.services.demo.clocks import SeasonStamp
from promoter_app.services.demo.helpers import COORDINATOR
from promoter_app.services.demo.knowledge import Test, choose_paper, choose_way, write_hands, write_tests
from promoter_app.services.demo.land import FIRMS, HELP_CHANNELS
from promoter_app.services.demo.season import Meeting, Season, Worker
from promoter_app.services.demo.topics import CHANNELS_LEVEL, module_of
from promoter_app.store.writer import Writer

Row = dict[str, bytes | str | int | float | None]
_COMMENTS = (
    "Que traigan más sombra", "Se entendió bien", "Queremos el dibujo para la casa", "Muy rápido", "Gracias por venir",
)  # fmt: skip
_OVERRIDE_NOTE = "Se platicó con el grupo y con la coordinación antes de empezar."


@dataclass
class Told:
    """How much was written: valid attendances, attempts, answers."""

    attendance: int = 0
    attempts: int = 0
    answers: int = 0


def plan_meeting(write: Writer, season: Season, meeting: Meeting) -> None:
    """The session as it was planned, before anything happened."""
    crew = None if meeting.crew is None else season.crews[meeting.crew]
    crop = None if meeting.firm is None else FIRMS[meeting.firm].sector
    meeting.id = write.add(
        "session", code=meeting.code, kind=meeting.kind, crew=crew.id if crew else None, module=meeting.module,
        curriculum=season.ids[f"course {crop}"] if meeting.module else None, venue=_venue(season, meeting),
        season=None if meeting.firm is None else season.ids[f"season {meeting.firm}"], held_on=meeting.day.isoformat(),
        starts=meeting.starts, ends=meeting.ends, promoter=_helper(season, "promoter", meeting.promoter),
        modality="in_person", language=meeting.language, state="planned", pinned=0,
    )
    if meeting.interpreter is not None:
        person = season.helper_ids[meeting.interpreter]
        write.add("session_staff", session=meeting.id, person=person, role="interpreter")


def _venue(season: Season, meeting: Meeting) -> bytes | None:
    if meeting.crew is not None:
        crew = season.crews[meeting.crew]
        return season.ids[f"venue {crew.firm} {crew.front}"]
    return None if meeting.firm is None else season.ids[f"albergue {meeting.firm}"]


def _helper(season: Season, kind: str, number: int) -> bytes:
    return season.helper_ids[season.of_kind(kind)[number]]


def happen(write: Writer, stamp: SeasonStamp, season: Season, meeting: Meeting, told: Told) -> None:
    """Write what became of a planned session."""
    if meeting.state == "not_held":
        stamp.turn(meeting.day, meeting.starts, -900)
        write.edit("session", meeting.id, state="not_held", reason=meeting.reason)
        return
    stamp.turn(meeting.day, meeting.starts, -60)
    write.edit("session", meeting.id, state="open")
    chance = season.size.chance("session", meeting.code)
    if meeting.crew is None:
        told.attendance += _write_gathering(write, stamp, season, meeting, chance)
    else:
        _write_crew_session(write, stamp, season, meeting, chance, told)
    if meeting.state == "held":
        stamp.turn(meeting.day, meeting.ends, 240)
        write.edit("session", meeting.id, state="held")


def _write_gathering(
    write: Writer, stamp: SeasonStamp, season: Season, meeting: Meeting, chance: random.Random
) -> int:
    """A session without a crew: staff in training, guests, or families at the lodging."""
    rows: list[Row] = []
    if meeting.kind == "community":
        crews = [crew.index for crew in season.crews if (crew.promoter, crew.firm) == (meeting.promoter, meeting.firm)]
        people = [season.workers[index] for crew in crews for index in season.members[crew]]
        known = [worker for worker in people if worker.id and season.crew_on(worker, meeting.day) in crews]
        for worker in chance.sample(known, min(len(known), 18)):
            crew = season.crew_on(worker, meeting.day)
            rows.append({"person": worker.id, "way": "sheet", "crew": None if crew is None else season.crews[crew].id})
    else:
        kinds = ("private",) if meeting.kind == "private_sector" else ("promoter", "interpreter")
        for kind in kinds:
            for index in season.of_kind(kind):
                if kind != "private" or season.helpers[index].firm == meeting.firm:
                    rows.append({"person": season.helper_ids[index], "way": "typed"})
    first = stamp.turn(meeting.day, meeting.starts)
    for number, row in enumerate(rows):
        row |= {"session": meeting.id, "wall": first + 7_000 * (number + 1)}
    write.add_many("attendance", rows)
    return len(rows)


def _write_crew_session(
    write: Writer, stamp: SeasonStamp, season: Season, meeting: Meeting, chance: random.Random, told: Told
) -> None:
    module = module_of(season.courses[FIRMS[meeting.firm or 0].sector], meeting.module or "")
    if module.level >= SENSITIVE_LEVEL:
        _write_preflight(write, season, meeting)
    if meeting.why_early:
        write.add(
            "override", session=meeting.id, crew=season.crews[meeting.crew or 0].id, module=module.code,
            reason=meeting.why_early, note=_OVERRIDE_NOTE,
            coordinator=COORDINATOR if module.level >= COORDINATOR_LEVEL else None,
        )
    here = write_attendance(write, stamp, season, meeting, chance)
    told.attendance += here.counted
    _write_steps(write, stamp, meeting)
    if meeting.kind == "training":
        _write_bridges(write, stamp, meeting, here, chance)
        _test(write, stamp, season, meeting, here.people, chance, told)
    if meeting.state == "held":
        _write_closing(write, stamp, meeting, module.level, chance)


def _write_preflight(write: Writer, season: Season, meeting: Meeting) -> None:
    """The checks before a sensitive topic, all ticked, and a second promoter."""
    alone = meeting.interpreter is None
    checks = [check.id for check in season.preflight if not (alone and check.only_with_interpreter)]
    write.add_many("preflight", [{"session": meeting.id, "check_code": code, "ticked": 1} for code in checks])
    promoters = season.of_kind("promoter")
    second = season.helper_ids[promoters[(meeting.promoter + 1) % len(promoters)]]
    write.add("session_staff", session=meeting.id, person=second, role="promoter")


def _write_steps(write: Writer, stamp: SeasonStamp, meeting: Meeting) -> None:
    """The five steps one after another; the session left open stops in the second."""
    rows: list[Row] = []
    first = stamp.turn(meeting.day, meeting.starts)
    steps = STEPS if meeting.kind == "training" else ("attendance", "topic", "closing")
    length = max(1, meeting.minutes) * 60_000 // len(steps)
    for number, step in enumerate(steps):
        wall = first + number * length
        rows.append({"session": meeting.id, "step": step, "event": "started", "wall": wall})
        if meeting.state == "open" and step == "pre_test":
            break
        rows.append({"session": meeting.id, "step": step, "event": "finished", "wall": wall + length - 1_000})
    write.add_many("session_step", rows)


def _write_bridges(
    write: Writer, stamp: SeasonStamp, meeting: Meeting, here: Present, chance: random.Random
) -> None:
    """Those who begin with a later topic get the first one in short."""
    stamp.turn(meeting.day, meeting.starts, -30)
    for worker in here.people:
        new = worker.walk_in and worker.stays[0].since == meeting.day and meeting.module != "M1"
        if new and chance.random() < 0.85:
            minutes = chance.choice((10, 12, 15))
            write.add("bridge", session=meeting.id, person=worker.id, kind="late_joiner", minutes=minutes)


def _test(
    write: Writer,
    stamp: SeasonStamp,
    season: Season,
    meeting: Meeting,
    people: list[Worker],
    chance: random.Random,
    told: Told,
) -> None:
    way = choose_way(season.size, chance)
    paper = choose_paper(season, meeting, FIRMS[meeting.firm or 0].sector, chance)
    pre = stamp.turn(meeting.day, meeting.starts, 340)
    post = stamp.turn(meeting.day, meeting.ends, -200)
    test = Test(meeting, paper, pre, post, finished=meeting.state == "held")
    if way == "own" or not test.finished:
        attempts, answers = write_tests(write, test, people, chance)
        told.attempts += attempts
        told.answers += answers
    elif way == "hands":
        write_hands(write, test, len(people), chance)


def _write_closing(
    write: Writer, stamp: SeasonStamp, meeting: Meeting, level: int, chance: random.Random
) -> None:
    """Faces of a few, and whether a help channel was offered."""
    wall = stamp.turn(meeting.day, meeting.ends, 60)
    faces: list[Row] = [
        {
            "session": meeting.id, "face": chance.choices((1, 2, 3), (6, 24, 70))[0], "wall": wall + number * 4_000,
            "comment": chance.choice(_COMMENTS) if chance.random() < 0.06 else None,
        }
        for number in range(chance.randint(2, 7))
    ]  # fmt: skip
    write.add_many("feedback", faces)
    if level >= CHANNELS_LEVEL and chance.random() < 0.8:
        offered = int(chance.random() < 0.9)
        channel = chance.choice(HELP_CHANNELS) if offered else None
        write.add("referral", session=meeting.id, offered=offered, channel=channel, on_date=meeting.day.isoformat())
