"""The people of the room of crews: a table of a crew with its topics, or of everybody, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import CENTRE, LEFT, draw_text, draw_wrapped, paint_disc, smooth
from promoter_app.ui.kit.people import initials

_Index = QModelIndex | QPersistentModelIndex
TOPICS_ROLE = int(Qt.ItemDataRole.UserRole) + 7
DONE, CURRENT, OPEN, LOCKED = "done", "current", "open", "locked"
_LEAST_ROWS, _LEAST_ROWS_TALL = 1, 4


@dataclass(frozen=True)
class PersonLine:
    """One person: `topics` are states in the order of the course; `state` is said beside a mark
    ("amber" or "green"); `crew` stands in its place when everybody is shown."""

    key: bytes
    name: str
    language: str = ""
    card: str = ""
    topics: tuple[str, ...] = ()
    state: str = ""
    mark: str = ""
    crew: str = ""


class Column(IntEnum):
    """The columns, in order."""

    PERSON = 0
    LANGUAGE = 1
    CARD = 2
    TOPICS = 3
    STATE = 4
    CREW = 5


class PeopleTableModel(QAbstractTableModel):
    """Lines in hand; when told that there are more it asks for them with `more_wanted`, once per page."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PersonLine] = []
        self._more = self._asked = self._hidden = False

    def show_lines(self, lines: Sequence[PersonLine], *, more: bool = False) -> None:
        """Show these; `more` when others follow on the next page."""
        self.beginResetModel()
        self._lines, self._more, self._asked = list(lines), more, False
        self.endResetModel()

    def add_lines(self, lines: Sequence[PersonLine], *, more: bool) -> None:
        """The next page."""
        self._more, self._asked = more, False
        if not lines:
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
        self._lines += lines
        self.endInsertRows()

    def hide_names(self, hidden: bool) -> None:
        """Initials instead of names (F7)."""
        self._hidden = hidden
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))

    def line(self, row: int) -> PersonLine:
        """The line of a row (IndexError when there is none)."""
        return self._lines[row]

    def row_of(self, key: bytes) -> int | None:
        """Where somebody stands among the lines in hand."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), None)

    def is_shown(self, column: Column) -> bool:
        """Whether any line says something there."""
        return any(_cell(line, column) or (column is Column.TOPICS and line.topics) for line in self._lines)

    # Qt
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(line, column, spoken=role != Qt.ItemDataRole.DisplayRole)
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("strong" if column is Column.PERSON else "label")
        if role == TOPICS_ROLE:
            return line if column in (Column.TOPICS, Column.STATE) else None
        return None

    def _words(self, line: PersonLine, column: Column, *, spoken: bool) -> str:
        if column is Column.PERSON and self._hidden:
            return initials(line.name)
        if column is Column.TOPICS and spoken:
            said = QCoreApplication.translate("crews", "{0} de {1} temas")
            return said.format(line.topics.count(DONE), len(line.topics))
        return _cell(line, column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.PERSON: QCoreApplication.translate("crews", "Persona"),
            Column.LANGUAGE: QCoreApplication.translate("crews", "Lengua"),
            Column.CARD: QCoreApplication.translate("crews", "Tarjeta"),
            Column.TOPICS: QCoreApplication.translate("crews", "Temas"),
            Column.STATE: QCoreApplication.translate("crews", "Estado"),
            Column.CREW: QCoreApplication.translate("crews", "Cuadrilla"),
        }[Column(section)]

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()


def _cell(line: PersonLine, column: Column) -> str:
    return {
        Column.PERSON: line.name,
        Column.LANGUAGE: line.language,
        Column.CARD: line.card,
        Column.TOPICS: "",
        Column.STATE: line.state,
        Column.CREW: line.crew,
    }[column]


class _MarksDelegate(QStyledItemDelegate):
    """Draws the topics as discs and the state with its mark."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(TOPICS_ROLE)
        if not isinstance(line, PersonLine):
            super().paint(painter, option, index)
            return
        super().paint(painter, option, index.sibling(index.row(), Column.TOPICS))  # ground and selection only
        painter.save()
        smooth(painter)
        box = QRectF(option.rect).adjusted(12, 0, -6, 0)
        if index.column() == Column.TOPICS:
            _paint_topics(painter, box, line.topics)
        else:
            _paint_state(painter, box, line)
        painter.restore()


