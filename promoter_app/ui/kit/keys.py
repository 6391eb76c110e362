"""How a key is named on a cap and aloud: "Enter", "Espacio", "Ctrl Z", an arrow as an icon."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton

_ARROWS = {
    "Left": "ph.arrow-left-bold",
    "Right": "ph.arrow-right-bold",
    "Up": "ph.arrow-up-bold",
    "Down": "ph.arrow-down-bold",
}


def sequences(key: str) -> list[QKeySequence]:
    """The key sequences of a portable name ("F2", "Ctrl+N", "Return"); Return stands for both Enter keys."""
    names = [key]
    if key in ("Return", "Enter"):
        names = ["Return", "Enter"]
    elif key in ("Ctrl+Return", "Ctrl+Enter"):
        names = ["Ctrl+Return", "Ctrl+Enter"]
    return [QKeySequence.fromString(name, QKeySequence.SequenceFormat.PortableText) for name in names]


def caption(key: str) -> str:
    """What the cap of a portable key name shows; for arrows the name of an icon (our font has no arrows)."""
    if key in _ARROWS:
        return _ARROWS[key]
    return " ".join(_part(part) for part in key.split("+") if part)


def spoken(key: str) -> str:
    """The key in words, for a screen reader."""
    words = {
        "Left": QCoreApplication.translate("keys", "flecha izquierda"),
        "Right": QCoreApplication.translate("keys", "flecha derecha"),
        "Up": QCoreApplication.translate("keys", "flecha arriba"),
        "Down": QCoreApplication.translate("keys", "flecha abajo"),
    }
    return words.get(key) or caption(key)


def described(keys: tuple[str, ...]) -> str:
    """The accessible description of a control with these keys: "Tecla F2 o Ctrl N"; empty without keys."""
    if not keys:
        return ""
    either = QCoreApplication.translate("keys", " o ")
    return QCoreApplication.translate("keys", "Tecla {keys}").format(keys=either.join(map(spoken, keys)))


def is_enter(event: QEvent) -> bool:
    """Whether `event` is one of the two Enter keys without Ctrl, Alt or Shift."""
    if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_letter(event: QKeyEvent) -> bool:
    """Whether `event` writes a letter, a digit or a sign: no space, and neither Ctrl nor Alt."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return event.text().isprintable() and bool(event.text().strip()) and not event.modifiers() & ~plain


def enter_clicks(button: QAbstractButton, event: QEvent) -> bool:
    """Let a focused button keep Enter for itself, even while another button owns that key; True if it did."""
    if not is_enter(event):
        return False
    if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
        button.click()
    event.accept()
    return event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def _part(part: str) -> str:
    names = {
        "Return": "Enter",
        "Space": QCoreApplication.translate("keys", "Espacio"),
        "Del": QCoreApplication.translate("keys", "Supr"),
        "PgDown": QCoreApplication.translate("keys", "AvPág"),
        "PgUp": QCoreApplication.translate("keys", "RePág"),
        "Shift": QCoreApplication.translate("keys", "Mayús"),
    }
    return names.get(part, part)
