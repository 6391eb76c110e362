"""CameraFeed: the camera while a page wants it. It says how the camera is, and opens it again by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from promoter_app.ui.camera.cameras import CameraInfo, Cameras
from promoter_app.ui.camera.frames import Frame
from promoter_app.ui.camera.reader import FrameReader, Looker
from promoter_app.ui.camera.source import FrameSource

SILENCE_MS = 3000
"""Without a frame for this long the camera counts as busy, and is opened again."""
PICTURE_SECONDS = 0.06
"""The preview is drawn at most this often."""
PICTURE_WIDTH = 480


class CameraFeed(QObject):
    """`start` with what looks at the frames, `stop` when the page goes.

    `state` is ready, starting, busy or none; `reason` is a sentence for the last two. `seen` carries what a frame
    shows and when the frame came (monotonic seconds), `pictured` a mirrored picture of the `middle` share of it.
    `newest` is the last frame while the camera is on; `fine` asks for its largest ones, for pictures of paper.
    """

    changed = Signal()
    pictured = Signal(QImage)
    seen = Signal(object, float)

    def __init__(
        self, cameras: Cameras, parent: QObject | None = None, *, middle: float = 1.0, fine: bool = False
    ) -> None:
        super().__init__(parent)
        self._cameras, self._middle, self._fine = cameras, middle, fine
        self.newest: Frame | None = None
        self.state = "none"
        self._trouble = "none"
        self.camera = ""
        self._wanted = ""
        self._make: Callable[[], Looker] | None = None
        self._source: FrameSource | None = None
        self._reader: FrameReader | None = None
        self._drawn_at = float("-inf")
        self._silence = QTimer(self)
        self._silence.setInterval(SILENCE_MS)
        self._silence.timeout.connect(self._on_silence)
        cameras.changed.connect(self._on_cameras)

    # what the page does
    def start(self, make: Callable[[], Looker], wanted: str = "") -> None:
        """Open the camera `wanted` (the laptop's own choice when it is not there) and look at its frames."""
        self.stop()
        self._make, self._wanted = make, wanted
        self._reader = FrameReader(make, self)
        self._reader.seen.connect(self.seen)
        self._open()

    def stop(self) -> None:
        """Let go of the camera."""
        self._make = None
        self._close_source()
        if self._reader is not None:
            self._reader.seen.disconnect(self.seen)
            self._reader.close()
            self._reader.deleteLater()
            self._reader = None

    def choose(self, camera: str) -> None:
        """Use another camera from now on."""
        self._wanted = camera
        if self._make is not None and camera != self.camera:
            self._close_source()
            self._open()

    def is_on(self) -> bool:
        """Whether a page wants the camera now."""
        return self._make is not None

    def cameras(self) -> list[CameraInfo]:
        """What there is to choose from."""
        return [] if self._cameras.trouble() == "pieces" else self._cameras.listed()

    # inside
    def _open(self) -> None:
        trouble = self._cameras.trouble()
        if trouble:
            self._say("none", trouble)
            return
        listed = [each.id for each in self._cameras.listed()]
        if not listed:
            self._say("none", "lost" if self.camera else "none")
            return
        self.camera = self._wanted if self._wanted in listed else listed[0]
        if self.state != "busy":
            self._say("starting", "")
        source = self._cameras.open(self.camera, fine=self._fine)
        self._source = source
        source.failed.connect(self._on_failed)
        self._silence.start()
        source.start(self._take)

    def _close_source(self) -> None:
        self._silence.stop()
        source, self._source = self._source, None
        self.newest = None
        if source is not None:
            source.failed.disconnect(self._on_failed)
            source.stop()
            source.deleteLater()

    def _take(self, frame: Frame) -> None:
        """A frame: to the worker at once, to the screen now and then."""
        if self._reader is None or self._source is None:
            return
        self.newest = frame
        self._reader.put(frame)
        self._silence.start()
        if self.state != "ready":
            self._say("ready", "")
        if frame.at - self._drawn_at >= PICTURE_SECONDS or frame.at < self._drawn_at:
            self._drawn_at = frame.at
            self.pictured.emit(frame.picture(PICTURE_WIDTH, self._middle))

    def _on_failed(self) -> None:
        """Most often another program has it. It is tried again while the page is here."""
        self._say("busy", "busy")

    def _on_silence(self) -> None:
        """No frame came: asleep, covered by a privacy switch, or taken. Open it anew."""
        if self.state != "busy":
            self._say("busy", "silent")
        self._close_source()
        self._open()

    def _on_cameras(self) -> None:
        if self._make is None:
            return
        listed = [] if self._cameras.trouble() else [each.id for each in self._cameras.listed()]
        if self._source is None or self.camera not in listed:
            self._close_source()
            self._open()
        else:
            self.changed.emit()

    def _say(self, state: str, trouble: str) -> None:
        self.state, self._trouble = state, trouble
        self.changed.emit()

    @property
    def reason(self) -> str:
        """Why there is no picture, in the language of now; "" while there is one or one is on its way."""
        return {
            "": "",
            "pieces": self.tr("Esta laptop no tiene las piezas para usar la cámara."),
            "permission": self.tr("Surco no tiene permiso para usar la cámara. Dáselo en los ajustes del sistema."),
            "none": self.tr("No hay cámara."),
            "lost": self.tr("Se desconectó la cámara. Conéctala otra vez."),
            "busy": self.tr("Otro programa usa la cámara. Ciérralo."),
            "silent": self.tr("La cámara no da imagen: revisa su tapa o su permiso."),
        }[self._trouble]
