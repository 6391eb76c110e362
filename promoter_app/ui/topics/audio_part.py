"""Recordings of a topic: a sound file is chosen, and whose voice it is, with their consent and the date."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.office.fields import Noun
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.topics import tongues, voices
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.settings.noun_part import NounPart, Values


class AudioPart(NounPart):
    """The list of recordings; a new one begins with its file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.file_button = KeyButton("", "ph.folder-open-bold", size="small")
        self.file_words = Text("", "small", "ink2", wrap=True)
        self._file = Path()
        super().__init__(desk, parent)
        self.card.body.addWidget(self.file_words)
        self.card.body.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.file_button.clicked.connect(self._choose)

    def retranslate(self) -> None:
        super().retranslate()
        self.file_button.setText(self.tr("Elegir el audio"))
        self.file_words.setText(self._file.name or self.tr("Falta elegir el archivo."))

    def is_asked(self, name: str) -> bool:
        return name not in ("file", "sha256") and super().is_asked(name)

    def take_file(self, path: Path) -> None:
        """Use this sound file for the new recording."""
        self._file = path
        self.retranslate()

    def write(
        self, folder: Folder, stamp: Stamp, _noun: Noun, _target: bytes | None, values: Values, _days: tuple[int, ...]
    ) -> Done[bytes]:
        made = tongues.add_recording(folder, stamp, self._file, values)
        return Done(made.outcome[-1], made.changes, made.undo)

    def _choose(self) -> None:
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        kinds = " ".join(f"*{kind}" for kind in voices.KINDS)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Elige el audio"), music, self.tr("Audio ({0})").format(kinds)
        )
        if chosen:
            self.take_file(Path(chosen))
