"""The way back with the recovery sheet: its words or its QR, whose passphrase it was, and a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from promoter_app.services.security.locking import LockPerson, NewPerson
from promoter_app.ui import theme
from promoter_app.ui.camera.sheet_code import SheetCode
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.lock.fields import NewPassphrase
from promoter_app.ui.lock.frame import CoverView
from promoter_app.ui.lock.view import LockView


class RecoverView(CoverView):
    """`wanted` carries the text of the sheet, the NewPerson and the id whose place is taken (None: nobody's)."""

    wanted = Signal(str, object, object)
    left = Signal()

    def __init__(self, desk: Desk, people: list[LockPerson], names: LockView) -> None:
        super().__init__(desk)
        self.setObjectName("recover")
        self._people, self._name_of = people, names.name_of
        labels = [Text("", "label") for _each in range(3)]
        self.sheet_label, self.who_label, self.name_label = labels
        self.sheet = QPlainTextEdit()
        self.sheet.setTabChangesFocus(True)
        self.sheet.setFixedHeight(theme.px(110))
        self.code = SheetCode(desk)
        self.who = ChoiceRow("who")
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.passphrase = NewPassphrase()
        self.progress = ProgressPanel()
        self.back_button = KeyButton("", "ph.arrow-left-bold", "Esc")
        self.open_button = KeyButton("", "ph.key-bold", "F9", kind="primary", more_keys=("Ctrl+Return",))
        self.sheet_label.setBuddy(self.sheet)
        self.name_label.setBuddy(self.name)
        for part in (
            self.sheet_label, self.sheet, self.code, self.who_label, self.who, self.name_label, self.name,
            self.passphrase, self.progress,
        ):  # fmt: skip
            self.card.body.addWidget(part)
        self.bar.add_left(self.back_button)
        self.bar.add_right(self.open_button)
        self.code.read.connect(self.sheet.setPlainText)
        self.back_button.clicked.connect(self.left)
        self.open_button.clicked.connect(self._open)
        self.name.returnPressed.connect(lambda: self.passphrase.first.setFocus(Qt.FocusReason.TabFocusReason))
        self.passphrase.entered.connect(self.open_button.click)
        self.retranslate()
        if len(people) == 1:
            self.who.set_value(people[0].id)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Volver a entrar con la hoja de recuperación"))
        self.words.setText(
            self.tr("La hoja está en la oficina. Escribe sus 24 palabras en orden, o lee su QR.")
        )
        self.code.retranslate()
        self.sheet_label.setText(self.tr("Palabras o QR de la hoja"))
        self.sheet.setAccessibleName(self.tr("Palabras o QR de la hoja"))
        self.who_label.setText(self.tr("¿De quién es la contraseña que se olvidó?"))
        self.name_label.setText(self.tr("Nombre completo de esa persona"))
        self.name.setAccessibleName(self.tr("Nombre completo de esa persona"))
        self.back_button.setText(self.tr("Atrás"))
        self.open_button.setText(self.tr("Poner la contraseña nueva y entrar"))
        chosen = self.who.value()
        self.who.setAccessibleName(self.who_label.text())
        self.who.set_choices([Choice(one.id, self._name_of(one)) for one in self._people])
        self.who.set_value(chosen)
        self.who.set_columns(1 if theme.current_percent() > 100 else 3)
        for part in (self.who, self.who_label):
            part.setVisible(bool(self._people))

    def take_focus(self) -> None:
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def refused(self) -> None:
        """It did not open: the fields stay as they are."""
        self.progress.end()
        self.open_button.set_reason("")

    def _open(self) -> None:
        trouble = self._trouble()
        if trouble:
            self.banner.tell("amber", trouble)
            return
        self.banner.clear()
        self.open_button.set_reason(self.tr("abriendo"))
        self.progress.begin(self.tr("Abriendo los datos"))
        who = self.who.value()
        person = NewPerson(self.name.text().strip(), self.passphrase.text(), "promoter" if who else "coordinator")
        self.wanted.emit(self.sheet.toPlainText(), person, who)

    def _trouble(self) -> str:
        if not self.sheet.toPlainText().strip():
            return self.tr("Faltan las palabras de la hoja.")
        if self._people and self.who.value() is None:
            return self.tr("Di de quién es la contraseña que se olvidó.")
        if not self.name.text().strip():
            return self.tr("Falta el nombre.")
        return self.passphrase.trouble()
