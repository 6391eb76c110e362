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
from promoter_app.store.backups.migrating import copy_before_migrating
from promoter_app.store.derived import refresh_aliases
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION, history, known_statements
from promoter_app.store.places import on_network
from promoter_app.store.trouble import as_refusal, gone
from promoter_app.store.writer import Writer

_BOOKKEEPING = ("_sqlite_migrations", "sqlite_sequence", "sqlite_stat1")
Params = Sequence[Any] | Mapping[str, Any]


class Book:
    """The data of one folder. Use from one thread; close it to checkpoint the log."""

    def __init__(self, path: Path, db: Any) -> None:
        self.path = path
        self.db = db
        self.kept: dict[Any, Any] = {}
        """What a reader keeps from one reading to the next; whoever keeps something knows when it is stale."""
        self.settings_written = 0
        """How many of the connection's changes were settings of this laptop, which are not data."""
        self._known_runs: set[bytes] = set()
        self._file = _identity(path)

    def rows(self, sql: str, params: Params = ()) -> list[dict[str, Any]]:
        """All rows of a SELECT as dictionaries."""
        try:
            cursor = self.db.execute(sql, params)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except dbapi.Unreadable as error:
            raise self._trouble(error) from error

    def row(self, sql: str, params: Params = ()) -> dict[str, Any] | None:
        """The first row of a SELECT, or None."""
        found = self.rows(sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row, or None."""
        try:
            row = self.db.execute(sql, params).fetchone()
        except dbapi.Unreadable as error:
            raise self._trouble(error) from error
        return row[0] if row else None

    @contextmanager
    def writing(self, stamp: Stamp) -> Iterator[Writer]:
        """One transaction. It is on disk when the block ends; any error leaves everything as it was.

        Raises Refusal when the disk is full, read-only, busy or gone.
        """
        with self._guarded():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self._know_run(stamp)
                writer = Writer(self.db, stamp)
                yield writer
                if writer.changes & {"link", "void"}:
                    refresh_aliases(self.db)
                self.check_there()
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
            raise self._trouble(error) from error

    def _trouble(self, error: Exception) -> Exception:
        """What to raise for an error of SQLite: a Refusal, or the error itself when it is our bug."""
        refusal = as_refusal(error)
        return gone() if refusal is not None and not self._is_there() else refusal or error

    def check_there(self) -> None:
        """Raises Refusal `gone` when the file is no longer where it was opened: SQLite would go on writing to a file
        that nobody finds again.
        """
        if not self._is_there():
            raise gone()

    def _is_there(self) -> bool:
        return self._file is None or _identity(self.path) == self._file

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
        self.settings_written += 1

    def close(self) -> None:
        """Fold the log into the file and let go. A full or damaged disk only leaves the log for the next opening."""
        try:
            if self.db.conn.in_transaction:
                self.db.execute("ROLLBACK")
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except dbapi.Unreadable as error:
            if as_refusal(error) is None:
                raise
        finally:
            self.db.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at `path`; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_book(path: Path, key: bytes | None = None) -> Book:
    """Open (or make) the database at `path`; `key` is the 32-byte database key, None for a clear file.

    Raises Refusal when the file is foreign, damaged, from a newer app, or cannot be written.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    try:
        db = _connect(path, key)
        try:
            _prepare(db, path, key, fresh)
        except BaseException:
            db.close()
            raise
    except dbapi.Unreadable as error:
        raise (as_refusal(error) or _not_ours()) from error
    return Book(path, db)


def _prepare(db: Any, path: Path, key: bytes | None, fresh: bool) -> None:
    if fresh:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    else:
        version = _check_ours(db)
        if version < SCHEMA_VERSION:
            copy_before_migrating(db.conn, path, key, version)
    _make_durable(db, on_network(path))
    history().apply(db)
    if not fresh and not is_our_schema(db.conn, whole=True):
        raise _not_ours()


def _connect(path: Path, key: bytes | None) -> Any:
    return dbapi.Database(dbapi.open_file(path, key, check_same_thread=False, timeout=10))


def _make_durable(db: Any, network: bool) -> None:
    """Settings of the open file. Switching to WAL writes to it, so it must be known as ours before.

    WAL needs memory shared by the processes of one computer: on a network drive a rollback journal takes its place,
    with EXTRA, because FULL lost an acknowledged commit in 13 of 812 enumerated power cuts (the journal's removal was
    not yet on the disk).
    """
    connection = db.conn
    connection.execute(f"PRAGMA journal_mode = {'DELETE' if network else 'WAL'}")
    connection.execute(f"PRAGMA synchronous = {'EXTRA' if network else 'FULL'}")
    connection.execute("PRAGMA fullfsync = 1")  # macOS: fsync alone does not reach the disk
    connection.execute("PRAGMA checkpoint_fullfsync = 1")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -16384")
    connection.create_function("name_key", 1, lambda name: None if name is None else sort_key(name)[0])


def is_our_schema(connection: Any, *, whole: bool = False) -> bool:
    """Whether a file has only tables and indexes as we make them: no triggers, views, or tables of others.

    `whole`: and all of them, as after the last migration.
    """
    known = known_statements()
    rows = connection.execute("SELECT type, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    told = {
        " ".join(str(sql).split())
        for kind, table, sql in rows
        if table not in _BOOKKEEPING or kind not in ("table", "index")
    }
    return told == known if whole else told <= known


def _check_ours(db: Any) -> int:
    """The version of our file; raises Refusal for any other. Reads only."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise _not_ours()
    if version > SCHEMA_VERSION:
        raise newer_version()
    if not is_our_schema(db.conn):
        raise _not_ours()
    return int(version)


def newer_version() -> Refusal:
    """The refusal of data that a later Surco wrote."""
    return Refusal(
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
