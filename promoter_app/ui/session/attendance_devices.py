"""The left column of Asistencia: the three ways in, all at once, and under them undo and sound."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import CameraView, Card, IconLabel, KeyButton, Text

_CAMERA_INKS = {"ready": "cana", "starting": "ink2", "busy": "ambar_d", "none": "ink2"}


class Device(QWidget):
    """One way in: icon, name, state in a word or two."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon_name = icon
        self._icon = IconLabel(icon, "cana", 26)
        self.name = Text("", "strong")
        self.state = Text("", "small-strong", "cana")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self.name, 1)
        row.addWidget(self.state)

    def say(self, name: str, state: str, ink: str = "cana") -> None:
        """Name and state; `ink` is the colour of icon and state."""
        self.name.setText(name)
        self.state.setText(state)
        self.state.set_ink(ink)
        self._icon.set_icon(self._icon_name, ink)


class Devices(QWidget):
    """Camera, scanner, keyboard. `camera` is fed by whoever has a camera: then call `describe`.

    `camera_wanted` asks for a choice among cameras; its button is there when there are several.
    """

    undo_wanted = Signal()
    camera_wanted = Signal()
    sound_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scanner_works = False
        self._note = ""
        self.camera = CameraView()
        self.camera_line = Device("ph.camera-bold")
        self.scanner_line = Device("ph.barcode-bold")
        self.keyboard_line = Device("ph.keyboard-bold")
        self.together = Text("", "small", "ink2", wrap=True)
        self.other_camera = KeyButton("", "ph.swap-bold", size="small", left=True)
        self.other_camera.hide()
        self.other_camera.clicked.connect(self.camera_wanted)
        self.undo = KeyButton("", "ph.arrow-counter-clockwise-bold", "Ctrl+Z", left=True, cap_only=True)
        self.sound = KeyButton("", "ph.speaker-high-bold", "F8", left=True, cap_only=True)
        self.undo.clicked.connect(self.undo_wanted)
        self.sound.clicked.connect(self.sound_wanted)
        self._lay_out()
        desk.road.undo_available.connect(self._set_undo)
        desk.sounds.changed.connect(lambda _level: self.describe())
        self.describe()

    def scanner_worked(self) -> None:
        """A USB scanner read a card: so there is one."""
        self._scanner_works = True
        self.describe()

    def say_note(self, words: str) -> None:
        """A sentence about what the camera just saw, in place of the usual one; "" brings that back."""
        self._note = words
        self.describe()

    def offer_cameras(self, several: bool) -> None:
        """Show the button that changes the camera, or not."""
        self.other_camera.setVisible(several)

    def describe(self) -> None:
        """Put on the words of now."""
        self.camera_line.say(
            self.tr("Cámara"), self.camera.state_words(), _CAMERA_INKS[self.camera.state()]
        )
        scanner = self.tr("conectado") if self._scanner_works else self.tr("sin probar")
        self.scanner_line.say(self.tr("Lector USB"), scanner, "cana" if self._scanner_works else "ink2")
        self.keyboard_line.say(self.tr("Teclado"), self.tr("escribe ya"))
        self.together.setText(self._note or self.tr("Las tres formas sirven a la vez. No hay que elegir."))
        self.together.set_ink("ambar_d" if self._note else "ink2")
        self.other_camera.setText(self.tr("Otra cámara"))
        self.undo.setText(self.tr("Deshacer"))
        self.sound.setText(self._desk.sounds.words())
        self.sound.set_icon(self._desk.sounds.icon())
        self._set_undo(self._desk.road.last_undo is not None)

    def _lay_out(self) -> None:
        card = Card(padding=12)
        card.body.setSpacing(0)
        card.body.addWidget(self.camera, 1)
        card.body.addSpacing(6)
        for line in (self.camera_line, self.scanner_line, self.keyboard_line):
            card.body.addWidget(line)
        card.body.addWidget(self.together)
        card.body.addWidget(self.other_camera)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card, 8)
        column.addStretch(1)
        column.addWidget(self.undo)
        column.addWidget(self.sound)

    def _set_undo(self, possible: bool) -> None:
        self.undo.set_reason("" if possible else self.tr("no hay nada que deshacer"))

    def hasHeightForWidth(self) -> bool:
        """The camera gives way first: the column is as low as its least, not as tall as it would like."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.together.setMinimumHeight(self.together.heightForWidth(max(1, self.width() - 32)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sound"):
            self.describe()
