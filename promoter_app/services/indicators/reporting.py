"""The report of a period: `report` for its figures, `rows_behind` for what a figure counted, `trend`, `crossed`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from promoter_app.domain.indicators.catalog import RULES, Indicator, built_in, with_companions
from promoter_app.domain.indicators.figures import Cell, IndicatorReport, Report
from promoter_app.domain.indicators.limits import WHOLE, Limits
from promoter_app.domain.indicators.periods import Period, months_between, parse_period
from promoter_app.domain.knowledge import percent
from promoter_app.domain.privacy.profiles import INTERNAL, Profile, profile_named
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.folder import Folder
from promoter_app.services.indicators.comments import comments
from promoter_app.services.indicators.counting import SHARE, Counter
from promoter_app.services.indicators.labels import Labels
from promoter_app.store import office
from promoter_app.store.indicators import behind, frame, knowledge, units
from promoter_app.store.indicators.base import base, once
from promoter_app.store.indicators.units import Span

Row = dict[str, Any]


def periods(folder: Folder) -> tuple[Period, ...]:
    """The project's declared periods, in order."""
    return tuple(
        Period(row["name"], date.fromisoformat(row["starts"]), date.fromisoformat(row["ends"]), row["id"])
        for row in frame.periods(folder.book)
    )


def find_period(folder: Folder, written: str) -> Period:
    """The declared period with this name or these dates, else just the dates. Refusal `bad_period`."""
    declared = periods(folder)
    for one in declared:
        if one.name == written.strip():
            return one
    asked = parse_period(written)
    return next((one for one in declared if (one.starts, one.ends) == (asked.starts, asked.ends)), asked)


def indicators(folder: Folder) -> tuple[Indicator, ...]:
    """The project's indicators (the built-in ones when it declared none), each followed by what stands beside it."""
    declared = tuple(
        Indicator(
            row["code"], RULES.get(row["rule"], RULES["reported"]), Sentence(row["name_es"], row["name_en"]),
            row["donor_code"] or "", row["id"],
        )
        for row in frame.indicators(folder.book)
    )
    return with_companions(declared or built_in())


def report(
    folder: Folder,
    period: Period | str,
    profile: Profile | str = INTERNAL,
    *,
    limits: Limits = WHOLE,
    codes: Iterable[str] | None = None,
    today: date | None = None,
) -> Report:
    """The figures of a period as a profile may see them; `codes` limits which indicators (None: all).

    While a period goes on (`today`, or else the day the data were last written), no figure of people leaves it.

    Raises Refusal: `bad_period`, `unknown_profile`; for the outside also `not_a_period` (only the project's own
    periods leave it) and `only_whole` (no narrowing).
    """
    from promoter_app.services.indicators.closing import closed_state
    from promoter_app.services.indicators.guarding import guarded_report

    when = find_period(folder, period) if isinstance(period, str) else period
    receiver = profile_named(profile) if isinstance(profile, str) else profile
    if not receiver.small_cells:
        return guarded_report(folder, when, receiver, limits, today)
    wanted = None if codes is None else set(codes)
    listed = tuple(one for one in indicators(folder) if wanted is None or one.code in wanted)
    with _counting(folder, when, receiver, limits, listed) as counter:
        # the same question again is answered at once until something changes
        key = ("report", when, receiver.name, limits, listed)
        found = once(folder.book, key, lambda: _commented(folder, when, map(counter.report, listed)))
    made = Report(when, receiver.name, office.project_name(folder.book) or "", found)
    return closed_state(folder, made) if limits.is_whole and codes is None else made


def _commented(folder: Folder, period: Period, found: Iterable[IndicatorReport]) -> tuple[IndicatorReport, ...]:
    said = comments(folder, period)
    return tuple(replace(one, comment=said.get(one.indicator.code, "")) for one in found)


