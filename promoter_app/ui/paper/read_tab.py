"""Leer hojas: photographs in, doubtful marks one by one, nothing saved until everything is confirmed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.services.sheets.reading import SheetPage, SheetReading, match_pages, page_of_frame, pages_in
from promoter_app.services.sheets.saving import Confirmed, SavedSheets, save_reading
from promoter_app.ui import theme
from promoter_app.ui.aside import Aside
from promoter_app.ui.camera.frames import Frame
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Chip, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.paper.counters import Counters
from promoter_app.ui.paper.done import DoneCard
from promoter_app.ui.paper.doubts import Doubt, DoubtsCard, Place
from promoter_app.ui.paper.sheet_view import Key, SheetView
from promoter_app.ui.paper.steps import Steps
from promoter_app.ui.paper.still import StillCamera
from promoter_app.ui.paper.walk_ins import WalkInsCard, Written

if TYPE_CHECKING:
    from promoter_app.services.sheets.reading import FilePage

PHOTOS_FROM = "photos_from"
_SIDE_BY_SIDE = 1300
"""Width of the window, px at 100 % text, from which photograph and questions stand beside each other."""
PATTERNS = "*.jpg *.jpeg *.png *.pdf *.tif *.tiff *.webp *.bmp *.heic"


class ReadTab(QWidget):
    """One handful of pictures at a time."""

    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._last_folder = ""
        self._reading = SheetReading()
        self._shown = 0
        self._stop = threading.Event()
        self.aside = Aside(self)
        self.view, self.still, self.shown = SheetView(), StillCamera(desk), Steps()
        self.banner, self.progress = Banner(), ProgressPanel()
        self.choose_button = KeyButton("", "ph.folder-open-bold", "O", kind="primary", size="normal")
        self.camera_button = KeyButton("", "ph.camera-bold", "T", size="normal")
        self.close_camera = KeyButton("", "ph.x-bold", size="normal")
        self.other_page = KeyButton("", "ph.files-bold", "PgDown", size="normal")
        self.clear_chip = Chip("", "ph.check-bold", "green")
        self.counters = Counters()
        self.doubts, self.walk_ins = DoubtsCard(), WalkInsCard()
        self.done = DoneCard()
        self.steps = Steps()
        self.hint = Text("", "body", "ink2", wrap=True)
        self.save_button = KeyButton("", "ph.floppy-disk-bold", "F9", size="main")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        self.shown.addWidget(self.view)
        self.shown.addWidget(self.still)
        left.addWidget(self.shown, 1)
        below = (self.close_camera, self.other_page, self.clear_chip)
        for row in ((self.camera_button, self.choose_button), below):
            under = QHBoxLayout()
            under.setSpacing(12)
            for each in row:
                under.addWidget(each)
            under.addStretch(1)
            left.addLayout(under)
        for step in (self.done, self.doubts, self.walk_ins):
            self.steps.addWidget(step)
        right = QVBoxLayout()
        right.setSpacing(10)
        for part in (self.banner, self.progress, self.counters):
            right.addWidget(part)
        right.addWidget(self.steps, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.save_button)
        right.addLayout(foot)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(16)
        self._across.addLayout(left, 9)
        self._across.addLayout(right, 10)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.camera_button.clicked.connect(self._use_camera)
        self.close_camera.clicked.connect(self.still.stop)
        self.still.changed.connect(self._show_camera)
        self.still.taken.connect(self.read_frame)
        self.other_page.clicked.connect(self._next_page)
        self.save_button.clicked.connect(self.save)
        self.progress.cancelled.connect(lambda: self._stop.set())
        self._advanced.connect(self.progress.advance)
        self.banner.acted.connect(lambda _name: self.banner.clear())
        self.doubts.answered.connect(lambda _place, _value: self._show_state())
        self.doubts.pointed.connect(self._point)
        self.aside.arrived.connect(self._match)
        self.aside.refused.connect(self._refused)
        self.walk_ins.changed.connect(self._show_state)
        self.desk.road.undone.connect(lambda _last: self._forget_saved())
        self.view.picked.connect(self._pick)

    # getting pictures
    def choose(self) -> None:
        """Ask for photographs or PDF, beginning where they were last time."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)

        def ask(last: str) -> None:
            start = last if last and Path(last).is_dir() else pictures
            files, _kind = QFileDialog.getOpenFileNames(
                self, self.tr("Elige las fotos de las hojas"), start, f"{self.tr('Fotos y PDF')} ({PATTERNS})"
            )
            if files:
                self.read([Path(file) for file in files])

        self.desk.road.ask(lambda folder: laptop_setting(folder, PHOTOS_FROM, ""), ask)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.read(files)

    def read(self, files: Sequence[Path]) -> None:
        """Read these pictures; what was read before and not saved is left aside."""
        stop, tell = self._begin_reading(str(files[0].parent)), self._advanced.emit

        def work() -> list[FilePage]:
            found: list[FilePage] = []
            for done, file in enumerate(files):
                for page in pages_in([file]):
                    if stop.is_set():
                        return found
                    found.append(page)
                tell(done + 1, len(files))
            return found

        self.aside.run(work)

    def _begin_reading(self, folder: str) -> threading.Event:
        self._stop, self._last_folder = threading.Event(), folder
        self.still.stop()
        self.banner.clear()
        self.progress.begin(self.tr("Leyendo las hojas"))
        return self._stop

    def _use_camera(self) -> None:
        if self.still.is_on:
            self.still.take()
        else:
            self.shown.setCurrentWidget(self.still)
            self.still.begin()

    def read_frame(self, frame: Frame) -> None:
        """Read a picture of the camera, as if it had come in a file."""
        self._begin_reading("")
        name = self.tr("Foto de la cámara")
        self.aside.run(lambda: [page_of_frame(name, frame.luma, frame.width, frame.height, frame.stride)])

    def _show_camera(self) -> None:
        """The camera in place of the sheet while it is on, and what its button does."""
        on = self.still.is_on
        if not on:
            self.shown.setCurrentWidget(self.view)
        self.close_camera.setVisible(on)
        words = self.tr("Tomar la foto") if on else self.tr("Otra foto") if self._page() else self.tr("Usar la cámara")
        self.camera_button.setText(words)
        self.camera_button.set_kind("primary" if on else "secondary")
        waits = on and not self.still.can_take()
        self.camera_button.set_reason(self.tr("La cámara no da imagen todavía") if waits else "")
        self._show_page_keys()

    def _match(self, found: list[FilePage]) -> None:
        """The pictures were read: who is on them?"""
        last = self._last_folder

        def work(folder: Folder) -> SheetReading:
            if last:
                set_laptop_setting(folder, PHOTOS_FROM, last)
            return match_pages(folder, found)

        self.desk.road.ask(work, self._show_new, self._refused)

    def _show_new(self, reading: SheetReading) -> None:
        """What was answered so far is not lost to a picture that could not be read."""
        if reading.pages or not self._reading.pages:
            self.show_reading(reading)
        else:
            self.progress.end()
            self._tell_not_read(reading)

    def show_reading(self, reading: SheetReading) -> None:
        """Show what was read: the first page, its doubts, the walk-ins of all pages."""
        self.progress.end()
        self._reading, self._shown = reading, 0
        written = [
            Written(page.printed, row) for page in reading.pages for row in page.walk_ins
            if page.kind == "attendance" and not row.typed
        ]  # fmt: skip
        doubts = [Doubt(page.printed, one) for page, one in reading.asked()]
        self.doubts.set_doubts(doubts, hidden_names=self.desk.names_hidden)
        self.walk_ins.set_rows(written)
        self._tell_not_read(reading)
        self._show_page()
        self._show_state()
        self.take_focus()

    def _tell_not_read(self, reading: SheetReading) -> None:
        if not reading.not_read:
            return
        first, more = reading.not_read[0], len(reading.not_read) - 1
        what, detail = self.desk.said(first.refusal)
        title = f"{first.file.name}: {what}"
        if more:
            title = self.tr("{0} Y %n más.", "", more).format(title)
        self.banner.tell("red", title, detail, (("close", self.tr("Entendido")),))

    # showing
    def _page(self) -> SheetPage | None:
        pages = self._reading.pages
        return pages[self._shown] if self._shown < len(pages) else None

    def _next_page(self) -> None:
        self._shown = (self._shown + 1) % max(1, len(self._reading.pages))
        self._show_page()
        self._show_state()

    def _show_page(self) -> None:
        page = self._page()
        words = self.tr("Elige o arrastra aquí las fotos de las hojas, con la hoja completa y buena luz.")
        self.view.show_page(page, words)
        if page is not None:
            self.view.setAccessibleName(self.tr("Foto de la hoja {0}").format(page.session.code))
        self.clear_chip.set_chip(self.tr("Foto clara"), "ph.check-bold", "green")
        self._show_camera()

    def _show_page_keys(self) -> None:
        page, count, on = self._page(), len(self._reading.pages), self.still.is_on
        self.other_page.setVisible(count > 1 and not on)
        self.other_page.setText(self.tr("Hoja {0} de {1}").format(self._shown + 1, count))
        self.clear_chip.setVisible(page is not None and not on)
        self.choose_button.set_kind("secondary" if page is not None or on else "primary")

    def _states(self, page: SheetPage) -> dict[Key, str]:
        given = self.doubts.given()
        states = {key: value if value in ("yes", "no") else "" for key, value in page.said.items()}
        for one in page.asked:
            value = given.get((page.printed, *one.key))
            states[one.key] = "ask" if value is None else value if value in ("yes", "no") else ""
        return states

    def _show_state(self) -> None:
        page = self._page()
        here = self.doubts.current()
        if page is not None:
            at = here.asked.key if here is not None and here.page == page.printed else None
            self.view.show_states(self._states(page), at)
        self._count()
        self._show_save()  # first: what can be pressed can take the focus
        step = self.doubts if self.doubts.left() else self.walk_ins if self.walk_ins.left() else self.done
        if self.steps.currentWidget() is not step:
            self.steps.setCurrentWidget(step)
            self.steps.updateGeometry()
            self.counters.setVisible(step is not self.walk_ins)
            if self.isVisible():
                self.take_focus()

    def _count(self) -> None:
        lists = [page for page in self._reading.pages if page.kind == "attendance"]
        values = [value for page in lists for key, value in self._states(page).items() if key[1] == "present"]
        self.counters.show_counts(values.count("yes"), values.count("no"), self.doubts.left() + self.walk_ins.left())

    def _rows(self) -> int:
        return sum(len(page.people) for page in self._reading.pages)

    def _show_save(self) -> None:
        left, rows = self.doubts.left() + self.walk_ins.left(), self._rows()
        self.save_button.setVisible(bool(rows))
        self.hint.setText("")
        if left:
            self.hint.setText(self.tr("Se guarda cuando confirmes %n.", "", left))
            self.save_button.setText(self.tr("Guardar {0} · faltan {1}").format(rows, left))
            self.save_button.set_reason(self.tr("Faltan {0} por confirmar").format(left))
        else:
            self.save_button.setText(self.tr("Guardar {0}").format(rows))
            self.save_button.set_reason("")
        self.save_button.set_kind("secondary" if left else "primary")
        self.done.tell(self._reading)

    def _point(self, place: Place | None) -> None:
        """The photograph follows the question."""
        for at, page in enumerate(self._reading.pages):
            if place is not None and page.printed == place[0] and at != self._shown:
                self._shown = at
                self._show_page()
        self._show_state()

    def _pick(self, key: Key) -> None:
        page = self._page()
        if page is not None:
            self.doubts.go_to((page.printed, *key))

    # saving
    def save(self) -> None:
        """Everything in one transaction; Ctrl+Z takes it back."""
        reading = self._reading
        confirmed = Confirmed(self.doubts.given(), self.walk_ins.typed())
        self.save_button.set_reason(self.tr("Se está guardando"))
        self.desk.road.do(
            lambda folder, stamp: save_reading(folder, stamp, reading, confirmed), self._saved, self._refused
        )

    def _saved(self, saved: SavedSheets) -> None:
        self.show_reading(SheetReading())
        parts = [
            words for count, words in (
                (saved.present, self.tr("%n presentes.", "", saved.present)),
                (saved.new_people, self.tr("%n personas nuevas.", "", saved.new_people)),
                (saved.answers, self.tr("%n respuestas.", "", saved.answers)),
                (saved.already, self.tr("%n ya estaban.", "", saved.already)),
                (saved.unnamed, self.tr("%n sin nombre.", "", saved.unnamed)),
            ) if count
        ]  # fmt: skip
        kept = saved.present or saved.new_people or saved.answers or saved.unnamed
        title = self.tr("Guardado") if kept else self.tr("Nada nuevo: ya estaba guardado")
        self.banner.tell("green", title, " ".join(parts), (("close", self.tr("Entendido")),))

    def _forget_saved(self) -> None:
        """What was undone is not saved any more."""
        if self.banner.property("tone") == "green":
            self.banner.clear()

    def _refused(self, refusal: Refusal) -> None:
        self.progress.end()
        self._show_save()
        self.banner.tell("red", *self.desk.said(refusal), (("close", self.tr("Entendido")),))

    def take_focus(self) -> None:
        """The question at hand, else the way to save, else the way to choose."""
        step = self.steps.currentWidget()
        if step is self.doubts:
            self.doubts.take_focus()
        elif step is self.walk_ins:
            self.walk_ins.take_focus()
        else:
            target = self.save_button if self._rows() else self.choose_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.choose_button.setText(self.tr("Elegir imagen"))
        self.close_camera.setText(self.tr("Cerrar la cámara"))
        self.still.retranslate()
        self.counters.retranslate()
        self.doubts.retranslate()
        self.walk_ins.retranslate()
        self._show_page()
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """From 150 %, and wherever both do not fit side by side, the photograph stands above."""
        large = theme.is_large() or self.window().width() < theme.px(_SIDE_BY_SIDE)
        stack(self._across, large)
        self.view.setMinimumHeight(360 if large else 260)
        self.doubts.arrange(large=large)
        self.walk_ins.arrange(large=large)
        self.counters.arrange(large=large)
