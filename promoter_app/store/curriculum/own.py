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
