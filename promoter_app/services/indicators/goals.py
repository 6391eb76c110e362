"""What the room of goals shows, read in one question: a period's report, one figure's trend and its parts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from promoter_app.domain.indicators.catalog import NO_DATA, NO_DATA_WORDS
from promoter_app.domain.indicators.figures import Cell, IndicatorReport, Report
from promoter_app.domain.indicators.limits import WHOLE, Limits
from promoter_app.domain.indicators.periods import Period, half_year
from promoter_app.domain.refusal import Sentence
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.services.indicators import reporting
from promoter_app.services.indicators.counting import SHARE
from promoter_app.store.indicators import frame
from promoter_app.store.merging.uniting import stoppable

LAST_PERIOD = "goals_period"
LAST_FIGURES = "goals_figures"
BY_SEX = "sex"
WEIGHTED = frozenset({"outreach", "reach_on_channels", "reported"})
"""Rules of which one row may count for many."""


def never() -> bool:
    """Nobody asks to stop."""
    return False


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to see. Empty `period`, `code` or `breakdown`: the one of last time or the first."""

    period: str = ""
    code: str = ""
    breakdown: str = ""
    company: bytes | None = None

    @property
    def limits(self) -> Limits:
        """Which sessions count."""
        return Limits(company=self.company) if self.company else WHOLE


@dataclass(frozen=True)
class Bar:
    """One group of a breakdown, with its parts by sex where the figure can be crossed."""

    cell: Cell
    parts: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Goals:
    """The answer. `points` are what was reached within the period by the end of each month (the last: by today)."""

    wanted: Wanted
    periods: tuple[Period, ...]
    companies: tuple[tuple[bytes, str], ...]
    report: Report
    points: tuple[tuple[date, int | None], ...]
    bars: tuple[Bar, ...]

    @property
    def period(self) -> Period:
        """The period shown."""
        return self.report.period

    @property
    def shown(self) -> IndicatorReport:
        """The figure that trend and parts are of."""
        return self.report.of(self.wanted.code)

    @property
    def is_share(self) -> bool:
        """Whether the figure shown is a percent."""
        return is_share(self.shown)


def is_share(one: IndicatorReport) -> bool:
    """Whether a figure is a percent of people."""
    return one.indicator.rule.name == SHARE


def goals(folder: Folder, wanted: Wanted, today: date, should_stop: Callable[[], bool] = never) -> Goals:
    """Read it all; the period is remembered for next time. Raises Refusal `stopped` when `should_stop` says so."""
    with stoppable(folder.book, should_stop):
        listed = reporting.periods(folder) or (half_year(today),)
        period = _chosen(folder, listed, wanted.period, today)
        _remember(folder, wanted.period)
        made = reporting.report(folder, period, limits=wanted.limits)
        one = _one(made, wanted.code)
        breakdown = wanted.breakdown if wanted.breakdown in one.parts else _first(one)
        settled = Wanted(period.name, one.indicator.code, breakdown, wanted.company)
        points = _points(folder, made, one, settled.limits, today)
        bars = _bars(folder, period, one, breakdown, settled.limits)
        if settled.limits.is_whole:
            _keep(folder, made, today)
    return Goals(settled, listed, _companies(folder), made, points, bars)


def _chosen(folder: Folder, listed: tuple[Period, ...], wanted: str, today: date) -> Period:
    names = {one.name: one for one in listed}
    for name in (wanted, laptop_setting(folder, LAST_PERIOD, "")):
        if name in names:
            return names[name]
    return next((one for one in listed if one.has(today)), listed[-1])


def _remember(folder: Folder, name: str) -> None:
    """Before anything is counted, and only when it is another: every write makes the counting begin again."""
    if name and laptop_setting(folder, LAST_PERIOD, "") != name:
        set_laptop_setting(folder, LAST_PERIOD, name)


@dataclass(frozen=True)
class Known:
    """A figure as it was last counted."""

    code: str
    title: Sentence
    actual: float | None
    target: float | None
    whole: int | None
    share: bool
    main: bool


@dataclass(frozen=True)
class LastKnown:
    """The figures that Metas showed last on this laptop, to look at while they are counted again."""

    period: Period
    counted_on: date
    figures: tuple[Known, ...]


