"""A package's seal: SHA-256 of the file's own bytes, kept inside it. One flipped bit anywhere breaks it.

SQLite's own checks let one bit flip in four pass as wrong rows, and hashing rows in Python costs as much as the
merge; hashing the bytes costs a hundredth. The 32 bytes of the hash count as zeros while hashing. A seal that stands
at the end costs nothing beside the hash of the file: both begin alike.
"""

from __future__ import annotations

import mmap
from hashlib import sha256
from pathlib import Path
from typing import Literal

SEAL_SQL = "CREATE TABLE seal (seal BLOB NOT NULL CHECK (length(seal) = 48)) STRICT"
_MARK = b"SURCO\x00SEAL\x00v1\x00\x1a\x0a"
_LENGTH = 32
_WINDOW = 1 << 20
_SMALLEST_PAGE = 512
EMPTY_SEAL = _MARK + bytes(_LENGTH)
State = Literal["whole", "broken", "none"]


def put_seal(path: Path) -> None:
    """Write the hash into the closed file at `path`, which holds one row of EMPTY_SEAL (or an older seal)."""
    with path.open("rb+") as stream, mmap.mmap(stream.fileno(), 0) as data, memoryview(data) as view:
        at = _find(view, 0)
        if at < 0 or _find(view, at + 1) >= 0:
            raise ValueError("a file to seal has exactly one place for it")
        start = at + len(_MARK)
        view[start : start + _LENGTH] = _hashes(view, start)[1]


def seal_state(path: Path) -> State:
    """Whether the file is as it was sealed; "none" for files from before there were seals."""
    with (
        path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data,
        memoryview(data) as view,
    ):  # fmt: skip
        return hash_and_state(view)[1]


def hash_and_state(view: memoryview) -> tuple[str, State]:
    """SHA-256 of a file's bytes as hex, and the state of its seal."""
    at = _place(view)
    if at < 0:
        return sha256(view).hexdigest(), "none"
    start = at + len(_MARK)
    own, sealed = _hashes(view, start)
    return own.hex(), "whole" if view[start : start + _LENGTH] == sealed else "broken"


def _place(view: memoryview) -> int:
    """Where the seal is, or -1: at the end of a page, for SQLite fills pages from behind; anywhere, if need be.

    The last page is where it is written, the first ones where it was written once.
    """
    page, unused = int.from_bytes(view[16:18], "big"), int.from_bytes(view[20:21], "big")
    if page >= _SMALLEST_PAGE:
        for end in (len(view), *range(page, len(view), page)):
            at: int = end - unused - len(EMPTY_SEAL)
            if view[at : at + len(_MARK)] == _MARK:
                return at
    return _find(view, 0)


def _find(view: memoryview, start: int) -> int:
    """Where the mark is from `start` on, or -1. By windows: bytes are searched ten times as fast as a mapped file."""
    for begin in range(start, len(view), _WINDOW):
        window = bytes(view[begin : begin + _WINDOW + len(_MARK) - 1])
        at = window.find(_MARK)
        if at >= 0:
            return begin + at
    return -1


def _hashes(view: memoryview, start: int) -> tuple[bytes, bytes]:
    """Of the bytes as they are, and with the hash at `start` taken for zeros."""
    own = sha256(view[:start])
    sealed = own.copy()
    sealed.update(bytes(_LENGTH))
    sealed.update(view[start + _LENGTH :])
    own.update(view[start:])
    return own.digest(), sealed.digest()
