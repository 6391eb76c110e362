"""The camera of Asistencia: its picture and state beside the other ways in, and the cards that come into view."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from promoter_app.domain.cards import normalise
from promoter_app.domain.sightings import Sightings
from promoter_app.services.camera import CardReader, SeenCode
from promoter_app.services.folder import laptop_setting
from promoter_app.ui.camera.feed import CameraFeed
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import announce
from promoter_app.ui.session.attendance_devices import Devices
from promoter_app.ui.window_choices import CAMERA, keep_choice

MIDDLE = 0.64
"""Share of the frame that the preview shows: a card at 30 cm (85 mm of 65 degrees of view) is half as wide."""
OUTLINE = 0.222 / MIDDLE
NOTE_MS = 4000


class AttendanceCamera(QObject):
    """`card_in_view` carries the text of a card that newly came into view. On between `start` and `stop`."""

    card_in_view = Signal(str)

    def __init__(self, desk: Desk, devices: Devices, sightings: Sightings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._devices, self._sightings = desk, devices, sightings
        self._wanted = False
        self.feed = CameraFeed(desk.cameras, self, middle=MIDDLE)
        self._note = QTimer(self)
        self._note.setSingleShot(True)
        self._note.setInterval(NOTE_MS)
        self._note.timeout.connect(lambda: devices.say_note(""))
        devices.camera.set_outline(OUTLINE)
        devices.camera_wanted.connect(self._offer)
        self.feed.changed.connect(self.describe)
        self.feed.pictured.connect(devices.camera.set_frame)
        self.feed.seen.connect(self._on_seen)
        desk.locked.connect(self._pause)

    def start(self) -> None:
        """Open the camera that was used last, once the page is painted."""
        self._wanted = True
        self._desk.road.ask(lambda folder: laptop_setting(folder, CAMERA, ""), self._begin)

    def stop(self) -> None:
        """Let go of the camera."""
        self._wanted = False
        self.feed.stop()

    def describe(self) -> None:
        """State and reason, in the language of now."""
        reason = self.feed.reason
        self._devices.camera.set_state(
            self.feed.state, f"{reason} {self.tr('El lector y el teclado sirven.')}" if reason else ""
        )
        self._devices.offer_cameras(self.feed.is_on() and len(self.feed.cameras()) > 1)
        self._devices.describe()

    def _pause(self, locked: bool) -> None:
        """No card is seen while the data are locked; afterwards the camera goes on by itself."""
        if locked:
            self.feed.stop()
        elif self._wanted:
            self.start()

    def _begin(self, last: str) -> None:
        if self._wanted:
            self.feed.start(CardReader, last)

    def _on_seen(self, codes: list[SeenCode], _at: float) -> None:
        now = self._desk.road.edge.monotonic()
        ours = {each.text: each.ours for each in codes}
        for text in self._sightings.new_in_view((normalise(each) if ours[each] else each for each in ours), now):
            if ours.get(text, True):
                self.card_in_view.emit(text)
            else:
                self._say_foreign()

    def _say_foreign(self) -> None:
        """A code of something else: it may be anybody's data, so nothing of it is kept or shown."""
        words = self.tr("Ese código no es una tarjeta de Surco.")
        self._devices.say_note(words)
        announce(self._devices, words)
        self._note.start()

    def _offer(self) -> None:
        menu = QMenu(self._devices)
        group = QActionGroup(menu)
        for camera in self.feed.cameras():
            action = QAction(camera.name, menu, checkable=True, checked=camera.id == self.feed.camera)
            action.triggered.connect(lambda _on=False, chosen=camera.id: self._choose(chosen))
            group.addAction(action)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._devices.other_camera
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _choose(self, camera: str) -> None:
        self.feed.choose(camera)
        keep_choice(self._desk, CAMERA, camera)
