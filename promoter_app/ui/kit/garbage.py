"""Python's collector of cycles kept to the window's thread.

It runs on whatever thread allocates, and would delete widgets there: Qt forbids that and the window dies of it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class WindowGarbage(QObject):
    """Make one per window; from `start` to `stop` cycles are collected by a timer of its thread alone.

    Not while `is_busy`: all that a long reading holds meanwhile would be gone through each time, which holds the
    window for a tenth of a second in a large season; most of it goes by itself at the end.
    """

    def __init__(self, parent: QObject, is_busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over. What the start of the app left behind stays for good and is not looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give it back to Python."""
        if self._timer.isActive():
            self._timer.stop()
            gc.unfreeze()
            gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        if self._is_busy():
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [age for age, (count, limit) in enumerate(zip(counts, limits, strict=True)) if count > limit > 0]
        if due:
            gc.collect(due[-1])
