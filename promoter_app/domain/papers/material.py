"""Frozen values of the papers of a topic: guide, sheet with pictures, help card, constancia."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MAX_IDEAS = 6


@dataclass(frozen=True)
class GuideStep:
    """A part of the session: minutes, what it is called and what to do or say."""

    minutes: int
    title: str
    words: str = ""


@dataclass(frozen=True)
class GuideQuestion:
    """A test item with its answer (index into `choices`); `short` when it is asked in short sessions too."""

    number: int
    text: str
    choices: tuple[str, ...]
    answer: int
    short: bool

    def __post_init__(self) -> None:
        if not 0 <= self.answer < len(self.choices):
            raise ValueError("the answer is not one of the choices")


@dataclass(frozen=True)
class LawReference:
    """A legal reference, when it was checked, and whether that must be done again before printing."""

    reference: str
    checked_on: date | None
    confidence: str
    verify: bool


@dataclass(frozen=True)
class LocalDatum:
    """Something that is different in each place (nearest hospital...); an empty value prints a line."""

    label: str
    value: str = ""


@dataclass(frozen=True)
class LocalInsert:
    """What a company has of its own in a topic; `verify` when nobody checked it lately."""

    text: str
    verify: bool = False


@dataclass(frozen=True)
class FacilitatorGuide:
    """One topic for the person who facilitates. `checklist` is for topics of levels 3 and 4;
    `picture` names a pictogram."""

    title: str
    subtitle: str
    minutes: int
    short_minutes: int
    objectives: tuple[str, ...]
    materials: tuple[str, ...]
    steps: tuple[GuideStep, ...]
    messages: tuple[str, ...]
    questions: tuple[GuideQuestion, ...]
    laws: tuple[LawReference, ...]
    local: tuple[LocalDatum, ...] = ()
    checklist: tuple[str, ...] = ()
    picture: str = ""
    inserts: tuple[LocalInsert, ...] = ()


@dataclass(frozen=True)
class Idea:
    """A picture and the few words beside it. `picture` names a pictogram."""

    picture: str
    words: str


@dataclass(frozen=True)
class WorkerSheet:
    """What a worker takes home: up to six ideas in large letters, neutral title, nothing personal."""

    title: str
    ideas: tuple[Idea, ...]
    foot: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.ideas) <= MAX_IDEAS:
            raise ValueError(f"a worker sheet has 1 to {MAX_IDEAS} ideas")


@dataclass(frozen=True)
class HelpChannel:
    """Where to get help. An empty number prints a line to fill in; one not `verified` prints a stamp."""

    name: str
    number: str
    scope: str
    verified: bool
    verified_on: date | None = None


@dataclass(frozen=True)
class HelpCard:
    """A card that folds to 85 x 54 mm with a neutral cover; the channels are inside."""

    cover: str
    picture: str
    channels: tuple[HelpChannel, ...]
    foot: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.channels) <= 10:
            raise ValueError("a help card has 1 to 10 channels")


@dataclass(frozen=True)
class Certificate:
    """A constancia of participation: the topics are never listed, only how many and the hours.

    `check_code` (digits and capitals, up to 20) proves it offline; it is printed in words and as a code.
    """

    folio: str
    check_code: str
    name: str
    project: str
    partner: str
    topics: int
    hours: str
    first_day: date
    last_day: date
    place: str
    issued_on: date
    signers: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        code = self.check_code
        if not (code.isascii() and code.isalnum() and code == code.upper() and len(code) <= 20):
            raise ValueError("the check code is digits and capitals, up to 20")
        if not 1 <= len(self.signers) <= 3:
            raise ValueError("one to three people sign")
