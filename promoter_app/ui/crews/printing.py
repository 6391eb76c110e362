"""Printing for a crew: where to, with the folder of last time and a neutral name, then drawing with progress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from promoter_app.services.crews.members import CrewView
from promoter_app.services.folder import Folder
from promoter_app.services.printing.orders import Order, print_order
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.saving import PRINT_TO, Saving, remember_place

Draw = Callable[[Folder, Path, Callable[[int, int], None], Callable[[], bool]], Path]


class CrewPrinting(Saving):
    """Draws one paper at a time."""

    def __init__(self, desk: Desk, banner: Banner, progress: ProgressPanel, parent: QWidget) -> None:
        super().__init__(desk, PRINT_TO, banner, progress, parent)

    def cards(self, view: CrewView) -> None:
        """The valid cards of the crew, ten a page."""
        order = Order("cards", crew=view.crew, names=not self.desk.names_hidden)
        self._ask_order(self.tr("tarjetas {0} {1}").format(view.crew.code, self.desk.today()), order)

    def attendance_list(self, view: CrewView) -> None:
        """The attendance list of the crew's next session."""
        if view.next is not None:
            order = Order("roster-no-names" if self.desk.names_hidden else "roster", view.next)
            self._ask_order(self.tr("lista {0} {1}").format(view.crew.code, view.next.held_on), order)

    def _ask_order(self, name: str, order: Order) -> None:
        content, language, stamp = self.desk.courses, self.desk.language, self.desk.road.edge.stamp()

        def draw(folder: Folder, out: Path, tell: Callable[[int, int], None], stop: Callable[[], bool]) -> Path:
            return print_order(
                folder, stamp, content, order, out, language=language, on_progress=tell, should_stop=stop
            )

        self.ask_place(name, draw)

    def ask_place(self, name: str, draw: Draw) -> None:
        """Ask where the PDF `name` goes, then draw it."""
        self.ask(f"{name}.pdf", "PDF (*.pdf)", lambda out: self._draw(out, draw))

    def _draw(self, out: Path, draw: Draw) -> None:
        tell, stop = self.begin(self.tr("Dibujando {0}").format(out.name))
        self.desk.road.ask(
            lambda folder: remember_place(folder, PRINT_TO, draw(folder, out, tell, stop)), self.drawn, self.refused
        )

    def drawn(self, path: Path) -> None:
        """The paper is there."""
        self.written(path, self.tr("Listo para imprimir: {0}").format(path.name))
