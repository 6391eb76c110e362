"""The rows of Alta rápida: a title over each, the name's field, the consent that is read aloud."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import Chip, ChoiceRow, IconLabel, Text
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.keys import is_enter
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.paint import fill_box

_FIELD = 330


class NameField(QLineEdit):
    """The name; Enter goes on, and a tick stands at its end once there is something."""

    entered = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text().strip():
            return
        side = theme.px(26)
        painter = QPainter(self)
        box = QRectF(self.width() - side - 16, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, "ph.check-bold", theme.colour("cana"))
        painter.end()


class TitledRow(QWidget):
    """A title over a control; `say` changes the title, in red while something is missing."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text("", "label")
        self.title.setBuddy(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addWidget(control)

    def say(self, title: str, *, missing: bool = False) -> None:
        """Change the title."""
        self.title.setText(title)
        self.title.set_ink("rojo" if missing else "")


class TitleCard(QWidget):
    """Whose card it is, in a blue frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self.icon = IconLabel("ph.identification-card-fill", "azul", 52)
        self.title = Text("", "title", wrap=True)
        self.detail = Text("", "body", "ink2", wrap=True)
        self.chip = Chip("", "ph.user-plus-fill", "blue")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        said = QHBoxLayout()
        said.setSpacing(18)
        said.addWidget(self.icon)
        said.addLayout(words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(22, 10, 22, 10)
        self._row.setSpacing(18)
        self._row.addLayout(said, 1)
        self._row.addWidget(self.chip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def put_for_chip(self, field: QWidget) -> None:
        """A field in the place of the chip; under the words where the text is large."""
        self.chip.hide()
        self._field = field
        self._row.addWidget(field)
        self._fit()

    def tab_stops(self) -> list[QWidget]:
        """The field, when there is one."""
        return [self._field] if self._field is not None else []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()

    def _fit(self) -> None:
        if self._field is not None:
            stack(self._row, theme.is_large())
            self._field.setMinimumWidth(0 if theme.is_large() else theme.px(_FIELD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_box(painter, QRectF(self.rect()), 14, theme.colour("white"), theme.colour("azul"), 4)
        painter.end()


class ConsentBox(QWidget):
    """What is read aloud, and the answer; framed while it is its turn."""

    def __init__(self, answers: ChoiceRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn = False
        self.answers = answers
        self.lead = Text("", "small-strong", "ink2", wrap=True)
        self.words = Text("", "body", wrap=True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self._limit()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.lead)
        said.addWidget(self.words)
        inner = QHBoxLayout()
        inner.setSpacing(16)
        inner.addWidget(IconLabel("ph.megaphone-fill", "azul", 36))
        inner.addLayout(said, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(16)
        self._row.addLayout(inner, 1)
        self._row.addWidget(answers)

    def read(self, text: str) -> None:
        """The text to read, the question at its end in bold."""
        before, mark, question = text.rpartition("¿")
        if not mark:
            before, mark, question = text.rpartition(". ")
            before, mark = before + mark, ""
        self.words.setText(f"«{escape(before)}<b>{escape(mark + question)}</b>»" if text else "")
        self.words.setAccessibleName(text)

    def _limit(self) -> None:
        """No line longer than 75 letters."""
        self.words.setMaximumWidth(theme.px(690))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "words"):
            self._limit()

    def set_turn(self, turn: bool) -> None:
        """Whether it is this row's turn."""
        self._turn = turn
        self.update()

    def set_stacked(self, stacked: bool) -> None:
        """The answers under the words instead of beside them."""
        stack(self._row, stacked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge, width = ("foco", tokens.BORDER_CHOSEN) if self._turn else ("hair", tokens.BORDER)
        box = QRectF(self.rect())
        fill_box(painter, box, tokens.RADIUS_CARD, theme.colour("paper"), theme.colour(edge), width)
        painter.end()
