"""What can be refused before SQLite opens a strange file: what it is on the disk, and its first hundred bytes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from promoter_app.store.merging.faults import FaultError
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION

LARGEST = 2 * 1024**3
HEADER = 100


def check_file(path: Path, own: Path) -> int:
    """The file's size. Refuses what is no ordinary file of a sensible size, or our own database. Raises FaultError."""
    try:
        found = path.lstat()
    except OSError as error:
        raise FaultError("not_found") from error
    if not stat.S_ISREG(found.st_mode):
        raise FaultError("not_a_file")
    if _is_same(found, own):
        raise FaultError("own_data")
    if found.st_size > LARGEST:
        raise FaultError("too_large")
    if any(os.path.exists(f"{path}{tail}") for tail in ("-wal", "-journal")):  # noqa: PTH110 - hundreds of files
        raise FaultError("live_database")
    return found.st_size


def _is_same(found: os.stat_result, own: Path) -> bool:
    try:
        return os.path.samestat(found, own.stat())
    except OSError:  # nothing of ours is there
        return False


def check_header(path: Path) -> int:
    """Refuse what cannot be a whole package by its header; returns its schema version. Raises FaultError."""
    with path.open("rb") as stream:
        return judge_header(stream.read(HEADER), path.stat().st_size)


def judge_header(head: bytes, size: int) -> int:
    """The same for a file of `size` bytes that begins with `head` (its first HEADER bytes)."""
    if len(head) < HEADER or not head.startswith(b"SQLite format 3\x00"):
        raise FaultError("not_a_package")
    if _number(head, 68, 4) != APPLICATION_ID:
        raise FaultError("not_a_package")
    version = _number(head, 60, 4)
    if version > SCHEMA_VERSION:
        raise FaultError("newer_version")
    if 2 in head[18:20]:
        raise FaultError("live_database")
    page = _number(head, 16, 2)
    if _number(head, 28, 4) * (65536 if page == 1 else page) != size:
        raise FaultError("cut_short")
    if _number(head, 56, 4) != 1 or version < 1:
        raise FaultError("not_a_package")
    return version


def _number(head: bytes, at: int, length: int) -> int:
    return int.from_bytes(head[at : at + length], "big")
