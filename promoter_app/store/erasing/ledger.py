"""The ledger of erasures beside the database: whoever restores an old copy does not bring the erased back with it.

It holds random ids, days, who ordered it; nothing about the erased. In a locked folder it has the folder's key.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from promoter_app.store import dbapi
from promoter_app.store.book import Book
from promoter_app.store.derived import refresh_aliases
from promoter_app.store.merging.applying import erase

LEDGER = "borrados.db"
_KEPT = {
    "erased": "subject",
    "erasure_authority": "device",
    "run": "run, device, started, utc_offset, operator, app",
    "erasure": "id, subject, stage, authority, wall",
}
_ONLY = {"run": "run IN (SELECT substr(id, 1, 12) FROM main.erasure)"}


@contextmanager
def _attached(book: Book, path: Path, key: bytes | None) -> Iterator[None]:
    book.db.execute("ATTACH DATABASE ? AS ledger KEY ?", (str(path), dbapi.raw_key(key) if key else ""))
    try:
        book.db.execute("BEGIN IMMEDIATE")
        yield
        book.db.execute("COMMIT")
    finally:
        if book.db.conn.in_transaction:
            book.db.execute("ROLLBACK")
        book.db.execute("DETACH DATABASE ledger")


def keep(book: Book, folder: Path, key: bytes | None) -> None:
    """Write down every erasure that the book knows."""
    with _attached(book, folder / LEDGER, key):
        for name, columns in _KEPT.items():
            first = columns.split(",", 1)[0]
            book.db.execute(f"CREATE TABLE IF NOT EXISTS ledger.{name} ({columns}, UNIQUE ({first}))")
            book.db.execute(
                f"INSERT INTO ledger.{name} ({columns}) SELECT {columns} FROM main.{name}"
                f" WHERE {_ONLY.get(name, '1')} ON CONFLICT DO NOTHING"
            )


def reapply(book: Book, folder: Path, key: bytes | None) -> None:
    """Erase again whom the ledger names and an older copy brought back. One of another key is of no use and goes."""
    path = folder / LEDGER
    if not path.exists():
        return
    before = book.db.conn.total_changes
    try:
        with _attached(book, path, key):
            for name, columns in _KEPT.items():
                book.db.execute(
                    f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM ledger.{name} WHERE 1"
                    " ON CONFLICT DO NOTHING"
                )
            if book.db.conn.total_changes > before:
                erase(book.db)
                refresh_aliases(book.db)
    except dbapi.DatabaseError as error:
        if not any(words in str(error) for words in ("not a database", "malformed", "no such")):
            raise
        path.unlink()
