"""StepBar: the five steps of a session. Any step can be clicked, none is forced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import CENTRE, LEFT, draw_text, fill_box, paint_disc, smooth, text_width

_LINK = 12


class StepButton(QAbstractButton):
    """One step: its number (a tick when done) and its word; on white while it is the current one."""

    def __init__(self, number: int, total: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._total = number, total
        self._current, self._done, self._short = False, False, False
        self.setProperty("ring", "rail")
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.describe()

    def set_state(self, *, current: bool, done: bool, short: bool) -> None:
        """Whether it is the current step, is done, and shows only its number."""
        self._current, self._done, self._short = current, done, short and not current
        self.describe()
        self.updateGeometry()
        self.update()

    def describe(self) -> None:
        """Say number, word and state aloud."""
        state = self.tr("hecho") if self._done else self.tr("pendiente")
        state = self.tr("paso actual") if self._current else state
        words = self.tr("Paso {number} de {total}, {name}, {state}")
        self.setAccessibleName(
            words.format(number=self._number, total=self._total, name=self.text(), state=state)
        )

    def sizeHint(self) -> QSize:
        return self.hint(short=self._short)

    def hint(self, *, short: bool) -> QSize:
        """The size with or without its word."""
        disc = theme.px(28)
        words = 0 if short else 7 + text_width(self.text(), theme.font("small-strong"))
        return QSize(max(tokens.TARGET, round(disc + words + (24 if self._current else 16))), self._high())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_short"):
            self.describe()

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        if self._current or self.underMouse():
            ground = "white" if self._current else "rail_trough"
            fill_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, theme.colour(ground))
        radius = theme.px(28) / 2
        left = self.width() / 2 - radius if self._short else (10.0 if self._current else 8.0)
        self._paint_number(painter, QPointF(left + radius, self.height() / 2), radius)
        if not self._short:
            colour = theme.colour("cana" if self._current else "on_rail")
            room = QRectF(left + 2 * radius + 7, 0, self.width(), self.height())
            draw_text(painter, room, self.text(), theme.font("small-strong"), colour, LEFT)
        painter.end()

    def _paint_number(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        cana, rail, white = theme.colour("cana"), theme.colour("rail"), theme.colour("on_rail")
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        if self._done and not self._current:
            paint_disc(painter, centre, radius, white, white)
            inset = radius * 0.42
            paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "ph.check-bold", rail)
            return
        ground, border = (cana, cana) if self._current else (rail, theme.colour("rail_line"))
        paint_disc(painter, centre, radius, ground, border)
        number = theme.colour("on_cana") if self._current else white
        draw_text(painter, box, str(self._number), theme.font("key"), number, CENTRE)

    def _high(self) -> int:
        return max(tokens.TARGET, theme.px(40))


class StepBar(QWidget):
    """The steps in a row; `chosen` carries the index (0 based) of the step that a person picked.

    Where the words do not fit only the current step keeps its word.
    """

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current, self._done = 0, frozenset[int]()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_LINK + 4)
        self._row.addStretch(1)
        self._buttons: list[StepButton] = []
        for index, text in enumerate(steps):
            button = StepButton(index + 1, len(steps), text, self)
            button.clicked.connect(lambda _on=False, i=index: self.chosen.emit(i))
            self._buttons.append(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._apply()

    def set_steps(self, steps: Sequence[str]) -> None:
        """New words for the same steps (another language)."""
        for button, text in zip(self._buttons, steps, strict=True):
            button.setText(text)
        self._apply()

    def set_progress(self, current: int, done: Iterable[int] = ()) -> None:
        """Mark the current step and the done ones (0 based)."""
        self._current, self._done = current, frozenset(done)
        self._apply()

    def current(self) -> int:
        """The index of the current step."""
        return self._current

    def button(self, index: int) -> StepButton:
        """The control of a step."""
        return self._buttons[index]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((i for i, each in enumerate(self._buttons) if each.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        self._buttons[max(0, min(here + step, len(self._buttons) - 1))].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(short=True), tokens.TARGET)

    def sizeHint(self) -> QSize:
        return QSize(self._width(short=False), self._buttons[0].sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_buttons"):
            self._apply()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("rail_line"), 2))
        for one, other in pairwise(self._buttons):
            middle = (one.geometry().right() + other.geometry().left()) / 2
            high = self.height() / 2
            painter.drawLine(QPointF(middle - _LINK / 2 + 1, high), QPointF(middle + _LINK / 2, high))
        painter.end()

    def _apply(self) -> None:
        short = self.width() < self._width(short=False)
        for index, button in enumerate(self._buttons):
            button.set_state(current=index == self._current, done=index in self._done, short=short)
        self.updateGeometry()
        self.update()

    def _width(self, *, short: bool) -> int:
        widths = [each.hint(short=short and i != self._current).width() for i, each in enumerate(self._buttons)]
        return sum(widths) + self._row.spacing() * (len(widths) - 1)
