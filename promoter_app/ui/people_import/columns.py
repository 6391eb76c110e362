"""What each column of a list is: its header, what the first rows hold, and a choice that a person can change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from promoter_app.domain.people_list.rows import Field, Mapping, RawTable
from promoter_app.domain.people_list.words import NAME_FIELDS
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.frames import Card, Chip, Rule, Text
from promoter_app.ui.kit.layouts import clear, stack
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.tab_place import keep_tab_place

_SAMPLES = 3
_LONGEST = 26


def field_words(field: Field) -> str:
    """What a column may be, in words."""
    return {
        Field.NAME: QCoreApplication.translate("columns", "Nombre completo"),
        Field.FIRST_NAMES: QCoreApplication.translate("columns", "Solo nombres"),
        Field.SURNAMES: QCoreApplication.translate("columns", "Apellidos"),
        Field.SURNAME_1: QCoreApplication.translate("columns", "Apellido paterno"),
        Field.SURNAME_2: QCoreApplication.translate("columns", "Apellido materno"),
        Field.SEX: QCoreApplication.translate("columns", "Sexo"),
        Field.WOMAN_MARK: QCoreApplication.translate("columns", "Marca de mujer"),
        Field.MAN_MARK: QCoreApplication.translate("columns", "Marca de hombre"),
        Field.AGE: QCoreApplication.translate("columns", "Edad"),
        Field.BIRTH: QCoreApplication.translate("columns", "Nacimiento"),
        Field.AGE_GROUP: QCoreApplication.translate("columns", "Grupo de edad"),
        Field.LANGUAGE: QCoreApplication.translate("columns", "Lengua"),
        Field.CREW: QCoreApplication.translate("columns", "Cuadrilla"),
        Field.COMPANY: QCoreApplication.translate("columns", "Empresa"),
        Field.CARD: QCoreApplication.translate("columns", "Tarjeta"),
        Field.CONSENT: QCoreApplication.translate("columns", "Consentimiento"),
        Field.SKIPPED: QCoreApplication.translate("columns", "No se copia"),
        Field.REFUSED: QCoreApplication.translate("columns", "Dato que no guardamos"),
    }[field]


class _StillCombo(QComboBox):
    """A choice that the wheel does not change while one scrolls the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnRow(QWidget):
    """One column of the list. `chosen` carries its place and its new meaning."""

    chosen = Signal(int, object)

    def __init__(self, place: int, header: str, cells: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._cells = place, cells
        self.name = Text(_short(header) or self.tr("Columna {0}").format(place + 1), "strong", wrap=True)
        self.sample = Text("", "small", "ink2", wrap=True)
        self.doubt = Chip(self.tr("Revisa esta"), "ph.warning-fill", "amber")
        self.meaning = _StillCombo()
        self.meaning.setMinimumWidth(230)
        self.meaning.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.meaning.setMinimumContentsLength(15)
        self.meaning.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for field in Field:
            self.meaning.addItem(field_words(field), field.value)
        self.meaning.setAccessibleName(self.tr("Qué es la columna {0}").format(self.name.text()))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.sample)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.doubt)
        self._row.addWidget(self.meaning)
        self.meaning.activated.connect(self._tell)

    def show_meaning(self, field: Field, *, doubtful: bool, hidden: bool) -> None:
        """`hidden` shows initials in place of names; what is not kept is not shown either."""
        self.meaning.setCurrentIndex(self.meaning.findData(field.value))
        self.doubt.setVisible(doubtful)
        if field is Field.REFUSED:
            self.sample.setText(self.tr("No se copia: no necesitamos ese dato."))
            return
        cells = [initials(cell) for cell in self._cells] if hidden and field in NAME_FIELDS else self._cells
        self.sample.setText(" · ".join(_short(cell) for cell in cells) or self.tr("Vacía en los primeros renglones"))

    def arrange(self, *, tall: bool) -> None:
        """One below the other where words are large."""
        stack(self._row, tall)

    def _tell(self, _index: int) -> None:
        self.chosen.emit(self._place, Field(str(self.meaning.currentData())))


class ColumnsCard(Card):
    """All the columns, and what is not copied. `changed` carries a column's place and its new meaning."""

    changed = Signal(int, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self.desk = desk
        self._tall = False
        self.file = Text("", "small", "ink2", wrap=True)
        self.notes = Text("", "small", "ink2", wrap=True)
        self.rows: list[ColumnRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._holder = QWidget()
        self._holder.setLayout(self._list)
        self.body.addWidget(self.file)
        self.body.addWidget(self._holder)
        self.body.addWidget(self.notes)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_heading(self.tr("Qué es cada columna"))

    def arrange(self, *, tall: bool) -> None:
        """Fit large text."""
        self._tall = tall
        for row in self.rows:
            row.arrange(tall=tall)

    def show_list(self, file: str, table: RawTable, mapping: Mapping) -> None:
        """A list that was just read."""
        words = [file, table.sheet and self.tr("hoja {0}").format(table.sheet)]
        words.append(self.tr("%n renglones", "", len(table.rows) - mapping.header_row))
        self.file.setText(" · ".join(word for word in words if word))
        clear(self._list)
        self.rows = []
        for place in range(len(mapping.columns)):
            self._add_row(place, table, mapping)
        keep_tab_place(self._holder, [row.meaning for row in self.rows])
        self.show_mapping(table, mapping)

    def _add_row(self, place: int, table: RawTable, mapping: Mapping) -> None:
        header = mapping.headers[place] if place < len(mapping.headers) else ""
        below = table.rows[mapping.header_row : mapping.header_row + 40]
        cells = [row[place] for row in below if place < len(row) and row[place]][:_SAMPLES]
        row = ColumnRow(place, header, cells, self._holder)
        row.chosen.connect(self.changed)
        row.arrange(tall=self._tall)
        if self.rows:
            self._list.addWidget(Rule(self._holder))
        self._list.addWidget(row)
        self.rows.append(row)
        row.show()

    def show_mapping(self, table: RawTable, mapping: Mapping) -> None:
        """What each column means now."""
        for place, row in enumerate(self.rows):
            doubtful = place in mapping.unsure
            row.show_meaning(mapping.columns[place], doubtful=doubtful, hidden=self.desk.names_hidden)
        notes = [self.desk.say(note) for note in (*table.notes, *mapping.notes)]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
