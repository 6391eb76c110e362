"""Copies of the open database: written aside, read back, flushed, named. An encrypted book gives encrypted copies."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.security.copies import Copy, copies_to_drop
from promoter_app.store import dbapi
from promoter_app.store.book import Book
from promoter_app.store.files import flush_file, publish, sha256_of, sweep, temporary_beside
from promoter_app.store.keys import envelope
from promoter_app.store.keys.converting import COPIES

PREFIX = "copia-"
_NAME = re.compile(r"copia-(\d{8}-\d{6})-[a-z-]+(?:-\d+)?\.db")
_STAMP = "%Y%m%d-%H%M%S"
_PAGES = 2000
_SPARE = 20 * 1024**2


def copies(folder: Path) -> list[Copy]:
    """The rolling copies of a data folder, the newest first."""
    found = []
    for path in (folder / COPIES).glob(f"{PREFIX}*.db"):
        match = _NAME.fullmatch(path.name)
        if match:
            made = datetime.datetime.strptime(match[1], _STAMP)  # noqa: DTZ007 - local time of the name
            found.append(Copy(path.name, made, path.stat().st_size))
    return sorted(found, key=lambda copy: copy.name, reverse=True)


def copy_name(now: datetime.datetime, reason: str) -> str:
    """The file name of a copy made at `now` (local time) for a `reason` (a word of a-z)."""
    return f"{PREFIX}{now.strftime(_STAMP)}-{reason}.db"


def check_room(book: Book, place: Path) -> None:
    """Refuse to begin a copy that would fill the disk."""
    needed = book.path.stat().st_size + _SPARE
    if shutil.disk_usage(place).free < needed:
        raise Refusal(
            "disk_full",
            Sentence(
                "No hay espacio para una copia de seguridad.", "There is no room for a safety copy."
            ),
            Sentence("Tus datos siguen completos en la laptop.", "Your data are still complete on the laptop."),
            Sentence("Libera espacio y repite.", "Free some space and repeat."),
        )


def write_copy(
    book: Book, key: bytes | None, out: Path, should_stop: Callable[[], bool] | None = None
) -> Path:
    """Copy the whole book to `out` and verify it; the hash of its bytes lies beside it. Call outside a transaction.

    Raises Refusal and errors of the disk; then nothing named `out` was made or changed.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    sweep(out.parent)
    check_room(book, out.parent)
    temporary = temporary_beside(out)
    temporary.unlink(missing_ok=True)
    try:
        _back_up(book, key, temporary, should_stop)
        flush_file(temporary)
        verify_copy(temporary, key)
        write_hash(out, sha256_of(temporary))
        publish(temporary, out)
    finally:
        for tail in ("", "-wal", "-shm", "-journal"):
            temporary.with_name(temporary.name + tail).unlink(missing_ok=True)
    return out


def _back_up(book: Book, key: bytes | None, out: Path, should_stop: Callable[[], bool] | None) -> None:
    target = dbapi.open_file(out, key)
    try:
        book.db.conn.backup(target, pages=_PAGES, progress=_watch(should_stop), sleep=0)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        target.close()


def _watch(should_stop: Callable[[], bool] | None) -> Callable[[int, int, int], None] | None:
    if should_stop is None:
        return None

    def watch(_status: int, _left: int, _total: int) -> None:
        if should_stop():
            raise Refusal(
                "stopped", Sentence("Se detuvo la copia.", "The copy was stopped."),
                Sentence("Tus datos siguen completos.", "Your data are still complete."),
                Sentence("Puedes empezar otra vez cuando quieras.", "You can start again whenever you want."),
            )  # fmt: skip

    return watch


def counts(path: Path, key: bytes | None) -> tuple[int, int] | None:
    """People and sessions held in a copy; None when it cannot be read."""
    try:
        connection = dbapi.open_file(path, key)
        try:
            people = connection.execute("SELECT count(*) FROM person_now").fetchone()[0]
            held = connection.execute("SELECT count(*) FROM session_now WHERE state = 'held'").fetchone()[0]
        finally:
            connection.close()
    except dbapi.Unreadable:
        return None
    return int(people), int(held)


def verify_copy(path: Path, key: bytes | None) -> None:
    """Read a copy from the disk: every page, every constraint. Raises DatabaseError `malformed`."""
    connection = dbapi.open_file(path, key)
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise dbapi.DatabaseError("database disk image is malformed")
    finally:
        connection.close()


def hash_file(path: Path) -> Path:
    """Where the hash of a copy's bytes lies."""
    return path.with_name(path.name + ".sha256")


def write_hash(path: Path, digest: str) -> None:
    """Keep the hash of the copy that is about to be named `path`, as sha256sum writes it."""
    place = hash_file(path)
    temporary = temporary_beside(place)
    try:
        temporary.write_text(f"{digest}  {path.name}\n", "utf-8")
        publish(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)


def hash_is_right(path: Path) -> bool | None:
    """Whether a copy's bytes are as they were written; None when nobody kept its hash."""
    try:
        kept = hash_file(path).read_text("utf-8").split()
    except (OSError, UnicodeDecodeError):
        return None
    return bool(kept) and kept[0] == sha256_of(path)


def keep_keys_beside(folder: Path) -> None:
    """Copies can be opened wherever they are taken: the folder's keys lie beside them."""
    if not envelope.exists(folder):
        return
    keys, beside = folder / envelope.FOLDER, folder / COPIES / envelope.FOLDER
    shutil.copytree(keys, beside, dirs_exist_ok=True)
    for left in beside.iterdir():
        if not (keys / left.name).exists():
            left.unlink()


def thin(folder: Path) -> list[str]:
    """Drop the copies that the rule gives up; their names."""
    dropped = copies_to_drop(copies(folder))
    for copy in dropped:
        path = folder / COPIES / copy.name
        path.unlink(missing_ok=True)
        hash_file(path).unlink(missing_ok=True)
    return [copy.name for copy in dropped]
