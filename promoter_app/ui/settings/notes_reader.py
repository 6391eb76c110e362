"""Reading sealed notes: with the sheet of whom they are for, in a window that keeps nothing and closes by itself."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QTextBrowser, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.security import notes
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.question import Question
from promoter_app.ui.language import long_date

OPEN_SECONDS = 180.0
"""How long notes stay on the screen."""


class NotesReader(Question):
    """The sheet's words are forgotten as they are used; the notes when it closes, or the laptop does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.desk = desk
        self.heading.setText(self.tr("Leer las notas selladas"))
        self.accept_button.setText(self.tr("Leer"))
        self.reject_button.setText(self.tr("Cerrar"))
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.banner = Banner()
        self.sheet = QPlainTextEdit()
        self.sheet.setTabChangesFocus(True)
        self.sheet.setFixedHeight(theme.px(100))
        self.text = QTextBrowser()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text.setMinimumHeight(theme.px(220))
        self.add(self.tr("Las 24 palabras de la hoja de las notas, o su QR"), self.sheet)
        self.add(self.tr("Notas"), self.text)
        self.form.addRow(self.banner)
        self.form.setRowVisible(self.text, False)
        self._closing = QTimer(self)
        self._closing.setSingleShot(True)
        self._closing.setInterval(int(OPEN_SECONDS * 1000))
        self._closing.timeout.connect(self.reject)
        self.finished.connect(lambda _result: self._forget())

    def accept(self) -> None:
        """Open the notes that this sheet opens."""
        sheet = self.sheet.toPlainText()
        self.sheet.clear()
        self.sheet.document().clearUndoRedoStacks()
        self.desk.road.do(lambda folder, stamp: notes.open_notes(folder, stamp, sheet), self._show, self._refused)

    def _show(self, found: list[tuple[str, str]]) -> None:
        if not self.isVisible():
            return
        if not found:
            self.banner.tell("blue", self.tr("No hay notas selladas en estos datos."))
            return
        told = "\n\n".join(f"{long_date(date.fromisoformat(day))}\n{text}" for day, text in found)
        self.text.setPlainText(told)
        self.form.setRowVisible(self.text, True)
        self.form.setRowVisible(self.sheet, False)
        self.accept_button.hide()
        words = self.tr("No se copian ni se guardan. Se cierran solas en {0} minutos.").format(round(OPEN_SECONDS / 60))
        self.banner.tell("grape", words)
        self.text.setFocus()
        self._closing.start()

    def _refused(self, refusal: Refusal) -> None:
        if self.isVisible():
            self.banner.tell("red", *self.desk.said(refusal))
            self.sheet.setFocus()

    def _forget(self) -> None:
        self._closing.stop()
        self.sheet.clear()
        self.text.clear()
        self.deleteLater()
