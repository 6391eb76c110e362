"""Prueba inicial and Prueba final: one person at a time, one key per answer, each answer on disk at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.domain.people import Person
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session
from promoter_app.services.curricula import module_of
from promoter_app.services.sessions import attempts, testing
from promoter_app.services.sessions.attempts import PersonTest, Question
from promoter_app.services.sessions.testing import TestRoom
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import BottomBar, KeyButton
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.session.sweep import CrewSweep
from promoter_app.ui.session.sweep_panel import SweepPanel
from promoter_app.ui.session.test_audio import QuestionAudio
from promoter_app.ui.session.test_hands import HandsPanel
from promoter_app.ui.session.test_people import TestPeople
from promoter_app.ui.session.test_question import QuestionPanel
from promoter_app.ui.session.test_rest import RestPanel
from promoter_app.ui.session.topic_audio import Player
from promoter_app.ui.session.topic_layout import Panels, SideTabs, is_tight, tab_order


class TestPage(StepPage):
    """`phase` is "pre" or "post"; both ask the same questions, each person's answers in that person's order."""

    __test__ = False

    def __init__(self, desk: Desk, phase: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.phase = phase
        self.name = f"{phase}_test"
        self.room = TestRoom((), 0, {})
        self.person: bytes | None = None
        self.at = 0
        self._questions: tuple[Question, ...] = ()
        self._saving = False
        self.player = Player(self)
        self.people = TestPeople(desk)
        self.question = QuestionPanel()
        self.audio = QuestionAudio(desk, self.question, self.player, self)
        self.hands = HandsPanel()
        self.rest = RestPanel()
        self.sweep = CrewSweep(desk, phase, self.player, self)
        self.panels = Panels(self.question, self.hands, self.rest, self.sweep.panel)
        self.columns = SideTabs(self.panels, self.people, 312, side_first=True)
        self.back = KeyButton("", "ph.arrow-left-bold", "Left", size="large", cap_only=True)
        self.raise_hands = KeyButton("", "ph.hand-palm-bold", size="large")
        self.all_cards = KeyButton("", "ph.identification-card-bold", "T", size="large")
        self.go_on = KeyButton("", "", "F9", size="main", more_keys=("Ctrl+Return",), trailing="ph.arrow-right-bold")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = BottomBar()
        bar.add_left(self.back)
        bar.add_left(self.raise_hands)
        bar.add_left(self.all_cards)
        bar.add_right(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.columns, 1)
        column.addWidget(bar)

    def _connect(self) -> None:
        self.people.chosen.connect(self.show_person)
        self.question.answered.connect(self._answer)
        self.question.declined.connect(self._decline)
        self.hands.counted.connect(self._count_hands)
        self.hands.left.connect(self._show_person_again)
        self.rest.asked.connect(self.go_to)
        self.back.clicked.connect(self._go_back)
        self.raise_hands.clicked.connect(self._start_hands)
        self.all_cards.clicked.connect(self._start_sweep)
        self.sweep.panel.left.connect(self._leave_sweep)
        self.sweep.finished.connect(lambda: self._ask_room(self._begin))
        self.sweep.saved.connect(self._keep_tests)
        self.sweep.moved.connect(self._show_around)
        self.sweep.seen.connect(self.people.show_seen)
        self.go_on.clicked.connect(self.finished)
        for key, step in (("Up", -1), ("Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self.question)
            shortcut.activated.connect(partial(self._step_person, step))
        for panel in (self.question, self.sweep.panel):  # also where nothing is before: the focus stays
            QShortcut(QKeySequence("Left"), panel).activated.connect(self._go_back)
        self.desk.road.undone.connect(lambda _undo: self._reload_after_undo())

    # coming and going
    def enter(self, session: Session) -> None:
        super().enter(session)
        self._saving, self.person = False, None
        self._ask_room(self._begin)

    def leave(self) -> None:
        self.player.stop()
        self.sweep.stop()

    def card_scanned(self, text: str) -> None:
        self.desk.road.ask(lambda folder: testing.person_of_card(folder, text), self._jump)

    def retranslate(self) -> None:
        self.columns.set_words(self.tr("Pregunta"), self.tr("Personas"))
        self._name_ways()
        self._name_go_on()
        if self.session is not None and self.sweep.is_on():
            self.sweep.show_again()
        elif self.session is not None and self._questions:
            self._show_question()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_ways()
        self._name_go_on()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "go_on"):
            self._name_ways()
            self._name_go_on()

    def _name_ways(self) -> None:
        tight = is_tight(self)
        self.back.setText(self.tr("Atrás") if tight else self.tr("Pregunta anterior"))
        self.raise_hands.setText(self.tr("Manos") if tight else self.tr("A mano alzada"))
        self.all_cards.setText(self.tr("Tarjetas") if tight else self.tr("Todos con tarjeta"))

    def _name_go_on(self) -> None:
        if is_tight(self):
            words = self.tr("Seguir")
        elif not self._all_done():
            words = self.tr("Dejar la prueba y seguir")
        else:
            words = self.tr("Seguir con el tema") if self.phase == "pre" else self.tr("Seguir al cierre")
        self.go_on.setText(words)
        self.go_on.set_kind("primary" if self._all_done() else "secondary")

    def _all_done(self) -> bool:
        return bool(self.room.people) and all(self.room.test_of(one.id).is_done for one in self.room.people)

    def _ask_room(self, then: Callable[[TestRoom], None]) -> None:
        session, content, phase = self.current, self.desk.courses, self.phase
        self.desk.road.ask(lambda folder: testing.test_room(folder, content, session, phase), then)

    def _begin(self, room: TestRoom) -> None:
        self.room = room
        waiting = self._next_waiting(None)
        if waiting is None:
            self._rest()
        else:
            self.show_person(waiting)

    # one person
    def show_person(self, person: bytes) -> None:
        """This person's turn: at the first question without an answer."""
        self.player.stop()
        self.sweep.stop()
        self.person = person
        session, content = self.current, self.desk.courses
        self._questions = attempts.questions(content, session, person, short=self.room.short)
        given = self.room.test_of(person).answers
        self.at = next((at for at, one in enumerate(self._questions) if one.item.id not in given), 0)
        if self._questions:
            self._show_question()
        else:
            self._rest()

    def _show_question(self) -> None:
        if self.person is None:
            return
        language = self.desk.language
        shown = self._questions[self.at]
        given = self.room.test_of(self.person).answers.get(shown.item.id)
        self.question.show_question(shown, self.at, len(self._questions), given, language)
        self._show_audio()
        self.panels.show_panel(self.question)
        self.columns.show_main()
        self._show_around()
        self.question.audio.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_around(self) -> None:
        """What goes with every panel: the list, the way back, the way on."""
        self.people.show_room(self.room, self.person, self.at, max(1, len(self._questions)))
        asking, sweeping = self.panels.shown() is self.question, self.sweep.is_on()
        first = self.tr("es la primera pregunta") if asking or sweeping else self.tr("no hay pregunta")
        before = self.sweep.at if sweeping else asking and (self.at or self._person_before())
        self.back.set_reason("" if before else first)
        self.raise_hands.setVisible(asking or sweeping)
        self.all_cards.setVisible(asking)
        self.all_cards.set_reason("" if self.sweep.can_begin(self.room) else self.tr("nadie tiene tarjeta"))
        panel = self.panels.shown()
        inside = panel.stops() if isinstance(panel, (QuestionPanel, HandsPanel, RestPanel, SweepPanel)) else ()
        tab_order(self.people.list, *inside, self.back, self.raise_hands, self.all_cards, self.go_on)
        if sweeping:
            self.people.show_seen(self.sweep.seen_people())
        self._name_go_on()

    def _show_person_again(self) -> None:
        if self.person is not None:
            self.show_person(self.person)
        else:
            self._begin(self.room)

    def _rest(self) -> None:
        """Nobody is in turn: everybody answered, nobody is here, or the topic has no test."""
        self.sweep.stop()
        self.person, self._questions, self.at = None, (), 0
        module = module_of(self.desk.courses, self.current)
        reason = "nobody" if not self.room.people else "no_test" if module is None else "done"
        self.rest.show_reason(reason, self.phase)
        self.panels.show_panel(self.rest)
        self._show_around()
        (self.rest.button if reason == "nobody" else self.go_on).setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_waiting(self, after: bytes | None) -> bytes | None:
        """The next person of the list without a test, from `after` on and round."""
        ids = [one.id for one in self.room.people]
        start = ids.index(after) + 1 if after in ids else 0
        return next((one for one in ids[start:] + ids[:start] if not self.room.test_of(one).is_done), None)

    def _step_person(self, step: int) -> None:
        ids = [one.id for one in self.room.people]
        if self.person in ids and not self._saving:
            self.show_person(ids[(ids.index(self.person) + step) % len(ids)])

    def _jump(self, person: bytes | None) -> None:
        if person is not None and any(one.id == person for one in self.room.people):
            self.show_person(person)
            return
        self.desk.tell("amber", self.tr("Esa tarjeta no es de esta prueba. Si acaba de llegar, pasa por Asistencia."))

    # answering
    def _answer(self, choice: str) -> None:
        if self._saving or self.person is None:
            return
        self._saving = True
        session, content, short = self.current, self.desk.courses, self.room.short
        person, phase = self.person, self.phase
        item = self._questions[self.at].item.id
        self.desk.road.do(
            lambda folder, stamp: attempts.record_answer(
                folder, stamp, content, session, person, phase, item, choice, short=short
            ),
            self._saved,
            self._not_saved,
        )

    def _decline(self) -> None:
        if self._saving or self.person is None:
            return
        self._saving = True
        session, content, short = self.current, self.desk.courses, self.room.short
        person, phase = self.person, self.phase
        self.desk.road.do(
            lambda folder, stamp: attempts.decline(folder, stamp, content, session, person, phase, short=short),
            self._saved,
            self._not_saved,
        )

    def _saved(self, test: PersonTest) -> None:
        """It is on disk: the next question, or the next person without a test."""
        self._saving = False
        self.room = replace(self.room, progress={**self.room.progress, test.person: test})
        if test.person != self.person:
            self._show_around()
        elif not test.declined and self.at + 1 < len(self._questions):
            self.at += 1
            self._show_question()
        elif not test.is_done:
            self.show_person(test.person)
        else:
            waiting = self._next_waiting(test.person)
            if waiting is None:
                self._rest()
            else:
                self.show_person(waiting)

    def _not_saved(self, refusal: Refusal) -> None:
        self._saving = False
        self.desk.tell_refusal(refusal)
        self._show_question()

    def _go_back(self) -> None:
        if self.sweep.is_on():
            self.sweep.back()
        elif self._saving:
            return
        elif self.at:
            self.at -= 1
            self._show_question()
        else:
            self._go_to_last_of(self._person_before())

    def _person_before(self) -> bytes | None:
        """Who stands before in the list; None before the first."""
        ids = [one.id for one in self.room.people]
        at = ids.index(self.person) if self.person in ids else 0
        return ids[at - 1] if at else None

    def _go_to_last_of(self, person: bytes | None) -> None:
        if person is None:
            return
        self.show_person(person)
        if self._questions:
            self.at = len(self._questions) - 1
            self._show_question()

    # taking back
    def _reload_after_undo(self) -> None:
        """Ctrl+Z: show the question whose answer is not there any more."""
        if self.isVisible() and self.session is not None:
            self._ask_room(self._show_taken_back)

    def _show_taken_back(self, room: TestRoom) -> None:
        before, self.room = self.room, room
        if self.sweep.is_on():
            self.sweep.taken_back(room)
            return
        changed = [one.id for one in room.people if before.test_of(one.id) != room.test_of(one.id)]
        if not changed:
            self._show_around()
            return
        person = changed[0]
        old, new = before.test_of(person).answers, room.test_of(person).answers
        self.show_person(person)
        differs = [at for at, one in enumerate(self._questions) if old.get(one.item.id) != new.get(one.item.id)]
        if differs:
            self.at = differs[-1]
            self._show_question()

    def _show_audio(self) -> None:
        module = module_of(self.desk.courses, self.current)
        self.audio.show(self._current_person(), module, self._questions[self.at].item.id)

    def _current_person(self) -> Person | None:
        return next((one for one in self.room.people if one.id == self.person), None)

    # raised hands
    def _start_hands(self) -> None:
        session, content = self.current, self.desk.courses
        self._questions = attempts.questions(content, session, b"", short=self.room.short)
        self.at = 0
        self.player.stop()
        self.sweep.stop()
        self._show_hands()

    def _show_hands(self) -> None:
        unsure, shown = self.desk.courses.dont_know.in_language(self.desk.language), self._questions[self.at]
        self.hands.show_question(shown, self.at, len(self._questions), unsure, self.desk.language)
        self.panels.show_panel(self.hands)
        self._show_around()
        self.hands.take_focus()

    def _count_hands(self, item: str, correct: int, total: int) -> None:
        session, content, phase = self.current, self.desk.courses, self.phase
        self.desk.road.do(
            lambda folder, stamp: attempts.record_hands(folder, stamp, content, session, phase, item, correct, total),
            self._hands_saved,
        )

    def _hands_saved(self, _done: None) -> None:
        if self.at + 1 < len(self._questions):
            self.at += 1
            self._show_hands()
        else:
            self.finished.emit()

    # everybody at once, with the cards
    def _start_sweep(self) -> None:
        self.player.stop()
        self.person = None
        self.panels.show_panel(self.sweep.panel)
        self.columns.show_main()
        self.sweep.begin(self.current, self.room)

    def _leave_sweep(self) -> None:
        self.sweep.stop()
        self._ask_room(self._begin)

    def _keep_tests(self, tests: dict[bytes, PersonTest]) -> None:
        self.room = replace(self.room, progress=tests)
