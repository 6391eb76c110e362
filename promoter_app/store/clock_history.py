"""Reading what clocks showed: launches of this laptop, and corrections."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book

_VALID = "NOT EXISTS (SELECT 1 FROM void v WHERE v.target = c.id)"


def last_seen(book: Book) -> int | None:
    """The latest launch (ms) of this laptop that no correction covers."""
    device = book.local("device")
    if device is None:
        return None
    found = book.value(
        f"SELECT max(r.started) FROM run r WHERE r.device = ? AND NOT EXISTS (SELECT 1 FROM clock_correction c"
        f" WHERE c.device = r.device AND r.started BETWEEN c.since AND c.until AND {_VALID})",
        (bytes.fromhex(device),),
    )
    return None if found is None else int(found)


def corrections(book: Book) -> list[dict[str, Any]]:
    """laptop (name), since, until, minutes, reason; newest first."""
    return book.rows(
        "SELECT coalesce((SELECT d.name FROM device d WHERE d.id = c.device), '') AS laptop, c.since, c.until,"
        f" c.minutes, c.reason FROM clock_correction c WHERE {_VALID} ORDER BY c.rowid DESC"
    )
