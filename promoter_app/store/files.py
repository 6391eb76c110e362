"""Files that must be whole or not there at all: temporary name, flush, read back, rename, flush the folder."""

from __future__ import annotations

import hashlib
import os
import socket
import time
from contextlib import suppress
from pathlib import Path

from promoter_app.domain.files import Writer, computer_tag, half_written, writer_of

_FORGOTTEN = 24 * 3600.0
"""Seconds after which a file that another computer was writing is not written any more."""


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
    return path.with_name(half_written(path.name, _we()))


def sweep(folder: Path) -> None:
    """Remove what writers that died left half written in `folder`: our own names only, and nothing still at work."""
    with suppress(OSError):  # a place that cannot be read or changed is told by whoever writes there
        for each in folder.iterdir():
            writer = writer_of(each.name)
            if writer is not None and _is_over(each, writer) and not each.is_dir():
                each.unlink(missing_ok=True)


def _we() -> Writer:
    return Writer(computer_tag(socket.gethostname()), os.getpid())


def _is_over(path: Path, writer: Writer) -> bool:
    if writer.computer != _we().computer:
        return time.time() - path.lstat().st_mtime > _FORGOTTEN
    return not _lives(writer.process)


def _lives(process: int) -> bool:
    if os.name == "nt":  # signal 0 would end it there
        import ctypes

        system = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
        handle = system.OpenProcess(0x1000, False, process)
        if handle:
            system.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # somebody else's
    return True


def publish(temporary: Path, final: Path) -> None:
    """Give a finished temporary file its name, so that it survives a power cut."""
    flush_file(temporary)
    temporary.replace(final)
    flush_folder(final.parent)
