"""Counts that a consolidation record prints: what there is, what a safety copy had, what each laptop told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import one
from promoter_app.store.merging.returning import attached_copy

_COUNTS = """
SELECT (SELECT count(*) FROM {0}.session_now WHERE state = 'held') AS sessions,
  (SELECT count(*) FROM {0}.person_now WHERE kind = 'worker') AS people,
  (SELECT count(*) FROM {0}.attendance a
     WHERE NOT EXISTS (SELECT 1 FROM {0}.void v WHERE v.target = a.id)) AS attendances
"""


def totals(book: Book) -> dict[str, int]:
    """Sessions held, people of the field and valid attendances of the book."""
    return _row(book, "main")


def totals_of_copy(book: Book, path: Path) -> dict[str, int] | None:
    """The same of the safety copy at `path`; None when it is gone."""
    if not path.is_file():
        return None
    with attached_copy(book, path):
        return _row(book, "kept")


def _row(book: Book, schema: str) -> dict[str, int]:
    found: dict[str, Any] = book.row(_COUNTS.format(schema)) or {}
    return {name: int(count) for name, count in found.items()}


def told_by(book: Book, device: bytes | None) -> dict[str, int]:
    """Sessions held, people registered and attendances that came from one laptop, whatever the package."""
    runs = "substr({0}.id, 1, 12) IN (SELECT run FROM run WHERE device = ?1)"
    valid = "NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)"
    found = book.row(
        f"SELECT (SELECT count(*) FROM session_now s WHERE s.state = 'held' AND {runs.format('s')}) AS sessions,"
        f" (SELECT count(DISTINCT {one('p.id')}) FROM person p"
        f" WHERE p.kind = 'worker' AND {runs.format('p')}) AS people,"
        f" (SELECT count(*) FROM attendance a WHERE {valid} AND {runs.format('a')}) AS attendances",
        (device,),
    )
    return {name: int(count) for name, count in (found or {}).items()}
