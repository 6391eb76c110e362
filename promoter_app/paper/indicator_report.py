"""The tables of a period for a donor: a line per indicator with cumulative and comments, charts, every breakdown.

Heavy: imports reportlab.
"""

from __future__ import annotations

from promoter_app.domain.indicators.catalog import BREAKDOWNS
from promoter_app.domain.indicators.figures import Cell, IndicatorReport, Report
from promoter_app.domain.indicators.status import NOT_SET
from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.charts import Bar, bars_height, draw_bars
from promoter_app.paper.document import Page, drawing
from promoter_app.paper.flow import Flow
from promoter_app.paper.words import short_date

TITLE = Sentence("Informe de indicadores", "Indicator report")
HEADS = Sentence(
    "Indicador|Qué cuenta|Meta|Real|Logro|Estado|Acumulado",
    "Indicator|What it counts|Target|Actual|Done|Status|To date",
)
ACHIEVED = Sentence("Logro de las metas", "Achievement of targets")
COMMENTS = Sentence("Comentarios", "Comments")
NOTES = Sentence("Notas", "Notes")
KEPT = Sentence("no se dice", "kept back")
OVERLAP = Sentence("los grupos se enciman", "groups overlap")
CLOSED = Sentence("Cerrado el {day}. Huella: {print}", "Closed on {day}. Fingerprint: {print}")
_CHARTED = ("sex", "age_group", "language", "migrant", "sector", "state", "municipality", "company", "partner",
            "promoter", "topic", "kind", "channel", "audience", "place", "counted", "standard")  # fmt: skip


def report_pages(report: Report, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """All pages of the report."""
    days = f"{short_date(report.period.starts, language)} – {short_date(report.period.ends, language)}"
    flow = Flow(paper, foot=f"{report.project} · {days}", language=language)
    flow.title(f"{TITLE.in_language(language)} · {report.period.name}", f"{report.project} · {days}")
    flow.text(report.roll_up.words.in_language(language), 11)
    if report.closed_on:
        words = CLOSED.in_language(language).format(day=report.closed_on, print=(report.fingerprint or "")[:16])
        flow.text(words, 8.5)
    rows = [_line(one, language) for one in report.indicators]
    flow.table(HEADS.in_language(language).split("|"), rows, (1.8, 3.0, 1, 1.7, 0.9, 1.4, 1.2), 8.5)
    _achieved(flow, report, language)
    _comments(flow, report, language)
    for one in report.indicators:
        _parts(flow, one, language)
    flow.heading(NOTES.in_language(language))
    flow.bullets([remark.in_language(language) for remark in _remarks(report)], 9)
    return flow.pages()


draw_indicator_report = drawing(report_pages, TITLE)
"""Write `report` to the PDF `out`."""


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def figure_words(cell: Cell, language: str) -> str:
    """A figure as it is printed: `42/150 · 28 %`, `1,284`, or that it is kept back."""
    if cell.suppressed:
        return KEPT.in_language(language)
    if cell.whole is not None:
        share = "—" if cell.actual is None else f"{cell.actual} %"
        return f"{cell.part}/{cell.whole} · {share}"
    return _number(cell.actual)


def _line(one: IndicatorReport, language: str) -> tuple[str, ...]:
    total = one.total
    main = one.indicator.rule.main
    target = _number(total.target) if total.target is not None else NOT_SET.in_language(language) if main else ""
    done = "—" if total.achievement is None else f"{total.achievement} %"
    status = total.status.words.in_language(language) if total.status and main else ""
    return (
        one.indicator.code, one.indicator.title.in_language(language), target, figure_words(total, language),
        done if main else "", status, "" if total.cumulative is None else _number(total.cumulative),
    )  # fmt: skip


def _achieved(flow: Flow, report: Report, language: str) -> None:
    bars = [
        Bar(one.indicator.code, float(one.total.achievement), f"{one.total.achievement} %", 100.0)
        for one in report.indicators
        if one.total.achievement is not None
    ]
    if bars:
        flow.heading(ACHIEVED.in_language(language))
        _chart(flow, bars)


def _chart(flow: Flow, bars: list[Bar]) -> None:
    height = bars_height(bars)
    flow.block(height, lambda pen, y: draw_bars(pen, Box(flow.left, y, flow.room, height), bars))


def _comments(flow: Flow, report: Report, language: str) -> None:
    restated = [f"{each.indicator}: {each.words.in_language(language)}." for each in report.restated]
    said = [f"{one.indicator.code}: {one.comment}" for one in report.indicators if one.comment]
    if restated or said:
        flow.heading(COMMENTS.in_language(language))
        flow.bullets([*restated, *said], 9)


def _parts(flow: Flow, one: IndicatorReport, language: str) -> None:
    shown = [(name, one.parts[name]) for name in _CHARTED if len(one.parts.get(name, ())) > 1]
    if not shown or not one.total.actual:
        return
    flow.heading(f"{one.indicator.code} · {one.indicator.title.in_language(language)}")
    for name, cells in shown:
        overlap = f" ({OVERLAP.in_language(language)})" if name in one.indicator.rule.overlaps else ""
        flow.text(f"{BREAKDOWNS[name].in_language(language)}{overlap}", 9.5, stay=True)
        bars = [
            Bar(cell.label.in_language(language), None if cell.suppressed else float(cell.actual or 0),
                figure_words(cell, language), cell.target)
            for cell in cells
        ]  # fmt: skip
        for start in range(0, len(bars), 24):
            _chart(flow, bars[start : start + 24])


def _remarks(report: Report) -> list[Sentence]:
    return list(dict.fromkeys([remark for one in report.indicators for remark in one.remarks] + [*report.remarks]))
