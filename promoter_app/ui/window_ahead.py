"""Prepares rooms nobody has seen yet while nobody needs the window, so that going to one never waits for its making."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QApplication, QWidget

from promoter_app.ui.room import Room

if TYPE_CHECKING:
    from promoter_app.ui.window import Window

_PAUSE_MS, _QUIET_MS = 20, 700
_DRESSED_AT_ONCE = 25
_HANDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.ShortcutOverride)


class RoomsAhead(QObject):
    """A slice per pause. A key, a click, a session or work under way puts it off; another role begins it again."""

    def __init__(self, window: Window, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._app = window, app
        self._slices: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        window.desk.opened.connect(self._begin)
        window.desk.role_changed.connect(lambda _role: self._begin())
        self._begin()

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is left to prepare."""
        return not self._timer.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and event.type() in _HANDS:
            self._timer.start(_QUIET_MS)
        return False

    def _begin(self) -> None:
        self._slices = self._prepare()
        self._app.installEventFilter(self)
        self._timer.start(_QUIET_MS)

    def _go_on(self) -> None:
        self._timer.start(_PAUSE_MS)
        window = self._window
        if window.in_session() or window.pages.is_covered() or window.desk.content is None or window.desk.road.is_busy:
            return
        if next(self._slices, self) is self:
            self._timer.stop()
            self._app.removeEventFilter(self)

    def _prepare(self) -> Iterator[None]:
        """Each unseen room: its code brought in on a thread, its large parts made one by one, then the room made,
        filled, dressed some pieces at a time, and painted once where nobody sees it.
        """
        while (unmade := self._window.unmade()) is not None:
            bring, make = unmade
            thread = Thread(target=bring, name="room", daemon=True)
            thread.start()
            while thread.is_alive():
                yield
            for maker in bring().ahead:
                self._window.desk.make_part_ahead(maker)
                yield
            room = make()
            yield
            room.resize(self._window.rooms.size())
            if room.fills_ahead:
                room.refresh()
            yield
            yield from _dress(room)
            room.grab()
            yield


def _dress(room: Room) -> Iterator[None]:
    """Let the style sheet find what each piece wears: it costs most of a first visit."""
    for at, piece in enumerate(room.findChildren(QWidget), 1):
        if shiboken6.isValid(piece):
            piece.ensurePolished()
        if at % _DRESSED_AT_ONCE == 0:
            yield
