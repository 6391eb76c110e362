"""Repasar fichas: the cue cards of a topic, to read before going to the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.course import CueCard, Module, title_on_paper
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.question import room_for


class ReviewCards(QDialog):
    """All cards of a module, one under the other; Esc closes."""

    def __init__(self, desk: Desk, module: Module, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        self.setWindowTitle("Surco")
        self.resize(room_for(self, 900, 640))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(Text(title_on_paper(module, desk.language), "title", wrap=True))
        inner = QWidget()
        cards = QVBoxLayout(inner)
        cards.setSpacing(14)
        for number, card in enumerate(module.cards, start=1):
            cards.addWidget(self._card(number, card))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Fichas del tema"))
        scroll.setWidget(inner)
        column.addWidget(scroll, 1)
        close = KeyButton(self.tr("Cerrar"), "ph.x-bold", "Esc", cap_only=True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, number: int, card: CueCard) -> Card:
        words = self._language
        shown = Card(f"{number} · {card.title.in_language(words)}")
        for message in card.messages:
            shown.body.addWidget(Text(message.title.in_language(words), "bold", wrap=True))
            shown.body.addWidget(Text(message.line.in_language(words), "body", "ink2", wrap=True))
        shown.body.addWidget(Text(card.question.in_language(words), "body", "ambar_d", wrap=True))
        return shown
