"""What an intention gives back: its outcome, which nouns changed, and how to undo it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from promoter_app.domain.refusal import Sentence

T = TypeVar("T")
Value = bytes | str | int | float | None


@dataclass(frozen=True)
class Restore:
    """A field of a record and the value it had before."""

    table: str
    entity: bytes
    field: str
    value: Value


@dataclass(frozen=True)
class Undo:
    """The way back of one intention: rows to void, fields to restore, voided facts to tell again."""

    label: Sentence
    voids: tuple[tuple[str, bytes], ...] = ()
    restores: tuple[Restore, ...] = ()
    retells: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True)
class Done(Generic[T]):
    """`changes` names the tables that were touched, so that only what shows them reloads."""

    outcome: T
    changes: frozenset[str] = field(default_factory=frozenset)
    undo: Undo | None = None
