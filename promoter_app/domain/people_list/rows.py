"""People from a partner's list: each row becomes a person to register, a count, or a fault in words.

Nothing is guessed: what is missing or unclear stays "sin dato". Minors and people who did not consent are
counted without a name. Faults never quote a person's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from promoter_app.domain.names import folded
from promoter_app.domain.people_list.columns import (
    Mapping,
    find_header,
    header_words,
    mapping_from_json,
    mapping_key,
    mapping_to_json,
    propose_mapping,
)
from promoter_app.domain.people_list.table import RawTable, Row
from promoter_app.domain.people_list.values import (
    Ages,
    Reading,
    age_group_of,
    read_age,
    read_age_group,
    read_birth,
    read_card,
    read_consent,
    read_name,
    read_sex,
    read_words,
    says_nothing,
)
from promoter_app.domain.people_list.words import LANGUAGE_CODES, NAME_FIELDS, Field
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

__all__ = [
    "Field",
    "ListedPerson",
    "Mapping",
    "RawTable",
    "RowKind",
    "RowRead",
    "age_group_of",
    "find_header",
    "mapping_from_json",
    "mapping_key",
    "mapping_to_json",
    "propose_mapping",
    "read_rows",
]

T = TypeVar("T")
_BESIDE_H = frozenset({"h", "hom", "hombre", "hombres"})
_BESIDE_F = frozenset({"f", "fem", "femenino", "femenina", "female", "w", "woman"})


class RowKind(StrEnum):
    """What becomes of a row. MINOR and NO_CONSENT are counted and never registered by name."""

    PERSON = "person"
    MINOR = "minor"
    NO_CONSENT = "no_consent"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class ListedPerson:
    """What a row says of a person; None means sin dato. `card` is a printed number or a ten-character code."""

    name: str
    sex: str | None = None
    age_group: str | None = None
    language: str | None = None
    language_code: str | None = None
    crew: str | None = None
    company: str | None = None
    card: str | None = None
    consent: bool | None = None


@dataclass(frozen=True)
class RowRead:
    """One row of the file. `values` only for a PERSON; `faults` say what was wrong or why it is not one.

    For counted rows only `sex` and `age_group` are kept.
    """

    row_number: int
    kind: RowKind
    values: ListedPerson | None = None
    faults: tuple[Sentence, ...] = ()
    sex: str | None = None
    age_group: str | None = None


_MINOR = Sentence(
    "Tiene menos de 18 años: no se registra con nombre, solo se cuenta.",
    "Under 18: not registered by name, only counted.",
)
_MAY_BE_MINOR = Sentence(
    "Puede tener 17 o 18 años: confirma la edad y regístrala a mano.",
    "May be 17 or 18: confirm the age and register by hand.",
)
_NO_CONSENT = Sentence(
    "No dio su consentimiento: no se registra con nombre, solo se cuenta.",
    "Did not consent: not registered by name, only counted.",
)
_CARD_TWICE = Sentence(
    "La tarjeta ya está en otro renglón de la lista: queda sin tarjeta.",
    "The card is already on another row of the list: left without a card.",
)
_BOTH_SEXES = Sentence(
    "Están marcadas las dos columnas de sexo: queda sin dato.", "Both sex columns are marked: no data is kept."
)


class _Reader:
    """Reads the rows of one table under one mapping; keeps the faults of the row at hand."""

    def __init__(self, table: RawTable, mapping: Mapping, today: date) -> None:
        self._today = today
        self._at: dict[Field, int] = {
            field: at
            for at, field in enumerate(mapping.columns)
            if field not in (Field.SKIPPED, Field.REFUSED)
        }
        self._first = mapping.header_row
        self._headers = tuple(map(header_words, mapping.headers))
        self._m_means = _meaning_of_m(table, mapping)
        self._cards: set[str] = set()
        self._faults: list[Sentence] = []

    def rows(self, table: RawTable) -> Iterator[RowRead]:
        for number, row in enumerate(table.rows[self._first :], self._first + 1):
            if any(self._cell(row, field) for field in self._at) and not self._is_header_again(row):
                yield self._row(number, row)

    def _cell(self, row: Row, field: Field) -> str:
        at = self._at.get(field)
        return row[at] if at is not None and at < len(row) else ""

    def _is_header_again(self, row: Row) -> bool:
        """Printed lists repeat their headers on each page."""
        kept = [at for at in self._at.values() if at < len(row) and at < len(self._headers) and row[at]]
        return bool(kept) and all(row[at] and header_words(row[at]) == self._headers[at] for at in kept)

    def _value(self, reading: Reading[T]) -> T | None:
        """The value of a reading; its fault joins those of the row."""
        value, fault = reading
        if fault:
            self._faults.append(fault)
        return value

    def _row(self, number: int, row: Row) -> RowRead:
        self._faults = []
        name = self._value(read_name(self._full_name(row)))
        if name is None:
            return RowRead(number, RowKind.SKIPPED, None, tuple(self._faults))
        ages = self._ages(row)
        sex = self._sex(row)
        group = ages.group if ages else None
        consent = self._value(read_consent(self._cell(row, Field.CONSENT)))
        kind, why = self._standing(ages, consent)
        if why:
            return RowRead(number, kind, None, (why,), sex, group)
        person = self._person(row, ListedPerson(name, sex, group, consent=consent))
        return RowRead(number, kind, person, tuple(self._faults), sex, group)

    @staticmethod
    def _standing(ages: Ages | None, consent: bool | None) -> tuple[RowKind, Sentence | None]:
        if ages and ages.is_minor:
            return RowKind.MINOR, _MINOR
        if ages and ages.may_be_minor:
            return RowKind.SKIPPED, _MAY_BE_MINOR
        return (RowKind.NO_CONSENT, _NO_CONSENT) if consent is False else (RowKind.PERSON, None)

    def _person(self, row: Row, who: ListedPerson) -> ListedPerson:
        language = self._value(read_words(self._cell(row, Field.LANGUAGE)))
        return replace(
            who,
            language=language,
            language_code=LANGUAGE_CODES.get(folded(language)) if language else None,
            crew=self._value(read_words(self._cell(row, Field.CREW))),
            company=self._value(read_words(self._cell(row, Field.COMPANY))),
            card=self._card(row),
        )

    def _full_name(self, row: Row) -> str:
        parts = [cell for field in NAME_FIELDS if not says_nothing(cell := self._cell(row, field))]
        return " ".join(parts)

    def _ages(self, row: Row) -> Ages | None:
        """The ages that the row allows; the most protective when its columns disagree."""
        read = (
            self._value(read_age(self._cell(row, Field.AGE), self._today)),
            self._value(read_birth(self._cell(row, Field.BIRTH), self._today)),
            self._value(read_age_group(self._cell(row, Field.AGE_GROUP))),
        )
        known = [ages for ages in read if ages]
        minors = [ages for ages in known if ages.is_minor]
        settled = [ages for ages in known if not ages.may_be_minor]
        grouped = [ages for ages in settled if ages.group]
        return next(iter(minors or grouped or settled or known), None)

    def _sex(self, row: Row) -> str | None:
        woman, man = (
            not says_nothing(self._cell(row, field)) for field in (Field.WOMAN_MARK, Field.MAN_MARK)
        )
        if woman and man:
            self._faults.append(_BOTH_SEXES)
        if woman or man:
            return None if woman and man else "F" if woman else "M"
        return self._value(read_sex(self._cell(row, Field.SEX), self._m_means))

    def _card(self, row: Row) -> str | None:
        card = self._value(read_card(self._cell(row, Field.CARD)))
        if card in self._cards:
            self._faults.append(_CARD_TWICE)
            return None
        self._cards |= {card} if card else set()
        return card


def _meaning_of_m(table: RawTable, mapping: Mapping) -> str | None:
    """What a lone "M" means in the sex column: mujer beside H, masculino beside F, else unknown (None)."""
    at = mapping.column_of(Field.SEX)
    if at is None:
        return None
    header = mapping.headers[at] if at < len(mapping.headers) else ""
    seen = {folded(row[at]).strip(". ") for row in table.rows[mapping.header_row :] if at < len(row)}
    seen |= set(header_words(header).split())
    woman, man = bool(seen & _BESIDE_H), bool(seen & _BESIDE_F)
    return None if woman == man else "F" if woman else "M"


def read_rows(table: RawTable, mapping: Mapping, today: date) -> Iterator[RowRead]:
    """The rows below the header one by one, for progress and cancel; rows without anything of ours are left out.

    `today` turns birth dates into age groups. Raises Refusal when no column is a name.
    """
    if not mapping.has_name:
        raise Refusal(
            "no_name_column",
            Sentence("No se sabe qué columna es el nombre.", "It is not known which column is the name."),
            NOTHING_CHANGED,
            Sentence("Di qué columna es el nombre.", "Say which column is the name."),
        )
    return _Reader(table, mapping, today).rows(table)
