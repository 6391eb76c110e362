"""Reading all that is known of one person: crews, sessions, cards."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import same


def stays(book: Book, person: bytes) -> list[dict[str, Any]]:
    """Crews of a person, the last first: id, crew, crew_name, season_name, since, until."""
    return book.rows(
        "SELECT m.id, m.crew, c.name AS crew_name, s.name AS season_name, m.since, m.until"
        " FROM membership_now m LEFT JOIN crew_now c ON c.id = m.crew LEFT JOIN season_now s ON s.id = c.season"
        " WHERE m.person = ? ORDER BY m.since DESC, m.id DESC",
        (person,),
    )


def visits(book: Book, person: bytes) -> list[dict[str, Any]]:
    """Sessions that a person was in, the last first: session, held_on, kind, module, crew_name."""
    return book.rows(
        "SELECT DISTINCT a.session, n.held_on, n.kind, n.module, c.name AS crew_name"
        " FROM attendance a JOIN session_now n ON n.id = a.session LEFT JOIN crew_now c ON c.id = n.crew"
        f" WHERE {same('a.person', '?1')} AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)"
        " ORDER BY n.held_on DESC, n.starts DESC, a.session",
        (person,),
    )


def cards(book: Book, person: bytes) -> list[dict[str, Any]]:
    """Cards that were given to a person, the last first: id, number, reason (of cancelling, or None), cancelled."""
    return book.rows(
        "SELECT c.id, c.number, x.reason, x.id IS NOT NULL AS cancelled FROM card_assignment a"
        " JOIN card c ON c.id = a.card LEFT JOIN card_cancel x ON x.card = c.id"
        "  AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = x.id)"
        f" WHERE {same('a.person', '?1')} AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)"
        " GROUP BY c.id ORDER BY max(a.wall) DESC, c.id",
        (person,),
    )
