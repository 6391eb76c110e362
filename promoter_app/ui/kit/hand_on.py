"""Hands a held key on as Qt itself would: shortcuts first, then press and release for the widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from promoter_app.ui.kit.scan_gate import HeldKey


def hand_on(key: HeldKey) -> None:
    """Deliver `key` to its receiver; a shortcut of the receiver's window wins unless the receiver wants it."""
    receiver = key.receiver
    override = _event(key, QEvent.Type.ShortcutOverride)
    override.ignore()
    QCoreApplication.sendEvent(receiver, override)
    if not override.isAccepted() and isinstance(receiver, QWidget) and _fire_shortcut(receiver, key):
        return
    QCoreApplication.sendEvent(receiver, _event(key, QEvent.Type.KeyPress))
    if isValid(receiver):
        QCoreApplication.sendEvent(receiver, _event(key, QEvent.Type.KeyRelease))


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


def _fire_shortcut(receiver: QWidget, key: HeldKey) -> bool:
    """Fire the one shortcut or action of the window that owns this key now; False when none does."""
    strokes = [key.modifiers & ~Qt.KeyboardModifier.KeypadModifier]
    if key.text and key.text.isprintable():
        strokes.append(strokes[0] & ~Qt.KeyboardModifier.ShiftModifier)
    wanted = [QKeySequence(QKeyCombination(each, Qt.Key(key.key))) for each in strokes]
    window = receiver.window()
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and _can_hear(shortcut.parent()) and _has(shortcut.keys(), wanted):
            shortcut.activated.emit()
            return True
    for action in window.findChildren(QAction):
        if action.isEnabled() and _has(action.shortcuts(), wanted):
            action.trigger()
            return True
    return False


def _has(owned: list[QKeySequence], wanted: list[QKeySequence]) -> bool:
    return any(each in wanted for each in owned)


def _can_hear(owner: QObject | None) -> bool:
    return isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()
