"""One window per data folder: a lock of the system that a crash frees, and on shared drives a beat that goes stale.
And one at a time who looks at files for a folder, unites them or founds it.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from promoter_app.domain.files import computer_tag
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.clocks import MINUTE, Moment

_FILE, _TURN = "surco.lock", ".turno"
_POLL = 0.05  # seconds between two looks whether it is our turn
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

    def release(self, *, tidy: bool = False) -> None:
        """Let another window have it. Twice does no harm. `tidy`: there are no data after all, leave nothing."""
        if self._stream is not None:
            stream, self._stream = self._stream, None
            with suppress(OSError):  # a drive that is gone took the claim along
                stream.seek(0)
                stream.truncate()
            with suppress(OSError):
                stream.close()
            if tidy:
                with suppress(OSError):
                    Path(stream.name).unlink()


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
    return computer_tag(socket.gethostname())


def _in_use(what: Sentence) -> Refusal:
    return Refusal(
        "in_use", what, NOTHING_CHANGED,
        Sentence("Ciérrala allá y abre otra vez aquí.", "Close it there and open it here again."),
    )  # fmt: skip


@contextmanager
def turn(folder: Path, seconds: float = 0.0) -> Iterator[None]:
    """Inside, nobody else on this computer takes a turn at the data folder.

    The folder is made when there is none; if nothing was put into it, it goes again. Waits up to `seconds` for others.
    Raises Refusal `in_use` then, and trouble of the disk.
    """
    place, until = folder / _TURN, time.monotonic() + seconds
    made: list[Path] = []
    try:
        while (stream := _taken(place, made)) is None:
            if time.monotonic() >= until:
                raise _others_turn()
            time.sleep(_POLL)
        try:
            yield
        finally:
            _give_up(stream, place)
    finally:
        for each in made:
            with suppress(OSError):  # somebody put something there
                each.rmdir()


def _taken(place: Path, made: list[Path]) -> IO[str] | None:
    """The file that stands for the turn, locked by us; None while others have it. Folders `made` are added to the
    list, the innermost first.
    """
    missing = [each for each in (place.parent, *place.parent.parents) if not each.exists()]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, "a file in place of the data folder") from error
    made += [each for each in missing if each not in made]
    try:
        stream = place.open("a+", encoding="utf-8")
    except FileNotFoundError:  # whoever had it took the empty folder along
        return None
    if _lock(stream) and _lies_at(stream, place):
        return stream
    stream.close()
    return None


def _lies_at(stream: IO[str], place: Path) -> bool:
    """Whether the open file is still the one with that name: whoever had the turn before takes its file along."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), place.stat())
    except FileNotFoundError:
        return False


def _give_up(stream: IO[str], place: Path) -> None:
    with suppress(OSError):  # Windows removes no open file; a drive that is gone took it along
        place.unlink()
    stream.close()
    if os.name == "nt":
        with suppress(OSError):
            place.unlink()


def _others_turn() -> Refusal:
    return Refusal(
        "in_use",
        Sentence("Otro Surco está recibiendo archivos en esta carpeta de datos.",
                 "Another Surco is receiving files in this data folder."),
        NOTHING_CHANGED,
        Sentence("Espera a que termine y repite.", "Wait until it has finished and repeat."),
    )  # fmt: skip
