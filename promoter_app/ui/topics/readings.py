"""What a topic holds, to read: cue cards, questions, languages, inserts and laws. Editing is asked for by signals."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.course import Item, ItemKind, LegalRef, Module, needs_checking
from promoter_app.domain.curriculum.labels import confidence_meaning
from promoter_app.services.topics.tongues import Tongue
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, Rule, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import full_date
from promoter_app.ui.session.topic_card import CardDots, CueCardPanel
from promoter_app.ui.topics.office_bar import OfficeBar

_PRIVATE_FROM = 3


class CardsReading(QWidget):
    """One cue card at a time, as the group sees it. The signals carry its place; `move_wanted` also -1 or 1."""

    edit_wanted = Signal(int)
    add_wanted = Signal(int)
    remove_wanted = Signal(int)
    move_wanted = Signal(int, int)

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
        self.add_button = KeyButton("", "ph.plus-bold", size="small")
        self.earlier_button = KeyButton("", "ph.arrow-bend-up-left-bold", size="small")
        self.later_button = KeyButton("", "ph.arrow-bend-up-right-bold", size="small")
        self.remove_button = KeyButton("", "ph.minus-circle-bold", kind="danger", size="small")
        self.office = OfficeBar(
            (self.edit_button, self.add_button, self.earlier_button, self.later_button, self.remove_button)
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.back_button, self.next_button, self.dots):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.office)
        column.addLayout(row)
        column.addWidget(self.panel, 1)
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        self.edit_button.clicked.connect(lambda: self.edit_wanted.emit(self._at))
        self.add_button.clicked.connect(lambda: self.add_wanted.emit(self._at))
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self._at))
        self.earlier_button.clicked.connect(lambda: self._move(-1))
        self.later_button.clicked.connect(lambda: self._move(1))

    def retranslate(self) -> None:
        """Put on every word again."""
        self.back_button.setText(self.tr("Anterior"))
        self.next_button.setText(self.tr("Siguiente"))
        self.edit_button.setText(self.tr("Cambiar ficha"))
        self.add_button.setText(self.tr("Agregar ficha"))
        self.earlier_button.setText(self.tr("Antes"))
        self.earlier_button.setAccessibleName(self.tr("Poner la ficha antes"))
        self.later_button.setText(self.tr("Después"))
        self.later_button.setAccessibleName(self.tr("Poner la ficha después"))
        self.remove_button.setText(self.tr("Quitar ficha"))

    def arrange(self, *, stacked: bool) -> None:
        """Without dots, and buttons in more lines, where text is large."""
        self.office.arrange()
        self.dots.setVisible(not stacked)

    def show_module(self, module: Module, *, may_edit: bool) -> None:
        """Another topic begins at its first card."""
        if self._module is None or self._module.code != module.code:
            self._at = 0
        self._module = module
        self.office.setVisible(may_edit)
        self._show()

    def _step(self, step: int) -> None:
        self._at += step
        self._show()

    def _move(self, by: int) -> None:
        """The card goes to its new place, and is followed there."""
        at = self._at
        self._at += by
        self.move_wanted.emit(at, by)

    def _show(self) -> None:
        module = self._module
        if module is None:
            return
        count = len(module.cards)
        self._at = max(0, min(self._at, count - 1))
        self.panel.setVisible(count > 0)
        if count:
            private = module.level >= _PRIVATE_FROM
            self.panel.show_card(module.cards[self._at], self._at, count, self.desk.language, private=private)
        self.dots.show_place(self._at, count)
        none = "" if count else self.tr("Este tema no tiene fichas todavía")
        first = "" if self._at else self.tr("Es la primera")
        last = "" if self._at < count - 1 else self.tr("Es la última")
        for button in (self.back_button, self.earlier_button):
            button.set_reason(none or first)
        for button in (self.next_button, self.later_button):
            button.set_reason(none or last)
        for button in (self.edit_button, self.remove_button):
            button.set_reason(none)


class ListReading(QWidget):
    """Pieces below each other, with buttons for those who may change them. Signals carry the place or the kind."""

    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    add_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.card = Card("…")
        self.buttons: list[KeyButton] = []
        self.remove_buttons: list[KeyButton] = []
        self.add_choice = KeyButton("", "ph.plus-bold", size="small")
        self.add_true_false = KeyButton("", "ph.plus-bold", size="small")
        self.office = OfficeBar((self.add_choice, self.add_true_false))
        self.add_choice.clicked.connect(lambda: self.add_wanted.emit(ItemKind.CHOICE))
        self.add_true_false.clicked.connect(lambda: self.add_wanted.emit(ItemKind.TRUE_FALSE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.office)
        column.addWidget(self.card)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Put on every word again; the rest is worded when it is shown."""
        self.add_choice.setText(self.tr("Agregar pregunta"))
        self.add_true_false.setText(self.tr("Agregar verdadero o falso"))

    def arrange(self) -> None:
        """The buttons in more lines where text is large."""
        self.office.arrange()

    def show_questions(self, module: Module, *, may_edit: bool) -> None:
        """Every question with its answers; the right one is marked for those who may change it."""
        self._begin(self.tr("Preguntas de la prueba"))
        self.office.setVisible(may_edit)
        for at, item in enumerate(module.items):
            self._add_question(at, item, may_edit=may_edit)
        if not module.items:
            self._add(Text(self.tr("Todavía no hay preguntas."), "body", "ink2", wrap=True))
        self._end()

    def _add_question(self, at: int, item: Item, *, may_edit: bool) -> None:
        say = self.desk.language
        chips = [Chip(self.tr("Prueba corta"), "ph.star-fill", "plain")] if item.in_short else []
        self._add_head(at, f"{at + 1}. {item.question.in_language(say)}", chips, may_edit=may_edit, removable=True)
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
        self.office.hide()
        while (item := self.card.body.takeAt(0)) is not None:
            widget, layout = item.widget(), item.layout()
            if layout is not None:
                clear(layout)
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.buttons, self.remove_buttons = [], []

    def _add(self, widget: QWidget) -> None:
        self.card.body.addWidget(widget)

    def _add_head(self, at: int, words: str, chips: list[Chip], *, may_edit: bool, removable: bool = False) -> None:
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
        if may_edit and removable:
            remove = KeyButton(self.tr("Quitar"), "ph.minus-circle-bold", kind="danger", size="small")
            remove.setAccessibleName(self.tr("Quitar: {0}").format(words))
            remove.clicked.connect(lambda _on=False, place=at: self.remove_wanted.emit(place))
            self.remove_buttons.append(remove)
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _end(self) -> None:
        pairs = zip_longest(self.buttons, self.remove_buttons)
        stops = [button for pair in pairs for button in pair if button is not None]
        keep_tab_place(self, [self.add_choice, self.add_true_false, *stops])


def tongue_chip(tongue: Tongue, audio: str, missing: str) -> Chip:
    """Whether a language can be heard: `audio` or `missing`."""
    if tongue.is_here:
        return Chip(audio, "ph.speaker-high-fill", "green")
    return Chip(missing, "ph.speaker-slash-fill", "amber")
