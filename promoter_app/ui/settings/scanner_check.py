"""What a USB scanner typed, judged: speed, letters, keyboard layout, and the key it ends with."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from promoter_app.domain.cards import normalise, read_code
from promoter_app.ui.kit.scan_gate import GAP_MS, card_in

SILENCE_MS = 350
"""Nothing more for this long: the scanner has finished."""
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)


class Finding(StrEnum):
    """What is the matter, or that nothing is."""

    GOOD = "good"
    NO_SUFFIX = "no_suffix"
    TAB_SUFFIX = "tab_suffix"
    LAYOUT = "layout"
    SLOW = "slow"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Typed:
    """One key: its letter ("\\r" Enter, "\\t" Tab) and milliseconds since the key before."""

    letter: str
    gap_ms: float


def judge(keys: Sequence[Typed]) -> Finding:
    """The first trouble a person should mend; GOOD when cards will be read as they are."""
    suffix = keys[-1].letter if keys and keys[-1].letter in "\r\t" else ""
    letters = "".join(key.letter for key in keys if key.letter not in "\r\t")
    if card_in(letters) is None:
        return Finding.FOREIGN
    if max((key.gap_ms for key in keys[1:]), default=0.0) >= GAP_MS:
        return Finding.SLOW
    if read_code(normalise(letters)) is None:
        return Finding.LAYOUT
    return {"\r": Finding.GOOD, "\t": Finding.TAB_SUFFIX}.get(suffix, Finding.NO_SUFFIX)


class ScannerListener(QObject):
    """Takes every key of the application while it listens; `heard` carries a Finding and the letters."""

    heard = Signal(object, str)

    def __init__(
        self, app: QCoreApplication, now_ms: Callable[[], float] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app, self._now_ms = app, now_ms or (lambda: time.monotonic() * 1000)
        self._keys: list[Typed] = []
        self._last = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SILENCE_MS)
        self._rest.timeout.connect(self._finish)
        self.is_listening = False

    def start(self) -> None:
        """Take keys from now on, before anybody else sees them."""
        self._keys = []
        if not self.is_listening:
            self.is_listening = True
            self._app.installEventFilter(self)

    def stop(self) -> None:
        """Leave the keys alone again."""
        self._rest.stop()
        if self.is_listening:
            self.is_listening = False
            self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease):
            return False
        if not isinstance(event, QKeyEvent) or event.key() == Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS and not event.isAutoRepeat():
            self._take(event)
        return True

    def _take(self, event: QKeyEvent) -> None:
        now = float(event.timestamp()) or self._now_ms()
        ends = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}.get(Qt.Key(event.key()))
        self._keys.append(Typed(ends or event.text(), now - self._last if self._keys else 0.0))
        self._last = now
        if ends:
            self._finish()
        else:
            self._rest.start()

    def _finish(self) -> None:
        keys, self._keys = self._keys, []
        self._rest.stop()
        letters = "".join(key.letter for key in keys if key.letter not in "\r\t")
        if letters:
            self.heard.emit(judge(keys), letters)
