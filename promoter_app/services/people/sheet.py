"""The sheet of one person: what is known, and what can be put right. History follows the person, not the crew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from promoter_app.domain.cards import MAX_NUMBER, CardCode, CodeKind, card_label, make_code, read_code
from promoter_app.domain.done import Done
from promoter_app.domain.people import AGE_GROUPS, MINOR_AGE_GROUPS, SEXES, Person
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, project_tag
from promoter_app.store import people as people_store
from promoter_app.store import person_sheet as store
from promoter_app.store.writer import Writer


@dataclass(frozen=True)
class Stay:
    """A person's time in a crew; `until` is the last day, or None while it lasts."""

    id: bytes
    crew: bytes
    crew_name: str | None
    season_name: str | None
    since: str
    until: str | None


@dataclass(frozen=True)
class Visit:
    """A session that the person was in; `module` is None when the session had no topic."""

    session: bytes
    held_on: str
    kind: str
    module: str | None
    crew_name: str | None


@dataclass(frozen=True)
class GivenCard:
    """A card that was given to the person, with the reason of its cancelling, if it was cancelled."""

    id: bytes
    number: int
    cancelled: bool
    reason: str | None


@dataclass(frozen=True)
class PersonSheet:
    """All that a laptop knows of one person; each list has the last first."""

    person: Person
    stays: tuple[Stay, ...]
    visits: tuple[Visit, ...]
    cards: tuple[GivenCard, ...]


def person_sheet(folder: Folder, person: bytes, day: str) -> PersonSheet:
    """The sheet of a person as of `day`. Raises Refusal when the person is not registered (any more)."""
    return PersonSheet(
        _known(folder, person, day),
        tuple(Stay(**row) for row in store.stays(folder.book, person)),
        tuple(Visit(**row) for row in store.visits(folder.book, person)),
        tuple(
            GivenCard(row["id"], row["number"], bool(row["cancelled"]), row["reason"])
            for row in store.cards(folder.book, person)
        ),
    )


def put_right(
    folder: Folder,
    stamp: Stamp,
    person: bytes,
    *,
    name: str,
    sex: str | None,
    age_group: str | None,
    language: str | None,
) -> Done[Person]:
    """Correct what is known of a person; None is sin dato. Raises Refusal for an empty name or a minor's age.

    Under 18 nobody is registered as a worker (domain rule): such a record is for the office to look at.
    """
    known = _known(folder, person, stamp.today)
    check_words(name.strip(), sex, age_group)
    values = {"name": name.strip(), "sex": sex, "age_group": age_group, "language": language}
    with folder.book.writing(stamp) as write:
        write.edit("person", person, **values)
    undo = write.undo(Sentence("Deshacer: corrección de datos", "Undo: corrected data"))
    return Done(replace(known, **values), write.changes, undo)  # type: ignore[arg-type]


def move_to_crew(folder: Folder, stamp: Stamp, person: bytes, crew: bytes, since: str) -> Done[None]:
    """From `since` on the person is in `crew` and in no other; what they did before stays theirs.

    Raises Refusal when they are in that crew already on that day.
    """
    _known(folder, person, stamp.today)
    stays = [Stay(**row) for row in store.stays(folder.book, person)]
    lasting = [stay for stay in stays if stay.until is None or stay.until >= since]
    if any(stay.crew == crew and stay.since <= since for stay in lasting):
        raise Refusal(
            "already_there",
            Sentence("Esa persona ya está en esa cuadrilla.", "That person is in that crew already."),
            NOTHING_CHANGED,
            Sentence("Elige otra cuadrilla.", "Choose another crew."),
        )
    with folder.book.writing(stamp) as write:
        for stay in lasting:
            _end_stay(write, stay, since)
        write.add("membership", person=person, crew=crew, since=since)
    undo = write.undo(Sentence("Deshacer: cambio de cuadrilla", "Undo: change of crew"))
    return Done(None, write.changes, undo)


def _end_stay(write: Writer, stay: Stay, since: str) -> None:
    """The last day of a stay is the eve of the new one; one that had not begun by then never counts."""
    if stay.since >= since:
        write.void("membership", stay.id, "moved")
        return
    eve = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
    write.edit("membership", stay.id, until=eve)


@dataclass(frozen=True)
class BlankCard:
    """A card that nobody has yet; `id` is None while this laptop has not written it down."""

    code: str
    number: int
    id: bytes | None


