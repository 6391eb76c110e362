"""Raised hands: how many chose each answer, question by question. Which answer is right is never shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from promoter_app.services.sessions.attempts import Question
from promoter_app.ui import theme
from promoter_app.ui.kit import Card, IconLabel, KeyButton, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.session.test_question import content_icon

_MOST = 999


class HandsPanel(QWidget):
    """`counted` carries the item's name, the hands for the right answer and all hands."""

    counted = Signal(str, int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self.fields: dict[str, QSpinBox] = {}
        self._card = Card(padding=20)
        self.place = Text("", "small-strong", "ink2")
        self.words = Text("", "question", wrap=True)
        self.how = Text("", "body", "ink2", wrap=True)
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(12)
        self._rows.setHorizontalSpacing(16)
        self._rows.setColumnStretch(1, 1)
        self.total = Text("", "strong")
        self.save = KeyButton("", "ph.check-bold", "Return")
        self.back = KeyButton("", "ph.users-bold")
        for part in (self.place, self.words, self.how):
            self._card.body.addWidget(part)
        self._card.body.addLayout(self._rows)
        self._card.body.addWidget(self.total)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.save)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        self._card.body.addLayout(buttons)
        self._card.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.left)
        self.retranslate()

    def show_question(self, question: Question, at: int, asked: int, dont_know: str, language: str) -> None:
        """Ask for the hands of each answer of question `at` (0 based) of `asked`."""
        self._question = question
        self.place.setText(self.tr("A mano alzada · pregunta {at} de {asked}").format(at=at + 1, asked=asked))
        self.words.setText(question.item.question.in_language(language))
        self._clear()
        for option in question.options:
            self._add(option.letter, option.words.in_language(language), content_icon(option.icon))
        self._add("", dont_know, "ph.question-bold")
        self._add_up()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops: the counts, then the buttons."""
        return (*self.fields.values(), self.save, self.back)

    def take_focus(self) -> None:
        """The first count takes the focus."""
        first = next(iter(self.fields.values()))
        first.setFocus()
        first.selectAll()

    def retranslate(self) -> None:
        """Every word again."""
        self.how.setText(self.tr("Lee la pregunta y cada respuesta. Anota cuántas manos se alzan en cada una."))
        self.save.setText(self.tr("Guardar y seguir"))
        self.back.setText(self.tr("Mejor de una en una"))
        self._add_up()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "back"):
            self.retranslate()

    def _add(self, letter: str, words: str, icon: str) -> None:
        row = self._rows.rowCount()
        label = Text(words, "strong", wrap=True)
        field = QSpinBox()
        field.setRange(0, _MOST)
        field.setMinimumWidth(theme.px(130))
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setAccessibleName(words)
        field.valueChanged.connect(self._add_up)
        label.setBuddy(field)
        self._rows.addWidget(IconLabel(icon, "ink", 32), row, 0)
        self._rows.addWidget(label, row, 1)
        self._rows.addWidget(field, row, 2)
        self.fields[letter] = field

    def _clear(self) -> None:
        self.fields = {}
        clear(self._rows)

    def _sum(self) -> int:
        return sum(field.value() for field in self.fields.values())

    def _add_up(self) -> None:
        self.total.setText(self.tr("%n manos en total", "", self._sum()))
        self.save.set_reason("" if self._sum() else self.tr("faltan las manos"))

    def _save(self) -> None:
        if self._question is not None:
            item = self._question.item
            self.counted.emit(item.id, self.fields[item.key].value(), self._sum())
