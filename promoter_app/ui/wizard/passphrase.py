"""The step that locks the data: a passphrase, written twice, and the recovery words for a sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.security.passphrases import SHORTEST, strength
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.checks import CheckRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.wizard.steps import Step, Then, labelled

if TYPE_CHECKING:
    from promoter_app.services.folder import Folder
    from promoter_app.services.security.locking import RecoveryKey


class PassphraseStep(Step):
    """Left empty, the data stay in the clear, and the step says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._key: RecoveryKey | None = None
        self._locked = False
        self.first_label, self.again_label = Text("", "label"), Text("", "label")
        self.first, self.again = QLineEdit(), QLineEdit()
        self.shown = QCheckBox()
        self.quality = Text("", "small-strong", wrap=True)
        self.recovery = Card("…", "amber")
        self.recovery_words = Text("", "strong", wrap=True)
        self.written = CheckRow("")
        self.make_button = KeyButton("", "ph.key-bold", size="small")
        self.progress = ProgressPanel()
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        labelled(self.column, self.first_label, self.first)
        labelled(self.column, self.again_label, self.again)
        for part in (self.shown, self.quality, self.recovery, self.progress):
            self.column.addWidget(part)
        self.recovery.body.addWidget(self.recovery_words)
        self.recovery.body.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.recovery.body.addWidget(self.written)
        self.written.hide()
        self.shown.toggled.connect(self._show_letters)
        self.first.textChanged.connect(lambda _text: self._judge())
        self.make_button.clicked.connect(self._make_key)

    def title(self) -> str:
        return self.tr("Contraseña de los datos")

    def retranslate(self) -> None:
        self.words.setText(
            self.tr(
                "Con contraseña nadie abre los datos si la laptop se pierde. Sin ella, quedan abiertos para quien la "
                "encienda."
            )
        )
        for label, field, words in (
            (self.first_label, self.first, self.tr("Contraseña o número")),
            (self.again_label, self.again, self.tr("Otra vez")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self.shown.setText(self.tr("Enseñar lo que escribo"))
        self.recovery.set_heading(self.tr("Palabras de recuperación"))
        self.make_button.setText(self.tr("Hacer las palabras"))
        self.written.setText(self.tr("Ya las escribí en papel, y el papel queda en la oficina"))
        self._say_words()
        self._judge()

    def take_focus(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_letters(self, shown: bool) -> None:
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

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

    def _make_key(self) -> None:
        from promoter_app.services.security.locking import new_recovery_key

        self._key = new_recovery_key()
        self.written.show()
        self._say_words()

    def _say_words(self) -> None:
        if self._key is None:
            self.recovery_words.setText(
                self.tr("Si se olvida la contraseña, solo estas palabras abren los datos. No se guardan en la laptop.")
            )
            return
        self.recovery_words.setText("  ".join(f"{at}. {word}" for at, word in enumerate(self._key.words, start=1)))

    # locking
    def commit(self, then: Then) -> None:
        """Lock the folder and go on with it; without a passphrase go on in the clear."""
        if not self.first.text() or self._locked:
            then()
            return
        trouble = self._trouble()
        if trouble:
            self.banner.tell("amber", trouble)
            return
        self.progress.begin(self.tr("Cerrando los datos con tu contraseña"), at_once=True)
        self.desk.road.ask(lambda folder: folder, lambda folder: self._lock(folder, then))

    def _trouble(self) -> str:
        if self.first.text() != self.again.text():
            return self.tr("Las dos no son iguales. Escríbelas otra vez.")
        if strength(self.first.text()) in ("too_short", "too_plain"):
            return self.quality.text()
        if not self.desk.road.edge.operator:
            return self.tr("Falta tu nombre: está en el paso anterior.")
        if self._key is None or not self.written.isChecked():
            return self.tr("Haz las palabras de recuperación y escríbelas en papel.")
        return ""

    def _lock(self, folder: Folder, then: Then) -> None:
        if self._key is None:
            return
        edge, key, passphrase, path = self.desk.road.edge, self._key, self.first.text(), folder.path
        stamp, moment = edge.stamp(), edge.moment()

        def opener() -> tuple[Folder, Refusal | None]:
            from promoter_app.services.folder import open_folder
            from promoter_app.services.security import locking
            from promoter_app.services.security.keeping import take_for_window

            folder.close()
            try:
                locking.protect(path, locking.NewPerson(edge.operator, passphrase, edge.role), [key.recipient])
            except Refusal as refusal:
                return open_folder(path), refusal
            opened = locking.unlock(path, None, passphrase, moment)
            take_for_window(opened, moment)
            locking.after_unlock(opened, stamp)
            return opened, None

        self.desk.road.open(opener, lambda found: self._locked_or_told(found[1], then), self._told)

    def _locked_or_told(self, refusal: Refusal | None, then: Then) -> None:
        self.progress.end()
        if refusal is not None:
            self.tell_refusal(refusal)
            return
        self._locked = True
        then()

    def _told(self, refusal: Refusal) -> None:
        self.progress.end()
        self.tell_refusal(refusal)
