"""Keeping what was written: copies while people work, before anything big, and the ways back to them.

`copy_if_due` belongs in a timer of the window (every few minutes); `copy_before` in front of a merge or an import.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.clocks import Moment
from promoter_app.domain.security.copies import EVERY_SECONDS, Copy
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import DATABASE, Folder, open_folder, spare_own_files
from promoter_app.services.security import audit
from promoter_app.store import places
from promoter_app.store.backups import checking, copying, restoring, salvaging
from promoter_app.store.backups.checking import Health
from promoter_app.store.backups.lookout import Lookout
from promoter_app.store.claims import claim_folder, turn
from promoter_app.store.exporting import cannot_write
from promoter_app.store.keys import converting, envelope
from promoter_app.store.keys.envelope import Opened
from promoter_app.store.trouble import told

LOW, VERY_LOW = 500 * 1024**2, 100 * 1024**2
Room = Literal["ok", "low", "very_low"]


@dataclass(frozen=True)
class Restored:
    """What a restore did: the copy's name, and where the data from before were put (None: there were none)."""

    name: str
    aside: Path | None
    rows: int | None = None
    """Rows that were saved from a damaged file; None for a copy."""
    torn: tuple[str, ...] = ()
    """Tables of a damaged file that lost rows."""


def take_for_window(folder: Folder, moment: Moment) -> None:
    """One window per folder: others get Refusal `in_use`. Given back when the folder is closed, or the process ends.

    Call `stay` every minute, so that other computers on a shared drive see it.
    """
    with told():
        folder.claim = claim_folder(folder.path, moment)


def stay(folder: Folder, moment: Moment) -> None:
    """Say on the drive that this window is still here. Raises Refusal `gone` when the data are not there any more."""
    folder.book.check_there()
    if folder.claim is not None:
        with told():
            folder.claim.beat(moment)


def copies(path: Path) -> list[Copy]:
    """The rolling copies in the data folder at `path`, newest first."""
    return copying.copies(path)


def latest(path: Path) -> Path:
    """The newest rolling copy; raises Refusal `no_copy`."""
    found = copies(path)
    if not found:
        raise Refusal(
            "no_copy",
            Sentence("En esta carpeta no hay copias.", "There are no copies in this folder."),
            NOTHING_CHANGED,
            Sentence("Da el archivo de una copia, o usa «--salvage».", "Give a copy, or use “--salvage”."),
        )
    return path / converting.COPIES / found[0].name


@dataclass(frozen=True)
class KeptCopy:
    """A rolling copy and what it holds; None where it cannot be read with the key of now."""

    copy: Copy
    people: int | None = None
    sessions: int | None = None


def kept_copies(folder: Folder) -> list[KeptCopy]:
    """The rolling copies of an open folder with what they hold, newest first."""
    found = []
    for copy in copies(folder.path):
        counted = copying.counts(place_of(folder.path, copy.name), _key(folder))
        found.append(KeptCopy(copy, *counted) if counted else KeptCopy(copy))
    return found


def place_of(path: Path, name: str) -> Path:
    """Where the rolling copy `name` of the data folder at `path` is."""
    return path / converting.COPIES / name


