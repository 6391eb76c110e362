"""The keys of Asistencia: they work wherever the focus is, and a letter typed anywhere lands in the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from promoter_app.ui.kit.keys import is_letter
from promoter_app.ui.session.attendance_board import SCAN, AttendanceBoard

Act = Callable[[], object]


class AttendanceKeys(QObject):
    """Owns the shortcuts of the board (its buttons only draw them, because a hidden button hears no key)."""

    def __init__(self, board: AttendanceBoard, acts: Iterable[tuple[tuple[str, ...], Act]], parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._acts: dict[str, Act] = {}
        for names, act in acts:
            for name in names:
                self._acts[name] = act
                shortcut = QShortcut(QKeySequence(name), board)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(act)
        for watched in (board, board.crowd.came, board.crowd.missing, board.field.popup()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed on a list or on no field at all go to the field; over the list of found people, which
        takes every key, the keys with a meaning work too."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self._board.field.popup():
            return self._over_popup(event)
        if watched is self._board or isinstance(watched, QAbstractItemView):
            return self._type(event)
        return False

    def _over_popup(self, event: QKeyEvent) -> bool:
        name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        act = self._acts.get(name)
        if act is None:
            return False
        self._board.field.popup().hide()
        act()
        return True

    def _type(self, event: QKeyEvent) -> bool:
        if not is_letter(event):
            return False
        self._board.show_part(SCAN)
        self._board.field.setFocus(Qt.FocusReason.OtherFocusReason)
        copy = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
        QCoreApplication.sendEvent(self._board.field, copy)
        return True
