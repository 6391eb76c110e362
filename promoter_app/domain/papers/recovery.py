"""Frozen values of papers that open something: the recovery sheet, and the words of one roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

WORDS = 24


@dataclass(frozen=True)
class RecoverySheet:
    """24 words and the text of their QR; `opens` says for whom it is (data, or sealed notes)."""

    title: str
    opens: str
    words: tuple[str, ...]
    qr: str
    made_on: date

    def __post_init__(self) -> None:
        if len(self.words) != WORDS or not self.qr:
            raise ValueError("a recovery sheet has 24 words and a QR")

    def __repr__(self) -> str:
        return f"RecoverySheet({self.title})"


@dataclass(frozen=True)
class WordsNote:
    """The words that open one roster, for whoever hands them over apart from it."""

    words: tuple[str, ...]
    made_on: date

    def __repr__(self) -> str:
        return f"WordsNote({self.made_on})"
