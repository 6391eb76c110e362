"""A main column that scrolls down and a side column; from 150 % text, or without room, the two become tabs."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from promoter_app.ui import theme
from promoter_app.ui.kit import KeyButton
from promoter_app.ui.language import current_language

WIDE = 1800
"""Pixels from which a window shows more at its side."""
_WIDE_SIDE = 440
_ROOMY, _MAIN, _AROUND = 1240, 560, 56


def in_a_sentence(language: str) -> str:
    """The name of a language inside a sentence: Spanish writes it small, English does not."""
    return language[:1].lower() + language[1:] if current_language() == "es" else language


def tab_order(*widgets: QWidget) -> None:
    """Tab goes through `widgets` in this order."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def is_tight(page: QWidget) -> bool:
    """Whether a page says its long words short: the text is large, or it shares the window with the help."""
    return theme.is_large() or page.width() < theme.px(_ROOMY)


class DownScroll(QScrollArea):
    """Scrolls down only, and only when `inner` cannot be made small enough; else `inner` fills it.

    A `roomy` one gives `inner` the height it wishes, not the least one.
    """

    def __init__(self, inner: QWidget, *, roomy: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roomy = roomy
        self.setProperty("page", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(120)
        self._inner = inner
        self.setWidget(inner)
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inner, room = self._inner, self.viewport().size()
        layout = inner.layout()
        if layout is None:
            return
        inner.resize(room.width(), max(room.height(), self._need(layout, room.width())))

    def _need(self, layout: QLayout, width: int) -> int:
        """Least height of the content at `width` (its wished height when roomy)."""
        if not layout.hasHeightForWidth():
            return layout.totalMinimumSize().height()
        if self._roomy:
            return layout.totalHeightForWidth(width)
        return layout.totalMinimumHeightForWidth(width)


class Panels(QStackedWidget):
    """Panels of which one is shown; each scrolls by itself when it must."""

    def __init__(self, *panels: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = {panel: DownScroll(panel) for panel in panels}
        for area in self._areas.values():
            self.addWidget(area)

    def show_panel(self, panel: QWidget) -> None:
        """Show `panel` from its top (KeyError when it is not one of these)."""
        self.setCurrentWidget(self._areas[panel])
        self._areas[panel].verticalScrollBar().setValue(0)

    def turn(self, step: int) -> None:
        """Move the panel on screen one step down (1) or up (-1)."""
        area = self.currentWidget()
        if isinstance(area, DownScroll):
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + step * area.viewport().height() // 2)

    def shown(self) -> QWidget:
        """The panel on screen."""
        area = self.currentWidget()
        return next(panel for panel, each in self._areas.items() if each is area)


class SideTabs(QWidget):
    """`main` grows, `side` keeps `width` px (440 on a wide screen); `side_first` puts it at the left."""

    def __init__(
        self, main: QWidget, side: QWidget, width: int, *, side_first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side, self._width = side, width
        self._main = main
        self.main_tab = KeyButton("", size="small")
        self.side_tab = KeyButton("", size="small")
        group = QButtonGroup(self)
        self._tabs = QWidget()
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(0, 0, 0, 0)
        for tab in (self.side_tab, self.main_tab) if side_first else (self.main_tab, self.side_tab):
            tab.setCheckable(True)
            group.addButton(tab)
            tabs.addWidget(tab, 1)
        self.main_tab.setChecked(True)
        self.side_tab.toggled.connect(self._adapt)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        for column in (side, self._main) if side_first else (self._main, side):
            columns.addWidget(column, 1 if column is self._main else 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.addWidget(self._tabs)
        outer.addLayout(columns, 1)
        self._adapt()

    def set_words(self, main: str, side: str) -> None:
        """The names of the tabs."""
        self.main_tab.setText(main)
        self.side_tab.setText(side)

    def show_main(self) -> None:
        """Turn to the main column."""
        self.main_tab.setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_tabs"):
            self._adapt()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adapt()

    def _adapt(self) -> None:
        one = theme.is_large() or self.width() < self._width + _AROUND + theme.px(_MAIN)
        at_side = self.side_tab.isChecked()
        self._tabs.setVisible(one)
        self._main.setVisible(not one or not at_side)
        self._side.setVisible(not one or at_side)
        width = _WIDE_SIDE if self.width() >= WIDE else self._width
        self._side.setMinimumWidth(0 if one else width)
        self._side.setMaximumWidth(16_777_215 if one else width)
