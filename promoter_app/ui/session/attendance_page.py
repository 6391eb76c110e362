"""Asistencia: scan, type or choose; every answer comes back over the road, green only once it is on disk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from promoter_app.domain.attendance import WAITING, ScanOutcome, ScanState, Tally
from promoter_app.domain.cards import normalise
from promoter_app.domain.done import Undo
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session
from promoter_app.domain.sightings import Sightings
from promoter_app.services.folder import set_laptop_setting
from promoter_app.services.sessions import attendance, sessions
from promoter_app.ui.desk import Desk
from promoter_app.ui.session.attendance_board import LISTS, AttendanceBoard
from promoter_app.ui.session.attendance_camera import AttendanceCamera
from promoter_app.ui.session.attendance_keys import Act, AttendanceKeys
from promoter_app.ui.session.attendance_photos import AttendancePhotos
from promoter_app.ui.session.attendance_reading import Snapshot, snapshot
from promoter_app.ui.session.attendance_search import AttendanceSearch
from promoter_app.ui.session.attendance_words import Seen, shown_name, verdict_of
from promoter_app.ui.session.register_page import RegisterPage
from promoter_app.ui.session.step import StepPage

_READS = frozenset({
    "attendance", "scan", "scan_answer", "unnamed_presence", "person", "membership", "card", "card_assignment",
    "card_cancel", "crew", "void",
})


class AttendancePage(StepPage):
    """The board, and Alta rápida in its place while somebody is registered. Scans count in both."""

    name = "attendance"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.board = AttendanceBoard(desk)
        self.form = RegisterPage(desk)
        self.search = AttendanceSearch(self.board.field, desk.road, self)
        self.photos = AttendancePhotos(desk, self.board, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._sightings = Sightings()
        self.camera = AttendanceCamera(desk, self.board.devices, self._sightings, self)
        self._shown: ScanOutcome | None = None
        self._answering = self._searching = False
        self._asked = self._stale = False
        self._tally = Tally()
        self._waiting: list[ScanOutcome] = []
        self._last: Snapshot | None = None
        self._keys = AttendanceKeys(self.board, self._acts(), self)
        self._connect()

    # the step
    def enter(self, session: Session) -> None:
        """Show `session`, ready to scan; another session than before starts with an empty panel."""
        fresh = self.session is None or self.session.id != session.id
        super().enter(session)
        if fresh:
            self._begin()
        self._tell_search()
        self.reload()
        self.camera.start()
        self.photos.session = session.id
        if self.desk.sounds.loudness().value != "off":
            self.desk.sounds.preload()
        self.take_focus()

    def take_focus(self) -> None:
        if self._stack.currentWidget() is self.form:
            self.form.take_focus()
        else:
            self.board.focus_field()

    def leave(self) -> None:
        """The step goes off screen: nothing looks anything up any more. A form half filled stays as it is."""
        self.form.pause()
        self.camera.stop()
        self.photos.stop()
        self.board.field.set_found(())

    def step_back(self) -> bool:
        return self.board.leave_missing()

    def card_scanned(self, text: str) -> None:
        """A USB scanner read a card."""
        self.board.devices.scanner_worked()
        self._card_shown(text, "scanner")

    def _card_shown(self, text: str, way: str) -> None:
        """A card was shown on purpose by `way`: scanner or typed. The same one within three seconds is ignored."""
        if self._sightings.is_new(normalise(text), self.desk.road.edge.monotonic()):
            self._record(text, way)

    def _record(self, text: str, way: str) -> None:
        if self.session is None:
            return
        session = self.session.id
        self.desk.road.do(
            lambda folder, stamp: attendance.record_scan(folder, stamp, session, text, way),
            self._on_outcome,
            self._on_refused,
        )

    def _on_refused(self, refusal: Refusal) -> None:
        """The disk said no: nobody was counted, and the same card may be shown again at once."""
        self._sightings.forget()
        self._to_idle("")
        self.desk.tell_refusal(refusal)

    def retranslate(self) -> None:
        """Put on every word again, in the language of now."""
        self.board.retranslate()
        self.camera.describe()
        self.form.retranslate()
        self._show_again()

    # what happened
    def _on_outcome(self, outcome: ScanOutcome) -> None:
        if outcome.state is ScanState.CLOSED:
            self._say_closed()
            return
        self._answering = self._searching = False
        self.desk.sounds.play(outcome.state.value)
        if self._stack.currentWidget() is self.form:
            self.form.hear(outcome, self._seen())
            if outcome.state in WAITING:
                self._name_waiting()
                return
        if outcome.state in WAITING:  # Enter and Esc must answer it, not press whatever had the focus
            self.board.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(outcome, blink=self.desk.sounds.is_silent())

    def _show(self, outcome: ScanOutcome, *, blink: bool = False) -> None:
        self._shown = outcome
        self.board.panel.show_verdict(verdict_of(outcome, self._seen()), blink=blink)
        self.board.show_panel()
        self.board.panel.repaint()  # the verdict is seen before lists and counts are read again
        self._name_waiting()

    def _waits(self) -> ScanOutcome | None:
        """The outcome on the panel that waits for an answer, if it does."""
        shown = self._shown
        return shown if shown is not None and shown.state in WAITING and not self._answering else None

    def _say_closed(self) -> None:
        words = self.tr("La sesión está cerrada: no se contó a nadie")
        actions = (("reopen", self.tr("Abrir otra vez")), ("close", self.tr("Ahora no")))
        self.board.tell("amber", words, "", actions)

    def _on_banner(self, action: str) -> None:
        self.board.hush()
        if action == "stop_photos":
            self.photos.stop()
        elif action == "reopen":
            session = self.current.id
            self.desk.road.do(lambda folder, stamp: sessions.reopen_session(folder, stamp, session))
            self._sightings.forget()
        self.board.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # answers
    def _answer(self, action: str) -> None:
        waiting = self._waits()
        if action == "search":
            self._searching = True
            self.board.focus_field()
        elif action in ("new", "register"):
            self._open_form()
        elif waiting is not None and waiting.scan is not None:
            self._answering = True
            self._settle(waiting.scan, counted=action == "count")
            self.board.focus_field()

    def _settle(self, scan: bytes, *, counted: bool) -> None:
        road = self.desk.road
        if counted:
            road.do(lambda folder, stamp: attendance.count_here(folder, stamp, scan), self._on_outcome)
        else:
            road.do(lambda folder, stamp: attendance.dismiss_scan(folder, stamp, scan), self._on_dismissed)
        self._sightings.forget()

    def _on_dismissed(self, _nothing: None) -> None:
        self._answering = False
        self._to_idle(self.tr("No se contó. Escanea la tarjeta o escribe nombre o número"))

    def _count_person(self, person: bytes) -> None:
        session = self.current.id
        waiting = self._waits()
        answers = waiting.scan if waiting is not None and self._searching else None
        self.desk.road.do(
            lambda folder, stamp: attendance.record_person(folder, stamp, session, person, answers), self._on_outcome
        )
        self.board.focus_field()

    def _take_off(self, person: bytes) -> None:
        session = self.current.id
        self.desk.road.do(
            lambda folder, stamp: attendance.take_off(folder, stamp, session, person), self._on_taken_off
        )

    def _on_taken_off(self, person: Person) -> None:
        self._sightings.forget()
        name = shown_name(person, hidden=self.desk.names_hidden)
        self._to_idle(self.tr("Se quitó de la lista: {0}").format(name))

    def _open_waiting(self) -> None:
        """Por resolver: the oldest card that waits comes back to the panel."""
        queue = self._queue()
        if queue:
            self._show(queue[0])
            self.board.focus_field()

    # registering
    def _open_form(self, name: str = "") -> None:
        waiting = self._waits()
        tied = waiting if waiting is not None and waiting.state in (ScanState.BLANK, ScanState.UNKNOWN) else None
        self.board.field.empty()
        self.form.begin(self.current, tied, name)
        self._stack.setCurrentWidget(self.form)
        self.form.take_focus()

    def _close_form(self) -> None:
        self._stack.setCurrentWidget(self.board)
        self.board.focus_field()
        self._name_waiting()

    def _on_registered(self, outcome: ScanOutcome, note: str) -> None:
        self._stack.setCurrentWidget(self.board)
        self.board.focus_field()
        if outcome.person is None:
            self._tally = replace(self._tally, unnamed=self._tally.unnamed + 1)
        self._on_outcome(outcome)
        if note:
            self.board.tell("blue", self.tr("Para ti, en privado"), note, (("close", self.tr("Entendido")),))

    # undo, sound, names
    def _on_undone(self, last: Undo) -> None:
        self._sightings.forget()
        if self.session is None or not self.isVisible():
            return
        words = self.desk.say(last.label).partition(": ")[2] or self.desk.say(last.label)
        if self.desk.names_hidden:
            words = self.tr("lo último")
        self._to_idle(self.tr("Se deshizo: {0}").format(words))

    def _to_idle(self, words: str) -> None:
        self._shown = None
        self.board.panel.show_idle(words)
        self._name_waiting()

    def _next_sound(self) -> None:
        level = self.desk.sounds.cycle()
        self.desk.road.ask(lambda folder: set_laptop_setting(folder, "sound", level.value), _nothing)

    def _show_again(self) -> None:
        if self._shown is not None:
            self._shown_again(self._shown)
        if self._last is not None:
            self._on_snapshot(self._last)
        self._tell_search()

    def _shown_again(self, outcome: ScanOutcome) -> None:
        panel = self.board.panel
        panel.blockSignals(True)
        panel.show_verdict(verdict_of(outcome, self._seen()))
        panel.blockSignals(False)

    # reading
    def reload(self) -> None:
        """Ask for lists and counts again; one question at a time, however fast the cards come."""
        if self._asked:
            self._stale = True
            return
        self._asked, self._stale = True, False
        session = self.current.id
        self.desk.road.ask(lambda folder: snapshot(folder, session), self._on_reply)

    def _on_reply(self, snapshot: Snapshot) -> None:
        self._asked = False
        if self.session is not None and snapshot[0] == self.session.id:
            self._on_snapshot(snapshot)
        if self._stale:
            self.reload()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._last = snapshot
        _session, tally, came, missing, self._waiting = snapshot
        self._tally = tally
        self.board.crowd.show_people(tally, came, missing, self._seen())
        self.board.set_counts(len(missing), len(self._queue()))

    def _hear(self, changes: frozenset[str]) -> None:
        if self.session is not None and changes & _READS:
            self.reload()

    def _queue(self) -> list[ScanOutcome]:
        """What waits besides the one on the panel and the one being registered."""
        here = {self.form.scan() if self._stack.currentWidget() is self.form else None}
        here.add(self._shown.scan if self._shown is not None else None)
        return [each for each in self._waiting if each.scan not in here]

    def _name_waiting(self) -> None:
        missing = len(self._last[3]) if self._last is not None else 0
        self.board.set_counts(missing, len(self._queue()))
        self._tell_search()

    def _seen(self) -> Seen:
        session = self.current
        return Seen(
            session.crew, session.crew_name, self.desk.names_hidden, self._tally.unnamed, self.desk.language_name
        )

    def _tell_search(self) -> None:
        if self.session is not None:
            self.search.set_session(self.session, self._seen())

    # building
    def _begin(self) -> None:
        self._shown, self._last, self._tally, self._waiting = None, None, Tally(), []
        self._answering = self._searching = False
        self._sightings.clear()
        self.board.field.empty()
        self.board.hush()
        self.board.panel.show_idle()
        self.board.crowd.show_missing(False)
        self._stack.setCurrentWidget(self.board)

    def _connect(self) -> None:
        board, desk = self.board, self.desk
        board.panel.answered.connect(self._answer)
        board.banner.acted.connect(self._on_banner)
        board.crowd.removed.connect(self._take_off)
        board.crowd.counted.connect(self._count_person)
        board.devices.undo_wanted.connect(lambda: desk.road.take_back())
        board.devices.sound_wanted.connect(self._next_sound)
        for button, act in (
            (board.new, self._new_person), (board.missing, self._toggle_missing),
            (board.waiting, self._open_waiting), (board.next, self.finished.emit), (board.photo, self.photos.choose),
        ):
            button.clicked.connect(lambda _on=False, do=act: do())
        self.search.person_chosen.connect(self._count_person)
        self.search.code_typed.connect(lambda text: self._card_shown(text, "typed"))
        self.camera.card_in_view.connect(lambda text: self._record(text, "camera"))
        self.search.new_wanted.connect(self._open_form)
        self.search.nobody_found.connect(self._to_idle)
        board.field.textEdited.connect(self._on_typed)
        self.form.cancelled.connect(self._close_form)
        self.form.registered.connect(self._on_registered)
        desk.road.changed.connect(self._hear)
        desk.road.undone.connect(self._on_undone)
        desk.names_hidden_changed.connect(lambda _hidden: self._show_again())

    def _acts(self) -> tuple[tuple[tuple[str, ...], Act], ...]:
        return (
            (("F2", "Ctrl+N"), self._new_person),
            (("F3", "Ctrl+F"), self._search_key),
            (("F4", "Ctrl+M"), self._toggle_missing),
            (("F5", "Ctrl+O"), self.photos.choose),
            (("F6", "Ctrl+R"), self._open_waiting),
            (("F9", "Ctrl+Return", "Ctrl+Enter"), self.finished.emit),
        )

    # keys
    def _new_person(self) -> None:
        self._open_form(self.board.field.text().strip() if not self.board.field.text().strip().isdecimal() else "")

    def _search_key(self) -> None:
        self._searching = True
        self.board.focus_field()

    def _toggle_missing(self) -> None:
        """Ver quién falta: instead of who came, or, where both are seen, the focus goes there and back."""
        crowd = self.board.crowd
        crowd.show_missing(not crowd.shows_missing_instead())
        self._name_waiting()
        self.board.show_part(LISTS)
        if not crowd.point_at_missing():
            self.board.focus_field()

    def _on_typed(self, words: str) -> None:
        """A letter after a blank card is the beginning of its owner's name."""
        waiting = self._waits()
        blank = waiting is not None and waiting.state is ScanState.BLANK
        if blank and not self._searching and words[:1].isalpha():
            self._open_form(words)


def _nothing(_reply: object) -> None:
    """A reply that nobody waits for."""
