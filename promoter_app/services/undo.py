"""Ctrl+Z: the way back of the last intention. Nothing is erased; a void or an older value is told."""

from __future__ import annotations

from promoter_app.domain.done import Done, Undo
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder


def undo(folder: Folder, stamp: Stamp, last: Undo) -> Done[Undo]:
    """Take back what `last` names, in one transaction. The outcome is `last` itself, to say what was undone."""
    with folder.book.writing(stamp) as write:
        for restore in reversed(last.restores):
            write.edit(restore.table, restore.entity, **{restore.field: restore.value})
        for table, target in reversed(last.voids):
            write.void(table, target, "undo")
        for table, target in last.retells:
            write.retell(table, target)
    return Done(last, write.changes)
