"""The end of a laptop that leaves: the data are closed, everything goes, it is said, and the window closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from promoter_app.domain.refusal import Refusal
from promoter_app.services.security import leaving
from promoter_app.ui.aside import Aside
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.question import Question
from promoter_app.ui.window import Window


class Emptying(QObject):
    """`begin` it when it is decided; nothing on screen can be used from then on."""

    def __init__(self, window: Window, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._aside = Aside(self)
        self._aside.arrived.connect(self._emptied)
        self._aside.refused.connect(self._refused)

    def begin(self) -> None:
        """Close the data and remove them."""
        path = self._path
        self._window.setEnabled(False)
        self._window.desk.road.lock(lambda: self._aside.run(lambda: leaving.finish(path)))

    def _emptied(self, others: int) -> None:
        kept = self.tr("En su carpeta hay archivos que no son de Surco: {0}.").format(others) if others else ""
        self._say(self.tr("Esta laptop quedó vacía"), kept or self.tr("No queda nada de nadie. Gracias."))

    def _refused(self, refusal: Refusal) -> None:
        self._say(*self._window.desk.said(refusal))

    def _say(self, what: str, more: str) -> None:
        last = Question(what, self.tr("Cerrar Surco"), self._window)
        last.reject_button.hide()
        last.form.addRow(Text(more, "body", wrap=True))
        last.finished.connect(self._window.close)
        last.open()
        last.accept_button.setFocus()
