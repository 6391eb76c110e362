"""Files that must be whole or not there at all: temporary name, flush, read back, rename, flush the folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes as hex, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def flush_file(path: Path) -> None:
    """Put a file's bytes on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Put a folder's names on the disk (a rename is not safe before this). Windows keeps names by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def temporary_beside(path: Path) -> Path:
    """The name under which `path` is written before it is whole."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def publish(temporary: Path, final: Path) -> None:
    """Give a finished temporary file its name, so that it survives a power cut."""
    flush_file(temporary)
    temporary.replace(final)
    flush_folder(final.parent)
