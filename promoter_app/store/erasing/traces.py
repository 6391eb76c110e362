"""No trace of the erased: pages written anew, the log emptied, every copy beside the data rewritten without them.

SQLite overwrites what it deletes (secure_delete); VACUUM also leaves no page that another program wrote without it.
What a power cut interrupts is ended at the next opening: the book remembers how many erased it is clean of.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.backups.copying import hash_file, write_hash
from promoter_app.store.backups.restoring import SET_ASIDE
from promoter_app.store.book import Book
from promoter_app.store.erasing import ledger
from promoter_app.store.files import publish, sha256_of, temporary_beside
from promoter_app.store.keys.converting import COPIES
from promoter_app.store.merging.applying import erase
from promoter_app.store.trouble import as_refusal

_CLEAN_OF = "clean_of_erased"
_TAILS = ("", "-wal", "-shm", "-journal")
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Cleaned:
    """Copies that were rewritten without the erased, and names of those that could not be (another key, damaged)."""

    rewritten: int = 0
    left: tuple[str, ...] = ()


def is_pending(book: Book) -> bool:
    """Whether people were erased since the traces were last removed."""
    return _erased(book) != int(book.local(_CLEAN_OF) or 0)


def _erased(book: Book) -> int:
    return int(book.value("SELECT count(*) FROM erased"))


def resume(book: Book, folder: Path, key: bytes | None) -> None:
    """At the opening of a folder: erase again what an older copy brought back, and end what was interrupted."""
    ledger.reapply(book, folder, key)
    clean(book, folder, key)


def clean(book: Book, folder: Path, key: bytes | None, on_progress: Progress | None = None) -> Cleaned:
    """Remove every trace of the erased from the folder, when there is any to remove. Call outside a transaction.

    A full or busy disk leaves it for the next opening: the erasure itself is done. `on_progress` counts files.
    """
    if not is_pending(book):
        return Cleaned()
    try:
        return _clean(book, folder, key, on_progress or _nobody)
    except (dbapi.DatabaseError, OSError) as error:
        if not isinstance(error, OSError) and as_refusal(error) is None:
            raise
        return Cleaned()


def _nobody(_done: int, _total: int) -> None:
    """Nobody watches."""


def _clean(book: Book, folder: Path, key: bytes | None, on_progress: Progress) -> Cleaned:
    erased = [subject for (subject,) in book.db.execute("SELECT subject FROM erased").fetchall()]
    files = [*sorted((folder / COPIES).glob("*.db")), *sorted((folder / SET_ASIDE).glob("*/*.db"))]
    ledger.keep(book, folder, key)
    _write_anew(book)
    on_progress(1, 1 + len(files))
    rewritten, left = 0, []
    for done, path in enumerate(files, 2):
        try:
            rewritten += _clean_copy(path, key, erased)
        except dbapi.Unreadable:
            left.append(path.name)
        on_progress(done, 1 + len(files))
    book.set_local(_CLEAN_OF, str(len(erased)))
    return Cleaned(rewritten, tuple(left))


def _write_anew(book: Book) -> None:
    book.db.execute("VACUUM")
    busy = book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise dbapi.OperationalError("database is locked")


def _clean_copy(path: Path, key: bytes | None, erased: list[bytes]) -> bool:
    """Whether the closed database at `path` held anything of the erased; then it is exchanged for one without it."""
    temporary = temporary_beside(path)
    try:
        for tail in ("", "-wal"):
            source = path.with_name(path.name + tail)
            if source.exists():
                shutil.copyfile(source, temporary.with_name(temporary.name + tail))
        if not _removed(temporary, key, erased):
            return False
        times = path.stat()
        os.utime(temporary, ns=(times.st_atime_ns, times.st_mtime_ns))
        if hash_file(path).exists():
            write_hash(path, sha256_of(temporary))
        publish(temporary, path)
        for tail in _TAILS[1:]:
            path.with_name(path.name + tail).unlink(missing_ok=True)
        return True
    finally:
        for tail in _TAILS:
            temporary.with_name(temporary.name + tail).unlink(missing_ok=True)


def _removed(path: Path, key: bytes | None, erased: list[bytes]) -> bool:
    connection = dbapi.open_file(path, key)
    try:
        connection.execute("PRAGMA secure_delete = ON")
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        connection.execute("CREATE TEMP TABLE gone (subject BLOB PRIMARY KEY)")
        connection.executemany("INSERT INTO temp.gone VALUES (?)", [(subject,) for subject in erased])
        before = connection.total_changes
        connection.execute("BEGIN")
        erase(connection, "temp.gone", {name for (name,) in rows})
        connection.execute("COMMIT")
        changed: Any = connection.total_changes > before
        if changed:
            connection.execute("VACUUM")
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        return bool(changed)
    finally:
        connection.close()
