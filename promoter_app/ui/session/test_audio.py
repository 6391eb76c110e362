"""The recording of a question in a person's language: what the audio button says, and playing it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from promoter_app.domain.curriculum.course import Module
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.people import Person
from promoter_app.services.sessions import recordings
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import announce
from promoter_app.ui.session.test_question import QuestionPanel
from promoter_app.ui.session.topic_audio import Player
from promoter_app.ui.session.topic_layout import in_a_sentence


class QuestionAudio(QObject):
    """Looks the recording up whenever another person or question is in turn; `toggle` plays it or stops it."""

    def __init__(self, desk: Desk, panel: QuestionPanel, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._panel, self._player = desk, panel, player
        self._recording: Path | None = None
        self._about: tuple[bytes, str] | None = None
        panel.audio_wanted.connect(self.toggle)

    def show(self, person: Person | None, module: Module | None, item: str) -> None:
        """This person's language on the button, then what there is in it."""
        self._recording, self._about = None, None
        name = recordings.language_name(self._desk.courses, person.language) if person else None
        self._panel.show_audio(name or self.tr("Audio"), "", ready=False)
        if person is None or module is None:
            return
        language, about = person.language, (person.id, item)
        self._about = about
        self._desk.road.ask(
            lambda folder: (about, language, recordings.question_recording(folder, module, language, item)),
            self._show_recording,
        )

    def _show_recording(self, answer: tuple[tuple[bytes, str], str | None, Path | None]) -> None:
        """The reply, unless somebody else or another question is in turn by now."""
        about, language, found = answer
        if about != self._about:
            return
        self._recording = found
        code = recordings.language_code(language)
        name = recordings.language_name(self._desk.courses, language)
        self._panel.show_audio(name or self.tr("Audio"), self._missing(code, name, found), ready=bool(found))

    def _missing(self, code: str | None, name: str | None, found: Path | None) -> str:
        if found is not None:
            return ""
        if code == SPANISH:
            return self.tr("Léela tú en voz alta.")
        if name is None:
            return self.tr("No sabemos su lengua. Léela tú en voz alta.")
        return self.tr("Falta el audio en {language}. Pídelo en la oficina").format(language=in_a_sentence(name))

    def toggle(self) -> None:
        """Play it, or stop; without one say why."""
        if self._recording is None:
            announce(self._panel, self._panel.audio_note.text(), assertive=True)
        elif self._player.playing() is not None:
            self._player.stop()
        elif not self._player.play(self._recording):
            self._desk.tell("amber", self.tr("Esta laptop no tiene las piezas para dar sonido."))
