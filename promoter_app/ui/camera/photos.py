"""Reads photographs away from the window's thread and from the data's: a large one takes seconds."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from promoter_app.services.photos import ReadPhoto, read_photos


class PhotoReader(QObject):
    """`begin` with some files; `read` carries a ReadPhoto for each in their order, then `ended`. One batch at a time.

    After `stop` nothing more is told; the photograph in hand is finished and its result thrown away.
    """

    read = Signal(object)
    ended = Signal()
    _came = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._batch = 0
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self, paths: Sequence[Path]) -> None:
        """Read these in place of what was being read."""
        self._batch += 1
        threading.Thread(target=self._run, args=(self._batch, tuple(paths)), name="photos", daemon=True).start()

    def stop(self) -> None:
        """Nothing more is wanted."""
        self._batch += 1

    def _run(self, batch: int, paths: tuple[Path, ...]) -> None:
        try:
            for photo in read_photos(paths):
                if batch != self._batch:
                    return
                self._send(batch, photo)
        except Exception as error:  # noqa: BLE001 - a bug of this thread surfaces in the window's
            self._send(batch, error)
            return
        self._send(batch, None)

    def _send(self, batch: int, what: ReadPhoto | Exception | None) -> None:
        if shiboken6.isValid(self):
            self._came.emit(batch, what)

    def _tell(self, batch: int, what: ReadPhoto | Exception | None) -> None:
        if batch != self._batch:
            return
        if isinstance(what, Exception):
            raise what
        if what is None:
            self.ended.emit()
        else:
            self.read.emit(what)