def make_copy(
    folder: Folder, stamp: Stamp, reason: str = "manual", out: Path | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Done[Path]:  # fmt: skip
    """Copy everything into `copias` (or to the file or folder `out`), verify it, drop copies that the rule gives up.

    An encrypted folder gives an encrypted copy that the same passphrases open. Raises Refusal `disk_full`, `stopped`,
    `own_file`, `cannot_write`.
    """
    name = copying.copy_name(stamp.now, reason)
    place = folder.path / converting.COPIES if out is None else out
    target = place / name if out is None or out.is_dir() else place
    if out is not None:
        spare_own_files(target)
    try:
        with told():
            copying.write_copy(folder.book, _key(folder), target, should_stop)
            if out is None:
                copying.keep_keys_beside(folder.path)
                copying.thin(folder.path)
    except Refusal as refusal:
        if out is None or refusal.code not in ("cannot_open", "read_only"):
            raise
        raise cannot_write(target) from refusal
    folder.changes_copied = folder.book.db.conn.total_changes
    return Done(target)


def copy_if_due(folder: Folder, stamp: Stamp) -> Path | None:
    """A copy when half an hour of use passed since the last one and something changed; a turned-back clock is no
    reason to wait.
    """
    if folder.book.db.conn.total_changes == folder.changes_copied:
        return None
    last = next((copy.made for copy in copies(folder.path)), None)
    now = stamp.now.replace(tzinfo=None)
    if last is not None and datetime.timedelta(0) <= now - last < datetime.timedelta(seconds=EVERY_SECONDS):
        return None
    return make_copy(folder, stamp, "uso").outcome


def copy_before(folder: Folder, stamp: Stamp, what: Literal["unir", "importar", "recuperar"]) -> Path:
    """The copy to go back to; what it stands before must not begin when this raises."""
    return make_copy(folder, stamp, f"antes-de-{what}").outcome


def must_look_first(folder: Folder) -> bool:
    """Whether `check_at_start` comes before anybody reads: after a power cut, after damage was found, and where
    `look_at_all` would keep others from writing.
    """
    return folder.unclean or checking.is_doubted(folder.book) or places.on_network(folder.path)


def check_at_start(folder: Folder) -> Health:
    """Within the start's budget (about 0.1 s); thorough after a power cut, whole after damage was found."""
    return checking.check_at_start(folder.book, folder.unclean)


def look_at_all(folder: Folder, found: Callable[[], None]) -> None:
    """Begin to look at every page beside the work; `found` hears of damage, on a thread of its own.

    It ends by itself or when the folder is closed. Nothing happens on a network drive.
    """
    if folder.lookout is None and not places.on_network(folder.path):
        folder.lookout = Lookout(folder.book.path, _key(folder), found)


def doubt(folder: Folder) -> None:
    """Damage was found: the next opening looks at everything before anybody reads."""
    checking.doubt(folder.book)


def check(folder: Folder) -> Health:
    """Everything, however long it takes (about 0.1 s for 5 MB)."""
    return checking.check_whole(folder.book, encrypted=folder.opened is not None)


def room(path: Path) -> Room:
    """Whether the disk has room for a day's work (500 MB), and for anything at all (100 MB)."""
    free = places.free_bytes(path)
    return "ok" if free >= LOW else "low" if free >= VERY_LOW else "very_low"


def place_warning(path: Path) -> Sentence | None:
    """What to know about a data folder on a stick or a network drive; None on the laptop's own disk."""
    return {
        "removable": Sentence(
            "Los datos están en una memoria: no la saques con Surco abierto.",
            "The data are on a stick: do not pull it out while Surco is open.",
        ),
        "network": Sentence(
            "Los datos están en una carpeta de red: trabaja más lento y una sola laptop a la vez.",
            "The data are on a network drive: it works more slowly, one laptop at a time.",
        ),
    }.get(places.kind_of(path))


def restore(path: Path, file: Path, stamp: Stamp, opened: Opened | None = None, own: Opened | None = None) -> Restored:
    """Put the copy `file` in place of the data at `path` (which must be closed). The data from before are set aside.

    `opened` is whose passphrase opens `path` (`locking.unlock_keys`), None for a folder in the clear; `own` is the
    same for the copy when it comes from another laptop. Raises Refusal and leaves everything as it is: `not_a_copy`,
    `is_a_delivery`, `damaged`, `newer_version`, `other_key`, `no_file`, `in_use`, `disk_full`.
    """
    _check_lock(path, opened)
    key = opened.key if opened else None
    aside = restoring.aside_name(path)
    with told(), turn(path):
        claim = claim_folder(path, _moment(stamp))
        try:
            restoring.look_at(file, own.key if own else key, aside)
            if own is not None and own.key != key:
                converting.rewrite(aside, own.key, key)
            before = restoring.put_back(path, aside)
        finally:
            restoring.remove_aside(aside)
            claim.release(tidy=not (path / DATABASE).exists())
    return _tell_restored(path, stamp, opened, Restored(file.name, before))


def restore_what_can_be_read(path: Path, stamp: Stamp, opened: Opened | None = None) -> Restored:
    """The last way when no copy is good: a new database of every row of the damaged one that can be read."""
    _check_lock(path, opened)
    key = opened.key if opened else None
    aside = restoring.aside_name(path)
    with told():
        claim = claim_folder(path, _moment(stamp))
        try:
            restoring.remove_aside(aside)
            saved = salvaging.salvage(path / DATABASE, key, aside)
            if not saved.rows:
                raise Refusal(
                    "nothing_readable",
                    Sentence("No se pudo leer nada del archivo.", "Nothing of the file could be read."),
                    NOTHING_CHANGED,
                    Sentence("Recupera una copia.", "Restore a copy."),
                )
            before = restoring.put_back(path, aside)
        finally:
            restoring.remove_aside(aside)
            claim.release()
    return _tell_restored(path, stamp, opened, Restored(DATABASE, before, saved.rows, saved.torn))


def _tell_restored(path: Path, stamp: Stamp, opened: Opened | None, restored: Restored) -> Restored:
    folder = open_folder(path, opened=opened)
    try:
        audit.tell(folder, stamp, "restored", detail=restored.name)
    finally:
        folder.close()
    return restored


def _check_lock(path: Path, opened: Opened | None) -> None:
    if opened is None and envelope.exists(path):
        open_folder(path)


def _key(folder: Folder) -> bytes | None:
    return folder.opened.key if folder.opened else None


def _moment(stamp: Stamp) -> Moment:
    return Moment(stamp.wall, 0)
