"""The smaller cards of Hoy: a session later today, and a loose end with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.services.sessions.today import SessionCard
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, IconLabel, Text
from promoter_app.ui.language import clock_time


class LaterRow(QWidget):
    """One line: time, crew and place, topic and people, and whether something is missing."""

    wanted = Signal(bytes)

    def __init__(self, desk: Desk, card: SessionCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = card.session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(14)
        time = Text(clock_time(session.starts), "heading")
        time.setMinimumWidth(74)
        row.addWidget(time)
        words = QVBoxLayout()
        words.setSpacing(0)
        where = " · ".join(part for part in (session.venue_name, session.place_name) if part)
        crew = session.crew_name or self.tr("Todas las cuadrillas")
        words.addWidget(Text(f"{crew} · {where}" if where else crew, "bold", wrap=True))
        topic = title_on_paper(card.module, desk.language) if card.module else session.module or ""
        people = self.tr("{0} personas").format(session.people)
        minutes = self.tr("{0} min").format(card.module.minutes if card.module else session.minutes)
        words.addWidget(Text(" · ".join((topic, minutes, people)), "small", "ink2", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self._chip(desk, card), 0, Qt.AlignmentFlag.AlignVCenter)
        self.choose = KeyButton(self.tr("Ahora"), size="small")
        self.choose.setAccessibleName(self.tr("Poner ahora: {0}, {1}").format(crew, clock_time(session.starts)))
        self.choose.clicked.connect(lambda: self.wanted.emit(session.id))
        row.addWidget(self.choose)

    def _chip(self, desk: Desk, card: SessionCard) -> Chip:
        if card.audio_missing:
            name = desk.language_name(card.audio_missing[0])
            return Chip(self.tr("Falta audio {0}").format(name), "ph.speaker-slash-bold", "amber")
        return Chip(self.tr("Material listo"), "ph.check-bold", "green")


class LooseEnd(Card):
    """Something left undone, and the one button that mends it."""

    acted = Signal()

    def __init__(
        self, title: str, detail: str, action: str, icon: str, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", tone, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel(icon, "ambar_d" if tone == "amber" else "azul", 34))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(title, "bold", wrap=True))
        words.addWidget(Text(detail, "small", "ink2", wrap=True))
        row.addLayout(words, 1)
        button = KeyButton(action, size="small")
        button.setAccessibleName(f"{action}: {title}. {detail}")
        button.clicked.connect(self.acted)
        row.addWidget(button)
        self.body.addLayout(row)
