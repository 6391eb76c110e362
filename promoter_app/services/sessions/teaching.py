"""Tema: which cards the break allows, where to go on, and which languages are in the group."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.curriculum.common import CONTENT_STEP, PreflightCheck, SessionStep
from promoter_app.domain.curriculum.course import CueCard, Module
from promoter_app.domain.sessions import Session
from promoter_app.services.curricula import module_of
from promoter_app.services.folder import Folder, setting
from promoter_app.services.sessions import attendance, closing, recordings
from promoter_app.store import sessions as session_store
from promoter_app.store.curriculum.files import Loaded

FORM = "card_form"
"""Setting of the project: "auto" (as the break allows), "short" or "full"."""


@dataclass(frozen=True)
class NumberedCard:
    """A cue card and its number (1, 2, ...) in the whole topic, which the short form keeps."""

    number: int
    card: CueCard


@dataclass(frozen=True)
class SpokenLanguage:
    """A language of the group: its code (None: sin dato), its name, how many people, its recording if any, and
    how many seconds that lasts when somebody noted it."""

    code: str | None
    name: str | None
    people: int
    recording: Path | None
    seconds: int | None = None


@dataclass(frozen=True)
class TopicRoom:
    """The page. `module` is None when no course here has the topic; `start` is a place in `cards` (0 based)."""

    module: Module | None
    cards: tuple[NumberedCard, ...] = ()
    start: int = 0
    languages: tuple[SpokenLanguage, ...] = ()
    checks: tuple[PreflightCheck, ...] = ()
    ticked: frozenset[str] = frozenset()
    is_cleared: bool = True


def topic_room(folder: Folder, content: Loaded, session: Session, minutes_left: float) -> TopicRoom:
    """Read the page of a session's topic with `minutes_left` of its break."""
    module = module_of(content, session)
    if module is None:
        return TopicRoom(None)
    shown = _card_shown(folder, session.id)
    wanted = setting(folder, FORM, "auto")
    cards = cards_for(module, minutes_left, minutes_after(content.steps), wanted, shown)
    start = next((at for at, each in enumerate(cards) if each.number == shown), 0)
    sensitive = closing.needs_preflight(content, module)
    checks = closing.preflight_checks(folder, content, session.id) if sensitive else ()
    ticked = closing.preflight(folder, session.id)
    cleared = all(check.id in ticked for check in checks) or closing.is_overridden(folder, session.id)
    return TopicRoom(module, cards, start, _languages(folder, content, session, module), checks, ticked, cleared)


def cards_for(
    module: Module, minutes_left: float, after: int, wanted: str = "auto", shown: int = 0
) -> tuple[NumberedCard, ...]:
    """The cards to give: all when `minutes_left` hold them and `after` minutes of what follows, else the short form.

    `wanted` "short" or "full" decides instead. The card shown last (its number, 0 for none) is always among them.
    """
    everything = tuple(NumberedCard(number, card) for number, card in enumerate(module.cards, start=1))
    short = tuple(each for each in everything if each.card.in_short)
    fits = sum(card.minutes for card in module.cards) + after <= minutes_left
    is_short = wanted == "short" or (wanted != "full" and not fits)
    lost = shown > 0 and all(each.number != shown for each in short)
    return short if is_short and short and not lost else everything


def minutes_after(steps: list[SessionStep]) -> int:
    """Minutes of a short session's steps after the content."""
    names = [step.id for step in steps]
    at = names.index(CONTENT_STEP) if CONTENT_STEP in names else len(steps)
    return sum(step.short_minutes for step in steps[at + 1 :])


def _card_shown(folder: Folder, session: bytes) -> int:
    """The number of the card shown last, 0 when none was."""
    rows = session_store.steps_of(folder.book, session)
    shown = [row["card_number"] for row in rows if row["step"] == "topic" and row["card_number"]]
    return int(shown[-1]) if shown else 0


def _languages(folder: Folder, content: Loaded, session: Session, module: Module) -> tuple[SpokenLanguage, ...]:
    """Languages of those present, most people first; a language not known comes last."""
    here = Counter(recordings.language_code(row.person.language) for row in attendance.present(folder, session.id))
    order = sorted(here.items(), key=lambda pair: (pair[0] is None, -pair[1], pair[0] or ""))
    return tuple(
        SpokenLanguage(
            code, recordings.language_name(content, code), people, recordings.topic_recording(folder, module, code),
            recordings.slot_of(folder, module, code or "").seconds,
        )
        for code, people in order
    )
