"""Llaves del proyecto: the office's card for other laptops, and to whom sealed notes go; a laptop joins with a card."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import Folder
from promoter_app.services.security import project_keys
from promoter_app.services.security.project_keys import ProjectKeys
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.lock.sheet_card import SheetCard
from promoter_app.ui.settings.notes_reader import NotesReader


@dataclass(frozen=True)
class _Seen:
    keys: ProjectKeys
    card: str
    announced: ProjectKeys | None


class KeysPart(QWidget):
    """Everybody may join with a card; the office gives it, and chooses the sheet of sealed notes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._seen: _Seen | None = None
        self.banner = Banner()
        self.give, self.join, self.news = Card("…"), Card("…"), Card("…", "amber")
        self.news_words = Text("", "body", wrap=True)
        self.follow_button = KeyButton("", "ph.check-bold", size="small")
        self.state = Text("", "body", wrap=True)
        self.copy_button = KeyButton("", "ph.copy-bold", size="small")
        self.card_label, self.card = Text("", "label"), QPlainTextEdit()
        self.card.setTabChangesFocus(True)
        self.card.setFixedHeight(theme.px(110))
        self.card_label.setBuddy(self.card)
        self.join_button = KeyButton("", "ph.check-bold", size="small")
        self.notes = SheetCard(desk, notes=True)
        self.notes_button = KeyButton("", "ph.check-bold", size="small")
        self.read_button = KeyButton("", "ph.lock-open-bold", size="small")
        left = Qt.AlignmentFlag.AlignLeft
        self.news.body.addWidget(self.news_words)
        self.news.body.addWidget(self.follow_button, 0, left)
        self.news.hide()
        self.give.body.addWidget(self.state)
        self.give.body.addWidget(self.copy_button, 0, left)
        self.join.body.addWidget(self.card_label)
        self.join.body.addWidget(self.card)
        self.join.body.addWidget(self.join_button, 0, left)
        for button in (self.notes_button, self.read_button):
            self.notes.body.addWidget(button, 0, left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self.banner, self.news, self.give, self.join, self.notes):
            column.addWidget(each)
        column.addStretch(1)
        self.copy_button.clicked.connect(self._copy)
        self.follow_button.clicked.connect(self._follow)
        self.join_button.clicked.connect(self._join)
        self.notes_button.clicked.connect(self._choose_notes)
        self.read_button.clicked.connect(lambda: NotesReader(self.desk, self.window()).open())
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.news.set_heading(self.tr("Llaves distintas en una lista de la oficina"))
        self.follow_button.setText(self.tr("Aceptar esas llaves"))
        self.give.set_heading(self.tr("Oficina del proyecto"))
        self.copy_button.setText(self.tr("Copiar la ficha del proyecto"))
        self.join.set_heading(self.tr("Entregar a la oficina de una ficha"))
        self.card_label.setText(self.tr("Ficha del proyecto, escrita o leída de su QR"))
        self.card.setAccessibleName(self.card_label.text())
        self.join_button.setText(self.tr("Usar esta ficha"))
        self.notes_button.setText(self.tr("Sellar las notas para esta hoja"))
        self.read_button.setText(self.tr("Leer las notas selladas"))
        self.notes.retranslate()
        self._say()

    def take_focus(self) -> None:
        """Begin at the card."""
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the keys again."""
        self.desk.road.ask(_look, self._show)

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        self.notes.setVisible(self.desk.role == "coordinator")
        self._say()

    def _say(self) -> None:
        seen = self._seen
        has_office = seen is not None and seen.keys.office is not None
        has_notes = seen is not None and seen.keys.safeguarding is not None
        words = [
            self.tr("Las entregas salen selladas para la oficina.") if has_office
            else self.tr("Esta laptop todavía no sabe a qué oficina entrega."),
            self.tr("Hay a quién mandar notas selladas.") if has_notes
            else self.tr("Nadie recibe notas selladas todavía."),
        ]  # fmt: skip
        self.state.setText("\n".join(words))
        self.copy_button.setVisible(has_office)
        is_office = self.desk.role == "coordinator"
        self.news.setVisible(seen is not None and seen.announced is not None)
        self.follow_button.setVisible(is_office)
        self.news_words.setText(
            self.tr("Esta laptop sigue con las de antes. Acéptalas solo si la oficina dice que las cambió.")
            if is_office
            else self.tr("Esta laptop sigue con las de antes. Si la oficina las cambió, pídele la ficha nueva y úsala.")
        )  # fmt: skip

    def _follow(self) -> None:
        words = self.tr("Esta laptop usa las llaves nuevas")
        self.desk.road.do(project_keys.follow, lambda _keys: self._done(words), self._refused)

    def _copy(self) -> None:
        if self._seen is not None:
            QApplication.clipboard().setText(self._seen.card)
            self.banner.tell("green", self.tr("La ficha está copiada"), self.tr("No lleva nada secreto."))

    def _join(self) -> None:
        card = self.card.toPlainText()
        words = self.tr("Esta laptop entrega a esa oficina")
        self.desk.road.do(
            lambda folder, stamp: project_keys.join(folder, stamp, card),
            lambda _keys: self._done(words),
            self._refused,
        )

    def _choose_notes(self) -> None:
        trouble, key = self.notes.trouble(), self.notes.key
        if trouble or key is None:
            self.banner.tell("amber", trouble)
            return
        recipient, words = key.recipient, self.tr("Las notas se sellan para esa hoja")
        self.desk.road.do(
            lambda folder, stamp: project_keys.set_safeguarding(folder, stamp, recipient),
            lambda _none: self._done(words),
            self._refused,
        )

    def _done(self, words: str) -> None:
        self.card.clear()
        self.notes.forget()
        self.banner.tell("green", words)
        self.reload()

    def _refused(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal))


def _look(folder: Folder) -> _Seen:
    keys = project_keys.project_keys(folder)
    card = project_keys.project_card(folder) if keys.office is not None else ""
    return _Seen(keys, card, project_keys.announced(folder))
