"""A stack that is only as large as the page it shows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Steps(QStackedWidget):
    """QStackedWidget asks for the room of its largest page; this one for that of its current page."""

    def sizeHint(self) -> QSize:
        here = self.currentWidget()
        return here.sizeHint() if here is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        here = self.currentWidget()
        return here.minimumSizeHint() if here is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False  # Qt would answer for the tallest page, seen or not
