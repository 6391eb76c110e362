"""Vaciar esta laptop: for a laptop of the field that leaves the project, once the office has everything of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import Folder
from promoter_app.services.security import leaving
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.question import Question
from promoter_app.ui.lock.fields import SecretField


class LeavingQuestion(Question):
    """Says what goes and that nothing stays; only the typed word, and the passphrase of a locked laptop, let it go."""

    def __init__(self, is_locked: bool, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Vaciar esta laptop"))
        self.accept_button.setText(self.tr("Vaciarla"))
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        goes = self.tr("Se borra todo: personas, sesiones, pruebas, grabaciones, copias, entregas, llaves y ajustes.")
        stays = self.tr("Aquí no queda nada y no se puede deshacer. Lo que la oficina unió sigue en la oficina.")
        for words in (goes, stays):
            self.form.addRow(Text(words, "body", wrap=True))
        self.word, self.passphrase = QLineEdit(), SecretField()
        self.word.setMaxLength(20)
        self.add(self.tr("Escribe aquí: vaciar"), self.word)
        if is_locked:
            self.add(self.tr("Tu contraseña"), self.passphrase)
        self.word.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def _judge(self) -> None:
        typed = self.word.text().strip().casefold() == self.tr("vaciar")
        self.accept_button.set_reason("" if typed else self.tr("Falta escribir la palabra"))


class LeavingCard(Card):
    """Only a promoter sees it. What is missing is said before anything is asked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self.desk = desk
        self.words, self.banner = Text("", "body", wrap=True), Banner()
        self.button = KeyButton("", "ph.eraser-bold", size="small")
        for part in (self.words, self.banner):
            self.body.addWidget(part)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.banner.hide()
        self.button.clicked.connect(self._look)
        self.banner.acted.connect(lambda _name: self.banner.hide())
        desk.role_changed.connect(self._role_changed)
        if desk.role != "promoter":
            self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_heading(self.tr("Si esta laptop deja el proyecto"))
        self.words.setText(self.tr("Se vacía cuando la oficina dice que ya unió todo lo de aquí."))
        self.button.setText(self.tr("Vaciar esta laptop…"))

    def _role_changed(self, role: str) -> None:
        self.setVisible(role == "promoter")

    def _look(self) -> None:
        def may(folder: Folder) -> bool:
            leaving.check_may_leave(folder)
            return folder.opened is not None

        self.banner.hide()
        self.desk.road.ask(may, self._ask, self._refused)

    def _ask(self, is_locked: bool) -> None:
        question = LeavingQuestion(is_locked, self)
        accepted = question.exec() == LeavingQuestion.DialogCode.Accepted
        passphrase = question.passphrase.text()
        question.passphrase.clear()
        question.deleteLater()
        if accepted:
            moment = self.desk.road.edge.moment()
            self.desk.road.do(
                lambda folder, _stamp: leaving.begin(folder, passphrase, moment), self._decided, self._refused
            )

    def _decided(self, _path: Path) -> None:
        self.desk.empty_wanted.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal))
