"""Small seasons as plain values: drawn at random, written down as raw rows, and counted again in plain Python."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder

FIRST_DAY = date(2026, 4, 1)
PERIODS = (("P1", "2026-04-01", "2026-09-30"), ("P2", "2026-10-01", "2027-03-31"), ("P3", "2027-04-01", "2027-09-30"))
MODULES = (("M1", 1), ("M2", 1), ("M7", 2), ("M8", 3))
ITEMS = 4
SEXES, AGES, TONGUES = ("F", "M", None), ("18-24", "25-34", "60+", None), ("spa", "hch", None)


def _id(kind: int, number: int) -> bytes:
    return b"season-drawn" [:10] + kind.to_bytes(2, "big") + number.to_bytes(4, "big")


@dataclass(frozen=True)
class Person:
    id: bytes
    kind: str = "worker"
    sex: str | None = None
    age_group: str | None = None
    language: str | None = None
    migrant: int | None = None
    organisation: int | None = None


@dataclass(frozen=True)
class Crew:
    id: bytes
    season: int
    company: int | None
    venue: int | None
    partner: int | None


@dataclass(frozen=True)
class Session:
    id: bytes
    day: date
    starts: str
    minutes: int
    kind: str
    module: str | None
    state: str
    crew: int | None
    promoter: int
    language: str | None
    interpreter: bool

    @property
    def ends(self) -> str:
        hour, minute = map(int, self.starts.split(":"))
        total = hour * 60 + minute + self.minutes
        return f"{total // 60:02d}:{total % 60:02d}"

    @property
    def order(self) -> tuple[Any, ...]:
        return self.day, self.starts, self.id

    @property
    def is_held(self) -> bool:
        return self.state in ("held", "reopened")


@dataclass(frozen=True)
class Attempt:
    id: bytes
    session: int
    person: int
    phase: str
    full: bool
    late: bool
    declined: bool
    answers: tuple[tuple[int, str], ...]
    """(item number, choice), in the order told: a later one replaces an earlier one."""
    void: bool = False


@dataclass
class Drawn:
    """A season. Companies 0 and 1 lie in two municipalities of one state, company 2 in another state."""

    people: list[Person] = field(default_factory=list)
    crews: list[Crew] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    present: list[tuple[int, int, bool]] = field(default_factory=list)
    """(session, person, void)"""
    attempts: list[Attempt] = field(default_factory=list)
    reach: list[tuple[date, int, str, bool, int | None]] = field(default_factory=list)
    """(day, people, channel, about channels, partner)"""
    links: list[tuple[int, int, bool]] = field(default_factory=list)
    milestones: list[date | None] = field(default_factory=list)
    unnamed: list[int] = field(default_factory=list)


COMPANIES = 3
PARTNERS = 2
PROMOTERS = 2
PLACE_OF = {0: ("S0", "N0"), 1: ("S0", "N1"), 2: ("S1", "N2")}
SECTOR_OF_SEASON = ("cane", "tobacco")


def draw(chance: random.Random, people: int = 10, sessions: int = 10) -> Drawn:
    """A season of about that size; every odd case is likely in some."""
    season = Drawn()
    for number in range(chance.randint(1, people)):
        kind = chance.choices(("worker", "private"), (9, 1))[0]
        season.people.append(
            Person(
                _id(1, number), kind, chance.choice(SEXES), chance.choice(AGES), chance.choice(TONGUES),
                chance.choice((0, 1, None)), chance.choice((0, 1, 2, None)) if kind == "private" else None,
            )
        )
    for number in range(PROMOTERS):
        season.people.append(Person(_id(2, number), "promoter", "F"))
    for number in range(4):
        season.crews.append(
            Crew(_id(3, number), number % 2, chance.choice((0, 1, 2, None)), chance.choice((0, 1, 2, None)),
                 chance.choice((0, 1, None)))
        )
    for number in range(chance.randint(0, sessions)):
        season.sessions.append(_session(chance, number))
        _happen(chance, season, number)
    for _number in range(chance.randint(0, 3)):
        season.reach.append(
            (_day(chance), chance.randint(0, 90), chance.choice(("radio", "volante")), chance.random() < 0.5,
             chance.choice((0, 1, None)))
        )
    season.milestones = [chance.choice((_day(chance), None)) for _number in range(2)]
    if len(season.people) > PROMOTERS + 1 and chance.random() < 0.5:
        workers = [n for n, one in enumerate(season.people) if one.kind == "worker"]
        if len(workers) > 1:
            a, b = chance.sample(workers, 2)
            season.links.append((a, b, True))
    return season


def _day(chance: random.Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randrange(0, 540, 30))


def _session(chance: random.Random, number: int) -> Session:
    kind = chance.choices(("training", "community", "refresher", "private_sector", "promoter_training"),
                          (12, 1, 1, 2, 1))[0]
    module = chance.choice(MODULES)[0] if kind in ("training", "refresher") else None
    return Session(
        _id(4, number), _day(chance), chance.choice(("09:00", "12:30")), chance.choice((14, 15, 30)), kind, module,
        chance.choices(("held", "reopened", "not_held", "planned"), (8, 1, 1, 1))[0],
        chance.choice((0, 1, 2, 3)) if kind != "private_sector" else chance.choice((0, None)),
        chance.randrange(PROMOTERS), chance.choice(("spa", "hch", None)), chance.random() < 0.2,
    )


def _happen(chance: random.Random, season: Drawn, number: int) -> None:
    session = season.sessions[number]
    for person in range(len(season.people)):
        if chance.random() < 0.5:
            for _again in range(chance.choice((1, 1, 1, 2))):
                season.present.append((number, person, chance.random() < 0.1))
        if session.module is not None and season.people[person].kind == "worker":
            for phase in ("pre", "post"):
                if chance.random() < 0.6:
                    season.attempts.append(_attempt(chance, len(season.attempts), number, person, phase))
    season.unnamed += [number] * chance.choice((0, 0, 1))


def _attempt(chance: random.Random, number: int, session: int, person: int, phase: str) -> Attempt:
    full = chance.random() < 0.6
    items = range(1, (ITEMS if full else ITEMS - 1) + 1)
    answers = [(item, chance.choice(("a", "a", "b", "0", ""))) for item in items if chance.random() < 0.85]
    if answers and chance.random() < 0.2:
        answers.append((answers[0][0], "a"))
    return Attempt(
        _id(5, number), session, person, phase, full, phase == "pre" and chance.random() < 0.1,
        chance.random() < 0.05, tuple(answers), chance.random() < 0.05,
    )


# --- raw rows -------------------------------------------------------------------------------------------------


def write(folder: Folder, stamp: Stamp, season: Drawn) -> None:
    """Write a season down through the one writer, as raw rows."""
    with folder.book.writing(stamp) as w:
        _frame(w, season)
        for person in season.people:
            w.add(
                "person", id=person.id, kind=person.kind, name=f"Persona {person.id.hex()[-4:]}", sex=person.sex,
                age_group=person.age_group, language=person.language, migrant=person.migrant,
                organisation=None if person.organisation is None else company_id(person.organisation),
            )
        for crew in season.crews:
            w.add(
                "crew", id=crew.id, code=crew.id.hex()[-4:], name=crew.id.hex()[-4:], season=_id(10, crew.season),
                sector=SECTOR_OF_SEASON[crew.season], venue=None if crew.venue is None else _id(11, crew.venue),
                company=None if crew.company is None else company_id(crew.company),
                partner=None if crew.partner is None else partner_id(crew.partner),
            )
        for session in season.sessions:
            _write_session(w, season, session)
        for number, (session_, person_, void) in enumerate(season.present):
            w.add("attendance", id=_id(6, number), session=season.sessions[session_].id,
                  person=season.people[person_].id, way="typed")
            if void:
                w.void("attendance", _id(6, number))
        for attempt in season.attempts:
            _write_attempt(w, season, attempt)
        for day, people, channel, about, partner in season.reach:
            w.add("outreach", channel=channel, on_date=day.isoformat(), people=people, counted="counted",
                  about_channels=int(about), partner=None if partner is None else partner_id(partner))
        for number, reached in enumerate(season.milestones):
            w.add("milestone", standard=f"E{number}", reached_on=reached.isoformat() if reached else None)
        for session_ in season.unnamed:
            w.add("unnamed_presence", session=season.sessions[session_].id, reason="minor")
        for a, b, same in season.links:
            w.add("link", a=season.people[a].id, b=season.people[b].id, same=int(same))


def company_id(number: int) -> bytes:
    return _id(12, number)


def partner_id(number: int) -> bytes:
    return _id(13, number)


def place_id(name: str) -> bytes:
    return _id(14, ("S0", "S1", "N0", "N1", "N2").index(name))


def module_id(code: str) -> bytes:
    return _id(15, [name for name, _level in MODULES].index(code))


def _item_id(code: str, number: int) -> bytes:
    return _id(16, int(code[1:]) * 100 + number)


def _form_id(code: str, full: bool) -> bytes:
    return _id(17, int(code[1:]) * 10 + full)


def _frame(w: Any, season: Drawn) -> None:
    w.add("project", name="Proyecto", tag=7)
    for name, starts, ends in PERIODS:
        w.add("period", name=name, starts=starts, ends=ends)
    for name in ("S0", "S1"):
        w.add("place", id=place_id(name), kind="state", name=name)
    for state, name in PLACE_OF.values():
        w.add("place", id=place_id(name), kind="municipality", name=name, parent=place_id(state))
    for number in range(PARTNERS):
        w.add("partner", id=partner_id(number), name=f"Socio {number}")
    for number in range(COMPANIES):
        w.add("company", id=company_id(number), name=f"Empresa {number}", kind="mill", sector="cane",
              place=place_id(PLACE_OF[number][1]))
        w.add("venue", id=_id(11, number), kind="front", name=f"Frente {number}", place=place_id(PLACE_OF[number][1]))
    for number, sector in enumerate(SECTOR_OF_SEASON):
        w.add("season", id=_id(10, number), name=sector, sector=sector, starts="2026-01-01", ends="2027-12-31")
    w.add("curriculum", id=_id(18, 0), crop="cane", version=1)
    for code, level in MODULES:
        w.add("module", id=module_id(code), curriculum=_id(18, 0), code=code, level=level, minutes=20)
        for number in range(1, ITEMS + 1):
            w.add("item", id=_item_id(code, number), module=module_id(code), number=number,
                  starred=int(number < ITEMS), text_es=f"{code} {number}", answer="a")
        for full in (False, True):
            items = [_item_id(code, n).hex() for n in range(1, ITEMS + full)]
            w.add("test_form", id=_form_id(code, full), module=module_id(code), short=int(not full),
                  items=" ".join(items))


def _write_session(w: Any, season: Drawn, session: Session) -> None:
    crew = None if session.crew is None else season.crews[session.crew]
    w.add(
        "session", id=session.id, code=session.id.hex()[-4:], kind=session.kind, crew=crew.id if crew else None,
        module=session.module, held_on=session.day.isoformat(), starts=session.starts, ends=session.ends,
        promoter=promoter_of(season, session).id, language=session.language, state=session.state,
        season=_id(10, crew.season) if crew else None,
    )
    if session.interpreter:
        w.add("session_staff", session=session.id, person=promoter_of(season, session).id, role="interpreter")


def promoter_of(season: Drawn, session: Session) -> Person:
    return [one for one in season.people if one.kind == "promoter"][session.promoter]


def _write_attempt(w: Any, season: Drawn, attempt: Attempt) -> None:
    session = season.sessions[attempt.session]
    code = session.module or ""
    person = season.people[attempt.person].id
    w.add("attempt", id=attempt.id, session=session.id, person=person, form=_form_id(code, attempt.full),
          phase=attempt.phase, late=int(attempt.late), interpreted=0, declined=int(attempt.declined))
    for item, choice in attempt.answers:
        w.add("answer", attempt=attempt.id, person=person, item=_item_id(code, item), choice=choice)
    if attempt.void:
        w.void("attempt", attempt.id)