@contextmanager
def _counting(
    folder: Folder,
    period: Period,
    profile: Profile,
    limits: Limits,
    listed: Iterable[Indicator],
    span: Span | None = None,
) -> Iterator[Counter]:
    book = folder.book
    with base(book, limits):
        if any(one.rule.name == SHARE for one in listed):
            knowledge.build_pairs(book, limits)
            knowledge.choose_span(book, span or Span(period.first, period.last), limits)
        yield Counter(
            folder, period, limits, Labels(folder, profile), profile,
            frame.targets(book, period.id, limits.partner), frame.targets_of_partners(book, period.id),
        )


def rows_behind(
    folder: Folder,
    period: Period | str,
    cell: Cell,
    *,
    limits: Limits = WHOLE,
    cumulative: bool = False,
    limit: int = 200,
    offset: int = 0,
) -> list[Row]:
    """What a cell of an internal report counted, a page at a time; KeyError for a code that is not an indicator.

    People: id, name, card, sex, day, company, crew, topics, before, after, items (right answers before and after
    of `items` asked, for shares). Sessions: id, code, day, kind, module, crew, company, present. Others: unit, day,
    n and their groups. With `cumulative`, everything until the period's end.
    """
    when = find_period(folder, period) if isinstance(period, str) else period
    indicator = _indicator(folder, cell.indicator)
    span = Span("0000-01-01" if cumulative else when.first, when.last)
    with _counting(folder, when, INTERNAL, limits, [indicator], span) as counter:
        if indicator.rule.name == SHARE:
            return behind.tested(folder.book, cell.breakdown, cell.group, span, limits, limit, offset)
        return behind.rows(
            folder.book, indicator.rule.name, cell.breakdown, cell.group, span, counter.more(indicator), limit, offset
        )


def _indicator(folder: Folder, code: str) -> Indicator:
    for one in indicators(folder):
        if one.code == code:
            return one
    raise KeyError(code)


def trend(
    folder: Folder, period: Period | str, code: str, *, limits: Limits = WHOLE, upto: date | None = None
) -> tuple[tuple[Period, int | None], ...]:
    """The cumulative figure at the end of each month of a period (for a share: its percent of the project so far).

    Months after `upto` are left out. Internal only.
    """
    when = find_period(folder, period) if isinstance(period, str) else period
    indicator = _indicator(folder, code)
    months = [one for one in months_between(when.starts, when.ends) if upto is None or one.starts <= upto]
    with _counting(folder, when, INTERNAL, limits, [indicator]) as counter:
        if indicator.rule.name == SHARE:
            spans = [Span(when.first, month.last) for month in months]
            return tuple(
                (month, percent(*knowledge.share(folder.book, span, limits)))
                for month, span in zip(months, spans, strict=True)
            )
        days = units.by_day(folder.book, indicator.rule.name, when.last, counter.more(indicator))
    return tuple((month, sum(n for day, n in days if day <= month.last)) for month in months)


def crossed(
    folder: Folder, period: Period | str, code: str, rows: str, columns: str = "sex", *, limits: Limits = WHOLE
) -> list[tuple[Cell, tuple[Cell, ...]]]:
    """A breakdown, each group with its parts by a second one (language by sex). Internal only.

    Raises Refusal `no_crossing` for a share or a breakdown that the indicator does not have.
    """
    when = find_period(folder, period) if isinstance(period, str) else period
    indicator = _indicator(folder, code)
    rule = indicator.rule
    if rule.name == SHARE or rows not in rule.breakdowns or columns not in rule.breakdowns:
        raise Refusal(
            "no_crossing",
            Sentence("Esa cifra no se cruza así.", "That figure cannot be crossed like this."),
            NOTHING_CHANGED,
            Sentence("Elige otra forma de ver.", "Choose another view."),
        )
    with _counting(folder, when, INTERNAL, limits, [indicator]) as counter:
        found = units.crossed(folder.book, rule.name, rows, columns, counter.span, counter.more(indicator))
        return counter.crossing(indicator, rows, columns, found)
