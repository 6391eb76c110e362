"""ScanGate: tells a USB scanner, which types like a keyboard, from a person, wherever the focus is.

Keys that may begin a card (C, P, S, T) are held for an instant. If the rest of a card follows at a scanner's
pace the letters go to nobody and `scanned` is sent; else they are handed on in order, shortcuts included, as
if nothing had happened. A person's typing is late by at most 35 ms and only after those four letters.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from promoter_app.domain.cards import CodeKind, normalise, read_code
from promoter_app.ui.kit.hand_on import HeldKey, hand_on

GAP_MS = 35
"""A person never types two keys this close, a scanner always does."""
REST_MS = 80
"""A scanner without a suffix key has finished after this long."""
_LONGEST = 24  # letters and separators of one card, generously
_SHIFTED = str.maketrans('!"·#$%&/()=', "12334567890")
_NOT_IN_CODES = str.maketrans("", "", "'-_?¿/ .")
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr)
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
_HEARD = frozenset(
    {
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
    }
)


def card_in(letters: str) -> str | None:
    """The ten characters of the card that these typed letters spell, or None.

    Case does not matter. With Caps Lock a Spanish or Latin American keyboard turns the digits of a scanner
    into !"·$%&/()= (and # for 3); the hyphen of the printed form comes out as an apostrophe.
    """
    for candidate in (letters, letters.translate(_SHIFTED)):
        code = read_code(normalise(candidate.translate(_NOT_IN_CODES)))
        if code is not None:
            return code.text
    return None


class ScanGate(QObject):
    """Event filter of the whole application. `scanned` carries the ten characters of a card.

    `now_ms` is a monotonic clock in milliseconds, used for events that bring no time of their own.
    """

    scanned = Signal(str)

    def __init__(
        self,
        app: QCoreApplication,
        now_ms: Callable[[], float] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_ms = now_ms or (lambda: time.monotonic() * 1000)
        self._held: list[HeldKey] = []
        self._handing_on = False
        self._eaten: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ask_later)
        self._app = app
        app.installEventFilter(self)

    def stop(self) -> None:
        """Hand on what is held and stop listening."""
        self.release()
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputEvent):  # thousands of others come for each page that is shown
            return False
        kind = event.type()
        if kind not in _HEARD or self._handing_on or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QKeyEvent):
            self._settle()
            return False
        if kind == QEvent.Type.ShortcutOverride:
            return self._on_override(event)
        if kind == QEvent.Type.KeyPress:
            return self._on_press(watched, event)
        return self._on_release(event)

    def held_text(self) -> str:
        """What waits to be told a card or typing."""
        return "".join(key.text for key in self._held)

    def release(self) -> None:
        """Hand every held key on to whom it was meant for."""
        held, self._held = self._held, []
        self._timer.stop()
        if not held:
            return
        self._handing_on = True
        try:
            for key in held:
                hand_on(key)
        finally:
            self._handing_on = False

    # inside
    def _on_override(self, event: QKeyEvent) -> bool:
        """Keep a shortcut (1, A, Enter) from firing on a letter that may belong to a card."""
        if event.key() in _SILENT:
            return False
        if self._ends(event) or self._may_hold(event):
            event.accept()
            return True
        self._settle()
        return False

    def _on_press(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _SILENT:
            return False
        if self._ends(event):
            return self._finish(watched, event)
        if self._held and not self._in_pace(event):
            self._settle()
        if not self._may_hold(event):
            self._settle()
            return False
        self._held.append(_held(watched, event, self._time_of(event)))
        self._eaten.add(event.key())
        self._timer.start(GAP_MS)
        event.accept()
        return True

    def _on_release(self, event: QKeyEvent) -> bool:
        """The release of a key whose press was held goes with it."""
        if event.key() not in self._eaten:
            return False
        self._eaten.discard(event.key())
        event.accept()
        return True

    def _may_hold(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() or event.modifiers() & ~(_SHIFT | _KEYPAD) or len(event.text()) != 1:
            return False
        if not event.text().isprintable() or event.text() == " ":
            return False
        if not self._held or not self._in_pace(event):
            return event.text().upper() in set(CodeKind)
        return len(self._held) < _LONGEST and _may_belong(event.text())

    def _ends(self, event: QKeyEvent) -> bool:
        """Whether this Enter or Tab closes what is held; a whole card waits longer for it."""
        if not self._held or event.key() not in _ENDS or event.modifiers() & ~_KEYPAD:
            return False
        patience = GAP_MS if card_in(self.held_text()) is None else REST_MS
        return self._time_of(event) - self._held[-1].at_ms < patience

    def _in_pace(self, event: QKeyEvent) -> bool:
        return self._time_of(event) - self._held[-1].at_ms < GAP_MS

    def _time_of(self, event: QKeyEvent) -> float:
        """The event's own time in ms; ours when it brings none (made by a program)."""
        return float(event.timestamp()) if event.timestamp() else self._now_ms()

    def _finish(self, watched: QObject, event: QKeyEvent) -> bool:
        """Enter or Tab after held keys: a card, or typing to hand on with its Enter."""
        code = card_in(self.held_text())
        event.accept()
        self._eaten.add(event.key())
        if code is None:
            self._held.append(_held(watched, event, self._time_of(event)))
            self.release()
            return True
        self._take(code)
        return True

    def _ask_later(self) -> None:
        """The pause may be ours, not the scanner's: let events that already wait come first."""
        count = len(self._held)
        QTimer.singleShot(0, self, lambda: self._on_pause(count))

    def _on_pause(self, count: int) -> None:
        if count != len(self._held):
            return
        if card_in(self.held_text()) is not None and self._timer.interval() == GAP_MS:
            self._timer.start(REST_MS - GAP_MS)
            return
        self._settle()

    def _settle(self) -> None:
        """The burst is over: a whole card without suffix key is taken, anything else is handed on."""
        if not self._held:
            return
        code = card_in(self.held_text())
        if code is None:
            self.release()
        else:
            self._take(code)

    def _take(self, code: str) -> None:
        self._held = []
        self._timer.stop()
        self.scanned.emit(code)


def _may_belong(letter: str) -> bool:
    """Whether a typed letter can be part of a card: ASCII letters, digits, their shifted signs, separators."""
    return (letter.isascii() and letter.isalnum()) or letter in "!\"·#$%&/()='-_?¿."


def _held(receiver: QObject, event: QKeyEvent, at_ms: float) -> HeldKey:
    return HeldKey(
        receiver,
        event.key(),
        event.modifiers(),
        event.text(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.timestamp(),
        at_ms,
    )
