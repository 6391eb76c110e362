"""Printing for a crew: where to, with the folder of last time and a neutral name, then drawing with progress."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services import materials
from promoter_app.services.crews.members import CrewView
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.services.printing.orders import print_roster
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.progress import ProgressPanel

PRINT_TO = "print_to"
Draw = Callable[[Folder, Path, Callable[[int, int], None], Callable[[], bool]], Path]


class CrewPrinting(QObject):
    """Owns one drawing at a time; says what came of it in `banner` and how far it is in `progress`."""

    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, banner: Banner, progress: ProgressPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._banner, self._progress, self._window = banner, progress, parent
        self._stop = threading.Event()
        self._last: Path | None = None
        progress.cancelled.connect(self._stop.set)
        self._advanced.connect(progress.advance)
        banner.acted.connect(self._act)

    def cards(self, view: CrewView) -> None:
        """The valid cards of the crew, ten a page."""
        crew, day, language = view.crew, self.desk.today(), self.desk.language
        hidden = self.desk.names_hidden

        def draw(folder: Folder, out: Path, tell: Callable[[int, int], None], stop: Callable[[], bool]) -> Path:
            return materials.print_crew_cards(
                folder, crew, day, out, names=not hidden, language=language, on_progress=tell, should_stop=stop
            )

        self.ask_place(self.tr("tarjetas {0} {1}").format(crew.code, day), draw)

    def attendance_list(self, view: CrewView) -> None:
        """The attendance list of the crew's next session."""
        session, content, language = view.next, self.desk.courses, self.desk.language
        hidden = self.desk.names_hidden
        if session is None:
            return
        stamp = self.desk.road.edge.stamp()

        def draw(folder: Folder, out: Path, tell: Callable[[int, int], None], stop: Callable[[], bool]) -> Path:
            return print_roster(
                folder, stamp, content, session, out,
                language=language, named=not hidden, on_progress=tell, should_stop=stop,
            )  # fmt: skip

        self.ask_place(self.tr("lista {0} {1}").format(view.crew.code, session.held_on), draw)

    def ask_place(self, name: str, draw: Draw) -> None:
        """Ask where the PDF `name` goes, then draw it."""
        self.desk.road.ask(
            lambda folder: laptop_setting(folder, PRINT_TO, ""), lambda last: self._choose_place(last, name, draw)
        )

    def _choose_place(self, last: str, name: str, draw: Draw) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        place = Path(last) if last and Path(last).is_dir() else Path(documents)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("¿Dónde lo guardo?"), str(place / f"{name}.pdf"), "PDF (*.pdf)"
        )
        if chosen:
            out = Path(chosen)
            self._draw(out if out.suffix.lower() == ".pdf" else out.with_name(f"{out.name}.pdf"), draw)

    def _draw(self, out: Path, draw: Draw) -> None:
        self._stop.clear()
        self._banner.clear()
        self._progress.begin(self.tr("Dibujando {0}").format(out.name))
        tell, stop = self._advanced.emit, self._stop.is_set

        def work(folder: Folder) -> Path:
            made = draw(folder, out, tell, stop)
            set_laptop_setting(folder, PRINT_TO, str(out.parent))
            return made

        self.desk.road.ask(work, self._drawn, self._refused)

    def _drawn(self, path: Path) -> None:
        self._progress.end()
        self._last = path
        actions = (("open", self.tr("Abrir")), ("close", self.tr("Entendido")))
        self._banner.tell("green", self.tr("Listo para imprimir: {0}").format(path.name), str(path.parent), actions)

    def _refused(self, refusal: Refusal) -> None:
        self._progress.end()
        kind = "blue" if refusal.code == "stopped" else "red"
        self._banner.tell(kind, *self.desk.said(refusal), (("close", self.tr("Entendido")),))

    def _act(self, action: str) -> None:
        if action == "open" and self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))
        elif action == "close":
            self._banner.clear()
