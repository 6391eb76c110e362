"""Where frames come from: a camera of this laptop, and the base that a film or a list of pictures is built on.

QtMultimedia is loaded when the first source starts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from promoter_app.ui.camera.frames import Frame, frame_of_video

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice, QCameraFormat, QVideoFrame

Take = Callable[[Frame], None]
WIDTH, HEIGHT, LEAST_RATE = 1280, 720, 15.0
LEAST_RATE_OF_PAPER = 5.0


class FrameSource(QObject):
    """Between `start` and `stop` frames go to `take`; `failed` says that no more will come."""

    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take: Take | None = None

    def start(self, take: Take) -> None:
        """Begin to give frames."""
        self._take = take

    def stop(self) -> None:
        """No frame after this."""
        self._take = None

    def deliver(self, frame: Frame | None) -> None:
        """Hand a frame on; one that cannot be a picture is dropped."""
        take = self._take
        if take is not None and frame is not None and frame.is_sound:
            take(frame)


class SinkSource(FrameSource):
    """Base of sources that Qt feeds through `sink`.

    Qt's own threads run no Python: stopping a camera waits for them, and they would wait for Python. Each frame is
    a message to the window's thread, and a message that comes late takes the newest frame instead of its own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink: Any = None
        self._taken = -1

    def start(self, take: Take) -> None:
        from PySide6.QtMultimedia import QVideoSink

        super().start(take)
        self._taken = -1
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        super().stop()
        if self.sink is not None:
            self.sink.videoFrameChanged.disconnect(self._on_frame)
            self.sink.deleteLater()
            self.sink = None

    def _on_frame(self, _own: QVideoFrame) -> None:
        newest = self.sink.videoFrame() if self.sink is not None else None
        if newest is None or not newest.isValid():
            return
        begins = newest.startTime()
        if begins < 0 or begins != self._taken:
            self._taken = begins
            self.deliver(frame_of_video(newest, time.monotonic()))


class CameraSource(SinkSource):
    """One camera of this laptop, at about 1280 x 720, or as large as it can when `fine`."""

    def __init__(self, device: QCameraDevice, parent: QObject | None = None, *, fine: bool = False) -> None:
        super().__init__(parent)
        self._device, self._fine = device, fine
        self._camera: Any = None
        self._capture: Any = None

    def start(self, take: Take) -> None:
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession

        super().start(take)
        self._camera = QCamera(self._device, self)
        formats = self._device.videoFormats()
        if formats:
            self._camera.setCameraFormat(max(formats, key=_worth_of_paper if self._fine else _worth))
        self._capture = QMediaCaptureSession(self)
        self._capture.setCamera(self._camera)
        self._capture.setVideoSink(self.sink)
        self._camera.errorOccurred.connect(lambda _error, _words: self.failed.emit())
        self._camera.start()
        if self._camera.error() != QCamera.Error.NoError:  # told at construction only, never signalled
            self.failed.emit()

    def stop(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._capture.setVideoSink(None)
            self._capture.deleteLater()
            self._camera.deleteLater()
            self._camera = self._capture = None
        super().stop()


def _worth(offered: QCameraFormat) -> tuple[bool, int, float]:
    """Fast enough first, then nearest to 720p, then the fastest."""
    size, rate = offered.resolution(), offered.maxFrameRate()
    return rate >= LEAST_RATE, -abs(size.width() * size.height() - WIDTH * HEIGHT), rate


def _worth_of_paper(offered: QCameraFormat) -> tuple[bool, int, float]:
    """Fast enough to aim with, then the largest, then the fastest."""
    size, rate = offered.resolution(), offered.maxFrameRate()
    return rate >= LEAST_RATE_OF_PAPER, size.width() * size.height(), rate
