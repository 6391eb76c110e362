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
_LONGEST = 120


def is_fresh(folder: Folder) -> bool:
    """Whether the first steps are due: nothing is in the folder, and nobody went through them or left them."""
    return not folder.book.local(SEEN) and office.is_untouched(folder.book)


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
