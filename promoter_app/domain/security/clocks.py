"""Laptop clocks are wrong: what two clocks say together, and when to raise the alarm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MINUTE, DAY = 60_000, 86_400_000
BACKWARD = 10 * MINUTE
"""Milliseconds that a clock may be set back without a word: time servers and dead batteries differ by more."""
JUMP = 2 * MINUTE
FAR = 120 * DAY
"""Between two launches; a season's pause is longer than a holiday and shorter than this."""
FIRST_POSSIBLE = 1_767_225_600_000
"""1 January 2026 in milliseconds: no laptop can have run this app before."""
Alarm = Literal["backward", "ahead", "impossible", "jumped"]


@dataclass(frozen=True)
class Moment:
    """One reading of both clocks: `wall` in ms since 1970 may be set by anybody, `monotonic` in s never goes back."""

    wall: int
    monotonic: float


def alarm_at_launch(now: int, last_seen: int | None) -> Alarm | None:
    """Compare the wall clock (ms) with the latest that this folder ever saw; None when it is plausible."""
    if now < FIRST_POSSIBLE:
        return "impossible"
    if last_seen is None:
        return None
    if now < last_seen - BACKWARD:
        return "backward"
    return "ahead" if now > last_seen + FAR else None


def jump_inside(before: Moment, now: Moment) -> int:
    """Minutes by which the wall clock moved against the monotonic one; 0 within two minutes.

    The monotonic clock goes on while the laptop sleeps where its system has such a one (`edge.steady_seconds`); where
    it has none a long sleep looks like a jump ahead, and only a jump back is certain.
    """
    drift = (now.wall - before.wall) - round((now.monotonic - before.monotonic) * 1000)
    return 0 if abs(drift) <= JUMP else round(drift / MINUTE)


def elapsed_seconds(before: Moment, now: Moment) -> float:
    """Seconds between two readings, by the monotonic clock unless the computer was restarted in between.

    A wall clock that was set back counts as no time at all.
    """
    steady = now.monotonic - before.monotonic
    if steady >= 0:
        return steady
    return max(0, now.wall - before.wall) / 1000
