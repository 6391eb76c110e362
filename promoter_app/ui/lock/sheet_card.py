"""A recovery sheet made on screen: words to print or copy once, and a proof that the paper can be read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from promoter_app.domain.names import folded
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.services.printing.recovery import NOTES, RECOVERY, print_recovery_sheet
from promoter_app.services.security.locking import RecoveryKey, new_recovery_key
from promoter_app.ui.camera.sheet_code import SheetCode
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.saving import SavePlace

_ASKED = 3


class SheetCard(Card):
    """`key` is what was made, None before; `is_proved` once words of the paper, or its QR, were read back."""

    made = Signal()

    def __init__(self, desk: Desk, *, notes: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("…", "amber", parent=parent)
        self.desk = desk
        self.key: RecoveryKey | None = None
        self._notes = notes
        self._asked: tuple[int, ...] = ()
        self._place = SavePlace(desk, "", self)
        self.words = Text("", "strong", wrap=True)
        self.make_button = KeyButton("", "ph.key-bold", size="small")
        self.print_button = KeyButton("", "ph.printer-bold", size="small")
        self.told = Text("", "small-strong", wrap=True)
        self.proof_label = Text("", "label", wrap=True)
        self.proof = QLineEdit()
        self.proof_label.setBuddy(self.proof)
        self.code = SheetCode(desk)
        self.body.addWidget(self.words)
        for button in (self.make_button, self.print_button):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.told, self.proof_label, self.proof, self.code):
            self.body.addWidget(part)
        self.code.read.connect(self.proof.setText)
        self.make_button.clicked.connect(self._make)
        self.print_button.clicked.connect(self._print)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        heading = self.tr("Hoja de las notas selladas") if self._notes else self.tr("Hoja de recuperación")
        self.set_heading(heading)
        again = self.tr("Hacer otra: la de antes ya no sirve")
        self.make_button.setText(again if self.key is not None else self.tr("Hacer la hoja"))
        self.print_button.setText(self.tr("Guardarla como PDF para imprimir"))
        numbers = ", ".join(str(at + 1) for at in self._asked)
        self.proof_label.setText(
            self.tr("Con la hoja en la mano: escribe sus palabras {0}, o lee su QR").format(numbers)
        )
        self.proof.setAccessibleName(self.proof_label.text())
        self.code.retranslate()
        self._say()

    def is_proved(self) -> bool:
        """Whether the paper was read back rightly."""
        if self.key is None:
            return False
        typed = self.proof.text().strip()
        if typed.upper() == self.key.qr:
            return True
        wanted = [folded(self.key.words[at])[:4] for at in self._asked]
        return [folded(word.strip(".,"))[:4] for word in typed.split()] == wanted

    def trouble(self) -> str:
        """What is still missing, in a sentence; "" when the sheet is made and proved."""
        if self.key is None:
            return self.tr("Haz la hoja de recuperación.")
        if not self.proof.text().strip():
            return f"{self.proof_label.text()}."
        return "" if self.is_proved() else self.tr("Lo leído de la hoja no coincide: revísalo palabra por palabra.")

    def forget(self) -> None:
        """The words leave the screen and the memory of this card."""
        self.key, self._asked = None, ()
        self.proof.clear()
        self.told.setText("")
        self.retranslate()

    def _make(self) -> None:
        self.key = new_recovery_key()
        self.proof.clear()
        self.told.clear()
        asked: list[int] = []
        while len(asked) < _ASKED:
            at = self.desk.road.edge.draw(len(self.key.words))
            if at not in asked:
                asked.append(at)
        self._asked = tuple(sorted(asked))
        self.retranslate()
        self.print_button.setFocus(Qt.FocusReason.TabFocusReason)  # a second Enter makes no other sheet
        self.made.emit()

    def _say(self) -> None:
        has_key = self.key is not None
        for part in (self.print_button, self.proof_label, self.proof, self.code):
            part.setVisible(has_key)
        self.told.setVisible(bool(self.told.text()))
        if self.key is not None:
            numbered = (f"{at}.\N{NO-BREAK SPACE}{word}" for at, word in enumerate(self.key.words, start=1))
            self.words.setText("  ".join(numbered))
        elif self._notes:
            self.words.setText(self.tr("Es para la persona de protección: solo con ella se leen las notas selladas."))
        else:
            self.words.setText(
                self.tr("Si se olvida la contraseña, solo esta hoja abre los datos. No se guarda en la laptop.")
            )

    def _print(self) -> None:
        if self.key is None:
            return
        name = self.tr("hoja de notas selladas") if self._notes else self.tr("hoja de recuperación")
        out = self._place.choose("", f"{name}.pdf", "PDF (*.pdf)", self.tr("¿Dónde la guardo?"))
        if out is None:
            return
        words: tuple[Sentence, Sentence] = NOTES if self._notes else RECOVERY
        try:
            day = date.fromisoformat(self.desk.today())
            print_recovery_sheet(self.key, out, day, words=words, language=self.desk.language)
        except Refusal as refusal:
            self.told.setText(f"{self.desk.say(refusal.what)} {self.desk.say(refusal.todo)}")
        else:
            self.told.setText(self.tr("Imprímela y borra el archivo: quien lo tenga puede abrir los datos."))
        self.told.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "proof"):
            self.retranslate()
