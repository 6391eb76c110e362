"""Nobody touched the laptop for a while: measured by the clock that never goes back, and by the other when it slept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QApplication

from promoter_app.ui.window import Window

IN_SESSION, ELSEWHERE = 45 * 60, 10 * 60
"""Seconds without a key, a touch or a scan after which the data are closed."""
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """`passed` when it is time to close; the window's ticks ask."""

    passed = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._last = window.desk.road.edge.moment()
        window.ticked.connect(self.look)
        window.desk.road.changed.connect(lambda _changes: self.note())
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def note(self) -> None:
        """Somebody is here."""
        self._last = self._window.desk.road.edge.moment()

    def look(self) -> None:
        """Whether it is time."""
        now = self._window.desk.road.edge.moment()
        steady, wall = now.monotonic - self._last.monotonic, (now.wall - self._last.wall) / 1000
        limit = IN_SESSION if self._window.in_session() else ELSEWHERE
        if max(steady, wall) >= limit and not self._window.pages.is_covered():
            self._last = now
            self.passed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys, mouse and touch of the whole program."""
        if isinstance(event, QInputEvent) and event.type() in _TOUCHES:
            self.note()
        return False
