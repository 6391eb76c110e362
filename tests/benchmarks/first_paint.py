"""A child process that opens a window and says when it was painted and what it weighs.

`python -m tests.benchmarks.first_paint bare` is the floor: a QMainWindow with a label, nothing else.
`... surco FOLDER [open]` is the app over a data folder; with `open` it waits until Hoy shows the season.
Prints a JSON line: `since`, the seconds that passed after the first picture, and `mb`, resident memory.
"""

from __future__ import annotations

import json
import os
import sys
import time

PATIENCE = 60_000
"""Milliseconds after which a window that shows no season ends without a word."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")


def resident_mb() -> float:
    """Memory of this process that is in RAM now, in MB (Linux; elsewhere the peak)."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123 - the floor must import nothing
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def report(painted: float) -> None:
    """Say it and leave at once."""
    sys.stdout.write(json.dumps({"since": time.perf_counter() - painted, "mb": resident_mb()}) + "\n")
    sys.stdout.flush()
    os._exit(0)


def bare() -> None:
    """The floor."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Painted(QLabel):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, done)

    def done() -> None:
        report(time.perf_counter())

    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(Painted("Surco"))
    window.resize(1366, 768)
    window.show()
    application.exec()


def surco(folder: str, until_open: bool) -> None:
    """The app, as `main.py` starts it, on the day of the sample season: on any other it asks about the clock."""
    from datetime import datetime, timedelta, timezone
    from pathlib import Path

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from promoter_app.app import build
    from promoter_app.edge import Edge

    application = QApplication(["surco"])
    noon = datetime(2026, 2, 17, 11, 58, tzinfo=timezone(timedelta(hours=-6)))
    window = build(application, Path(folder), Edge("Lupita Ramos", now=lambda: noon), "es").window
    window.resize(1366, 768)
    painted: list[float] = []

    def shown() -> None:
        painted.append(time.perf_counter())
        if not until_open:
            report(painted[0])

    def look() -> None:
        if painted and window.desk.content is not None and not window.desk.road.is_busy:
            report(painted[0])

    window.painted.connect(shown)
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    QTimer.singleShot(PATIENCE, lambda: os._exit(1))
    window.show()
    application.exec()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        surco(sys.argv[2], "open" in sys.argv[3:])
