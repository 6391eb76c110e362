"""The six words of a roster: shown once where it was written, asked for where it is brought."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.printing.recovery import print_words_note
from promoter_app.services.rosters import WORDS_REFUSALS
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.question import Question
from promoter_app.ui.saving import SavePlace


class ShowWords(Question):
    """The words on screen until somebody has them; with the window they are forgotten."""

    def __init__(self, desk: Desk, words: tuple[str, ...], file: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.desk, self._words = desk, words
        self._place = SavePlace(desk, "", self)
        self.heading.setText(self.tr("Seis palabras abren esta lista"))
        self.accept_button.setText(self.tr("Ya las tengo"))
        self.reject_button.hide()
        card = Card(file, "amber")
        listed = "   ".join(f"{at}.\u00a0{word}" for at, word in enumerate(words, start=1))
        self.words = Text(listed, "title", wrap=True)
        card.body.addWidget(self.words)
        self.told = Text("", "small-strong", wrap=True)
        self.told.hide()
        self.print_button = KeyButton(self.tr("Guardarlas como PDF para imprimir"), "ph.printer-bold", size="small")
        self.print_button.clicked.connect(self._print)
        how = self.tr(
            "Léelas por teléfono o dalas en papel, aparte de la memoria. No se guardan: si se pierden, da la lista "
            "otra vez."
        )
        for part in (card, Text(how, "body", wrap=True), self.told):
            self.form.addRow(part)
        self.buttons.insertWidget(0, self.print_button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QWidget.setTabOrder(self.print_button, self.accept_button)
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        name = self.tr("palabras de la lista")
        out = self._place.choose("", f"{name}.pdf", "PDF (*.pdf)")
        if out is None:
            return
        try:
            day = date.fromisoformat(self.desk.today())
            print_words_note(self._words, out, day, language=self.desk.language)
        except Refusal as refusal:
            self.told.setText(f"{self.desk.say(refusal.what)} {self.desk.say(refusal.todo)}")
        else:
            self.told.setText(self.tr("Imprímelas y borra el archivo: quien lo tenga abre la lista."))
        self.told.show()


class AskWords(Question):
    """Six words, typed; four letters of each are enough."""

    def __init__(self, typed: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Escribe las seis palabras de la lista"))
        self.accept_button.setText(self.tr("Abrir la lista"))
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.banner = Banner()
        self.words = QLineEdit(typed)
        self.words.setMaxLength(200)
        self.words.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.form.addRow(self.banner)
        self.add(self.tr("Las dio la oficina, en este orden"), self.words)
        hint = self.tr("Bastan cuatro letras de cada una; los acentos no importan.")
        self.form.addRow(Text(hint, "small", "ink2", wrap=True))


def ask_words(desk: Desk, refusal: Refusal, typed: str, parent: QWidget) -> str:
    """The words that somebody typed after `refusal`, with which the file may open; "" for any other refusal, and when
    they thought better.
    """
    if refusal.code not in WORDS_REFUSALS:
        return ""
    question = AskWords(typed, parent)
    if typed:
        question.banner.tell("red", *desk.said(refusal))
    else:
        question.banner.hide()
    accepted = question.exec() == AskWords.DialogCode.Accepted
    words = question.words.text().strip() if accepted else ""
    question.words.clear()
    question.deleteLater()
    return words
