"""Metas: which period and company; figures, the period's closing, delays, questions and course; taking reports out."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import goals as service
from promoter_app.services.indicators.goals import Goals, LastKnown, Wanted
from promoter_app.services.indicators.office_view import FollowUp, follow_up_of
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.course_part import CoursePart
from promoter_app.ui.goals.delays_part import DelaysPart, ItemsPart
from promoter_app.ui.goals.export import Exporting
from promoter_app.ui.goals.figures_part import FiguresPart
from promoter_app.ui.goals.period_part import PeriodPart
from promoter_app.ui.goals.words import choose, period_words
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.language import short_date
from promoter_app.ui.room import Room, scrolling

FIGURES, PERIOD, DELAYS, ITEMS, COURSE = TABS = ("figures", "period", "delays", "items", "course")


Part = FiguresPart | PeriodPart | DelaysPart | ItemsPart | CoursePart


class _Parts(QStackedWidget):
    """Takes the room that the open part needs, not that of the largest one."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        if shown is None:
            return QSize(0, 0)
        least = shown.minimumSizeHint()
        wrapped = 0 if isinstance(shown, FiguresPart) else shown.heightForWidth(self.width())
        return QSize(least.width(), max(least.height(), wrapped))

    def hasHeightForWidth(self) -> bool:
        """Never: Qt would ask every part, and give the open one the height of the highest."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class GoalsPage(Room):
    """The seventh room, of the coordinator. What is shown stays until the window closes; the period for longer."""

    reads = frozenset(
        {"attendance", "attempt", "answer", "session", "person", "link", "void", "edit", "erasure", "unnamed_presence",
         "outreach", "milestone", "reported_figure", "period", "indicator", "target", "period_close", "restatement",
         "rating", "adaptation", "closure", "company", "crew", "partner", "indicator_comment", "sample"}
    )  # fmt: skip

    ahead = (FiguresPart, PeriodPart, DelaysPart, ItemsPart, CoursePart)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setProperty("office", "true")
        self.setObjectName("goals")
        self._wanted = Wanted()
        self._goals: Goals | None = None
        self._crew: bytes | None = None
        self._turn, self._tab, self._filling = 0, FIGURES, False
        self._stop = threading.Event()
        self.tabs = ChoiceRow("tab", tight=True)
        self.period, self.company = QComboBox(), QComboBox()
        self.export_button = KeyButton("", "ph.file-arrow-down-bold", "F9", kind="primary", size="office")
        self.banner, self.progress = Banner(), ProgressPanel()
        self.figures, self.closing = desk.part(FiguresPart), desk.part(PeriodPart)
        self.delays, self.items, self.course = desk.part(DelaysPart), desk.part(ItemsPart), desk.part(CoursePart)
        listed: tuple[Part, ...] = (self.figures, self.closing, self.delays, self.items, self.course)
        self._parts: dict[str, Part] = dict(zip(TABS, listed, strict=True))
        self.parts = _Parts()
        self.exporting = Exporting(desk, self.banner, self.progress, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        for box, letters in ((self.period, 10), (self.company, 9)):
            box.setProperty("tight", "true")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(10)
        top.addWidget(self.tabs)
        top.addStretch(1)
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self.period, 1)
        choices.addWidget(self.company, 1)
        choices.addWidget(self.export_button)
        top.addLayout(choices)
        inner = QWidget()
        scrolling(self, inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.progress)
        column.addWidget(self.parts, 1)
        for box in (self.period, self.company):  # dressed before it had a place: its hint was another style's
            box.style().unpolish(box)
            box.style().polish(box)
            box.updateGeometry()
        for part in self._parts.values():
            self.parts.addWidget(part)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.period.currentIndexChanged.connect(self._choose)
        self.company.currentIndexChanged.connect(self._choose)
        self.export_button.clicked.connect(self.take_out)
        self.figures.wanted.connect(self._choose_figure)
        self.items.crew_chosen.connect(self._choose_crew)
        self.closing.told.connect(self._tell)
        self.course.told.connect(self._tell)
        self.progress.cancelled.connect(lambda: self._stop.set())

    # a room
    def heading(self) -> tuple[str, str]:
        today = short_date(date.fromisoformat(self.desk.today()))
        return self.tr("Metas"), self.tr("hasta el {0}").format(today)

    def retranslate(self) -> None:
        words = {
            FIGURES: self.tr("Cifras"),
            PERIOD: self.tr("Cierre"),
            DELAYS: self.tr("Atrasos"),
            ITEMS: self.tr("Repaso"),
            COURSE: self.tr("Rumbo"),
        }
        self.tabs.setAccessibleName(self.tr("Qué se ve del periodo"))
        self.tabs.set_choices([Choice(tab, words[tab]) for tab in TABS])
        self.tabs.set_value(self._tab)
        self.period.setAccessibleName(self.tr("Periodo"))
        self.company.setAccessibleName(self.tr("Empresa"))
        self.export_button.setText(self.tr("Sacar informe"))
        for part in self._parts.values():
            part.retranslate()

    def take_focus(self) -> None:
        self._parts[self._tab].take_focus()

    def reload(self) -> None:
        """Ask for the open tab's figures; an answer that comes after another question is not shown."""
        self._turn += 1
        turn, wanted, crew = self._turn, self._wanted, self._crew
        today = date.fromisoformat(self.desk.today())
        self._stop = stop = threading.Event()
        figures = self._tab == FIGURES

        def look(folder: Folder) -> tuple[Goals, FollowUp | None]:
            found = service.goals(folder, wanted, today, stop.is_set)
            return found, None if figures else follow_up_of(folder, found.period, today, crew, stop.is_set)

        self.progress.begin(self.tr("Contando el periodo"), cancel_word=self.tr("Cancelar"))
        if self._goals is None:
            self.desk.road.ask(service.last_known, self._show_known)
        self.desk.road.ask(look, lambda found: self._show(turn, *found), lambda refusal: self._refused(turn, refusal))

    def _show_known(self, known: LastKnown | None) -> None:
        """What was counted last time stands there from the first moment, and says of which day it is."""
        if known is None or self._goals is not None:
            return
        self.figures.show_known(known)
        words = self.tr("Contando el periodo. Mientras, las cifras del {0}")
        self.progress.begin(words.format(short_date(known.counted_on)), cancel_word=self.tr("Cancelar"))

    def _show(self, turn: int, goals: Goals, follow_up: FollowUp | None) -> None:
        if turn != self._turn:
            return
        self.progress.end()
        first = self._goals is None
        self._goals, self._wanted = goals, goals.wanted
        self._fill_choices(goals)
        self.figures.show_goals(goals)
        if follow_up is not None:
            for part in (self.closing, self.delays, self.items, self.course):
                part.show_follow_up(follow_up)
        if first and self.isVisible() and not self.parts.isAncestorOf(self.focusWidget() or self):
            self.take_focus()

    def _refused(self, turn: int, refusal: Refusal) -> None:
        if turn != self._turn:
            return
        self.progress.end()
        kind = "blue" if refusal.code == "stopped" else "red"
        self.banner.tell(kind, *self.desk.said(refusal), (("close", self.tr("Entendido")),))

    def _fill_choices(self, goals: Goals) -> None:
        self._filling = True
        self.period.clear()
        for one in goals.periods:
            self.period.addItem(period_words(one), one.name)
        choose(self.period, goals.period.name)
        self.company.clear()
        self.company.addItem(self.tr("Toda empresa"), None)
        for company, name in goals.companies:
            self.company.addItem(name, company)
        choose(self.company, goals.wanted.company)
        self._filling = False

    # choosing
    def show_tab(self, tab: str) -> None:
        """Open a tab, a name of TABS."""
        self._tab = tab
        self.tabs.set_value(tab)
        self.parts.setCurrentWidget(self._parts[tab])
        self.parts.updateGeometry()
        self.company.setVisible(tab == FIGURES)
        self.reload()

    def _choose(self, _at: int) -> None:
        if not self._filling:
            company = self.company.currentData()
            self._wanted = replace(self._wanted, period=str(self.period.currentData()), company=company)
            self.figures.rows.close_rows()
            self.reload()

    def _choose_figure(self, code: str, breakdown: str) -> None:
        self._wanted = replace(self._wanted, code=code, breakdown=breakdown)
        self.reload()

    def _choose_crew(self, crew: bytes | None) -> None:
        self._crew = crew
        self.reload()

    def take_out(self) -> None:
        """Ask for whom and in which format, then write the report of the period."""
        if self._goals is not None:
            self.exporting.take_out(self._goals.period, tuple(name for _id, name in self._goals.companies))

    def _tell(self, words: str) -> None:
        self.banner.tell("green", words, "", (("close", self.tr("Entendido")),))

    # keys and fitting
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: from a person to the rows, from the rows to the number."""
        if event.key() == Qt.Key.Key_Escape and not self.figures.rows.isHidden():
            self.figures.rows.back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_top"):
            self._arrange()

    def _arrange(self) -> None:
        large = theme.is_large()
        stack(self._top, large)
        self.tabs.set_columns(3 if large else 0)
