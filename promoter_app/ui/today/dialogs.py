"""The two questions of Hoy: why a session could not be held, and which crew, topic and time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.services.crews.crews import Crew
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.question import ClockEdit, Question, place_of


@dataclass(frozen=True)
class Wanted:
    """What a person chose: crew, topic, times."""

    crew: Crew
    module: str
    starts: str
    ends: str


class NotHeld(Question):
    """Why a session could not be held, from the list of reasons, with a note."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("NotHeld", "¿Por qué no se pudo hacer?")
        super().__init__(title, QCoreApplication.translate("NotHeld", "Guardar motivo"), parent)
        self.desk = desk
        self.reasons = QComboBox()
        for reason in desk.courses.cancel_reasons:
            self.reasons.addItem(reason.name.in_language(desk.language), reason.id)
        self.note = QLineEdit()
        self.note.setMaxLength(1000)
        self.add(self.tr("Motivo"), self.reasons)
        self.add(self.tr("Nota, si ayuda"), self.note)

    def reason(self) -> str:
        """The code of the chosen reason."""
        return str(self.reasons.currentData())


class ChooseSession(Question):
    """Crew, topic and time of a session for today."""

    def __init__(self, desk: Desk, crews: list[Crew], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ChooseSession", "¿Con qué cuadrilla y qué tema?")
        super().__init__(title, QCoreApplication.translate("ChooseSession", "Poner en Hoy"), parent)
        self.desk = desk
        self._crews = crews
        self.crews = QComboBox()
        for crew in crews:
            self.crews.addItem(crew.name, crew.id)
        self.topics = QComboBox()
        self.starts, self.ends = ClockEdit(), ClockEdit()
        now = desk.road.edge.now()
        self.starts.setTime(QTime(now.hour, now.minute - now.minute % 5))
        self.ends.setTime(self.starts.time().addSecs(1800))
        self.crews.currentIndexChanged.connect(self._show_topics)
        self.starts.timeChanged.connect(lambda time: self.ends.setTime(time.addSecs(1800)))
        self.add(self.tr("Cuadrilla"), self.crews)
        self.add(self.tr("Tema"), self.topics)
        self.add(self.tr("Empieza"), self.starts)
        self.add(self.tr("Termina"), self.ends)
        self._show_topics()

    def preset(self, crew: bytes | None, module: str | None, starts: str, ends: str) -> None:
        """Begin with the values of a session that is being changed."""
        self.crews.setCurrentIndex(max(0, place_of(self.crews, crew)))
        self.topics.setCurrentIndex(max(0, place_of(self.topics, module)))
        self.starts.setTime(QTime.fromString(starts, "HH:mm"))
        self.ends.setTime(QTime.fromString(ends, "HH:mm"))

    def wanted(self) -> Wanted:
        """What was chosen."""
        crew = self._crews[self.crews.currentIndex()]
        times = [field.time().toString("HH:mm") for field in (self.starts, self.ends)]
        return Wanted(crew, str(self.topics.currentData()), times[0], times[1])

    def _show_topics(self) -> None:
        at = self.crews.currentIndex()
        sector = self._crews[at].sector if 0 <= at < len(self._crews) else ""
        course = self.desk.courses.courses.get(sector)
        self.topics.clear()
        for number, module in enumerate(course.modules if course else (), start=1):
            self.topics.addItem(f"{number} · {title_on_paper(module, self.desk.language)}", module.code)
