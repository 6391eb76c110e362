"""Moves between all rooms of a data folder and measures how long the event loop stood still.

`python -m tests.benchmarks.event_loop FOLDER [open]` prints a JSON line: `opened`, seconds from start until Hoy can be
read, and `worked`, how many of the processor that took. Without `open` also `first` and `again`: by room, and by
"room>room" for every pair that a role has, the longest gap in ms (clock, own work) of going there, for pairs the
lesser of two rounds; `ahead`, the longest gap while the window prepared rooms that nobody had asked for; `loaded`, how
many of the `people` were ever fetched while the list of everybody was scrolled to its third page.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from promoter_app.app import build
from promoter_app.edge import Edge
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.rooms import room_makers
from promoter_app.ui.today.page import TodayPage
from promoter_app.ui.window import Window
from promoter_app.ui.window_ahead import RoomsAhead

_TICK_MS, _ROUNDS = 2, 2
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

    def told(self) -> tuple[float, float]:
        """The longest since `begin`, in ms: by the clock, and of own work."""
        return round(self.longest, 1), round(self.own, 1)

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.own = max(self.own, (own - self._last_own) * 1000)
        self._last, self._last_own = now, own


def turn(milliseconds: int) -> None:
    """Let the loop turn as in the app: QTest.qWait sleeps without letting other threads work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def rest(window: Window, quiet: int = 60) -> None:
    """Let the loop turn until nothing is under way, and a little longer."""
    turn(quiet)
    while window.desk.road.is_busy:
        turn(5)
    turn(quiet)


def open_on(folder: Path) -> tuple[Window, float, float]:
    """The window on `folder`, the seconds until Hoy can be read, and those of the processor."""
    application = QApplication.instance() or QApplication(["surco"])
    assert isinstance(application, QApplication)
    begun, worked = time.perf_counter(), time.process_time()
    window = build(application, folder, Edge("Lupita Ramos", now=lambda: _NOON), "es").window
    window.resize(1366, 768)
    window.show()
    RoomsAhead(window, application)
    while not (isinstance(page := window.room(), TodayPage) and page.is_filled):
        turn(1)
    return window, time.perf_counter() - begun, time.process_time() - worked


Gap = tuple[float, float]


def rooms_of(role: str) -> list[str]:
    """The rooms that a role has."""
    return [name for name, (item, _maker) in room_makers().items() if item.role in ("", role)]


def tour(rooms: list[str]) -> Iterator[str]:
    """A way through the rooms in which every one comes right after every other."""
    for at, room in enumerate(rooms[:-1]):
        for other in rooms[at + 1 :]:
            yield from (room, other)
        yield room


def idle(window: Window, gaps: Gaps) -> Gap:
    """Wait for what the window prepares while nobody touches it; the longest gap of it."""
    ahead = window.findChild(RoomsAhead)
    assert isinstance(ahead, RoomsAhead)
    gaps.begin()
    while not ahead.is_at_rest:
        turn(20)
    return gaps.told()


def go(window: Window, gaps: Gaps, name: str) -> Gap:
    """Go to a room and wait until it is at rest; the longest gap of it."""
    gaps.begin()
    window.show_room(name)
    rest(window)
    return gaps.told()


def walk(window: Window, gaps: Gaps) -> tuple[dict[str, Gap], dict[str, Gap], Gap]:
    """First visits by room, then every pair of rooms of each role, and the longest gap while rooms were prepared."""
    first: dict[str, Gap] = {}
    again: dict[str, Gap] = {}
    ahead = (0.0, 0.0)
    for role in ("coordinator", "promoter"):
        window.show_room("today")
        window.desk.set_role(role)
        ahead = _of_both(idle(window, gaps), ahead, max)
        rooms = rooms_of(role)
        for name in [each for each in rooms if each not in first]:
            first[name] = go(window, gaps, name)
        here = window.rail.current()
        for _round in range(_ROUNDS):
            for name in tour(rooms):
                if name != here:
                    pair = f"{here}>{name}"
                    gap = go(window, gaps, name)
                    again[pair] = _of_both(gap, again.get(pair, gap), min)
                here = name
    return first, again, ahead


def _of_both(one: Gap, other: Gap, choose: Callable[[float, float], float]) -> Gap:
    return choose(one[0], other[0]), choose(one[1], other[1])


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


def main(folder: Path, *, only_open: bool) -> None:
    """Measure and say it."""
    window, opened, worked = open_on(folder)
    found: dict[str, object] = {"opened": opened, "worked": worked}
    if not only_open:
        first, again, ahead = walk(window, Gaps())
        loaded, people = scroll(window)
        found |= {"first": first, "again": again, "ahead": ahead, "loaded": loaded, "people": people}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    rest(window)
    window.close()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), only_open="open" in sys.argv[2:])
