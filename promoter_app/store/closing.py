"""Reading what a session leaves besides attendance and answers: checks before it, opinions, help offered."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.sessions import VALID


def preflight_of(book: Book, session: bytes) -> list[dict[str, Any]]:
    """The last thing told about each check: check_code, ticked."""
    return book.rows(
        f"SELECT p.check_code, p.ticked, max(p.id) AS last FROM preflight p WHERE p.session = ?"
        f" AND {VALID.format('p')} GROUP BY p.check_code ORDER BY last",
        (session,),
    )


def overrides_of(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Why a session went on although something was missing, oldest first: module, reason, note."""
    return book.rows(
        f"SELECT o.module, o.reason, o.note FROM override o WHERE o.session = ? AND {VALID.format('o')}"
        " ORDER BY o.rowid",
        (session,),
    )


def faces_of(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Anonymous opinions: face, n."""
    return book.rows(
        f"SELECT f.face, count(*) AS n FROM feedback f WHERE f.session = ? AND {VALID.format('f')}"
        " GROUP BY f.face ORDER BY f.face",
        (session,),
    )


def hands_of(book: Book, session: bytes) -> list[dict[str, Any]]:
    """The last count by raised hands of each question: phase, number (of the item), correct, total."""
    return book.rows(
        f"SELECT h.phase, i.number, h.correct, h.total, max(h.id) AS last FROM hand_count h"
        f" JOIN item i ON i.id = h.item WHERE h.session = ? AND {VALID.format('h')} GROUP BY h.phase, h.item",
        (session,),
    )


def referrals_of(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Help offered in a session, oldest first: id, offered, channel, on_date. Never a name."""
    return book.rows(
        f"SELECT r.id, r.offered, r.channel, r.on_date FROM referral r WHERE r.session = ?"
        f" AND {VALID.format('r')} ORDER BY r.rowid",
        (session,),
    )


def has_interpreter(book: Book, session: bytes) -> bool:
    """Whether an interpreter was named for the session."""
    return bool(
        book.value(
            f"SELECT 1 FROM session_staff t WHERE t.session = ? AND t.role = 'interpreter' AND {VALID.format('t')}",
            (session,),
        )
    )