def blank_card(folder: Folder, typed: str) -> BlankCard:
    """The blank card of a code that was scanned or typed, or of the number printed beside it.

    A number has no check letters: it counts only for a card that this laptop knows. Raises Refusal when there is
    none, and when the code is not of this project, is cancelled, or belongs to somebody.
    """
    numbered = _card_with_number(folder, typed.strip())
    code = numbered or read_code(typed)
    if code is None or code.tag != project_tag(folder) or code.kind != "C":
        raise _bad_card(
            Sentence("Ese código no es de una tarjeta de este proyecto.", "That code is not of a card of this project.")
        )
    printed = people_store.cards_with_code(folder.book, code.text)
    if numbered and not printed:
        raise _bad_card(
            Sentence(
                f"En esta laptop no hay tarjeta {card_label(code.number)}.",
                f"There is no card {card_label(code.number)} on this laptop.",
            ),
            Sentence(
                "Revisa el número, escanéala o escribe el código que trae.",
                "Check the number, scan it, or type the code on it.",
            ),
        )
    if any(row["cancelled"] for row in printed):
        raise _bad_card(Sentence("Esa tarjeta está anulada.", "That card is cancelled."))
    if any(row["person"] is not None for row in printed):
        raise _bad_card(Sentence("Esa tarjeta ya es de alguien.", "That card is somebody's already."))
    return BlankCard(code.text, code.number, printed[0]["id"] if printed else None)


def _card_with_number(folder: Folder, typed: str) -> CardCode | None:
    """The code of the card with a number that was typed; None when it is no number that a card has."""
    tag = project_tag(folder)
    if tag is None or not typed.isdecimal() or int(typed) > MAX_NUMBER:
        return None
    return make_code(CodeKind.CARD, tag, int(typed))


def assign_card(write: Writer, blank: BlankCard, person: bytes) -> bytes:
    """Write down that `person` has the card from now on; its id."""
    card = blank.id or write.add("card", code=blank.code, number=blank.number)
    write.add("card_assignment", card=card, person=person)
    return card


def give_card(folder: Folder, stamp: Stamp, person: bytes, typed: str) -> Done[int]:
    """Give a person the blank card that was scanned or typed; the card they had is cancelled. The number given.

    Raises Refusal for a card that cannot be given, as `blank_card` does.
    """
    known = _known(folder, person, stamp.today)
    blank = blank_card(folder, typed)
    with folder.book.writing(stamp) as write:
        card = assign_card(write, blank, person)
        if known.card_code:
            for old in people_store.cards_with_code(folder.book, known.card_code):
                write.add("card_cancel", card=old["id"], reason="replaced", good_card=card)
    undo = write.undo(Sentence("Deshacer: tarjeta nueva", "Undo: new card"))
    return Done(blank.number, write.changes, undo)


def _known(folder: Folder, person: bytes, day: str) -> Person:
    found = people_store.person(folder.book, person, day)
    if found is None:
        raise Refusal(
            "unknown_person",
            Sentence("Esa persona ya no está registrada aquí.", "That person is not registered here any more."),
            NOTHING_CHANGED,
            Sentence("Búscala otra vez por su nombre.", "Search for them again by name."),
        )
    return found


def check_words(name: str, sex: str | None, age_group: str | None) -> None:
    """Refuse what nobody may be registered with: no name, or an age under 18. ValueError for unknown codes."""
    if not name:
        raise Refusal(
            "no_name",
            Sentence("Falta el nombre.", "The name is missing."),
            NOTHING_CHANGED,
            Sentence("Escribe nombre y apellidos.", "Type first and last names."),
        )
    if age_group in MINOR_AGE_GROUPS:
        raise Refusal(
            "minor",
            Sentence(
                "Nadie menor de 18 años se registra como persona trabajadora.",
                "Nobody under 18 is registered as a worker.",
            ),
            NOTHING_CHANGED,
            Sentence("Avisa a la coordinación.", "Tell the coordinator."),
        )
    if (sex is not None and sex not in SEXES) or (age_group is not None and age_group not in AGE_GROUPS):
        raise ValueError((sex, age_group))


_TAKE_ANOTHER = Sentence("Toma una tarjeta en blanco y escanéala.", "Take a blank card and scan it.")


def _bad_card(what: Sentence, todo: Sentence = _TAKE_ANOTHER) -> Refusal:
    return Refusal("bad_card", what, NOTHING_CHANGED, todo)
