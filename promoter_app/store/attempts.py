"""Reading tests: attempts and their answers."""

from __future__ import annotations

import json
from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import one
from promoter_app.store.sessions import VALID


def attempts_of_session(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Attempts of a session in order: id, person, form, phase, late, interpreted, declined, wall."""
    return book.rows(
        f"SELECT t.id, {one('t.person')} AS person, t.form, t.phase, t.late, t.interpreted, t.declined, t.wall"
        " FROM attempt t"
        f" WHERE t.session = ? AND {VALID.format('t')} ORDER BY t.rowid",
        (session,),
    )


def answers_of_session(book: Book, session: bytes) -> list[dict[str, Any]]:
    """The last valid answer to each item of each attempt: attempt, person, item, choice, answer (the key)."""
    return book.rows(
        f"""
        SELECT a.attempt, {one("a.person")} AS person, a.item, a.choice, i.answer, i.number, max(a.id) AS last
        FROM attempt t JOIN answer a ON a.attempt = t.id JOIN item i ON i.id = a.item
        WHERE t.session = ? AND {VALID.format("t")} AND {VALID.format("a")}
        GROUP BY a.attempt, a.item ORDER BY last
        """,
        (session,),
    )


def valid_answers(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Every valid answer of a session, also those that a later one replaced: id, attempt."""
    return book.rows(
        f"SELECT a.id, a.attempt FROM attempt t JOIN answer a ON a.attempt = t.id"
        f" WHERE t.session = ? AND {VALID.format('a')} ORDER BY a.rowid",
        (session,),
    )


def items_of_form(book: Book, form: bytes) -> str | None:
    """The item ids of a test form, hex separated by blanks; None when the form is not known."""
    found = book.value("SELECT items FROM test_form WHERE id = ?", (form,))
    return None if found is None else str(found)


def item_with_options(book: Book, item: bytes) -> dict[str, Any]:
    """A test item as it was written down: id and the letters of its options in order. KeyError when unknown."""
    found = book.row("SELECT id, options FROM item WHERE id = ?", (item,))
    if found is None:
        raise KeyError(item.hex())
    return {"id": found["id"], "letters": [option["letter"] for option in json.loads(found["options"])]}
