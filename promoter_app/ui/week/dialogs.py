"""The question about one session: topic, day, hours, who goes, and whether it is fixed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.services.week.changes import Staff
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.question import ClockEdit, Question, place_of
from promoter_app.ui.language import long_date
from promoter_app.ui.week.model import Shown

People = tuple[tuple[bytes, str], ...]


@dataclass(frozen=True)
class Wanted:
    """What a person chose for a session."""

    module: str
    day: str
    starts: str
    ends: str
    staff: Staff
    pinned: bool


class SessionQuestion(Question):
    """A new session in a free break, or a planned one to change."""

    def __init__(
        self, desk: Desk, shown: Shown, days: tuple[str, ...], promoters: People, interpreters: People,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        new = shown.session is None
        title = QCoreApplication.translate("SessionQuestion", "Sesión de {0}").format(shown.row.name)
        put = QCoreApplication.translate("SessionQuestion", "Poner en la semana")
        verb = put if new else QCoreApplication.translate("SessionQuestion", "Guardar cambios")
        super().__init__(title, verb, parent)
        self.desk = desk
        self.topics, self.days = QComboBox(), QComboBox()
        self.starts, self.ends = ClockEdit(), ClockEdit()
        self.promoter, self.second, self.interpreter = QComboBox(), QComboBox(), QComboBox()
        self.pinned = QCheckBox(self.tr("Fija: al planear no se mueve"))
        course = desk.courses.courses.get(shown.row.sector)
        for number, module in enumerate(course.modules if course else (), start=1):
            self.topics.addItem(f"{number} · {title_on_paper(module, desk.language)}", module.code)
        for day in days:
            self.days.addItem(long_date(date.fromisoformat(day)), day)
        for box, people in ((self.promoter, promoters), (self.second, promoters), (self.interpreter, interpreters)):
            box.addItem(self.tr("Nadie"), None)
            for id, name in people:
                box.addItem(name, id)
        for words, field in self._listed():
            self.add(words, field)
        self._fill(shown)

    def _listed(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("Tema"), self.topics),
            (self.tr("Día"), self.days),
            (self.tr("Empieza"), self.starts),
            (self.tr("Termina"), self.ends),
            (self.tr("Va"), self.promoter),
            (self.tr("También va"), self.second),
            (self.tr("Intérprete"), self.interpreter),
            (self.tr("Al planear"), self.pinned),
        ]

    def _fill(self, shown: Shown) -> None:
        s = shown.session
        _choose(self.days, shown.day)
        if s is None:
            first = shown.cell.breaks[0] if shown.cell.breaks else ("12:00", "12:30")
            self.starts.setTime(QTime.fromString(first[0], "HH:mm"))
            self.ends.setTime(self.starts.time().addSecs(1800))
            return
        _choose(self.topics, s.module)
        self.starts.setTime(QTime.fromString(s.starts, "HH:mm"))
        self.ends.setTime(QTime.fromString(s.ends, "HH:mm"))
        _choose(self.promoter, s.promoter)
        for role, box in (("promoter", self.second), ("interpreter", self.interpreter)):
            name = next((name for kind, name in s.others if kind == role), None)
            box.setCurrentIndex(max(0, box.findText(name)) if name else 0)
        self.pinned.setChecked(s.pinned)

    def preset(self, module: str | None, promoter: bytes | None) -> None:
        """Begin with the crew's next topic and the person who usually goes."""
        _choose(self.topics, module)
        _choose(self.promoter, promoter)

    def wanted(self) -> Wanted:
        """What was chosen."""
        staff = Staff(self.promoter.currentData(), self.second.currentData(), self.interpreter.currentData())
        times = [field.time().toString("HH:mm") for field in (self.starts, self.ends)]
        return Wanted(
            str(self.topics.currentData()), str(self.days.currentData()), times[0], times[1], staff,
            self.pinned.isChecked(),
        )  # fmt: skip


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(max(0, place_of(box, value)))
