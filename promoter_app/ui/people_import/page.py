"""Bring a list of people: choose the file, see what it would bring, say what each column is, register as one change."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from promoter_app.domain.done import Done, Undo
from promoter_app.domain.people import Person
from promoter_app.domain.people_list.rows import Field, Mapping, RawTable
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.crews.crews import Crew, crews
from promoter_app.services.crews.members import people_by_id
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.services.people import importing as service
from promoter_app.services.seasons import Season, running_season, start_season
from promoter_app.ui import theme
from promoter_app.ui.aside import Aside
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import BottomBar
from promoter_app.ui.kit.layouts import down_scroll, stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.people_import.columns import ColumnsCard
from promoter_app.ui.people_import.findings import FindingsCard
from promoter_app.ui.people_import.season import SeasonCard, WantedSeason
from promoter_app.ui.saving import place_to_begin

LISTS_FROM = "people_lists_from"
_MOST_ALIKE = 500


@dataclass(frozen=True)
class _Around:
    """What the data folder says of a list that was just read."""

    mapping: Mapping
    season: Season | None
    crews: list[Crew]


class PeopleImport(QWidget):
    """A page of Cuadrillas. `left` when the person goes back; nothing is registered before the green button."""

    left = Signal()
    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._file = Path()
        self._table: RawTable | None = None
        self._mapping: Mapping | None = None
        self._plan: service.ImportPlan | None = None
        self._crew: bytes | None = None
        self._known: dict[bytes, Person] = {}
        self._asked = 0
        self._working = self._done = self._reworded = False
        self._stop = threading.Event()
        self._reader = Aside(self)
        self.banner, self.progress = Banner(), ProgressPanel()
        self.season = SeasonCard(desk)
        self.columns, self.findings = ColumnsCard(desk), FindingsCard(desk)
        self.other_button = KeyButton("", "ph.folder-open-bold", size="small")
        self.back_button = KeyButton("", "ph.arrow-left-bold", "Esc")
        self.go_button = KeyButton("", "ph.check-bold", "F9", kind="primary", size="large")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._clear()

    def _lay_out(self) -> None:
        self.columns.add_to_head(self.other_button)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        for part in (self.banner, self.progress, self.season):
            column.addWidget(part)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addWidget(self.columns, 3)
        self._across.addWidget(self.findings, 2)
        column.addLayout(self._across)
        column.addStretch(1)
        scroll = down_scroll(inner)
        bar = BottomBar()
        bar.add_left(self.back_button)
        bar.add_right(self.go_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(bar)

    def _connect(self) -> None:
        self.other_button.clicked.connect(self.begin)
        self.back_button.clicked.connect(self._leave)
        self.go_button.clicked.connect(self._go)
        self.columns.changed.connect(self._change_column)
        self.findings.crew_chosen.connect(self._change_crew)
        self.season.answered.connect(self._allow)
        self.progress.cancelled.connect(self._stop.set)
        self._advanced.connect(self.progress.advance)
        self._reader.arrived.connect(self._table_read)
        self._reader.refused.connect(self._cannot_read)
        self.desk.road.undone.connect(self._undone)
        self.desk.names_hidden_changed.connect(lambda _hidden: self._show_again())

    # words
    def retranslate(self) -> None:
        """Put on every word again."""
        self.other_button.setText(self.tr("Otra lista"))
        self.back_button.setText(self.tr("Volver"))
        for part in (self.season, self.columns, self.findings):
            part.retranslate()
        self._allow()

    def take_focus(self) -> None:
        """The green button, or what keeps it from being pressed."""
        if self.season.isVisible() and self.season.wanted() is None:
            self.season.crop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.go_button.isEnabled():
            self.go_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.other_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_across"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self._reworded = True
            self._say_again()
        elif event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_again()

    def _say_again(self) -> None:
        """In another language everything is said again, as soon as it is seen."""
        if not self._reworded or not self.isVisible():
            return
        self._reworded = False
        self.retranslate()
        if self._table is not None:
            self._table_read(self._table)

    def _arrange(self) -> None:
        tall = theme.is_large()
        stack(self._across, tall)
        self.columns.arrange(tall=tall)

    # the file
    def begin(self) -> None:
        """Ask which file, beginning in the folder of last time."""
        self.desk.road.ask(lambda folder: laptop_setting(folder, LISTS_FROM, ""), self._choose_file)

    def _choose_file(self, last: str) -> None:
        kinds = self.tr("Listas de Excel o CSV (*.xlsx *.xlsm *.csv *.tsv *.txt);;Todos los archivos (*)")
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Elige la lista"), str(place_to_begin(last)), kinds
        )
        if chosen:
            self.read(Path(chosen))
        elif self._table is None:
            self.left.emit()

    def read(self, path: Path) -> None:
        """Look at a list; nothing is registered."""
        self._clear()
        self._file = path
        place = str(path.parent)
        self.desk.road.ask(lambda folder: set_laptop_setting(folder, LISTS_FROM, place), lambda _done: None)
        self.progress.begin(self.tr("Leyendo {0}").format(path.name))
        self._reader.run(lambda: service.read_list(path))

    def _clear(self) -> None:
        self._table = self._mapping = self._plan = self._crew = None
        self._done = False
        self.banner.clear()
        for part in (self.season, self.columns, self.findings):
            part.hide()
        self._allow()

    def _cannot_read(self, refusal: Refusal) -> None:
        self.progress.end()
        self._tell_refusal(refusal)
        self.columns.hide()
        self._allow()

    def _table_read(self, table: RawTable) -> None:
        self._table = table
        day, kept = self.desk.today(), self._mapping

        def look(folder: Folder) -> _Around:
            mapping = kept or service.remembered_mapping(folder, table)
            return _Around(mapping, running_season(folder, day), crews(folder, day))

        self.desk.road.ask(look, self._show_list, self._cannot_read)

    def _show_list(self, around: _Around) -> None:
        if self._table is None:
            return
        self.progress.end()
        self._mapping = around.mapping
        self.columns.show_list(self._file.name, self._table, around.mapping)
        self.findings.show_crews(around.crews, self._crew)
        self.season.setVisible(around.season is None)
        self._order_tabs()
        self._arrange()
        self._look()

    def _order_tabs(self) -> None:
        meanings = [row.meaning for row in self.columns.rows]
        last = (self.findings.crew, self.findings.faults, self.findings.alike_lines, self.back_button, self.go_button)
        for one, other in pairwise((self.season.ends, self.other_button, *meanings, *last)):
            QWidget.setTabOrder(one, other)

    # what it would bring
    def _change_column(self, place: int, field: Field) -> None:
        if self._mapping is not None and self._table is not None:
            self._mapping = self._mapping.with_column(place, field)
            self.columns.show_mapping(self._table, self._mapping)
            self._look()

    def _change_crew(self, crew: bytes | None) -> None:
        self._crew = crew
        self._look()

    def _look(self) -> None:
        table, mapping, crew = self._table, self._mapping, self._crew
        if table is None or mapping is None:
            return
        self._asked += 1
        asked, today = self._asked, date.fromisoformat(self.desk.today())
        self._plan = None
        self._allow()

        def look(folder: Folder) -> tuple[service.ImportPlan, dict[bytes, Person]]:
            plan = service.plan_import(folder, table, mapping, today, crew=crew)
            alike = (each.person for each in plan.duplicates[:_MOST_ALIKE])
            return plan, people_by_id(folder, alike, today.isoformat())

        self.progress.begin(self.tr("Revisando los renglones"))
        self.desk.road.ask(look, lambda found: self._show_plan(asked, *found), self._no_plan)

    def _show_plan(self, asked: int, plan: service.ImportPlan, known: dict[bytes, Person]) -> None:
        if asked != self._asked:
            return
        self.progress.end()
        self._plan, self._known = plan, known
        self.findings.show_plan(plan, known)
        self.findings.show()
        self._allow()
        self.take_focus()

    def _no_plan(self, refusal: Refusal) -> None:
        self.progress.end()
        if refusal.code == "no_name_column":
            self.findings.show_no_name(self.desk.say(refusal.todo))
            self.findings.show()
        else:
            self._tell_refusal(refusal)
        self._allow()

    def _show_again(self) -> None:
        if self._table is not None and self._mapping is not None:
            self.columns.show_mapping(self._table, self._mapping)
        if self._plan is not None:
            self.findings.show_plan(self._plan, self._known)

    # the green button
    def _allow(self) -> None:
        plan = self._plan
        if self._done:
            self.go_button.setText(self.tr("Ver las cuadrillas"))
        else:
            self.go_button.setText(self.tr("Registrar %n personas", "", plan.people if plan else 0))
        self.go_button.setVisible(self._table is not None)
        self.go_button.set_reason(self._why_not())
        for part in (self.columns, self.findings, self.season, self.other_button):
            part.setEnabled(not self._working)
        self.findings.show_done(self._done)
        self.columns.setVisible(self._table is not None and self._mapping is not None and not self._done)

    def _why_not(self) -> str:
        if self._working:
            return self.tr("Se está registrando")
        if self._done:
            return ""
        if self._plan is None:
            return self.tr("Falta revisar la lista")
        if not self._plan.people:
            return self.tr("No hay a quién registrar")
        needs_season = not self.season.isHidden() and self.season.wanted() is None
        return self.tr("Di primero el cultivo") if needs_season else ""

    def _go(self) -> None:
        if self._done:
            self._leave()
            return
        wanted = None if self.season.isHidden() else self.season.wanted()
        if wanted is None:
            self._register()
            return
        self._start(wanted)

    def _start(self, wanted: WantedSeason) -> None:
        def start(folder: Folder, stamp: Stamp) -> Done[bytes]:
            return start_season(folder, stamp, wanted.name, wanted.sector, wanted.starts, wanted.ends)

        def started(_season: bytes) -> None:
            self.season.hide()
            self._register()

        self.desk.road.do(start, started, self._tell_refusal)

    def _register(self) -> None:
        plan, crew = self._plan, self._crew
        if plan is None:
            return
        self._stop.clear()
        self._working = True
        self._allow()
        self.banner.clear()
        self.progress.begin(self.tr("Registrando"), cancel_word=self.tr("Cancelar"))
        tell, stop = self._advanced.emit, self._stop.is_set

        def work(folder: Folder, stamp: Stamp) -> Done[service.Imported]:
            return service.carry_out(folder, stamp, plan, crew=crew, on_progress=tell, should_stop=stop)

        self.desk.road.do(work, self._registered, self._not_registered)

    def _registered(self, outcome: service.Imported) -> None:
        self._end()
        self._done = True
        title = self.tr("Listo: %n personas registradas", "", outcome.imported)
        notes = " ".join(self.desk.say(note) for note in outcome.notes[:5])
        self.banner.tell("green", title, f"{self.tr('Ctrl+Z quita la lista completa.')} {notes}".strip())
        self._allow()
        self.take_focus()

    def _not_registered(self, refusal: Refusal) -> None:
        self._end()
        self._allow()
        self._tell_refusal(refusal)

    def _end(self) -> None:
        self._working = False
        self.progress.end()

    def _undone(self, _last: Undo) -> None:
        """Ctrl+Z took the list back: it can be registered again."""
        if self._table is not None and not self._working:
            self._done = False
            self.banner.clear()
            self._table_read(self._table)

    def _tell_refusal(self, refusal: Refusal) -> None:
        kind = "blue" if refusal.code == "stopped" else "red"
        self.banner.tell(kind, *self.desk.said(refusal))

    def _leave(self) -> None:
        if self._working:
            self._stop.set()
            return
        self._clear()
        self.left.emit()
