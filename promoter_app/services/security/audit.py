"""Who did what and when, beside the changes of data: opened, printed, exported, restored, was refused."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.roles import require_coordinator
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.store import audit as audit_store


@dataclass(frozen=True)
class Entry:
    """One line of the trace: `operator` as told at the time, `at` ms since 1970 by that laptop's clock."""

    action: str
    operator: str
    laptop: str
    at: int
    target: bytes | None
    detail: str


def tell(folder: Folder, stamp: Stamp, action: str, *, target: bytes | None = None, detail: str = "") -> None:
    """Add a line. `detail` travels with every package, so it holds no name of a person: codes and counts only."""
    with folder.book.writing(stamp) as write:
        write.add("audit", action=action, target=target, detail=detail[:200] or None)


def office_only(folder: Folder, stamp: Stamp, what: str) -> None:
    """`require_coordinator`, and a line in the trace when it is refused."""
    try:
        require_coordinator(stamp)
    except Refusal:
        with suppress(Refusal):  # a full disk must not hide why it was refused
            tell(folder, stamp, "refused", detail=what)
        raise


def report_given(folder: Folder, stamp: Stamp, profile: str, kind: str) -> Done[None]:
    """A report left as a file: which profile (internal, partner, outside) and which kind of file."""
    tell(folder, stamp, "report", detail=f"{profile} {kind}")
    return Done(None)


def entries(folder: Folder, limit: int = 200, action: str | None = None) -> list[Entry]:
    """The trace, newest first; all actions or one."""
    rows = audit_store.entries(folder.book, limit, action)
    return [
        Entry(
            row["action"], row["operator"] or "", row["laptop"] or "", row["wall"], row["target"], row["detail"] or ""
        )
        for row in rows
    ]
