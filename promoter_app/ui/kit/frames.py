"""Frames and words: Card, Chip, Text, Rule, and the bottom bar of a session."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.paint import LEFT, draw_text, fill_box, text_width
from promoter_app.ui.stylesheet import tag_colours

_HEAD_ROOM = 1000
"""Pixels of heading and controls that stand beside each other in large text, in the least window."""


class Text(QLabel):
    """A label in a text style of tokens.TYPES and a palette colour; plain text unless told otherwise."""

    def __init__(
        self, text: str = "", role: str = "body", ink: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if ink:
            self.setProperty("ink", ink)

    def set_ink(self, ink: str) -> None:
        """Change the colour (a name of the palette that the style sheet knows; "" is ink)."""
        self.setProperty("ink", ink)
        restyle(self)


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a changed dynamic property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class IconLabel(QWidget):
    """An icon that stands beside words and says nothing itself; `size` px at 100 % text."""

    def __init__(self, name: str, colour: str = "ink", size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour, self._side = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str) -> None:
        """Change icon and colour."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._side), theme.px(self._side))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, theme.colour(self._colour))
        painter.end()


class Rule(QFrame):
    """A separating line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "true")
        self.setFixedHeight(2)


class Card(QFrame):
    """A white box with a 2 px edge; an optional heading bar; `body` is the layout to fill.

    `tone` is "", "main" (the hero), "amber", "red", "blue" or "grape".
    """

    def __init__(self, heading: str = "", tone: str = "", *, padding: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setProperty("tone", tone)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 2)
        outer.setSpacing(0)
        self.heading = Text(heading, "heading")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(18, 10, 18, 10)
        self.head.setSpacing(10)
        self._rule = Rule()
        self.head.addWidget(self.heading)
        self.head.addStretch(1)
        self._ends = QHBoxLayout()
        self.head.addLayout(self._ends)
        outer.addLayout(self.head)
        outer.addWidget(self._rule)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(padding, padding - 4, padding, padding - 4)
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)
        self._show_head(bool(heading))

    def set_heading(self, heading: str) -> None:
        """Change the words of the heading bar; without words there is no bar."""
        self.heading.setText(heading)
        self._show_head(bool(heading))

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the right end of the heading bar; under the heading where large text leaves no room."""
        self._ends.addWidget(widget)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        self.setProperty("tone", tone)
        restyle(self)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange) and hasattr(self, "_ends"):
            wide = self.heading.sizeHint().width() + self._ends.sizeHint().width()
            stack(self.head, theme.is_large() and wide > _HEAD_ROOM)
        return super().event(event)

    def _show_head(self, shown: bool) -> None:
        self.heading.setVisible(shown)
        self._rule.setVisible(shown)
        self.head.setContentsMargins(*((18, 10, 18, 10) if shown else (0, 0, 0, 0)))


class Chip(QWidget):
    """A tag: icon and a few words on a pale ground; not a control. Tones: stylesheet.TAG_TONES."""

    def __init__(self, text: str = "", icon: str = "", tone: str = "green", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._icon, self._tone = text, icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_chip(self, text: str, icon: str = "", tone: str = "green") -> None:
        """Change words, icon and tone."""
        self._text, self._icon, self._tone = text, icon, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Its words."""
        return self._text

    def sizeHint(self) -> QSize:
        width = 24 + text_width(self._text, theme.font("small-strong")) + (self._side() + 6 if self._icon else 0)
        return QSize(round(width + 1), max(32, theme.px(30)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, text = tag_colours(self._tone)
        painter = QPainter(self)
        fill_box(painter, QRectF(self.rect()), tokens.RADIUS_TAG, theme.colour(ground))
        left = 12.0
        if self._icon:
            box = QRectF(left, (self.height() - self._side()) / 2, self._side(), self._side())
            paint_icon(painter, box, self._icon, theme.colour(text))
            left += self._side() + 6
        room = QRectF(left, 0, self.width() - left - 10, self.height())
        draw_text(painter, room, self._text, theme.font("small-strong"), theme.colour(text), LEFT)
        painter.end()

    def _side(self) -> int:
        return theme.px(20)


class BottomBar(QFrame):
    """The bar under a session: secondary buttons left, the one main button right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "bottom")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 8, 20, 8)
        self._row.setSpacing(12)
        self._row.addStretch(1)
        self.setMinimumHeight(tokens.SESSION_BOTTOM)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_left(self, widget: QWidget) -> None:
        """Add after what is already at the left."""
        self._row.insertWidget(self._stretch_place(), widget)

    def add_right(self, widget: QWidget) -> None:
        """Add at the right end."""
        self._row.addWidget(widget)

    def _stretch_place(self) -> int:
        return next(i for i in range(self._row.count()) if isinstance(self._row.itemAt(i), QSpacerItem))
