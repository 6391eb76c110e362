"""Emptying a data folder for good: decided by one name on the disk, ended at the next opening when it was cut short.

In a locked folder the keys get that name, so that from the decision on nothing in it can be read; then every file of
ours is overwritten and removed, the database after its copies, the name last.
"""

from __future__ import annotations

import stat
from pathlib import Path

from promoter_app.store.files import flush_folder
from promoter_app.store.keys import envelope
from promoter_app.store.keys.converting import COPIES, DATABASE, EXPORTS, wipe

DECIDED = "vaciando"
_KEPT_ASIDE = (
    COPIES, EXPORTS, "apartado", "en-espera", ".recibir", "audio", "llaves.nuevas", envelope.FOLDER, "borrados.db",
    "surco.lock", ".turno",
)  # fmt: skip
"""What lies in a data folder beside the database. A test lets everything happen in one and finds none of it again."""


def decide(folder: Path) -> None:
    """From here on the data at `folder` are lost, whatever happens: `finish_started` ends it at the latest when the
    folder is opened again.
    """
    mark = folder / DECIDED
    if envelope.exists(folder):
        (folder / envelope.FOLDER).rename(mark)
    else:
        mark.mkdir(exist_ok=True)
    flush_folder(folder)


def finish_started(folder: Path) -> int:
    """End an emptying that was decided. How many files of others lie in the folder and stay; 0 when none was decided.

    Close the data first. Links are removed and never followed. Raises OSError when a file cannot be removed; the
    next call goes on.
    """
    mark = folder / DECIDED
    if not _is_folder(mark):
        return 0
    ours = sorted((path for path in folder.iterdir() if _is_ours(path.name)), key=_order)
    for path in (*(each for each in mark.iterdir()), *ours):
        _remove(path)
    flush_folder(folder)
    mark.rmdir()
    flush_folder(folder)
    return sum(1 for _each in folder.iterdir())


def _is_ours(name: str) -> bool:
    half_written = name.startswith(".") and ".part" in name
    return name.startswith(DATABASE) or name in _KEPT_ASIDE or half_written


def _order(path: Path) -> tuple[bool, str]:
    return path.name.startswith(DATABASE), path.name


def _is_folder(path: Path) -> bool:
    """Whether it is a folder itself, and no link to one."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    points_elsewhere = getattr(found, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT
    return stat.S_ISDIR(found.st_mode) and not points_elsewhere


def _remove(path: Path) -> None:
    if _is_folder(path):
        for each in path.iterdir():
            _remove(each)
        path.rmdir()
        return
    found = path.lstat()
    if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:  # with another name it may lie outside the folder, too
        wipe(path)
    else:
        path.unlink()
