"""Bitácora: who did what and when on the data, newest first; no name of any worker is in it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.domain.privacy.profiles import PROFILES
from promoter_app.services.printing.orders import paper_words
from promoter_app.services.security import audit
from promoter_app.services.security.audit import Entry
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.field_form import StillCombo
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.language import clock_time, full_date
from promoter_app.ui.settings.refused_words import RefusedWords


class TracePart(QWidget):
    """A filter over a list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._entries: list[Entry] = []
        self.refused = RefusedWords(self)
        self.card = Card("…")
        self.label = Text("", "label")
        self.filter = StillCombo()
        self.label.setBuddy(self.filter)
        self.list = PersonList()
        self.list.setProperty("framed", "true")
        self.list.setMinimumHeight(theme.px(360))
        for part in (self.label, self.filter, self.list):
            self.card.body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.filter.currentIndexChanged.connect(lambda _at: self._fill())
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.card.set_heading(self.tr("Bitácora"))
        self.label.setText(self.tr("Ver solo"))
        self.filter.setAccessibleName(self.tr("Ver solo"))
        self.list.setAccessibleName(self.tr("Bitácora"))
        self.list.set_empty_text(self.tr("No hay nada anotado."))
        self._offer()

    def words(self, action: str) -> str:
        """What an action of the trace is called."""
        known = {
            "unlock": self.tr("Entró"),
            "refused": self.tr("No se le permitió"),
            "export_sealed": self.tr("Entregó datos sellados"),
            "paper": self.tr("Sacó papel o archivo"),
            "report": self.tr("Sacó un informe"),
            "roster": self.tr("Dio una lista a una laptop"),
            "people_import": self.tr("Trajo una lista de personas"),
            "merge": self.tr("Unió entregas"),
            "publish": self.tr("Publicó en la base de la oficina"),
            "access_report": self.tr("Guardó los datos de una persona para ella"),
            "notes_read": self.tr("Leyó notas selladas"),
            "restored": self.tr("Recuperó una copia"),
            "person_added": self.tr("Agregó a quien entra"),
            "person_removed": self.tr("Quitó a quien entra"),
            "recovery_renewed": self.tr("Cambió la hoja de recuperación"),
            "recovery_resealed": self.tr("La copia de recuperación pasó a la hoja del proyecto"),
            "keys_followed": self.tr("Aceptó otras llaves del proyecto"),
            "project_keys": self.tr("Hizo las llaves del proyecto"),
            "office_key_brought": self.tr("Trajo la llave de la oficina"),
            "safeguarding_key": self.tr("Dijo a quién van las notas selladas"),
            "joined": self.tr("Unió esta laptop al proyecto"),
            "clock_corrected": self.tr("Corrigió el reloj"),
            "clock_jumped": self.tr("El reloj se movió"),
        }
        return known.get(action, action)

    def detail_words(self, entry: Entry) -> str:
        """What the detail of a line says to people: which paper, for whom a report was, how many."""
        first, _space, rest = entry.detail.partition(" ")
        if entry.action == "refused":
            return self.refused.of(entry.detail)
        if entry.action == "paper":
            return paper_words(entry.detail, self.desk.language)
        if entry.action == "report" and first in PROFILES:
            return f"{self.desk.say(PROFILES[first].title)}, {rest.upper()}"
        if entry.action == "merge" and first.isdecimal():
            return self.tr("%n entregas", "", int(first))
        if entry.action == "people_import" and first.isdecimal():
            return self.tr("%n personas", "", int(first))
        if entry.action == "roster" and first.isdecimal():
            return self.tr("%n cuadrillas", "", int(first))
        return entry.detail

    def take_focus(self) -> None:
        """Begin at the filter."""
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the trace again."""
        self.desk.road.ask(lambda folder: audit.entries(folder, 1000), self._show)

    def _show(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._offer()

    def _offer(self) -> None:
        chosen = self.filter.currentData()
        actions = sorted({each.action for each in self._entries})
        self.filter.blockSignals(True)
        self.filter.offer([(action, self.words(action)) for action in actions], chosen)
        self.filter.setItemText(0, self.tr("Todo"))
        self.filter.blockSignals(False)
        self._fill()

    def _fill(self) -> None:
        chosen = self.filter.currentData()
        shown = [each for each in self._entries if chosen in (None, each.action)]
        self.list.people.set_rows([self._row(at, each) for at, each in enumerate(shown)])

    def _row(self, at: int, entry: Entry) -> PersonRow:
        when = datetime.fromtimestamp(entry.at / 1000).astimezone()
        said = " · ".join(part for part in (entry.operator, entry.laptop, self.detail_words(entry)) if part)
        return PersonRow(at, self.words(entry.action), said, f"{full_date(when.date())}, {clock_time(when)}")
