"""Frozen values of the recovery sheet: the only thing that opens data whose passphrase was forgotten."""

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
