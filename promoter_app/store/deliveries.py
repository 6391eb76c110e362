"""The packages that left this laptop, and what of its own each of them holds (local lists: they never travel).

Ids of facts begin with the launch that told them (12 bytes) and go up within it (4 bytes): the highest one of each
launch says what had been told. A laptop's own traces (`audit`) and what says who it is are no work.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.migrations import TABLES

_TOLD = "told "
"""Of keys in the local table: what each package holds that the one before it did not."""
_WORK = tuple(table.name for table in TABLES if table.name not in ("audit", "device", "device_key"))
Told = Mapping[str, str]
"""Launches of this laptop and the last thing that each told, both in hexadecimal."""


@dataclass(frozen=True)
class Undelivered:
    """What this laptop told that some package does not hold: facts, and sessions held among them."""

    facts: int
    sessions: int


def next_package(book: Book) -> int:
    """The number of the next package."""
    return int(book.value("SELECT coalesce(max(package), 0) + 1 FROM delivery"))


def add_delivery(book: Book, package: int, sha256: str, at: int, sessions: int, people: int, told: Told) -> None:
    """Remember a package and that it holds all that was `told` (before it was written). Call inside `Book.writing`."""
    known = _told_in(book, package - 1)
    added = {run: last for run, last in told.items() if known.get(run) != last}
    book.set_local(f"{_TOLD}{package}", json.dumps(added))
    book.db.execute(
        "INSERT INTO delivery (package, sha256, at, sessions, people) VALUES (?, ?, ?, ?, ?)",
        (package, sha256, at, sessions, people),
    )


def deliveries(book: Book, limit: int) -> list[dict[str, Any]]:
    """Packages, the last first: package, sha256, at (ms), sessions, people."""
    return book.rows("SELECT * FROM delivery ORDER BY package DESC LIMIT ?", (limit,))


def sessions_closed_since(book: Book, wall: int) -> int:
    """Held sessions whose state was told after `wall` (ms of this laptop)."""
    return int(
        book.value(
            "SELECT count(*) FROM session_now s WHERE s.state = 'held' AND EXISTS"
            " (SELECT 1 FROM edit e WHERE e.entity = s.id AND e.field = 'state' AND e.wall > ?)",
            (wall,),
        )
    )


def told_here(book: Book) -> Told:
    """What this laptop has told so far."""
    told: dict[str, str] = {}
    for table in _WORK:
        for row in book.rows(
            f"SELECT lower(hex(substr(id, 1, 12))) AS run, lower(hex(max(substr(id, 13)))) AS last FROM {table}"
            " WHERE substr(id, 1, 12) IN (SELECT run FROM run WHERE device = ?) GROUP BY 1",
            (_own(book),),
        ):
            told[row["run"]] = max(row["last"], told.get(row["run"], ""))
    return told


def undelivered(book: Book, package: int) -> Undelivered:
    """What this laptop told that neither the package of this number nor one before it holds (0: all of it).

    Packages of an older Surco, which did not remember what they hold, hold nothing here.
    """
    book.db.execute("CREATE TEMP TABLE IF NOT EXISTS told_before (run BLOB PRIMARY KEY, last BLOB)")
    book.db.execute("DELETE FROM temp.told_before")
    known = [(bytes.fromhex(run), bytes.fromhex(last)) for run, last in _told_in(book, package).items()]
    book.db.conn.executemany("INSERT INTO temp.told_before VALUES (?, ?)", known)
    new = (
        "substr({0}.id, 1, 12) IN (SELECT run FROM run WHERE device = ?) AND NOT EXISTS (SELECT 1 FROM temp.told_before"
        " t WHERE t.run = substr({0}.id, 1, 12) AND t.last >= substr({0}.id, 13))"
    )
    own = _own(book)
    facts = sum(
        int(book.value(f"SELECT count(*) FROM {table} WHERE {new.format(table)}", (own,))) for table in _WORK
    )
    sessions = book.value(
        "SELECT count(DISTINCT s.id) FROM session_now s JOIN edit ON edit.entity = s.id AND edit.field = 'state'"
        f" WHERE s.state = 'held' AND {new.format('edit')}",
        (own,),
    )
    return Undelivered(facts, int(sessions))


def _own(book: Book) -> bytes:
    return bytes.fromhex(book.local("device") or "")


def _told_in(book: Book, package: int) -> dict[str, str]:
    """What the packages up to this number hold."""
    told: dict[str, str] = {}
    for row in book.rows("SELECT key, value FROM local WHERE key GLOB ?", (f"{_TOLD}*",)):
        if int(row["key"].removeprefix(_TOLD)) <= package:
            for run, last in json.loads(row["value"]).items():
                told[run] = max(last, told.get(run, ""))
    return told
