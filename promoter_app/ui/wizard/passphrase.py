"""The step that locks the data: a passphrase, written twice, and the recovery sheet, read back from its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from promoter_app.domain.refusal import Refusal
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.lock.fields import NewPassphrase
from promoter_app.ui.lock.sheet_card import SheetCard
from promoter_app.ui.wizard.steps import Step, Then

if TYPE_CHECKING:
    from promoter_app.services.folder import Folder


class PassphraseStep(Step):
    """Left empty, the data stay in the clear, and the step says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._locked = False
        self.passphrase = NewPassphrase()
        self.sheet = SheetCard(desk)
        self.progress = ProgressPanel()
        for part in (self.passphrase, self.sheet):
            self.column.addWidget(part)
        self.notices.append(self.progress)
        self.passphrase.entered.connect(self._to_the_sheet)
        self.sheet.proof.returnPressed.connect(self.entered)

    def title(self) -> str:
        return self.tr("Contraseña de los datos")

    def retranslate(self) -> None:
        if self._locked:
            self.words.setText(
                self.tr(
                    "Los datos ya tienen contraseña: se pide cada vez que se abre Surco. "
                    "En Ajustes, «Contraseña y personas», se cambia."
                )
            )
            return
        words = self.tr(
            "Con contraseña nadie abre los datos si la laptop se pierde. Sin ella, quedan abiertos para quien la "
            "encienda."
        )
        kind = self.tr("de oficina") if self.desk.role == "coordinator" else self.tr("de campo")
        whose = self.tr("Queda a nombre de {0}, {1}.").format(self.desk.road.edge.operator, kind)
        self.words.setText(f"{words} {whose}" if self.desk.road.edge.operator else words)

    def take_focus(self) -> None:
        self.retranslate()
        if not self._locked:
            self.passphrase.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        for part in (self.passphrase, self.sheet):
            part.setVisible(not locked)
        self.retranslate()

    def _to_the_sheet(self) -> None:
        after = self.sheet.make_button if self.sheet.key is None else self.sheet.proof
        after.setFocus(Qt.FocusReason.TabFocusReason)

    # locking
    def commit(self, then: Then) -> None:
        """Lock the folder and go on with it; without a passphrase go on in the clear."""
        begun = self.passphrase.text() or self.passphrase.again.text() or self.sheet.key is not None
        if self._locked or not begun:
            then()
            return
        trouble = self._trouble()
        if trouble:
            self.banner.tell("amber", trouble)
            return
        self.banner.clear()
        self.working.emit(True)
        self.progress.begin(self.tr("Cerrando los datos con tu contraseña"), at_once=True)
        self.desk.road.ask(lambda folder: folder, lambda folder: self._lock(folder, then))

    def _trouble(self) -> str:
        if not self.desk.road.edge.operator:
            return self.tr("Falta tu nombre: está en el paso anterior.")
        return self.passphrase.trouble() or self.sheet.trouble()

    def _lock(self, folder: Folder, then: Then) -> None:
        key = self.sheet.key
        if key is None:
            return
        edge, passphrase, path = self.desk.road.edge, self.passphrase.text(), folder.path
        stamp, moment = edge.stamp(), edge.moment()

        def opener() -> tuple[Folder, Refusal | None]:
            from promoter_app.services.folder import open_folder
            from promoter_app.services.security import locking, project_keys
            from promoter_app.services.security.keeping import take_for_window

            folder.close()
            try:
                locking.protect(path, locking.NewPerson(edge.operator, passphrase, edge.role), [key.recipient])
            except Refusal as refusal:
                return open_folder(path), refusal
            opened = locking.unlock(path, None, passphrase, moment)
            take_for_window(opened, moment)
            locking.after_unlock(opened, stamp)
            if stamp.role == "coordinator" and project_keys.project_keys(opened).office is None:
                project_keys.make_project_keys(opened, stamp, [key.recipient])
            return opened, None

        self.desk.road.open(opener, lambda found: self._locked_or_told(found[1], then), self._told)

    def _locked_or_told(self, refusal: Refusal | None, then: Then) -> None:
        if refusal is not None:
            self._told(refusal)
            return
        self.progress.end()
        self.working.emit(False)
        self._locked = True
        self.passphrase.clear()
        self.sheet.forget()
        self.desk.keys_changed.emit()
        then()

    def _told(self, refusal: Refusal) -> None:
        self.progress.end()
        self.working.emit(False)
        self.tell_refusal(refusal)
