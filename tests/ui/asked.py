"""Answering a question of the window that holds the test while it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

Dialog = TypeVar("Dialog", bound=QDialog)
_AGAIN = 20  # ms between two looks


def when_asked(kind: type[Dialog], act: Callable[[Dialog], None]) -> None:
    """Once a dialog of this kind is open, do `act` in it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            try:
                act(dialog)
            except BaseException:  # pytest-qt tells it once the dialog no longer holds the test
                dialog.reject()
                raise
        else:
            QTimer.singleShot(_AGAIN, look)

    QTimer.singleShot(0, look)
