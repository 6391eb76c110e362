"""Frozen values of the one-page results sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Big:
    """A large number: its pictogram ("" for none), the words under it, and for a share its percent."""

    picture: str
    number: str
    words: str
    percent: int | None = None


@dataclass(frozen=True)
class ResultsSheet:
    """The page. `first` and `last` are months (`2026-10`) for a neutral file name."""

    title: str
    subtitle: str
    bigs: tuple[Big, ...]
    notes: tuple[str, ...]
    first: str
    last: str
