"""Reading what the office changed in the topics: own versions and recordings."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book

_VALID = "NOT EXISTS (SELECT 1 FROM void v WHERE v.target = t.id)"


def own_bodies(book: Book) -> dict[str, str]:
    """The last version of each topic that the office changed; two of one number: the later id on every laptop."""
    rows = book.rows(f"SELECT t.module, t.body FROM topic_version t WHERE {_VALID} ORDER BY t.version, t.id")
    return {row["module"]: row["body"] for row in rows}


def own_versions(book: Book, module: str) -> list[dict[str, Any]]:
    """Versions of a topic, the last first: version, wall, note, operator."""
    return book.rows(
        "SELECT t.version, t.wall, t.note, r.operator FROM topic_version t"
        f" LEFT JOIN run r ON r.run = substr(t.id, 1, 12) WHERE t.module = ? AND {_VALID}"
        " ORDER BY t.version DESC, t.id DESC",
        (module,),
    )


def recording(book: Book, module: str, language: str) -> dict[str, Any] | None:
    """The last recording of a topic in a language that counts now, or None."""
    return book.row(
        "SELECT file, seconds, speaker, speaker_consent, recorded_on, signed_off_by FROM recording_now"
        " WHERE module = ? AND language = ? ORDER BY wall DESC, id DESC LIMIT 1",
        (module, language),
    )


def venue_of(book: Book, session: bytes) -> dict[str, Any] | None:
    """The hospital noted for the place of a session: hospital, hospital_phone, hospital_minutes; None without place."""
    return book.row(
        "SELECT v.hospital, v.hospital_phone, v.hospital_minutes FROM session_now s JOIN venue_now v ON v.id = s.venue"
        " WHERE s.id = ?",
        (session,),
    )


def inserts_for(book: Book, session: bytes, module: str) -> list[dict[str, Any]]:
    """What the company of a session has of its own in a topic: text_es, text_en, checked_on."""
    return book.rows(
        "SELECT i.text_es, i.text_en, i.checked_on FROM session_now s LEFT JOIN crew_now c ON c.id = s.crew"
        " LEFT JOIN venue_now v ON v.id = s.venue JOIN local_insert_now i ON i.company = coalesce(c.company, v.company)"
        " WHERE s.id = ? AND i.module = ? ORDER BY i.wall, i.id",
        (session, module),
    )
