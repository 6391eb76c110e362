"""One planning at a time, on a thread of its own with the solver in its child process: the window never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from promoter_app.domain.planning.problem import Progress

Work = Callable[[Callable[[Progress], None], Callable[[], bool]], object]
"""Gets who wants to hear of progress and who knows whether to stop; gives the result."""


class PlanningRun(QObject):
    """`progressed` carries a Progress, `ended` the result; an error of the work is raised in the window."""

    progressed = Signal(object)
    ended = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._arrived.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether a planning is under way."""
        return self._thread is not None

    def begin(self, work: Work) -> None:
        """Start; nothing happens while one is running."""
        if self._thread is not None:
            return
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(work, self._stop), name="planning", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask for what there is now; `ended` follows at once."""
        self._stop.set()

    def give_up(self) -> None:
        """The window closes: stop and wait until nothing runs."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=5)
            self._thread = None

    def _run(self, work: Work, stop: threading.Event) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            result = work(self._tell, stop.is_set)
        except BaseException as problem:  # noqa: BLE001 - told to the window, which raises it
            error = problem
        if shiboken6.isValid(self):
            self._arrived.emit(result, error)

    def _tell(self, news: Progress) -> None:
        if shiboken6.isValid(self):
            self.progressed.emit(news)

    def _finish(self, result: object, error: BaseException | None) -> None:
        if self._thread is None:
            return  # given up meanwhile
        self._thread = None
        if error is not None:
            raise error
        self.ended.emit(result)
