"""The window's one road for a change: intention -> database thread -> Done -> `changed` -> who shows it reloads.

One thread owns the data folder; pages hand it questions and intentions and get answers in the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from promoter_app.domain.done import Done, Undo
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.edge import Edge

if TYPE_CHECKING:
    from promoter_app.services.folder import Folder

T = TypeVar("T")
_MOST_UNDOS = 50


class Road(QObject):
    """Give it intentions with `do` and questions with `ask`; listen to `changed`, `refused`, and `lost` when the data
    are no longer where they were.
    """

    changed = Signal(frozenset)
    refused = Signal(Refusal)
    lost = Signal(Refusal)
    undone = Signal(Undo)
    undo_available = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, edge: Edge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edge = edge
        self._folder: Folder | None = None
        self._undos: list[Undo] = []
        self._pending = 0
        self._held: list[Callable[[], None]] = []
        self._is_open = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._arrived.connect(self._run_reply, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something asked for has not come back yet."""
        return self._pending > 0

    @property
    def is_open(self) -> bool:
        """Whether the data answer; what is asked for before or while they are locked waits until they do."""
        return self._is_open

    @property
    def last_undo(self) -> Undo | None:
        """What Ctrl+Z would take back now."""
        return self._undos[-1] if self._undos else None

    def open(
        self,
        opener: Callable[[], tuple[Folder, T]],
        then: Callable[[tuple[Folder, T]], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Open the data folder, and read what else `opener` reads, on the database thread."""

        def remember() -> tuple[Folder, T]:
            opened = opener()
            self._folder = opened[0]
            return opened

        def go_on(opened: tuple[Folder, T]) -> None:
            self._is_open = True
            if _alive(then):
                then(opened)
            held, self._held = self._held, []
            for submit in held:
                submit()

        self._submit(remember, go_on, refused, waits=False)

    def lock(self, then: Callable[[], None]) -> None:
        """Finish what is under way and close the folder; what is asked for from now on waits for the next `open`."""

        def let_go() -> None:
            folder, self._folder = self._folder, None
            if folder is not None:
                folder.close()

        self._is_open = False
        self._submit(let_go, lambda _closed: then(), None, waits=False)

    def ask(
        self,
        question: Callable[[Folder], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Read something; `then` gets it in the window's thread, unless its widget is gone by then."""
        self._submit(lambda: question(self._open_folder()), then, refused)

    def do(
        self,
        intention: Callable[[Folder, Stamp], Done[T]],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Carry out an intention; once it is on disk `then` gets the outcome, `changed` is told, undo is kept."""
        stamp = self.edge.stamp()

        def finish(done: Done[T]) -> None:
            self._keep_undo(done.undo)
            if then is not None and _alive(then):
                then(done.outcome)
            if done.changes:
                self.changed.emit(done.changes)

        self._submit(lambda: intention(self._open_folder(), stamp), finish, refused)

    def take_back(self, then: Callable[[Undo], None] | None = None) -> None:
        """Undo the last intention that can be undone; nothing happens when there is none."""
        if not self._undos:
            return
        from promoter_app.services.undo import undo

        last = self._undos.pop()
        self.undo_available.emit(bool(self._undos))
        stamp = self.edge.stamp()

        def finish(done: Done[Undo]) -> None:
            self.undone.emit(done.outcome)
            if then is not None and _alive(then):
                then(done.outcome)
            self.changed.emit(done.changes)

        self._submit(lambda: undo(self._open_folder(), stamp, last), finish, None)

    def forget_undos(self) -> None:
        """Nothing before this moment can be undone with a key any more."""
        self._undos.clear()
        self.undo_available.emit(False)

    def close(self) -> None:
        """Finish what is under way, close the folder, end the thread; what is asked for after it never comes."""
        self._is_open = False
        if self._folder is not None:
            self._thread.submit(self._folder.close).result()
            self._folder = None
        self._thread.shutdown(wait=True)

    def _open_folder(self) -> Folder:
        if self._folder is None:
            raise RuntimeError("the data folder is not open")
        return self._folder

    def _keep_undo(self, last: Undo | None) -> None:
        if last is None:
            return
        self._undos = [*self._undos[1 - _MOST_UNDOS :], last]
        self.undo_available.emit(True)

    def _submit(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        refused: Callable[[Refusal], None] | None,
        *,
        waits: bool = True,
    ) -> None:
        if waits and not self._is_open:
            self._held.append(lambda: self._submit(work, then, refused))
            return
        self._pending += 1
        future = self._thread.submit(work)
        future.add_done_callback(lambda done: self._arrived.emit((done, then, refused)))

    def _run_reply(self, reply: tuple[Future[Any], Callable[[Any], None], Callable[[Refusal], None] | None]) -> None:
        self._pending -= 1
        future, then, refused = reply
        error = future.exception()
        if isinstance(error, Refusal):
            if refused is not None and _alive(refused):
                refused(error)
            elif error.code != "gone":
                self.refused.emit(error)
            if error.code == "gone" and self._is_open:
                self.lost.emit(error)
            return
        if error is not None:
            raise error
        if _alive(then):
            then(future.result())


def _alive(callback: Callable[..., None]) -> bool:
    """False when the callback belongs to a widget that was deleted meanwhile."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