def last_known(folder: Folder) -> LastKnown | None:
    """What was shown last, read at once; None when nothing was, or an older program kept it in another way."""
    try:
        kept = json.loads(laptop_setting(folder, LAST_FIGURES, "") or "null")
        figures = tuple(
            Known(code, Sentence(es, en), actual, target, whole, bool(share), bool(main))
            for code, es, en, actual, target, whole, share, main in kept["figures"]
        )
        period = next(one for one in reporting.periods(folder) if one.name == kept["period"])
        return LastKnown(period, date.fromisoformat(kept["on"]), figures)
    except (ValueError, TypeError, KeyError, StopIteration):
        return None


def _keep(folder: Folder, made: Report, today: date) -> None:
    rows = [
        [one.indicator.code, one.indicator.title.es, one.indicator.title.en, one.total.actual, one.total.target,
         one.total.whole, is_share(one), one.indicator.rule.main]
        for one in made.indicators
    ]  # fmt: skip
    kept = json.dumps({"period": made.period.name, "on": today.isoformat(), "figures": rows}, ensure_ascii=False)
    if laptop_setting(folder, LAST_FIGURES, "") != kept:
        set_laptop_setting(folder, LAST_FIGURES, kept)


def _one(made: Report, code: str) -> IndicatorReport:
    found = [one for one in made.indicators if one.indicator.code == code]
    people = [one for one in made.indicators if one.indicator.rule.name == "people_trained"]
    return (found or people or list(made.indicators))[0]


def _first(one: IndicatorReport) -> str:
    return "language" if "language" in one.parts else next(iter(one.parts), "")


def _companies(folder: Folder) -> tuple[tuple[bytes, str], ...]:
    """Every company in order of name: id and name."""
    return tuple((row["id"], row["name"]) for row in frame.companies(folder.book))


def _points(
    folder: Folder, made: Report, one: IndicatorReport, limits: Limits, today: date
) -> tuple[tuple[date, int | None], ...]:
    """What was reached since the period began; what came before it is taken off a count."""
    found = reporting.trend(folder, made.period, one.indicator.code, limits=limits, upto=today)
    before = 0 if is_share(one) else (one.total.cumulative or 0) - (one.total.actual or 0)
    return tuple((min(month.ends, max(today, month.starts)), None if n is None else n - before) for month, n in found)


_BY_SIZE = frozenset({"language", "state", "municipality", "company", "partner", "promoter"})
"""Groups without an order of their own: the largest comes first, sin dato last."""


def _bars(
    folder: Folder, period: Period, one: IndicatorReport, breakdown: str, limits: Limits
) -> tuple[Bar, ...]:
    if not breakdown:
        return ()
    cells = one.parts[breakdown]
    if not any(cell.group == NO_DATA for cell in cells):
        cells = (*cells, _nobody(one, breakdown))
    if breakdown in _BY_SIZE and not is_share(one):
        cells = tuple(sorted(cells, key=lambda cell: (cell.group == NO_DATA, -(cell.actual or 0))))
    rule = one.indicator.rule
    if is_share(one) or breakdown == BY_SEX or BY_SEX not in rule.breakdowns:
        return tuple(Bar(cell) for cell in cells)
    crossed = reporting.crossed(folder, period, one.indicator.code, breakdown, BY_SEX, limits=limits)
    parts = {head.group: inner for head, inner in crossed}
    return tuple(Bar(cell, parts.get(cell.group, ())) for cell in cells)


def _nobody(one: IndicatorReport, breakdown: str) -> Cell:
    """Sin dato is always shown, also when it is nobody."""
    share = is_share(one)
    return replace(
        one.total, breakdown=breakdown, group=NO_DATA, label=NO_DATA_WORDS, actual=None if share else 0,
        part=0 if share else None, whole=0 if share else None, cumulative=None if share else 0, target=None,
        overlapping=breakdown in one.indicator.rule.overlaps,
    )


def rows_counted(cell: Cell, rule: str) -> int | None:
    """How many rows lie behind a cell; None when one row may count for many (reach, figures by hand)."""
    if rule == SHARE:
        return cell.whole
    return None if rule in WEIGHTED else cell.actual


def look_behind(
    folder: Folder, period: Period, cell: Cell, limits: Limits, limit: int, offset: int,
    should_stop: Callable[[], bool] = never,
) -> list[dict[str, Any]]:  # fmt: skip
    """A page of the rows of a cell, as `reporting.rows_behind` gives them. Refusal `stopped`."""
    with stoppable(folder.book, should_stop):
        return reporting.rows_behind(folder, period, cell, limits=limits, limit=limit, offset=offset)


def report_for(folder: Folder, period: Period, profile: str, today: date) -> Report:
    """The report that a receiver (`internal`, `donor`, `outside`) would get today. Refusal: those of `report`."""
    return reporting.report(folder, period, profile, today=today)
