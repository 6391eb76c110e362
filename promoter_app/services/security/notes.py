"""The sealed note: two lines for the safeguarding person alone. Written, sealed at once, unreadable here afterwards."""

from __future__ import annotations

import base64
import binascii

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security import audit
from promoter_app.services.security.project_keys import project_keys
from promoter_app.store import security_notes
from promoter_app.store.keys import sealing, trouble, words

MOST_LINES, MOST_LETTERS = 2, 400
_PADDED = 2048
"""Every note is this long in bytes before sealing, so that its length tells nothing."""


def seal_note(folder: Folder, stamp: Stamp, text: str, session: bytes | None = None) -> Done[None]:
    """Seal two lines to the project's safeguarding key and keep only that. Not undoable, never counted anywhere.

    Raises Refusal: `no_safeguarding_key`, `empty_note`, `note_too_long`.
    """
    recipient = project_keys(folder).safeguarding
    if recipient is None:
        raise _refusal(
            "no_safeguarding_key",
            Sentence("El proyecto no ha dicho a quién van las notas selladas.",
                     "The project has not said whom sealed notes go to."),
            Sentence("Avisa a la oficina de palabra; no escribas nombres aquí.",
                     "Tell the office in person; write no names here."),
        )  # fmt: skip
    written = text.strip()
    if not written:
        raise _refusal(
            "empty_note", Sentence("La nota está vacía.", "The note is empty."), Sentence("Escríbela.", "Write it.")
        )
    if len(written) > MOST_LETTERS or len(written.splitlines()) > MOST_LINES:
        raise _refusal(
            "note_too_long",
            Sentence("La nota pasa de dos líneas.", "The note is longer than two lines."),
            Sentence("Deja solo lo necesario para que te llamen.", "Keep what is needed for a call back."),
        )
    sealed = sealing.seal(written.encode().ljust(_PADDED), [recipient])
    with folder.book.writing(stamp) as write:
        write.add(
            "sealed_note", session=session, on_date=stamp.today, recipient=recipient,
            body=base64.b64encode(sealed).decode(),
        )  # fmt: skip
    return Done(None, write.changes)


def read_notes(folder: Folder, sheet: str) -> list[tuple[str, str]]:
    """(date, text) of the notes that the safeguarding person's sheet opens, oldest first. Nothing is kept of it.

    Raises Refusal `not_a_recovery_key`, `wrong_sheet` when notes exist and it opens none.
    """
    pair = sealing.pair_of(words.secret_from(sheet))
    rows = security_notes.sealed_notes(folder.book)
    mine = [row for row in rows if row["recipient"] == pair.recipient]
    if rows and not mine:
        raise trouble.wrong_sheet()
    try:
        return [
            (row["on_date"], sealing.unseal(base64.b64decode(row["body"]), [pair.secret]).decode().rstrip())
            for row in mine
        ]
    except (binascii.Error, UnicodeDecodeError) as error:
        raise trouble.not_for_us() from error


def open_notes(folder: Folder, stamp: Stamp, sheet: str) -> Done[list[tuple[str, str]]]:
    """`read_notes` for a window, and a line in the trace with how many were read. Refusals as there."""
    found = read_notes(folder, sheet)
    audit.tell(folder, stamp, "notes_read", detail=str(len(found)))
    return Done(found)


def _refusal(code: str, what: Sentence, todo: Sentence) -> Refusal:
    return Refusal(code, what, NOTHING_CHANGED, todo)
