"""Files that came in: copied beside the data while hashed, looked at from outside, then staged by a child process."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from promoter_app.domain.merging.packages import Label
from promoter_app.store.files import flush_file
from promoter_app.store.keys.converting import remove_tree, wipe
from promoter_app.store.keys.packages import Keyring
from promoter_app.store.merging.header import FaultError, check_file, check_header
from promoter_app.store.merging.label import label_from
from promoter_app.store.merging.refusals import stopped
from promoter_app.store.merging.unwrap import unwrap
from promoter_app.store.trouble import as_refusal

_ROOT = Path(__file__).resolve().parents[3]
_FOLDER = ".recibir"
_WAITING = "en-espera"
_POLL = 0.05
StopFunction = Callable[[], bool]


@dataclass(frozen=True)
class Arrived:
    """A file with its hash and what staging said of it: a fault, or label and counts (None while known already)."""

    path: Path
    sha: str = ""
    number: int | None = None
    fault: str | None = None
    label: Label | None = None
    seen: int = 0
    quarantined: int = 0


def staging_folder(data: Path) -> Path:
    """An empty folder for one look at files; what an earlier look left is removed."""
    folder = data / _FOLDER
    remove_tree(folder)
    folder.mkdir(parents=True)
    return folder


def staging_file(folder: Path) -> Path:
    """Where the clean rows of all files are."""
    return folder / "staging.db"


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files meant: folders stand for their .db and .surco files; the same file is listed once."""
    found: dict[Path, Path] = {}
    for path in paths:
        is_folder = path.is_dir() and not path.is_symlink()
        inside = sorted([*path.glob("*.db"), *path.glob("*.surco")]) if is_folder else [path]
        for file in inside:
            found.setdefault(Path(os.path.abspath(file)), file)  # noqa: PTH100 - a link stays a link
    return list(found.values())


def waiting_files(data: Path) -> list[Path]:
    """Packages of a newer Surco that were kept until this one can read them."""
    return sorted((data / _WAITING).glob("*.db"))


def keep_waiting(data: Path, path: Path, sha: str) -> None:
    """Keep a package that only a newer Surco can read, untouched, under its hash."""
    place = data / _WAITING / f"{sha}.db"
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        temporary = place.with_suffix(".part")
        shutil.copyfile(path, temporary)
        flush_file(temporary)
        temporary.replace(place)


def stop_waiting(data: Path, sha: str) -> None:
    """Forget a waiting package, now united."""
    (data / _WAITING / f"{sha}.db").unlink(missing_ok=True)


def receive(
    paths: list[Path],
    own: Path,
    folder: Path,
    is_known: Callable[[str, int], bool],
    on_progress: Callable[[int, int], None],
    should_stop: StopFunction,
    keyring: Keyring | None = None,
) -> list[Arrived]:
    """Copy, check and stage each file into `folder`. `is_known(sha, version)` spares files united before.

    `own` is our database, which is never taken for a package; `keyring` opens sealed ones. Raises Refusal when stopped.
    """
    arrived: list[Arrived] = []
    with _Child(staging_file(folder), should_stop) as child:
        for at, path in enumerate(paths):
            if should_stop():
                raise stopped()
            arrived.append(_receive_one(path, own, folder, at, is_known, child, keyring))
            on_progress(at + 1, len(paths))
    return arrived


def _receive_one(
    path: Path,
    own: Path,
    folder: Path,
    number: int,
    is_known: Callable[[str, int], bool],
    child: _Child,
    keyring: Keyring | None,
) -> Arrived:
    sha, clear = "", path
    copy = folder / f"in-{number}.db"
    try:
        check_file(path, own)
        clear = unwrap(path, folder, keyring)
        sha = _copy_and_hash(clear, copy)
        version = check_header(copy)
        if is_known(sha, version):
            return Arrived(path, sha)
        answer = child.ask({"path": str(copy), "number": number, "sha": sha})
    except FaultError as fault:
        return Arrived(path, sha, fault=fault.code)
    finally:
        if clear != path:  # what came sealed is not left on the disk in the clear
            wipe(copy)
            wipe(clear)
        copy.unlink(missing_ok=True)
    if "fault" in answer:
        return Arrived(path, sha, fault=answer["fault"])
    return Arrived(path, sha, number, None, label_from(answer["label"]), answer["seen"], answer["quarantined"])


def _copy_and_hash(source: Path, target: Path) -> str:
    """SHA-256 of what was copied. What cannot be read is the stick's trouble; what cannot be written is ours."""
    digest = sha256()
    with target.open("wb") as copy:
        for piece in _pieces(source):
            digest.update(piece)
            copy.write(piece)
    return digest.hexdigest()


def _pieces(source: Path) -> Iterator[bytes]:
    try:
        stream = source.open("rb")
    except OSError as error:
        raise FaultError("not_found") from error
    with stream:
        while True:
            try:
                piece = stream.read(1 << 20)
            except OSError as error:
                raise FaultError("not_found") from error
            if not piece:
                return
            yield piece


class _Child:
    """The process that opens strange files, started at the first one and again after it died on one."""

    def __init__(self, staging: Path, should_stop: StopFunction) -> None:
        self._staging = staging
        self._should_stop = should_stop
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.stdin is not None:
            with _broken_pipe_is_fine():
                self._process.stdin.close()
        self._end()

    def ask(self, task: dict[str, Any]) -> dict[str, Any]:
        """The child's answer; a fault `damaged` when the file was the end of it. Raises Refusal when stopped."""
        process = self._process or self._start()
        try:
            if process.stdin is not None:
                process.stdin.write(json.dumps(task) + "\n")
                process.stdin.flush()
        except OSError:
            pass  # it died; the empty line says so
        while True:
            try:
                line = self._lines.get(timeout=_POLL)
            except queue.Empty:
                if self._should_stop():
                    process.kill()
                    raise stopped() from None
                continue
            if line.endswith("\n"):
                answer: dict[str, Any] = json.loads(line)
                if "trouble" in answer:
                    raise as_refusal(OSError(answer["trouble"])) or OSError(answer["trouble"])
                return answer
            self._end()
            return {"fault": "damaged"}

    def _start(self) -> subprocess.Popen[str]:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "promoter_app.store.merging.child", str(self._staging)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        self._thread = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._thread.start()
        return self._process

    def _listen(self, process: subprocess.Popen[str]) -> None:
        """In a thread: passes on each line, and an empty one when there are no more."""
        for line in process.stdout or ():
            self._lines.put(line)
        self._lines.put("")

    def _end(self) -> None:
        if self._process is None:
            return
        self._process.wait()
        if self._thread is not None:
            self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with _broken_pipe_is_fine():
                    pipe.close()
        self._process = self._thread = None
        self._lines = queue.SimpleQueue()


@contextmanager
def _broken_pipe_is_fine() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        return
