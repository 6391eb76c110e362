"""Is the file sound? Before anybody reads after a power cut or a doubt, thoroughly when somebody asks.

After a clean end nobody waits for it: `lookout` looks at everything while the day is read already.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

from promoter_app.store import dbapi
from promoter_app.store.book import Book
from promoter_app.store.migrations import TABLES

SMALL = 24 * 1024**2
"""Bytes up to which everything is looked at in each start: 8 to 28 ms for 5 MB were measured."""
_TURN, _DOUBTED = "checked_to", "doubted"
Depth = Literal["quick", "sampled", "full"]


@dataclass(frozen=True)
class Health:
    """`sound`, and how deep the look went. `tables` were looked at when it was a sample."""

    sound: bool
    depth: Depth
    tables: int = 0


def doubt(book: Book) -> None:
    """Remember on this laptop that damage was found: the next opening looks at everything before anybody reads."""
    book.set_local(_DOUBTED, "1")


def is_doubted(book: Book) -> bool:
    """Whether damage was found, and nothing has shown since that the file is whole."""
    return bool(book.local(_DOUBTED))


def check_at_start(book: Book, unclean: bool, budget: float = 0.1) -> Health:
    """Look at the whole structure of a small file; at a big one's tables by turns, for `budget` seconds. After a
    power cut constraints and indexes are looked at too; of a doubted file everything is.
    """
    if is_doubted(book):
        health = check_whole(book)
        if health.sound:
            book.set_local(_DOUBTED, None)
        return health
    if book.path.stat().st_size > SMALL:
        return _check_by_turns(book, budget)
    return check_whole(book) if unclean else Health(_says_ok(book, "quick_check(1)"), "quick")


def check_whole(book: Book, *, encrypted: bool = False) -> Health:
    """Every page, index and constraint, and of an encrypted file every page's seal."""
    sound = _says_ok(book, "integrity_check(1)")
    if sound and encrypted:
        sound = not book.db.execute("PRAGMA cipher_integrity_check").fetchall()
    return Health(sound, "full")


def _check_by_turns(book: Book, budget: float) -> Health:
    names = [name for table in TABLES for name in ((table.name, table.now_name) if table.record else (table.name,))]
    turn, until, looked = int(book.local(_TURN) or 0), time.monotonic() + budget, 0
    while looked < len(names) and (looked == 0 or time.monotonic() < until):
        if not _says_ok(book, f"quick_check('{names[(turn + looked) % len(names)]}')"):
            return Health(False, "sampled", looked + 1)
        looked += 1
    book.set_local(_TURN, str((turn + looked) % len(names)))
    return Health(True, "sampled", looked)


def _says_ok(book: Book, pragma: str) -> bool:
    try:
        return bool(book.db.execute(f"PRAGMA {pragma}").fetchall() == [("ok",)])
    except dbapi.Unreadable:
        return False
