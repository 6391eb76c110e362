"""What pages do to layouts again and again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QWidget


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout: gone from the screen and from the Tab order at once."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def stack(layout: QBoxLayout, stacked: bool) -> None:
    """Put what is in a row one below the other (`stacked`), or side by side again."""
    layout.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)


def down_scroll(inner: QWidget) -> QScrollArea:
    """`inner` in an area that scrolls down only, as wide as it is given, and never takes the focus itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


class Fitting(QWidget):
    """Fits itself anew, in `_arrange`, whenever its room or the size of text changes; `_across` is what it stacks."""

    _across: QBoxLayout

    def _arrange(self) -> None:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_across"):  # a style comes before all is built
            self._arrange()
