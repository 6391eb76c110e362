"""Taking a report out: for whom, in which format, what the receiver could learn from it, and then where to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from promoter_app.domain.indicators.figures import Report
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.papers.results import ResultsSheet
from promoter_app.domain.privacy.preview import what_it_tells
from promoter_app.domain.privacy.profiles import PROFILES
from promoter_app.domain.refusal import Refusal
from promoter_app.services.indicators import goals as service
from promoter_app.services.reports.files import FORMATS, neutral_name, write_report
from promoter_app.services.reports.sheets import draw, results_sheet
from promoter_app.services.security.audit import report_given
from promoter_app.ui.aside import Aside
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.words import period_words
from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.kit.question import Question
from promoter_app.ui.saving import Saving, remember_place

REPORTS_TO = "reports_to"
SHEETS = {"outside": ("workers", "company"), "donor": ("partner", "donor"), "internal": ()}
"""Sheets of one page that each receiver may be given, by audience."""
_WORDS = {"xlsx": "Excel (XLSX)", "csv": "CSV", "pdf": "PDF", "json": "JSON"}


class ExportQuestion(Question):
    """Asks for receiver and format; saving waits until the preview says what the receiver could learn."""

    def __init__(
        self, desk: Desk, period: Period, companies: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.desk, self.period = desk, period
        self.report: Report | None = None
        self._turn = 0
        self.heading.setText(self.tr("Sacar informe de {0}").format(period_words(period)))
        self.accept_button.setText(self.tr("Elegir dónde guardarlo"))
        self.receiver, self.format, self.company = QComboBox(), QComboBox(), QComboBox()
        self.company.addItems(list(companies))
        for name, profile in PROFILES.items():
            self.receiver.addItem(desk.say(profile.title), name)
        self.add(self.tr("Para quién"), self.receiver)
        self.add(self.tr("Formato"), self.format)
        self.add(self.tr("De qué empresa"), self.company)
        self.preview = Card(self.tr("Qué podría saber quien lo reciba"))
        self.told = Text("", "body", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.told.setMinimumWidth(560)
        self.preview.body.addWidget(self.told)
        self.form.addRow(self.preview)
        self.receiver.currentIndexChanged.connect(lambda _at: self._ask())
        self.format.currentIndexChanged.connect(lambda _at: self._show_company())
        self._ask()

    def profile(self) -> str:
        """The receiver chosen: `internal`, `donor` or `outside`."""
        return str(self.receiver.currentData())

    def kind(self) -> str:
        """The format chosen: a name of `files.FORMATS`, or the audience of a results sheet."""
        return str(self.format.currentData())

    def _fill_formats(self) -> None:
        words = {
            "workers": self.tr("Una hoja para quienes trabajan (PDF)"),
            "company": self.tr("Una hoja para la empresa (PDF)"),
            "partner": self.tr("Una hoja para el socio (PDF)"),
            "donor": self.tr("Una hoja para el donante (PDF)"),
        }
        chosen = self.format.currentData()
        self.format.blockSignals(True)
        self.format.clear()
        for kind in _WORDS:
            self.format.addItem(_WORDS[kind], kind)
        for audience in SHEETS[self.profile()]:
            self.format.addItem(words[audience], audience)
        self.format.setCurrentIndex(max(0, self.format.findData(chosen)))
        self.format.blockSignals(False)
        self._show_company()

    def _show_company(self) -> None:
        self.form.setRowVisible(self.company, self.kind() == "company")
        self.adjustSize()

    def _ask(self) -> None:
        """Make the report of this receiver on the data's thread; only the last one asked for counts."""
        self._turn += 1
        self._fill_formats()
        turn, period, profile = self._turn, self.period, self.profile()
        today = date.fromisoformat(self.desk.today())
        self.report = None
        self._say(self.tr("Revisando qué se puede decir…"), self.tr("todavía se revisa"))
        self.desk.road.ask(
            lambda folder: service.report_for(folder, period, profile, today),
            lambda made: self._show(turn, made),
            lambda refusal: self._refused(turn, refusal),
        )

    def _show(self, turn: int, made: Report) -> None:
        if turn != self._turn:
            return
        self.report = made
        ended = made.period.last < self.desk.today()
        told = [self.desk.say(sentence) for sentence in what_it_tells(made, ended=ended)]
        self._say("\n".join(f"• {each}" for each in told), "")

    def _refused(self, turn: int, refusal: Refusal) -> None:
        if turn == self._turn:
            self._say(f"{self.desk.say(refusal.what)} {self.desk.say(refusal.todo)}", self.desk.say(refusal.what))

    def _say(self, words: str, reason: str) -> None:
        self.told.setText(words)
        self.preview.setAccessibleName(words)
        self.accept_button.set_reason(reason)
        announce(self, words)
        self.adjustSize()


class Exporting(Saving):
    """Writes one file at a time beside the data's thread; whoever cancels waits for it no longer."""

    def __init__(self, desk: Desk, banner: Banner, progress: ProgressPanel, window: QWidget) -> None:
        super().__init__(desk, REPORTS_TO, banner, progress, window)
        self._aside = Aside(self)
        self._aside.arrived.connect(self._finish)
        self._aside.refused.connect(self.refused)
        progress.cancelled.connect(self._forget)
        self._given = ("", "")

    def take_out(self, period: Period, companies: tuple[str, ...] = ()) -> None:
        """The dialog, then the file."""
        question = ExportQuestion(self.desk, period, companies, self.window)
        if question.exec() and question.report is not None:
            if question.kind() in FORMATS:
                self.save_as(question.report, question.kind())
            else:
                self._make_sheet(question.report, question.kind(), question.company.currentText())
        question.deleteLater()

    def save_as(self, report: Report, kind: str) -> None:
        """Ask where to, then write `report` as `kind`, a name of `files.FORMATS`."""
        language = self.desk.language
        self._save(
            neutral_name(report, kind), report.profile, kind, lambda out: write_report(report, out, kind, language)
        )

    def _make_sheet(self, report: Report, audience: str, company: str) -> None:
        """The page of results of an audience, then where to."""
        language, today = self.desk.language, date.fromisoformat(self.desk.today())
        name, about = report.period.name, company if audience == "company" else None
        self.desk.road.ask(
            lambda folder: results_sheet(folder, audience, name, language, about, today),
            lambda sheet: self._save_sheet(sheet, report.profile),
            self.refused,
        )

    def _save_sheet(self, sheet: ResultsSheet, profile: str) -> None:
        language = self.desk.language
        name = f"hoja-{sheet.first}_{sheet.last}.pdf"
        self._save(name, profile, "pdf", lambda out: draw(sheet, out, language))

    def _save(self, name: str, profile: str, kind: str, write: Callable[[Path], Path]) -> None:
        def begin(out: Path) -> None:
            self.begin(self.tr("Escribiendo {0}").format(out.name), self.tr("Cancelar"))
            self._given = (profile, kind)
            self._aside.run(lambda: write(out))

        self.ask(name, f"{_WORDS[kind]} (*.{kind})", begin)

    def _finish(self, path: Path) -> None:
        profile, kind = self._given
        self.desk.road.do(lambda folder, stamp: report_given(folder, stamp, profile, kind))
        self.desk.road.ask(lambda folder: remember_place(folder, REPORTS_TO, path), lambda _path: None)
        self.written(path, self.tr("Listo: {0}").format(path.name))

    def _forget(self) -> None:
        """Nobody waits for the file any more; a file that was begun is whole or not there at all."""
        if self._aside.is_busy:
            self._aside.forget()
            self.progress.end()
