"""CrewSweep: one question after the other for the whole crew, from reading aloud to the answers on disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from promoter_app.domain.markers import AnswerSweep, Marker
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session
from promoter_app.services.camera import MarkerReader
from promoter_app.services.folder import laptop_setting
from promoter_app.services.sessions import crew_test
from promoter_app.services.sessions.attempts import PersonTest, Question
from promoter_app.services.sessions.crew_test import CrewRoom
from promoter_app.services.sessions.testing import TestRoom
from promoter_app.ui.camera.feed import CameraFeed
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.people import initials
from promoter_app.ui.session.sweep_panel import SweepPanel
from promoter_app.ui.session.topic_audio import Player
from promoter_app.ui.window_choices import CAMERA


class CrewSweep(QObject):
    """`finished` when every question was closed; `saved` carries everybody's tests after each; `moved` when the
    question changed; `seen` carries who has been seen (ids), never with which answer."""

    finished = Signal()
    saved = Signal(object)
    moved = Signal()
    seen = Signal(frozenset)

    def __init__(self, desk: Desk, phase: str, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._phase, self._player = desk, phase, player
        self.panel = SweepPanel()
        self.feed = CameraFeed(desk.cameras, self)
        self.at = 0
        self.questions: tuple[Question, ...] = ()
        self._session: Session | None = None
        self._room = TestRoom((), 0, {})
        self._crew = CrewRoom({}, ())
        self._sweep: AnswerSweep | None = None
        self._files: list[Path] = []
        self.panel.closed.connect(self._close)
        self.panel.audio_wanted.connect(self._play)
        self.feed.changed.connect(self._describe_camera)
        self.feed.pictured.connect(self.panel.camera.set_frame)
        self.feed.seen.connect(self._on_markers)
        desk.names_hidden_changed.connect(lambda _hidden: self._show_names())
        desk.locked.connect(self._pause)

    def begin(self, session: Session, room: TestRoom) -> None:
        """Ask the room from the first question on that somebody has not answered."""
        self._session, self._room = session, room
        self._crew = crew_test.crew_room(room)
        self.questions = crew_test.crew_questions(self._desk.courses, session, short=room.short)
        self.at = next((at for at, one in enumerate(self.questions) if self._lacking(one)), 0)
        self._desk.road.ask(lambda folder: laptop_setting(folder, CAMERA, ""), self._open)
        self._ask()

    def can_begin(self, room: TestRoom) -> bool:
        """Whether anybody of the room can answer with a card."""
        return bool(crew_test.crew_room(room).markers)

    def is_on(self) -> bool:
        """Whether the crew is being asked now."""
        return self._session is not None

    def _pause(self, locked: bool) -> None:
        """No marker is seen while the data are locked."""
        if locked:
            self.feed.stop()
        elif self.is_on():
            self._desk.road.ask(lambda folder: laptop_setting(folder, CAMERA, ""), self._open)

    def stop(self) -> None:
        """Away from the panel: camera off; what was closed is on disk, what was not is forgotten."""
        self._session, self._sweep = None, None
        self._player.stop()
        self.feed.stop()

    def seen_people(self) -> frozenset[bytes]:
        """Whose answer was taken in this question; never which."""
        return frozenset(bytes.fromhex(one) for one in self._sweep.answered()) if self._sweep else frozenset()

    def back(self) -> None:
        """The question before: those who answer again replace what they said."""
        if self.at and self._sweep is not None:
            self.at -= 1
            self._ask()

    def taken_back(self, room: TestRoom) -> None:
        """Ctrl+Z took answers away: the first question that lacks some is asked again."""
        self._room = room
        self.at = next((at for at, one in enumerate(self.questions) if self._lacking(one)), self.at)
        self._ask()

    def show_again(self) -> None:
        """Put the question on again, in the language of now; what the sweep has seen stays."""
        if self._session is not None and self.questions:
            unsure, language = self._desk.courses.dont_know.in_language(self._desk.language), self._desk.language
            self.panel.show_question(self.questions[self.at], self.at, len(self.questions), unsure, language)
            self._show_names()
            self._describe_camera()

    def _lacking(self, question: Question) -> bool:
        people = self._crew.markers.values()
        return any(question.item.id not in self._room.test_of(bytes.fromhex(one)).answers for one in people)

    def _ask(self) -> None:
        self._player.stop()
        question = self.questions[self.at]
        self._sweep = AnswerSweep(self._crew.markers, len(crew_test.sides_of(question)))
        self.show_again()
        self._find_recordings(question)
        self.panel.take_focus()
        self.moved.emit()

    def _open(self, last: str) -> None:
        if self._session is not None:
            expected = tuple(self._crew.markers)
            self.feed.start(lambda: MarkerReader(expected), last)

    def _on_markers(self, markers: list[Marker], _at: float) -> None:
        if self._sweep is not None and self._sweep.add_frame(markers):
            self._show_names()

    def _show_names(self) -> None:
        if self._sweep is None:
            return
        hidden = self._desk.names_hidden
        names = {one.id.hex(): initials(one.name) if hidden else one.name for one in self._room.people}
        missing = self._sweep.missing()
        self.panel.show_missing([names[one] for one in missing], len(self._crew.markers))
        self.panel.show_by_hand([names[one.id.hex()] for one in self._crew.by_hand])
        self.seen.emit(self.seen_people())

    def _close(self) -> None:
        """The question is over: what was seen goes to the disk at once, for all in one piece."""
        session, sweep = self._session, self._sweep
        if session is None or sweep is None or not sweep.answered():
            return
        self._sweep = None
        sides, question, content = sweep.close(), self.questions[self.at], self._desk.courses
        phase, short = self._phase, self._room.short
        self._desk.road.do(
            lambda folder, stamp: crew_test.record_sweep(
                folder, stamp, content, session, phase, question, sides, short=short
            ),
            self._on_saved,
            self._on_refused,
        )

    def _on_saved(self, tests: dict[bytes, PersonTest]) -> None:
        self._room = TestRoom(self._room.people, self._room.present, tests, self._room.short)
        self.saved.emit(tests)
        if self.at + 1 < len(self.questions):
            self.at += 1
            self._ask()
        else:
            self.stop()
            self.finished.emit()

    def _on_refused(self, refusal: Refusal) -> None:
        """The disk said no: the question is asked again, nothing of it was kept."""
        self._desk.tell_refusal(refusal)
        self._ask()

    # camera and audio
    def _describe_camera(self) -> None:
        reason = self.feed.reason
        instead = self.tr("Pueden contestar a mano alzada o de una en una.")
        self.panel.camera.set_state(self.feed.state, f"{reason} {instead}" if reason else "")

    def _find_recordings(self, question: Question) -> None:
        session, content, room = self._session, self._desk.courses, self._room
        self.panel.show_recordings(())
        self._files = []
        if session is not None:
            item = question.item.id
            self._desk.road.ask(
                lambda folder: (item, crew_test.question_recordings(folder, content, session, room, item)),
                self._show_recordings,
            )

    def _show_recordings(self, answer: tuple[str, list[tuple[str, Path]]]) -> None:
        item, found = answer
        if self._session is not None and item == self.questions[self.at].item.id:
            self._files = [path for _name, path in found]
            self.panel.show_recordings([name for name, _path in found])
            self.moved.emit()

    def _play(self, at: int) -> None:
        path = self._files[at]
        if self._player.playing() == path:
            self._player.stop()
        elif not self._player.play(path):
            self._desk.tell("amber", self.tr("Esta laptop no tiene las piezas para dar sonido."))
