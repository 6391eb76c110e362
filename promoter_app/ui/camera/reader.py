"""One worker that looks at frames: a mailbox of one slot, the newest frame wins, nothing is ever queued."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from promoter_app.ui.camera.frames import Frame


class Looker(Protocol):
    """Looks at frames in the worker's thread; is made and closed there too."""

    def look(self, luma: bytes, width: int, height: int, stride: int) -> Sequence[object]:
        """What one frame shows; empty for nothing."""

    def close(self) -> None:
        """The last frame has been looked at."""


class FrameReader(QObject):
    """`seen` carries what a frame shows and when the frame came; `looked` counts the frames that were looked at."""

    seen = Signal(object, float)
    _broke = Signal(object)

    def __init__(self, make: Callable[[], Looker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._slot: Frame | None = None
        self._closed = False
        self._news = threading.Condition()
        self.looked = 0
        self._broke.connect(self._raise, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def put(self, frame: Frame) -> None:
        """The newest frame; one that still waits is dropped. From any thread."""
        with self._news:
            self._slot = frame
            self._news.notify()

    def close(self) -> None:
        """Stop after the frame in hand and wait for it."""
        with self._news:
            self._closed = True
            self._news.notify()
        self._thread.join()

    def _next(self) -> Frame | None:
        with self._news:
            self._news.wait_for(lambda: self._closed or self._slot is not None)
            frame, self._slot = self._slot, None
            return None if self._closed else frame

    def _run(self) -> None:
        try:
            looker = self._make()
            try:
                while (frame := self._next()) is not None:
                    found = looker.look(frame.luma, frame.width, frame.height, frame.stride)
                    if found:
                        self.seen.emit(found, frame.at)
                    self.looked += 1
            finally:
                looker.close()
        except Exception as error:  # noqa: BLE001 - a bug of this thread surfaces in the window's
            self._broke.emit(error)

    def _raise(self, error: Exception) -> None:
        raise error
