"""kill -9 at a moment of somebody's choice, and what another program finds on the disk afterwards."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Seen:
    """What a child had shown before it was killed."""

    session: str | None = None
    present: Counter[str] = field(default_factory=Counter)
    undone: set[str] = field(default_factory=set)
    closed: bool = False
    lines: int = 0
    ended: bool = False

    def hear(self, line: str) -> None:
        """One line of the child; a line that the kill cut short was not shown."""
        if not line.endswith("\n"):
            return
        kind, _tab, what = line.rstrip("\n").partition("\t")
        self.lines += 1
        if kind == "present":
            self.present[what] += 1
        elif kind == "open":
            self.session = what
        elif kind == "undone":
            self.undone.add(what)
        elif kind == "closed":
            self.closed = True
        elif kind == "delivered":
            self.ended = True


@contextmanager
def child(*words: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A Python child in the checkout whose lines are read as they come; it is dead afterwards."""
    process = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"}, **options,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdout, process.stdin, process.stderr):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()


def kill_day(folder: Path, stick: Path, after_lines: int, delay: float, *options: str) -> Seen:
    """Play the day and kill it `delay` seconds after its `after_lines`-th line. What was said until then counts."""
    seen = Seen()
    stick.mkdir()
    with child("-m", "tests.faults.day_driver", str(folder), str(stick), *options) as day:
        assert day.stdout is not None
        while seen.lines < after_lines and (line := day.stdout.readline()):
            seen.hear(line)
        with suppress(subprocess.TimeoutExpired):
            day.wait(timeout=delay)
        day.kill()
        for line in day.stdout:
            seen.hear(line)
        code = day.wait()
    assert code < 0 or seen.ended, f"the day broke by itself: {code}"
    return seen


def on_disk(folder: Path, copy: Path, code: str) -> tuple[str, Counter[str], str]:
    """Plain sqlite3 on a copy of the files: integrity, names validly present (Counter), state of session `code`."""
    shutil.copytree(folder, copy)
    with closing(sqlite3.connect(copy / "surco.db")) as connection:
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
        names = connection.execute(
            "SELECT p.name FROM attendance a JOIN session_now s ON s.id = a.session"
            " JOIN person_now p ON p.id = a.person"
            " WHERE s.code = ? AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)",
            (code,),
        ).fetchall()
        (state,) = connection.execute("SELECT state FROM session_now WHERE code = ?", (code,)).fetchone()
    return integrity, Counter(name for (name,) in names), state


def lost(seen: Seen, kept: Counter[str]) -> Counter[str]:
    """Who was shown as present and is not on the disk (nor taken back)."""
    missing = seen.present - kept
    for name in seen.undone:
        missing.pop(name, None)
    return missing
