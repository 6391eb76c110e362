"""Alta rápida: somebody new becomes a person with a card, in a session or in a crew, all in one transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from promoter_app.domain.attendance import ScanOutcome, ScanState
from promoter_app.domain.cards import read_code
from promoter_app.domain.done import Done
from promoter_app.domain.names import folded, stored_name, tokens
from promoter_app.domain.people import NewPerson, Person
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, setting
from promoter_app.services.people.sheet import assign_card, blank_card, check_words
from promoter_app.services.sessions.attendance import undo_label
from promoter_app.store import people as people_store
from promoter_app.store import sessions as session_store
from promoter_app.store.writer import Writer

CONSENT_RECORD = "record"
CONSENT_SETTING = "consent_record"
"""Setting with the office's own text, one per language: consent_record_es, consent_record_en."""


def register_walk_in(
    folder: Folder, stamp: Stamp, session: bytes, new: NewPerson, scan: bytes | None = None
) -> Done[ScanOutcome]:
    """Register `new` in the session's crew and mark present; `scan` is the waiting scan of a blank card.

    Without consent, or under 18, nobody is registered: one presence without a name is counted and the card
    stays blank. Raises Refusal when a name is missing or the session is not open.
    """
    seen = _open_session(folder, session)
    if not new.consent or new.is_minor:
        return _count_unnamed(folder, stamp, seen, new, scan)
    check_words(stored_name(new.name), new.sex, new.age_group)
    with folder.book.writing(stamp) as write:
        person = _write_person(write, new, seen.crew, seen.held_on)
        card = _tie_card(write, folder, scan, person)
        attendance = _mark_present(write, seen, person, seen.crew, card, scan, "walk_in")
    return _done(folder, stamp, seen, person, card, attendance, write)


def register_person(
    folder: Folder, stamp: Stamp, new: NewPerson, crew: bytes | None, card: str | None = None
) -> Done[Person]:
    """Register `new` outside a session, from today in `crew` (None: in no crew); `card` is a blank card's code.

    Raises Refusal without a name or consent, under 18, and for a card that cannot be given: nothing is written,
    as there is no session in which somebody could be counted without a name.
    """
    check_words(stored_name(new.name), new.sex, new.age_group)
    if not new.consent:
        raise Refusal(
            "no_consent",
            Sentence("La persona dijo que no.", "The person said no."),
            Sentence("No se guardó nada de ella.", "Nothing about them was kept."),
            Sentence("Puede tomar las sesiones igual, sin nombre.", "They can come to sessions all the same, unnamed."),
        )
    blank = blank_card(folder, card) if card is not None else None
    with folder.book.writing(stamp) as write:
        person = _write_person(write, new, crew, stamp.today)
        if blank is not None:
            assign_card(write, blank, person)
    undo = write.undo(Sentence("Deshacer: persona nueva", "Undo: new person"))
    return Done(_person(folder, person, stamp.today), write.changes, undo)


def hand_over_card(
    folder: Folder, stamp: Stamp, session: bytes, person: bytes, scan: bytes | None
) -> Done[ScanOutcome]:
    """«Sí es»: a person already registered takes the blank card of `scan`; the card before is cancelled."""
    seen = _open_session(folder, session)
    known = _person(folder, person, seen.held_on)
    with folder.book.writing(stamp) as write:
        card = _tie_card(write, folder, scan, person)
        if card and known.card_code:
            for old in people_store.cards_with_code(folder.book, known.card_code):
                write.add("card_cancel", card=old["id"], reason="replaced", good_card=card)
        attendance = None
        if session_store.present_at(folder.book, session, person) is None:
            way = "scanner" if card else "typed"
            attendance = _mark_present(write, seen, person, known.crew, card, scan, way)
    return _done(folder, stamp, seen, person, card, attendance, write)


def look_alikes(folder: Folder, typed: str, day: str, limit: int = 3) -> list[Person]:
    """People who may already be registered under a name like `typed` (¿Ya tiene registro?), best first."""
    words = tokens(folded(typed))
    if sum(map(len, words)) < 3:
        return []
    from rapidfuzz import fuzz, process

    beginnings = [word[: max(2, len(word) - 2)] for word in words if len(word) > 1]
    candidates: dict[bytes, Person] = {}
    for beginning in beginnings:
        for person in people_store.find_people(folder.book, [beginning], day, limit=200):
            candidates[person.id] = person
    names = {key: " ".join(tokens(folded(person.name))) for key, person in candidates.items()}
    found = process.extract(" ".join(words), names, scorer=fuzz.token_set_ratio, limit=limit, score_cutoff=72)
    return [candidates[key] for _name, _score, key in found]


@dataclass(frozen=True)
class ReadAloud:
    """The consent text that is read to a person, and the name under which that very text is remembered."""

    text: str
    version: str


