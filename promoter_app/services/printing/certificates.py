"""Constancias of participation: who may have one, folio and verification code, and checking a code offline.

The rule is the course's: every required topic attended (domain rule, paper conventions). They never list topics.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from promoter_app.domain.cards import ALPHABET, normalise
from promoter_app.domain.curriculum.course import Course, required_modules
from promoter_app.domain.gate.people import PersonHistory, certificate
from promoter_app.domain.papers.material import Certificate
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import minutes_of
from promoter_app.domain.stamp import Stamp
from promoter_app.services.crews.crews import Crew
from promoter_app.services.folder import Folder, project_tag
from promoter_app.store import office
from promoter_app.store import people as people_store
from promoter_app.store.papers import reading as store

CODE_LENGTH = 16
PROMOTER = Sentence("Quien facilitó", "Facilitator")
OFFICE = Sentence("Coordinación", "Coordination")


@dataclass(frozen=True)
class Earned:
    """A person who attended all that is required: topics, minutes and the days between which."""

    person: Person
    topics: int
    minutes: int
    first_day: str
    last_day: str


@dataclass(frozen=True)
class Verified:
    """What a verification code proves."""

    folio: str
    name: str | None
    topics: int
    first_day: str
    last_day: str
    issued_on: str


def earned(folder: Folder, course: Course, crew: Crew, day: str) -> list[Earned]:
    """Members of the crew who may have a constancia on `day`, by name."""
    found = []
    for person in people_store.people_of_crew(folder.book, crew.id, day):
        rows = store.attended_minutes(folder.book, person.id, course.crop)
        history = PersonHistory(person.id, frozenset(row["module"] for row in rows if row["module"]))
        if not certificate(course.modules, history, required_modules(course)).ready:
            continue
        minutes = sum(minutes_of(row["ends"]) - minutes_of(row["starts"]) for row in rows)
        topics = len(history.attended & set(course.order))
        found.append(Earned(person, topics, minutes, rows[0]["held_on"], rows[-1]["held_on"]))
    return found


def issue(folder: Folder, stamp: Stamp, course: Course, crew: Crew, language: str = "es") -> list[Certificate]:
    """Give a folio to who has none yet, and the constancias of all who earned one. Printing again changes nothing.

    Raises Refusal `no_certificates` when nobody has finished.
    """
    people = earned(folder, course, crew, stamp.today)
    if not people:
        raise Refusal(
            "no_certificates",
            Sentence("Nadie de esa cuadrilla ha terminado el programa.", "Nobody in that crew has finished yet."),
            NOTHING_CHANGED,
            Sentence("En Cuadrillas se ve qué le falta a cada quien.", "Crews shows what each person is missing."),
        )
    given = {one.person.id: store.certificate_of(folder.book, one.person.id, course.crop) for one in people}
    missing = [one for one in people if given[one.person.id] is None]
    if missing:
        count = store.count_certificates(folder.book, stamp.today[:4])
        with folder.book.writing(stamp) as write:
            for number, one in enumerate(missing, count + 1):
                write.add("certificate", **_fact(folder, stamp, course, one, number))
        given = {one.person.id: store.certificate_of(folder.book, one.person.id, course.crop) for one in people}
    rows = [row for row in given.values() if row is not None]
    around = _Around(folder, stamp, crew)
    return [_on_paper(row, around, language) for row in rows]


def _fact(folder: Folder, stamp: Stamp, course: Course, one: Earned, number: int) -> dict[str, Any]:
    # Two laptops may count alike: a few letters of the laptop's run keep folios apart.
    folio = f"C-{stamp.today[:4]}-{number:04d}-{_letters(stamp.run.run, 3)}"
    return {
        "person": one.person.id, "crop": course.crop, "folio": folio,
        "check_code": _check_code(folder, folio, one), "topics": one.topics, "minutes": one.minutes,
        "first_day": one.first_day, "last_day": one.last_day, "issued_on": stamp.today,
    }


def _check_code(folder: Folder, folio: str, one: Earned) -> str:
    said = (str(project_tag(folder)), folio, one.person.id.hex(), one.first_day, one.last_day, str(one.topics))
    return _letters("\x1f".join(said).encode(), CODE_LENGTH)


def _letters(said: bytes, length: int) -> str:
    number = int.from_bytes(sha256(said).digest(), "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(length))


class _Around:
    """Names beside the person's: the crew's partner, who gave its last session, and the coordinator who prints."""

    def __init__(self, folder: Folder, stamp: Stamp, crew: Crew) -> None:
        names = store.names_of_crew(folder.book, crew.id)
        operator = stamp.run.operator.strip()
        of_office = stamp.role == "coordinator"
        self.project = office.project_name(folder.book) or ""
        self.place = crew.venue_name or ""
        self.partner: str = names["partner"] or ""
        self.promoter: str = names["promoter"] or ("" if of_office else operator)
        self.coordinator = operator if of_office else ""


def _on_paper(row: dict[str, Any], around: _Around, language: str) -> Certificate:
    return Certificate(
        folio=row["folio"],
        check_code=row["check_code"],
        name=row["name"],
        project=around.project,
        partner=around.partner,
        topics=row["topics"],
        hours=_hours(row["minutes"]),
        first_day=date.fromisoformat(row["first_day"]),
        last_day=date.fromisoformat(row["last_day"]),
        place=around.place,
        issued_on=date.fromisoformat(row["issued_on"]),
        signers=((around.promoter, PROMOTER.in_language(language)), (around.coordinator, OFFICE.in_language(language))),
    )


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d} min" if rest else f"{hours} h"


def check(folder: Folder, code: str) -> Verified:
    """What a verification code proves, without internet. Raises Refusal `unknown_certificate`."""
    row = store.certificate_with_code(folder.book, normalise(code))
    if row is None:
        raise Refusal(
            "unknown_certificate",
            Sentence("Ese código no es de una constancia de estos datos.", "No certificate here has that code."),
            NOTHING_CHANGED,
            Sentence(
                "Revisa el código; si es de otra laptop, une primero sus entregas.",
                "Check the code; if it is from another laptop, unite its deliveries first.",
            ),
        )
    return Verified(row["folio"], row["name"], row["topics"], row["first_day"], row["last_day"], row["issued_on"])


