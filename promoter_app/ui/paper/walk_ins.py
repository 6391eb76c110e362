"""People who were written on a sheet by hand: the row's picture, and a short form to type it in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from promoter_app.domain.people import AGE_GROUPS, NewPerson
from promoter_app.services.sheets.reading import WalkIn
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.paper.doubts import Crop

Row = tuple[bytes, int]
"""Printed page and row."""


@dataclass(frozen=True)
class Written:
    """A row of a page that somebody was written on."""

    page: bytes
    walk_in: WalkIn

    @property
    def place(self) -> Row:
        """Its key among all pages."""
        return self.page, self.walk_in.row


class WalkInsCard(Card):
    """One row after another; `changed` after each. Under 18, or without consent, only a count is kept.

    A consent ring that is clearly marked on the sheet is chosen already; any other row is asked about.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=16, parent=parent)
        self._rows: list[Written] = []
        self._typed: dict[Row, NewPerson | None] = {}
        self.count = Text("", "label", "ink2")
        self.add_to_head(self.count)
        self.crop = Crop(b"", 600, 52)
        self.labels = [Text("", "label") for _ in range(4)]
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.sex, self.age = ChoiceRow(tight=True), ChoiceRow(tight=True)
        self.consent = ChoiceRow()
        self.missing = Text("", "small-strong", "rojo", wrap=True)
        self.add = KeyButton("", "ph.user-plus-bold", "Ctrl+Return", kind="accent", size="large")
        self.nobody = KeyButton("", "ph.x-bold", size="large")
        self._grid = QGridLayout()
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.nobody.clicked.connect(lambda: self._put(None))
        self.name.returnPressed.connect(lambda: self.sex.setFocus(Qt.FocusReason.TabFocusReason))

    def _lay_out(self) -> None:
        self.body.addWidget(self.crop)
        fields = (self.name, self.sex, self.age, self.consent)
        for label, field in zip(self.labels, fields, strict=True):
            label.setBuddy(field)
        self.body.addWidget(self.labels[0])
        self.body.addWidget(self.name)
        self.age.set_columns(4)
        grid = self._grid
        grid.setHorizontalSpacing(20)
        for column, (label, field) in enumerate(((self.labels[1], self.sex), (self.labels[3], self.consent))):
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        self.body.addLayout(grid)
        self.body.addWidget(self.labels[2])
        self.body.addWidget(self.age)
        self.body.addWidget(self.missing)
        self.missing.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.add)
        row.addWidget(self.nobody)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def set_rows(self, rows: list[Written]) -> None:
        """Type these in; rows typed in before are left out by the caller."""
        self._rows, self._typed = rows, {}
        self._show()

    def typed(self) -> dict[Row, NewPerson | None]:
        """What was typed so far; None where nobody was."""
        return dict(self._typed)

    def left(self) -> int:
        """How many rows wait."""
        return len(self._rows) - len(self._typed)

    def take_focus(self) -> None:
        """The name first."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> Written | None:
        return next((row for row in self._rows if row.place not in self._typed), None)

    def _add(self) -> None:
        sex, age = self.sex.value(), self.age.value()
        new = NewPerson(
            self.name.text().strip(), str(sex) if sex else None, str(age) if age else None,
            consent=self.consent.value() == "yes",
        )  # fmt: skip
        if not new.is_minor and self.consent.value() is None:
            self._say_missing(self.tr("¿La hoja dice que sí se puede guardar su nombre?"), self.consent)
            return
        if new.consent and not new.is_minor and not new.name:
            self._say_missing(self.tr("Falta el nombre"), self.name)
            return
        self._put(new)

    def _say_missing(self, words: str, field: QWidget) -> None:
        self.missing.setText(words)
        self.missing.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, new: NewPerson | None) -> None:
        row = self._current()
        if row is not None:
            self._typed[row.place] = new
        self._show()
        self.changed.emit()
        if self._current() is not None:
            self.take_focus()

    def _show(self) -> None:
        row = self._current()
        self.missing.hide()
        self.name.clear()
        for choices in (self.sex, self.age, self.consent):
            choices.set_value(None)
        if row is not None and row.walk_in.consent:
            self.consent.set_value("yes")
        total = len(self._rows)
        self.count.setText(self.tr("{0} de {1}").format(min(len(self._typed) + 1, total), total) if total else "")
        self.crop.show_png(row.walk_in.picture if row is not None else b"")

    def retranslate(self) -> None:
        """Put on every word again; what was chosen for the row at hand is asked again."""
        self.set_heading(self.tr("Alguien se anotó a mano"))
        words = (self.tr("Nombre y apellidos"), self.tr("Sexo"), self.tr("Edad"), self.tr("Aceptó en la hoja"))
        for label, field, text in zip(self.labels, (self.name, self.sex, self.age, self.consent), words, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.sex.set_choices([
            Choice("F", self.tr("Mujer"), self.tr("M", "tecla: mujer")),
            Choice("M", self.tr("Hombre"), self.tr("H", "tecla: hombre")),
            Choice("X", self.tr("Otro"), self.tr("O", "tecla: otro")),
        ])
        self.age.set_choices([Choice(each, each.replace("-", "–"), str(key)) for key, each in enumerate(AGE_GROUPS, 1)])
        self.consent.set_choices([
            Choice("yes", self.tr("Sí"), self.tr("S", "tecla: sí")),
            Choice("no", self.tr("No"), self.tr("N", "tecla: no")),
        ])
        self.add.setText(self.tr("Anotar"))
        self.nobody.setText(self.tr("Aquí no hay nadie"))
        self._show()

    def arrange(self, *, large: bool) -> None:
        """Everything below each other with large letters."""
        self.sex.set_columns(1 if large else 0)
        self.age.set_columns(2 if large else 4)
