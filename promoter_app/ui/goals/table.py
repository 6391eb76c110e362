"""A plain table: heads and rows of words, numbers at the right, more rows as one comes to the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.keys import is_enter
from promoter_app.ui.kit.paint import CENTRE, draw_wrapped

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_WIDEST, _LOOKED_AT = 420, 60


@dataclass(frozen=True)
class Column:
    """A head; `number` stands at the right, `wide` takes the room that is left."""

    words: str
    number: bool = False
    wide: bool = False


class TableModel(QAbstractTableModel):
    """Words only; the first column is the row's name for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.lines: list[tuple[str, ...]] = []

    def fill(self, columns: Sequence[Column], lines: Sequence[Sequence[str]]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.columns, self.lines = tuple(columns), [tuple(line) for line in lines]
        self.endResetModel()

    def add(self, lines: Sequence[Sequence[str]]) -> None:
        """Show these after what is there."""
        if lines:
            self.beginInsertRows(_ROOT, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += [tuple(line) for line in lines]
            self.endInsertRows()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            pairs = zip(self.columns, line, strict=True)
            return ", ".join(f"{column.words} {words}".strip() for column, words in pairs if words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[index.column()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].words
        return _side(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView):
    """Arrows go through rows, Enter or a click opens one (`opened`, its place), Tab goes on."""

    opened = Signal(int)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = ""
        self.lines = TableModel(self)
        self.setModel(self.lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._look_at_end)
        self._dress()

    def show_lines(self, columns: Sequence[Column], lines: Sequence[Sequence[str]]) -> None:
        """Show these instead of what was there."""
        self.lines.fill(columns, lines)
        self._dress()
        self._describe()
        if lines:
            self.setCurrentIndex(self.lines.index(0, 0))

    def set_empty_text(self, words: str) -> None:
        """What to say, on the screen and aloud, while there are no rows."""
        self._empty = words
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.lines.lines else self._empty)
        self.viewport().update()

    def texts(self) -> list[tuple[str, ...]]:
        """What the rows say."""
        return list(self.lines.lines)

    def sizeHint(self) -> QSize:
        """No higher than it must be: whoever holds it stretches it."""
        return QSize(256, self.minimumHeight() or 116)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.lines.lines:
            painter = QPainter(self.viewport())
            room = QRectF(self.viewport().rect()).adjusted(12, 0, -12, 0)
            draw_wrapped(painter, room, self._empty, theme.font("body"), theme.colour("ink2"), CENTRE)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "lines"):
            self._dress()

    def _look_at_end(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - self.verticalScrollBar().pageStep():
            self.more_wanted.emit()

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(tokens.ROW_OFFICE, theme.px(tokens.ROW_OFFICE)))
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as their first words; the wide one takes what is left."""
        body, head = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        widths = []
        for place, column in enumerate(self.lines.columns):
            longest = max((line[place] for line in self.lines.lines[:_LOOKED_AT]), key=len, default="")
            need = max(body.horizontalAdvance(longest), head.horizontalAdvance(column.words)) + 34
            widths.append(min(need, theme.px(_WIDEST)))
        wide = [place for place, column in enumerate(self.lines.columns) if column.wide]
        left = self.viewport().width() - sum(widths)
        if wide and left > 0:
            for place in wide:
                widths[place] += left // len(wide)
        elif wide and left < 0:
            least = theme.px(160)
            for place in wide:
                taken = min(-left, max(0, widths[place] - least))
                widths[place] -= taken
                left += taken
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
