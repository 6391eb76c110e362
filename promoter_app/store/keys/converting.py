"""A data folder in the clear becomes an encrypted one, or stays as it was: power cuts included.

The encrypted database is written aside and read back; the keys appear with one rename (from then on the folder is
locked); then the old file is overwritten and the new one takes its place. `finish_started` ends what a power cut
interrupted after the keys appeared.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.book import open_book
from promoter_app.store.files import flush_file, flush_folder, publish, temporary_beside
from promoter_app.store.keys import envelope

DATABASE = "surco.db"
COPIES, EXPORTS = "copias", "entregas"
_TWIN, _KEYS_NEXT = ".cifrado", "llaves.nuevas"


def encrypt_folder(path: Path, key: bytes, slot: envelope.Slot, common: envelope.Common) -> None:
    """Lock the folder at `path` with `key`; makes it when it is not there. Raises Refusal or errors of the disk."""
    path.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(path / _KEYS_NEXT, ignore_errors=True)
    for left_over in _twins(path):
        left_over.unlink()
    if (path / DATABASE).exists():
        open_book(path / DATABASE).close()  # old schemas are brought up to date, and the log folded in
    for place in _places(path):
        for clear in sorted(place.glob("*.db")):
            rekeyed_copy(clear, None, clear.with_name(clear.name + _TWIN), key)
    envelope.write_slot(path / _KEYS_NEXT, slot)
    envelope.write_common(path / _KEYS_NEXT, common)
    flush_folder(path / _KEYS_NEXT)
    (path / _KEYS_NEXT).rename(path / envelope.FOLDER)
    flush_folder(path)
    finish_started(path)


def finish_started(path: Path) -> None:
    """End a conversion that was interrupted: every clear file with an encrypted twin is overwritten and replaced."""
    if not envelope.exists(path):
        return
    for twin in _twins(path):
        clear = twin.with_name(twin.name.removesuffix(_TWIN))
        for old in (clear, clear.with_name(clear.name + "-wal"), clear.with_name(clear.name + "-shm")):
            wipe(old)
        twin.rename(clear)
        flush_folder(clear.parent)


def _places(path: Path) -> tuple[Path, ...]:
    """Where databases lie: the folder itself, its copies, its deliveries."""
    return path, path / COPIES, path / EXPORTS


def _twins(path: Path) -> list[Path]:
    return [twin for place in _places(path) for twin in sorted(place.glob("*" + _TWIN))]


def wipe(path: Path) -> None:
    """Overwrite a file with zeros and remove it. A drive that moves blocks may keep the old ones (README says so)."""
    if not path.exists():
        return
    with path.open("rb+") as stream:
        left = path.stat().st_size
        while left > 0:
            left -= stream.write(bytes(min(left, 1 << 20)))
        stream.flush()
        os.fsync(stream.fileno())
    path.unlink()


def remove_tree(folder: Path) -> None:
    """Remove a working folder; below a locked data folder its files are overwritten first."""
    if envelope.exists(folder.parent) and folder.is_dir():
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                wipe(path)
    shutil.rmtree(folder, ignore_errors=True)


def rewrite(path: Path, old: bytes | None, new: bytes | None) -> None:
    """Give the closed database at `path` another key (None: no key)."""
    aside = path.with_name(path.name + ".otra")
    aside.unlink(missing_ok=True)
    try:
        rekeyed_copy(path, old, aside, new)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def rekeyed_copy(source: Path, old: bytes | None, out: Path, new: bytes | None) -> None:
    """A database under key `old`, written to `out` under `new` and read back: same schema, same number of rows."""
    temporary = temporary_beside(out)
    temporary.unlink(missing_ok=True)
    try:
        connection = dbapi.open_file(source, old)
        try:
            connection.execute(
                "ATTACH DATABASE ? AS locked KEY ?", (str(temporary), dbapi.raw_key(new) if new else "")
            )
            connection.execute("SELECT sqlcipher_export('locked')").fetchall()
            for name in ("application_id", "user_version"):
                number = int(connection.execute(f"PRAGMA main.{name}").fetchone()[0])
                connection.execute(f"PRAGMA locked.{name} = {number}")
            before = _row_counts(connection, "main")
            connection.execute("DETACH DATABASE locked")
        finally:
            connection.close()
        flush_file(temporary)
        _read_back(temporary, new, before)
        publish(temporary, out)
    finally:
        temporary.unlink(missing_ok=True)


def _row_counts(connection: Any, schema: str) -> dict[str, int]:
    names = connection.execute(f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table'").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0] for (name,) in names}


def _read_back(path: Path, key: bytes | None, expected: dict[str, int]) -> None:
    connection = dbapi.open_file(path, key)
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not whole or _row_counts(connection, "main") != expected:
            raise dbapi.DatabaseError("database disk image is malformed")
    finally:
        connection.close()
