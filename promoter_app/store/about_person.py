"""Everything that the file holds about one person, table by table, and what was told of consent and erasure."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.derived import refresh_aliases, refresh_blocked
from promoter_app.store.merging.applying import erase, find_erased
from promoter_app.store.merging.uniting import trust_device
from promoter_app.store.migrations import TABLES

_HIDDEN = frozenset({"edit", "supersede", "void", "erasure"})
"""The history behind the rows: it says the same again."""


def records_of(book: Book, person: bytes) -> list[bytes]:
    """Every record that is this person: their own, and those united with it."""
    rows = book.rows("SELECT id FROM person_alias WHERE person = ? ORDER BY id", (person,))
    return [person, *(row["id"] for row in rows)]


def rows_about(book: Book, records: list[bytes]) -> dict[str, list[dict[str, Any]]]:
    """Table name -> its rows about any of `records`, oldest first, without what was cancelled."""
    marks = ", ".join("?" * len(records))
    found: dict[str, list[dict[str, Any]]] = {}
    for table in TABLES:
        if table.subject is None or table.name in _HIDDEN:
            continue
        name = table.now_name if table.record else table.name
        columns = ", ".join(column.name for column in table.columns)
        rows = book.rows(
            f"SELECT id, {columns}, wall FROM {name} t WHERE {table.subject} IN ({marks})"
            " AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = t.id) ORDER BY wall, id",
            records,
        )
        if rows:
            found[table.name] = rows
    return found


def words_behind(book: Book) -> dict[bytes, str]:
    """What the ids in such rows stand for: sessions, crews, cards, questions, partners, organisations."""
    rows = book.db.execute(
        "SELECT id, held_on || ' ' || code FROM session_now UNION ALL SELECT id, name FROM crew_now"
        " UNION ALL SELECT id, 'tarjeta ' || number FROM card UNION ALL SELECT id, text_es FROM item"
        " UNION ALL SELECT id, name FROM partner_now UNION ALL SELECT id, name FROM company_now"
    ).fetchall()
    return {bytes(id): str(words) for id, words in rows if words is not None}


def consents(book: Book, records: list[bytes]) -> list[dict[str, Any]]:
    """What was told of each purpose, oldest first: purpose, given, how, text_version, wall, utc_offset."""
    marks = ", ".join("?" * len(records))
    return book.rows(
        "SELECT c.purpose, c.given, c.how, c.text_version, c.wall, r.utc_offset FROM consent c"
        " LEFT JOIN run r ON r.run = substr(c.id, 1, 12)"
        f" WHERE c.person IN ({marks}) AND c.id NOT IN (SELECT target FROM void) ORDER BY c.wall, c.rowid",
        records,
    )


def spoken(book: Book, records: list[bytes]) -> list[bytes]:
    """The facts that say which languages a person speaks."""
    marks = ", ".join("?" * len(records))
    rows = book.rows(
        f"SELECT id FROM person_language WHERE person IN ({marks}) AND id NOT IN (SELECT target FROM void)", records
    )
    return [row["id"] for row in rows]


def stages(book: Book, records: list[bytes]) -> list[str]:
    """The stages of erasure told for a person, oldest first: request, block, suppress."""
    marks = ", ".join("?" * len(records))
    rows = book.rows(
        f"SELECT stage FROM erasure WHERE subject IN ({marks}) AND id NOT IN (SELECT target FROM void)"
        " ORDER BY wall, id",
        records,
    )
    return [str(row["stage"]) for row in rows]


def open_requests(book: Book) -> list[dict[str, Any]]:
    """People whose erasure was asked for and is not done: subject, name, stage (the last), wall of the request."""
    return book.rows(
        "SELECT subject, coalesce((SELECT name FROM person_now p WHERE p.id = subject),"
        " (SELECT name FROM person p WHERE p.id = subject), '') AS name,"
        " max(CASE stage WHEN 'suppress' THEN 3 WHEN 'block' THEN 2 ELSE 1 END) AS step,"
        " min(wall) AS wall FROM erasure WHERE id NOT IN (SELECT target FROM void) GROUP BY subject HAVING step < 3"
        " ORDER BY wall, subject"
    )


def block(book: Book, device: bytes) -> None:
    """Lock the data of whose block was told on this laptop. Call inside `Book.writing`."""
    trust_device(book, device)
    refresh_blocked(book.db)


def suppress(book: Book, device: bytes) -> None:
    """Remove every row of the people whose suppression was told on this laptop. Call inside `Book.writing`."""
    trust_device(book, device)
    find_erased(book.db)
    erase(book.db)
    refresh_aliases(book.db)
