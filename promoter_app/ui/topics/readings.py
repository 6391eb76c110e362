"""What a topic holds, to read: cue cards, questions, languages, inserts and laws. Editing is asked for by signals."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.course import Item, LegalRef, Module, needs_checking
from promoter_app.domain.curriculum.labels import confidence_meaning
from promoter_app.services.topics.tongues import Tongue
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, Rule, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import full_date
from promoter_app.ui.session.topic_card import CardDots, CueCardPanel

_PRIVATE_FROM = 3


class CardsReading(QWidget):
    """One cue card at a time, as the group sees it. `edit_wanted` carries its place."""

    edit_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._module: Module | None = None
        self._at = 0
        self.panel = CueCardPanel()
        self.dots = CardDots()
        self.back_button = KeyButton("", "ph.arrow-left-bold", "PgUp", size="small")
        self.next_button = KeyButton("", "ph.arrow-right-bold", "PgDown", size="small")
        self.edit_button = KeyButton("", "ph.pencil-simple-bold", "F2", size="small")
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.back_button, self.next_button, self.dots):
            row.addWidget(part)
        row.addStretch(1)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.addLayout(row, 1)
        self._bar.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._bar)
        column.addWidget(self.panel, 1)
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        self.edit_button.clicked.connect(lambda: self.edit_wanted.emit(self._at))

    def retranslate(self) -> None:
        """Put on every word again."""
        self.back_button.setText(self.tr("Anterior"))
        self.next_button.setText(self.tr("Siguiente"))
        self.edit_button.setText(self.tr("Cambiar ficha"))

    def arrange(self, *, stacked: bool) -> None:
        """In two lines, and without dots, where text is large."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._bar.setDirection(down if stacked else across)
        self.dots.setVisible(not stacked)

    def show_module(self, module: Module, *, may_edit: bool) -> None:
        """Another topic begins at its first card."""
        if self._module is None or self._module.code != module.code:
            self._at = 0
        self._module = module
        self._at = min(self._at, len(module.cards) - 1)
        self.edit_button.setVisible(may_edit)
        self._show()

    def _step(self, step: int) -> None:
        self._at += step
        self._show()

    def _show(self) -> None:
        module = self._module
        if module is None:
            return
        count = len(module.cards)
        self._at = max(0, min(self._at, count - 1))
        private = module.level >= _PRIVATE_FROM
        self.panel.show_card(module.cards[self._at], self._at, count, self.desk.language, private=private)
        self.dots.show_place(self._at, count)
        self.back_button.set_reason("" if self._at else self.tr("Es la primera"))
        self.next_button.set_reason("" if self._at < count - 1 else self.tr("Es la última"))


class ListReading(QWidget):
    """Pieces below each other, each with a button to change it for those who may."""

    edit_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.card = Card("…")
        self.buttons: list[KeyButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)

    def show_questions(self, module: Module, *, may_edit: bool) -> None:
        """Every question with its answers; the right one is marked for those who may change it."""
        self._begin(self.tr("Preguntas de la prueba"))
        for at, item in enumerate(module.items):
            self._add_question(at, item, may_edit=may_edit)
        self._end()

    def _add_question(self, at: int, item: Item, *, may_edit: bool) -> None:
        say = self.desk.language
        chips = [Chip(self.tr("Prueba corta"), "ph.star-fill", "plain")] if item.in_short else []
        self._add_head(at, f"{at + 1}. {item.question.in_language(say)}", chips, may_edit=may_edit)
        for option in item.options:
            right = may_edit and option.letter == item.key
            words = f"{option.letter}) {option.words.in_language(say)}"
            words = self.tr("{0} · correcta").format(words) if right else words
            self._add(Text(words, "strong" if right else "body", "cana" if right else "", wrap=True))

    def show_laws(self, module: Module, today: date, *, may_edit: bool) -> None:
        """Every law with how far it was checked and whether it must be verified before printing."""
        self._begin(self.tr("Leyes y normas"))
        for at, ref in enumerate(module.legal):
            self._add_law(at, ref, today, may_edit=may_edit)
        self._end()

    def _add_law(self, at: int, ref: LegalRef, today: date, *, may_edit: bool) -> None:
        say = self.desk.language
        checked = full_date(ref.checked_on) if ref.checked_on else ""
        if needs_checking(ref, today):
            chip = Chip(self.tr("Verificar antes de imprimir"), "ph.warning-fill", "amber")
        else:
            chip = Chip(self.tr("Comprobada"), "ph.check-circle-fill", "green")
        self._add_head(at, ref.ref, [chip], may_edit=may_edit)
        if ref.note is not None:
            self._add(Text(ref.note.in_language(say), "body", wrap=True))
        when = self.tr("Comparada el {0}").format(checked) if checked else self.tr("Nadie la ha comparado todavía")
        mark = confidence_meaning(ref.confidence).in_language(say)
        self._add(Text(f"{when} · {mark}", "small", "ink2", wrap=True))

    def show_tongues(self, tongues: list[Tongue]) -> None:
        """Every language: its recording with its speaker, and its texts; empty stays empty."""
        self._begin(self.tr("En cada lengua"))
        parts = {"title": self.tr("Título"), "script": self.tr("Guion"), "sheet": self.tr("Hoja")}
        for at, tongue in enumerate(tongues):
            chip = tongue_chip(tongue, self.tr("audio"), self.tr("falta audio"))
            self._add_head(at, self.desk.language_name(tongue.language), [chip], may_edit=False)
            if tongue.is_here:
                self._add(Text(self.tr("Voz de {0}").format(tongue.slot.speaker), "small", "ink2", wrap=True))
            for text in tongue.texts:
                self._add(Text(text.words, "body", wrap=True))
                signed = self.tr("{0}: lo dio {1} el {2}").format(
                    parts[text.part], text.speaker, full_date(text.signed_on)
                )
                self._add(Text(signed, "small", "ink2", wrap=True))
            if not tongue.texts:
                self._add(Text(self.tr("Texto no disponible todavía"), "small", "ink2", wrap=True))
        self._end()

    # building
    def _begin(self, heading: str) -> None:
        self.card.set_heading(heading)
        while (item := self.card.body.takeAt(0)) is not None:
            widget, layout = item.widget(), item.layout()
            if layout is not None:
                clear(layout)
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.buttons = []

    def _add(self, widget: QWidget) -> None:
        self.card.body.addWidget(widget)

    def _add_head(self, at: int, words: str, chips: list[Chip], *, may_edit: bool) -> None:
        if at:
            self._add(Rule())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Text(words, "bold", wrap=True), 1)
        for chip in chips:
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        if may_edit:
            button = KeyButton(self.tr("Cambiar"), "ph.pencil-simple-bold", size="small")
            button.setAccessibleName(self.tr("Cambiar: {0}").format(words))
            button.clicked.connect(lambda _on=False, place=at: self.edit_wanted.emit(place))
            self.buttons.append(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.card.body.addLayout(row)

    def _end(self) -> None:
        keep_tab_place(self, self.buttons)


def tongue_chip(tongue: Tongue, audio: str, missing: str) -> Chip:
    """Whether a language can be heard: `audio` or `missing`."""
    if tongue.is_here:
        return Chip(audio, "ph.speaker-high-fill", "green")
    return Chip(missing, "ph.speaker-slash-fill", "amber")
