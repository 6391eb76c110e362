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


def all_bodies(book: Book, module: str) -> list[str]:
    """Every version that anybody saved of a topic, also those taken back."""
    return [row["body"] for row in book.rows("SELECT body FROM topic_version WHERE module = ?", (module,))]


def known_codes(book: Book) -> set[str]:
    """Codes of topics that somebody ever saved or taught here."""
    rows = book.rows("SELECT module FROM topic_version UNION SELECT module FROM session WHERE module IS NOT NULL")
    return {row["module"] for row in rows}


def places(book: Book) -> list[dict[str, Any]]:
    """Whether the office teaches a topic in a crop's course: crop, module, taught, gen; the last word on each."""
    return book.rows(
        f"SELECT t.crop, t.module, t.taught, t.gen FROM topic_place t WHERE {_VALID} AND NOT EXISTS (SELECT 1"
        " FROM topic_place n WHERE n.crop = t.crop AND n.module = t.module AND (n.gen, n.id) > (t.gen, t.id)"
        " AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = n.id)) ORDER BY t.gen, t.module, t.crop"
    )


def next_place(book: Book, crop: str, module: str) -> int:
    """The number after every word ever said on a topic in a course."""
    found = book.row("SELECT max(gen) AS gen FROM topic_place WHERE crop = ? AND module = ?", (crop, module))
    return 1 + int((found and found["gen"]) or 0)


def recording(book: Book, module: str, language: str) -> dict[str, Any] | None:
    """The last recording of a topic in a language that counts now, or None."""
    return book.row(
        "SELECT file, sha256, seconds, speaker, speaker_consent, recorded_on, signed_off_by FROM recording_now"
        " WHERE module = ? AND language = ? ORDER BY wall DESC, id DESC LIMIT 1",
        (module, language),
    )


def signed_recordings(book: Book) -> list[dict[str, Any]]:
    """File name and sha256 of every recording that somebody signed off."""
    return book.rows("SELECT DISTINCT file, sha256 FROM recording_now WHERE signed_off_by <> '' ORDER BY sha256, file")


def question_sound(book: Book, recording: str, item: str) -> str | None:
    """The sha256 of a question's sound beside the topic's recording with the sha256 `recording`; the last one told."""
    found = book.row(
        f"SELECT t.sha256 FROM question_audio t WHERE t.recording = ? AND t.item = ? AND {_VALID}"
        " ORDER BY t.wall DESC, t.id DESC LIMIT 1",
        (recording, item),
    )
    return str(found["sha256"]) if found else None


def sound_size(book: Book, sha256: str) -> int:
    """Bytes of the pieces of a sound that are here; 0 when there are none."""
    found = book.row("SELECT coalesce(sum(length(data)), 0) AS n FROM audio_piece WHERE sha256 = ?", (sha256,))
    return int(found["n"]) if found else 0


def sound(book: Book, sha256: str) -> bytes:
    """The pieces of a sound in their order. Whether they are whole, its hash says."""
    rows = book.rows("SELECT data FROM audio_piece WHERE sha256 = ? ORDER BY place, id", (sha256,))
    return b"".join(row["data"] for row in rows)


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
