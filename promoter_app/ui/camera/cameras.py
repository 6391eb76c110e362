"""The cameras of this laptop as Qt tells them; a laptop without the pieces, or without permission, says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, Signal

from promoter_app.ui.camera.source import CameraSource, FrameSource

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice


@dataclass(frozen=True)
class CameraInfo:
    """`id` finds the same camera again on this laptop."""

    id: str
    name: str


class Cameras(QObject):
    """`changed` when one is plugged in or out, or permission was given or refused."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: Any = None
        self._asked = False

    def trouble(self) -> str:
        """ "" when cameras can be used, "pieces" or "permission" when not. Asks for permission the first time."""
        try:
            self._watch()
        except ImportError:
            return "pieces"
        app, wanted = QCoreApplication.instance(), QCameraPermission()
        if app is None:
            return ""
        status = app.checkPermission(wanted)
        if status == Qt.PermissionStatus.Undetermined and not self._asked:
            self._asked = True
            app.requestPermission(wanted, self, lambda _permission: self.changed.emit())
        return "permission" if status == Qt.PermissionStatus.Denied else ""

    def listed(self) -> list[CameraInfo]:
        """Every camera, the laptop's own choice first."""
        from PySide6.QtMultimedia import QMediaDevices

        usual = _id(QMediaDevices.defaultVideoInput())
        found = [CameraInfo(_id(each), each.description()) for each in QMediaDevices.videoInputs()]
        return sorted(found, key=lambda each: each.id != usual)

    def offered(self) -> list[CameraInfo]:
        """What there is to choose from, asking for no permission; empty where the pieces for cameras are missing."""
        try:
            self._watch()
        except ImportError:
            return []
        return self.listed()

    def open(self, camera: str, *, fine: bool = False) -> FrameSource:
        """A source for one of `listed`, with its largest frames when `fine`; KeyError when it is gone."""
        from PySide6.QtMultimedia import QMediaDevices

        for device in QMediaDevices.videoInputs():
            if _id(device) == camera:
                return CameraSource(device, fine=fine)
        raise KeyError(camera)

    def _watch(self) -> None:
        if self._devices is None:
            from PySide6.QtMultimedia import QMediaDevices

            self._devices = QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self.changed)


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
