"""Putting a copy back: looked at aside, then exchanged so that a power cut leaves the old data or the new.

The new file gets the name `surco.db.recuperado` once it is whole and on the disk: from then on the exchange is
decided, and `finish_started` ends it at the next opening. What was there before moves to `apartado/`.
"""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.store import dbapi
from promoter_app.store.backups import copying, emptying
from promoter_app.store.book import is_our_schema, open_book
from promoter_app.store.files import flush_folder, publish, temporary_beside
from promoter_app.store.keys.converting import DATABASE
from promoter_app.store.keys.packages import is_sealed
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION

SET_ASIDE = "apartado"
_READY = DATABASE + ".recuperado"
_LARGEST = 8 * 1024**3
_STEPS = 200_000_000
"""Steps of SQLite's machine after which reading a copy is given up: a hostile file may ask for ever."""


def look_at(path: Path, key: bytes | None, aside: Path) -> None:
    """Copy the file at `path` to `aside` and make sure that it is a whole book of ours that `key` opens.

    Raises Refusal: `not_a_copy`, `is_a_delivery`, `damaged`, `newer_version`, `other_key`, `no_file`.
    """
    _check_outside(path)
    shutil.copyfile(path, aside)
    if copying.hash_is_right(path) is False:
        raise _damaged()
    try:
        _check_inside(aside, key)
        open_book(aside, key).close()
        copying.verify_copy(aside, key)
    except dbapi.Unreadable as error:
        raise _unreadable(aside, key) from error


def _check_outside(path: Path) -> None:
    try:
        size = path.stat().st_size if path.is_file() else -1
    except OSError:
        size = -1
    if size < 0:
        raise _refusal(
            "no_file", Sentence("No está ese archivo.", "That file is not there."),
            Sentence("Elige una copia.", "Choose a copy."),
        )  # fmt: skip
    if is_sealed(path):
        raise _delivery()
    if size < 512 or size > _LARGEST:
        raise _not_a_copy()


def _check_inside(path: Path, key: bytes | None) -> None:
    connection = dbapi.open_file(path, key)
    left = [_STEPS]

    def give_up() -> int:
        left[0] -= 100_000
        return int(left[0] < 0)

    connection.set_progress_handler(give_up, 100_000)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise _not_a_copy()
        if version > SCHEMA_VERSION:
            raise _newer()
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema").fetchall()}
        if "manifest" in names and "local" not in names:
            raise _delivery()
        if not is_our_schema(connection):
            raise _not_a_copy()
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise _damaged()
    finally:
        connection.close()


def _unreadable(path: Path, key: bytes | None) -> Refusal:
    clear = path.read_bytes()[:16] == b"SQLite format 3\x00"
    if key is not None and not clear:
        return _refusal(
            "other_key",
            Sentence("La copia se hizo con otra llave, o está dañada.", "The copy has another key, or is damaged."),
            Sentence("Da la contraseña de la laptop donde se hizo.", "Give the passphrase of its own laptop."),
        )
    return _damaged() if clear else _not_a_copy()


def put_back(folder: Path, ready: Path) -> Path | None:
    """Exchange the database of the closed `folder` for the verified file `ready`; where the old one is now."""
    publish(ready, folder / _READY)
    return finish_started(folder)


def finish_started(folder: Path) -> Path | None:
    """End an exchange that was decided; None when none was. Called before every opening; ends an emptying too."""
    emptying.finish_started(folder)
    ready = folder / _READY
    if not ready.exists():
        return None
    made = datetime.datetime.fromtimestamp(ready.stat().st_mtime)  # noqa: DTZ006 - local time for a name
    aside = folder / SET_ASIDE / made.strftime("%Y%m%d-%H%M%S")
    for tail in ("-wal", "-shm", ""):
        old = folder / (DATABASE + tail)
        if old.exists():
            aside.mkdir(parents=True, exist_ok=True)
            old.replace(aside / old.name)
    if aside.exists():
        flush_folder(aside)
    ready.replace(folder / DATABASE)
    flush_folder(folder)
    return aside if aside.exists() else None


def aside_name(folder: Path) -> Path:
    """Where a candidate is looked at: inside the data folder, so that it can be renamed."""
    return temporary_beside(folder / DATABASE)


def remove_aside(path: Path) -> None:
    """Forget a candidate and what SQLite put beside it."""
    for tail in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + tail).unlink(missing_ok=True)


def _damaged() -> Refusal:
    return _refusal(
        "damaged", Sentence("Esa copia está dañada.", "That copy is damaged."),
        Sentence("Elige otra copia.", "Choose another copy."),
    )  # fmt: skip


def _newer() -> Refusal:
    return _refusal(
        "newer_version", Sentence("La copia es de un Surco más nuevo.", "The copy comes from a newer Surco."),
        Sentence("Actualiza Surco en esta laptop.", "Update Surco on this laptop."),
    )  # fmt: skip


def _not_a_copy() -> Refusal:
    return _refusal(
        "not_a_copy", Sentence("Ese archivo no es una copia de Surco.", "That file is not a copy made by Surco."),
        Sentence("Elige un archivo de la carpeta «copias».", "Choose a file of the folder “copias”."),
    )  # fmt: skip


def _delivery() -> Refusal:
    return _refusal(
        "is_a_delivery", Sentence("Ese archivo es una entrega, no una copia.", "That is a delivery, not a copy."),
        Sentence("Únelo en Recibir.", "Unite it in Receive."),
    )  # fmt: skip


def _refusal(code: str, what: Sentence, todo: Sentence) -> Refusal:
    return Refusal(code, what, NOTHING_CHANGED, todo)
