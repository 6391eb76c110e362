"""Who gives a session beside its promoter: a second promoter, an interpreter. Written inside an open transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from promoter_app.store.writer import Writer

PROMOTER, INTERPRETER = "promoter", "interpreter"


def put_staff(write: Writer, session: bytes, second: bytes | None, interpreter: bytes | None) -> None:
    """Add those who go beside the promoter (None: nobody)."""
    for person, role in ((second, PROMOTER), (interpreter, INTERPRETER)):
        if person is not None:
            write.add("session_staff", session=session, person=person, role=role)


def replace_staff(
    write: Writer, session: bytes, known: Iterable[dict[str, Any]], second: bytes | None, interpreter: bytes | None
) -> None:
    """Those who go from now on; `known` are rows of `staff_of_sessions`. Who stays is not written again."""
    wanted = {(p, r) for p, r in ((second, PROMOTER), (interpreter, INTERPRETER)) if p is not None}
    for row in known:
        if row["session"] == session and row["role"] in (PROMOTER, INTERPRETER):
            if (row["person"], row["role"]) in wanted:
                wanted.discard((row["person"], row["role"]))
            else:
                write.void("session_staff", row["id"], "changed")
    for person, role in sorted(wanted):
        write.add("session_staff", session=session, person=person, role=role)