def consent_to_read(folder: Folder, content: Content, language: str) -> ReadAloud:
    """The office's own text when it set one, else the one of the content files ("" when there is neither)."""
    own = setting(folder, f"{CONSENT_SETTING}_{language}", "").strip()
    if own:
        return ReadAloud(own, f"office {hashlib.sha256(own.encode()).hexdigest()[:12]}")
    found = next((each for each in content.consents if each.id == CONSENT_RECORD), None)
    if found is None:
        return ReadAloud("", "")
    return ReadAloud(found.text.in_language(language), f"{found.id} {found.version} {language}")


@dataclass(frozen=True)
class LookAlike:
    """Somebody registered already under a name like the one typed; `came` is the date of their last session."""

    person: Person
    came: str | None


def look_alikes_seen(folder: Folder, typed: str, day: str, limit: int = 2) -> list[LookAlike]:
    """The same as `look_alikes`, with the day each came last: what helps to tell two people apart."""
    people = look_alikes(folder, typed, day, limit)
    return [LookAlike(person, session_store.last_came(folder.book, person.id)) for person in people]


def _open_session(folder: Folder, session: bytes) -> Session:
    seen = session_store.session(folder.book, session)
    if seen is None or not seen.is_open:
        raise Refusal(
            "session_closed",
            Sentence("La sesión no está abierta.", "The session is not open."),
            Sentence("Nada se perdió.", "Nothing was lost."),
            Sentence("Ábrela otra vez y repite.", "Open it again and repeat."),
        )
    return seen


def _person(folder: Folder, person: bytes, day: str) -> Person:
    known = people_store.person(folder.book, person, day)
    if known is None:
        raise KeyError(person.hex())
    return known


def _write_person(write: Writer, new: NewPerson, crew: bytes | None, since: str) -> bytes:
    """The person, the consent that was said aloud, and the stay in the crew from the day `since`; the person's id."""
    person = write.add(
        "person",
        kind="worker",
        name=stored_name(new.name),
        sex=new.sex,
        age_group=new.age_group,
        language=new.language,
    )
    write.add("consent", person=person, purpose=CONSENT_RECORD, given=1, how="oral", text_version=new.consent_text)
    if crew:
        write.add("membership", person=person, crew=crew, since=since)
    return person


def _tie_card(write: Writer, folder: Folder, scan: bytes | None, person: bytes) -> bytes | None:
    """Give the blank card of a waiting scan to `person`; a card printed elsewhere is written down here first."""
    if scan is None:
        return None
    row = session_store.scan_row(folder.book, scan)
    if row is None or row["state"] != ScanState.BLANK or row["code"] is None:
        return None
    card: bytes | None = row["card"]
    code = read_code(row["code"])
    if card is None and code is not None:
        card = write.add("card", code=code.text, number=code.number)
    if card is not None:
        write.add("card_assignment", card=card, person=person)
    return card


def _mark_present(
    write: Writer,
    seen: Session,
    person: bytes,
    crew: bytes | None,
    card: bytes | None,
    scan: bytes | None,
    way: str,
) -> bytes:
    if scan is not None:
        write.add("scan_answer", scan=scan, answer="registered")
    return write.add("attendance", session=seen.id, person=person, card=card, crew=crew, way=way, scan=scan)


def _count_unnamed(
    folder: Folder, stamp: Stamp, seen: Session, new: NewPerson, scan: bytes | None
) -> Done[ScanOutcome]:
    reason = "minor" if new.is_minor else "no_consent"
    with folder.book.writing(stamp) as write:
        write.add(
            "unnamed_presence", session=seen.id, sex=new.sex, age_group=new.age_group, language=None, reason=reason
        )
        if scan is not None:
            write.add("scan_answer", scan=scan, answer="dismissed")
    present = session_store.count_present(folder.book, seen.id)
    outcome = ScanOutcome(ScanState.PRESENT, stamp.now.strftime("%H:%M:%S"), present=present)
    label = Sentence("Deshacer: persona sin nombre", "Undo: person without a name")
    return Done(outcome, write.changes, write.undo(label))


def _done(
    folder: Folder,
    stamp: Stamp,
    seen: Session,
    person: bytes,
    card: bytes | None,
    attendance: bytes | None,
    write: Writer,
) -> Done[ScanOutcome]:
    known = _person(folder, person, seen.held_on)
    outcome = ScanOutcome(
        ScanState.PRESENT,
        stamp.now.strftime("%H:%M:%S"),
        known,
        known.card_number,
        card,
        attendance=attendance,
        present=session_store.count_present(folder.book, seen.id),
    )
    return Done(outcome, write.changes, write.undo(undo_label(known.name)))
