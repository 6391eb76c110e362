"""Makes rooms nobody has seen yet while nobody needs the window, so that going to one never waits for its making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from promoter_app.ui.window import Window

_PAUSE_MS, _QUIET_MS = 60, 700
_HANDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.ShortcutOverride)


class RoomsAhead(QObject):
    """One room per pause. A key, a click, a session or work under way puts it off; after the last room it is gone."""

    def __init__(self, window: Window, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._app = window, app
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_one)
        self._timer.start(_QUIET_MS)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self._timer.start(_QUIET_MS)
        return super().eventFilter(watched, event)

    def _make_one(self) -> None:
        self._timer.start(_PAUSE_MS)
        window = self._window
        if window.in_session() or window.desk.content is None or window.desk.road.is_busy:
            return
        if not window.make_a_room_ahead():
            self._timer.stop()
            self._app.removeEventFilter(self)
            self.deleteLater()
