"""The copy that is made before an older file is brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.files import publish, temporary_beside

COPIES = "copias"


def copy_before_migrating(source: Any, path: Path, key: bytes | None, version: int) -> Path:
    """Keep the file at `path` (open as `source`) as `copias/version-1.db`; an earlier one is replaced."""
    place = path.parent / COPIES / f"version-{version}.db"
    place.parent.mkdir(exist_ok=True)
    temporary = temporary_beside(place)
    temporary.unlink(missing_ok=True)
    try:
        target = dbapi.open_file(temporary, key)
        try:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            target.close()
        publish(temporary, place)
    finally:
        temporary.unlink(missing_ok=True)
    return place
