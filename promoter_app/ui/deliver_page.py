"""Entregar: pick the stick, see what goes, one button, and when it may be taken out."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStorageInfo, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.merging.packages import MergeReport
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services import deliver as service
from promoter_app.services import rosters
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, IconLabel, Rule, Text
from promoter_app.ui.kit.layouts import Fitting, clear, stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.language import clock_time, short_date
from promoter_app.ui.receiving.one_time import ask_words
from promoter_app.ui.room import Room, scrolling
from promoter_app.ui.saving import place_to_begin

_LAST_PLACE = "deliver_to"
_STICK, _FOLDER = "mdi6.usb-flash-drive-outline", "ph.folder-bold"


@dataclass(frozen=True)
class _Shown:
    waiting: service.ToDeliver
    history: list[service.Delivery]
    place: str


def removable_places() -> list[Path]:
    """Folders of sticks that are plugged in and can be written, best first."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        path = Path(volume.rootPath())
        outside = path.parts[1:2] in (("media",), ("Volumes",), ("mnt",)) or path.parts[1:3] == ("run", "media")
        windows_stick = len(path.drive) == 2 and path.drive.upper() != "C:"
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and (outside or windows_stick):
            found.append(path)
    return found


def _moment(at: int) -> datetime:
    """The time here of milliseconds since 1970."""
    return datetime.fromtimestamp(at / 1000).astimezone()


