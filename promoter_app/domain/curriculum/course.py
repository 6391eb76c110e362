"""A course: its modules, their cue cards, test items and legal references, in Spanish and English.

Content comes from the files in `curricula/` (read by `store.curriculum_files`); here live its shapes and the
questions other floors ask of them. Checks of hand-written content are in `checks`, lists shared by all courses
(help channels, reasons, consents) in `common`, names of levels and marks in `labels`.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from promoter_app.domain.refusal import Sentence

NEUTRAL_FROM_LEVEL = 3
CHECK_MONTHS = 12
"""A legal reference checked longer ago than this is marked "verify before printing"."""


@dataclass(frozen=True)
class Words:
    """The same text in Spanish and in English."""

    es: str
    en: str

    def in_language(self, language: str) -> str:
        """The text for `language` ("es" or "en"); anything else reads Spanish."""
        return self.en if language == "en" else self.es


@dataclass(frozen=True)
class Place:
    """Where something was written: file relative to the curricula folder, line counted from 1."""

    file: str
    line: int


NOWHERE = Place("", 0)


@dataclass(frozen=True)
class Fault:
    """A mistake in a content file that a person can mend: where, what is wrong, what to do."""

    file: str
    line: int
    what: Sentence
    todo: Sentence

    def text(self, language: str = "es") -> str:
        """One line: `common/modules/m1-calor.yaml:12: what. What to do.`"""
        return f"{self.file}:{self.line}: {self.what.in_language(language)} {self.todo.in_language(language)}"


class Confidence(StrEnum):
    """How far a fact was checked. `LOW` may never be printed as a fact."""

    SOURCE_FOUND = "source_found"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    PROPOSAL = "proposal"
    UNMARKED = ""


@dataclass(frozen=True)
class Statement:
    """A key message or a note for the promoter, with how far it was checked."""

    words: Words
    confidence: Confidence = Confidence.UNMARKED
    source: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class LegalRef:
    """A law article, standard or convention. `checked_on` None: nobody checked it against the law yet."""

    ref: str
    note: Words | None
    confidence: Confidence
    source: str
    checked_on: date | None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class CueMessage:
    """One line of a cue card: icon name (Phosphor, or `mdi6.` + name), title and one line of explanation."""

    icon: str
    title: Words
    line: Words


@dataclass(frozen=True)
class CueCard:
    """What the promoter shows at once: at most three messages and a question for the group.

    `say` speaks to the group (ustedes), `do` to the promoter (tú). `in_short`: also used in short sessions.
    """

    title: Words
    minutes: int
    in_short: bool
    messages: tuple[CueMessage, ...]
    question: Words
    say: Words
    do: Words | None
    place: Place = field(default=NOWHERE, compare=False)


class ItemKind(StrEnum):
    """How a test question is answered."""

    CHOICE = "choice"
    TRUE_FALSE = "true_false"


@dataclass(frozen=True)
class Option:
    """One answer of a question: its letter (a, b, c or V, F), words and icon name ("" when it has none)."""

    letter: str
    words: Words
    icon: str = ""


TRUE_FALSE = (
    Option("V", Words("Verdadero", "True"), "thumbs-up"),
    Option("F", Words("Falso", "False"), "thumbs-down"),
)


@dataclass(frozen=True)
class Item:
    """A test question, asked the same way before and after. `key` is the letter of the right option."""

    id: str
    kind: ItemKind
    picture: str
    in_short: bool
    question: Words
    options: tuple[Option, ...]
    key: str
    place: Place = field(default=NOWHERE, compare=False)

    def is_right(self, letter: str | None) -> bool:
        """True when `letter` is the key. None (blank or "No sé") counts as wrong."""
        return letter is not None and letter == self.key


@dataclass(frozen=True)
class AudioSlot:
    """A recording in one language, made and signed off by a named speaker. Empty until someone records it."""

    language: str
    file: str = ""
    speaker: str = ""
    speaker_consent: date | None = None
    recorded_on: date | None = None
    seconds: int | None = None
    signed_off_by: str = ""

    @property
    def is_ready(self) -> bool:
        """May be played: there is a file, a named speaker who agreed, and somebody signed it off."""
        return bool(self.file and self.speaker and self.speaker_consent and self.signed_off_by)


@dataclass(frozen=True)
class LocalSlot:
    """Something only the place knows (nearest hospital, school): filled per front or company, else blank."""

    id: str
    label: Words
    per: str
    required: bool


@dataclass(frozen=True)
class WorkerSheet:
    """The sheet for workers. `take_home` False: no paper leaves; `reuse` names the module whose card serves."""

    idea: Words
    take_home: bool
    reuse: str = ""


@dataclass(frozen=True)
class Prerequisites:
    """What should come first: every module named, and `count` more of `level` besides those named."""

    modules: tuple[str, ...] = ()
    level: int | None = None
    count: int = 0
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Module:
    """One topic of a course. `version` rises when a question or key changes: old pairs keep the old key."""

    code: str
    version: int
    level: int
    icon: str
    title: Words
    neutral: Words
    minutes: int
    minutes_short: int
    by_week: int | None
    prerequisites: Prerequisites
    recommended_after: str
    objectives: tuple[Words, ...]
    key_messages: tuple[Statement, ...]
    notes: tuple[Statement, ...]
    careful: tuple[Words, ...]
    cards: tuple[CueCard, ...]
    opening: Words
    closing: Words
    bring: tuple[Words, ...]
    worker_sheet: WorkerSheet
    local_slots: tuple[LocalSlot, ...]
    legal: tuple[LegalRef, ...]
    audio: tuple[AudioSlot, ...]
    items: tuple[Item, ...]
    place: Place = field(default=NOWHERE, compare=False)

    def audio_in(self, language: str) -> AudioSlot:
        """The slot for `language` (ISO 639-3); an empty one when the file names none."""
        return next((slot for slot in self.audio if slot.language == language), AudioSlot(language))


@dataclass(frozen=True)
class SessionMinutes:
    """Lengths in minutes: a session, the extra of a crew's first one, presence that counts, a bridge."""

    shortest: int
    longest: int
    first_session_extra: int
    counts_as_attended: int
    bridge_shortest: int
    bridge_longest: int


