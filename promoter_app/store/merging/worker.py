"""The parent's end of the child process that opens strange files: started when needed, and again after it died."""

from __future__ import annotations

import json
import marshal
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.merging.recipe import recipe
from promoter_app.store.merging.refusals import stopped
from promoter_app.store.trouble import as_refusal

_ROOT = Path(__file__).resolve().parents[3]
_POLL = 0.05
_BEGIN = (
    "import sys, marshal; sys.path[:] = marshal.load(sys.stdin.buffer);"
    " from promoter_app.store.merging.bare import lend_sqlcipher3; lend_sqlcipher3();"
    " from promoter_app.store.merging.child import main; main()"
)


@dataclass(frozen=True)
class Setup:
    """What the child works on: the staging file and its key, the office's database (read only) and its key."""

    staging: Path
    key: bytes | None = None
    office: Path | None = None
    office_key: bytes | None = None

    def values(self) -> dict[str, Any]:
        """As the child takes it. Keys go through the pipe, never through a command line or a file."""
        return {
            "staging": str(self.staging),
            "key": dbapi.raw_key(self.key) if self.key else "",
            "office": f"{self.office.resolve().as_uri()}?mode=ro" if self.office else "",
            "office_key": dbapi.raw_key(self.office_key) if self.office_key else "",
            "recipe": recipe(),
        }


class Child:
    """The process that opens strange files, started at the first one and again after it died on one."""

    def __init__(self, setup: Setup, should_stop: Callable[[], bool]) -> None:
        self._setup = setup
        self._should_stop = should_stop
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Child:
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
                process.stdin.write(marshal.dumps(task))
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
            if line.endswith(b"\n"):
                answer: dict[str, Any] = json.loads(line)
                if "trouble" in answer:
                    raise as_refusal(OSError(answer["trouble"])) or OSError(answer["trouble"])
                return answer
            self._end()
            return {"fault": "damaged"}

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _BEGIN], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        with _broken_pipe_is_fine():
            if self._process.stdin is not None:
                self._process.stdin.write(marshal.dumps([str(_ROOT), *filter(None, sys.path)]))
                self._process.stdin.write(marshal.dumps(self._setup.values()))
        self._thread = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._thread.start()
        return self._process

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        """In a thread: passes on each line, and an empty one when there are no more."""
        for line in process.stdout or ():
            self._lines.put(line)
        self._lines.put(b"")

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
