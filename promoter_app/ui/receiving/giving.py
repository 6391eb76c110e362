"""What the office gives back from Recibir: the record to sign, and a roster for a laptop, each to a file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.papers.office import MergeRecord
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services import consolidation, rosters
from promoter_app.services.crews.crews import Crew, crews
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.kit.question import Question

GIVE_TO = "give_to"
_CREW = int(Qt.ItemDataRole.UserRole)


class ChooseCrews(Question):
    """Which laptop, and which crews it works with; Space ticks a crew."""

    def __init__(self, rows: list[Crew], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Lista para una laptop"))
        self.accept_button.setText(self.tr("Elegir dónde guardarla"))
        self.laptop = QLineEdit()
        self.crews = QListWidget()
        self.crews.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.crews.setMinimumHeight(260)
        for crew in rows:
            item = QListWidgetItem(f"{crew.name} · {crew.people}")
            item.setData(_CREW, crew.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.crews.addItem(item)
        self.add(self.tr("Laptop"), self.laptop)
        self.add(self.tr("Cuadrillas"), self.crews)

    def chosen(self) -> list[bytes]:
        """The crews that were ticked."""
        items = [self.crews.item(at) for at in range(self.crews.count())]
        return [item.data(_CREW) for item in items if item.checkState() is Qt.CheckState.Checked]


@dataclass(frozen=True)
class _Around:
    crews: list[Crew]
    place: str
    sealed: bool


class Giving(QObject):
    """Owns one writing at a time; says what came of it in `banner` and how far it is in `progress`."""

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

    def record(self) -> None:
        """Print the record of the last uniting."""
        stamp, language = self.desk.road.edge.stamp(), self.desk.language

        def gather(folder: Folder) -> tuple[MergeRecord, str]:
            record = consolidation.merge_record(folder, stamp, language=language)
            return record, laptop_setting(folder, GIVE_TO, "")

        self.desk.road.ask(gather, lambda found: self._draw(*found), self._refused)

    def _draw(self, record: MergeRecord, last: str) -> None:
        out = self._ask_place(last, f"{record.folio}.pdf", "PDF (*.pdf)")
        if out is None:
            return
        language, tell, stop = self.desk.language, self._begin(out), self._stop.is_set
        self.desk.road.ask(
            lambda folder: self._remember(
                folder,
                consolidation.print_merge_record(record, out, language=language, on_progress=tell, should_stop=stop),
            ),
            self._written,
            self._refused,
        )

    def roster(self) -> None:
        """Ask for crews, then write the roster of them."""
        day = self.desk.today()
        self.desk.road.ask(
            lambda folder: _Around(crews(folder, day), laptop_setting(folder, GIVE_TO, ""), folder.opened is not None),
            self._choose,
            self._refused,
        )

    def _choose(self, around: _Around) -> None:
        question = ChooseCrews(around.crews, self._window)
        if question.exec() == ChooseCrews.DialogCode.Accepted:
            self.write_roster(question.chosen(), question.laptop.text(), around.place, sealed=around.sealed)
        question.deleteLater()

    def write_roster(self, chosen: list[bytes], laptop: str, place: str, *, sealed: bool = False) -> None:
        """Write the roster of the chosen crews where the person says; from a locked folder it is `sealed`."""
        name = rosters.roster_name(laptop, self.desk.today(), sealed=sealed)
        out = self._ask_place(place, name, "Surco (*.surco)" if sealed else "Surco (*.db)")
        if out is None:
            return
        tell, stop = self._begin(out), self._stop.is_set

        def give(folder: Folder, stamp: Stamp) -> Done[Path]:
            done = rosters.give_roster(folder, stamp, chosen, out, laptop=laptop, on_progress=tell, should_stop=stop)
            return Done(self._remember(folder, done.outcome.path), done.changes)

        self.desk.road.do(give, self._written, self._refused)

    def _ask_place(self, last: str, name: str, kinds: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        place = Path(last) if last and Path(last).is_dir() else Path(documents)
        words = self.tr("¿Dónde lo guardo?")
        chosen, _kind = QFileDialog.getSaveFileName(self._window, words, str(place / name), kinds)
        return Path(chosen) if chosen else None

    def _begin(self, out: Path) -> Callable[[int, int], None]:
        self._stop.clear()
        self._banner.clear()
        self._progress.begin(self.tr("Escribiendo {0}").format(out.name), cancel_word=self.tr("Cancelar"))
        return self._advanced.emit

    @staticmethod
    def _remember(folder: Folder, path: Path) -> Path:
        set_laptop_setting(folder, GIVE_TO, str(path.parent))
        return path

    def _written(self, path: Path) -> None:
        self._progress.end()
        self._last = path
        actions = [("close", self.tr("Entendido"))]
        if path.suffix == ".pdf":
            actions.insert(0, ("open", self.tr("Abrir")))
        self._banner.tell("green", self.tr("Listo: {0}").format(path.name), str(path.parent), tuple(actions))

    def _refused(self, refusal: Refusal) -> None:
        self._progress.end()
        kind = "blue" if refusal.code == "stopped" else "red"
        self._banner.tell(kind, *self.desk.said(refusal), (("close", self.tr("Entendido")),))

    def _act(self, action: str) -> None:
        if action == "open" and self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))
