"""A new passphrase, written twice, with what it is worth in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from promoter_app.domain.security.passphrases import SHORTEST, normal_passphrase, strength
from promoter_app.ui.kit.checks import CheckRow
from promoter_app.ui.kit.frames import Text


class SecretField(QLineEdit):
    """A field whose letters are dots until somebody wants to see them; no keyboard learns them.

    `capitals` says whether Caps Lock is on, as far as the letters that are typed tell.
    """

    capitals = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.show_letters(False)

    def show_letters(self, shown: bool) -> None:
        """Letters or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)  # until a letter tells
        elif typed.isalpha() and typed.upper() != typed.lower():
            self.capitals.emit(typed.isupper() != bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        super().keyPressEvent(event)


class CapitalsNote(Text):
    """Said under fields of dots while Caps Lock is on: who types cannot see it."""

    def __init__(self, *fields: SecretField) -> None:
        super().__init__("", "small-strong", "ambar_d", wrap=True)
        for field in fields:
            field.capitals.connect(self.setVisible)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Put on the words again."""
        self.setText(self.tr("Están puestas las mayúsculas (Bloq Mayús)."))


class NewPassphrase(QWidget):
    """Two fields, a box to see them, and a line that judges; `trouble` says why it cannot be taken.

    `entered`: Enter in the second one.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_label, self.again_label = Text("", "label"), Text("", "label")
        self.first, self.again = SecretField(), SecretField()
        self.shown = CheckRow("-", is_choice=True)
        self.capitals = CapitalsNote(self.first, self.again)
        self.quality = Text("", "small-strong", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for label, field in ((self.first_label, self.first), (self.again_label, self.again)):
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        for part in (self.capitals, self.shown, self.quality):
            column.addWidget(part)
        self.shown.toggled.connect(self._show_letters)
        self.first.textChanged.connect(lambda _text: self._judge())
        self.first.returnPressed.connect(lambda: self.again.setFocus(Qt.FocusReason.TabFocusReason))
        self.again.returnPressed.connect(self.entered)
        self.retranslate()

    def text(self) -> str:
        """The new passphrase."""
        return self.first.text()

    def clear(self) -> None:
        """Forget both, and hide what is written next."""
        self.first.clear()
        self.again.clear()
        self.shown.setChecked(False)

    def trouble(self) -> str:
        """Why it cannot be taken, in a sentence; "" when it can."""
        if normal_passphrase(self.first.text()) != normal_passphrase(self.again.text()):
            return self.tr("Las dos no son iguales. Escríbelas otra vez.")
        if not self.first.text():
            return self.tr("Escribe la contraseña nueva dos veces.")
        return self.quality.text() if strength(self.first.text()) in ("too_short", "too_plain") else ""

    def retranslate(self) -> None:
        """Put on every word again."""
        for label, field, words in (
            (self.first_label, self.first, self.tr("Contraseña o número nuevo")),
            (self.again_label, self.again, self.tr("Otra vez")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self.shown.setText(self.tr("Enseñar lo que escribo"))
        self.capitals.retranslate()
        self._judge()

    def _show_letters(self, shown: bool) -> None:
        self.first.show_letters(shown)
        self.again.show_letters(shown)

    def _judge(self) -> None:
        words = {
            "too_short": self.tr("Le faltan letras: lleva al menos {0}").format(SHORTEST),
            "too_plain": self.tr("Es muy fácil de adivinar"),
            "weak": self.tr("Sirve. Una frase de varias palabras es mejor"),
            "good": self.tr("Es buena"),
        }
        found = strength(self.first.text())
        self.quality.setText(words[found] if self.first.text() else "")
        self.quality.set_ink("cana" if found == "good" else "ambar_d")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "quality"):
            self.retranslate()
