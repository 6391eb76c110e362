"""Hands a held key on: Qt itself looks for a shortcut first when a program sends a key press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid


@dataclass(frozen=True)
class HeldKey:
    """A key press that waits: for whom it was, what it types, and Qt's numbers to hand it on unchanged."""

    receiver: QObject
    key: int
    modifiers: Qt.KeyboardModifier
    text: str
    scan_code: int
    virtual_key: int
    native_modifiers: int
    timestamp: int
    at_ms: float


def hand_on(key: HeldKey) -> None:
    """Deliver press and release of `key` to its receiver, as if they came now; nothing if it is gone."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if isValid(key.receiver):
            QCoreApplication.sendEvent(key.receiver, _event(key, kind))


def _event(key: HeldKey, kind: QEvent.Type) -> QKeyEvent:
    made = QKeyEvent(
        kind,
        key.key,
        key.modifiers,
        key.scan_code,
        key.virtual_key,
        key.native_modifiers,
        key.text,
    )
    made.setTimestamp(key.timestamp)
    return made
