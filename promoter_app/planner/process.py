"""Runs tasks in processes of their own and hears their news; a crash there never touches the window."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from promoter_app.domain.planning.json import Json
from promoter_app.planner.task import Task, task_as_line

_POLL = 0.05
_FAREWELL = 2.0
"""Wall seconds at most for reading what killed processes had told; it ends at once unless the machine is choked."""
_ROOT = Path(__file__).resolve().parents[2]

News = tuple[int, Json]
"""(number of the task, what it told); {"gone": code} when its process ended."""


def child_command() -> list[str]:
    """How the solver's process is started."""
    return [sys.executable, "-m", "promoter_app.planner.child"]


class Team:
    """The processes of one request. Use as a context: leaving it ends them all."""

    def __init__(self, tasks: Sequence[Task], command: Sequence[str] | None = None) -> None:
        self._news: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._running: dict[int, subprocess.Popen[str]] = {}
        self._threads: list[threading.Thread] = []
        for n, task in enumerate(tasks):
            self._start(n, task, list(command or child_command()))

    def _start(self, n: int, task: Task, command: list[str]) -> None:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._running[n] = process
        thread = threading.Thread(target=self._listen, args=(n, process, task_as_line(task)), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _listen(self, n: int, process: subprocess.Popen[str], line: str) -> None:
        """In a thread: hands over the task, then passes on each line until the process ends."""
        try:
            if process.stdin is not None:
                process.stdin.write(line + "\n")
                process.stdin.close()
        except OSError:
            pass  # it ended before reading; "gone" says so
        for told in process.stdout or ():
            if told.endswith("\n"):  # a killed process may leave half a line
                self._news.put((n, json.loads(told)))
        if process.stdout is not None:
            process.stdout.close()
        self._news.put((n, {"gone": process.wait()}))

    def news(self, over: Callable[[], bool]) -> Iterator[News]:
        """What the processes tell, as it comes, until all have ended or `over()` says stop."""
        while self._running:
            if over():
                return
            try:
                n, told = self._news.get(timeout=_POLL)
            except queue.Empty:
                continue
            if "gone" in told:
                del self._running[n]
            yield n, told

    def end(self) -> list[News]:
        """Kills every process, whatever it is doing, and gives the last plan each had told and nobody has heard."""
        for process in self._running.values():
            process.kill()
        until = time.monotonic() + _FAREWELL
        for thread in self._threads:
            thread.join(timeout=max(0.0, until - time.monotonic()))
        self._running.clear()
        last: dict[int, Json] = {}
        while not self._news.empty():
            n, told = self._news.get()
            if "plan" in told:
                last[n] = told
        return sorted(last.items(), key=lambda news: news[0])

    def __enter__(self) -> Team:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
