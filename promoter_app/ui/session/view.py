"""The session over the whole window: dark bar, five steps, the step's page. Any step can be clicked, none is forced."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from promoter_app.domain.attendance import ScanOutcome, ScanState
from promoter_app.domain.sessions import STEPS, Session, minutes_of
from promoter_app.services.sessions import attendance, sessions
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.feedback import FeedbackPanel
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.question import Question
from promoter_app.ui.kit.session_bar import SessionBar
from promoter_app.ui.session.help_aside import SessionHelp
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.window import PageMaker

_COUNTED_HERE = ("topic", "closing")
_GOOD_NEWS = ("green", "blue")
_OWN_STEPS = frozenset({"session_step"})
_LAST_CALL = 180
"""Seconds before the end of the break at which the final test is offered."""


class LeaveSession(Question):
    """Whether to leave: asked because Esc alone must not carry anybody out of a session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("LeaveSession", "¿Salir de la sesión?")
        super().__init__(title, QCoreApplication.translate("LeaveSession", "Salir"), parent)
        words = Text(self.tr("Todo queda guardado y puedes volver."), "body", wrap=True)
        self.form.addRow(words)
        self.setAccessibleDescription(words.text())
        self.reject_button.setText(self.tr("Seguir en la sesión"))


class SessionView(QWidget):
    """Give it a session with `open`; `left` says that the person wants out (everything is saved)."""

    left = Signal()
    opened = Signal(object)

    def __init__(self, desk: Desk, makers: dict[str, PageMaker], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._makers = makers
        self._pages: dict[str, StepPage] = {}
        self._session: Session | None = None
        self._done: set[str] = set()
        self._on_a_step = self._passes = False
        self.bar = SessionBar(self._step_words(), desk.road.edge.monotonic)
        self.banner = Banner()
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        self.help = SessionHelp(desk, self.stack, row, self)
        self.bar.left.connect(self._ask_to_leave)
        self.bar.help_wanted.connect(self.ask_help)
        self.bar.steps.chosen.connect(lambda at: self.show_step(STEPS[at]))
        self.bar.clock.crossed.connect(self._on_seconds_left)
        self.banner.acted.connect(self._on_banner)
        desk.road.changed.connect(lambda changes: None if changes <= _OWN_STEPS else self._on_change())
        desk.names_hidden_changed.connect(lambda _hidden: self._let_pass())

    def session(self) -> Session | None:
        """The session on screen, or None."""
        return self._session

    def step(self) -> str:
        """The name of the step on screen, or "" when there is none."""
        page = self.stack.currentWidget()
        return page.name if isinstance(page, StepPage) else ""

    def ask_help(self) -> None:
        """F1: the help of this step beside it, and away again."""
        self.help.toggle(self.step())

    def open(self, session: bytes, *, resumed: bool = False) -> None:
        """Open a session for attendance and come back to the step where it was."""

        def show(found: Session) -> None:
            self.desk.road.forget_undos()  # one Ctrl+Z too many must not close the session that just opened
            self.desk.road.ask(
                lambda folder: (
                    sessions.place_in_session(folder, found.id)[0],
                    sessions.steps(folder, found.id),
                    sessions.began_at(folder, found.id),
                ),
                lambda place: self._begin(found, *place, resumed=resumed),
            )

        self.desk.road.do(lambda folder, stamp: sessions.start_session(folder, stamp, session), show)

    def show_step(self, name: str) -> None:
        """Go to a step; the step left is marked as finished."""
        if self._session is None:
            return
        self._let_pass()
        self.help.give_way()
        before = self.stack.currentWidget()
        if self._on_a_step and isinstance(before, StepPage) and before.name != name:
            before.leave()
            self._done.add(before.name)
            self._record(before.name, "finished")
        page = self._page(name)
        self._on_a_step = True
        self.stack.setCurrentWidget(page)
        self.bar.steps.set_progress(STEPS.index(name), [STEPS.index(done) for done in self._done if done != name])
        self._record(name, "started")
        page.enter(self._session)

    def tell(
        self,
        kind: str,
        title: str,
        detail: str = "",
        actions: tuple[tuple[str, str], ...] = (),
        *,
        passes: bool = False,
    ) -> None:
        """A message over the step. Good news, and what `passes`, go with the next thing done; the rest stays."""
        self._passes = False
        self.banner.tell(kind, title, detail, actions)
        if passes or kind in _GOOD_NEWS:
            QTimer.singleShot(0, self, self._may_pass)  # the change that it tells of comes first

    def says_undone(self) -> bool:
        """Whether the panel of Asistencia is in sight: it says what was undone, larger than any banner."""
        return any(panel.isVisible() for panel in self.findChildren(FeedbackPanel))

    def _on_change(self) -> None:
        self._let_pass()
        self.help.give_way()

    def _may_pass(self) -> None:
        self._passes = True

    def _let_pass(self) -> None:
        if self._passes:
            self._passes = False
            self.banner.clear()

    def close_view(self) -> None:
        """Leave the screen: timers stop, nothing is lost."""
        self.help.close()
        page = self.stack.currentWidget()
        if isinstance(page, StepPage):
            page.leave()
        self.bar.clock.stop()
        self._session = None

    def card_scanned(self, text: str) -> None:
        """A scanner read a card. In Tema and Cierre somebody came late: counted without leaving the step."""
        self.help.give_way()
        page = self.stack.currentWidget()
        if isinstance(page, StepPage):
            if page.name in _COUNTED_HERE:
                self._count_late(text)
            else:
                page.card_scanned(text)

    def _count_late(self, text: str) -> None:
        session = self._session
        if session is not None:
            self.desk.road.do(
                lambda folder, stamp: attendance.record_scan(folder, stamp, session.id, text), self._say_late
            )

    def _say_late(self, outcome: ScanOutcome) -> None:
        self.desk.sounds.play(outcome.state.value)
        name = outcome.person.name if outcome.person and not self.desk.names_hidden else ""
        if outcome.state is ScanState.PRESENT:
            said = self.tr("Presente · Van {0}").format(outcome.present)
            self.tell("green", said, name)
        elif outcome.state is ScanState.ALREADY:
            self.tell("blue", self.tr("Ya estaba. Entró a las {0}").format(outcome.earlier), name)
        else:
            words = self.tr("Esa tarjeta quedó por resolver en Asistencia")
            self.tell("amber", words, name, (("attendance", self.tr("Ir a Asistencia")),))

    def _begin(self, found: Session, step: str, steps: dict[str, str], began: str | None, *, resumed: bool) -> None:
        from promoter_app.services.curricula import topic_label

        self._session = found
        self._done = {name for name, event in steps.items() if event != "started"}
        name = found.crew_name
        crew = self.tr("Cuadrilla {0}").format(name) if name else self.tr("Todas las cuadrillas")
        self.bar.set_session(crew, topic_label(self.desk.courses, found, self.desk.language))
        self._start_clock(found, began)
        self.banner.hide()
        self._on_a_step = False  # the page on screen is where the session before this one was left
        self.show_step(step)
        if resumed:
            self.tell("amber", self.tr("Se apagó la laptop. Seguimos donde ibas"), passes=True)
        self.opened.emit(found)

    def _start_clock(self, found: Session, began: str | None) -> None:
        """Count to the agreed end of the break; a session given at another hour counts from when it began."""
        now = self.desk.road.edge.now()
        passed = now.hour * 60 + now.minute
        ends = minutes_of(found.ends)
        if found.held_on != now.date().isoformat() or not minutes_of(found.starts) - 30 <= passed <= ends + 60:
            ends = (minutes_of(began) if began else passed) + found.minutes
        left = (ends - passed) * 60 - now.second
        self.bar.clock.start(max(found.minutes * 60, left), left, f"{ends // 60 % 24:02d}:{ends % 60:02d}")

    def _on_seconds_left(self, seconds: int) -> None:
        if seconds == _LAST_CALL and self.step() in ("attendance", "pre_test", "topic"):
            words = self.tr("Quedan 3 minutos. ¿Saltamos a la prueba final?")
            self.tell("amber", words, actions=(("post_test", self.tr("Saltar a la prueba final")),))

    def _on_banner(self, action: str) -> None:
        self.banner.hide()
        if action in STEPS:
            self.show_step(action)

    def _page(self, name: str) -> StepPage:
        if name not in self._pages:
            page = self._makers[name](self.desk)
            page.finished.connect(self._next)
            page.go_to.connect(self.show_step)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def _next(self) -> None:
        at = STEPS.index(self.step())
        if at + 1 < len(STEPS):
            self.show_step(STEPS[at + 1])

    def _record(self, step: str, event: str) -> None:
        session = self._session
        if session is not None and session.is_open:
            self.desk.road.do(lambda folder, stamp: sessions.record_step(folder, stamp, session.id, step, event))

    def _ask_to_leave(self) -> None:
        question = LeaveSession(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(self.left)
        question.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing inside took: the step's own way back first, then out of the help, then the way out."""
        if event.key() != Qt.Key.Key_Escape or event.modifiers():
            super().keyPressEvent(event)
            return
        page = self.stack.currentWidget()
        if isinstance(page, StepPage) and page.step_back():
            return
        if self.help.is_open():
            self.help.close()
        else:
            self._ask_to_leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.help.arrange()

    def _step_words(self) -> tuple[str, ...]:
        return (
            self.tr("Asistencia"), self.tr("Prueba inicial"), self.tr("Tema"), self.tr("Prueba final"),
            self.tr("Cierre"),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "bar"):
            self.bar.steps.set_steps(self._step_words())
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "help"):
            self.help.arrange()
