"""The packages that left this laptop (a local list: it never travels)."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book


def next_package(book: Book) -> int:
    """The number of the next package."""
    return int(book.value("SELECT coalesce(max(package), 0) + 1 FROM delivery"))


def add_delivery(book: Book, package: int, sha256: str, at: int, sessions: int, people: int) -> None:
    """Remember a package. Call inside `Book.writing`."""
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
