"""PersonList: rows of people, crews or files in a list view; a model over values that fetches page by page."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import CENTRE, LEFT, RIGHT, draw_text, draw_wrapped, fill_box, smooth, text_width

_Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_ROLE = KEY_ROLE + 1

MARKS: dict[str, tuple[str, str]] = {
    "present": ("ph.check-circle-fill", "cana"),
    "done": ("ph.check-circle-fill", "cana"),
    "already": ("ph.checks-bold", "azul"),
    "other_crew": ("ph.swap-bold", "ambar_d"),
    "new": ("ph.user-plus-fill", "azul"),
    "missing": ("ph.circle-bold", "line"),
    "current": ("ph.user-circle-fill", "cana"),
    "warning": ("ph.warning-fill", "ambar_d"),
    "error": ("ph.warning-octagon-fill", "rojo"),
    "working": ("ph.hourglass-medium-fill", "azul"),
    "locked": ("mdi6.lock", "uva"),
}
"""Icon and colour of a row's mark."""


@dataclass(frozen=True)
class PersonRow:
    """One row: `key` for programs; name over detail; `side` at the right end; a mark of MARKS or "";
    `steps` (done, of) draws a bar of pieces under the words; `whole` is the name aloud where `name` is short."""

    key: Hashable
    name: str
    detail: str = ""
    side: str = ""
    mark: str = ""
    steps: tuple[int, int] = (0, 0)
    whole: str = ""


def initials(name: str) -> str:
    """ "Rosalía Bautista" as "R. B.", for a screen that others can see."""
    return " ".join(f"{word[0]}." for word in name.split() if word[0].isalpha())


def mark_words(mark: str) -> str:
    """A mark in words, for a screen reader."""
    words = {
        "present": QCoreApplication.translate("people", "presente"),
        "done": QCoreApplication.translate("people", "listo"),
        "already": QCoreApplication.translate("people", "ya estaba"),
        "other_crew": QCoreApplication.translate("people", "de otra cuadrilla"),
        "new": QCoreApplication.translate("people", "persona nueva"),
        "missing": QCoreApplication.translate("people", "falta"),
        "current": QCoreApplication.translate("people", "en turno"),
        "warning": QCoreApplication.translate("people", "con aviso"),
        "error": QCoreApplication.translate("people", "con problema"),
        "working": QCoreApplication.translate("people", "en proceso"),
        "locked": QCoreApplication.translate("people", "con candado"),
    }
    return words.get(mark, "")


