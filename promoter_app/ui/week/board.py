"""WeekBoard: the table of crews and days. Arrows walk, Enter opens, M picks up and puts down, Del takes away.

A drag does what M does.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from promoter_app.ui import theme
from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.week.cells import HEADING, ROW, CellPainter, DayHeader
from promoter_app.ui.week.model import Shown, WeekModel, cell_words

_CREW = 160


class WeekBoard(QTableView):
    """Model and view of a week. `wanted` asks to open a cell, `moved` to put one cell's session on another day,
    `taken_away` to remove, `pointed` tells where the mark is."""

    wanted = Signal(object)
    moved = Signal(object, object)
    taken_away = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._carried: tuple[int, int] | None = None
        self._dragging = False
        self.week = WeekModel()
        self._painter = CellPainter(self.week, self)
        self.setModel(self.week)
        self.setItemDelegate(self._painter)
        self.setHorizontalHeader(DayHeader(self.week, self))
        self.horizontalHeader().setMinimumSectionSize(40)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("framed", "true")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(200)
        self.doubleClicked.connect(lambda _index: self._want())

    # showing
    def settle(self) -> None:
        """After the model was filled: heights, spans, and the mark on a cell that exists."""
        self.clearSpans()
        for line in range(self.week.rowCount()):
            heading = bool(self.week.heading(line))
            self.setRowHeight(line, theme.px(HEADING if heading else ROW))
            if heading:
                self.setSpan(line, 0, 1, self.week.columnCount())
        self._stretch()
        self._set_carried(None)

    def point_at(self, crew: bytes, day: str) -> bool:
        """Put the mark on a crew's day; False when the board does not show it."""
        place = self.week.place_of(crew, day)
        if place is None:
            return False
        self.setCurrentIndex(self.week.index(*place))
        return True

    def point_somewhere(self) -> None:
        """Put the mark on the first crew today, or on the first day."""
        day = self.week.today if self.week.today in self.week.days else (self.week.days or ("",))[0]
        for line in range(self.week.rowCount()):
            row = self.week.row(line)
            if row is not None and self.point_at(row.crew, day):
                return

    def here(self) -> Shown | None:
        """The cell with the mark."""
        index = self.currentIndex()
        return self.week.shown(index.row(), index.column()) if index.isValid() else None

    def carrying(self) -> Shown | None:
        """The cell whose session is picked up, or None."""
        return self.week.shown(*self._carried) if self._carried else None

    def currentChanged(self, current: object, previous: object) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        if self._carried is not None:
            index = self.currentIndex()
            self._painter.target = (index.row(), index.column())
            self.viewport().update()
        self.pointed.emit(self.here())

    # keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_M and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.pick_up_or_put_down()
        elif key == Qt.Key.Key_Escape and self._carried is not None:
            self._set_carried(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick_up_or_put_down() if self._carried else self._want()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_away.emit(self.here())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Letters are keys of the room, never a search."""

    def pick_up_or_put_down(self) -> None:
        """M: take the session under the mark, or put it down where the mark is now."""
        here = self.here()
        if here is None:
            return
        if self._carried is None:
            movable = here.proposal is not None or (here.session is not None and here.session.state == "planned")
            if movable:
                index = self.currentIndex()
                self._set_carried((index.row(), index.column()))
                announce(self, self.tr("Levantada: {0}").format(cell_words(here, self.week.language)))
            return
        start, self._carried = self.carrying(), self._carried
        self._set_carried(None)
        if start is not None and (start.row.crew, start.day) != (here.row.crew, here.day):
            self.moved.emit(start, here)

    def _set_carried(self, place: tuple[int, int] | None) -> None:
        self._carried = place
        self._painter.carried = place
        self._painter.target = None
        self.viewport().update()

    def _want(self) -> None:
        here = self.here()
        if here is not None:
            self.wanted.emit(here)

    # drag
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging and self._carried is None:
            self.pick_up_or_put_down()
            self._dragging = self._carried is not None
        if self._dragging:
            index = self.indexAt(at)
            if index.isValid() and self.week.shown(index.row(), index.column()) is not None:
                self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.pick_up_or_put_down()

    # fitting
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_painter"):
            self.settle()

    def _stretch(self) -> None:
        head = self.horizontalHeader()
        if self.week.columnCount() < 2:
            return
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(0, min(theme.px(_CREW), max(_CREW, self.viewport().width() // 4)))
