"""Imprimir from Hoy: the attendance list of a session as a PDF, opened with the system's own viewer to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from promoter_app.domain.sessions import Session
from promoter_app.services.folder import Folder
from promoter_app.services.printing.orders import Order, print_order
from promoter_app.ui.desk import Desk
from promoter_app.ui.saving import PRINT_TO, SavePlace, open_outside, remember_place


class ListPrinter(SavePlace):
    """Asks where (remembered), draws, says where it is and opens it."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(desk, PRINT_TO, page)

    def print_list(self, session: Session) -> None:
        """Ask for a file with a neutral name and draw the list there."""
        name = f"lista-{session.code.lower()}.pdf"
        self.ask(name, self.tr("PDF (*.pdf)"), lambda out: self.draw(session, out), self.tr("Guardar la lista"))

    def draw(self, session: Session, out: Path) -> None:
        """Draw the list of `session` to `out` and open it."""
        content, language = self.desk.courses, self.desk.language
        stamp = self.desk.road.edge.stamp()

        def work(folder: Folder) -> Path:
            remember_place(folder, PRINT_TO, out)
            out.parent.mkdir(parents=True, exist_ok=True)
            return print_order(folder, stamp, content, Order("roster", session), out, language=language)

        self.desk.road.ask(work, self._drawn)

    def _drawn(self, path: Path) -> None:
        self.desk.tell("green", self.tr("La lista está lista para imprimir"), str(path))
        open_outside(path)
