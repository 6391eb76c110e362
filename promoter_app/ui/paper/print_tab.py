"""Imprimir: choose, see it page by page, print it or save it as PDF. Nothing lies on disk until it is saved."""

from __future__ import annotations

import tempfile
import threading
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.course import neutral_title
from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.crews import cards as card_service
from promoter_app.services.crews import crews as crew_service
from promoter_app.services.crews.crews import Crew
from promoter_app.services.curricula import module_of
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.services.printing import orders
from promoter_app.ui import theme
from promoter_app.ui.aside import Aside
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.language import clock_time, short_date
from promoter_app.ui.paper.choosing import NEEDS_STEP, Choosing, Chosen
from promoter_app.ui.paper.preview import Pdf, PdfPreview, print_pdf, printers
from promoter_app.ui.saving import PRINT_TO, SavePlace, remember_place

LAST = "print_last"
BACK, AHEAD = timedelta(days=7), timedelta(days=21)


@dataclass(frozen=True)
class _Choices:
    crews: list[Crew]
    last: str
    to: str


@dataclass(frozen=True)
class _Drawn:
    name: str
    data: bytes


class PrintTab(QWidget):
    """The print centre."""

    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._begun = False
        self._wanted: bytes | None = None
        self._serial = 0
        self._name, self._to = "", ""
        self._pdf: Pdf | None = None
        self._data = b""
        self._stop = threading.Event()
        self.aside = Aside(self)
        self.choosing = Choosing()
        self.preview = PdfPreview()
        self.banner, self.progress = Banner(), ProgressPanel()
        self.back = KeyButton("", "ph.caret-left-bold", "PgUp", size="small")
        self.forth = KeyButton("", "ph.caret-right-bold", "PgDown", size="small")
        self.where = Text("", "label")
        self.hint = Text("", "small", "ink2")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.save_button = KeyButton("", "ph.file-pdf-bold", "Ctrl+S", size="large")
        self.print_button = KeyButton("", "ph.printer-bold", "F9", kind="primary", size="main")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.card = Card(padding=16)
        self.card.body.addWidget(self.choosing)
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self.banner, self.progress):
            right.addWidget(part)
        right.addWidget(self.preview, 1)
        turning = QHBoxLayout()
        turning.setSpacing(10)
        for widget in (self.back, self.where, self.forth):
            turning.addWidget(widget)
        turning.addWidget(self.hint, 1)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addStretch(1)
        actions.addWidget(self.save_button)
        actions.addWidget(self.print_button)
        right.addLayout(turning)
        right.addLayout(actions)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(16)
        self._across.addWidget(self.card)
        self._across.addLayout(right, 1)

    def _connect(self) -> None:
        self.aside.arrived.connect(self._drawn)
        self.aside.refused.connect(self._refused)
        self.choosing.changed.connect(self._renew)
        self.choosing.crew_changed.connect(self._read_sessions)
        self.choosing.make.connect(lambda: self._draw(self.choosing.chosen()))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forth.clicked.connect(lambda: self._turn(1))
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print)
        self.progress.cancelled.connect(lambda: self._stop.set())
        self._advanced.connect(self.progress.advance)
        self.banner.acted.connect(lambda _name: self.banner.clear())

    # coming in
    def reload(self) -> None:
        """Read the crews and, the first time, the choices of last time."""
        day = self.desk.today()

        def look(folder: Folder) -> _Choices:
            last, to = laptop_setting(folder, LAST, ""), laptop_setting(folder, PRINT_TO, "")
            return _Choices(crew_service.crews(folder, day), last, to)

        self.desk.road.ask(look, self._show_choices)

    def _show_choices(self, read: _Choices) -> None:
        if not self._begun:
            self._begun = True
            self._wanted = self.choosing.take_text(read.last) or self._wanted
        self._to = read.to
        self.choosing.set_crews(read.crews, self._wanted)
        self._wanted = None
        self._read_sessions()

    def _read_sessions(self) -> None:
        crew = self.choosing.chosen().crew
        if crew is None:
            self._show_sessions([])
            return
        today = date.fromisoformat(self.desk.today())
        first, last = (today - BACK).isoformat(), (today + AHEAD).isoformat()
        self.desk.road.ask(
            lambda folder: orders.sessions_to_print(folder, crew.id, first, last), self._show_sessions
        )

    def _show_sessions(self, found: list[Session]) -> None:
        today = self.desk.today()
        words = [self._session_words(session) for session in found]
        ahead = [place for place, session in enumerate(found) if session.held_on >= today]
        self.choosing.set_sessions(found, words, ahead[0] if ahead else len(found) - 1)
        self._renew()

    def _session_words(self, session: Session) -> str:
        when = short_date(date.fromisoformat(session.held_on))
        module = module_of(self.desk.courses, session)
        topic = neutral_title(module, self.desk.language) if module is not None else session.module or ""
        return f"{when}, {clock_time(session.starts)} · {topic}"

    def choose(self, tile: str, crew: bytes | None = None) -> None:
        """Come in from another room with a paper and a crew in mind."""
        self._begun, self._wanted = True, crew
        self.choosing.choose_tile(tile)
        self.reload()

    # drawing
    def _renew(self) -> None:
        if not self._begun:
            return
        chosen = self.choosing.chosen()
        lacking = self._lacking(chosen)
        if lacking or chosen.kind in NEEDS_STEP:
            self._serial += 1
            self.aside.forget()
            self._show_pdf(None, lacking or self._step_words(chosen))
            return
        self._draw(chosen)

    def _lacking(self, chosen: Chosen) -> str:
        if chosen.kind != "blanks" and chosen.crew is None:
            return self.tr("Todavía no hay cuadrillas. Trae tu lista en Cuadrillas.")
        if chosen.kind not in (*orders.OF_A_CREW, "blanks") and chosen.session is None:
            return self.tr("Esta cuadrilla no tiene sesiones cerca. Planéalas en Semana o en Hoy.")
        return ""

    def _step_words(self, chosen: Chosen) -> str:
        if chosen.kind == "blanks":
            return self.tr("Elige cuántas y pulsa Numerar: cada tarjeta recibe un número que nadie más tiene.")
        return self.tr("Pulsa Preparar constancias: quien terminó el programa recibe su folio.")

    def _draw(self, chosen: Chosen) -> None:
        self._serial += 1
        self.aside.forget()
        self._stop.set()
        self._stop = stop = threading.Event()
        serial, content, language = self._serial, self.desk.courses, self.desk.language
        names, tell = not self.desk.names_hidden, self._advanced.emit
        remembered, draw_number = self.choosing.as_text(), self.desk.road.edge.draw
        blanks = self.tr("tarjetas en blanco")
        self.banner.clear()
        self.progress.begin(self.tr("Dibujando"))

        def gather(folder: Folder, stamp: Stamp) -> Done[orders.Draft]:
            set_laptop_setting(folder, LAST, remembered)
            if chosen.kind != "blanks":
                order = orders.Order(chosen.kind, chosen.session, chosen.crew, names)
                return Done(orders.draft(folder, stamp, content, order, language))
            done = card_service.issue_blanks(folder, stamp, chosen.count, draw_number)
            made = done.outcome
            return Done(orders.Draft("blanks", f"{blanks} {made.batch}", made.on_paper()), done.changes, done.undo)

        def draw(draft: orders.Draft) -> _Drawn:
            with tempfile.TemporaryDirectory() as place:
                out = Path(place) / "paper.pdf"
                orders.draw(
                    draft, out, paper=chosen.paper, language=language, on_progress=tell, should_stop=stop.is_set
                )
                return _Drawn(draft.name, out.read_bytes())

        def begin(draft: orders.Draft) -> None:
            if serial == self._serial:
                self.aside.run(lambda: draw(draft))

        self.desk.road.do(gather, begin, lambda no: self._refused(no) if serial == self._serial else None)

    def _drawn(self, drawn: _Drawn) -> None:
        self.progress.end()
        self._name, self._data = drawn.name, drawn.data
        try:
            self._show_pdf(Pdf(drawn.data, self), "")
        except Refusal as refusal:
            self._show_pdf(None, f"{self.desk.say(refusal.what)} {self.desk.say(refusal.todo)}")
            self.save_button.set_reason("")

    def _refused(self, refusal: Refusal) -> None:
        self.progress.end()
        words = " ".join(self.desk.say(part) for part in (refusal.what, refusal.todo))
        self._data = b""
        self._show_pdf(None, words)

    def _show_pdf(self, pdf: Pdf | None, words: str) -> None:
        if self._pdf is not None:
            self._pdf.close()
        self._pdf = pdf
        self.preview.show_pdf(pdf, words)
        nothing = "" if pdf is not None else self.tr("Todavía no hay papel que imprimir")
        self.save_button.set_reason(nothing)
        lacking = nothing or ("" if printers() else self.tr("No hay impresora: guarda el PDF"))
        self.print_button.set_reason(lacking)
        self.hint.setText("" if nothing else lacking)
        self._turn(0)

    def _turn(self, step: int) -> None:
        self.preview.turn(step)
        pages, here = self.preview.pages(), self.preview.page() + 1
        self.where.setText(self.tr("Hoja {0} de {1}").format(here, pages) if pages else "")
        self.back.setEnabled(here > 1)
        self.forth.setEnabled(here < pages)
        if pages:
            self.preview.setAccessibleName(self.tr("Hoja {0} de {1} de {2}").format(here, pages, self._name))

    # giving it out
    def save(self) -> None:
        """Ask where and save the PDF there."""
        out = SavePlace(self.desk, PRINT_TO, self).choose(self._to, f"{self._name}.pdf", "PDF (*.pdf)")
        if out is None:
            return
        data = self._data
        self._to = str(out.parent)

        def work(folder: Folder) -> Path:
            return orders.save_pdf(data, remember_place(folder, PRINT_TO, out))

        self.desk.road.ask(work, self._saved, self._not_saved)

    def _saved(self, out: Path) -> None:
        words = (("close", self.tr("Entendido")),)
        self.banner.tell("green", self.tr("Guardado: {0}").format(out.name), str(out.parent), words)

    def _not_saved(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal), (("close", self.tr("Entendido")),))

    def print(self) -> None:
        """The system's print dialog, then every page at its real size."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self._pdf is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        try:
            print_pdf(self._pdf, printer)
        except Refusal as refusal:
            self._not_saved(refusal)
            return
        self.banner.tell("green", self.tr("Va a la impresora: {0}").format(self._name))

    # a page
    def take_focus(self) -> None:
        """The chosen tile first."""
        self.choosing.tiles[self.choosing.tile()].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.choosing.retranslate()
        self.save_button.setText(self.tr("Guardar PDF"))
        self.print_button.setText(self.tr("Imprimir"))
        self.back.setAccessibleName(self.tr("Hoja anterior"))
        self.forth.setAccessibleName(self.tr("Hoja siguiente"))

    def arrange(self) -> None:
        """From 150 % the choices stand above the paper."""
        large = theme.is_large()
        stack(self._across, large)
        self.card.setMinimumWidth(0 if large else 400)
        self.card.setMaximumWidth(16_777_215 if large else 440)
        self.preview.setMinimumHeight(420 if large else 200)
