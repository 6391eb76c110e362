"""A promoter's sessions as a calendar file (RFC 5545) that may be brought in again without doubling anything.

Each session keeps its UID; SEQUENCE grows with every change; what fell through or is not theirs any more says so.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from promoter_app.domain.curriculum.course import neutral_title
from promoter_app.services.curricula import Content, find_module
from promoter_app.services.folder import Folder
from promoter_app.store import week as store
from promoter_app.store.files import publish, temporary_beside
from promoter_app.store.trouble import told

if TYPE_CHECKING:
    from icalendar import Event

DEFAULT_ZONE = "America/Mexico_City"


def calendar_text(
    folder: Folder, content: Content, promoter: bytes, first: str, last: str, now: datetime, language: str = "es"
) -> bytes:
    """The calendar of one promoter for `first`..`last`; topics by their discreet names."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Surco//ES")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for row in store.calendar_rows(folder.book, promoter, first, last):
        made.add_component(_event(row, content, now, language))
    made.add_missing_timezones()
    return bytes(made.to_ical())


def export_calendar(
    folder: Folder,
    content: Content,
    promoter: bytes,
    first: str,
    last: str,
    now: datetime,
    out: Path,
    language: str = "es",
) -> Path:
    """Write the calendar file; whole or not at all. Raises Refusal when the disk is full."""
    text = calendar_text(folder, content, promoter, first, last, now, language)
    temporary = temporary_beside(out)
    try:
        with told():
            temporary.write_bytes(text)
            publish(temporary, out)
    finally:
        temporary.unlink(missing_ok=True)
    return out


def _event(row: dict[str, Any], content: Content, now: datetime, language: str) -> Event:
    from icalendar import Event

    event = Event()
    zone = ZoneInfo(row["timezone"] or DEFAULT_ZONE)
    off = row["gone"] or row["state"] == "not_held"
    event.add("uid", f"{row['id'].hex()}@surco")
    event.add("dtstamp", now.astimezone(ZoneInfo("UTC")))
    event.add("dtstart", _moment(row["held_on"], row["starts"], zone))
    event.add("dtend", _moment(row["held_on"], row["ends"], zone))
    event.add("sequence", int(row["changes"]))
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("summary", _summary(row, content, language))
    place = ", ".join(filter(None, (row["venue_name"], row["place_name"])))
    if place:
        event.add("location", place)
    return event


def _summary(row: dict[str, Any], content: Content, language: str) -> str:
    module = find_module(content, row["sector"], row["module"])
    topic = neutral_title(module, language) if module else row["module"] or ""
    return " · ".join(filter(None, (row["crew_name"], topic)))


def _moment(day: str, clock: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone)
