"""StillCamera: a sheet held before the camera of the laptop, and the picture that is taken of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.services.folder import laptop_setting
from promoter_app.ui.camera.feed import CameraFeed
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.camera_view import CameraView
from promoter_app.ui.window_choices import CAMERA


class _NoLooker:
    """Nothing is looked for until a picture is taken."""

    def look(self, _luma: bytes, _width: int, _height: int, _stride: int) -> Sequence[object]:
        return ()

    def close(self) -> None:
        """Nothing to end."""


class StillCamera(QWidget):
    """`taken` carries the Frame; `changed` when the camera went on or off, or is ready or not.

    It lets go of the camera with the picture, when it is hidden, and while the data are locked.
    """

    taken = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = False
        self.picture = CameraView()
        self.picture.set_outline(0)
        self.feed = CameraFeed(desk.cameras, self, fine=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        self.feed.pictured.connect(self.picture.set_frame)
        self.feed.changed.connect(self._describe)
        desk.locked.connect(lambda _locked: self.stop())

    @property
    def is_on(self) -> bool:
        """Whether the camera is wanted now."""
        return self._wanted

    def can_take(self) -> bool:
        """Whether there is a picture to take."""
        return self.feed.newest is not None and self.feed.state == "ready"

    def begin(self) -> None:
        """Open the camera that was used last."""
        self._wanted = True
        self._describe()
        self._desk.road.ask(lambda folder: laptop_setting(folder, CAMERA, ""), self._open)

    def _open(self, last: str) -> None:
        if self._wanted:
            self.feed.start(_NoLooker, last)

    def take(self) -> None:
        """Hand over the newest picture and let go of the camera."""
        frame = self.feed.newest
        if frame is not None:
            self.stop()
            self.taken.emit(frame)

    def stop(self) -> None:
        """Let go of the camera."""
        if self._wanted:
            self._wanted = False
            self.feed.stop()
            self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def retranslate(self) -> None:
        """State and reason, in the language of now."""
        self._describe()

    def _describe(self) -> None:
        reason = self.feed.reason if self.feed.is_on() else ""
        instead = self.tr("Puedes elegir una imagen.")
        state = self.feed.state if self.feed.is_on() else "starting"
        self.picture.set_state(state, f"{reason} {instead}" if reason else "")
        self.changed.emit()
