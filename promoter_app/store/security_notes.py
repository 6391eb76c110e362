"""Reading sealed notes: only ever as they were sealed."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book


def sealed_notes(book: Book) -> list[dict[str, Any]]:
    """Oldest first: on_date, recipient, body (base64 of an age file)."""
    return book.rows("SELECT on_date, recipient, body FROM sealed_note ORDER BY on_date, wall, id")