@dataclass(frozen=True)
class CertificateRule:
    """Modules that a certificate needs (empty: all of the course) and the words it prints."""

    requires: tuple[str, ...]
    wording: Words
    disclaimer: Words


@dataclass(frozen=True)
class Course:
    """The course of a crop. `order` is every code its file lists; `modules` are those that could be read."""

    crop: str
    version: int
    title: Words
    order: tuple[str, ...]
    modules: tuple[Module, ...]
    session_minutes: SessionMinutes
    certificate: CertificateRule
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Codes that the course lists but whose file has a fault."""
        loaded = {module.code for module in self.modules}
        return tuple(code for code in self.order if code not in loaded)

    def module(self, code: str) -> Module | None:
        """The module with `code`, or None when the course does not have it."""
        return next((module for module in self.modules if module.code == code), None)


class HasCheckDate(Protocol):
    """Anything with the day it was last checked against the law."""

    @property
    def checked_on(self) -> date | None: ...


def short_form(module: Module) -> Module:
    """The module as given in a short session: marked cards and starred items only, fewer minutes."""
    return replace(
        module,
        minutes=module.minutes_short,
        cards=tuple(card for card in module.cards if card.in_short),
        items=tuple(item for item in module.items if item.in_short),
    )


def neutral_title(module: Module, language: str = "es") -> str:
    """The discreet short name: on screens in the field, file names, window titles and rosters."""
    return module.neutral.in_language(language)


def title_on_paper(module: Module, language: str = "es") -> str:
    """What paper carries: the full title for levels 1-2, the neutral one for levels 3-4."""
    if module.level >= NEUTRAL_FROM_LEVEL:
        return neutral_title(module, language)
    return module.title.in_language(language)


def sheet_lines(module: Module) -> tuple[CueMessage, ...]:
    """What the worker sheet draws: the messages of the cards that short sessions use."""
    return tuple(message for card in module.cards if card.in_short for message in card.messages)


def required_modules(course: Course) -> tuple[str, ...]:
    """Codes that a certificate needs, also those left out by a fault: a fault never makes it easier."""
    return course.certificate.requires or course.order


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_recent(checked: date | None, months: int, today: date) -> bool:
    """True when `checked` is within the last `months` and not in the future."""
    return checked is not None and checked <= today <= months_later(checked, months)


def needs_checking(ref: HasCheckDate, today: date) -> bool:
    """True when nobody checked `ref` against the law, or more than 12 months ago: verify before printing."""
    return not is_recent(ref.checked_on, CHECK_MONTHS, today)
