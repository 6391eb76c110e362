"""A cue card: its place, at most three messages with a picture each, and the question for the group."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.course import CueCard, CueMessage
from promoter_app.ui import theme
from promoter_app.ui.kit import Card, Chip, IconLabel, Rule, Text
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import fill_box
from promoter_app.ui.session.test_question import content_icon


class Disc(QWidget):
    """A white icon on a green disc, 84 px."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(84, 84)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill_box(painter, box, box.width() / 2, theme.colour("cana"))
        paint_icon(painter, box.adjusted(18, 18, -18, -18), self._icon, theme.colour("on_cana"))
        painter.end()


class Message(QWidget):
    """One message: picture, what to remember, one line of explanation."""

    def __init__(self, message: CueMessage, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(message.title.in_language(language), "cue", wrap=True)
        self.line = Text(message.line.in_language(language), "lead", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.line)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Disc(content_icon(message.icon)))
        row.addLayout(words, 1)


class GroupQuestion(Card):
    """The amber box with the question for the group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="amber", padding=14, parent=parent)
        self.label = Text("", "small-strong", "ambar_d")
        self.words = Text("", "lead", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconLabel("ph.chats-circle-fill", "ambar_d", 38))
        row.addLayout(column, 1)
        self.body.addLayout(row)


class CueCardPanel(Card):
    """Give it a card with `show_card`; nobody in it is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.place = Chip("", tone="green")
        self.private = Chip("", "ph.camera-slash-bold", tone="grape")
        self.title = Text("", "title", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.setSpacing(14)
        head.addWidget(self.place)
        head.addWidget(self.title, 1)
        head.addWidget(self.private)
        self.question = GroupQuestion()
        self._messages = QVBoxLayout()
        self._messages.setContentsMargins(24, 6, 24, 6)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 14)
        foot.addWidget(self.question)
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(head)
        self.body.addWidget(Rule())
        self.body.addLayout(self._messages, 1)
        self.body.addLayout(foot)
        self.shown: list[Message] = []

    def show_card(self, card: CueCard, at: int, count: int, language: str, *, private: bool) -> None:
        """Card `at` (0 based) of `count`; `private` says that nobody takes photos."""
        self.place.set_chip(self.tr("Ficha {at} de {count}").format(at=at + 1, count=count), tone="green")
        self.private.set_chip(self.tr("Sin fotos"), "ph.camera-slash-bold", "grape")
        self.private.setVisible(private)
        self.title.setText(card.title.in_language(language))
        self._clear()
        for message in card.messages:
            shown = Message(message, language)
            self._messages.addWidget(shown, 1, Qt.AlignmentFlag.AlignVCenter)
            self.shown.append(shown)
        self.question.label.setText(self.tr("Pregunta al grupo"))
        self.question.words.setText(card.question.in_language(language))

    def _clear(self) -> None:
        for message in self.shown:
            self._messages.removeWidget(message)
            message.hide()
            message.setParent(None)
            message.deleteLater()
        self.shown = []


class CardDots(QWidget):
    """One pill per card: behind, now, ahead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at, self._count = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_place(self, at: int, count: int) -> None:
        """Card `at` (0 based) of `count`."""
        self._at, self._count = at, count
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(0, self._count * (self._wide() + 8) - 8), 12)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self._count):
            box = QRectF(place * (self._wide() + 8), 0, self._wide(), 12)
            ground, border = ("cana", "cana") if place < self._at else ("white", "line")
            if place == self._at:
                ground, border = "ambar", "ink"
            fill_box(painter, box, 6, theme.colour(ground), theme.colour(border), 2)
        painter.end()

    def _wide(self) -> int:
        return 36 if self._count <= 6 else 20
