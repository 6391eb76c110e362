"""What our tables are in PostgreSQL: ids are uuid, days are date, yes and no are boolean; the rest as it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from promoter_app.store.merging.staging_sql import BY_NAME
from promoter_app.store.migrations import TABLES as ALL_TABLES
from promoter_app.store.shapes import Column, Table

_TYPES = {"id": "uuid", "int": "bigint", "real": "double precision", "bool": "boolean", "date": "date"}
Cell = Callable[[Any], Any]
_KEPT_HERE = ("audit",)
TABLES: tuple[Table, ...] = tuple(
    table
    for table in ALL_TABLES
    if table.name not in _KEPT_HERE and all(column.kind != "blob" for column in table.columns)
)
"""What is published: everything but sounds, which no figure needs, and the trace, which publishing itself adds to."""

CREATE_RUN = """CREATE TABLE IF NOT EXISTS run (
  run bytea PRIMARY KEY, device uuid NOT NULL, started bigint NOT NULL, utc_offset integer NOT NULL,
  operator text, app text)"""
CREATE_ALIAS = "CREATE TABLE IF NOT EXISTS person_alias (id uuid PRIMARY KEY, person uuid NOT NULL)"
CREATE_PUBLICATION = """CREATE TABLE IF NOT EXISTS publication (
  at timestamptz NOT NULL DEFAULT now(), facts bigint NOT NULL, removed bigint NOT NULL, app text NOT NULL)"""


def create_statements() -> Iterator[str]:
    """CREATE TABLE for everything that is published; nothing happens to what is there already."""
    yield from (CREATE_RUN, CREATE_ALIAS, CREATE_PUBLICATION)
    for table in TABLES:
        yield _create(table.name, table)
        yield from (
            f"CREATE INDEX IF NOT EXISTS {table.name}_by_{'_'.join(columns)} ON {table.name} ({', '.join(columns)})"
            for columns in table.indexes
            if not table.record
        )
        if table.record:
            yield _create(table.now_name, table)


def _create(name: str, table: Table) -> str:
    columns = ["id uuid PRIMARY KEY", *(f"{column.name} {_type(column)}" for column in table.columns)]
    return f"CREATE TABLE IF NOT EXISTS {name} ({', '.join(columns)}, wall bigint NOT NULL)"


def _type(column: Column) -> str:
    return _TYPES.get(column.kind, "text")


def subjects(table: Table) -> tuple[str, ...]:
    """Columns that name whom a row is about; a link is about both of its people."""
    return BY_NAME[table.name].subjects


def cells(table: Table) -> list[Cell]:
    """How each column of a row of `table` (id first, wall last) is written for COPY."""
    return [_uuid, *(_cell(column) for column in table.columns), _same]


def _cell(column: Column) -> Cell:
    return {"id": _uuid, "bool": _bool, "date": _day}.get(column.kind, _text if _type(column) == "text" else _same)


def _same(value: Any) -> Any:
    return value


def _uuid(value: Any) -> str | None:
    return None if value is None else value.hex()


def _bool(value: Any) -> bool | None:
    return None if value is None else bool(value)


def _day(value: Any) -> datetime.date | None:
    """A day that is on no calendar (2026-02-30, typed elsewhere) is no day."""
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _text(value: Any) -> str | None:
    """PostgreSQL has no NUL inside text."""
    return None if value is None else str(value).replace("\x00", "")
