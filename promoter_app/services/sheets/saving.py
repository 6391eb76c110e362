"""Saving what was read and confirmed: attendance, tests and walk-ins of all pages in one transaction, with undo.

Reading the same sheet twice changes nothing: who is on the list stays, an answer that is the same is not told again,
a row that was typed in before is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from promoter_app.domain.done import Done
from promoter_app.domain.names import stored_name
from promoter_app.domain.people import NewPerson, Person
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.people.registering import CONSENT_RECORD
from promoter_app.services.sessions.attempts import ANSWERED, DONT_KNOW
from promoter_app.services.sheets.reading import ATTENDANCE, SheetPage, SheetReading, items_of
from promoter_app.store import attempts as attempt_store
from promoter_app.store import sessions as session_store
from promoter_app.store.papers import reading as store
from promoter_app.store.writer import Writer

WAY = "sheet"
Key = tuple[bytes, int, str, int]
"""Printed page, row, field, item."""


@dataclass(frozen=True)
class Confirmed:
    """What a person decided: doubtful places (yes, no or a letter; "" for none) and walk-ins (None: nobody)."""

    answers: Mapping[Key, str] = field(default_factory=dict)
    walk_ins: Mapping[tuple[bytes, int], NewPerson | None] = field(default_factory=dict)


@dataclass(frozen=True)
class SavedSheets:
    """What was written: people counted, walk-ins registered, people without a name, answers to tests."""

    present: int = 0
    already: int = 0
    new_people: int = 0
    unnamed: int = 0
    answers: int = 0


def save_reading(folder: Folder, stamp: Stamp, reading: SheetReading, confirmed: Confirmed) -> Done[SavedSheets]:
    """Write every page down. Raises Refusal `not_confirmed` while something is doubtful and not answered,
    `session_not_held` when a session was closed as not held, `no_name` for a walk-in without one."""
    _check(reading, confirmed)
    counts: dict[str, int] = dict.fromkeys(SavedSheets.__dataclass_fields__, 0)
    with folder.book.writing(stamp) as write:
        for page in reading.pages:
            said = dict(page.said) | {
                one.key: confirmed.answers[(page.printed, *one.key)] for one in page.asked
            }
            if page.kind == ATTENDANCE:
                _save_attendance(folder, write, page, said, confirmed, counts)
            else:
                _save_tests(folder, write, page, said, counts)
    saved = SavedSheets(**counts)
    label = Sentence("Deshacer: hojas leídas", "Undo: sheets read")
    changed = any((saved.present, saved.new_people, saved.unnamed, saved.answers))
    return Done(saved, write.changes, write.undo(label) if changed else None)


def _check(reading: SheetReading, confirmed: Confirmed) -> None:
    waiting = [one for page, one in reading.asked() if (page.printed, *one.key) not in confirmed.answers]
    rows = [
        row for page in reading.pages for row in page.walk_ins
        if page.kind == ATTENDANCE and not row.typed and (page.printed, row.row) not in confirmed.walk_ins
    ]  # fmt: skip
    left = len(waiting) + len(rows)
    if left:
        raise Refusal(
            "not_confirmed",
            Sentence(f"Faltan {left} por confirmar.", f"{left} are still to be confirmed."),
            NOTHING_CHANGED,
            Sentence("Contesta sí o no en cada una y guarda.", "Answer yes or no to each and save."),
        )
    for page in reading.pages:
        if page.session.state == "not_held":
            raise Refusal(
                "session_not_held",
                Sentence(
                    f"La sesión {page.session.code} está como no hecha.", f"Session {page.session.code} was not held."
                ),
                NOTHING_CHANGED,
                Sentence("Ábrela otra vez en Hoy y guarda.", "Reopen it in Today and save."),
            )


def _save_attendance(
    folder: Folder,
    write: Writer,
    page: SheetPage,
    said: Mapping[tuple[int, str, int], str],
    confirmed: Confirmed,
    counts: dict[str, int],
) -> None:
    done: set[bytes] = set()
    for (row, name, _item), value in sorted(said.items()):
        if (name, value) != ("present", "yes"):
            continue
        person = page.people[row]
        if person.id in done or session_store.present_at(folder.book, page.session.id, person.id):
            counts["already"] += 1
            continue
        done.add(person.id)
        write.add("attendance", session=page.session.id, person=person.id, crew=person.crew, way=WAY)
        counts["present"] += 1
    for written in page.walk_ins:
        if not written.typed and written.row not in store.typed_rows(folder.book, page.printed):
            _save_walk_in(write, page, written.row, confirmed.walk_ins[page.printed, written.row], counts)
    if page.session.state == "planned" and (counts["present"] or counts["new_people"] or counts["unnamed"]):
        write.edit("session", page.session.id, state="held")


def _save_walk_in(write: Writer, page: SheetPage, row: int, new: NewPerson | None, counts: dict[str, int]) -> None:
    if new is None:  # a stain, or somebody who is counted elsewhere
        return
    seen = page.session
    if not new.consent or new.is_minor:
        reason = "minor" if new.is_minor else "no_consent"
        write.add("unnamed_presence", session=seen.id, sex=new.sex, age_group=new.age_group, reason=reason)
        write.add("sheet_row", printed_page=page.printed, row_on_page=row, person=None)
        counts["unnamed"] += 1
        return
    name = stored_name(new.name)
    if not name:
        raise Refusal(
            "no_name",
            Sentence("Falta un nombre.", "A name is missing."),
            NOTHING_CHANGED,
            Sentence("Escríbelo como está en la hoja.", "Type it as it is on the sheet."),
        )
    person = write.add(
        "person", kind="worker", name=name, sex=new.sex, age_group=new.age_group, language=new.language
    )
    write.add("consent", person=person, purpose=CONSENT_RECORD, given=1, how="list", text_version=new.consent_text)
    if seen.crew:
        write.add("membership", person=person, crew=seen.crew, since=seen.held_on)
    write.add("attendance", session=seen.id, person=person, crew=seen.crew, way="walk_in")
    write.add("sheet_row", printed_page=page.printed, row_on_page=row, person=person)
    counts["new_people"] += 1


def _save_tests(
    folder: Folder, write: Writer, page: SheetPage, said: Mapping[tuple[int, str, int], str], counts: dict[str, int]
) -> None:
    """Answers of a row that has at least one: what was left empty there counts as "I don't know".

    An answer that was given before, on the screen or on another photograph, is not taken back by an empty ring.
    """
    items = items_of(folder, page.form)
    given = _given(folder, page)
    for row, person in sorted(page.people.items()):
        for phase in ("pre", "post"):
            letters = {item: said.get((row, phase, item), "") for item in range(1, len(items) + 1)}
            if any(letters.values()):
                _save_attempt(write, page, person, phase, items, letters, given, counts)


def _save_attempt(
    write: Writer,
    page: SheetPage,
    person: Person,
    phase: str,
    items: list[dict[str, Any]],
    letters: Mapping[int, str],
    given: Mapping[tuple[bytes, str], dict[str, Any]],
    counts: dict[str, int],
) -> None:
    before = given.get((person.id, phase))
    choices = {
        items[number - 1]["id"]: _choice(items[number - 1], letter) for number, letter in letters.items()
    }
    told = before["answers"] if before else {}
    news = {
        item: choice for item, choice in choices.items()
        if told.get(item) != choice and not (choice == DONT_KNOW and item in told)
    }  # fmt: skip
    if not news:
        return
    attempt = before["id"] if before else write.add(
        "attempt", session=page.session.id, person=person.id, form=page.form, phase=phase, late=0,
        interpreted=0, declined=0,
    )  # fmt: skip
    for item, choice in news.items():
        write.replace("answer", ANSWERED, attempt=attempt, person=person.id, item=item, choice=choice)
        counts["answers"] += 1


def _choice(item: dict[str, Any], letter: str) -> str:
    """The option of the answer key that a printed ring stands for."""
    if not letter:
        return DONT_KNOW
    letters: list[str] = item["letters"]
    place = "ABC".index(letter)
    return letters[place] if place < len(letters) else DONT_KNOW


def _given(folder: Folder, page: SheetPage) -> dict[tuple[bytes, str], dict[str, Any]]:
    """What each person answered already in this form: attempt id and answers by item."""
    found: dict[tuple[bytes, str], dict[str, Any]] = {}
    by_attempt: dict[bytes, dict[bytes, str]] = {}
    for row in attempt_store.answers_of_session(folder.book, page.session.id):
        by_attempt.setdefault(row["attempt"], {})[row["item"]] = row["choice"]
    for row in attempt_store.attempts_of_session(folder.book, page.session.id):
        if row["form"] == page.form and not row["declined"]:
            found[row["person"], row["phase"]] = {"id": row["id"], "answers": by_attempt.get(row["id"], {})}
    return found


