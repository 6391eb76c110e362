"""The last resort: the WeChat detector in a child process that is killed when it crashes or takes too long."""

from __future__ import annotations

import json
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from promoter_app.capture.found import Found, Point, judged

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

LIMIT = 1.5
"""Seconds that one picture may take."""
START_LIMIT = 15.0
"""Seconds that the child may take until it is ready (it loads OpenCV)."""
HOW = "last resort"


class LastResort:
    """Asks a child process; starts it when first needed, again after a crash, and ends it in `close`.

    One thread at a time may use it. Use it as a context manager or call `close`.
    """

    def __init__(
        self, command: Sequence[str] | None = None, *, limit: float = LIMIT, start_limit: float = START_LIMIT
    ) -> None:
        child = Path(__file__).with_name("last_resort_child.py")
        self._command = list(command or (sys.executable, "-I", str(child)))
        self._limit, self._start_limit = limit, start_limit
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self.restarts = 0
        """How often a child was killed or found dead."""

    def read(self, grey: Grey, scale: float = 1.0, shift: Point = (0.0, 0.0)) -> list[Found]:
        """Codes of `grey`; corners are given as `corner / scale + shift`. Empty when the child failed."""
        child = self._ready()
        if child is None:
            return []
        height, width = grey.shape
        answer = self._exchange(child, struct.pack(">II", width, height) + grey.tobytes(), self._limit)
        if answer is None:
            self._kill()
            self.restarts += 1
            return []
        return [
            judged(text, tuple((x / scale + shift[0], y / scale + shift[1]) for x, y in corners), HOW)
            for text, corners in answer
        ]

    def _ready(self) -> subprocess.Popen[bytes] | None:
        if self._closed:
            return None
        if self._child is None:
            hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=hidden,
            )
            if self._exchange(self._child, b"", self._start_limit) is None:
                self._kill()
                self.restarts += 1
        return self._child

    def _exchange(self, child: subprocess.Popen[bytes], message: bytes, limit: float) -> list[Any] | None:
        """Send and wait for one answer; None after `limit` seconds or when the child has ended."""
        answers: queue.SimpleQueue[list[Any] | None] = queue.SimpleQueue()
        talk = threading.Thread(target=_talk, args=(child, message, answers), daemon=True)
        talk.start()
        try:
            answer = answers.get(timeout=limit)
        except queue.Empty:
            answer = None
            child.kill()
        talk.join()
        return answer

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            _close(pipe)

    def close(self) -> None:
        """End the child. Safe from another thread and more than once; later reads are empty."""
        self._closed = True
        self._kill()

    def __enter__(self) -> LastResort:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _talk(child: subprocess.Popen[bytes], message: bytes, answers: queue.SimpleQueue[list[Any] | None]) -> None:
    """Runs in a thread of its own, so that a child that stops reading or writing stalls nobody."""
    try:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(message)
        child.stdin.flush()
        head = child.stdout.read(4)
        if len(head) < 4:
            answers.put(None)
            return
        body = child.stdout.read(*struct.unpack(">I", head))
        answers.put(json.loads(body))
    except (OSError, ValueError):  # the pipe broke or was closed, or the answer was cut short: the child ended
        answers.put(None)


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is None:
        return
    try:
        pipe.close()
    except OSError:  # unsent bytes to a dead child
        return
