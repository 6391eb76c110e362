"""The data folder: found, opened, closed. Everything that services need is held by one `Folder`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.roles import require_coordinator
from promoter_app.domain.stamp import Stamp
from promoter_app.store import office
from promoter_app.store.backups import restoring
from promoter_app.store.backups.lookout import Lookout
from promoter_app.store.book import Book, open_book
from promoter_app.store.claims import Claim, turn
from promoter_app.store.erasing import traces
from promoter_app.store.files import sweep
from promoter_app.store.keys import envelope
from promoter_app.store.keys.converting import COPIES, DATABASE, remove_tree
from promoter_app.store.keys.envelope import Opened
from promoter_app.store.merging.inbox import STAGING
from promoter_app.store.trouble import told

__all__ = [
    "DATABASE", "Folder", "default_path", "found_folder", "found_project", "open_folder", "own_turn", "project_tag"
]  # fmt: skip

_KEPT = (COPIES, envelope.FOLDER, restoring.SET_ASIDE)


@dataclass
class Folder:
    """An open data folder. `book` is its database; close it when done. Use from one thread.

    `opened` says with whose passphrase it was opened and holds the key; None when the folder is in the clear.
    """

    path: Path
    book: Book
    opened: Opened | None = None
    unclean: bool = False
    """Whether the last user of the folder did not close it: a power cut, or another program that is still at work."""
    claim: Claim | None = None
    changes_copied: int = 0
    """Changes of this opening that are in a copy already."""
    lookout: Lookout | None = None
    """Who looks at the whole file meanwhile."""
    has_turn: bool = False
    """Whether nobody else looks at files for this folder or unites them now: see `own_turn`."""
    founded: bool = False
    """Whether it was made just now: see `found_folder`."""
    stays: bool = True
    """Set to False, a folder made just now goes again when it is closed: nothing came into it."""

    def close(self) -> None:
        """Fold the log into the database file and let go."""
        if self.lookout is not None:
            self.lookout.stop()
        self.book.close()
        if self.claim is not None:
            self.claim.release()


def default_path() -> Path:
    """The platform's folder for this user's data."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Surco", appauthor=False))


def open_folder(path: Path, *, make: bool = True, opened: Opened | None = None) -> Folder:
    """Open the data folder at `path`, making it when `make` and it is not there.

    Raises Refusal when there is no such folder, it needs a passphrase (`locked`: see `services.security.locking`) and
    `opened` is None, or its database is foreign, damaged, newer or unreadable.
    """
    database = path / DATABASE
    if opened is None and envelope.exists(path):
        raise Refusal(
            "locked",
            Sentence("Estos datos piden contraseña.", "These data ask for a passphrase."),
            NOTHING_CHANGED,
            Sentence(
                "Escríbela en la ventana, o da «--passphrase-file» en la terminal.",
                "Type it in the window, or give “--passphrase-file” in the terminal.",
            ),
        )
    if not make and not database.exists():
        raise Refusal(
            "no_folder",
            Sentence(f"No hay datos de Surco en «{path.name}».", f"There are no Surco data in “{path.name}”."),
            NOTHING_CHANGED,
            Sentence(
                "Revisa la carpeta, o haz una con «surco demo».", "Check the folder, or make one with “surco demo”."
            ),
        )
    try:
        path.mkdir(parents=True, exist_ok=True)
        restoring.finish_started(path)
        for each in (path, path / COPIES, path / envelope.FOLDER):
            sweep(each)
        unclean = _has_log(database)
    except OSError as error:
        raise Refusal(
            "cannot_open",
            Sentence("No se pudo usar esa carpeta de datos.", "That data folder cannot be used."),
            NOTHING_CHANGED,
            Sentence("Elige otra carpeta.", "Choose another folder."),
        ) from error
    key = opened.key if opened else None
    book = open_book(database, key)
    try:
        traces.resume(book, path, key)
    except BaseException:
        book.close()
        raise
    return Folder(path, book, opened, unclean)


