"""One window per data folder: a lock of the system that a crash frees, and on shared drives a beat that goes stale."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.clocks import MINUTE, Moment

_FILE = "surco.lock"
STALE = 3 * MINUTE
"""Without a beat for this long (ms) another computer's claim counts no more."""


@dataclass
class Claim:
    """This process has the folder. `release` it; the system does so when the process dies."""

    _stream: IO[str] | None

    def beat(self, moment: Moment) -> None:
        """Say that we are still here; every minute on a shared drive."""
        if self._stream is not None:
            self._stream.seek(0)
            self._stream.truncate()
            self._stream.write(json.dumps({"pid": os.getpid(), "host": _host(), "beat": moment.wall}))
            self._stream.flush()

    def release(self) -> None:
        """Let another window have it. Twice does no harm."""
        if self._stream is not None:
            stream, self._stream = self._stream, None
            with suppress(OSError):  # a drive that is gone took the claim along
                stream.seek(0)
                stream.truncate()
            with suppress(OSError):
                stream.close()


def claim_folder(folder: Path, moment: Moment) -> Claim:
    """Take the folder for this process. Raises Refusal `in_use` while another window or computer has it, and trouble
    of the disk.
    """
    stream = (folder / _FILE).open("a+", encoding="utf-8")
    try:
        if not _lock(stream):
            raise _in_use(Sentence("Otra ventana de Surco tiene abiertos estos datos.",
                                   "Another Surco window has these data open."))  # fmt: skip
        if _other_computer(stream, moment):
            raise _in_use(Sentence("Otra computadora tiene abiertos estos datos.",
                                   "Another computer has these data open."))  # fmt: skip
    except BaseException:
        stream.close()
        raise
    claim = Claim(stream)
    claim.beat(moment)
    return claim


def _lock(stream: IO[str]) -> bool:
    """A lock of the system, gone with its process; drives that cannot lock rely on the beat."""
    try:
        if os.name == "nt":
            import msvcrt

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        return not isinstance(error, PermissionError)
    return True


def _other_computer(stream: IO[str], moment: Moment) -> bool:
    stream.seek(0)
    try:
        told = json.loads(stream.read(400) or "{}")
        return told.get("host", _host()) != _host() and abs(moment.wall - int(told["beat"])) < STALE
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _host() -> str:
    """This computer without its name, which may be a person's."""
    return sha256(socket.gethostname().encode()).hexdigest()[:12]


def _in_use(what: Sentence) -> Refusal:
    return Refusal(
        "in_use", what, NOTHING_CHANGED,
        Sentence("Ciérrala allá y abre otra vez aquí.", "Close it there and open it here again."),
    )  # fmt: skip
