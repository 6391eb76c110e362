"""Three counts over the questions: present, without a mark, to be confirmed."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.ui.kit.frames import Card, IconLabel, Text
from promoter_app.ui.kit.layouts import stack


class Counters(QWidget):
    """The third one is amber while something waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        icons = (("ph.check-circle-fill", "cana"), ("ph.minus-circle-bold", "ink2"), ("ph.question-fill", "ambar_d"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.cards: list[Card] = []
        self.numbers: list[Text] = []
        self.words: list[Text] = []
        for icon, colour in icons:
            card, number, words = Card(padding=10), Text("0", "hero"), Text("", "small", "ink2")
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(IconLabel(icon, colour, 32))
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(words)
            line.addLayout(column, 1)
            card.body.addLayout(line)
            self._row.addWidget(card, 1)
            self.cards.append(card)
            self.numbers.append(number)
            self.words.append(words)

    def show_counts(self, present: int, unmarked: int, waiting: int) -> None:
        """Change the numbers."""
        self._counts = (present, unmarked, waiting)
        for number, count in zip(self.numbers, self._counts, strict=True):
            number.setText(str(count))
        self.cards[2].set_tone("amber" if waiting else "")
        self._describe()

    def retranslate(self) -> None:
        """Put on every word again."""
        for label, text in zip(
            self.words, (self.tr("presentes"), self.tr("sin marca"), self.tr("por confirmar")), strict=True
        ):
            label.setText(text)
        self._describe()

    def _describe(self) -> None:
        for card, words, count in zip(self.cards, self.words, self._counts, strict=True):
            card.setAccessibleName(f"{count} {words.text()}")

    def arrange(self, *, large: bool) -> None:
        """One below the other with large letters."""
        stack(self._row, large)
