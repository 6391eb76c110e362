"""What all courses share: help channels, dated legal values, reasons, pre-flight, consents, the session's steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from promoter_app.domain.curriculum.course import NOWHERE, Confidence, Module, Place, Words, is_recent

VERIFIED_MONTHS = 6
"""How long a phone number counts as verified."""
EVERY_SECTOR = "both"
CONTENT_STEP = "content"
BLANK_LINE = "____________________"
_HOLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class HelpChannel:
    """A place to ask for help. No `numbers`: none was found to be reliable, the office fills it in."""

    id: str
    name: Words
    numbers: tuple[str, ...]
    note: Words | None
    scope: str
    sector: str
    confidence: Confidence
    source: str
    verified_on: date | None
    verified_by: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class DatedValue:
    """`value` from `start` (None: always) to `end` (None: until the next row), both days included."""

    start: date | None
    end: date | None
    value: int


@dataclass(frozen=True)
class LegalValue:
    """A number of the law that changes with the date. `unit`: hours, minutes, years, weeks, months, percent."""

    id: str
    name: Words
    unit: str
    ref: str
    confidence: Confidence
    source: str
    checked_on: date | None
    rows: tuple[DatedValue, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Reason:
    """Why a session was cancelled or the order broken. `needs_note`: a written note is required."""

    id: str
    name: Words
    needs_note: bool
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class PreflightCheck:
    """Something to tick before a session of level 3 or 4."""

    id: str
    name: Words
    only_with_interpreter: bool
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class ConsentText:
    """What is read aloud to ask for consent. `how`: "spoken" or "written"; each answer keeps the version."""

    id: str
    version: int
    purpose: Words
    text: Words
    if_no: Words
    how: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class NoticeBlank:
    """A blank of the privacy notice that the office fills in."""

    id: str
    label: Words
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class Notice:
    """A privacy notice template ("full", "short", "oral") with `{blank}` holes."""

    id: str
    version: int
    title: Words
    paragraphs: tuple[Words, ...]
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def holes(self) -> tuple[str, ...]:
        """Ids of the blanks it uses, in order, each once, in either language."""
        texts = [text for words in self.paragraphs for text in (words.es, words.en)]
        return tuple(dict.fromkeys(hole for text in texts for hole in _HOLE.findall(text)))


@dataclass(frozen=True)
class SessionStep:
    """One step of every session: minutes (full and short), what is said to the group, what the promoter does."""

    id: str
    minutes: int
    short_minutes: int
    title: Words
    say: Words
    do: Words
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
class ScriptLine:
    """A row of the facilitator's page: a step or a card of it, its minutes, what to say and what to do."""

    title: Words
    minutes: int
    say: tuple[Words, ...]
    do: tuple[Words, ...]


def channel_is_verified(channel: HelpChannel, today: date) -> bool:
    """True when a named person confirmed the number within the last six months."""
    confirmed = bool(channel.numbers and channel.verified_by.strip())
    return confirmed and is_recent(channel.verified_on, VERIFIED_MONTHS, today)


def channels_for(channels: Iterable[HelpChannel], crop: str) -> tuple[HelpChannel, ...]:
    """The channels of a crop's card: enforcement differs by sector, so cards differ too."""
    return tuple(channel for channel in channels if channel.sector in (EVERY_SECTOR, crop))


def value_on(legal_value: LegalValue, day: date) -> int | None:
    """The number in force on `day`, or None when the table does not say."""
    rows = [row for row in legal_value.rows if row.start is None or row.start <= day]
    if not rows or (rows[-1].end is not None and rows[-1].end < day):
        return None
    return rows[-1].value


def fill_notice(notice: Notice, values: Mapping[str, str], language: str = "es") -> tuple[str, ...]:
    """The paragraphs with their holes filled; an unfilled hole becomes a line to write on."""
    return tuple(
        _HOLE.sub(lambda hole: values.get(hole[1], "").strip() or BLANK_LINE, words.in_language(language))
        for words in notice.paragraphs
    )


def unfilled(notice: Notice, values: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of the holes that nobody filled in."""
    return tuple(hole for hole in notice.holes if not values.get(hole, "").strip())


def facilitator_script(
    module: Module, steps: Iterable[SessionStep], *, short: bool = False
) -> tuple[ScriptLine, ...]:
    """The facilitator's page: the shared steps, with the module's opening, cards and closing inside.

    For a short session pass `short_form(module)` and `short=True`.
    """
    lines: list[ScriptLine] = []
    for step in steps:
        if step.id == CONTENT_STEP:
            lines += _content(module, step)
        else:
            minutes = step.short_minutes if short else step.minutes
            lines.append(ScriptLine(step.title, minutes, (step.say,), (step.do,)))
    return tuple(lines)


def _content(module: Module, step: SessionStep) -> list[ScriptLine]:
    """The cards, the opening said before the first and the closing after the last."""
    lines = []
    for number, card in enumerate(module.cards):
        before = (module.opening, step.say) if number == 0 else ()
        after = (module.closing,) if number == len(module.cards) - 1 else ()
        do = (step.do,) if number == 0 else ()
        own = (card.do,) if card.do else ()
        lines.append(ScriptLine(card.title, card.minutes, (*before, card.say, card.question, *after), do + own))
    return lines
