"""Hoy: the next session with one big start, what to bring, later today, loose ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.sessions import Session
from promoter_app.services.crews import crews as crew_service
from promoter_app.services.crews.path import CrewPath, crew_path_of
from promoter_app.services.deliver import ToDeliver, to_deliver
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import sessions as session_service
from promoter_app.services.sessions import today as service
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.checks import CheckRow
from promoter_app.ui.kit.frames import Card, Rule, Text
from promoter_app.ui.kit.layouts import clear, stack
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import clock_time, long_date, short_date
from promoter_app.ui.room import Room, scrolling
from promoter_app.ui.today.dialogs import ChooseSession, NotHeld, Wanted
from promoter_app.ui.today.hero import Hero
from promoter_app.ui.today.later import LaterRow, LooseEnd
from promoter_app.ui.today.nobody_came import ask_nobody_came
from promoter_app.ui.today.printing import ListPrinter
from promoter_app.ui.today.review import ReviewCards

_LATER = 6
"""Lines of «Más tarde hoy» at once; a large office has sixty sessions in a day."""


@dataclass(frozen=True)
class _Shown:
    today: service.Today
    path: CrewPath | None


class TodayPage(Room):
    """The first room. Enter starts the session of the hero card."""

    reads = frozenset({"session", "attendance", "person", "membership", "crew", "card", "delivery", "kit", "setting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("today")
        self._today: service.Today | None = None
        self._first: bytes | None = None
        self._later_lines = _LATER
        self._line_to_focus: int | None = None
        self._waiting: ToDeliver | None = None
        self._resumed = False
        self._wants_start = False
        self.hero = Hero(desk)
        self.empty = Card("", padding=32)
        self.empty_words = Text("", "heading", wrap=True)
        self.empty_button = KeyButton("", "ph.users-three-bold", kind="primary", size="main")
        self.later = Card("…")
        self.kit = Card("…")
        self.kit_count = Text("", "label", "ink2")
        self.kit.add_to_head(self.kit_count)
        self.add_button = KeyButton("", "ph.plus-bold", "N", size="small")
        self.later.add_to_head(self.add_button)
        self.loose = QVBoxLayout()
        self._lay_out()
        self.hero.start.connect(self._start)
        self.hero.review.connect(self._review)
        self.hero.change.connect(self._change)
        self.hero.not_held.connect(self._not_held)
        self.add_button.clicked.connect(self._add)
        self.empty_button.clicked.connect(lambda: desk.go.emit("crews"))
        self.retranslate()

    def _lay_out(self) -> None:
        self.empty.body.addWidget(self.empty_words)
        self.empty.body.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignLeft)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right, self.loose):
            column.setSpacing(16)
        left.addWidget(self.hero)
        left.addWidget(self.empty)
        left.addWidget(self.later)
        left.addStretch(1)
        right.addWidget(self.kit)
        right.addLayout(self.loose)
        right.addStretch(1)
        inner = QWidget()
        self._across = QHBoxLayout(inner)
        self._across.setContentsMargins(24, 16, 24, 16)
        self._across.setSpacing(20)
        self._across.addLayout(left, 79)
        self._across.addLayout(right, 40)
        scrolling(self, inner)
        stack(self._across, theme.is_large())

    def changeEvent(self, event: QEvent) -> None:
        """In large text what to bring comes under what is next."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_across"):
            stack(self._across, theme.is_large())

    @property
    def is_filled(self) -> bool:
        """Whether the day can be read."""
        return self._today is not None

    def heading(self) -> tuple[str, str]:
        return self.tr("Hoy"), long_date(date.fromisoformat(self.desk.today()))

    def retranslate(self) -> None:
        self.hero.retranslate()
        self.later.set_heading(self.tr("Más tarde hoy"))
        self.kit.set_heading(self.tr("Qué llevar"))
        self.add_button.setText(self.tr("Otra sesión"))
        self.empty_button.setText(self.tr("Traer mi lista de personas"))

    def take_focus(self) -> None:
        target = self.hero.start_button if self.hero.isVisible() else self.empty_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        day, first, content, lines = self.desk.today(), self._first, self.desk.courses, self._later_lines

        def look(folder: Folder) -> _Shown:
            found = service.today(folder, content, day, first=first, lines=lines)
            card = found.next
            path = None
            if card is not None and card.course is not None and card.session.crew is not None:
                session = card.session
                path = crew_path_of(folder, card.course, card.session.crew, session.season, day, session.module)
            return _Shown(found, path)

        self.desk.road.ask(look, self._show)
        self.desk.road.ask(to_deliver, self._show_waiting)  # counts the season: the day is not kept waiting for it

    # showing
    def _show(self, shown: _Shown) -> None:
        today = shown.today
        self._today = today
        card = today.next
        self.hero.setVisible(card is not None)
        self.kit.setVisible(card is not None)
        self.empty.setVisible(card is None)
        had_focus = self._wants_start or self.window().focusWidget() in (None, self.empty_button)
        self._wants_start = False
        if card is not None:
            now = self.desk.road.edge.now().strftime("%H:%M")
            self.hero.show_card(card, shown.path, now, self.desk.language)
            self._show_kit(today)
        else:
            self._show_empty(today)
        self._show_later(today)
        self._show_loose(today)
        if had_focus and self.isVisible():
            self.take_focus()
        self._resume(today)

    def _show_empty(self, today: service.Today) -> None:
        if today.is_empty:
            self.empty_words.setText(self.tr("Aquí van tus sesiones del día. Empieza por traer tu lista de personas."))
        else:
            self.empty_words.setText(self.tr("Hoy no hay sesiones. Pon una con «Otra sesión»."))
        self.empty_button.setVisible(today.is_empty)

    def _show_kit(self, today: service.Today) -> None:
        card = today.next
        name = card.session.crew_name if card else None
        self.kit.set_heading(self.tr("Qué llevar a {0}").format(name) if name else self.tr("Qué llevar"))
        clear(self.kit.body)
        ticked = sum(item.ticked for item in today.kit)
        self.kit_count.setText(self.tr("{0} de {1}").format(ticked, len(today.kit)))
        for item in today.kit:
            row = CheckRow(self.desk.say(item.words))
            row.setChecked(item.ticked)
            row.toggled.connect(self._ticker(item.code))
            self.kit.body.addWidget(self._with_print(row) if item.prints else row)

    def _with_print(self, row: CheckRow) -> QWidget:
        """A row of the kit that the laptop can print, with its button beside it."""
        words = row.text()
        print_it = KeyButton(self.tr("Imprimir"), kind="quiet", size="small")
        print_it.setAccessibleName(self.tr("Imprimir: {0}").format(words))
        print_it.clicked.connect(self._print_list)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(row, 1)
        across.addWidget(print_it)
        return both

    def _ticker(self, code: str) -> Callable[[bool], None]:
        def tick(on: bool) -> None:
            card = self._today.next if self._today else None
            if card is not None:
                session = card.session.id
                self.desk.road.do(lambda folder, stamp: service.tick(folder, stamp, session, code, on), self._count)

        return tick

    def _count(self, ticked: int) -> None:
        total = len(self._today.kit) if self._today else 0
        self.kit_count.setText(self.tr("{0} de {1}").format(ticked, total))

    def _show_later(self, today: service.Today) -> None:
        clear(self.later.body)
        if not today.later:
            self.later.body.addWidget(Text(self.tr("Nada más por hoy."), "body", "ink2"))
        for at, card in enumerate(today.later):
            if at:
                self.later.body.addWidget(Rule())
            row = LaterRow(self.desk, card)
            row.wanted.connect(self._put_first)
            self.later.body.addWidget(row)
        if today.more:
            more = KeyButton(self.tr("Ver más: quedan {0}").format(today.more), "ph.caret-down-bold", size="small")
            more.clicked.connect(self._show_more_later)
            self.later.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        lines = [each for each in self.later.findChildren(KeyButton) if each is not self.add_button]
        keep_tab_place(self.later, [self.add_button, *lines])  # what comes next before what to bring
        if self._line_to_focus is not None and self._line_to_focus < len(today.later):
            self.later.findChildren(LaterRow)[self._line_to_focus].choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line_to_focus = None

    def _show_more_later(self) -> None:
        """The next lines; the focus goes to the first of them."""
        self._line_to_focus, self._later_lines = self._later_lines, self._later_lines + _LATER
        self.mark_stale()

    def _show_waiting(self, waiting: ToDeliver) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            if self._today is not None:
                self._show_loose(self._today)

    def _show_loose(self, today: service.Today) -> None:
        clear(self.loose)
        for session in today.left_open[:2]:
            when = f"{short_date(date.fromisoformat(session.held_on))}, {clock_time(session.starts)}"
            detail = f"{session.crew_name or ''} · {when}"
            end = LooseEnd(self.tr("Quedó una sesión abierta"), detail, self.tr("Cerrarla"), "ph.warning-fill", "amber")
            end.acted.connect(self._opener(session))
            self.loose.addWidget(end)
        waiting = self._waiting
        if waiting is not None and waiting.sessions:
            title = self.tr("{0} sesiones por entregar").format(waiting.sessions)
            last = self.tr("Todavía no hay entregas")
            if waiting.last is not None:
                day = datetime.fromtimestamp(waiting.last.at / 1000).astimezone().date()
                last = self.tr("Última entrega: {0}").format(short_date(day))
            end = LooseEnd(title, last, self.tr("Entregar"), "mdi6.usb-flash-drive-outline")
            end.acted.connect(lambda: self.desk.go.emit("deliver"))
            self.loose.addWidget(end)

    def _opener(self, session: Session) -> Callable[[], None]:
        return lambda: self.desk.session_wanted.emit(session.id)

    def _resume(self, today: service.Today) -> None:
        """After a power cut the next start goes straight to the session that was open."""
        if self._resumed:
            return
        self._resumed = True
        if today.resume is not None:
            self.desk.session_resumed.emit(today.resume.id)

    # acting
    def _card_session(self) -> Session | None:
        return self._today.next.session if self._today and self._today.next else None

    def _start(self) -> None:
        session = self._card_session()
        if session is not None:
            self.desk.session_wanted.emit(session.id)

    def _put_first(self, session: bytes) -> None:
        self._first = session
        self.mark_stale()
        self.take_focus()

    def _review(self) -> None:
        card = self._today.next if self._today else None
        if card is not None and card.module is not None:
            ReviewCards(self.desk, card.module, self).exec()

    def _not_held(self) -> None:
        session = self._card_session()
        if session is None:
            return
        if session.is_open:  # begun by mistake
            ask_nobody_came(self.desk, session, lambda words: self.desk.tell("green", words), self)
            return
        question = NotHeld(self.desk, self)
        if question.exec():
            reason, note = question.reason(), question.note.text().strip() or None
            self.desk.road.do(lambda folder, stamp: session_service.not_held(folder, stamp, session.id, reason, note))

    def _print_list(self) -> None:
        session = self._card_session()
        if session is not None:
            ListPrinter(self.desk, self).print_list(session)

    def _add(self) -> None:
        self._choose(None)

    def _change(self) -> None:
        self._choose(self._card_session())

    def _choose(self, session: Session | None) -> None:
        day = self.desk.today()

        def ask(crews: list[crew_service.Crew]) -> None:
            if not crews:
                self.desk.tell("amber", self.tr("Todavía no hay cuadrillas"), self.tr("Trae primero tu lista."))
                return
            question = ChooseSession(self.desk, crews, self)
            if session is not None:
                question.preset(session.crew, session.module, session.starts, session.ends)
            if question.exec():
                self._save(session, question.wanted())

        self.desk.road.ask(lambda folder: crew_service.crews(folder, day), ask)

    def _save(self, session: Session | None, wanted: Wanted) -> None:
        crew = wanted.crew
        self._wants_start = True  # Enter must start what was just put in Hoy
        new = session_service.NewSession(
            self.desk.today(), wanted.starts, wanted.ends, crew.id, wanted.module, venue=crew.venue, season=crew.season
        )
        if session is not None:
            self.desk.road.do(lambda folder, stamp: session_service.change_session(folder, stamp, session.id, new))
        else:
            self.desk.road.do(lambda folder, stamp: session_service.add_session(folder, stamp, new))
