"""NavRail: the dark rail at the left with the places of the app, icon over word, and a count where work waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.frames import IconLabel
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import CENTRE, draw_text, fill_box, text_width
from promoter_app.ui.kit.tab_place import keep_tab_place

_ICONS_ONLY = 150  # per cent from which the rail has no room for words


@dataclass(frozen=True)
class RailItem:
    """A place: `name` for programs, `text` for people, its icon, and n of Alt+n."""

    name: str
    text: str
    icon: str
    alt: int
    at_bottom: bool = False
    role: str = ""
    """Only for this role (`promoter`, `coordinator`); empty for both."""


class RailButton(QToolButton):
    """One place of the rail; checked while it is open; may carry a count."""

    def __init__(self, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._badge = 0
        self.setCheckable(True)
        self.setProperty("ring", "rail")
        self.setObjectName(f"rail-{item.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._shortcut = QShortcut(key_names.sequences(f"Alt+{item.alt}")[0], self)
        self._shortcut.activated.connect(self.click)
        self.toggled.connect(self._describe)
        self._describe()

    def set_badge(self, count: int) -> None:
        """How many things wait there; 0 shows none."""
        self._badge = count
        self._describe()
        self.update()

    def badge(self) -> int:
        """The count it carries."""
        return self._badge

    def sizeHint(self) -> QSize:
        width = text_width(self.item.text, theme.font("rail")) if _has_words() else 0
        return QSize(max(88, round(width) + 8), max(72, theme.px(60)))

    def minimumSizeHint(self) -> QSize:
        words = theme.px(22) if _has_words() else 0
        return QSize(self.sizeHint().width(), max(tokens.TARGET, theme.px(28) + words + 8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not _has_words():
            QToolTip.showText(self.mapToGlobal(QPoint(self.width(), 0)), self.item.text, self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_badge"):
            self._describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        colour = theme.colour("cana" if chosen and theme.palette().name == "sol" else "on_rail")
        if chosen or self.underMouse():
            sol = theme.palette().name == "sol"
            ground = "rail_trough" if not chosen else ("white" if sol else "cana_t")
            fill_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, theme.colour(ground))
        side, words = theme.px(28), theme.px(20) if _has_words() else 0
        top = (self.height() - side - words - (4 if words else 0)) / 2
        box = QRectF((self.width() - side) / 2, top, side, side)
        paint_icon(painter, box, self.item.icon, colour)
        if words:
            room = QRectF(0, top + side + 4, self.width(), words)
            draw_text(painter, room, self.item.text, theme.font("rail"), colour, CENTRE)
        if self._badge:
            self._paint_badge(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        words = str(self._badge) if self._badge < 100 else "99+"
        face = theme.font("rail")
        high = theme.px(22)
        width = max(high, text_width(words, face) + 10)
        box = QRectF(self.width() - width - 10, 6, width, high)
        fill_box(painter, box, high / 2, theme.colour("ambar"))
        draw_text(painter, box, words, face, theme.colour("on_ambar"), CENTRE)

    def _describe(self) -> None:
        words = [self.item.text]
        if self._badge:
            words.append(self.tr("%n pendientes", "", self._badge))
        if self.isChecked():
            words.append(self.tr("abierta"))
        self.setAccessibleName(", ".join(words))
        self.setAccessibleDescription(key_names.described((f"Alt+{self.item.alt}",)))
        self.setToolTip(self.item.text if not _has_words() else "")


class NavRail(QFrame):
    """The rail. `chosen` carries the name of the place that a person picked."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, RailButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 22, 8, 12)
        self._column.setSpacing(4)
        self._leaf = IconLabel("ph.leaf-fill", "ambar", 34)
        self._column.addWidget(self._leaf, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(8)
        self.set_items(items)

    def set_items(self, items: Sequence[RailItem]) -> None:
        """Show these places (another role or another language); keeps what is open and the counts."""
        opened, counts = self.current(), {name: each.badge() for name, each in self._buttons.items()}
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        while self._column.count() > 2:
            self._column.takeAt(2)
        self._buttons = {}
        for item in sorted(items, key=lambda each: each.at_bottom):
            if item.at_bottom and not any(each.item.at_bottom for each in self._buttons.values()):
                self._column.addStretch(1)
            self._add(item, counts.get(item.name, 0))
        if opened in self._buttons:
            self.set_current(opened)
        keep_tab_place(self, list(self._buttons.values()))
        self._leaf.setVisible(_has_words())

    def button(self, name: str) -> RailButton:
        """The button of a place (KeyError when it is not shown)."""
        return self._buttons[name]

    def current(self) -> str:
        """The open place, or ""."""
        return next((name for name, each in self._buttons.items() if each.isChecked()), "")

    def set_current(self, name: str) -> None:
        """Mark a place as open, without a signal."""
        self._buttons[name].setChecked(True)

    def set_badge(self, name: str, count: int) -> None:
        """Show a count on a place; 0 removes it."""
        self._buttons[name].set_badge(count)

    def sizeHint(self) -> QSize:
        wide = max((each.sizeHint().width() for each in self._buttons.values()), default=88)
        return QSize(max(tokens.RAIL_WIDTH, wide + 16), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            if hasattr(self, "_leaf"):
                self._leaf.setVisible(_has_words())  # large icons leave it no room
            self.updateGeometry()

    def _add(self, item: RailItem, count: int) -> None:
        button = RailButton(item, self)
        button.set_badge(count)
        button.clicked.connect(lambda _on=False, name=item.name: self.chosen.emit(name))
        self._group.addButton(button)
        self._column.addWidget(button)
        button.show()
        self._buttons[item.name] = button


def _has_words() -> bool:
    return theme.current_percent() < _ICONS_ONLY
