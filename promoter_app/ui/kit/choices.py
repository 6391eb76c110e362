"""Choices: ChoiceRow (one of a few words, a key each) and AnswerTiles (one of three pictures)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import (
    LEFT,
    cap_size,
    draw_text,
    draw_wrapped,
    fill_box,
    paint_cap,
    text_width,
    wrapped_height,
)
from promoter_app.ui.kit.tab_place import keep_tab_place


@dataclass(frozen=True)
class Choice:
    """A value, its words, the letter or digit that chooses it, and an icon or picture for tiles."""

    value: Hashable
    text: str
    key: str = ""
    icon: str = ""
    picture: QPixmap | None = None


class _ChoiceButton(QAbstractButton):
    """What a row button and a tile share: checkable, keyboard reach, names with state."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.by_hand = False
        """Whether a toggle comes from a click, a key or `set_value`; assistive technology toggles without any."""
        self.setCheckable(True)
        self.setText(choice.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._describe)
        self._describe()

    def nextCheckState(self) -> None:
        self.by_hand = True
        super().nextCheckState()
        self.by_hand = False

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "choice"):
            self._describe()

    def _describe(self) -> None:
        chosen = self.tr("{name}, elegido") if self.isChecked() else "{name}"
        self.setAccessibleName(chosen.format(name=self.choice.text))
        self.setAccessibleDescription(
            key_names.described((self.choice.key,)) if self.choice.key else ""
        )

    def _colours(self) -> tuple[str, str, str, int]:
        """Ground, border, text and border width."""
        if not self.isEnabled():
            return "off", "off", "on_off", tokens.BORDER
        if self.isChecked():
            return "cana_t", "cana", "cana", tokens.BORDER_CHOSEN
        return ("paper" if self.underMouse() else "white"), "line", "ink", tokens.BORDER


