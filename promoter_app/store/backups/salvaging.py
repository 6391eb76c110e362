"""What can still be read of a damaged database: rows from both ends and between the holes, then a new book of them.

SQLite's own recovery gave up on damaged pages where reading around them kept all other rows. A connection that met an
error keeps failing, so each error is followed by a new one, and their number has a limit.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.book import newer_version, open_book
from promoter_app.store.derived import rebuild
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION, TABLES

_LOCAL = ("local", "delivery", "import_log", "cover")
_LOWEST, _HIGHEST = 0, 2**32
_SMALL_HOLE = 32
"""Rowids between two errors that are given up: less than one damaged page holds."""
_MOST_ERRORS = 80


@dataclass(frozen=True)
class Salvaged:
    """Rows that were read, and tables in which some could not be."""

    rows: int
    torn: tuple[str, ...]


class _Source:
    """A damaged file, opened again after each error."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path, self._key = path, key
        self._connection: Any = None

    def read(self, sql: str, *values: Any) -> tuple[list[Any], bool]:
        """The rows up to the first error, and whether there was none."""
        rows: list[Any] = []
        try:
            if self._connection is None:
                self._connection = dbapi.open_file(self._path, self._key)
            rows.extend(self._connection.execute(sql, values))
        except dbapi.Unreadable as error:
            self.close()
            return rows, "no such table" in str(error)
        return rows, True

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def salvage(damaged: Path, key: bytes | None, out: Path) -> Salvaged:
    """Write a new book to `out` with every row of `damaged` (and its log) that can be read. Facts and this laptop's
    settings are taken, everything derived is made anew. Raises Refusal `newer_version`: it would lose what is new.
    """
    source = _Source(damaged, key)
    if _is_newer(source):
        source.close()
        raise newer_version()
    book = open_book(out, key)
    rows, torn = 0, []
    try:
        book.db.execute("BEGIN IMMEDIATE")
        for name in ("run", "variant", "quarantine", *(table.name for table in TABLES), *_LOCAL):
            whole, taken = _take(source, book.db, name)
            rows += taken
            if not whole:
                torn.append(name)
        rebuild(book.db)
        book.db.execute("COMMIT")
    finally:
        source.close()
        book.close()
    return Salvaged(rows, tuple(torn))


def _is_newer(source: _Source) -> bool:
    """Whether the head of the file, as far as it can be read, is ours and of a later version."""
    ours, _ = source.read("PRAGMA application_id")
    version, _ = source.read("PRAGMA user_version")
    return ours == [(APPLICATION_ID,)] and bool(version) and version[0][0] > SCHEMA_VERSION


def _take(source: _Source, target: Any, name: str) -> tuple[bool, int]:
    """Copy the readable rows of a table; whether all could be read, and how many were."""
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({name})").fetchall()]
    listed, marks = ", ".join(columns), ", ".join("?" * len(columns))
    before = target.conn.total_changes
    if name == "run":
        rows, whole = source.read(f"SELECT {listed} FROM run")
    else:
        rows, whole = _around_holes(source, f"SELECT {listed}, rowid FROM {name}")
    for row in rows:
        with suppress(dbapi.IntegrityError):
            target.execute(
                f"INSERT INTO {name} ({listed}) VALUES ({marks}) ON CONFLICT DO NOTHING", row[: len(columns)]
            )
    return whole, target.conn.total_changes - before


def _around_holes(source: _Source, select: str) -> tuple[list[Any], bool]:
    """Rows (rowid last) in order, and whether none were lost: each hole is read from both of its ends, the widest
    first, then halved.
    """
    found: dict[int, Any] = {}
    holes, errors = [(_LOWEST, _HIGHEST)], 0
    while holes and errors < _MOST_ERRORS:
        holes.sort(key=lambda hole: hole[1] - hole[0])
        low, high = holes.pop()
        up, whole = source.read(f"{select} WHERE rowid > ? AND rowid < ? ORDER BY rowid", low, high)
        found |= {row[-1]: row for row in up}
        if whole:
            continue
        low = up[-1][-1] if up else low
        down, _whole = source.read(f"{select} WHERE rowid > ? AND rowid < ? ORDER BY rowid DESC", low, high)
        found |= {row[-1]: row for row in down}
        high = down[-1][-1] if down else high
        errors += 1
        if high - low > _SMALL_HOLE:
            middle = (low + high) // 2
            holes += [(low, middle + 1), (middle, high)]
    return [found[rowid] for rowid in sorted(found)], not errors
