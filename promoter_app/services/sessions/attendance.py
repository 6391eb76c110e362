"""Attendance: one scan or one typed name at a time, each on disk before anything turns green."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from promoter_app.domain.attendance import WAITING, Evidence, Present, ScanOutcome, ScanState, Tally, judge
from promoter_app.domain.cards import CardCode, CodeKind, read_code
from promoter_app.domain.done import Done
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, project_tag
from promoter_app.services.times import local_time
from promoter_app.store import people as people_store
from promoter_app.store import sessions as session_store
from promoter_app.store.writer import Writer

UNDO_PRESENT = Sentence("Deshacer: {name} presente", "Undo: {name} present")


def record_scan(folder: Folder, stamp: Stamp, session: bytes, text: str, way: str = "scanner") -> Done[ScanOutcome]:
    """Judge what a camera or scanner read and write it down.

    `way` is camera, scanner, typed, photo or sheet. The outcome's state is one of ScanState; a waiting scan is
    kept until it is answered. Raises Refusal when the session does not exist or the disk fails.
    """
    code = read_code(text)
    ours = code if code and code.kind is CodeKind.CARD and code.tag == project_tag(folder) else None
    return _take(folder, stamp, session, ours, None, way)


def record_person(
    folder: Folder, stamp: Stamp, session: bytes, person: bytes, answers: bytes | None = None
) -> Done[ScanOutcome]:
    """The same for a person found by name or number, without a card.

    `answers` is a waiting scan that is settled by this: an unknown card whose bearer was looked up.
    """
    if answers is None:
        return _take(folder, stamp, session, None, person, "typed")
    done = _take(folder, stamp, session, None, person, "typed", answers)
    if done.outcome.state is ScanState.PRESENT:
        return done
    aside = dismiss_scan(folder, stamp, answers)
    return replace(done, changes=done.changes | aside.changes)


def _take(
    folder: Folder,
    stamp: Stamp,
    session: bytes,
    code: CardCode | None,
    person: bytes | None,
    way: str,
    answers: bytes | None = None,
) -> Done[ScanOutcome]:
    seen = _session(folder, session)
    card = _card(folder, code)
    holder = person or card.get("person")
    known = people_store.person(folder.book, holder, seen.held_on) if holder else None
    evidence, earlier = _evidence(folder, seen, code, card, known)
    state = judge(evidence)
    outcome = ScanOutcome(
        state,
        stamp.now.strftime("%H:%M:%S"),
        known,
        card.get("number") if code else (known.card_number if known else None),
        card.get("id"),
        card.get("good_number"),
        earlier,
        present=session_store.count_present(folder.book, session),
    )
    if state is ScanState.PRESENT:
        return _count(folder, stamp, outcome, session, way, answers)
    if state in WAITING:
        return _wait(folder, stamp, outcome, session, code, way)
    return Done(outcome)


def _session(folder: Folder, session: bytes) -> Session:
    found = session_store.session(folder.book, session)
    if found is None:
        raise Refusal(
            "unknown_session",
            Sentence("Esa sesión no está en esta laptop.", "That session is not on this laptop."),
            Sentence("No se contó a nadie.", "Nobody was counted."),
            Sentence("Elige la sesión en Hoy o en la lista.", "Choose the session in Today or in the list."),
        )
    return found


def _card(folder: Folder, code: CardCode | None) -> dict[str, Any]:
    if code is None:
        return {}
    cards = people_store.cards_with_code(folder.book, code.text)
    return cards[0] if cards else {"number": code.number}


def _evidence(
    folder: Folder, session: Session, code: CardCode | None, card: dict[str, Any], known: Person | None
) -> tuple[Evidence, str | None]:
    here = session_store.present_at(folder.book, session.id, known.id) if known else None
    earlier = local_time(here) if here else None
    in_crew = bool(
        known
        and (
            session.crew is None
            or session_store.is_member(folder.book, known.id, session.crew, session.held_on)
        )
    )
    return Evidence(
        session_open=session.is_open,
        ours=code is not None or known is not None,
        card_assigned=card.get("person") is not None,
        card_cancelled=bool(card.get("cancelled")),
        person=known,
        in_session_crew=in_crew,
        present_at=earlier,
    ), earlier


def _count(
    folder: Folder, stamp: Stamp, outcome: ScanOutcome, session: bytes, way: str, scan: bytes | None = None
) -> Done[ScanOutcome]:
    with folder.book.writing(stamp) as write:
        attendance = _present(write, session, _known(outcome), outcome.card, way, scan)
        if scan is not None:
            write.add("scan_answer", scan=scan, answer="counted")
    counted = replace(
        outcome,
        state=ScanState.PRESENT,
        attendance=attendance,
        present=session_store.count_present(folder.book, session),
    )
    return Done(counted, write.changes, write.undo(undo_label(_known(outcome).name)))


def undo_label(name: str) -> Sentence:
    """The name of the way back of somebody's presence."""
    return Sentence(UNDO_PRESENT.es.format(name=name), UNDO_PRESENT.en.format(name=name))


def _known(outcome: ScanOutcome) -> Person:
    if outcome.person is None:
        raise ValueError("nobody to count")
    return outcome.person


def _present(
    write: Writer, session: bytes, person: Person, card: bytes | None, way: str, scan: bytes | None
) -> bytes:
    return write.add(
        "attendance", session=session, person=person.id, card=card, crew=person.crew, way=way, scan=scan
    )


