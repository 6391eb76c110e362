"""What Asistencia reads at once: counts, who came, who is missing, what waits."""

from __future__ import annotations

from promoter_app.domain.attendance import Present, ScanOutcome, Tally
from promoter_app.domain.people import Person
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import attendance

Snapshot = tuple[bytes, Tally, list[Present], list[Person], list[ScanOutcome]]
"""Session, counts, who came, who of the crew is missing, scans that wait for an answer."""


def snapshot(folder: Folder, session: bytes) -> Snapshot:
    """Read it all in one go, so that counts and lists agree."""
    return (
        session,
        attendance.tally(folder, session),
        attendance.present(folder, session),
        attendance.missing(folder, session),
        attendance.waiting(folder, session),
    )
