"""The first tab: cards on top, trend and parts of the chosen figure with their tables, and the rows behind a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from promoter_app.domain.indicators.catalog import BREAKDOWNS, NO_DATA
from promoter_app.domain.indicators.figures import Cell, IndicatorReport
from promoter_app.domain.indicators.pace import due, pace_of
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.people import SEXES
from promoter_app.services.indicators.goals import Goals, LastKnown, is_share, rows_counted
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.bars import BarChart, Legend, drawn_parts
from promoter_app.ui.goals.kpi import Kpi, KpiStrip
from promoter_app.ui.goals.rows_panel import Asked, RowsPanel
from promoter_app.ui.goals.table import Column, Table
from promoter_app.ui.goals.trend import TrendChart
from promoter_app.ui.goals.words import amount, choose, figure
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, Text
from promoter_app.ui.kit.layouts import Fitting, stack
from promoter_app.ui.language import full_date, short_date

_WIDE = 1500


class _Half(Card):
    """A chart with its table twin: the button in the head turns one into the other."""

    def __init__(self, chart: QWidget, heads: Sequence[QWidget], notes: Sequence[QWidget]) -> None:
        super().__init__("", padding=8)
        self._chart, self.table = chart, Table()
        self.table_button = KeyButton("", "ph.table-bold", size="office")
        self.table_button.setCheckable(True)
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 2, 0)
        top.setSpacing(10)
        under = QHBoxLayout()
        under.setContentsMargins(8, 0, 8, 0)
        self.body.setSpacing(4)
        self.body.addLayout(top)
        for place, head in enumerate(heads):
            top.addWidget(head, int(place == 0 and isinstance(head, Text) and head.wordWrap()))
        top.addStretch(0)
        top.addWidget(self.table_button)
        self.body.addWidget(chart, 1)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(under)
        for note in notes:
            under.addWidget(note, int(isinstance(note, Text)))
        self.table.hide()
        self.table_button.toggled.connect(self._turn)

    def _turn(self, table: bool) -> None:
        self._chart.setVisible(not table)
        self.table.setVisible(table)


class _Charts(QWidget):
    """Both halves; they give way to the rows down to their least, whatever height their words would like."""

    def hasHeightForWidth(self) -> bool:
        return False


class _BarsView(QScrollArea):
    """Keeps the bar whose rows are open in sight when the rows take its room."""

    def __init__(self, bars: BarChart) -> None:
        super().__init__()
        self._bars = bars
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(bars)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        chosen = next((row for row in self._bars.rows() if row.is_chosen()), None)
        if chosen is not None:
            self.ensureWidgetVisible(chosen, 0, 6)


class FiguresPart(Fitting):
    """`wanted` carries (code, breakdown) when another figure or another way of cutting it is asked for."""

    wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._goals: Goals | None = None
        self._filling = False
        self.cards = KpiStrip()
        self.trend, self.bars, self.legend = TrendChart(), BarChart(desk), Legend()
        self.title, self.note = Text("", "bold", wrap=True), Text("", "small", "ink2", wrap=True)
        self.restated = Chip("", "ph.pencil-simple-bold", "amber")
        self.left = _Half(self.trend, (self.title, self.restated), (self.note,))
        self.by_label, self.by = Text("", "bold"), QComboBox()
        self.overlap = Chip("", "ph.intersect-bold", "amber")
        self._scroll = scroll = _BarsView(self.bars)
        self.right = _Half(scroll, (self.by_label, self.by), (self.overlap, self.legend))
        self.rows = RowsPanel(desk)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        self.charts = _Charts()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.charts)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(12)
        self._across.addWidget(self.left, 1)
        self._across.addWidget(self.right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.cards)
        column.addWidget(self.charts, 5)
        column.addWidget(self.rows, 7)

    def _connect(self) -> None:
        self.cards.pressed.connect(self._press_card)
        self.trend.pressed.connect(self._press_point)
        self.bars.pressed.connect(self._press_bar)
        self.left.table.opened.connect(self._press_trend_row)
        self.right.table.opened.connect(self._press_bar_row)
        self.by.currentIndexChanged.connect(self._choose_breakdown)
        self.rows.closed.connect(self._rows_closed)
        self.rows.whole.connect(lambda on: self.charts.setVisible(not on))

    def retranslate(self) -> None:
        """Put on every word again."""
        for half in (self.left, self.right):
            half.table_button.setText(self.tr("Tabla"))
            half.table_button.setAccessibleName(self.tr("Ver como tabla"))
        self.by_label.setText(self.tr("Ver por"))
        self.by_label.setBuddy(self.by)
        self.by.setAccessibleName(self.tr("Ver por"))
        self.overlap.set_chip(self.tr("No se suman"), "ph.intersect-bold", "amber")
        self.overlap.setToolTip(self.tr("Una persona puede estar en varios grupos"))
        self.cards.retranslate()
        self.rows.retranslate()
        if self._goals is not None:
            self.show_goals(self._goals)

    # showing
    def show_goals(self, goals: Goals) -> None:
        """Show what was read; rows that are open stay when they are of the same figures."""
        before, self._goals = self._goals, goals
        today = date.fromisoformat(self.desk.today())
        listed = sorted(goals.report.indicators, key=lambda one: not one.indicator.rule.main)
        self.cards.show_kpis([self._kpi(one, goals.period, today) for one in listed], goals.wanted.code)
        if before is not None and before.wanted != goals.wanted and self._opened_elsewhere(goals):
            self.rows.close_rows()
        self.rows.show_again()
        self._show_trend(goals)
        self._show_parts(goals)

    def show_known(self, known: LastKnown) -> None:
        """The cards of last time while they are counted again; trend, parts and rows come with the new ones."""
        today = date.fromisoformat(self.desk.today())
        cards = [
            Kpi(
                one.code, self.desk.say(one.title), one.actual, one.target,
                due(one.target, known.period, today, share=one.share),
                pace_of(one.actual, one.target, known.period, today, share=one.share), one.share, one.whole, one.main,
            )
            for one in sorted(known.figures, key=lambda one: not one.main)
        ]  # fmt: skip
        self.cards.show_kpis(cards, "")

    def _opened_elsewhere(self, goals: Goals) -> bool:
        """Whether the rows on screen are of another period, company or figure than what is shown now."""
        asked = self.rows.asked()
        if asked is None:
            return False
        here = (goals.wanted.limits, goals.wanted.code, goals.period.starts)
        return (asked.limits, asked.cell.indicator, asked.period.starts) != here

    def _kpi(self, one: IndicatorReport, period: Period, today: date) -> Kpi:
        total, share = one.total, is_share(one)
        target = total.target
        return Kpi(
            one.indicator.code, self.desk.say(one.indicator.title), total.actual, target,
            due(target, period, today, share=share), pace_of(total.actual, target, period, today, share=share),
            share, total.whole, one.indicator.rule.main,
        )  # fmt: skip

    def _show_trend(self, goals: Goals) -> None:
        one, share = goals.shown, goals.is_share
        title = self.desk.say(one.indicator.title)
        self.title.setText(title)
        self.title.setToolTip(f"{one.indicator.code} · {title}")
        target = one.total.target
        self.trend.show_trend(goals.period, goals.points, target, share=share)
        self.trend.setAccessibleName(self.tr("Tendencia de {0}").format(title))
        heads = [Column(self.tr("Hasta"), wide=True), Column(self.tr("Real"), number=True),
                 Column(self.tr("Toca"), number=True)]  # fmt: skip
        lines = [
            (full_date(day), amount(value, share=share),
             amount(due(target, goals.period, day, share=share), share=share) if target is not None
             else self.tr("no fijada"))
            for day, value in goals.points
        ]  # fmt: skip
        self.left.table.show_lines(heads, lines)
        self.left.table.setAccessibleName(self.tr("Tendencia de {0}").format(title))
        changed = [each for each in goals.report.restated if each.indicator == one.indicator.code]
        self.restated.setVisible(bool(changed))
        for each in changed:
            self.restated.set_chip(self.tr("corregido {0:+d}").format(each.change), "ph.pencil-simple-bold", "amber")
        remarks = [self.desk.say(each.words) for each in changed] + [self.desk.say(each) for each in one.remarks[-1:]]
        said = [f"«{one.comment}»"] if one.comment else []
        shown = remarks if one.knowledge is not None or changed else []
        self.note.setText(" · ".join([*said, *shown]))
        self.note.setVisible(bool(self.note.text()))

    def _show_parts(self, goals: Goals) -> None:
        one, share = goals.shown, goals.is_share
        self._filling = True
        self.by.clear()
        for name in one.parts:
            self.by.addItem(self.desk.say(BREAKDOWNS[name]), name)
        choose(self.by, goals.wanted.breakdown)
        self._filling = False
        self.right.setEnabled(bool(one.parts))
        self.overlap.setVisible(any(bar.cell.overlapping for bar in goals.bars))
        self.bars.show_bars(goals.bars, share=share)
        kinds = {kind for bar in goals.bars if bar.parts for kind, _n in drawn_parts(bar)}
        self.legend.show_kinds(sorted(kinds))
        asked = self.rows.asked()
        self.bars.choose(asked.cell if asked is not None and asked.cell.breakdown == goals.wanted.breakdown else None)
        self._fill_parts_table(goals)

    def _fill_parts_table(self, goals: Goals) -> None:
        by = self.by.currentText()
        found = {part.group or "": part.label for bar in goals.bars for part in bar.parts}
        groups = [(sex, found[sex]) for sex in (*SEXES, NO_DATA) if sex in found]
        heads = [Column(by, wide=True), Column(self.tr("Total"), number=True),
                 *(Column(self.desk.say(label), number=True) for _group, label in groups)]  # fmt: skip
        lines = []
        for bar in goals.bars:
            inner = {part.group: part.actual for part in bar.parts}
            parts = [amount(inner.get(group, 0)) for group, _label in groups]
            lines.append((self.desk.say(bar.cell.label), figure(bar.cell, share=goals.is_share), *parts))
        self.right.table.show_lines(heads, lines)
        self.right.table.setAccessibleName(self.tr("{0} por {1}").format(self.title.text(), by))

    # opening rows
    def _press_card(self, code: str) -> None:
        goals = self._goals
        if goals is None:
            return
        total = goals.report.of(code).total
        self.bars.choose(None)
        self._open(goals.period, total, self.desk.say(total.label))
        if code != goals.wanted.code:
            self.wanted.emit(code, goals.wanted.breakdown)

    def _press_bar(self, cell: Cell) -> None:
        if self._goals is not None:
            self.bars.choose(cell)
            self._open(self._goals.period, cell, self.desk.say(cell.label))

    def _press_bar_row(self, place: int) -> None:
        if self._goals is not None and place < len(self._goals.bars):
            self._press_bar(self._goals.bars[place].cell)

    def _press_point(self, day: date) -> None:
        goals = self._goals
        if goals is None:
            return
        value = dict(goals.points)[day]
        until = replace(goals.period, ends=day)
        cell = goals.shown.total if goals.is_share else replace(goals.shown.total, actual=value)
        self.bars.choose(None)
        name = self.tr("{0} hasta el {1}").format(self.desk.say(cell.label), short_date(day))
        self._open(until, cell, name)

    def _press_trend_row(self, place: int) -> None:
        if self._goals is not None and place < len(self._goals.points):
            self._press_point(self._goals.points[place][0])

    def _open(self, period: Period, cell: Cell, name: str) -> None:
        goals = self._goals
        if goals is None:
            return
        one = goals.report.of(cell.indicator)
        whole = period is goals.period
        counted = rows_counted(cell, one.indicator.rule.name) if whole or not is_share(one) else None
        chip = self.desk.say(one.indicator.title) if cell.breakdown else figure(cell, share=is_share(one))
        self.rows.open(Asked(period, cell, name, chip, counted, goals.wanted.limits))

    def _rows_closed(self) -> None:
        """Back to the number that was pressed."""
        chosen = next((row for row in self.bars.rows() if row.is_chosen()), None)
        self.bars.choose(None)
        target = chosen or next((card for card in self.cards.cards() if card.isChecked()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_breakdown(self, _at: int) -> None:
        if not self._filling and self._goals is not None:
            self.wanted.emit(self._goals.wanted.code, str(self.by.currentData()))

    def take_focus(self) -> None:
        """The chosen card."""
        cards = self.cards.cards()
        target = next((card for card in cards if card.isChecked()), cards[0] if cards else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # fitting
    def _arrange(self) -> None:
        large = theme.is_large()
        stack(self._across, large)
        if large:
            self.cards.set_seen(2 if self.width() < _WIDE else 3)
        else:
            self.cards.set_seen(6 if self.width() >= _WIDE else 4)
        self._scroll.setMinimumHeight(theme.px(84))
