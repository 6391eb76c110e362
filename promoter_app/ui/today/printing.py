"""Imprimir from Hoy: the attendance list of a session as a PDF, opened with the system's own viewer to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from promoter_app.domain.sessions import Session
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.services.printing.orders import print_roster
from promoter_app.ui.desk import Desk

_LAST_FOLDER = "print_to"


class ListPrinter(QObject):
    """Asks where (remembered), draws, says where it is and opens it."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def print_list(self, session: Session) -> None:
        """Ask for a file with a neutral name and draw the list there."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

        def ask(folder: str) -> None:
            name = str(Path(folder) / f"lista-{session.code.lower()}.pdf")
            chosen, _kind = QFileDialog.getSaveFileName(
                self._page, self.tr("Guardar la lista"), name, self.tr("PDF (*.pdf)")
            )
            if chosen:
                self.draw(session, Path(chosen))

        self._desk.road.ask(lambda open_: laptop_setting(open_, _LAST_FOLDER, documents), ask)

    def draw(self, session: Session, out: Path) -> None:
        """Draw the list of `session` to `out` and open it."""
        content, language = self._desk.courses, self._desk.language
        stamp = self._desk.road.edge.stamp()

        def work(folder: Folder) -> Path:
            set_laptop_setting(folder, _LAST_FOLDER, str(out.parent))
            out.parent.mkdir(parents=True, exist_ok=True)
            return print_roster(folder, stamp, content, session, out, language=language)

        self._desk.road.ask(work, self._drawn)

    def _drawn(self, path: Path) -> None:
        self._desk.tell("green", self.tr("La lista está lista para imprimir"), str(path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