@contextmanager
def own_turn(folder: Folder, seconds: float = 0.0) -> Iterator[None]:
    """Inside, nobody else looks at files for this folder or unites them; a turn within a turn is the same one.

    Waits up to `seconds` for others. Raises Refusal `in_use`, and trouble of the disk.
    """
    if folder.has_turn:
        yield
        return
    with ExitStack() as held:
        with told():
            held.enter_context(turn(folder.path, seconds))
        folder.has_turn = True
        try:
            yield
        finally:
            folder.has_turn = False


@contextmanager
def found_folder(path: Path, seconds: float = 0.0) -> Iterator[Folder]:
    """The data folder at `path`, founded by the work inside and closed after it; several founders take turns.

    Where it was not there and the work raises, or says that it does not stay, nothing is left of it.
    Refusals as `open_folder` and `own_turn`.
    """
    with ExitStack() as held:
        with told():
            held.enter_context(turn(path, seconds))
        before = {each.name for each in path.iterdir()}
        founded, stays = DATABASE not in before, False
        try:
            with closing(open_folder(path)) as folder:
                folder.has_turn, folder.founded = True, founded
                yield folder
                stays = folder.stays
        finally:
            if founded and not stays:
                _forsake(path, before)


def _forsake(path: Path, before: set[str]) -> None:
    """Take away what founding a data folder put beside what was there `before`."""
    for each in sorted(path.glob("*")):
        if each.name in before:
            continue
        if each.name in (COPIES, STAGING):
            remove_tree(each)
        elif each.name.startswith(DATABASE):
            each.unlink()


def _has_log(database: Path) -> bool:
    log = database.with_name(database.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def spare_own_files(out: Path) -> None:
    """Raises Refusal `own_file` when a new file `out` would take the place of a data folder's own: its database, keys
    or safety copies, of this folder or of any other.
    """
    place = out.parent.resolve()
    database = out.name.casefold().startswith(DATABASE)
    kept = (each.parent / DATABASE for each in (place, *place.parents) if each.name in _KEPT)
    if os.path.lexists(out) and (database or any(each.exists() for each in kept)):
        raise Refusal(
            "own_file",
            Sentence(f"«{out.name}» es de los datos de Surco.", f"“{out.name}” belongs to Surco's data."),
            NOTHING_CHANGED,
            Sentence("Elige otro nombre o lugar.", "Choose another name or place."),
        )


def sweep_for(out: Path) -> Path:
    """Take away what a Surco that died left half written beside the new file `out` (or in the folder `out`)."""
    sweep(out if out.is_dir() else out.parent)
    return out


def project_tag(folder: Folder) -> int | None:
    """The project's tag inside card codes, or None before the project is founded."""
    return office.project_tag(folder.book)


def found_project(folder: Folder, stamp: Stamp, name: str, tag: int) -> Done[bytes]:
    """Give the folder its project; `tag` (0..16383) is drawn at the edge and printed inside every card."""
    with folder.book.writing(stamp) as write:
        made = write.add("project", name=name, tag=tag)
    return Done(made, write.changes)


def setting(folder: Folder, key: str, default: str) -> str:
    """A setting of the project, shared by all laptops; `default` where nothing is set, or it was emptied."""
    return office.setting(folder.book, key) or default


def set_setting(folder: Folder, stamp: Stamp, key: str, value: str) -> Done[None]:
    """Change a setting of the project. Office only."""
    require_coordinator(stamp)
    row = office.setting_row(folder.book, key)
    with folder.book.writing(stamp) as write:
        if row is None:
            write.add("setting", key=key, value=value)
        else:
            write.edit("setting", row, value=value)
    return Done(None, write.changes, write.undo(Sentence("Deshacer: ajuste", "Undo: setting")))


def laptop_setting(folder: Folder, key: str, default: str) -> str:
    """A setting of this laptop alone (sound, text size, last choices)."""
    found = folder.book.local(key)
    return default if found is None else found


def set_laptop_setting(folder: Folder, key: str, value: str | None) -> None:
    """Remember a setting of this laptop; None forgets it."""
    folder.book.set_local(key, value)
