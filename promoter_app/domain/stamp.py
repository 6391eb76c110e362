"""Who does something, when, and with which ids. Minted at the edge (window, terminal) and passed down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

RUN_LENGTH = 12
ID_LENGTH = 16
Role = Literal["promoter", "coordinator"]


@dataclass(frozen=True)
class Run:
    """One launch of the app: twelve fresh random bytes, so that clones never write the same id."""

    run: bytes
    started: int
    utc_offset: int
    operator: str
    app: str


@dataclass(frozen=True)
class Stamp:
    """`now` is aware local time; `mint` gives the next id of this run (16 bytes)."""

    now: datetime
    mint: Callable[[], bytes]
    run: Run
    role: Role = "promoter"

    @property
    def wall(self) -> int:
        """Milliseconds since 1970: where a fact came from, never what decides."""
        return int(self.now.timestamp() * 1000)

    @property
    def today(self) -> str:
        """The local date, `2026-02-17`."""
        return self.now.date().isoformat()


class Counter:
    """Ids of one run: its twelve bytes and a four-byte number that starts at 1 in memory."""

    def __init__(self, run: bytes) -> None:
        if len(run) != RUN_LENGTH:
            raise ValueError("a run has twelve bytes")
        self._run = run
        self._last = 0

    def __call__(self) -> bytes:
        self._last += 1
        return self._run + self._last.to_bytes(4, "big")
