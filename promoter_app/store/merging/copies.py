"""Safety copies: the database as it was just before a merge, whole or not there, and the way back to one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from promoter_app.store.book import Book
from promoter_app.store.files import publish, temporary_beside
from promoter_app.store.merging.refusals import in_use, no_room

FOLDER = "copias"
_KEPT = 10
_PAGE_BYTES_PER_ROW = 16 * 1024  # the most that the log grows for a new row: four pages of index


@dataclass(frozen=True)
class SafetyCopy:
    """A copy: its file name in the folder of copies, its size, and when it was made (ms since 1970)."""

    name: str
    size: int
    at: int


def copies(data: Path) -> list[SafetyCopy]:
    """Safety copies of merges, the last first."""
    found = [(path, path.stat()) for path in (data / FOLDER).glob("antes-de-*.db")]
    listed = [SafetyCopy(path.name, stat.st_size, stat.st_mtime_ns // 1_000_000) for path, stat in found]
    return sorted(listed, key=lambda copy: (copy.at, copy.name), reverse=True)


def fold_log(book: Book) -> None:
    """Fold the log into the database file, so that the file alone is everything. Call outside a transaction."""
    book.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def check_room(book: Book, data: Path, staged_rows: int) -> None:
    """Refuse to begin when the disk could fill up half-way: a copy, and a log that grows with each new row."""
    size = book.path.stat().st_size
    needed = size + min(2 * size, staged_rows * _PAGE_BYTES_PER_ROW) + staged_rows * 512
    missing = needed - shutil.disk_usage(data).free
    if missing > 0:
        raise no_room(missing // 1024**2 + 1)


def make_copy(book: Book, data: Path, name: str) -> str:
    """Copy the database file under `name` (a number is added when taken); returns the name used. Keeps the last ten.

    An encrypted database stays encrypted. Call inside the transaction that is to be safe, before its first change.
    """
    log = book.path.with_name(book.path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise in_use()
    place = _free_name(data / FOLDER, name)
    temporary = temporary_beside(place)
    try:
        shutil.copyfile(book.path, temporary)
        publish(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)
    for old in copies(data)[_KEPT:]:
        (data / FOLDER / old.name).unlink(missing_ok=True)
    return place.name


def _free_name(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    names = (f"{name}{'' if number == 1 else f'-{number}'}.db" for number in range(1, 10_000))
    return next(folder / one for one in names if not (folder / one).exists())
