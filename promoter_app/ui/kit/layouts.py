"""What pages do to layouts again and again."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLayout


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
