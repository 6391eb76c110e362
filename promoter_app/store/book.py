"""The open database of a data folder: one connection, one writer, durable commits.

WAL with synchronous=FULL lost nothing in enumerated power cuts; every other mode that is as fast did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from promoter_app.domain.names import sort_key
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.store import dbapi
from promoter_app.store.derived import refresh_aliases
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION, history
from promoter_app.store.trouble import as_refusal
from promoter_app.store.writer import Writer

Params = Sequence[Any] | Mapping[str, Any]


class Book:
    """The data of one folder. Use from one thread; close it to checkpoint the log."""

    def __init__(self, path: Path, db: Any) -> None:
        self.path = path
        self.db = db
        self._known_runs: set[bytes] = set()

    def rows(self, sql: str, params: Params = ()) -> list[dict[str, Any]]:
        """All rows of a SELECT as dictionaries."""
        cursor = self.db.execute(sql, params)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str, params: Params = ()) -> dict[str, Any] | None:
        """The first row of a SELECT, or None."""
        found = self.rows(sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.db.execute(sql, params).fetchone()
        return row[0] if row else None

    @contextmanager
    def writing(self, stamp: Stamp) -> Iterator[Writer]:
        """One transaction. It is on disk when the block ends; any error leaves everything as it was.

        Raises Refusal when the disk is full, read-only or busy.
        """
        with self._guarded():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self._know_run(stamp)
                writer = Writer(self.db, stamp)
                yield writer
                if writer.changes & {"link", "void"}:
                    refresh_aliases(self.db)
                self.db.execute("COMMIT")
            except BaseException:
                self._known_runs.discard(stamp.run.run)
                if self.db.conn.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except dbapi.DatabaseError as error:
            refusal = as_refusal(error)
            if refusal is None:
                raise
            raise refusal from error

    def _know_run(self, stamp: Stamp) -> None:
        run = stamp.run
        if run.run in self._known_runs:
            return
        self.db.execute(
            "INSERT INTO run (run, device, started, utc_offset, operator, app) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (run) DO NOTHING",
            (run.run, self.device(stamp), run.started, run.utc_offset, run.operator, run.app),
        )
        self._known_runs.add(run.run)

    def device(self, stamp: Stamp) -> bytes:
        """This laptop's id in the data; minted with the first change made on it."""
        known = self.local("device")
        if known:
            return bytes.fromhex(known)
        device = stamp.mint()
        self._set_local("device", device.hex())
        self.db.execute(
            "INSERT INTO device (id, name, wall) VALUES (?, ?, ?)",
            (device, self.local("laptop_name") or "laptop", stamp.wall),
        )
        return device

    def local(self, key: str) -> str | None:
        """A setting of this laptop only (never travels)."""
        found = self.value("SELECT value FROM local WHERE key = ?", (key,))
        return None if found is None else str(found)

    def set_local(self, key: str, value: str | None) -> None:
        """Remember a setting of this laptop; None forgets it. Inside or outside a transaction."""
        with self._guarded():
            self._set_local(key, value)

    def _set_local(self, key: str, value: str | None) -> None:
        self.db.execute(
            "INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )

    def close(self) -> None:
        """Fold the log into the file and let go."""
        if self.db.conn.in_transaction:
            self.db.execute("ROLLBACK")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.db.close()


def open_book(path: Path, key: bytes | None = None) -> Book:
    """Open (or make) the database at `path`; `key` is the 32-byte database key, None for a clear file.

    Raises Refusal when the file is foreign, damaged, from a newer app, or cannot be written.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    try:
        db = _connect(path, key)
        if not fresh:
            _check_ours(db)
        _make_durable(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}") if fresh else None
        history().apply(db)
    except dbapi.DatabaseError as error:
        raise (as_refusal(error) or _not_ours()) from error
    return Book(path, db)


def _connect(path: Path, key: bytes | None) -> Any:
    connection = dbapi.connect(str(path), isolation_level=None, check_same_thread=False, timeout=10)
    if key is not None:
        connection.execute(f'PRAGMA key="{dbapi.raw_key(key)}"')
    return dbapi.Database(connection)


def _make_durable(db: Any) -> None:
    """Settings of the open file. Switching to WAL writes to it, so it must be known as ours before."""
    connection = db.conn
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = 1")
    connection.execute("PRAGMA checkpoint_fullfsync = 1")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -16384")
    connection.create_function("name_key", 1, lambda name: None if name is None else sort_key(name)[0])


def _check_ours(db: Any) -> None:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        db.close()
        raise _not_ours()
    if version > SCHEMA_VERSION:
        db.close()
        raise Refusal(
            "newer_version",
            Sentence("Estos datos son de una versión más nueva de Surco.", "These data come from a newer Surco."),
            NOTHING_CHANGED,
            Sentence("Actualiza Surco en esta laptop y ábrelos otra vez.", "Update Surco here and open them again."),
        )


def _not_ours() -> Refusal:
    return Refusal(
        "not_ours",
        Sentence(
            "El archivo de datos no es de Surco o está dañado.", "The data file is not Surco's, or it is damaged."
        ),
        NOTHING_CHANGED,
        Sentence("Elige otra carpeta de datos o recupera una copia.", "Choose another data folder or restore a copy."),
    )
