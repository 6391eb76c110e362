"""Reading what the office sets up: project, settings, break windows, closures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.migrations import TABLES


def project_tag(book: Book) -> int | None:
    """The tag printed inside this project's card codes, or None before there is a project."""
    found = book.value("SELECT tag FROM project_now ORDER BY wall, id LIMIT 1")
    return None if found is None else int(found)


def project_name(book: Book) -> str | None:
    """The project's name, or None before there is a project."""
    found = book.value("SELECT name FROM project_now ORDER BY wall, id LIMIT 1")
    return None if found is None else str(found)


def setting(book: Book, key: str) -> str | None:
    """A setting of the project, or None when nobody set it."""
    found = book.value("SELECT value FROM setting_now WHERE key = ? ORDER BY wall, id LIMIT 1", (key,))
    return None if found is None else str(found)


def setting_row(book: Book, key: str) -> bytes | None:
    """The id of a setting's record, or None."""
    found = book.value("SELECT id FROM setting_now WHERE key = ? ORDER BY wall, id LIMIT 1", (key,))
    return None if found is None else bytes(found)


def seasons(book: Book) -> list[dict[str, Any]]:
    """Seasons, the latest first: id, name, sector, company, starts, ends."""
    return book.rows("SELECT id, name, sector, company, starts, ends FROM season_now ORDER BY starts DESC, name, id")


def set_up(book: Book, table: str, columns: Iterable[str], keep: tuple[str, tuple[str, ...]] | None) -> list[Any]:
    """What counts now of a table: id and `columns`; `keep` is (column, words it may have)."""
    shape = next(each for each in TABLES if each.name == table)
    where, params = ["1"], list[str]()
    if not shape.record:
        where.append(f"NOT EXISTS (SELECT 1 FROM void v WHERE v.target = {table}.id)")
    if keep:
        where.append(f"{keep[0]} IN ({', '.join('?' * len(keep[1]))})")
        params += keep[1]
    source = shape.now_name if shape.record else table
    listed = ", ".join(("id", *columns))
    return book.rows(f"SELECT {listed} FROM {source} WHERE {' AND '.join(where)} ORDER BY wall, id", params)


def told(book: Book, table: str, columns: Iterable[str]) -> list[dict[str, Any]]:
    """Facts of a table that count now: id, `columns`, wall, and the operator who told each."""
    listed = ", ".join(f"t.{column}" for column in columns)
    return book.rows(
        f"SELECT t.id, {listed}, t.wall, r.operator FROM {table} t LEFT JOIN run r ON r.run = substr(t.id, 1, 12)"
        " WHERE NOT EXISTS (SELECT 1 FROM void v WHERE v.target = t.id) ORDER BY t.wall, t.id"
    )


def count_uses(book: Book, table: str, column: str, target: bytes) -> int:
    """How many rows that count now speak of `target` in a column."""
    shape = next(each for each in TABLES if each.name == table)
    source = shape.now_name if shape.record else table
    where = "" if shape.record else f" AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = {table}.id)"
    return int(book.value(f"SELECT count(*) FROM {source} WHERE {column} = ?{where}", (target,)))


def history(book: Book, table: str, target: bytes) -> list[dict[str, Any]]:
    """What happened to a row, the last first: what (made, changed), field, value, wall, operator."""
    return book.rows(
        f"""SELECT h.*, r.operator FROM (
          SELECT 'made' AS what, NULL AS field, NULL AS value, wall, id FROM {table} WHERE id = :id
          UNION ALL SELECT 'changed', field, value, wall, id FROM edit WHERE entity = :id
        ) h LEFT JOIN run r ON r.run = substr(h.id, 1, 12) ORDER BY h.wall DESC, h.id DESC""",
        {"id": target},
    )


def project_row(book: Book) -> bytes | None:
    """The id of the project's record, or None before there is a project."""
    found = book.value("SELECT id FROM project_now ORDER BY wall, id LIMIT 1")
    return None if found is None else bytes(found)


def is_untouched(book: Book) -> bool:
    """Whether nobody registered, planned or set up anything yet (the project's own row does not count)."""
    tables = ("person_now", "crew_now", "season_now", "session_now", "company_now")
    return book.value(" UNION ALL ".join(f"SELECT 1 FROM {table}" for table in tables) + " LIMIT 1") is None
