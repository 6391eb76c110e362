"""Hands a held key on: Qt itself looks for a shortcut first when a program sends a key press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid

if TYPE_CHECKING:
    from promoter_app.ui.kit.scan_gate import HeldKey


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