def _wait(
    folder: Folder, stamp: Stamp, outcome: ScanOutcome, session: bytes, code: CardCode | None, way: str
) -> Done[ScanOutcome]:
    """Keep a scan that needs an answer. The text of a foreign code may be anybody's data: it is not kept."""
    person = outcome.person.id if outcome.person else None
    text = code.text if code else None
    for waiting in session_store.waiting_scans(folder.book, session):
        same = (waiting["state"], waiting["code"], waiting["person"]) == (outcome.state.value, text, person)
        if same and (text or person):
            return Done(replace(outcome, scan=waiting["id"]))
    with folder.book.writing(stamp) as write:
        scan = write.add(
            "scan", session=session, code=text, card=outcome.card, person=person, state=outcome.state.value, way=way
        )
    return Done(replace(outcome, scan=scan), write.changes)


def count_here(folder: Folder, stamp: Stamp, scan: bytes) -> Done[ScanOutcome]:
    """Answer "yes" to a waiting scan whose person is known (other crew, cancelled card): count them here."""
    row = _waiting(folder, scan)
    session = _session(folder, row["session"])
    person = people_store.person(folder.book, row["person"], session.held_on) if row["person"] else None
    if person is None:
        raise Refusal(
            "nobody_known",
            Sentence("Esa lectura no dice de quién es.", "That scan does not say whose it is."),
            Sentence("Quedó por resolver.", "It stays to be solved."),
            Sentence("Busca a la persona o regístrala.", "Look the person up or register them."),
        )
    outcome = ScanOutcome(
        ScanState.PRESENT, stamp.now.strftime("%H:%M:%S"), person, person.card_number, row["card"]
    )
    here = session_store.present_at(folder.book, session.id, person.id)
    if here:
        done = dismiss_scan(folder, stamp, scan)
        already = replace(outcome, state=ScanState.ALREADY, earlier=local_time(here))
        return Done(already, done.changes)
    return _count(folder, stamp, outcome, session.id, row["way"], scan)


def dismiss_scan(folder: Folder, stamp: Stamp, scan: bytes) -> Done[None]:
    """Answer "no" to a waiting scan: nobody is counted, the scan stays in the history."""
    _waiting(folder, scan)
    with folder.book.writing(stamp) as write:
        write.add("scan_answer", scan=scan, answer="dismissed")
    return Done(None, write.changes, write.undo(Sentence("Deshacer: no contar", "Undo: do not count")))


def take_off(folder: Folder, stamp: Stamp, session: bytes, person: bytes) -> Done[Person]:
    """Take somebody off the list of a session: told by mistake. The presence stays in the history, void.

    Raises Refusal when the person is not on the list (any more).
    """
    seen = _session(folder, session)
    known = people_store.person(folder.book, person, seen.held_on)
    told = session_store.presences(folder.book, session, person)
    if known is None or not told:
        raise Refusal(
            "not_present",
            Sentence("Esa persona ya no está en la lista.", "That person is no longer on the list."),
            Sentence("Nada cambió.", "Nothing changed."),
            Sentence("Sigue con la lista.", "Carry on with the list."),
        )
    with folder.book.writing(stamp) as write:
        for attendance in told:
            write.void("attendance", attendance, "mistake")
    label = Sentence(f"Deshacer: quitar a {known.name}", f"Undo: take off {known.name}")
    return Done(known, write.changes, write.undo(label))


def _waiting(folder: Folder, scan: bytes) -> dict[str, Any]:
    row = session_store.scan_row(folder.book, scan)
    if row is None:
        raise KeyError(scan.hex())
    return row


def waiting(folder: Folder, session: bytes) -> list[ScanOutcome]:
    """Scans of a session that wait for an answer, oldest first ("Por resolver")."""
    seen = _session(folder, session)
    outcomes = []
    for row in session_store.waiting_scans(folder.book, session):
        person = people_store.person(folder.book, row["person"], seen.held_on) if row["person"] else None
        number = row["number"]
        if number is None and row["code"]:
            code = read_code(row["code"])
            number = code.number if code else None
        outcomes.append(
            ScanOutcome(
                ScanState(row["state"]), local_time(row, seconds=True), person, number, row["card"], scan=row["id"]
            )
        )
    return outcomes


def present(folder: Folder, session: bytes) -> list[Present]:
    """Who is here, the last one first."""
    seen = _session(folder, session)
    rows = []
    for row in session_store.present_rows(folder.book, session):
        person = people_store.person(folder.book, row["person"], seen.held_on)
        if person is None:
            continue
        mark = "new_person" if row["is_new"] else "present" if row["in_crew"] or not seen.crew else "other_crew"
        rows.append(Present(row["attendance"], person, local_time(row), mark))
    return rows


def missing(folder: Folder, session: bytes) -> list[Person]:
    """Members of the session's crew who are not here yet, by name."""
    seen = _session(folder, session)
    if seen.crew is None:
        return []
    here = {row["person"] for row in session_store.present_rows(folder.book, session)}
    members = people_store.people_of_crew(folder.book, seen.crew, seen.held_on)
    return [person for person in members if person.id not in here]


def tally(folder: Folder, session: bytes) -> Tally:
    """The counts that Asistencia and Cierre show."""
    seen = _session(folder, session)
    rows = session_store.present_rows(folder.book, session)
    unnamed = sum(row["n"] for row in session_store.unnamed_counts(folder.book, session))
    of_crew = sum(1 for row in rows if row["in_crew"])
    return Tally(
        present=len(rows),
        of_crew=of_crew,
        from_elsewhere=len(rows) - of_crew if seen.crew else 0,
        unnamed=unnamed,
        roster=seen.people,
        new_people=sum(1 for row in rows if row["is_new"]),
        waiting=len(session_store.waiting_scans(folder.book, session)),
    )
