"""Cierre: what the session leaves, what is missing, one button to close. Counts only, nobody's own result."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from promoter_app.domain.attendance import ScanOutcome
from promoter_app.domain.curriculum.common import channels_for
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session, SessionSummary
from promoter_app.services.curricula import module_of
from promoter_app.services.folder import Folder
from promoter_app.services.security import notes
from promoter_app.services.sessions import attendance, closing, sessions
from promoter_app.services.sessions.closing import to_say_again
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import BottomBar, Card, KeyButton, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.session.closing_parts import (
    CountsCard,
    FacesCard,
    HelpCard,
    MissingCard,
    QuestionsCard,
    WaitingCard,
)
from promoter_app.ui.session.sealed_note import SealedNoteCard
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.session.topic_layout import DownScroll, is_tight, tab_order
from promoter_app.ui.today.nobody_came import ask_nobody_came

_HELP_STEP = "help_card"
_READS = frozenset({"attendance", "scan", "scan_answer", "feedback", "referral", "answer", "attempt", "hand_count"})


@dataclass(frozen=True)
class ClosingRoom:
    """What the page shows, read in one go."""

    summary: SessionSummary
    waiting: list[ScanOutcome]
    referral: tuple[bool, str | None] | None


class ClosingPage(StepPage):
    """Everything is saved already; closing only says that the session is over. Ctrl+Z on Hoy opens it again."""

    name = "closing"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.room: ClosingRoom | None = None
        self._closing = False
        self.counts = CountsCard()
        self.missing = MissingCard()
        self.waiting = WaitingCard()
        self.questions = QuestionsCard()
        self.help = HelpCard()
        self.faces = FacesCard()
        self.sealed = SealedNoteCard()
        self.note_card = Card("-", padding=16)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(110))
        self.note_card.body.addWidget(self.note)
        self.saved = Text("", "strong", "ink2")
        self.close_session = KeyButton(
            "", "ph.check-bold", "F9", kind="primary", size="main", more_keys=("Ctrl+Return",)
        )
        self._columns: QBoxLayout
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        self._columns = QHBoxLayout(inner)
        self._columns.setContentsMargins(20, 16, 20, 16)
        self._columns.setSpacing(16)
        for stretch, cards in (
            (5, (self.counts, self.waiting, self.missing)),
            (6, (self.questions, self.faces)),
            (6, (self.help, self.note_card, self.sealed)),
        ):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, stretch)
        bar = BottomBar()
        bar.add_left(self.saved)
        bar.add_right(self.close_session)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(DownScroll(inner, roomy=True), 1)
        outer.addWidget(bar)

    def _connect(self) -> None:
        self.missing.wanted.connect(self.go_to)
        self.waiting.answered.connect(self._answer_scan)
        self.faces.pointed.connect(self._count_face)
        self.help.told.connect(self._tell_help)
        self.sealed.sealed.connect(self._seal)
        self.close_session.clicked.connect(self._close)
        self.desk.road.changed.connect(self._hear)
        self.desk.names_hidden_changed.connect(lambda _hidden: self._show_waiting())

    # coming and going
    def enter(self, session: Session) -> None:
        super().enter(session)
        self._closing = False
        self.note.setPlainText(session.note or "")
        self.sealed.begin()
        self._set_help()
        self._reload()
        self.close_session.setFocus()

    def _reload(self) -> None:
        session, content = self.current, self.desk.courses

        def read(folder: Folder) -> ClosingRoom:
            return ClosingRoom(
                closing.summary(folder, content, session),
                attendance.waiting(folder, session.id),
                closing.referral(folder, session.id),
            )

        self.desk.road.ask(read, self._show)

    def _show(self, room: ClosingRoom) -> None:
        self.room = room
        self.counts.show_counts(room.summary)
        self.missing.show_steps(room.summary.missing_steps)
        module = module_of(self.desk.courses, self.current)
        items = module.items if module else ()
        words = {item.id: item.question.in_language(self.desk.language) for item in items}
        again = to_say_again(room.summary, words)
        self.questions.show_questions(room.summary, words, self.desk.say(again) if again else "")
        self.faces.show_counts(room.summary.faces)
        self.help.show_told(room.referral)
        self._show_waiting()
        tab_order(
            *self.waiting.buttons.values(), *self.missing.buttons.values(), *self.faces.buttons,
            *self.help.stops(), self.note, *self.sealed.stops(), self.close_session,
        )

    def _show_waiting(self) -> None:
        if self.room is not None:
            self.waiting.show_scans(self.room.waiting, names_hidden=self.desk.names_hidden)

    def _hear(self, changes: frozenset[str]) -> None:
        if self.isVisible() and self.session is not None and not self._closing and changes & _READS:
            self._reload()

    def _set_help(self) -> None:
        content, language = self.desk.courses, self.desk.language
        step = next((each for each in content.steps if each.id == _HELP_STEP), None)
        channels = channels_for(content.channels, self.current.sector or "")
        self.help.set_words(step.say.in_language(language) if step else "", list(channels), language)

    # what the person does
    def _answer_scan(self, scan: bytes, count: bool) -> None:
        if count:
            self.desk.road.do(lambda folder, stamp: attendance.count_here(folder, stamp, scan))
        else:
            self.desk.road.do(lambda folder, stamp: attendance.dismiss_scan(folder, stamp, scan))

    def _count_face(self, face: int) -> None:
        session = self.current.id
        self.desk.road.do(lambda folder, stamp: closing.record_feedback(folder, stamp, session, face))

    def _tell_help(self, offered: bool, channel: str) -> None:
        session, today = self.current.id, self.desk.today()
        self.desk.road.do(
            lambda folder, stamp: closing.record_referral(
                folder, stamp, session, offered=offered, channel=channel or None, on_date=today
            )
        )

    def _seal(self, text: str) -> None:
        session = self.current.id
        kept = self.tr("Sellada. No se puede volver a leer aquí.")
        self.desk.road.do(
            lambda folder, stamp: notes.seal_note(folder, stamp, text, session),
            lambda _none: self.sealed.say(kept, kept=True),
            lambda refusal: self.sealed.say(f"{self.desk.say(refusal.what)} {self.desk.say(refusal.todo)}"),
        )

    def _close(self) -> None:
        if self._closing:
            return
        self._closing = True
        session, note = self.current, self.note.toPlainText().strip() or None
        self.desk.road.do(
            lambda folder, stamp: sessions.close_session(folder, stamp, session.id, note, somebody=True),
            self._closed,
            self._not_closed,
        )

    def _closed(self, closed: Session) -> None:
        content, road = self.desk.courses, self.desk.road
        road.do(lambda folder, stamp: sessions.record_step(folder, stamp, closed.id, "closing", "finished"))
        road.ask(lambda folder: closing.summary(folder, content, closed), self._leave)

    def _leave(self, seen: SessionSummary) -> None:
        came = self.tr("%n presentes", "", seen.present)
        new = self.tr("%n personas nuevas", "", seen.new_people)
        words = self.tr("Sesión cerrada. {came}, {new}").format(came=came, new=new)
        self._go_out(words)

    def _go_out(self, words: str) -> None:
        self.desk.session_left.emit()
        self.desk.tell("green", words)

    def _not_closed(self, refusal: Refusal) -> None:
        self._closing = False
        if refusal.code == "nobody_came":
            ask_nobody_came(self.desk, self.current, self._go_out, self)
        else:
            self.desk.tell_refusal(refusal)

    # words
    def retranslate(self) -> None:
        self.note_card.set_heading(self.tr("Nota"))
        self.note.setAccessibleName(self.tr("Nota de la sesión"))
        self.note.setPlaceholderText(self.tr("Lo que conviene recordar. Sin nombres."))
        self.saved.setText("" if theme.is_large() else self.tr("Todo está guardado."))
        self.close_session.setText(self.tr("Cerrar sesión"))
        if self.session is not None:
            self._set_help()
            if self.room is not None:
                self._show(self.room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stack(self._columns, is_tight(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_columns"):
            stack(self._columns, is_tight(self))
            self.note.setFixedHeight(theme.px(110))
            self.saved.setText("" if theme.is_large() else self.tr("Todo está guardado."))
