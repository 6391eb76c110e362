"""Asked once, before the first list: of which crop is the season, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QWidget

from promoter_app.services.seasons import usual_end, usual_name
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.question import DayEdit


@dataclass(frozen=True)
class WantedSeason:
    """What services.seasons.start_season needs."""

    name: str
    sector: str
    starts: str
    ends: str


class SeasonCard(Card):
    """`answered` is told when the crop is chosen or the date changes."""

    answered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", "amber", parent=parent)
        self.desk = desk
        self.why = Text("", "body", wrap=True)
        self.crop = ChoiceRow("crop")
        self.ends_label = Text("", "label")
        self.ends = DayEdit(desk.today())
        self.ends_label.setBuddy(self.ends)
        self.body.addWidget(self.why)
        self.body.addWidget(self.crop, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.ends_label)
        self.body.addWidget(self.ends, 0, Qt.AlignmentFlag.AlignLeft)
        self.crop.chosen.connect(self._choose)
        self.ends.dateChanged.connect(lambda _day: self.answered.emit())
        self.retranslate()
        self._show_end(False)

    def retranslate(self) -> None:
        """Put on every word again."""
        chosen = self.crop.value()
        self.set_heading(self.tr("Primero, la temporada"))
        self.why.setText(self.tr("No hay temporada en curso. Las cuadrillas de la lista van en la que empieza hoy."))
        self.crop.setAccessibleName(self.tr("Cultivo"))
        self.crop.set_choices([Choice("cane", self.tr("Caña")), Choice("tobacco", self.tr("Tabaco"))])
        self.crop.set_value(chosen)
        self.ends_label.setText(self.tr("Termina más o menos el (día/mes/año)"))
        self.ends.setAccessibleName(self.tr("Termina más o menos el (día/mes/año)"))

    def wanted(self) -> WantedSeason | None:
        """The season to start, or None until the crop is chosen."""
        sector = self.crop.value()
        if not isinstance(sector, str):
            return None
        today, ends = date.fromisoformat(self.desk.today()), date.fromisoformat(self.ends.day())
        return WantedSeason(usual_name(sector, today, ends), sector, today.isoformat(), ends.isoformat())

    def _choose(self, sector: object) -> None:
        ends = usual_end(str(sector), date.fromisoformat(self.desk.today()))
        self.ends.setDate(QDate(ends.year, ends.month, ends.day))
        self._show_end(True)
        self.answered.emit()

    def _show_end(self, shown: bool) -> None:
        self.ends_label.setVisible(shown)
        self.ends.setVisible(shown)
