"""Whose data these are: the project of our folder, and of packages that come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from promoter_app.store import office
from promoter_app.store.book import Book


def expected_tag(book: Book, tags: Iterable[int | None]) -> tuple[int | None, int | None]:
    """The tag that packages must have, and the same tag when our folder takes it over from them (or None).

    A folder where nobody did anything yet takes the tag that most packages have, the smallest of equals.
    """
    ours = office.project_tag(book)
    if ours is not None and not _is_bare(book):
        return ours, None
    counted = Counter(tag for tag in tags if tag is not None)
    if not counted:
        return ours, None
    tag = min(counted, key=lambda tag: (-counted[tag], tag))
    return tag, None if tag == ours else tag


def _is_bare(book: Book) -> bool:
    tables = ("person", "crew", "session", "card")
    return all(book.value(f"SELECT 1 FROM {table} LIMIT 1") is None for table in tables)


def own_projects(book: Book, tag: int) -> list[bytes]:
    """Projects founded on this laptop with another tag than `tag`."""
    rows = book.rows(
        "SELECT p.id FROM project_now p JOIN run r ON r.run = substr(p.id, 1, 12) WHERE p.tag <> ? AND r.device = ?",
        (tag, bytes.fromhex(book.local("device") or "")),
    )
    return [row["id"] for row in rows]
