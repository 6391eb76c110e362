"""The hero card of Hoy: which crew, where, which topic, how far on the path, and one big start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.course import Module, title_on_paper
from promoter_app.domain.sessions import Session, minutes_of
from promoter_app.services.crews.path import CrewPath
from promoter_app.services.sessions.today import SessionCard
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, IconLabel, Text
from promoter_app.ui.kit.layouts import clear, stack
from promoter_app.ui.kit.path import PathDots, PathNode
from promoter_app.ui.language import clock_time

_ZONES = {1: "safety", 2: "rights", 3: "sensitive", 4: "sensitive"}


def path_nodes(path: CrewPath, language: str) -> list[PathNode]:
    """The path's topics as the widgets draw them, under their discreet names."""
    return [
        PathNode(
            step.number,
            step.module.neutral.in_language(language),
            step.state,
            f"ph.{step.module.icon}-bold",
            reason=step.because.in_language(language) if step.state == "locked" else "",
            zone=_ZONES[step.module.level],
        )
        for step in path.steps
    ]


class Hero(Card):
    """Shows a SessionCard; the buttons say what the person wants."""

    start = Signal()
    review = Signal()
    change = Signal()
    not_held = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "main", padding=20, parent=parent)
        self.setObjectName("hero")
        self.desk = desk
        self.when = Text("", "heading", "on_rail")
        self.time = Text("", "heading", "on_rail")
        self.crew = Text("", "hero", wrap=True)
        self.place = Text("", "body", "ink2", wrap=True)
        self.people = Text("", "body", "ink2", wrap=True)
        self.place_in_course = Text("", "label", "ink2")
        self.topic_icon = IconLabel("ph.thermometer-hot-bold", "cana", 44)
        self.topic = Text("", "heading", wrap=True)
        self.dots = PathDots()
        self.facts = Text("", "label", "ink2", wrap=True)
        self.chips = QHBoxLayout()
        self.start_button = KeyButton("", "ph.play-fill", "Return", kind="primary", size="hero")
        self.start_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.review_button = KeyButton("", "ph.book-open-bold", size="small")
        self.change_button = KeyButton("", "ph.swap-bold", size="small")
        self.not_held_button = KeyButton("", "ph.calendar-x-bold", size="small")
        self._lay_out()
        self.start_button.clicked.connect(self.start)
        self.review_button.clicked.connect(self.review)
        self.change_button.clicked.connect(self.change)
        self.not_held_button.clicked.connect(self.not_held)
        self.retranslate()

    def _head_strip(self) -> QFrame:
        strip = QFrame()
        strip.setProperty("head", "main")
        row = QHBoxLayout(strip)
        row.setContentsMargins(24, 12, 24, 12)
        row.addWidget(self.when, 1)
        row.addWidget(IconLabel("ph.fork-knife-bold", "on_deep", 24))
        row.addWidget(self.time)
        return strip

    def _lay_out(self) -> None:
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setContentsMargins(0, 0, 0, 0)
            outer.insertWidget(0, self._head_strip())
        left = self._left = QVBoxLayout()
        left.addWidget(self.crew)
        left.addLayout(_beside(IconLabel("ph.map-pin-bold", "cana", 24), self.place))
        left.addLayout(_beside(IconLabel("ph.users-bold", "cana", 24), self.people))
        self.chips.setSpacing(8)
        left.addLayout(self.chips)
        left.addStretch(1)
        self._line = QFrame()
        self._line.setProperty("line", "down")
        right = QVBoxLayout()
        right.addWidget(self.place_in_course)
        right.addLayout(_beside(self.topic_icon, self.topic))
        right.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.facts)
        right.addStretch(1)
        self._across = QHBoxLayout()
        self._across.setSpacing(24)
        for half in (left, right):
            half.setSpacing(8)
        self._across.addLayout(left, 11)
        self._across.addWidget(self._line)
        self._across.addLayout(right, 10)
        self.body.addLayout(self._across, 1)
        self.body.addWidget(self.start_button)
        self._more = QHBoxLayout()
        self._more.setSpacing(12)
        self._more.addWidget(self.review_button)
        self._more.addWidget(self.change_button)
        self._more.addStretch(1)
        self._more.addWidget(self.not_held_button)
        self.body.addSpacing(6)
        self.body.addLayout(self._more)
        self._arrange()

    def _arrange(self) -> None:
        """In large text all is one column, with who and the start at its top: they are seen without scrolling."""
        large = theme.is_large()
        for widget in (self.crew, self.start_button):
            for layout in (self._left, self.body):
                layout.removeWidget(widget)
        if large:
            self.body.insertWidget(0, self.crew)
            self.body.insertWidget(1, self.start_button)
        else:
            self._left.insertWidget(0, self.crew)
            self.body.insertWidget(1, self.start_button)
        self._line.setVisible(not large)
        stack(self._across, large)
        stack(self._more, large)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_more"):
            self._arrange()

    def retranslate(self) -> None:
        """Put the buttons' words on."""
        self.review_button.setText(self.tr("Repasar fichas"))
        self.change_button.setText(self.tr("Cambiar cuadrilla o tema"))
        self.not_held_button.setText(self.tr("No se pudo hacer…"))

    def show_card(self, card: SessionCard, path: CrewPath | None, now: str, language: str) -> None:
        """Show a session; `now` is the local time `11:42`."""
        session = card.session
        self.when.setText(self._when(session, now))
        self.time.setText(f"{clock_time(session.starts)} – {clock_time(session.ends)}")
        crew = session.crew_name or self.tr("Todas las cuadrillas")
        self.crew.setText(self.tr("Cuadrilla {0}").format(crew) if session.crew_name else crew)
        where = [session.venue_name, session.place_name, session.company_name]
        self.place.setText(" · ".join(part for part in where if part) or self.tr("Sin lugar"))
        people = self.tr("{0} personas").format(session.people)
        leader = self.tr("cabo {0}").format(session.leader) if session.leader else ""
        self.people.setText(" · ".join(part for part in (people, leader) if part))
        self._show_topic(card, card.module, language)
        self.dots.set_nodes(path_nodes(path, language) if path else [])
        self.dots.setVisible(path is not None)
        self._show_languages(card)
        word = self.tr("Seguir la sesión") if session.is_open else self.tr("Iniciar sesión")
        self.start_button.setText(word)
        self.start_button.setAccessibleName(f"{word}: {crew}, {clock_time(session.starts)}")
        self.not_held_button.setVisible(not session.is_open or not session.present)
        self.change_button.setVisible(not session.is_open)

    def _when(self, session: Session, now: str) -> str:
        if session.is_open:
            return self.tr("Sesión abierta")
        left = minutes_of(session.starts) - minutes_of(now)
        if left > 90:
            return self.tr("Sigue ahora · empieza a las {0}").format(clock_time(session.starts))
        if left > 1:
            return self.tr("Sigue ahora · empieza en {0} minutos").format(left)
        if left >= -30:
            return self.tr("Sigue ahora")
        return self.tr("Quedó sin empezar · era a las {0}").format(clock_time(session.starts))

    def _show_topic(self, card: SessionCard, module: Module | None, language: str) -> None:
        self.topic_icon.setVisible(module is not None)
        if module is None:
            self.place_in_course.setText("")
            self.topic.setText(card.session.module or self.tr("Sin tema"))
            self.facts.setText("")
            return
        self.place_in_course.setText("")
        if card.course is not None and module.code in card.course.order:
            at = card.course.order.index(module.code) + 1
            self.place_in_course.setText(self.tr("Tema {0} de {1}").format(at, len(card.course.order)))
        self.topic_icon.set_icon(f"ph.{module.icon}-bold", "cana")
        self.topic.setText(title_on_paper(module, language))
        audio = ", ".join(self.desk.language_name(code) for code in card.audio_missing)
        facts = [self.tr("{0} minutos").format(module.minutes), self.tr("{0} fichas").format(card.cards)]
        facts.append(self.tr("falta audio en {0}").format(audio) if audio else self.tr("audio listo"))
        self.facts.setText(" · ".join(facts))

    def _show_languages(self, card: SessionCard) -> None:
        clear(self.chips)
        for code, people in card.languages[:4]:
            self.chips.addWidget(Chip(f"{self.desk.language_name(code)} {people}", tone="plain"))
        self.chips.addStretch(1)


def _beside(icon: IconLabel, words: Text) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
