"""Hoy: the next session, what to bring, later today, sessions left open. Read in one go."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from promoter_app.domain.curriculum.course import Course, Module, short_form
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import module_of
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import sessions
from promoter_app.services.sessions.recordings import slot_of
from promoter_app.store import people as people_store
from promoter_app.store.curriculum.files import Loaded

LAPTOP = Sentence("Laptop cargada", "Laptop charged")
SCANNER = Sentence("Lector USB de tarjetas", "USB card scanner")
SHEET = Sentence("Hoja de asistencia", "Attendance sheet")


@dataclass(frozen=True)
class KitItem:
    """A thing to bring; `code` names it for the tick, `prints` marks what the laptop can print."""

    code: str
    words: Sentence
    ticked: bool = False
    prints: bool = False


@dataclass(frozen=True)
class SessionCard:
    """A session with its topic and the languages of its crew (code or None, people)."""

    session: Session
    module: Module | None
    course: Course | None
    languages: tuple[tuple[str | None, int], ...] = ()
    audio_missing: tuple[str, ...] = ()

    @property
    def cards(self) -> int:
        """Cue cards of the topic."""
        return len(self.module.cards) if self.module else 0

    @property
    def short_minutes(self) -> int:
        """Minutes of the short form."""
        return short_form(self.module).minutes if self.module else self.session.minutes


@dataclass(frozen=True)
class Today:
    """The page. `more` sessions come after the `later` ones; `resume` was open when the laptop went off today."""

    day: str
    next: SessionCard | None = None
    later: tuple[SessionCard, ...] = ()
    more: int = 0
    kit: tuple[KitItem, ...] = ()
    left_open: tuple[Session, ...] = ()
    resume: Session | None = None
    is_empty: bool = field(default=False)


def today(
    folder: Folder,
    content: Loaded,
    day: str,
    *,
    promoter: bytes | None = None,
    first: bytes | None = None,
    lines: int | None = None,
) -> Today:
    """What Hoy shows for `day`; `promoter` leaves only that person's sessions, `first` puts one first, `lines` is how
    many of those later today are read (a large office has sixty in a day).
    """
    planned = [
        session
        for session in sessions.sessions_between(folder, day, day)
        if session.state in ("planned", "open", "reopened") and promoter in (None, session.promoter)
    ]
    opened = sessions.open_sessions(folder)
    resume = next((session for session in opened if session.held_on == day), None)
    planned.sort(key=lambda one: (not one.is_open, one.id != first, one.starts, one.code))
    read = len(planned) if lines is None else min(lines + 1, len(planned))
    cards = [_card(folder, content, session) for session in planned[:read]]
    return Today(
        day,
        cards[0] if cards else None,
        tuple(cards[1:]),
        len(planned) - read,
        tuple(_kit(folder, cards[0])) if cards else (),
        tuple(session for session in opened if session.held_on < day),
        resume,
        not cards and people_store.count_people(folder.book) == 0,
    )


def _card(folder: Folder, content: Loaded, session: Session) -> SessionCard:
    module = module_of(content, session)
    course = content.courses.get(session.sector or "")
    languages: list[tuple[str | None, int]] = []
    if session.crew is not None:
        languages = sessions.language_mix(folder, session.crew, session.held_on)
    spoken = [code for code, _people in languages if code not in (None, SPANISH)]
    lacking = tuple(code for code in spoken if code and module and not slot_of(folder, module, code).is_ready)
    return SessionCard(session, module, course, tuple(languages), lacking)


def _kit(folder: Folder, card: SessionCard) -> list[KitItem]:
    blanks = people_store.count_blank_cards(folder.book, 5)
    people = card.session.people
    cards = Sentence(f"{people} tarjetas y {blanks} en blanco", f"{people} cards and {blanks} blank ones")
    items = [KitItem("laptop", LAPTOP), KitItem("scanner", SCANNER), KitItem("cards", cards)]
    items.append(KitItem("sheet", SHEET, prints=True))
    if card.module is not None:
        items += [
            KitItem(f"bring-{at}", Sentence(words.es, words.en)) for at, words in enumerate(card.module.bring)
        ]
    ticked = _ticked(folder, card.session.id)
    return [KitItem(item.code, item.words, item.code in ticked, item.prints) for item in items]


def _ticked(folder: Folder, session: bytes) -> set[str]:
    kept = folder.book.local(_kit_key(session))
    return set(json.loads(kept)) if kept else set()


def _kit_key(session: bytes) -> str:
    return f"kit {session.hex()}"


def tick(folder: Folder, _stamp: Stamp, session: bytes, code: str, ticked: bool) -> Done[int]:
    """Tick a thing of the kit (kept on this laptop only); the outcome is how many are ticked."""
    codes = _ticked(folder, session)
    codes = codes | {code} if ticked else codes - {code}
    folder.book.set_local(_kit_key(session), json.dumps(sorted(codes)))
    return Done(len(codes))
