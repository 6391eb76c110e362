"""Back to a safety copy, in one transaction of the open database: other windows see it happen or not.

What this laptop itself told since stays, and so does every erasure: who was erased does not come back with a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.derived import rebuild
from promoter_app.store.merging.applying import erase
from promoter_app.store.merging.staging_sql import TRAVELLING, Travelling

_RETURNS = "returns_to_copies"
_WHOLESALE = ("variant", "quarantine", "import_log", "import_package", "import_batch", "cover")


@contextmanager
def attached_copy(book: Book, path: Path) -> Iterator[None]:
    """A safety copy as `kept`; without a key of its own it is read with ours."""
    book.db.execute("ATTACH DATABASE ? AS kept", (str(path),))
    try:
        yield
    finally:
        book.db.execute("DETACH DATABASE kept")


def return_to_kept(book: Book) -> None:
    """Make our tables what the attached copy holds, plus what this laptop told and plus all erasures."""
    db = book.db
    present = {name for (name,) in db.execute("SELECT name FROM kept.sqlite_schema WHERE type = 'table'").fetchall()}
    own = bytes.fromhex(book.local("device") or "")
    for table in TRAVELLING:
        if table.name in present:
            _return_table(db, table, own)
    for name in _WHOLESALE:
        if name in present:
            db.execute(f"DELETE FROM main.{name}")
            db.execute(f"INSERT INTO main.{name} SELECT * FROM kept.{name} ORDER BY 1")
    erase(db)
    rebuild(db)
    book.set_local(_RETURNS, str(_returns(book) + 1))


def state_of(book: Book) -> str:
    """Changes when rows went away that no erasure took: with a return to a copy, or another file put in the place.

    Staging leaves out what the data hold; what was left out is lost when the data do not hold it any more.
    """
    return f"{book.path.stat().st_ino}-{_returns(book)}"


def _returns(book: Book) -> int:
    return int(book.local(_RETURNS) or 0)


def _return_table(db: Any, table: Travelling, own: bytes) -> None:
    key = table.key
    ours = f"substr({key}, 1, 12) IN (SELECT run FROM main.run WHERE device = :own)"
    if table.name == "run":
        ours = "device = :own OR run IN (SELECT substr(id, 1, 12) FROM main.erasure)"
    if table.name != "erasure":
        db.execute(
            f"DELETE FROM main.{table.name} WHERE {key} NOT IN (SELECT {key} FROM kept.{table.name}) AND NOT ({ours})",
            {"own": own},
        )
    db.execute(
        f"DELETE FROM main.{table.name} WHERE {key} IN (SELECT id FROM main.variant WHERE tbl = '{table.name}')"
        f" AND {key} IN (SELECT {key} FROM kept.{table.name})"
    )
    db.execute(
        f"INSERT INTO main.{table.name} ({table.listed}) SELECT {table.listed} FROM kept.{table.name} WHERE 1"
        f" ON CONFLICT ({key}) DO NOTHING"
    )
