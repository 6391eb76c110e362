"""The form of Alta rápida: name, sex, age, language, consent. Each key goes on to the next row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.languages import Language
from promoter_app.domain.people import AGE_GROUPS, NewPerson
from promoter_app.services.people.registering import ReadAloud
from promoter_app.ui.kit import Card, Choice, ChoiceRow
from promoter_app.ui.kit.keys import is_enter
from promoter_app.ui.session.register_rows import ConsentBox, NameField, TitledRow

_OTHER = "…"
_AGE_WORDS = {"<15": "< 15", "60+": "60 +"}


class RegisterForm(QWidget):
    """`completed` when the last row was answered: the way to the save button. `named` as the name changes;
    `reached` carries the control that got the focus."""

    completed = Signal()
    changed = Signal()
    named = Signal(str)
    reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._languages: list[tuple[str, str]] = []
        self._all: Sequence[Language] = ()
        self._read = ReadAloud("", "")
        self.name = NameField()
        self.sex, self.age, self.language = (ChoiceRow(tight=True) for _ in range(3))
        self.consent = ChoiceRow()
        self.other = QComboBox()
        self.name_row, self.sex_row = TitledRow(self.name), TitledRow(self.sex)
        self.age_row, self.language_row = TitledRow(self.age), TitledRow(self._language_part())
        self.language_row.title.setBuddy(self.language)
        self.consent_box = ConsentBox(self.consent)
        self._lay_out()
        self._connect()
        self.retranslate()

    # what it holds
    def clear(self, name: str = "") -> None:
        """Empty every row; `name` is what was typed already."""
        self.name.setText(name)
        for row in (self.sex, self.age, self.language, self.consent):
            row.set_value(None)
        self._show_other(False)
        self.say_missing()

    def set_languages(self, shown: list[tuple[str, str]], all_languages: Sequence[Language]) -> None:
        """The languages with a key, as (code, name), and all that there are behind "Otra…"."""
        chosen = self.language.value()
        self._languages, self._all = shown, all_languages
        choices = [Choice(code, name, str(key)) for key, (code, name) in enumerate(shown, 1)]
        self.language.set_choices([*choices, Choice(_OTHER, self.tr("Otra…"), str(len(shown) + 1))])
        self.language.set_value(chosen)
        self._watch(self.language, (*(code for code, _name in shown), _OTHER))
        self.other.clear()
        for each in all_languages:
            self.other.addItem(each.label, each.iso639_3)
        self._fit()

    def set_consent(self, read: ReadAloud) -> None:
        """The text that is read aloud."""
        self._read = read
        self.consent_box.read(read.text)
        self.consent.setAccessibleName(read.text)

    def is_minor(self) -> bool:
        """Whether the chosen age is under 18."""
        return self.answer().is_minor

    def counts_only(self) -> bool:
        """Whether the person will be counted without a name: under 18, or said no."""
        return self.is_minor() or self.consent.value() == "no"

    def answer(self) -> NewPerson:
        """What was filled in; rows left out are sin dato."""
        sex, age, language = (row.value() for row in (self.sex, self.age, self.language))
        return NewPerson(
            self.name.text().strip(),
            str(sex) if sex else None,
            str(age) if age else None,
            str(language) if language and language != _OTHER else None,
            self.consent.value() == "yes",
            self._read.version or None,
        )

    def missing(self) -> QWidget | None:
        """The row that must be answered before saving, or None."""
        if self.counts_only():
            return None
        if not self.name.text().strip():
            return self.name
        return self.consent if self.consent.value() is None else None

    def tab_stops(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        stops: list[QWidget] = [self.name]
        for row in (self.sex, self.age, self.language):
            stops += [row.button(each.value) for each in row.choices()]
        return [*stops, self.other, *(self.consent.button(each.value) for each in self.consent.choices())]

    def say_missing(self, row: QWidget | None = None) -> None:
        """Mark the row that is missing (None: none)."""
        lacks = self.tr("{0}: falta")
        name = self.tr("1 · Nombre y apellidos")
        self.name_row.say(lacks.format(name) if row is self.name else name, missing=row is self.name)
        lead = self.tr("Léelo en voz alta")
        waits = self.tr("Léelo en voz alta y marca la respuesta")
        self.consent_box.lead.setText(waits if row is self.consent else lead)
        self.consent_box.lead.set_ink("rojo" if row is self.consent else "ink2")

    def retranslate(self) -> None:
        """Put on every word again."""
        held = [row.value() for row in (self.sex, self.age, self.consent)]
        self.sex_row.say(self.tr("2 · Sexo"))
        self.sex.setAccessibleName(self.tr("Sexo"))
        woman, man = self.tr("M", "tecla: mujer"), self.tr("H", "tecla: hombre")
        self.sex.set_choices([
            Choice("F", self.tr("Mujer"), woman), Choice("M", self.tr("Hombre"), man),
            Choice("X", self.tr("Otro"), self.tr("O", "tecla: otro")),
        ])
        self.age_row.say(self.tr("3 · Edad"))
        self.age.setAccessibleName(self.tr("Edad"))
        ages = [(each, _AGE_WORDS.get(each, each.replace("-", "–"))) for each in AGE_GROUPS]
        self.age.set_choices([Choice(value, words, str(key)) for key, (value, words) in enumerate(ages, 1)])
        self.language_row.say(self.tr("4 · Lengua que prefiere"))
        self.language.setAccessibleName(self.tr("Lengua que prefiere"))
        self.other.setAccessibleName(self.tr("Otra lengua"))
        self.consent.set_choices([
            Choice("yes", self.tr("Sí"), self.tr("S", "tecla: sí")),
            Choice("no", self.tr("No"), self.tr("N", "tecla: no")),
        ])
        for row, value in zip((self.sex, self.age, self.consent), held, strict=True):
            row.set_value(value)
        for row, values in ((self.sex, "FMX"), (self.age, AGE_GROUPS), (self.consent, ("yes", "no"))):
            self._watch(row, values)
        self.set_languages(self._languages, self._all)
        self.say_missing()

    # keys
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on without choosing what is pointed at; the consent's frame follows the focus."""
        if watched is not self.name and isinstance(event, QKeyEvent) and is_enter(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._enter(watched)
                return True
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(self.consent_box if watched.parent() is self.consent else watched)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and watched.parent() is self.consent:
            self.consent_box.set_turn(event.type() == QEvent.Type.FocusIn)
        return False

    def _enter(self, watched: QObject) -> None:
        if watched is self.other:
            self._choose_other()
            return
        row = watched.parent()
        self._go_on(row if isinstance(row, QWidget) else self.consent)

    def _go_on(self, row: QWidget) -> None:
        """To the next row without an answer, or to the end."""
        order: list[QWidget] = [self.name, self.sex, self.age, self.language, self.consent]
        for each in order[order.index(row) + 1 :]:
            if self.is_minor() and each in (self.language, self.consent):
                continue
            if isinstance(each, ChoiceRow) and each.value() is None:
                each.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.completed.emit()

    # inside
    def _language_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.language)
        column.addWidget(self.other)
        self.other.hide()
        return part

    def _lay_out(self) -> None:
        card = Card(padding=22)
        card.body.setContentsMargins(22, 10, 22, 12)
        card.body.setSpacing(8)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(24)
        self._first.addWidget(self.name_row, 1)
        self._first.addWidget(self.sex_row)
        self.name.setProperty("scan", "true")
        card.body.addLayout(self._first)
        for widget in (self.age_row, self.language_row):
            card.body.addStretch(1)
            card.body.addWidget(widget)
        card.body.addStretch(1)
        card.body.addWidget(self.consent_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _connect(self) -> None:
        self.name.entered.connect(lambda: self._go_on(self.name))
        self.name.textChanged.connect(self.named)
        self.name.textChanged.connect(lambda _words: self.say_missing())
        for row in (self.sex, self.age, self.language, self.consent):
            row.chosen.connect(lambda value, r=row: self._on_chosen(r, value))
        self.other.activated.connect(lambda _at: self._choose_other())
        for watched in (self.other, self.name):
            watched.installEventFilter(self)

    def _on_chosen(self, row: ChoiceRow, value: object) -> None:
        self.say_missing()
        self.changed.emit()
        if row is self.language:
            self._show_other(value == _OTHER)
            if value == _OTHER:
                self.other.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._go_on(row)

    def _choose_other(self) -> None:
        """The language picked behind "Otra…" takes the last place with a key."""
        code, name = str(self.other.currentData()), self.other.currentText().partition(" (")[0]
        if code not in [each for each, _name in self._languages]:
            self.set_languages([*self._languages[:-1], (code, name)], self._all)
        self.language.set_value(code)
        self._show_other(False)
        self._go_on(self.language)

    def _show_other(self, shown: bool) -> None:
        self.other.setVisible(shown)

    def _watch(self, row: ChoiceRow, values: Sequence[str]) -> None:
        for value in values:
            row.button(value).installEventFilter(self)

    def _fit(self) -> None:
        """As many choices beside each other as the width allows."""
        room = self.width() - 48
        beside = room >= 416 + 24 + self.sex.line_width()
        ways = QBoxLayout.Direction
        self._first.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._first.setSpacing(24 if beside else 8)
        self.consent_box.set_stacked(room < 800 or self.consent.line_width() > room * 0.4)
        for row in (self.sex, self.age, self.language):
            lines = -(-row.line_width() // max(1, room))
            count = len(row.choices())
            row.set_columns(0 if lines <= 1 else -(-count // lines) if lines < count else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_first"):
            self._fit()
