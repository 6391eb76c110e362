"""What the office gives back from Recibir: the record to sign, and a roster for a laptop, each to a file.

A roster for a laptop without a key of its own is opened by six words, shown here once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.papers.office import MergeRecord
from promoter_app.domain.stamp import Stamp
from promoter_app.services import consolidation, rosters
from promoter_app.services.crews.crews import Crew, crews
from promoter_app.services.folder import Folder, laptop_setting
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.kit.question import Question
from promoter_app.ui.receiving.one_time import ShowWords
from promoter_app.ui.saving import Saving, remember_place

GIVE_TO = "give_to"
_CREW = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Around:
    """What the question needs: crews, the folder of last time, whether the office is locked, laptops with a key."""

    crews: list[Crew]
    place: str
    sealed: bool
    known: list[str]


class ChooseCrews(Question):
    """Which laptop, how it opens the roster, and which crews it works with; Space ticks a crew."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Lista para una laptop"))
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.accept_button.setText(self.tr("Elegir dónde guardarla"))
        self._known = frozenset(name.casefold() for name in around.known)
        self.laptop = QLineEdit()
        own = self.tr("Su llave: ya entregó") if around.sealed else self.tr("Nada: va abierta")
        self.opens = ChoiceRow("opens", [Choice(False, own), Choice(True, self.tr("Seis palabras: es nueva"))])
        self.opens.set_value(around.sealed and not self._known)
        if around.sealed:
            self.laptop.textEdited.connect(self._suggest)
        self.crews = QListWidget()
        self.crews.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.crews.setMinimumHeight(120)
        for crew in around.crews:
            item = QListWidgetItem(f"{crew.name} · {crew.people}")
            item.setData(_CREW, crew.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.crews.addItem(item)
        self.add(self.tr("Laptop"), self.laptop)
        self.add(self.tr("Con qué la abre"), self.opens)
        self.add(self.tr("Cuadrillas"), self.crews)

    def _suggest(self, laptop: str) -> None:
        """Words for a laptop that nothing sealed came from."""
        name = laptop.strip().casefold()
        self.opens.set_value(name not in self._known if name else not self._known)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(max(self.width(), self.sizeHint().width()), self.sizeHint().height())

    def chosen(self) -> list[bytes]:
        """The crews that were ticked."""
        items = [self.crews.item(at) for at in range(self.crews.count())]
        return [item.data(_CREW) for item in items if item.checkState() is Qt.CheckState.Checked]


class Giving(Saving):
    """Writes one file at a time."""

    def __init__(self, desk: Desk, banner: Banner, progress: ProgressPanel, parent: QWidget) -> None:
        super().__init__(desk, GIVE_TO, banner, progress, parent)

    def record(self) -> None:
        """Print the record of the last uniting."""
        stamp, language = self.desk.road.edge.stamp(), self.desk.language

        def gather(folder: Folder) -> tuple[MergeRecord, str]:
            record = consolidation.merge_record(folder, stamp, language=language)
            return record, laptop_setting(folder, GIVE_TO, "")

        self.desk.road.ask(gather, lambda found: self._draw(*found), self.refused)

    def _draw(self, record: MergeRecord, last: str) -> None:
        out = self.choose(last, f"{record.folio}.pdf", "PDF (*.pdf)")
        if out is None:
            return
        language, (tell, stop) = self.desk.language, self._begin(out)
        self.desk.road.ask(
            lambda folder: remember_place(
                folder,
                GIVE_TO,
                consolidation.print_merge_record(record, out, language=language, on_progress=tell, should_stop=stop),
            ),
            self._written,
            self.refused,
        )

    def roster(self) -> None:
        """Ask for crews, then write the roster of them."""
        day = self.desk.today()
        self.desk.road.ask(
            lambda folder: Around(
                crews(folder, day), laptop_setting(folder, GIVE_TO, ""), folder.opened is not None,
                rosters.laptops_with_key(folder),
            ),
            self._choose,
            self.refused,
        )  # fmt: skip

    def _choose(self, around: Around) -> None:
        question = ChooseCrews(around, self.window)
        if question.exec() == ChooseCrews.DialogCode.Accepted:
            by_words = bool(question.opens.value())
            sealed = around.sealed or by_words
            self.write_roster(
                question.chosen(), question.laptop.text(), around.place, sealed=sealed, by_words=by_words
            )
        question.deleteLater()

    def write_roster(
        self, chosen: list[bytes], laptop: str, place: str, *, sealed: bool = False, by_words: bool = False
    ) -> None:
        """Write the roster of the chosen crews where the person says; `sealed` from a locked folder and with words."""
        name = rosters.roster_name(laptop, self.desk.today(), sealed=sealed)
        out = self.choose(place, name, "Surco (*.surco)" if sealed else "Surco (*.db)")
        if out is None:
            return
        tell, stop = self._begin(out)

        def give(folder: Folder, stamp: Stamp) -> Done[rosters.Roster]:
            done = rosters.give_roster(
                folder, stamp, chosen, out, laptop=laptop, by_words=by_words, on_progress=tell, should_stop=stop
            )
            remember_place(folder, GIVE_TO, done.outcome.path)
            return done

        self.desk.road.do(give, self._given, self.refused)

    def _given(self, made: rosters.Roster) -> None:
        self._written(made.path)
        if made.words:
            shown = ShowWords(self.desk, made.words, made.path.name, self.window)
            shown.exec()
            shown.deleteLater()

    def _begin(self, out: Path) -> tuple[Callable[[int, int], None], Callable[[], bool]]:
        return self.begin(self.tr("Escribiendo {0}").format(out.name), self.tr("Cancelar"))

    def _written(self, path: Path) -> None:
        self.written(path, self.tr("Listo: {0}").format(path.name), opens=path.suffix == ".pdf")