class DeliverPage(Fitting, Room):
    """The promoter's last room of the day."""

    reads = frozenset({"session", "delivery", "attendance", "person"})
    _progressed = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("deliver")
        self._place, self._by_hand = Path(), False
        self._stop = threading.Event()
        self._names: list[tuple[str, str]] = []
        self.result = Banner()
        self.what = Card("…")
        self.sessions = Text("0", "number", "cana")
        self.sessions_words = Text("", "answer")
        self.people = Text("", "body", "ink2", wrap=True)
        self.inside = Text("", "small", "ink2", wrap=True)
        self.where = Card("…")
        self.place = Text("", "bold", wrap=True)
        self.place_detail = Text("", "small", "ink2", wrap=True)
        self.place_icon = IconLabel(_STICK, "azul", 40)
        self.no_stick = Text("", "small-strong", "ambar_d", wrap=True)
        self.choose_button = KeyButton("", "ph.folder-open-bold", "C")
        self.deliver_button = KeyButton("", _STICK, "F9", kind="primary", size="main")
        self.bring_button = KeyButton("", "ph.tray-bold", "T", size="small")
        self.progress = ProgressPanel()
        self.past = Card("…")
        self._lay_out()
        self.choose_button.clicked.connect(self._choose)
        self.deliver_button.clicked.connect(self.deliver)
        self.bring_button.clicked.connect(self._choose_roster)
        self.progress.cancelled.connect(self._stop.set)
        self._progressed.connect(self.progress.advance)
        self.result.acted.connect(lambda _name: self.result.hide())
        self.retranslate()

    def _lay_out(self) -> None:
        count = QHBoxLayout()
        count.setSpacing(12)
        count.addWidget(self.sessions)
        count.addWidget(self.sessions_words, 1)
        self.what.body.addLayout(count)
        self.what.body.addWidget(self.people)
        self.what.body.addWidget(self.inside)
        row = self._across = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.place_icon)
        words = QVBoxLayout()
        words.addWidget(self.place)
        words.addWidget(self.place_detail)
        words.addWidget(self.no_stick)
        row.addLayout(words, 1)
        row.addWidget(self.choose_button)
        self.where.body.addLayout(row)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.result)
        left.addWidget(self.what)
        left.addWidget(self.where)
        left.addWidget(self.progress)
        left.addStretch(1)
        left.addWidget(self.bring_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.deliver_button, 0, Qt.AlignmentFlag.AlignRight)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.setContentsMargins(24, 20, 24, 20)
        across.setSpacing(20)
        across.addLayout(left, 2)
        across.addWidget(self.past, 1)
        scrolling(self, inner)

    def heading(self) -> tuple[str, str]:
        return self.tr("Entregar"), ""

    def retranslate(self) -> None:
        self.what.set_heading(self.tr("Qué se entrega"))
        self.where.set_heading(self.tr("A dónde"))
        self.past.set_heading(self.tr("Entregas hechas"))
        self.choose_button.setText(self.tr("Cambiar…"))
        self.deliver_button.setText(self.tr("Entregar a la memoria"))
        self.bring_button.setText(self.tr("Traer la lista que dio la oficina"))
        self.inside.setText(
            self.tr("Va completo y con nombres: es para la oficina. No se lo des al ingenio ni al cabo.")
        )

    def _arrange(self) -> None:
        self.place_detail.setVisible(not theme.is_large())
        stack(self._across, theme.is_large())

    def showEvent(self, event: QShowEvent) -> None:
        """A stick may have been put in since: what is shown is asked for again."""
        self._stale = True
        super().showEvent(event)

    def take_focus(self) -> None:
        self.deliver_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        def look(folder: Folder) -> _Shown:
            place = laptop_setting(folder, _LAST_PLACE, "")
            return _Shown(service.to_deliver(folder), service.history(folder, 8), place)

        self.desk.road.ask(look, self._show)

    def _show(self, shown: _Shown) -> None:
        waiting = shown.waiting
        self.sessions.setText(str(waiting.sessions))
        self.sessions_words.setText(self.tr("sesiones nuevas"))
        self.people.setText(self.tr("Con todo lo de esta laptop: {0} personas.").format(waiting.people))
        self._set_place(self._place if self._by_hand else self._best_place(shown.place))
        clear(self.past.body)
        if not shown.history:
            self.past.body.addWidget(Text(self.tr("Todavía no hay entregas."), "body", "ink2", wrap=True))
        for at, delivery in enumerate(shown.history):
            if at:
                self.past.body.addWidget(Rule())
            self.past.body.addWidget(self._past(delivery))
        self.past.body.addStretch(1)

    def _past(self, delivery: service.Delivery) -> QWidget:
        """What left, when, and what the office's latest list says of it."""
        moment = _moment(delivery.at)
        when = f"{short_date(moment.date())}, {clock_time(moment)}"
        words = self.tr("Entrega {0} · {1} · {2} sesiones").format(delivery.package, when, delivery.sessions)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(words, "body", wrap=True))
        if delivery.united_at is None:
            column.addWidget(Text(self.tr("Falta que la oficina la una"), "small", "ink2", wrap=True))
        else:
            of_list = short_date(_moment(delivery.united_at).date())
            said = self.tr("La oficina ya la unió (lista del {0})").format(of_list)
            column.addWidget(Text(said, "small-strong", "cana", wrap=True))
        return row

    def _best_place(self, last: str) -> Path:
        sticks = removable_places()
        if sticks:
            return sticks[0]
        return place_to_begin(last)

    def set_place(self, folder: Path) -> None:
        """Deliver to `folder` from now on (chosen by a person, or by a test)."""
        self._by_hand = True
        self._set_place(folder)
        words = str(folder)
        self.desk.road.ask(lambda open_: set_laptop_setting(open_, _LAST_PLACE, words), lambda _done: None)

    def _set_place(self, folder: Path) -> None:
        self._place = folder
        sticks = removable_places()
        on_stick = folder in sticks
        self.place_icon.set_icon(_STICK if on_stick else _FOLDER, "azul")
        if sticks:
            self.no_stick.setText(self.tr("Esta carpeta no es una memoria: lo entregado se queda en esta laptop."))
        else:
            self.no_stick.setText(self.tr("No hay memoria puesta. Ponla y vuelve a entrar aquí, o usa esta carpeta."))
        self.no_stick.setVisible(not on_stick)
        self.place.setText(self.tr("Memoria «{0}»").format(folder.name) if on_stick else folder.name or str(folder))
        self.place_detail.setText(str(folder))
        self.place.setToolTip(str(folder))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Elige la memoria"), str(self._place))
        if chosen:
            self.set_place(Path(chosen))

    def deliver(self) -> None:
        """Write the package; the banner says when the stick may be taken out."""
        self._stop.clear()
        self.result.hide()
        self.deliver_button.set_reason(self.tr("Se está entregando"))
        self.progress.begin(self.tr("Copiando y comprobando"), cancel_word=self.tr("Cancelar"))
        place, stop, tell = self._place, self._stop, self._progressed

        def work(folder: Folder, stamp: Stamp) -> Done[service.Delivery]:
            place.mkdir(parents=True, exist_ok=True)
            done = service.export(folder, stamp, place, on_progress=tell.emit, should_stop=stop.is_set)
            return Done(done.outcome[0], done.changes)

        self.desk.road.do(work, self._delivered, self._refused)

    def _choose_roster(self) -> None:
        words = self.tr("Elige la lista de la oficina")
        chosen, _kind = QFileDialog.getOpenFileName(self, words, str(self._place), self.tr("Surco (*.db *.surco)"))
        if chosen:
            self.bring_roster(Path(chosen))

    def bring_roster(self, path: Path, words: str = "") -> None:
        """Take in what the office gave: its people and sessions, erasures, cancelled cards; `words` open a sealed one.
        """
        self._stop.clear()
        self.result.hide()
        self.progress.begin(self.tr("Revisando la lista"), cancel_word=self.tr("Cancelar"))
        stop, tell = self._stop, self._progressed

        def work(folder: Folder, stamp: Stamp) -> Done[MergeReport]:
            return rosters.take_in(folder, stamp, path, words=words, on_progress=tell.emit, should_stop=stop.is_set)

        self.desk.road.do(work, self._brought, lambda refusal: self._not_brought(path, words, refusal))

    def _not_brought(self, path: Path, words: str, refusal: Refusal) -> None:
        self._end()
        typed = ask_words(self.desk, refusal, words, self)
        if typed:
            self.bring_roster(path, typed)
        else:
            self._refused(refusal)

    def _brought(self, report: MergeReport) -> None:
        self._end()
        brought = report.brought
        title = self.tr("Listo: {0} personas y {1} sesiones nuevas").format(brought.people, brought.sessions)
        self.result.tell("green", title, self.tr("Lo tuyo sigue aquí, completo."))

    def _delivered(self, delivery: service.Delivery) -> None:
        self._end()
        title = self.tr("Listo: {0} sesiones en la memoria. Ya puedes sacarla").format(delivery.sessions)
        detail = self.tr("Entrega {0}. Se leyó de nuevo y está completa.").format(delivery.package)
        self.result.tell("green", title, detail)

    def _refused(self, refusal: Refusal) -> None:
        self._end()
        self.result.tell("red", *self.desk.said(refusal))

    def _end(self) -> None:
        self.progress.end()
        self.deliver_button.set_reason("")
        self.take_focus()
