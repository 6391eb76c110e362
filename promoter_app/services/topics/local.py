"""What only the place of a session knows of a topic: its hospital, and what the company has of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from promoter_app.domain.curriculum.course import CHECK_MONTHS, is_recent
from promoter_app.services.folder import Folder
from promoter_app.store.curriculum import own

HOSPITAL_SLOT = "antivenom_hospital"


@dataclass(frozen=True)
class Insert:
    """A company's own text; not `checked` (within twelve months) it must be verified before printing."""

    text: str
    checked: bool


@dataclass(frozen=True)
class Local:
    """`values` fill the topic's local slots by their id; what nobody filled stays a line to write on."""

    values: dict[str, str] = field(default_factory=dict)
    inserts: tuple[Insert, ...] = ()


def local_of(folder: Folder, session: bytes, module: str, day: date, language: str) -> Local:
    """What is known of the session's place and company for a topic, in `language` where it was written in it."""
    rows = own.inserts_for(folder.book, session, module)
    inserts = tuple(
        Insert(
            (row["text_en"] if language == "en" else None) or row["text_es"],
            is_recent(date.fromisoformat(row["checked_on"]) if row["checked_on"] else None, CHECK_MONTHS, day),
        )
        for row in rows
    )
    return Local(_hospital(folder, session), inserts)


def _hospital(folder: Folder, session: bytes) -> dict[str, str]:
    venue = own.venue_of(folder.book, session)
    if venue is None or not venue["hospital"]:
        return {}
    minutes = f"{venue['hospital_minutes']} min" if venue["hospital_minutes"] is not None else None
    parts = (venue["hospital"], venue["hospital_phone"], minutes)
    return {HOSPITAL_SLOT: ", ".join(part for part in parts if part)}
