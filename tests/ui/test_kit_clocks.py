"""Clocks of a session: they follow the clock they are given, past the end too, and say the time aloud."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.ui.kit import BreakClock, RingTimer
from promoter_app.ui.kit.clocks import minutes_and_seconds


class Time:
    """A clock in seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 500.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1579, "26:19"), (0.2, "0:01"), (0, "0:00"), (-0.5, "+0:00"), (-41.9, "+0:41"), (4500, "75:00")],
)
def test_time_left_in_words(seconds: float, words: str) -> None:
    assert minutes_and_seconds(seconds) == words


def test_the_break_counts_down_and_past_its_end(qtbot: QtBot, qapp: QApplication) -> None:
    time = Time()
    clock = BreakClock(time)
    qtbot.addWidget(clock)
    assert clock.text() == ""
    marks: list[int] = []
    clock.crossed.connect(marks.append)
    clock.start(1800, 1579, "12:30")
    assert clock.text() == "26:19"
    assert clock.accessibleName() == "Quedan 27 minutos de descanso, Hasta las 12:30"
    seen = []
    for left in (601, 600, 590, 181, 170, 60, 1, 0, -41):
        time.now = 500.0 + 1579 - left
        clock.tick()
        seen.append((clock.text(), tuple(marks)))
    assert seen[0] == ("10:01", ())
    assert seen[1] == ("10:00", (600,))
    assert seen[3] == ("3:01", (600,))
    assert seen[4] == ("2:50", (600, 180))
    assert seen[5][1] == (600, 180)
    assert seen[7] == ("0:00", (600, 180, 0))
    assert seen[8] == ("+0:41", (600, 180, 0))
    assert clock.accessibleName() == "El descanso terminó hace 1 minuto, Terminó a las 12:30"
    clock.stop()


def test_a_session_that_begins_late_crosses_only_what_is_ahead(qtbot: QtBot) -> None:
    time = Time()
    clock = BreakClock(time)
    qtbot.addWidget(clock)
    marks: list[int] = []
    clock.crossed.connect(marks.append)
    clock.start(1800, 100, "12:30")
    time.now += 2000
    clock.tick()
    assert marks == [0]
    clock.stop()


def test_the_break_clock_repaints_by_itself(qtbot: QtBot) -> None:
    time = Time()
    clock = BreakClock(time)
    qtbot.addWidget(clock)
    clock.start(1800, 1800, "12:30")
    marks: list[int] = []
    clock.crossed.connect(marks.append)
    time.now += 1700
    qtbot.waitUntil(lambda: marks == [600, 180])
    clock.stop()


def test_the_ring_counts_pauses_and_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    time = Time()
    ring = RingTimer(time)
    qtbot.addWidget(ring)
    ring.start(240)
    time.now += 100
    assert ring.spent() == 100
    ring.pause()
    time.now += 50
    assert ring.spent() == 100
    assert ring.accessibleName() == "Tiempo de esta ficha: 1 de 4 min, en pausa"
    ring.resume()
    time.now += 66
    assert ring.spent() == 166
    assert ring.is_running()
    ring.pause()
