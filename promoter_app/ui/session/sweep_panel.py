"""The whole crew answers with its cards: the question, the sides of the card, the camera, and who is missing.

Nothing here tells what anybody answered, nor which answer is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.markers import SIDES
from promoter_app.services.sessions.attempts import Question
from promoter_app.ui import theme
from promoter_app.ui.kit import Bar, CameraView, Card, IconLabel, KeyButton, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.session.test_question import content_icon

_AUDIO_KEYS = ("1", "2", "3")
_MOST = 4
"""Names that are written out."""


class SweepPanel(QWidget):
    """`closed` ends the question, `left` goes to one person at a time, `audio_wanted` carries a place in the list."""

    closed = Signal()
    left = Signal()
    audio_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: tuple[str, ...] = ()
        self._of = 0
        self._by_hand: tuple[str, ...] = ()
        self._place = (0, 1)
        self.place = Text("", "small-strong", "ink2")
        self.words = Text("", "question", wrap=True)
        self.audio = [KeyButton("", "ph.speaker-high-fill", key, kind="accent", size="small") for key in _AUDIO_KEYS]
        self.read_aloud = Text("", "small-strong", "ambar_d", wrap=True)
        self.sides = QGridLayout()
        self.how = Text("", "small", "ink2", wrap=True)
        self.camera = CameraView()
        self.camera.set_outline(0)
        self.camera.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.count = Text("", "heading")
        self.bar = Bar()
        self.names = Text("", "small-strong", wrap=True)
        self.hand_names = Text("", "small", "ink2", wrap=True)
        self.close_question = KeyButton("", "ph.check-bold", "Return", kind="accent")
        self.one_by_one = KeyButton("", "ph.user-bold")
        self._lay_out()
        self.close_question.clicked.connect(self.closed)
        self.one_by_one.clicked.connect(self.left)
        for at, button in enumerate(self.audio):
            button.clicked.connect(lambda _on=False, chosen=at: self.audio_wanted.emit(chosen))
        self.show_recordings(())
        self.retranslate()

    def _lay_out(self) -> None:
        head = Card(padding=14)
        row = QHBoxLayout()
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in (self.place, self.words, self.read_aloud):
            column.addWidget(part)
        row.addLayout(column, 1)
        for button in self.audio:
            row.addWidget(button)
        head.body.addLayout(row)
        answers = Card(padding=14)
        self.sides.setHorizontalSpacing(12)
        self.sides.setVerticalSpacing(6)
        self.sides.setColumnStretch(2, 1)
        answers.body.addLayout(self.sides)
        answers.body.addStretch(1)
        answers.body.addWidget(self.how)
        seen = Card(padding=12)
        seen.body.setSpacing(6)
        seen.body.addWidget(self.camera, 1)
        counted = QHBoxLayout()
        counted.setSpacing(14)
        counted.addWidget(self.count)
        counted.addWidget(self.bar, 1)
        seen.body.addLayout(counted)
        seen.body.addWidget(self.names)
        seen.body.addWidget(self.hand_names)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(answers, 5)
        columns.addWidget(seen, 6)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.close_question)
        buttons.addWidget(self.one_by_one)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(head)
        outer.addLayout(columns, 1)
        outer.addLayout(buttons)

    def show_question(self, question: Question, at: int, asked: int, dont_know: str, language: str) -> None:
        """Question `at` (0 based) of `asked`, with the side of the card that stands for each answer."""
        self._place = (at, asked)
        self.words.setText(question.item.question.in_language(language))
        clear(self.sides)
        answers = [(option.words.in_language(language), content_icon(option.icon)) for option in question.options]
        answers.append((dont_know, "ph.question-bold"))
        for row, (side, (words, icon)) in enumerate(zip(SIDES, answers, strict=False)):
            letter = Text(side, "title", "cana")
            letter.setMinimumWidth(theme.px(44))
            letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.sides.addWidget(letter, row, 0)
            self.sides.addWidget(IconLabel(icon, "ink", 32), row, 1)
            self.sides.addWidget(Text(words, "strong", wrap=True), row, 2)
        self.show_missing((), 0)
        self.retranslate()

    def show_recordings(self, languages: Sequence[str]) -> None:
        """A button for each of the first three languages that have a recording; without any it is read aloud."""
        for at, button in enumerate(self.audio):
            button.setVisible(at < len(languages))
            button.setText(languages[at] if at < len(languages) else "")
        self.read_aloud.setVisible(not languages)

    def show_missing(self, missing: Sequence[str], of: int) -> None:
        """The names of those whose card was not seen yet, of how many."""
        self._missing, self._of = tuple(missing), of
        self._say_missing()

    def show_by_hand(self, names: Sequence[str]) -> None:
        """Those whose card cannot answer: they are asked one at a time afterwards."""
        self._by_hand = tuple(names)
        self._say_missing()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        audio = [each for each in self.audio if each.isVisibleTo(self)]
        return (*audio, self.camera, self.close_question, self.one_by_one)

    def take_focus(self) -> None:
        """The camera says how it is; Enter closes the question as soon as somebody was seen."""
        self.camera.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_missing(self) -> None:
        seen = self._of - len(self._missing)
        if self._missing or not self._of:
            self.count.setText(self.tr("Faltan %n de {all}", "", len(self._missing)).format(all=self._of))
        else:
            self.count.setText(self.tr("Ya se vieron todas las tarjetas"))
        self.bar.set_share(seen / self._of if self._of else 0.0, self.count.text())
        self.names.setText(self._some(self._missing))
        self.names.setVisible(bool(self._missing))
        asked_after = self.tr("Sin tarjeta que sirva, se les pregunta después: {0}")
        self.hand_names.setText(asked_after.format(self._some(self._by_hand)))
        self.hand_names.setVisible(bool(self._by_hand))
        self.close_question.set_reason("" if seen else self.tr("todavía no se ve ninguna tarjeta"))

    def _some(self, names: tuple[str, ...]) -> str:
        """The first names and how many more; the list beside has them all."""
        words = " · ".join(names[:_MOST])
        more = len(names) - _MOST
        return f"{words} · {self.tr('y %n más', '', more)}" if more > 0 else words

    def retranslate(self) -> None:
        """Every word again (question and answers come anew from the page)."""
        at, asked = self._place
        self.place.setText(self.tr("Todos con su tarjeta · pregunta {at} de {asked}").format(at=at + 1, asked=asked))
        self.read_aloud.setText(self.tr("Léela tú en voz alta."))
        self.how.setText(
            self.tr(
                "Cada quien levanta su tarjeta con la letra que elige arriba. Gira la laptop despacio. "
                "Pueden cambiar hasta que cierres."
            )
        )
        self.close_question.setText(self.tr("Cerrar la pregunta"))
        self.one_by_one.setText(self.tr("Mejor de una en una"))
        self._say_missing()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "one_by_one"):
            self.retranslate()
