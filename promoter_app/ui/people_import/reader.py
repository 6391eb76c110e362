"""Reads a list of people away from the window's thread and from the data's: a strange file may take its time."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from promoter_app.domain.people_list.rows import RawTable
from promoter_app.domain.refusal import Refusal
from promoter_app.services.people.importing import read_list


class ListReader(QObject):
    """`read` a file; then either `arrived` (a RawTable) or `refused`. Only the last file asked for is told."""

    arrived = Signal(object)
    refused = Signal(Refusal)
    _came_back = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last: Future[RawTable] | None = None
        self._came_back.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def read(self, path: Path) -> None:
        """Begin; the thread ends with the file."""
        worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="list")
        self._last = worker.submit(read_list, path)
        self._last.add_done_callback(self._hand_over)
        worker.shutdown(wait=False)

    def _hand_over(self, future: Future[RawTable]) -> None:
        if shiboken6.isValid(self):
            self._came_back.emit(future)

    def _tell(self, future: Future[RawTable]) -> None:
        if future is not self._last:
            return
        self._last = None
        error = future.exception()
        if isinstance(error, Refusal):
            self.refused.emit(error)
        elif error is not None:
            raise error
        else:
            self.arrived.emit(future.result())
