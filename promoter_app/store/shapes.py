"""How a table is described: columns with a kind, a meaning in both languages, and the SQL that follows from it.

Records can be changed later by `edit` facts; facts never change. Both are written once and never updated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "text", "int", "real", "bool", "date", "time", "choice", "blob"]
Value = bytes | str | int | float | None

_DATE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_TIME = "[0-2][0-9]:[0-5][0-9]"
_TYPES = {"id": "BLOB", "int": "INTEGER", "bool": "INTEGER", "real": "REAL", "blob": "BLOB"}


@dataclass(frozen=True)
class Column:
    """One column. `limit` is characters for text, bytes for a blob; `choices` are the only words of a choice."""

    name: str
    kind: Kind
    required: bool = False
    limit: int = 200
    choices: tuple[str, ...] = ()

    def _check(self) -> str | None:
        name = self.name
        return {
            "id": f"length({name}) = 16",
            "text": f"length({name}) <= {self.limit}",
            "blob": f"length({name}) BETWEEN 1 AND {self.limit}",
            "bool": f"{name} IN (0, 1)",
            "date": f"{name} GLOB '{_DATE}'",
            "time": f"{name} GLOB '{_TIME}'",
            "choice": f"{name} IN ({', '.join(repr(word) for word in self.choices)})",
        }.get(self.kind)

    @property
    def sql(self) -> str:
        """The column as it stands in CREATE TABLE."""
        check = self._check()
        parts = [self.name, _TYPES.get(self.kind, "TEXT")]
        parts += ["NOT NULL"] if self.required else []
        parts += [f"CHECK ({check})"] if check else []
        return " ".join(parts)

    def as_edit_text(self, value: Value) -> str | None:
        """How an `edit` fact writes a value of this column."""
        if value is None:
            return None
        return value.hex() if isinstance(value, bytes) else str(value)

    def from_edit_text(self, text: str | None) -> Value:
        """The value that an `edit` fact's text means in this column."""
        if text is None or self.kind in ("text", "date", "time", "choice"):
            return text
        if self.kind == "id":
            return bytes.fromhex(text)
        return float(text) if self.kind == "real" else int(text)

    def sql_from_edit(self, expression: str) -> str:
        """The same conversion in SQL."""
        if self.kind == "id":
            return f"unhex({expression})"
        return f"CAST({expression} AS {_TYPES.get(self.kind, 'TEXT')})"


@dataclass(frozen=True)
class Table:
    """One table of the data. `subject` names the column that holds the person whom a row is about."""

    name: str
    meaning_es: str
    meaning_en: str
    columns: tuple[Column, ...]
    record: bool = False
    subject: str | None = None
    indexes: tuple[tuple[str, ...], ...] = ()
    since: int = 1
    """Number of the migration that brings this table; tables never gain columns."""

    @property
    def column_names(self) -> tuple[str, ...]:
        """All column names in order: id, the described ones, wall."""
        return ("id", *(column.name for column in self.columns), "wall")

    def column(self, name: str) -> Column:
        """The described column `name`; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}")

    @property
    def create_sql(self) -> str:
        """CREATE TABLE of the rows that travel; `wall` is milliseconds since 1970 by the laptop's own clock."""
        lines = ["id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16)"]
        lines += [column.sql for column in self.columns] + ["wall INTEGER NOT NULL"]
        return f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(lines) + "\n) STRICT"

    @property
    def now_name(self) -> str:
        """The derived table with the current values of a record."""
        return f"{self.name}_now"

    @property
    def create_now_sql(self) -> str:
        """CREATE TABLE of the derived current values (rebuilt from facts at will, never merged)."""
        lines = ["id BLOB PRIMARY KEY NOT NULL"]
        lines += [f"{column.name} {_TYPES.get(column.kind, 'TEXT')}" for column in self.columns]
        lines += ["wall INTEGER NOT NULL"]
        lines += ["name_key TEXT"] if self.has_name_key else []
        return f"CREATE TABLE {self.now_name} (\n  " + ",\n  ".join(lines) + "\n) STRICT"

    @property
    def has_name_key(self) -> bool:
        """Whether the current table also keeps the folded name that searching uses."""
        return self.name == "person"

    @property
    def index_sql(self) -> tuple[str, ...]:
        """CREATE INDEX statements of the working file (an export has none)."""
        target = self.now_name if self.record else self.name
        return tuple(
            f"CREATE INDEX {target}_by_{'_'.join(columns)} ON {target} ({', '.join(columns)})"
            for columns in self.indexes
        )


def ident(name: str, required: bool = False) -> Column:
    """A column that holds the 16-byte id of another row."""
    return Column(name, "id", required)


def text(name: str, limit: int = 200, required: bool = False) -> Column:
    """A column of words, at most `limit` characters."""
    return Column(name, "text", required, limit)


def blob(name: str, limit: int, required: bool = False) -> Column:
    """Bytes of another program's format, at most `limit` of them. Only in facts: no edit writes them."""
    return Column(name, "blob", required, limit)


def number(name: str, required: bool = False) -> Column:
    """A whole number."""
    return Column(name, "int", required)


def yes_no(name: str, required: bool = False) -> Column:
    """1 yes, 0 no."""
    return Column(name, "bool", required)


def day(name: str, required: bool = False) -> Column:
    """A date typed by a person, `2026-02-17`: data, not a clock."""
    return Column(name, "date", required)


def clock(name: str, required: bool = False) -> Column:
    """A time of day, `12:30`."""
    return Column(name, "time", required)


def choice(name: str, *words: str, required: bool = False) -> Column:
    """One of a few words fixed by the app."""
    return Column(name, "choice", required, choices=words)
