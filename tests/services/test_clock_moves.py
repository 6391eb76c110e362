"""The clock on the wall is moved while the app is open: told once, kept in the trace, put right with a reason."""

from __future__ import annotations

from datetime import timedelta

from promoter_app.domain.security.clocks import MINUTE
from promoter_app.edge import Edge
from promoter_app.services.security import audit, clock
from tests.services.conftest import NOON, Field


class Clocks:
    """Both clocks of a laptop: time passes on both, somebody moves only the one on the wall."""

    def __init__(self) -> None:
        self.wall, self.steady = NOON, 1000.0
        self.told: list[int] = []
        self.edge = Edge("Lupita", now=lambda: self.wall, monotonic=lambda: self.steady)
        self.edge.on_jump = self.told.append

    def passes(self, minutes: float) -> None:
        self.wall += timedelta(minutes=minutes)
        self.steady += minutes * 60

    def moved(self, minutes: float) -> None:
        self.wall += timedelta(minutes=minutes)


def test_a_moved_clock_is_told_once_and_time_that_passes_is_not() -> None:
    clocks = Clocks()
    for minutes in (1, 30, 600):
        clocks.passes(minutes)
        clocks.edge.stamp()
    assert clocks.told == []
    clocks.moved(-180)
    for _scan in range(3):
        clocks.passes(0.1)
        clocks.edge.stamp()
    assert clocks.told == [-180]
    clocks.moved(1)
    clocks.edge.stamp()
    assert clocks.told == [-180], "a minute is what time servers do"


def test_the_move_is_in_the_trace_and_can_be_put_right(field: Field) -> None:
    clock.tell_jump(field.folder, field.stamp(), -180)
    (line,) = audit.entries(field.folder, action="clock_jumped")
    assert line.detail == "-180 min"
    clock.correct(field.folder, field.stamp(), line.at, line.at + MINUTE, -180, "Se cambió la pila")
    assert [(one.minutes, one.reason) for one in clock.corrections(field.folder)] == [(-180, "Se cambió la pila")]
