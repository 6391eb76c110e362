"""Reading the trace of what was done."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book


def entries(book: Book, limit: int, action: str | None) -> list[dict[str, Any]]:
    """Newest first: action, target, detail, wall, operator, laptop (its name)."""
    return book.rows(
        "SELECT a.action, a.target, a.detail, a.wall, r.operator,"
        " (SELECT d.name FROM device d WHERE d.id = r.device) AS laptop"
        " FROM audit a LEFT JOIN run r ON r.run = substr(a.id, 1, 12)"
        " WHERE ? IS NULL OR a.action = ? ORDER BY a.rowid DESC LIMIT ?",
        (action, action, limit),
    )
