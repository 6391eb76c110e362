"""Recibir: look for the files, see what each brings, unite them, then decide pairs and differences one by one."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from promoter_app.domain.done import Done, Undo
from promoter_app.domain.merging.packages import FilePlan, MergePlan, MergeReport
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.conflicts import Conflict, conflicts
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.services.merging import receiving as service
from promoter_app.services.people.duplicates import Beside, Pair, beside, open_pairs
from promoter_app.services.privacy.rights import still_in
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Chip, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.language import clock_time, short_date
from promoter_app.ui.receiving.brings import BringsCard
from promoter_app.ui.receiving.deciding import DecidingCard
from promoter_app.ui.receiving.giving import Giving
from promoter_app.ui.receiving.inbox import InboxCard
from promoter_app.ui.room import Room, scrolling
from promoter_app.ui.saving import place_to_begin

RECEIVE_FROM = "receive_from"
_SIDE, _SHORT = 372, 704


@dataclass(frozen=True)
class Waiting:
    """What a question brings: pairs and differences that wait, the first pair side by side, the last safety copy."""

    pairs: list[Pair]
    beside: Beside | None
    conflicts: list[Conflict]
    copy: tuple[str, int] | None


class ReceivingPage(Room):
    """The sixth room of a coordinator. What was looked at stays until the window closes or it is united."""

    reads = frozenset({"person", "link", "edit", "membership", "attendance", "card_cancel", "card_assignment"})
    fills_ahead = False
    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setProperty("office", "true")
        self.setObjectName("receiving")
        self._plan: MergePlan | None = None
        self._files: tuple[FilePlan, ...] = ()
        self._united = self._again = False
        self._source = self._said = ""
        self._copy: tuple[str, int] | None = None
        self._confirmed: set[str] = set()
        self._stop = threading.Event()
        self.banner, self.progress = Banner(), ProgressPanel()
        self.copy_chip = Chip("", "ph.shield-check-fill")
        self.look_button = KeyButton("", "ph.folder-open-bold", "B", size="small")
        self.unite_button = KeyButton("", "ph.git-merge-bold", "F9", size="small")
        self.inbox, self.brings = InboxCard(), BringsCard()
        self.deciding = DecidingCard(desk)
        self.source = Text("", "body", "ink2", wrap=True)
        self.record_button = KeyButton("", "ph.file-text-bold", "A", size="office")
        self.roster_button = KeyButton("", "ph.list-bullets-bold", "L", size="office")
        self.giving = Giving(desk, self.banner, self.progress, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._allow()

    def _lay_out(self) -> None:
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(12)
        top.addWidget(self.source, 1)
        top.addWidget(self.copy_chip)
        top.addWidget(self.look_button)
        top.addWidget(self.unite_button)
        self._side = QWidget()
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.inbox, 1)
        left.addWidget(self.record_button)
        left.addWidget(self.roster_button)
        right = QVBoxLayout()
        right.setSpacing(12)
        for part in (self.banner, self.progress, self.brings):
            right.addWidget(part)
        right.addWidget(self.deciding, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(10)
        column.addLayout(top)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addWidget(self._side)
        self._across.addLayout(right, 1)
        column.addLayout(self._across, 1)
        scrolling(self, inner)

    def _connect(self) -> None:
        self.look_button.clicked.connect(self.choose_files)
        self.unite_button.clicked.connect(self.unite)
        self.record_button.clicked.connect(self.giving.record)
        self.roster_button.clicked.connect(self.giving.roster)
        self.inbox.chosen.connect(self._show_file)
        self.progress.cancelled.connect(self._stop.set)
        self._advanced.connect(self.progress.advance)
        self.banner.acted.connect(self._act)
        self.deciding.settled.connect(self.mark_stale)
        self.deciding.told.connect(self._tell)
        self.deciding.copy_wanted.connect(self._return_to_copy)
        self.desk.road.undone.connect(self._taken_back)

    # a room
    def heading(self) -> tuple[str, str]:
        return self.tr("Recibir"), ""

    def retranslate(self) -> None:
        self.look_button.setText(self.tr("Buscar archivos"))
        self.unite_button.setText(self.tr("Unir los que faltan"))
        self.record_button.setText(self.tr("Acta de consolidación"))
        self.roster_button.setText(self.tr("Dar lista a una laptop"))
        for part in (self.inbox, self.deciding):
            part.retranslate()
        self.inbox.show_files(self._files, self.desk.say, united=self._united)
        self._show_copy()
        self._allow()

    def take_focus(self) -> None:
        """The list, so that the letters printed on the buttons are keys; or the button when there is no file."""
        target = self.inbox.files if self._files else self.look_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        skipped, ahead, day = self.deciding.skipped(), self.deciding.take_ahead(), self.desk.today()

        def look(folder: Folder) -> Waiting:
            pairs = [pair for pair in ahead or open_pairs(folder) if (pair.a, pair.b) not in skipped]
            first = beside(folder, pairs[0].a, pairs[0].b, day) if pairs else None
            copies = service.copies(folder)
            last = (copies[0].name, copies[0].at) if copies else None
            return Waiting(pairs, first, conflicts(folder), last)

        self.progress.begin(self.tr("Buscando personas repetidas"))
        self.desk.road.ask(look, self._show, self._refused)

    def _show(self, waiting: Waiting) -> None:
        self.progress.end()
        self._copy = waiting.copy
        self._show_copy()
        self.deciding.show_waiting(waiting.pairs, waiting.beside, waiting.conflicts)
        self.deciding.set_copy(waiting.copy[0] if waiting.copy else None)
        self._allow()

    def _show_copy(self) -> None:
        self.copy_chip.setVisible(self._copy is not None)
        if self._copy is not None:
            moment = datetime.fromtimestamp(self._copy[1] / 1000).astimezone()
            self.copy_chip.set_chip(
                self.tr("Copia de seguridad {0}, {1}").format(short_date(moment.date()), clock_time(moment)),
                "ph.shield-check-fill",
            )

    def _allow(self) -> None:
        """At most one green button: uniting files goes before deciding."""
        ready = self._plan is not None and bool(self._plan.to_unite)
        self.unite_button.set_reason("" if ready else self.tr("no hay archivos por unir"))
        self.unite_button.set_kind("primary" if ready else "secondary")
        self.deciding.set_leading(not ready)
        self.deciding.set_to_unite(len(self._plan.to_unite) if self._plan is not None else 0)
        crowded = self.deciding.is_deciding and (self.height() < _SHORT or not self.banner.isHidden())
        self.brings.setVisible(bool(self._files) and not crowded)
        nothing = self.tr("Lo que entregan los promotores se une aquí, en cualquier orden.")
        self.source.setText(self._said or self._source or nothing)

    def _tell(self, words: str) -> None:
        """What was just decided, in the line on top: a banner would push the buttons away."""
        self._said = words
        self.banner.clear()
        self._allow()
        announce(self, words)

    def _taken_back(self, _last: Undo) -> None:
        """Ctrl+Z: what was said of the decision is not true any more."""
        if self.isVisible():
            self.deciding.step_back()
        self._said = ""
        self._allow()

    # files
    def choose_files(self) -> None:
        """Ask which files, beginning at the place of last time; those that wait to be united stay in the list."""
        self.desk.road.ask(lambda folder: laptop_setting(folder, RECEIVE_FROM, ""), self._ask_files)

    def _ask_files(self, last: str) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(
            self,
            self.tr("Elige los archivos que llegaron"),
            str(place_to_begin(last)),
            self.tr("Entregas de Surco (*.db *.surco);;Todos los archivos (*)"),
        )
        if chosen:
            waiting = [file.path for file in self._plan.to_unite if file.path.exists()] if self._plan else []
            self.look([*waiting, *(Path(path) for path in chosen)])

    def look(self, paths: list[Path]) -> None:
        """See what `paths` bring, the last ones chosen last; nothing changes."""
        place, stamp = str(paths[-1].parent), self.desk.road.edge.stamp()
        sticks = ", ".join(dict.fromkeys(path.parent.name for path in paths))
        self._source = self.tr("%n archivos en «{0}»", "", len(set(paths))).format(sticks)
        self._begin(self.tr("Revisando los archivos"))
        tell, stop = self._advanced.emit, self._stop.is_set

        def work(folder: Folder) -> MergePlan:
            set_laptop_setting(folder, RECEIVE_FROM, place)
            return service.look_at(folder, stamp, paths, on_progress=tell, should_stop=stop)

        self.desk.road.ask(work, self._looked, self._refused)

    def _looked(self, plan: MergePlan) -> None:
        self.progress.end()
        self._plan, self._united = plan, False
        self._confirmed.clear()
        self._show_files(plan.files)
        erased = sum(file.erasures for file in plan.files if file.needs_confirmation)
        if erased:
            title = self.tr("Hay archivos que borran a %n personas", "", erased)
            detail = self.tr("Sin tu confirmación esos archivos no se unen.")
            self.banner.tell("amber", title, detail, (("erase", self.tr("Sí, borrarlas al unir")),))
        self.take_focus()

    def _show_files(self, files: tuple[FilePlan, ...]) -> None:
        self._files = files
        self.inbox.show_files(files, self.desk.say, united=self._united)
        self._allow()

    def _show_file(self, place: int) -> None:
        if place < len(self._files):
            self.brings.show_file(self._files[place], self.desk.say)

    # uniting
    def unite(self) -> None:
        """Unite what was looked at: a safety copy first, then one transaction."""
        if self._plan is None or not self._plan.to_unite:
            return
        plan, confirmed = self._plan, tuple(self._confirmed)
        self._plan = None
        self._begin(self.tr("Guardando la copia de seguridad y uniendo"))
        tell, stop = self._advanced.emit, self._stop.is_set

        def work(folder: Folder, stamp: Stamp) -> Done[MergeReport]:
            return service.unite(folder, stamp, plan, confirmed=confirmed, on_progress=tell, should_stop=stop)

        self.desk.road.do(work, self._united_all, self._not_united)

    def _united_all(self, report: MergeReport) -> None:
        self.progress.end()
        self._united = True
        self._show_files(tuple(replace(one.file, brings=one.brought) for one in report.files))
        brought = report.brought
        attendances = self.tr("%Ln asistencias", "", brought.attendances)
        people = self.tr("%Ln personas nuevas", "", brought.people)
        title = self.tr("Listo: {0} y {1}").format(attendances, people)
        left_out = sum(1 for file in self._files if file.refusal is not None)
        notes = [self.tr("%n archivos quedaron fuera: la lista dice por qué", "", left_out)] if left_out else []
        notes += [self.tr("%n diferencias por decidir", "", report.conflicts)] if report.conflicts else []
        for laptop, missing in report.gaps:
            words = self.tr("De {0} no llegaron %n entregas: {1}", "", len(missing))
            notes.append(words.format(laptop, ", ".join(map(str, missing))))
        notes += [self.desk.say(still_in(report.unclean))] if report.unclean else []
        self.banner.tell("green", title, ". ".join(notes), (("close", self.tr("Entendido")),))
        self.take_focus()

    def _not_united(self, refusal: Refusal) -> None:
        """Everything is as before; the plan is used up, so the files are looked at again."""
        self._refused(refusal)
        self.look([file.path for file in self._files if file.path.exists()])

    def _return_to_copy(self) -> None:
        if self._copy is None:
            return
        name = self._copy[0]
        self._again = service.is_of_returning(name)
        self._begin(self.tr("Volviendo a la copia"))

        def work(folder: Folder, stamp: Stamp) -> Done[str]:
            return service.return_to_copy(folder, stamp, name)

        self.desk.road.do(work, self._returned, self._refused)

    def _returned(self, _left: str) -> None:
        self.progress.end()
        self.desk.road.forget_undos()
        self._plan, self._united, self._source = None, False, ""
        self._show_files(())
        if self._again:
            words = self.tr("Otra vez está lo que se había unido. De lo que había también quedó una copia.")
        else:
            words = self.tr("Todo está como antes de unir. De lo que había también quedó una copia.")
        self.banner.tell("green", words, "", (("close", self.tr("Entendido")),))
        self.take_focus()

    # around
    def _begin(self, words: str) -> None:
        self._stop.clear()
        self._said = ""
        self.banner.clear()
        self.progress.begin(words, cancel_word=self.tr("Cancelar"))
        self._allow()

    def _refused(self, refusal: Refusal) -> None:
        self.progress.end()
        kind = "blue" if refusal.code == "stopped" else "red"
        self.banner.tell(kind, *self.desk.said(refusal), (("close", self.tr("Entendido")),))
        self._allow()

    def _act(self, action: str) -> None:
        if action == "erase" and self._plan is not None:
            self._confirmed = {file.sha for file in self._plan.files if file.needs_confirmation}
        self.banner.clear()
        self._allow()
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_across"):
            self._arrange()
            self.mark_stale()

    def _arrange(self) -> None:
        large = theme.is_large()
        stack(self._across, large)
        stack(self._top, large)
        self._side.setMinimumWidth(0 if large else _SIDE)
        self._side.setMaximumWidth(16_777_215 if large else max(_SIDE, round(self.width() * 0.24)))
        self._side.setMinimumHeight(theme.px(200) if large else 0)
        self._allow()
