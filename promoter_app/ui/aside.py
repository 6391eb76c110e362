"""Slow pure work (reading photographs or strange lists, drawing paper) away from the window's thread and the data's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from promoter_app.domain.refusal import Refusal


class Aside(QObject):
    """`run` a piece of work; then either `arrived` with what it gave, or `refused`. Only the last one is told."""

    arrived = Signal(object)
    refused = Signal(Refusal)
    _came_back = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last: Future[Any] | None = None
        self._came_back.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that will be told."""
        return self._last is not None

    def run(self, work: Callable[[], Any]) -> None:
        """Begin; the thread ends with the work."""
        worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._last = worker.submit(work)
        self._last.add_done_callback(self._hand_over)
        worker.shutdown(wait=False)

    def forget(self) -> None:
        """What is under way will not be told."""
        self._last = None

    def _hand_over(self, future: Future[Any]) -> None:
        if shiboken6.isValid(self):
            self._came_back.emit(future)

    def _tell(self, future: Future[Any]) -> None:
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
