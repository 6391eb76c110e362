"""The parts of a figure as bars: a row each that opens what it counted, numbers printed, sin dato always there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.indicators.figures import Cell
from promoter_app.services.indicators.goals import Bar
from promoter_app.ui import theme, tokens
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.words import amount, figure
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.paint import CENTRE, LEFT, RIGHT, draw_text, fill_box, text_width
from promoter_app.ui.kit.tab_place import keep_tab_place

WOMEN, MEN, OTHERS = "F", "M", ""
LOOKS = {WOMEN: ("cana", "cana", "on_cana"), MEN: ("data2", "cana", "ink"), OTHERS: ("white", "line", "ink")}
"""Ground, edge and ink of a part, by sex; everything else is drawn together."""


def drawn_parts(bar: Bar) -> list[tuple[str, int]]:
    """What a bar is cut into: women, men, and all others together; whole when the figure is not crossed."""
    if not bar.parts:
        return [(WOMEN, bar.cell.actual or 0)]
    order = (WOMEN, MEN, OTHERS)
    kinds = sorted((cell.group if cell.group in (WOMEN, MEN) else OTHERS, cell.actual or 0) for cell in bar.parts)
    found = {kind: sum(n for _kind, n in each) for kind, each in groupby(kinds, key=lambda one: one[0])}
    return [(kind, found[kind]) for kind in order if found.get(kind)]


class BarRow(QAbstractButton):
    """One group: its name, its bar, its number."""

    def __init__(self, bar: Bar, name: str, words: str, most: float, share: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar, self.name, self._most, self._share = bar, name, most, share
        self._label_width = 0.0
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def set_chosen(self, chosen: bool) -> None:
        """Whether its rows are open below."""
        self._chosen = chosen
        self.update()

    def is_chosen(self) -> bool:
        """Whether its rows are open."""
        return self._chosen

    def set_label_width(self, width: float) -> None:
        """All rows leave the same room for names."""
        self._label_width = width
        self.update()

    def printed(self) -> str:
        """The number at the end of the row."""
        return figure(self.bar.cell, share=self._share)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), max(tokens.TARGET_OFFICE, theme.px(36)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._chosen:
            fill_box(painter, box, tokens.RADIUS_TAG, theme.colour("white"), theme.colour("foco"), 3)
        elif self.underMouse():
            fill_box(painter, box, tokens.RADIUS_TAG, theme.colour("paper"))
        inner = box.adjusted(10, 0, -12, 0)
        number = self.printed()
        bold = theme.font("label")
        end = max(text_width(number, bold) + 10, theme.px(52))
        draw_text(painter, QRectF(inner.left(), 0, self._label_width, box.height()), self.name, bold,
                  theme.colour("ink"), LEFT)  # fmt: skip
        draw_text(painter, inner, number, bold, theme.colour("ink"), RIGHT)
        left = inner.left() + self._label_width + 12
        room = QRectF(left, (box.height() - theme.px(24)) / 2, max(0.0, inner.right() - end - left), theme.px(24))
        self._paint_bar(painter, room)
        painter.end()

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        face = theme.font("key")
        left = room.left()
        for kind, n in drawn_parts(self.bar):
            if n <= 0 or self._most <= 0:
                continue
            ground, edge, ink = LOOKS[kind]
            width = max(6.0, room.width() * n / self._most)
            part = QRectF(left, room.top(), width - 2, room.height())
            fill_box(painter, part, 4, theme.colour(ground), theme.colour(edge), 2)
            words = amount(n, share=self._share)
            if self.bar.parts and text_width(words, face) + 10 <= part.width():
                draw_text(painter, part, words, face, theme.colour(ink), CENTRE)
            left += width


class BarChart(QWidget):
    """Rows of bars, Up and Down go from one to the next. `pressed` carries the cell of a row."""

    pressed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._rows: list[BarRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)  # the ring of the focus is drawn there
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def show_bars(self, bars: Sequence[Bar], *, share: bool) -> None:
        """Draw these groups, in order."""
        focused = next((row.bar.cell.group for row in self._rows if row.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        most = 100.0 if share else max((float(bar.cell.actual or 0) for bar in bars), default=0.0)
        self._rows = [
            BarRow(bar, self.desk.say(bar.cell.label), self.words(bar, share=share), most, share, self)
            for bar in bars
        ]
        for place, row in enumerate(self._rows):
            row.clicked.connect(lambda _on=False, cell=row.bar.cell: self.pressed.emit(cell))
            row.installEventFilter(self)
            self._column.insertWidget(place, row)
            row.show()
            if focused is not None and row.bar.cell.group == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        keep_tab_place(self, self._rows)
        self._share_room()

    def rows(self) -> list[BarRow]:
        """The rows in order."""
        return list(self._rows)

    def choose(self, cell: Cell | None) -> None:
        """Mark the row whose rows are open; None for none."""
        for row in self._rows:
            row.set_chosen(cell is not None and row.bar.cell.group == cell.group)

    def words(self, bar: Bar, *, share: bool) -> str:
        """A bar for a screen reader: name, value, parts, target."""
        say = self.desk.say
        said = [f"{say(bar.cell.label)}: {figure(bar.cell, share=share)}"]
        said += [f"{say(part.label)} {amount(part.actual)}" for part in bar.parts]
        if bar.cell.target is not None:
            said.append(self.tr("meta {0}").format(amount(bar.cell.target, share=share)))
        return ", ".join(said)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_rows"):
            self._share_room()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._rows:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                there = max(0, min(self._rows.index(watched) + step, len(self._rows) - 1))
                self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _share_room(self) -> None:
        face = theme.font("label")
        need = max((text_width(row.name, face) for row in self._rows), default=0.0) + 4
        for row in self._rows:
            row.set_label_width(min(need, self.width() * 0.42))


class Legend(QWidget):
    """What the colours of the bars mean; empty when bars are not cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """The parts that are drawn, of LOOKS."""
        words = {WOMEN: self.tr("mujeres"), MEN: self.tr("hombres"), OTHERS: self.tr("otra o sin dato")}
        self._entries = [(kind, words[kind]) for kind in LOOKS if kind in kinds]
        self.setAccessibleName(", ".join(each for _kind, each in self._entries))
        self.setVisible(bool(self._entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        face = theme.font("small-strong")
        width = sum(text_width(words, face) + theme.px(18) + 20 for _kind, words in self._entries)
        return QSize(round(width), theme.px(28))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face, side, left = theme.font("small-strong"), theme.px(18), 0.0
        for kind, words in self._entries:
            ground, edge, _ink = LOOKS[kind]
            fill_box(painter, QRectF(left, (self.height() - side) / 2, side, side), 4, theme.colour(ground),
                     theme.colour(edge), 2)  # fmt: skip
            width = text_width(words, face) + 2
            draw_text(painter, QRectF(left + side + 6, 0, width, self.height()), words, face, theme.colour("ink2"))
            left += side + width + 18
        painter.end()
