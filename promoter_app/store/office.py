"""Reading what the office sets up: project, settings, break windows, closures."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book


def project_tag(book: Book) -> int | None:
    """The tag printed inside this project's card codes, or None before there is a project."""
    found = book.value("SELECT tag FROM project_now ORDER BY wall, id LIMIT 1")
    return None if found is None else int(found)


def project_name(book: Book) -> str | None:
    """The project's name, or None before there is a project."""
    found = book.value("SELECT name FROM project_now ORDER BY wall, id LIMIT 1")
    return None if found is None else str(found)


def setting(book: Book, key: str) -> str | None:
    """A setting of the project, or None when nobody set it."""
    found = book.value("SELECT value FROM setting_now WHERE key = ? ORDER BY wall, id LIMIT 1", (key,))
    return None if found is None else str(found)


def setting_row(book: Book, key: str) -> bytes | None:
    """The id of a setting's record, or None."""
    found = book.value("SELECT id FROM setting_now WHERE key = ? ORDER BY wall, id LIMIT 1", (key,))
    return None if found is None else bytes(found)


def seasons(book: Book) -> list[dict[str, Any]]:
    """Seasons, the latest first: id, name, sector, company, starts, ends."""
    return book.rows("SELECT id, name, sector, company, starts, ends FROM season_now ORDER BY starts DESC, name, id")


def is_empty(book: Book) -> bool:
    """Whether nobody has set up or brought anything yet."""
    return book.value("SELECT 1 FROM project_now UNION ALL SELECT 1 FROM person_now LIMIT 1") is None
