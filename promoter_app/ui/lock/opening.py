"""Opening the data on their thread: in the clear, with a passphrase, with the recovery sheet, after a copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.cards import MAX_TAG
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.security.clocks import Alarm
from promoter_app.edge import Edge
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, found_project, open_folder, project_tag
from promoter_app.services.security import clock, keeping, locking, project_keys
from promoter_app.services.topics.versions import current_content

Opener = Callable[[], tuple[Folder, "Opening"]]


@dataclass(frozen=True)
class Opening:
    """What is known once the data are open: the content, and whether the clock can be believed (`seen` ms)."""

    content: Content
    alarm: Alarm | None = None
    seen: int | None = None
    place: Sentence | None = None


def in_the_clear(path: Path, edge: Edge, *, make: bool) -> tuple[Folder, Opening]:
    """A folder without a passphrase, made when `make` and it is not there; raises Refusal."""
    return begin(open_folder(path, make=make), edge)


def with_keys(path: Path, keys: locking.Opened | None, edge: Edge) -> tuple[Folder, Opening]:
    """A folder whose keys are at hand; raises Refusal `damaged` and as `open_folder`."""
    return begin(locking.open_with_key(path, keys) if keys is not None else open_folder(path), edge)


def begin(folder: Folder, edge: Edge) -> tuple[Folder, Opening]:
    """Take the folder for this window, look at it first if that cannot wait, and found the project of an empty one."""
    try:
        keeping.take_for_window(folder, edge.moment())
        if keeping.must_look_first(folder) and not keeping.check_at_start(folder).sound:
            raise damaged()
        alarm = clock.alarm(folder, edge.moment())
        seen = clock.last_seen(folder)
        if project_tag(folder) is None:
            found_project(folder, edge.stamp(), "Surco", edge.draw(MAX_TAG + 1))
        project_keys.hold(folder)
        return folder, Opening(current_content(folder), alarm, seen, keeping.place_warning(folder.path))
    except BaseException:
        folder.close()
        raise


def damaged() -> Refusal:
    """The file opens and is not whole."""
    return Refusal(
        "damaged",
        Sentence("El archivo de datos está dañado.", "The data file is damaged."),
        Sentence("Las copias de seguridad están aparte y completas.", "The safety copies are kept apart and whole."),
        Sentence("Recupera la última copia.", "Restore the latest copy."),
    )
