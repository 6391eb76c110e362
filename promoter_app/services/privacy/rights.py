"""A person's rights: consent by purpose and its withdrawal, an access report, and erasure in its two steps.

LFPDPPP 2025 (in force 21-Mar-2025): sensitive data need express consent; cancellation first blocks, then deletes.
No legal guarantee: the office checks the law in force.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from promoter_app.domain.done import Done
from promoter_app.domain.privacy.deadlines import due_after
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import ID_LENGTH, Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security import audit
from promoter_app.services.security.audit import office_only
from promoter_app.store import about_person as store
from promoter_app.store import people as people_store
from promoter_app.store.erasing import traces
from promoter_app.store.migrations import TABLES

RECORD, SENSITIVE = "record", "sensitive_data"
_SENSITIVE_FIELDS = ("language", "migrant", "origin")
_MEANINGS = {table.name: Sentence(table.meaning_es, table.meaning_en) for table in TABLES}


@dataclass(frozen=True)
class Consent:
    """What a person said last about one purpose, with the text it was about and the day."""

    purpose: str
    given: bool
    how: str | None
    text_version: str | None
    on_date: str


def consents(folder: Folder, person: bytes) -> tuple[Consent, ...]:
    """The last word on each purpose; a purpose that nobody asked about is not in it."""
    last: dict[str, Consent] = {}
    for row in store.consents(folder.book, store.records_of(folder.book, person)):
        last[row["purpose"]] = Consent(
            row["purpose"], bool(row["given"]), row["how"], row["text_version"], _day(row)
        )
    return tuple(last.values())


def _day(row: dict[str, Any]) -> str:
    moment = datetime.fromtimestamp(row["wall"] / 1000, UTC) + timedelta(minutes=row.get("utc_offset") or 0)
    return moment.date().isoformat()


def give_consent(
    folder: Folder, stamp: Stamp, person: bytes, purpose: str, *, how: str, text_version: str | None = None
) -> Done[None]:
    """Write a consent down. Refusal `needs_writing`: for sensitive data only a written one counts."""
    if purpose == SENSITIVE and how != "written":
        raise Refusal(
            "needs_writing",
            Sentence("La lengua y el pueblo piden permiso por escrito.", "Language and people need written consent."),
            NOTHING_CHANGED,
            Sentence(
                "Pida su marca o sus iniciales en la hoja y anótelo otra vez.",
                "Ask for a mark or initials on the sheet and note it again.",
            ),
        )
    with folder.book.writing(stamp) as write:
        write.add("consent", person=person, purpose=purpose, given=1, how=how, text_version=text_version)
    return Done(None, write.changes, write.undo(Sentence("Deshacer: permiso", "Undo: consent")))


def withdraw(folder: Folder, stamp: Stamp, person: bytes, purpose: str, how: str = "oral") -> Done[None]:
    """Take a consent back. Without the one for sensitive data they become sin dato at once; without the one for
    the record its erasure is asked for."""
    records = store.records_of(folder.book, person)
    with folder.book.writing(stamp) as write:
        write.add("consent", person=person, purpose=purpose, given=0, how=how)
        if purpose == SENSITIVE:
            write.edit("person", person, **dict.fromkeys(_SENSITIVE_FIELDS))
            for fact in store.spoken(folder.book, records):
                write.void("person_language", fact, "withdrawn")
        if purpose == RECORD:
            write.add("erasure", subject=person, stage="request")
    return Done(None, write.changes, write.undo(Sentence("Deshacer: permiso retirado", "Undo: consent withdrawn")))


def erasure_stage(folder: Folder, person: bytes) -> str | None:
    """How far the erasure of a person is: request, block, suppress; None when nobody asked."""
    told = store.stages(folder.book, store.records_of(folder.book, person))
    return next((stage for stage in ("suppress", "block", "request") if stage in told), None)


def open_requests(folder: Folder) -> list[dict[str, Any]]:
    """Erasures asked for and not done, the oldest first: subject, name, stage, asked and due (days)."""
    words = {1: "request", 2: "block"}
    return [
        {
            "subject": row["subject"], "name": row["name"], "stage": words[row["step"]], "asked": _day(row),
            "due": due_after(date.fromisoformat(_day(row))).isoformat(),
        }
        for row in store.open_requests(folder.book)
    ]  # fmt: skip


def request_erasure(folder: Folder, stamp: Stamp, person: bytes) -> Done[None]:
    """Anybody may write down that a person asks to be erased; the office decides."""
    with folder.book.writing(stamp) as write:
        write.add("erasure", subject=person, stage="request")
    return Done(None, write.changes, write.undo(Sentence("Deshacer: solicitud", "Undo: request")))


def block(folder: Folder, stamp: Stamp, person: bytes, authority: str) -> Done[None]:
    """First step: the person leaves every list and count, the data stay locked until they are removed.

    `authority` says who decided. Refusal `not_allowed`. Can be undone until `suppress`.
    """
    office_only(folder, stamp, "block")
    with folder.book.writing(stamp) as write:
        write.add("erasure", subject=person, stage="block", authority=authority)
        store.block(folder.book, folder.book.device(stamp))
    return Done(None, write.changes | {"person"}, write.undo(Sentence("Deshacer: bloqueo", "Undo: block")))


def suppress(
    folder: Folder,
    stamp: Stamp,
    person: bytes,
    authority: str,
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> Done[tuple[str, ...]]:
    """Second step: every row about the person is removed from the file, here and after any later union of data.

    The file and every copy in the data folder are written anew without them (`on_progress` counts those files); what
    is on sticks and in earlier deliveries is out of reach. What stays is a tombstone: a random id and a date. Gives
    the names of copies in which the person may still be: damaged, or of another key. There is no undo.
    Raises Refusal `not_allowed`, and `not_blocked` when the first step was not taken.
    """
    office_only(folder, stamp, "suppress")
    book = folder.book
    records = store.records_of(book, person)
    if "block" not in store.stages(book, records):
        raise Refusal(
            "not_blocked",
            Sentence("Primero se bloquea, después se borra.", "First it is blocked, then removed."),
            NOTHING_CHANGED,
            Sentence("Bloquea a la persona y vuelve a intentar.", "Block the person and try again."),
        )
    with book.writing(stamp) as write:
        for record in records:
            write.add("erasure", subject=record, stage="suppress", authority=authority)
        store.suppress(book, book.device(stamp))
    cleaned = traces.clean(book, folder.path, folder.opened.key if folder.opened else None, on_progress)
    return Done(cleaned.left, write.changes | {"person", "attendance", "attempt", "membership", "consent"})


def still_in(copies: Sequence[str]) -> Sentence:
    """What to do about copies that could not be opened to take somebody out of them."""
    names = ", ".join(copies)
    return Sentence(
        f"No se pudo abrir {names}, en la carpeta copias: ahí puede seguir. Borra ese archivo.",
        f"{names}, in the folder copias, could not be opened: the person may still be there. Remove that file.",
    )


def find_person(folder: Folder, written: str, day: str) -> bytes:
    """A person by card number, card code or id in hex. Refusal `unknown_person`."""
    text = written.strip()
    if text.isdecimal() and len(text) < 8:
        found = people_store.person_by_card_number(folder.book, int(text), day)
        if found is not None:
            return found.id
    cards = people_store.cards_with_code(folder.book, text.upper())
    if cards and cards[0]["person"] is not None:
        return bytes(cards[0]["person"])
    if len(text) == 2 * ID_LENGTH and all(letter in "0123456789abcdefABCDEF" for letter in text):
        known = people_store.person(folder.book, bytes.fromhex(text), day)
        if known is not None:
            return known.id
    raise Refusal(
        "unknown_person",
        Sentence("Nadie tiene esa tarjeta.", "Nobody has that card."),
        NOTHING_CHANGED,
        Sentence("Escribe el número o el código de su tarjeta.", "Write the number or the code of the card."),
    )


@dataclass(frozen=True)
class Section:
    """One kind of data about a person: what it is, and its rows as words."""

    table: str
    meaning: Sentence
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class AccessReport:
    """Everything held about a person, to be read or handed over on request."""

    name: str
    made_on: str
    consents: tuple[Consent, ...]
    sections: tuple[Section, ...]


def access_report(folder: Folder, stamp: Stamp, person: bytes) -> AccessReport:
    """All that is held about one person. Refusal `not_allowed`; KeyError when there is no such person."""
    office_only(folder, stamp, "access_report")
    book = folder.book
    known = people_store.person(book, person, stamp.today)
    if known is None:
        raise KeyError(person.hex())
    audit.tell(folder, stamp, "access_report", target=person)
    words = store.words_behind(book) | {person: known.name}
    found = store.rows_about(book, store.records_of(book, person))
    sections = tuple(
        Section(name, _MEANINGS[name], tuple(_in_words(row, words) for row in rows)) for name, rows in found.items()
    )
    return AccessReport(known.name, stamp.today, consents(folder, person), sections)


def _in_words(row: dict[str, Any], words: dict[bytes, str]) -> dict[str, str]:
    shown = {"on": _day(row)}
    for name, value in row.items():
        if name in ("id", "wall") or value is None:
            continue
        shown[name] = words.get(value, value.hex()) if isinstance(value, bytes) else str(value)
    return shown
