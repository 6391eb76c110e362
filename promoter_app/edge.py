"""Where clock and chance come in: every launch mints its run here, every intention its stamp.

Rules and services get both as arguments, so that a test decides them without patching anything.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime

from promoter_app import __version__
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.clocks import Moment, jump_inside
from promoter_app.domain.stamp import Counter, Role, Run, Stamp

NowFunction = Callable[[], datetime]
_SLEEPLESS: int | None = (
    getattr(time, "CLOCK_BOOTTIME", None) if sys.platform != "darwin" else getattr(time, "CLOCK_MONOTONIC", None)
)


def local_now() -> datetime:
    """The laptop's own time, with its offset from UTC. Raises Refusal `odd_zone` where that is a day or more."""
    try:
        return datetime.now().astimezone()
    except ValueError as error:
        raise _odd_zone() from error


def _odd_zone() -> Refusal:
    return Refusal(
        "odd_zone",
        Sentence("La zona horaria de esta computadora no existe.", "This computer's time zone does not exist."),
        NOTHING_CHANGED,
        Sentence(
            f"Corrígela en los ajustes del sistema, o quita TZ={os.environ.get('TZ', '')}.",
            f"Mend it in the settings of the system, or remove TZ={os.environ.get('TZ', '')}.",
        ),
    )


def steady_seconds() -> float:
    """Seconds that nobody can set and that go on while the laptop sleeps, where the system has such a clock.

    Python's own stops in sleep on Linux and macOS: a closed lid would look like a clock that was set ahead.
    """
    return time.clock_gettime(_SLEEPLESS) if _SLEEPLESS is not None else time.monotonic()


def fresh_run(now_ms: int, chance: bytes) -> bytes:
    """Twelve bytes for one launch: six of launch time, UUIDv8 marks, 42 bits of chance.

    With the four counter bytes behind them they make a valid UUID. `chance` is six random bytes.
    """
    run = bytearray(now_ms.to_bytes(6, "big") + chance)
    run[6] = 0x80 | run[6] & 0x0F
    run[8] = 0x80 | run[8] & 0x3F
    return bytes(run)


class Edge:
    """Stamps of one launch for one operator. Both clocks can be replaced in tests and demonstrations."""

    def __init__(
        self,
        operator: str = "",
        role: Role = "promoter",
        now: NowFunction = local_now,
        monotonic: Callable[[], float] = steady_seconds,
    ) -> None:
        self.now = now
        self.monotonic = monotonic
        """Seconds that never go back, for breaks and timers."""
        self.role: Role = role
        self.on_jump: Callable[[int], None] | None = None
        """Told once, with the minutes (< 0: back), when the clock on the wall was moved while the app was open."""
        self._seen = self.moment()
        self._begin_run(operator)

    @property
    def operator(self) -> str:
        """Who does things on this laptop now."""
        return self._run.operator

    def change_operator(self, name: str) -> None:
        """Somebody else takes over: what they do belongs to a run of their own."""
        if name != self.operator:
            self._begin_run(name)

    def _begin_run(self, operator: str) -> None:
        started = self.now()
        offset = started.utcoffset()
        milliseconds = int(started.timestamp() * 1000)
        run = fresh_run(milliseconds & (1 << 48) - 1, os.urandom(6))
        minutes = int(offset.total_seconds() // 60) if offset else 0
        self._run = Run(run, milliseconds, minutes, operator, __version__)
        self._mint = Counter(run)

    def stamp(self) -> Stamp:
        """A stamp for one intention, now; whoever listens hears before it that the clock was moved."""
        self.look_at_clock()
        return Stamp(self.now(), self._mint, self._run, self.role)

    def look_at_clock(self) -> None:
        """Compare both clocks with the last look; `on_jump` is told when the one on the wall was moved since."""
        before, self._seen = self._seen, self.moment()
        minutes = jump_inside(before, self._seen)
        if minutes and self.on_jump is not None:
            self.on_jump(minutes)

    def moment(self) -> Moment:
        """Both clocks at once."""
        return Moment(int(self.now().timestamp() * 1000), self.monotonic())

    def draw(self, below: int) -> int:
        """A random whole number from 0 to `below` - 1."""
        return int.from_bytes(os.urandom(8), "big") % below
