"""Cameras that tests plug in and out: a film played by Qt, a list of frames, or one that never gives a frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import QObject, QUrl

from promoter_app.ui.camera.cameras import CameraInfo, Cameras
from promoter_app.ui.camera.frames import Frame
from promoter_app.ui.camera.source import FrameSource, SinkSource, Take


class HandCamera(FrameSource):
    """Gives the frames that the test shows it, when it shows them."""

    def show(self, grey: np.ndarray, at: float = 0.0) -> None:
        """One frame."""
        height, width = grey.shape
        self.deliver(Frame(grey.tobytes(), width, height, width, at))

    @property
    def is_on(self) -> bool:
        """Whether somebody takes its frames."""
        return self._take is not None


class Film(SinkSource):
    """Plays a film as if it were a camera, at its own speed: once, or again and again."""

    def __init__(self, path: Path, parent: QObject | None = None, *, again: bool = False) -> None:
        super().__init__(parent)
        self._path, self._again = path, again
        self.player: Any = None

    def start(self, take: Take) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        super().start(take)
        self.player = QMediaPlayer(self)
        self.player.setVideoOutput(self.sink)
        if self._again:
            self.player.setLoops(QMediaPlayer.Loops.Infinite)
        self.player.setSource(QUrl.fromLocalFile(str(self._path)))
        self.player.play()

    def stop(self) -> None:
        if self.player is not None:
            self.player.stop()
            self.player.setVideoOutput(None)
            self.player.deleteLater()
            self.player = None
        super().stop()


class Plugged(Cameras):
    """Cameras by name; each is made anew when it is opened. `refusal` is what `trouble` says."""

    def __init__(self, **makers: Callable[[], FrameSource]) -> None:
        super().__init__()
        self.makers = dict(makers)
        self.refusal = ""
        self.opened: list[FrameSource] = []

    def trouble(self) -> str:
        return self.refusal

    def listed(self) -> list[CameraInfo]:
        return [CameraInfo(name, f"Cámara {name}") for name in self.makers]

    def open(self, camera: str, *, fine: bool = False) -> FrameSource:
        self.opened.append(self.makers[camera]())
        return self.opened[-1]

    @property
    def hand(self) -> HandCamera:
        """The one opened last, given by hand."""
        last = self.opened[-1]
        assert isinstance(last, HandCamera)
        return last

    def plug(self, name: str, make: Callable[[], FrameSource] = HandCamera) -> None:
        """Plug one in."""
        self.makers[name] = make
        self.changed.emit()

    def unplug(self, name: str) -> None:
        """Pull one out."""
        del self.makers[name]
        self.changed.emit()


def write_film(path: Path, frames: Sequence[np.ndarray], rate: float = 30.0) -> Path:
    """Write grey frames as a film."""
    height, width = frames[0].shape
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), rate, (width, height), False)
    assert writer.isOpened()
    for frame in frames:
        writer.write(frame)
    writer.release()
    return path
