"""The first start of a laptop: whether nobody did anything yet, and giving the project its name."""

from __future__ import annotations

from promoter_app.domain.done import Done
from promoter_app.domain.names import stored_name
from promoter_app.domain.office.checks import refusal
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store import office

SEEN = "first_steps"
"""Setting of the laptop: the first steps were gone through, or left."""
AT = "first_steps_at"
"""Setting of the laptop: the step that was on screen last."""
_OPERATOR = "operator"
_LONGEST = 120


def step_due(folder: Folder, *, named: bool) -> int | None:
    """The first step to show, from 0: the first one, or where the window was closed in the middle.

    None when nobody needs them: they were gone through or left, something is in the folder, or somebody's name is
    known (`named`, or kept on this laptop) though they were never begun.
    """
    book = folder.book
    at = book.local(AT) or ""
    if book.local(SEEN) or ((named or book.local(_OPERATOR)) and not at) or not office.is_untouched(book):
        return None
    return int(at) if at.isdecimal() else 0


def name_project(folder: Folder, stamp: Stamp, name: str) -> Done[str]:
    """Call the project so on papers and in packages; undoable.

    Raises Refusal: not a coordinator, no name, or no project yet.
    """
    office_only(folder, stamp, "name_project")
    called = stored_name(name)[:_LONGEST]
    row = office.project_row(folder.book)
    if not called or row is None:
        raise refusal(
            "missing", ("Falta el nombre del proyecto.", "The project's name is missing."), ("Escríbelo.", "Write it.")
        )
    with folder.book.writing(stamp) as write:
        write.edit("project", row, name=called)
    return Done(called, write.changes, write.undo(Sentence("Deshacer: nombre del proyecto", "Undo: project's name")))
