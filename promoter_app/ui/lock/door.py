"""Door: opens the data of a window, closes them again, and brings back a copy; what is seen meanwhile are its views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security import clock, keeping, locking
from promoter_app.services.security.locking import NewPerson, Opened
from promoter_app.ui.lock import opening
from promoter_app.ui.lock.frame import CoverView
from promoter_app.ui.lock.idle import Idle
from promoter_app.ui.lock.opening import Opener, Opening
from promoter_app.ui.lock.watch import Watch
from promoter_app.ui.window import Window

if TYPE_CHECKING:
    from promoter_app.ui.lock.recover_view import RecoverView
    from promoter_app.ui.lock.trouble_view import TroubleView
    from promoter_app.ui.lock.view import LockView

A_MOMENT = 500
"""Milliseconds from the first day that can be read until the whole file is looked at: for the first keys."""


class Door(QObject):
    """One per window. Keys are held only while the data are open, or while damaged ones are looked at."""

    _damage_found = Signal()

    def __init__(self, window: Window, path: Path) -> None:
        super().__init__(window)
        self.window, self.desk, self.path = window, window.desk, path
        self._keys: Opened | None = None
        self._last: str | None = None
        self._lost: Refusal | None = None
        """Why data that were open are gone: they are never made anew in the same place."""
        self.idle = Idle(window)
        self.watch = Watch(window, path)
        self.desk.lock_wanted.connect(self.lock)
        self.desk.restore_wanted.connect(self._restore_open)
        self.desk.empty_wanted.connect(self._empty)
        self.desk.keys_changed.connect(self._read_keys)
        self.desk.road.lost.connect(self._lose)
        self.idle.passed.connect(self._lock_unused)
        self._damage_found.connect(self._lose_damaged, Qt.ConnectionType.QueuedConnection)
        window.painted.connect(self.begin)

    # opening
    def begin(self) -> None:
        """Open the data, or ask for the passphrase first."""
        if locking.is_locked(self.path):
            self._show_lock()
            return
        edge, make = self.desk.road.edge, self._lost is None
        self._open(lambda: opening.in_the_clear(self.path, edge, make=make), self._show_trouble)

    def _open(self, opener: Opener, refused: Callable[[Refusal], None]) -> None:
        self.desk.road.open(opener, self._opened, refused)

    def _opened(self, found: tuple[Folder, Opening]) -> None:
        folder, seen = found
        self._lost = None
        self._keys = folder.opened
        if folder.opened is not None:
            self._let_in(folder.opened)
        if seen.alarm is not None:
            self._ask_clock(folder, seen)
        else:
            self._go_in(folder, seen)

    def _read_keys(self) -> None:
        """The data were locked, or their keys changed, while they were open."""
        self.desk.road.ask(lambda folder: folder.opened, self._keep_keys)

    def _keep_keys(self, keys: Opened | None) -> None:
        self._keys = keys

    def _let_in(self, who: Opened) -> None:
        if self.desk.road.edge.operator != who.name:
            self.desk.road.forget_undos()
        self._last = who.slot
        self.desk.set_role(who.role)
        self.desk.set_operator(who.name)

    def _go_in(self, folder: Folder, seen: Opening) -> None:
        self.desk.content = seen.content
        self.idle.note()
        self.desk.locked.emit(False)
        if self.window.pages.is_covered():
            self.window.uncover()
        self.window.data_opened(folder)
        if folder.opened is not None:
            self.desk.road.do(_tell_unlock)
        self.watch.begin(seen.place)
        self.desk.road.ask(lambda _data: None, self._look_soon)

    def _look_soon(self, _the_day_can_be_read: None) -> None:
        QTimer.singleShot(A_MOMENT, self, self._look_at_all)

    def _look_at_all(self) -> None:
        if not self.desk.road.is_open:
            return
        found = self._damage_found.emit
        self.desk.road.ask(lambda folder: keeping.look_at_all(folder, found), lambda _begun: None)

    def _ask_clock(self, folder: Folder, seen: Opening) -> None:
        from promoter_app.ui.lock.clock_view import ClockView

        assert seen.alarm is not None
        before = datetime.fromtimestamp(seen.seen / 1000).astimezone() if seen.seen else None
        view = ClockView(self.desk, seen.alarm, before)
        view.believed.connect(lambda reason: self._believe(folder, seen, reason))
        view.closed.connect(self.window.close)
        self._show(view)

    def _believe(self, folder: Folder, seen: Opening, reason: str) -> None:
        if reason and seen.seen is not None:
            now = self.desk.road.edge.moment().wall
            minutes, until = (seen.seen - now) // 60_000, seen.seen
            self.desk.road.do(lambda data, stamp: clock.correct(data, stamp, now, until, minutes, reason))
        self._go_in(folder, seen)

    # the lock screen
    def lock(self) -> None:
        """Close the data and ask for a passphrase; what was on screen waits below."""
        if self.window.pages.is_covered() or not self.desk.road.is_open:
            return
        if not locking.is_locked(self.path):
            self.desk.tell(
                "blue",
                self.tr("Estos datos no tienen contraseña"),
                self.tr("En Ajustes, «Contraseña y personas», se les pone una."),
            )
            return
        _close_dialogs()
        focused = self.window.focusWidget()
        self._show_lock()
        if focused is not None:
            focused.clearFocus()  # what was being written is kept while the data are still open
            self.window.pages.keep_focus(focused)
        self._keys = None
        self.desk.locked.emit(True)
        self.desk.road.lock(lambda: None)

    def _lock_unused(self) -> None:
        """Data in the clear stay open: nobody asked to close them."""
        if locking.is_locked(self.path):
            self.lock()

    def _show_lock(self) -> None:
        from promoter_app.ui.lock.view import LockView

        view = LockView(self.desk, locking.people_of(self.path))
        view.choose(self._last)
        view.tried.connect(lambda who, words: self._try(view, who, words))
        view.forgotten.connect(lambda: self._show_recovery(view))
        self._show(view)
        view.wait_seconds(locking.seconds_until_next_try(self.path, self.desk.road.edge.moment()))

    def _show(self, view: CoverView) -> None:
        self.window.cover(view)
        view.take_focus()

    def _try(self, view: LockView, who: str | None, words: str) -> None:
        edge, moment, path = self.desk.road.edge, self.desk.road.edge.moment(), self.path
        kept: list[Opened] = []

        def opener() -> tuple[Folder, Opening]:
            kept.append(locking.unlock_keys(path, who, words, moment))
            return opening.with_keys(path, kept[0], edge)

        def refused(refusal: Refusal) -> None:
            if kept:
                self._keys = kept[0]
                self._show_trouble(refusal)
            else:
                view.refused(refusal, locking.seconds_until_next_try(path, edge.moment()))

        self._open(opener, refused)

    def _show_recovery(self, lock: LockView) -> None:
        from promoter_app.ui.lock.recover_view import RecoverView
        view = RecoverView(self.desk, locking.people_of(self.path), lock)
        view.left.connect(self._show_lock)
        view.wanted.connect(lambda sheet, person, who: self._recover(view, sheet, person, who))
        self._show(view)

    def _recover(self, view: RecoverView, sheet: str, person: NewPerson, who: str | None) -> None:
        edge, path = self.desk.road.edge, self.path

        def refused(refusal: Refusal) -> None:
            view.refused()
            view.tell_refusal(refusal)

        self._open(lambda: opening.begin(locking.recover(path, sheet, person, instead_of=who), edge), refused)

    # trouble and copies
    def _show_trouble(self, refusal: Refusal) -> None:
        from promoter_app.ui.lock.trouble_view import TroubleView

        if refusal.code == "no_folder" and self._lost is not None:
            refusal = self._lost
        view = TroubleView(self.desk, refusal, keeping.copies(self.path))
        view.again.connect(self._again)
        view.restore_wanted.connect(lambda name: self._restore_closed(view, name))
        view.salvage_wanted.connect(lambda: self._restore_closed(view, None))
        self._show(view)

    def _lose(self, refusal: Refusal) -> None:
        """The data went away while they were open; what was on screen waits below until they are back."""
        if not self.desk.road.is_open:
            return
        _close_dialogs()
        self._lost = refusal
        self.desk.locked.emit(True)
        self.desk.road.lock(lambda: None)
        self._show_trouble(refusal)

    def _lose_damaged(self) -> None:
        """Somebody may be reading already: what is damaged is said as at an opening, and remembered for the next."""
        if not self.desk.road.is_open:
            return
        self.desk.road.ask(keeping.doubt, lambda _noted: None, lambda _cannot_be_noted: None)
        self._lose(opening.damaged())

    def _again(self) -> None:
        keys, edge, path = self._keys, self.desk.road.edge, self.path
        if keys is None:
            self.window.uncover()
            self.begin()
            return
        self._open(lambda: opening.with_keys(path, keys, edge), self._show_trouble)

    def _restore_closed(self, view: TroubleView, name: str | None) -> None:
        """Bring a copy (or None: what can be read) in place of data that do not open."""
        keys, edge, path = self._keys, self.desk.road.edge, self.path
        stamp = edge.stamp()
        view.work(self.tr("Recuperando"))

        def opener() -> tuple[Folder, Opening]:
            if name is None:
                keeping.restore_what_can_be_read(path, stamp, keys)
            else:
                keeping.restore(path, keeping.place_of(path, name), stamp, keys)
            return opening.with_keys(path, keys, edge)

        def opened(found: tuple[Folder, Opening]) -> None:
            self._opened(found)
            words = self.tr("Los datos están de vuelta")
            self.desk.tell("green", words, self.tr("Lo dañado quedó en la carpeta «apartado»."))

        self.desk.road.open(opener, opened, view.refused)

    def _restore_open(self, name: str) -> None:
        """Bring a copy while the window is open; first one of what is there, to come back to."""
        self.desk.road.do(
            lambda folder, stamp: Done(keeping.copy_before(folder, stamp, "recuperar").name),
            lambda before: self.desk.road.lock(lambda: self._exchange(name, before)),
        )

    def _exchange(self, name: str, before: str) -> None:
        keys, edge, path, stamp = self._keys, self.desk.road.edge, self.path, self.desk.road.edge.stamp()
        told: list[Refusal] = []

        def opener() -> tuple[Folder, Opening]:
            try:
                keeping.restore(path, keeping.place_of(path, name), stamp, keys)
            except Refusal as refusal:
                told.append(refusal)
            return opening.with_keys(path, keys, edge)

        def opened(found: tuple[Folder, Opening]) -> None:
            self._opened(found)
            self.desk.road.forget_undos()
            if told:
                self.desk.tell_refusal(told[0])
            else:
                self.desk.restored.emit(name, before)

        self.desk.road.open(opener, opened, self._show_trouble)


    def _empty(self) -> None:
        """It is decided that nothing of the data stays."""
        from promoter_app.ui.settings.emptying import Emptying

        _close_dialogs()
        self._keys = None
        self.desk.locked.emit(True)
        Emptying(self.window, self.path).begin()


def _tell_unlock(folder: Folder, stamp: Stamp) -> Done[None]:
    locking.after_unlock(folder, stamp)
    return Done(None)


def _close_dialogs() -> None:
    """A question left open is answered with its safe answer: names may stand in it."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()
