"""A row of small buttons for those who may change a topic; in fewer columns where text is large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from promoter_app.ui import theme
from promoter_app.ui.kit.buttons import KeyButton

_LARGE, _LARGER, _COLUMNS = 125, 150, 5


class OfficeBar(QWidget):
    """The buttons in their order; hidden as a whole from those who only read."""

    def __init__(self, buttons: Sequence[KeyButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("office", "true")
        self._buttons = tuple(buttons)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        self.arrange()

    def arrange(self) -> None:
        """As many columns as there is room for."""
        percent = theme.current_percent()
        columns = 2 if percent >= _LARGER else 3 if percent >= _LARGE else _COLUMNS
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(at, columns), Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(columns, 1)
