"""The drill of the recovery sheet: whether the sheet of paper would bring this laptop back, tried without need."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import laptop_setting
from promoter_app.services.security import locking
from promoter_app.ui import theme
from promoter_app.ui.camera.sheet_code import SheetCode
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.language import full_date
from promoter_app.ui.window_choices import keep_choice

TRIED = "sheet_tried"
"""Setting of the laptop: the day on which its sheet was last tried with success."""


class DrillCard(Card):
    """Nothing is changed by it, and what was written is forgotten at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self.desk = desk
        self._tried = ""
        self.words, self.last = Text("", "body", wrap=True), Text("", "small", "ink2", wrap=True)
        self.banner = Banner()
        self.label, self.sheet = Text("", "label"), QPlainTextEdit()
        self.sheet.setTabChangesFocus(True)
        self.sheet.setFixedHeight(theme.px(110))
        self.label.setBuddy(self.sheet)
        self.code = SheetCode(desk)
        self.try_button = KeyButton("", "ph.check-bold", size="small")
        for part in (self.words, self.last, self.banner, self.label, self.sheet, self.code):
            self.body.addWidget(part)
        self.body.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.code.read.connect(self.sheet.setPlainText)
        self.try_button.clicked.connect(self._try)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_heading(self.tr("Probar la hoja de recuperación"))
        self.words.setText(
            self.tr("Hazlo cada temporada, con la hoja en la mano. No cambia nada: dice si esa hoja abre la laptop.")
        )
        self.label.setText(self.tr("Palabras o QR de la hoja"))
        self.sheet.setAccessibleName(self.label.text())
        self.try_button.setText(self.tr("Probarla"))
        self.code.retranslate()
        self._say()

    def reload(self) -> None:
        """Read again when it was tried."""
        self.desk.road.ask(lambda folder: laptop_setting(folder, TRIED, ""), self._show)

    def _show(self, tried: str) -> None:
        self._tried = tried
        self._say()

    def _say(self) -> None:
        when = full_date(date.fromisoformat(self._tried)) if self._tried else ""
        never = self.tr("Nadie la ha probado en esta laptop.")
        self.last.setText(self.tr("Se probó bien el {0}.").format(when) if when else never)

    def _try(self) -> None:
        sheet = self.sheet.toPlainText()
        if not sheet.strip():
            self.banner.tell("amber", self.tr("Faltan las palabras de la hoja."))
            return
        self.desk.road.ask(lambda folder: locking.sheet_opens(folder.path, sheet), self._opened, self._refused)

    def _opened(self, _yes: bool) -> None:
        self.sheet.clear()
        self.banner.tell("green", self.tr("Esa hoja abre esta laptop"), self.tr("Guárdala otra vez en la oficina."))
        keep_choice(self.desk, TRIED, self.desk.today())
        self._show(self.desk.today())

    def _refused(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal))
