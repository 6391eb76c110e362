"""CoveredPages: a stack of pages over which one view may lie, as the lock screen does; below, all stays as it was."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class CoveredPages(QStackedWidget):
    """Use `show_page` in place of setCurrentWidget: under a cover it only decides what is seen afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._under: tuple[QWidget | None, QWidget | None] | None = None

    def cover(self, view: QWidget) -> None:
        """Put `view` over everything; it takes the place of an earlier cover."""
        before = self.currentWidget()
        self.addWidget(view)
        self.setCurrentWidget(view)
        if self._under is None:
            self._under = (before, before.focusWidget() if before is not None else None)
        else:
            self._drop(before)

    def keep_focus(self, widget: QWidget) -> None:
        """Where the focus goes when the cover is gone."""
        if self._under is not None:
            self._under = (self._under[0], widget)

    def uncover(self) -> None:
        """What was below is seen again, with the focus where it was."""
        if self._under is None:
            return
        view, (page, focused) = self.currentWidget(), self._under
        self._under = None
        if page is not None:
            self.setCurrentWidget(page)
        self._drop(view)
        if focused is not None and shiboken6.isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_covered(self) -> bool:
        """Whether something lies over the pages."""
        return self._under is not None

    def page(self) -> QWidget | None:
        """What is on screen, or would be without its cover."""
        return self._under[0] if self._under is not None else self.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Go to a page, now or when the cover is gone."""
        if self._under is not None:
            self._under = (page, None)
        else:
            self.setCurrentWidget(page)

    def _drop(self, view: QWidget | None) -> None:
        if view is not None:
            self.removeWidget(view)
            view.hide()
            view.deleteLater()