class PersonModel(QAbstractListModel):
    """Rows of people, and whether their names are hidden."""

    def __init__(self, rows: Sequence[PersonRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PersonRow] = list(rows)
        self._names_hidden = False

    def set_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def change(self, key: Hashable, **values: object) -> bool:
        """Give the row with `key` new values (fields of PersonRow); False when there is none."""
        place = self.place_of(key)
        if place is None:
            return False
        self._rows[place] = replace(self._rows[place], **values)  # type: ignore[arg-type]
        here = self.index(place)
        self.dataChanged.emit(here, here)
        return True

    def set_names_hidden(self, hidden: bool) -> None:
        """Show initials only (F7)."""
        self._names_hidden = hidden
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, place: int) -> PersonRow:
        """The row at a place, as it is shown."""
        row = self._rows[place]
        return replace(row, name=initials(row.name), whole="") if self._names_hidden else row

    def place_of(self, key: Hashable) -> int | None:
        """Where the row with `key` is."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    # Qt
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:  # a row has one line for each, however long they are
            return "\n".join(part for part in (row.whole or row.name, row.detail) if part)
        if role == KEY_ROLE:
            return row.key
        return row if role == ROW_ROLE else None


def _spoken(row: PersonRow) -> str:
    steps = ""
    if row.steps[1]:
        steps = QCoreApplication.translate("people", "{done} de {total}").format(
            done=row.steps[0], total=row.steps[1]
        )
    side = "" if steps == row.side else row.side
    return ", ".join(part for part in (row.whole or row.name, row.detail, side, steps, mark_words(row.mark)) if part)


class PersonDelegate(QStyledItemDelegate):
    """Paints a row; 56 px high, 72 with a detail, 94 with a bar, at 100 % text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW_ROLE)
        tall = isinstance(row, PersonRow) and bool(row.detail)
        high = theme.px(50 if tall else 36) + 20
        if isinstance(row, PersonRow) and row.steps[1]:
            high += 14
        return QSize(option.rect.width(), max(tokens.TARGET, high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PersonRow):
            return
        painter.save()
        smooth(painter)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hover:
            painter.fillRect(box, theme.colour("cana_t" if chosen else "paper"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme.colour("hair"))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), 8, box.height()), theme.colour("cana"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            fill_box(painter, box.adjusted(1, 1, -1, -1), 6, None, theme.colour("foco"), tokens.RING)
        _paint_words(painter, box.adjusted(18, 6, -18, -8), row, chosen=chosen)
        painter.restore()


def _paint_words(painter: QPainter, room: QRectF, row: PersonRow, *, chosen: bool) -> None:
    if row.mark in MARKS:
        name, colour = MARKS[row.mark]
        side = theme.px(28)
        box = QRectF(room.left(), room.center().y() - side / 2, side, side)
        paint_icon(painter, box, name, theme.colour(colour))
        room = room.adjusted(side + 12, 0, 0, 0)
    if row.steps[1]:
        _paint_steps(painter, QRectF(room.left(), room.bottom() - 9, room.width(), 8), row.steps)
        room = room.adjusted(0, 0, 0, -13)
    bold = theme.font("bold" if chosen or row.steps[1] else "strong")
    small = theme.font("small")
    first, second = theme.px(24), theme.px(22)
    top = room.center().y() - (first + (second if row.detail else 0)) / 2
    side_width = text_width(row.side, small) + 1 if row.side else 0.0
    beside = room.top() if not row.detail or not row.steps[1] else top
    side_box = QRectF(room.left(), beside, room.width(), first if row.steps[1] else room.height())
    draw_text(painter, side_box, row.side, small, theme.colour("ink2"), RIGHT)
    words = room.width() - (side_width + 8 if row.side else 0)
    draw_text(painter, QRectF(room.left(), top, words, first), row.name, bold, theme.colour("ink"), LEFT)
    if row.detail:
        below = QRectF(room.left(), top + first, words if not row.steps[1] else room.width(), second)
        draw_text(painter, below, row.detail, small, theme.colour("ink2"), LEFT)


def _paint_steps(painter: QPainter, bar: QRectF, steps: tuple[int, int]) -> None:
    done, total = steps
    wide = (bar.width() - 4 * (total - 1)) / total
    for place in range(total):
        box = QRectF(bar.left() + place * (wide + 4), bar.top(), wide, bar.height())
        fill_box(painter, box, 4, theme.colour("cana" if place < done else "trough"))


class PersonList(QListView):
    """The list; `chosen` carries the key of the row that was clicked or entered."""

    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = ""
        self.people = PersonModel((), self)
        self.setModel(self.people)
        self.setItemDelegate(PersonDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(KEY_ROLE)))

    def set_empty_text(self, words: str) -> None:
        """What to say while there are no rows."""
        self._empty = words
        self.viewport().update()

    def current_key(self) -> Hashable | None:
        """The key of the row with the mark, or None."""
        index = self.currentIndex()
        return index.data(KEY_ROLE) if index.isValid() else None

    def set_current_key(self, key: Hashable) -> bool:
        """Mark the row with `key`; False when it is not loaded."""
        place = self.people.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.people.index(place))
        return place is not None

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if current.isValid():
            self.pointed.emit(current.data(KEY_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.currentIndex().isValid()
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.people.rowCount():
            painter = QPainter(self.viewport())
            room = QRectF(self.viewport().rect()).adjusted(18, 18, -18, -18)
            draw_wrapped(painter, room, self._empty, theme.font("body"), theme.colour("ink2"), CENTRE)
            painter.end()
