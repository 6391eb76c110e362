"""What can still be read of a damaged database: rows by halving ranges, then a new book made of them.

SQLite's own recovery gave up on damaged pages where this kept all other rows. A connection that met an error keeps
failing, so each error is followed by a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.backups import copying
from promoter_app.store.book import open_book
from promoter_app.store.derived import rebuild
from promoter_app.store.migrations import TABLES

_LOCAL = ("local", "delivery", "import_log", "cover")
_MOST_ROWID = 2**40


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

    def fetch(self, sql: str, *values: Any) -> list[Any]:
        """Rows; raises DatabaseError, after which the next call begins with a new connection."""
        try:
            if self._connection is None:
                self._connection = copying.connect(self._path, self._key)
            return list(self._connection.execute(sql, values).fetchall())
        except dbapi.DatabaseError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def salvage(damaged: Path, key: bytes | None, out: Path) -> Salvaged:
    """Write a new book to `out` with every row of `damaged` (and its log) that can be read. Facts and this laptop's
    settings are taken, everything derived is made anew.
    """
    source, book = _Source(damaged, key), open_book(out, key)
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


def _take(source: _Source, target: Any, name: str) -> tuple[bool, int]:
    """Copy the readable rows of a table; whether all could be read, and how many were."""
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({name})").fetchall()]
    listed, marks = ", ".join(columns), ", ".join("?" * len(columns))
    before = target.conn.total_changes
    whole = True
    key = "run" if name == "run" else "rowid"
    for batch in _batches(source, name, listed, key):
        if batch is None:
            whole = False
            continue
        for row in batch:
            with suppress(dbapi.IntegrityError):
                target.execute(f"INSERT INTO {name} ({listed}) VALUES ({marks}) ON CONFLICT DO NOTHING", row)
    return whole, target.conn.total_changes - before


def _batches(source: _Source, name: str, listed: str, key: str) -> Iterator[list[Any] | None]:
    """Rows in order of `key`; None for each place where some are lost."""
    if key == "run":
        try:
            yield source.fetch(f"SELECT {listed} FROM {name}")
        except dbapi.DatabaseError:
            yield None
        return
    pending = [(0, _top(source, name))]
    while pending:
        low, high = pending.pop()
        try:
            yield source.fetch(f"SELECT {listed} FROM {name} WHERE rowid > ? AND rowid <= ?", low, high)
        except dbapi.DatabaseError as error:
            if "no such table" in str(error):
                return
            if high - low <= 1:
                yield None
                continue
            middle = (low + high) // 2
            pending += [(middle, high), (low, middle)]


def _top(source: _Source, name: str) -> int:
    """The highest rowid, or a bound above it when the page that knows is damaged."""
    try:
        return int(source.fetch(f"SELECT coalesce(max(rowid), 0) FROM {name}")[0][0])
    except dbapi.DatabaseError:
        pass
    high = 1
    while high < _MOST_ROWID:
        try:
            if not source.fetch(f"SELECT 1 FROM {name} WHERE rowid > ? LIMIT 1", high):
                return high
        except dbapi.DatabaseError:
            if high > 1 << 24:
                return high
        high *= 2
    return high
