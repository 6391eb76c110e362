"""RosterCard: the package that the office gave on a stick, looked into before it is taken into this laptop."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.merging.packages import FilePlan, MergeReport
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services import rosters
from promoter_app.services.folder import Folder
from promoter_app.ui.deliver_page import removable_places
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.language import full_date
from promoter_app.ui.receiving.one_time import ask_words


class RosterCard(QWidget):
    """`taken` when its people and sessions are in this laptop. Until the second press nothing is changed."""

    taken = Signal()
    _progressed = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._path, self._words = Path(), ""
        self._stop = threading.Event()
        self._seen: FilePlan | None = None
        self.banner = Banner()
        self.choose_button = KeyButton("", "mdi6.usb-flash-drive-outline", left=True)
        self.hint = Text("", "small", "ink2", wrap=True)
        self.progress = ProgressPanel()
        self.brings = Card("…", "blue")
        self.whose, self.what = Text("", "body", wrap=True), Text("", "answer", wrap=True)
        self.take_button = KeyButton("", "ph.check-bold")
        for part in (self.what, self.whose):
            self.brings.body.addWidget(part)
        self.brings.body.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self.choose_button, self.hint, self.banner, self.progress, self.brings):
            column.addWidget(each)
        self.brings.hide()
        self.choose_button.clicked.connect(self._choose)
        self.take_button.clicked.connect(self._take)
        self.progress.cancelled.connect(self._stop.set)
        self._progressed.connect(self.progress.advance)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.choose_button.setText(self.tr("Traer el paquete que dio la oficina"))
        self.hint.setText(self.tr("Está en la memoria, con nombre surco-lista. También puedes arrastrarlo hasta aquí."))
        self.brings.set_heading(self.tr("Lo que trae"))
        self.take_button.setText(self.tr("Traerlo a esta laptop"))
        if self._seen is not None:
            self._say(self._seen)

    def _choose(self) -> None:
        places = removable_places()
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Elige el paquete de la oficina"), str(places[0]) if places else "",
            self.tr("Surco (*.db *.surco)"),
        )  # fmt: skip
        if chosen:
            self.look(Path(chosen))

    def look(self, path: Path, words: str = "") -> None:
        """Look into this file, with the words that open it, and show what it brings."""
        self._path, self._words, self._seen = path, words, None
        self.brings.hide()
        self.banner.clear()
        self._begin(self.tr("Revisando el paquete"))
        stop, tell = self._stop, self._progressed

        def work(folder: Folder, stamp: Stamp) -> Done[FilePlan]:
            seen = rosters.look_into(
                folder, stamp, path, words=words, on_progress=tell.emit, should_stop=stop.is_set
            )
            return Done(seen)

        self.desk.road.do(work, self._show, self._not_seen)

    def _not_seen(self, refusal: Refusal) -> None:
        self.progress.end()
        typed = ask_words(self.desk, refusal, self._words, self)
        if typed:
            self.look(self._path, typed)
        else:
            self._refused(refusal)

    def _show(self, seen: FilePlan) -> None:
        self.progress.end()
        self._seen = seen
        self._say(seen)
        self.brings.show()
        self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, seen: FilePlan) -> None:
        if seen.brings.facts:
            brings = seen.brings
            self.what.setText(self.tr("{0} personas y {1} sesiones").format(brings.people, brings.sessions))
        else:
            self.what.setText(self.tr("Nada nuevo: esta laptop ya lo tiene"))
        label = seen.label
        told = [label.project]
        if label.laptop:
            told.append(self.tr("de la laptop {0}").format(label.laptop))
        if label.operator:
            told.append(self.tr("lo hizo {0}").format(label.operator))
        if label.exported_at is not None:
            told.append(full_date(datetime.fromtimestamp(label.exported_at / 1000).astimezone().date()))
        self.whose.setText(" · ".join(part for part in told if part))
        self.whose.setVisible(bool(self.whose.text()))

    def _take(self) -> None:
        self._begin(self.tr("Trayendo el paquete"))
        path, words, stop, tell = self._path, self._words, self._stop, self._progressed

        def work(folder: Folder, stamp: Stamp) -> Done[MergeReport]:
            return rosters.take_in(folder, stamp, path, words=words, on_progress=tell.emit, should_stop=stop.is_set)

        self.desk.road.do(work, self._taken, self._refused)

    def _taken(self, _report: MergeReport) -> None:
        self.progress.end()
        self._words = ""
        self.taken.emit()

    def _begin(self, words: str) -> None:
        self._stop.clear()
        self.progress.begin(words, cancel_word=self.tr("Cancelar"))

    def _refused(self, refusal: Refusal) -> None:
        self.progress.end()
        self.brings.hide()
        self.banner.tell("red", *self.desk.said(refusal))
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
