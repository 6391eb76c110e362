"""The sealed note of Cierre: two lines for the safeguarding person, unreadable here as soon as they are kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from promoter_app.ui import theme
from promoter_app.ui.kit import Card, IconLabel, KeyButton, Text


class SealedNoteCard(Card):
    """`sealed` carries the text once; the field is emptied when it is kept."""

    sealed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", "grape", padding=16, parent=parent)
        self.words = Text("", "small", "ink2", wrap=True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(theme.px(84))
        self.button = KeyButton("", "mdi6.lock", size="small")
        self.told = Text("", "small-strong", wrap=True)
        self.told.hide()
        self.head.insertWidget(0, IconLabel("mdi6.lock", "uva", 26))
        for part in (self.words, self.field):
            self.body.addWidget(part)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.told)
        self.button.clicked.connect(lambda: self.sealed.emit(self.field.toPlainText()))
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_heading(self.tr("Nota sellada"))
        self.words.setText(
            self.tr("Dos líneas para la persona de protección. Se sella al guardar: no se puede volver a leer aquí.")
        )
        self.field.setAccessibleName(self.tr("Nota sellada, dos líneas"))
        self.button.setText(self.tr("Sellar y guardar"))

    def say(self, words: str, *, kept: bool = False) -> None:
        """What came of it; a kept note leaves the screen."""
        if kept:
            self.field.clear()
            self.field.document().clearUndoRedoStacks()
        self.told.set_ink("cana" if kept else "rojo")
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def begin(self) -> None:
        """Another session: nothing of the last one stays."""
        self.field.clear()
        self.say("")

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.field, self.button)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "field"):
            self.field.setFixedHeight(theme.px(84))
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "told"):
            self.retranslate()
