"""How a noun of the office is described: fields with a kind and words, from which lists and forms are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from promoter_app.domain.refusal import Sentence

FieldKind = Literal[
    "text", "long", "whole", "decimal", "day", "time", "choice", "ref", "weekdays", "yes_no", "language", "module"
]


@dataclass(frozen=True)
class Field:
    """One value. `options` are (word, what people read) of a choice; `refers` names the noun of a ref
    ("venue+person": either; "@scope": the one that the field `scope` names).

    `limit` is characters for words; `least` and `most` bound numbers. `hint` stands under the field.
    """

    name: str
    kind: FieldKind
    label: Sentence
    required: bool = False
    limit: int = 200
    options: tuple[tuple[str, Sentence], ...] = ()
    refers: str = ""
    least: float = 0
    most: float = 1_000_000
    hint: Sentence | None = None

    def option(self, word: object) -> Sentence | None:
        """What people read for a word of `options`."""
        return next((read for value, read in self.options if value == word), None)


@dataclass(frozen=True)
class Noun:
    """Something the office sets up; `table` is its name in the data.

    `title` and `detail` are the fields a row of the list shows; `unique` together may not repeat.
    `used_by` are (table, column) that speak of it: in use it cannot be withdrawn. `keep` limits which rows are the
    office's ((column, words)); `changes` False: it is told once and can only be withdrawn.
    """

    table: str
    many: Sentence
    one: Sentence
    why: Sentence
    fields: tuple[Field, ...]
    title: tuple[str, ...]
    detail: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    used_by: tuple[tuple[str, str], ...] = ()
    keep: tuple[str, tuple[str, ...]] | None = None
    changes: bool = True
    is_person: bool = False

    def field(self, name: str) -> Field:
        """The field `name`; KeyError when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.table}.{name}")


def words(
    name: str, es: str, en: str, *, required: bool = False, limit: int = 200, hint: Sentence | None = None
) -> Field:
    """A line of words."""
    return Field(name, "text", Sentence(es, en), required, limit, hint=hint)


def note(name: str, es: str, en: str, limit: int = 1000, hint: Sentence | None = None) -> Field:
    """Words of several lines."""
    return Field(name, "long", Sentence(es, en), limit=limit, hint=hint)


def day(name: str, es: str, en: str, *, required: bool = False, hint: Sentence | None = None) -> Field:
    """A date."""
    return Field(name, "day", Sentence(es, en), required, hint=hint)


def clock(name: str, es: str, en: str) -> Field:
    """A time of day, always needed."""
    return Field(name, "time", Sentence(es, en), required=True)


def number(
    name: str, es: str, en: str, least: int = 0, most: int = 100_000, hint: Sentence | None = None, *,
    required: bool = False,
) -> Field:  # fmt: skip
    """A whole number."""
    return Field(name, "whole", Sentence(es, en), required, least=least, most=most, hint=hint)


def decimal(name: str, es: str, en: str, least: float, most: float, hint: Sentence | None = None) -> Field:
    """A number with decimals."""
    return Field(name, "decimal", Sentence(es, en), least=least, most=most, hint=hint)


def pick(name: str, es: str, en: str, *options: tuple[str, str, str], required: bool = False) -> Field:
    """One of a few; `options` are (word, Spanish, English)."""
    read = tuple((word, Sentence(spanish, english)) for word, spanish, english in options)
    return Field(name, "choice", Sentence(es, en), required, options=read)


def ref(name: str, es: str, en: str, refers: str, *, required: bool = False) -> Field:
    """Another thing that the office set up."""
    return Field(name, "ref", Sentence(es, en), required, refers=refers)