class ChoiceButton(_ChoiceButton):
    """One choice of a row, 56 px high, with a tick when chosen; its key shows while the row has the focus."""

    def __init__(self, choice: Choice, parent: QWidget | None = None, *, tight: bool = False) -> None:
        self._shows_key, self._tight = False, tight
        super().__init__(choice, parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_key(self, shown: bool) -> None:
        """Draw its key or not."""
        self._shows_key = shown
        self.update()

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), theme.font("strong")) + 1
        cap = cap_size(self.choice.key).width() + 8 if self.choice.key else 0.0
        tick = theme.px(22) + 8.0
        width = words + (max(tick, cap) + 20 if self._tight else tick + cap + 28)
        return QSize(round(width), max(56, theme.px(48)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, border, text, edge = self._colours()
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill_box(painter, box, tokens.RADIUS_CONTROL, theme.colour(ground), theme.colour(border), edge)
        colour, face, side = theme.colour(text), theme.font("strong"), theme.px(22)
        shows_key = self._shows_key and not (self._tight and self.isChecked())
        cap = cap_size(self.choice.key) if shows_key and self.choice.key else None
        words = text_width(self.text(), face) + 1
        total = words + (side + 8 if self.isChecked() else 0) + (cap.width() + 8 if cap else 0)
        left = max(8.0, (self.width() - total) / 2)
        if self.isChecked():
            tick = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, tick, "ph.check-bold", colour)
            left += side + 8
        room = QRectF(left, 0, min(words, self.width() - left - 6), self.height())
        draw_text(painter, room, self.text(), face, colour, LEFT)
        if cap:
            place = QRectF(left + words + 8, (self.height() - cap.height()) / 2, cap.width(), cap.height())
            paint_cap(painter, place, key_names.caption(self.choice.key), colour)
        painter.end()


class AnswerTile(_ChoiceButton):
    """One answer of a test: key on top, picture on a disc, words below; at least 200 by 200."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(322, 360)

    def minimumSizeHint(self) -> QSize:
        words = wrapped_height(self.text(), theme.font("answer"), 220)
        return QSize(240, max(200, round(self._cap().height() + 84 + words + 48)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, border, text, edge = self._colours()
        painter = QPainter(self)
        box = QRectF(self.rect())
        width = edge + 1 if self.isChecked() else 3
        fill_box(painter, box, tokens.RADIUS_CARD, theme.colour(ground), theme.colour(border), width)
        colour = theme.colour(text)
        cap = self._cap()
        top = QRectF((self.width() - cap.width()) / 2, 18, cap.width(), cap.height())
        if self.choice.key:
            paint_cap(painter, top, key_names.caption(self.choice.key), colour, "heading")
        if self.isChecked():
            side = theme.px(32)
            place = QRectF(self.width() - side - 16, 16, side, side)
            paint_icon(painter, place, "ph.check-circle-fill", colour)
        face = theme.font("answer")
        high = wrapped_height(self.text(), face, self.width() - 36)
        words = QRectF(18, self.height() - high - 16, self.width() - 36, high)
        draw_wrapped(painter, words, self.text(), face, colour)
        self._paint_picture(painter, QRectF(18, top.bottom() + 8, self.width() - 36, words.top() - top.bottom() - 16))
        painter.end()

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        if room.height() < 32:
            return
        side = min(room.width(), room.height(), 124.0 if self.choice.picture is None else 1e4)
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(room.center())
        if self.choice.picture is not None:
            shown = self.choice.picture.scaled(
                room.toAlignedRect().size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            place = QRectF(shown.rect())
            place.moveCenter(room.center())
            painter.drawPixmap(place.topLeft(), shown)
        elif self.choice.icon:
            fill_box(painter, disc, side / 2, theme.colour("paper"), theme.colour("hair"), 2)
            inset = side * 0.22
            inner = disc.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, inner, self.choice.icon, theme.colour("ink"))

    def _cap(self) -> QSize:
        return cap_size(key_names.caption(self.choice.key), "heading").toSize() if self.choice.key else QSize(0, 0)


class _Choices(QWidget):
    """An exclusive row: arrows move, letters and digits choose, one Tab stop."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice], spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: list[_ChoiceButton] = []
        self._columns = 0
        self._row = QGridLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; nothing is chosen afterwards."""
        for button in self._buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = [self._make(choice) for choice in choices]
        for place, button in enumerate(self._buttons):
            button.setProperty("choice", place)
            button.clicked.connect(lambda _on=False, b=button: self.chosen.emit(b.choice.value))
            button.toggled.connect(lambda on, b=button: self._toggled_from_outside(b, on))
            button.installEventFilter(self)
            self._group.addButton(button)
        self.set_columns(self._columns)
        keep_tab_place(self, self._buttons)
        if self._buttons:
            self.setFocusProxy(self._buttons[0])  # last: it moves the row in the Tab order

    def _toggled_from_outside(self, button: _ChoiceButton, on: bool) -> None:
        """A screen reader's press only toggles: that is a choice too."""
        if on and not button.by_hand:
            self.chosen.emit(button.choice.value)

    def set_columns(self, columns: int) -> None:
        """At most so many beside each other, the rest below; 0 for all in one line."""
        self._columns = columns
        for button in self._buttons:
            self._row.removeWidget(button)
        for place, button in enumerate(self._buttons):
            line, column = divmod(place, columns) if columns else (0, place)
            self._row.addWidget(button, line, column)
            button.show()

    def line_width(self) -> int:
        """The width that all need beside each other, in pixels."""
        gaps = self._row.horizontalSpacing() * (len(self._buttons) - 1)
        return sum(button.sizeHint().width() for button in self._buttons) + gaps

    def choices(self) -> list[Choice]:
        """What is offered."""
        return [button.choice for button in self._buttons]

    def button(self, value: Hashable) -> QAbstractButton:
        """The control for a value (StopIteration when it is not offered)."""
        return next(each for each in self._buttons if each.choice.value == value)

    def value(self) -> Hashable | None:
        """What is chosen, or None."""
        return next((each.choice.value for each in self._buttons if each.isChecked()), None)

    def set_value(self, value: Hashable | None) -> None:
        """Choose without a signal; None chooses nothing."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.by_hand = True
            button.setChecked(button.choice.value == value and value is not None)
            button.by_hand = False
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.setExclusive(True)

    def press_key(self, letter: str) -> bool:
        """Choose by letter or digit; False when none has it."""
        for button in self._buttons:
            if button.choice.key and button.choice.key.casefold() == letter.casefold() and button.isEnabled():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                button.click()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)
            return
        if event.text() and self.press_key(event.text()):
            return
        super().keyPressEvent(event)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Arrows, letters and digits of the focused button belong to the row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letters = {each.choice.key.casefold() for each in self._buttons if each.choice.key}
            arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if arrow or event.text().casefold() in letters:
                self.keyPressEvent(event)
                return True
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and isinstance(event, QFocusEvent):
            self._focus_moved(event.type() == QEvent.Type.FocusIn)
        return False

    def _move(self, step: int) -> None:
        here = next((i for i, each in enumerate(self._buttons) if each.hasFocus()), 0)
        there = max(0, min(here + step, len(self._buttons) - 1))
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, choice: Choice) -> _ChoiceButton:
        raise NotImplementedError

    def _focus_moved(self, _inside: bool) -> None:
        """Nothing, unless a kind of row shows its keys only while focused."""


class ChoiceRow(_Choices):
    """One of a few words. `chosen` carries the value; `value()` is None until something is chosen.

    With `tight` a chosen button shows its tick in place of its key, so that many fit in a line.
    """

    def __init__(
        self, name: str = "", choices: Sequence[Choice] = (), parent: QWidget | None = None, *, tight: bool = False
    ) -> None:
        self._tight = tight
        super().__init__(name, choices, 8, parent)

    def _make(self, choice: Choice) -> _ChoiceButton:
        return ChoiceButton(choice, self, tight=self._tight)

    def _focus_moved(self, inside: bool) -> None:
        for button in self._buttons:
            if isinstance(button, ChoiceButton):
                button.show_key(inside)


class AnswerTiles(_Choices):
    """The pictures of a question; `chosen` carries the value. Their keys work anywhere in the window."""

    def __init__(self, name: str = "", choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(name, choices, 14, parent)

    def _make(self, choice: Choice) -> _ChoiceButton:
        tile = AnswerTile(choice, self)
        if choice.key:
            shortcut = QShortcut(key_names.sequences(choice.key)[0], tile)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda: self.press_key(choice.key))
        return tile