def topics_width(count: int) -> int:
    """The width that the discs of `count` topics need, in pixels."""
    return count * _pitch() + 22


def _pitch() -> int:
    return theme.px(25)


def _paint_topics(painter: QPainter, box: QRectF, topics: tuple[str, ...]) -> None:
    radius = theme.px(21) / 2
    for place, state in enumerate(topics):
        centre = QPointF(box.left() + radius + place * _pitch(), box.center().y())
        ground, border, icon, ink = {
            DONE: ("cana", "cana", "ph.check-bold", "on_cana"),
            CURRENT: ("ambar", "ink", "", "ink"),
            OPEN: ("white", "line", "", "ink"),
            LOCKED: ("off", "off_line", "mdi6.lock", "uva"),
        }[state]
        paint_disc(painter, centre, radius, theme.colour(ground), theme.colour(border))
        if icon:
            half = radius * 0.62
            inner = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
            paint_icon(painter, inner, icon, theme.colour(ink))


def _paint_state(painter: QPainter, box: QRectF, line: PersonLine) -> None:
    icon, ink = {"amber": ("ph.warning-fill", "ambar_d"), "green": ("ph.check-circle-fill", "cana")}[line.mark]
    side = theme.px(20)
    place = QRectF(box.left(), box.center().y() - side / 2, side, side)
    paint_icon(painter, place, icon, theme.colour(ink))
    words = box.adjusted(side + 6, 0, 0, 0)
    draw_text(painter, words, line.state, theme.font("label"), theme.colour(ink), LEFT)


class PeopleTable(QTableView):
    """The table; `chosen` carries who was entered or clicked twice."""

    chosen = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleTableModel(self)
        self._empty, self._tall = "", False
        self.setModel(self.people)
        self.setItemDelegate(_MarksDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTableView { border: 0; }")  # the card around it has the edge
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doubleClicked.connect(lambda index: self.chosen.emit(self.people.line(index.row()).key))
        self.people.modelReset.connect(self.fit)
        self.fit()

    def set_empty_text(self, words: str) -> None:
        """What to say while nobody is listed."""
        self._empty = words
        self.viewport().update()

    def arrange(self, *, tall: bool) -> None:
        """With large text the topics and languages are left out: the state says what lacks."""
        self._tall = tall
        self.fit()

    def fit(self) -> None:
        """Widths and heights for what is shown, at the text size of now."""
        header = self.horizontalHeader()
        topics = max((len(self.people.line(row).topics) for row in range(min(1, self.people.rowCount()))), default=0)
        widths = {
            Column.LANGUAGE: theme.px(104 if topics else 190),
            Column.CARD: theme.px(86),
            Column.TOPICS: topics_width(topics),
            Column.STATE: theme.px(216),
            Column.CREW: theme.px(220),
        }
        for column in Column:
            left_out = self._tall and column in (Column.TOPICS, Column.LANGUAGE)
            shown = column is Column.PERSON or (self.people.is_shown(column) and not left_out)
            self.setColumnHidden(column, not shown)
            stretch = column is Column.PERSON
            fixed, flexible = QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, flexible if stretch else fixed)
            if not stretch:
                header.resizeSection(column, widths[column])
        high = max(tokens.TARGET, theme.px(48))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(high)
        header.setFixedHeight(theme.px(34))
        self.setMinimumHeight(theme.px(34) + (_LEAST_ROWS_TALL if self._tall else _LEAST_ROWS) * high)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self.chosen.emit(self.people.line(here.row()).key)
            return
        rows = self.people.rowCount()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:  # of the list, not of the row
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else rows - 1)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "people"):
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.people.rowCount():
            painter = QPainter(self.viewport())
            room = QRectF(self.viewport().rect()).adjusted(18, 8, -18, -8)
            draw_wrapped(painter, room, self._empty, theme.font("body"), theme.colour("ink2"), CENTRE)
            painter.end()
