"""Frozen values of the sheets that a person fills: attendance and tests. Values only, checked when made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from promoter_app.domain.cards import CodeKind, read_code
from promoter_app.domain.papers.geometry import MAX_ITEMS, TEST_ROWS


def check_sheet_code(text: str) -> None:
    """Raises ValueError unless `text` is the code of a sheet."""
    code = read_code(text)
    if code is None or code.kind is not CodeKind.SHEET:
        raise ValueError(f"not a sheet code: {text!r}")


@dataclass(frozen=True)
class SheetHeader:
    """Head of a sheet. `title` is what may be read by anybody: neutral for sensitive modules.

    Empty text means that it is not known and prints as a line to fill in by hand.
    """

    title: str
    project: str
    partner: str
    folio: str
    day: date | None
    start: time | None
    end: time | None
    place: str
    mill: str
    front: str
    crew: str
    sector: str
    language: str
    interpreter: str
    promoters: str
    modality: str


@dataclass(frozen=True)
class AttendanceRow:
    """A person on the list. `number` is the card's number; `sex` is F, M, X or empty (no data).

    `language` is printed only when the person agreed to it; None in a yes/no means no data.
    """

    number: str
    name: str
    sex: str
    age_group: str
    language: str = ""
    first_time: bool | None = None
    consent: bool | None = None

    def __post_init__(self) -> None:
        if self.sex not in ("", "F", "M", "X"):
            raise ValueError(f"unknown sex {self.sex!r}")


@dataclass(frozen=True)
class AttendanceSheet:
    """An attendance list. `sheet_code` (kind S) names project and printed sheet; `named=False` hides names."""

    header: SheetHeader
    sheet_code: str
    rows: tuple[AttendanceRow, ...]
    privacy: str
    walk_ins: int = 5
    named: bool = True

    def __post_init__(self) -> None:
        check_sheet_code(self.sheet_code)
        if self.walk_ins < 0 or len(self.rows) + self.walk_ins > 600:
            raise ValueError("too many rows")


@dataclass(frozen=True)
class AnswerRow:
    """A person on a test sheet."""

    number: str
    name: str


@dataclass(frozen=True)
class AnswerSheet:
    """Answers before and after of a crew. `true_false` says for each item whether it is V/F (else A/B/C)."""

    header: SheetHeader
    sheet_code: str
    rows: tuple[AnswerRow, ...]
    true_false: tuple[bool, ...]
    version: str
    walk_ins: int = 3
    named: bool = True

    def __post_init__(self) -> None:
        check_sheet_code(self.sheet_code)
        if not 1 <= len(self.true_false) <= MAX_ITEMS or self.walk_ins < 0:
            raise ValueError(f"a test has 1 to {MAX_ITEMS} items")
        if len(self.rows) + self.walk_ins > TEST_ROWS[-1] * 30:
            raise ValueError("too many rows")


@dataclass(frozen=True)
class Question:
    """A test item as it is shown: `picture` names a pictogram, `choices` are two (V/F) or three answers."""

    number: int
    picture: str
    text: str
    choices: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.choices) not in (2, 3):
            raise ValueError("a question has two or three answers")


@dataclass(frozen=True)
class QuestionCards:
    """Questions of a module to hold up in front of the crew, two a page."""

    title: str
    questions: tuple[Question, ...]
