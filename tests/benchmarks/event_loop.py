"""Moves between all rooms of a data folder and measures how long the event loop stood still.

`python -m tests.benchmarks.event_loop FOLDER` prints a JSON line: `opened`, seconds from start to Hoy; `first` and
`again`, by room, the longest gap in ms (clock, own work) when it was gone to first and later; `loaded`, how many of the
`people` were ever fetched while the list of everybody was scrolled to its third page.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promoter_app.app import build
from promoter_app.edge import Edge
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.rooms import room_makers
from promoter_app.ui.window import Window
from promoter_app.ui.window_ahead import RoomsAhead

_TICK_MS, _ROUNDS = 2, 3
_NOON = datetime(2026, 2, 17, 11, 58, tzinfo=timezone(timedelta(hours=-6)))


class Gaps:
    """The longest stretch between two beats of a timer: what a person would feel as a stuck window.

    `longest` is by the clock, `own` counts only the work of the window's thread: on a machine that others use too,
    the clock also counts their turns.
    """

    def __init__(self) -> None:
        self._last, self._last_own = time.perf_counter(), time.thread_time()
        self.longest = self.own = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(_TICK_MS)

    def begin(self) -> None:
        self._last, self._last_own = time.perf_counter(), time.thread_time()
        self.longest = self.own = 0.0

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.own = max(self.own, (own - self._last_own) * 1000)
        self._last, self._last_own = now, own


def rest(window: Window, quiet: int = 60) -> None:
    """Let the loop turn until nothing is under way, and a little longer."""
    QTest.qWait(quiet)
    while window.desk.road.is_busy:
        QTest.qWait(5)
    QTest.qWait(quiet)


def open_on(folder: Path) -> tuple[Window, float]:
    """The window on `folder`, and the seconds until Hoy can be read."""
    application = QApplication.instance() or QApplication(["surco"])
    assert isinstance(application, QApplication)
    begun = time.perf_counter()
    window = build(application, folder, Edge("Lupita Ramos", now=lambda: _NOON), "es").window
    window.resize(1366, 768)
    window.show()
    RoomsAhead(window, application)
    while window.desk.content is None or window.desk.road.is_busy:
        QTest.qWait(5)
    return window, time.perf_counter() - begun


Worst = dict[str, tuple[float, float]]


def walk(window: Window, gaps: Gaps) -> tuple[Worst, Worst]:
    """Every room of the office from others in turn; by room, the longest gap by the clock and of own work, in ms."""
    window.desk.set_role("coordinator")
    rooms = [name for name, (item, _maker) in room_makers().items() if item.role in ("", "coordinator")]
    while window.findChild(RoomsAhead) is not None:  # what the window prepares while nobody touches it
        QTest.qWait(20)
    first: Worst = {}
    again: Worst = {}
    for turn in range(_ROUNDS):
        for name in rooms[turn:] + rooms[:turn]:
            gaps.begin()
            window.show_room(name)
            rest(window)
            kept = again if turn else first
            clock, own = kept.get(name, (0.0, 0.0))
            kept[name] = (max(clock, round(gaps.longest, 1)), max(own, round(gaps.own, 1)))
    return first, again


def scroll(window: Window) -> tuple[int, int]:
    """Lines fetched after scrolling everybody to the third page, and how many people there are."""
    window.show_room("crews")
    rest(window)
    page = window.room()
    assert isinstance(page, CrewsPage)
    page.all_button.click()
    rest(window)
    for _page in range(2):
        bar = page.people.table.verticalScrollBar()
        bar.setValue(bar.maximum())
        rest(window)
    people = int("".join(sign for sign in page.all_button.text() if sign.isdigit()) or 0)
    return page.people.table.people.rowCount(), people


def main(folder: Path) -> None:
    """Measure and say it."""
    window, opened = open_on(folder)
    gaps = Gaps()
    first, again = walk(window, gaps)
    loaded, people = scroll(window)
    found = {"opened": opened, "first": first, "again": again, "loaded": loaded, "people": people}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    window.close()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
