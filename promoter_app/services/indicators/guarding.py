"""The report for the outside: only the project's own periods, whole, with small cells kept back.

How and why it holds is told in `domain.privacy.suppression`. Everything here is read from the same fixed family of
tables, whatever report is asked for, so that two reports never disagree about what may be told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from promoter_app.domain.indicators.catalog import (
    LABOUR_RIGHTS,
    NO_DATA,
    PLACES,
    SPLITS_OF_PEOPLE,
    Indicator,
    Rule,
)
from promoter_app.domain.indicators.figures import Cell, IndicatorReport, Report
from promoter_app.domain.indicators.limits import Limits
from promoter_app.domain.indicators.periods import Period, half_year, segments
from promoter_app.domain.knowledge import percent
from promoter_app.domain.privacy import guard
from promoter_app.domain.privacy.guard import Share, Timeline
from promoter_app.domain.privacy.profiles import SMALL, SMALL_SENSITIVE, Profile
from promoter_app.domain.privacy.suppression import Atom, Partition, partition
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.folder import Folder
from promoter_app.services.indicators.closing import not_a_period
from promoter_app.services.indicators.counting import SHARE, Counter
from promoter_app.services.indicators.labels import Labels
from promoter_app.store import office
from promoter_app.store.book import Book
from promoter_app.store.indicators import frame, knowledge, units
from promoter_app.store.indicators.base import base
from promoter_app.store.indicators.units import Span

WORKERS = ("people_trained", "informed_on_channels", "completed_course")
SAME_AS = {"certificates": "completed_course"}
TOGETHER = Sentence("grupos chicos, juntos", "small groups, together")
KEPT_BACK = Sentence(
    f"Los grupos de menos de {SMALL} personas van juntos o no se dicen; tampoco porcentajes de pocas personas.",
    f"Groups of fewer than {SMALL} people are joined or not told; nor are percents of few people.",
)
OUTSIDE_LIMITS = Limits(merge_sensitive=True)
Columns = tuple[str, ...]


NOT_OVER = Sentence(
    "El periodo no ha terminado: las cifras de personas salen cuando termine, para que dos informes no se resten.",
    "The period is not over: figures of people are told once it is, so that no two reports can be subtracted.",
)


def guarded_report(folder: Folder, period: Period, profile: Profile, limits: Limits, today: date | None) -> Report:
    """The figures of one of the project's periods for the outside; of one that goes on today, none of people.

    Without `today` the day on which the data were last written stands for it.

    Raises Refusal `not_a_period` for other dates and `only_whole` when something is left out: a part now and the
    whole later would tell the rest.
    """
    from promoter_app.services.indicators.reporting import indicators

    if not limits.is_whole:
        raise _only_whole()
    book = folder.book
    with base(book, OUTSIDE_LIMITS):
        knowledge.build_pairs(book, OUTSIDE_LIMITS)
        grid = _grid(folder, period)
        family = _Family(book, segments(grid, period.ends))
        knowledge.choose_span(book, Span(period.first, period.last), OUTSIDE_LIMITS)
        counter = Counter(
            folder, period, OUTSIDE_LIMITS, Labels(folder, profile), profile, frame.targets(book, period.id, None), {}
        )
        listed = tuple(_Guarded(family, one, counter).report() for one in indicators(folder))
    remarks: tuple[Sentence, ...] = (KEPT_BACK,)
    if (today or frame.last_written(book)) <= period.ends:
        listed, remarks = tuple(_without_people(one) for one in listed), (NOT_OVER, KEPT_BACK)
    return Report(period, profile.name, office.project_name(book) or "", listed, remarks=remarks)


def _without_people(one: IndicatorReport) -> IndicatorReport:
    """Only that the figure exists, when it is one of people."""
    if not one.indicator.rule.of_people:
        return one
    return replace(one, total=_told(one.total, False, False), parts={})


def _only_whole() -> Refusal:
    return Refusal(
        "only_whole",
        Sentence("Hacia afuera el informe va completo.", "For the outside the report goes whole."),
        NOTHING_CHANGED,
        Sentence("Quita los filtros y sácalo otra vez.", "Take the filters away and try again."),
    )


def _grid(folder: Folder, period: Period) -> tuple[Period, ...]:
    """The periods that may leave: the declared ones, or half-years when none was declared."""
    from promoter_app.services.indicators.reporting import periods

    declared = periods(folder) or _half_years(folder.book, period)
    if not any((one.starts, one.ends) == (period.starts, period.ends) for one in declared):
        raise not_a_period(period)
    try:
        segments(declared, period.ends)
    except ValueError as error:
        raise not_a_period(period) from error
    return declared


def _half_years(book: Book, period: Period) -> tuple[Period, ...]:
    days = units.by_day(book, "sessions_held", period.last, {})
    half = half_year(date.fromisoformat(days[0][0]) if days else period.starts)
    found = [half]
    while found[-1].ends < period.ends:
        found.append(half_year(found[-1].ends + timedelta(days=1)))
    return tuple(found)


@dataclass
class _Family:
    """The fixed tables: amounts by group and segment of time, and the classes made from them. Use inside `base`."""

    book: Book
    pieces: tuple[Period, ...]
    _series: dict[tuple[str, Columns], dict[Atom, list[int]]] = field(default_factory=dict)
    _classes: dict[tuple[str, Columns], Partition] = field(default_factory=dict)
    _shares: dict[Columns, dict[int, Share]] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """How many segments there are; the last one is the period asked for."""
        return len(self.pieces)

    def series(self, rule: str, columns: Columns) -> dict[Atom, list[int]]:
        """Amounts of a rule by group and segment."""
        rule = SAME_AS.get(rule, rule)
        if (rule, columns) not in self._series:
            rows = units.atoms(self.book, rule, columns, self.pieces[-1].last, {"partner": None, "indicator": None})
            self._series[rule, columns] = self._by_segment((atom, day, n) for atom, day, n in rows)
        return self._series[rule, columns]

    def _by_segment(self, rows: Iterable[tuple[Atom, str, int]]) -> dict[Atom, list[int]]:
        starts = [piece.first for piece in self.pieces]
        found: dict[Atom, list[int]] = {}
        for atom, day, n in rows:
            found.setdefault(atom, [0] * self.length)[bisect_right(starts, day) - 1] += n
        return found

    def shares(self, columns: Columns) -> dict[int, Share]:
        """Who rose in each declared period, by group."""
        if columns not in self._shares:
            found = {}
            for index, piece in enumerate(self.pieces):
                if piece.name:
                    knowledge.choose_span(self.book, Span(piece.first, piece.last), OUTSIDE_LIMITS)
                    rows = knowledge.atoms(self.book, columns)
                    found[index] = Share({a: rose for a, rose, _n in rows}, {a: n for a, _rose, n in rows})
            self._shares[columns] = found
        return self._shares[columns]

    def classes(self, rule: str, columns: Columns) -> Partition:
        """The classes of a breakdown: one set for all figures of workers, its own for other people."""
        key = ("workers" if rule in (*WORKERS, *SAME_AS, SHARE) else rule, columns)
        if key not in self._classes:
            self._classes[key] = self._of_workers(columns) if key[0] == "workers" else self._of_others(rule, columns)
        return self._classes[key]

    def _of_others(self, rule: str, columns: Columns) -> Partition:
        series = self.series(rule, columns)
        return partition(sorted(series), guard.steps_of_counts([series], self.length))

    def _of_workers(self, columns: Columns) -> Partition:
        figures = [self.series(rule, columns) for rule in WORKERS]
        steps = guard.steps_of_counts(figures, self.length)
        for some in figures[1:]:
            guard.add_differences(steps, figures[0], some)
        atoms = {atom for series in figures for atom in series}
        for index, share in self.shares(columns).items():
            atoms |= share.whole.keys()
            if share.is_safe():
                steps[index] += share.measures()
        if columns == PLACES:
            guard.add_crews(steps, self._crews())
        return partition(sorted(atoms), steps)

    def _crews(self) -> dict[Atom, list[int]]:
        return self._by_segment((atom, day, 1) for atom, day in frame.crews_by_first_day(self.book))


@dataclass
class _Guarded:
    """One indicator on its way out."""

    family: _Family
    indicator: Indicator
    counter: Counter

    @property
    def rule(self) -> Rule:
        """What it counts."""
        return self.indicator.rule

    def report(self) -> IndicatorReport:
        """The indicator with what may be told of it."""
        full = self.counter.report(self.indicator)
        if self.rule.name == SHARE:
            return self._share(full)
        if not self.rule.of_people:
            counts = {name: self._of_few_crews(name, cells, full.total) for name, cells in full.parts.items()}
            return replace(full, parts=counts)
        series = self.family.series(self.rule.name, (_any_column(self.rule),))
        line = guard.timeline(guard.totals_of(series, self.family.length))
        total = _told(full.total, self.at in line.alone, self.at in line.until)
        parts = {name: self._parts(name, cells, total, line) for name, cells in full.parts.items()}
        return replace(full, total=total, parts=parts)

    def _of_few_crews(self, name: str, cells: tuple[Cell, ...], total: Cell) -> tuple[Cell, ...]:
        """Counts of sessions by place: a place on too few crews to be told apart is kept back."""
        if name not in PLACES:
            return cells
        made = self.family.classes("people_trained", PLACES)
        if self.at in made.withheld:
            return ()
        column = PLACES.index(name)
        everyone = {atom: 1 for one in made.classes for atom in one}
        known = {atom[column] for atom in everyone}
        told = [
            cell if cell.group == NO_DATA or (cell.group in known
            and guard.may_tell(made.classes, column, cell.group or "", everyone)) else _told(cell, False, False)
            for cell in cells
        ]
        return (*told, *_rest(told, total))

    @property
    def at(self) -> int:
        """The segment of the period asked for: the last one."""
        return self.family.length - 1

    def _parts(self, name: str, cells: tuple[Cell, ...], total: Cell, line: Timeline) -> tuple[Cell, ...]:
        if name in self.rule.overlaps:
            return tuple(self._apart(cell) for cell in cells)
        columns, column = _columns(name)
        series = self.family.series(self.rule.name, columns)
        made = self.family.classes(self.rule.name, columns)
        if self.at in made.withheld:
            return ()
        now, ever = guard.sums(series, [self.at]), guard.sums(series, range(self.at + 1))
        alone, until = self.at in line.alone, self.at in line.until and not made.withheld
        told = [
            _told(
                cell,
                alone and guard.may_tell(made.classes, column, cell.group or "", now),
                until and guard.may_tell(made.classes, column, cell.group or "", ever),
            )
            for cell in self._all_groups(name, cells, made, column)
        ]
        return (*told, *_rest(told, total if until else replace(total, cumulative=None)))

    def _all_groups(self, name: str, cells: tuple[Cell, ...], made: Partition, column: int) -> list[Cell]:
        """A cell for each group that anybody is in: a row left out would say that nobody is."""
        groups = {atom[column] for one in made.classes for atom in one} - {cell.group for cell in cells}
        return [*cells, *(self.counter.empty(self.indicator, name, group) for group in sorted(groups))]

    def _apart(self, cell: Cell) -> Cell:
        """A group that overlaps with others stands alone: it has blocks of its own."""
        atom: Atom = (cell.group or "",)
        amounts = self.family.series(self.rule.name, ("topic",)).get(atom, [0] * self.family.length)
        line = guard.timeline(amounts, _least(cell))
        return _told(cell, self.at in line.alone, self.at in line.until)

    def _share(self, full: IndicatorReport) -> IndicatorReport:
        share = self.family.shares(("sex",))[self.at]
        self._choose()
        safe = share.is_safe()
        total = _told(full.total, safe, False)
        parts = {name: self._share_parts(name, cells, total) for name, cells in full.parts.items()}
        # the sentence about pairs and those without one tells small counts
        return replace(full, total=total, parts=parts, remarks=full.remarks[:-1], knowledge=None, per_workshop=None)

    def _choose(self) -> None:
        span = Span(self.counter.period.first, self.counter.period.last)
        knowledge.choose_span(self.family.book, span, OUTSIDE_LIMITS)

    def _share_parts(self, name: str, cells: tuple[Cell, ...], total: Cell) -> tuple[Cell, ...]:
        if name in self.rule.overlaps:
            return tuple(
                _told(cell, Share({("",): cell.part or 0}, {("",): cell.whole or 0}).is_safe(_least(cell)), False)
                for cell in cells
            )
        columns, column = _columns(name)
        share = self.family.shares(columns)[self.at]
        made = self.family.classes(SHARE, columns)
        if self.at in made.withheld:
            return ()
        told = [
            _told(
                cell,
                not total.suppressed and guard.may_tell(made.classes, column, cell.group or "", share.whole),
                False,
            )
            for cell in self._all_groups(name, cells, made, column)
        ]
        return (*told, *_rest(told, total))


def _columns(breakdown: str) -> tuple[Columns, int]:
    """Which breakdowns are guarded together with this one, and its place among them."""
    return (PLACES, PLACES.index(breakdown)) if breakdown in PLACES else ((breakdown,), 0)


def _any_column(rule: Rule) -> str:
    """A breakdown in which nobody is twice; a constant when the rule has none."""
    apart = [name for name in rule.breakdowns if name not in rule.overlaps]
    return next((name for name in apart if name in SPLITS_OF_PEOPLE), apart[0] if apart else "NULL")


def _least(cell: Cell) -> int:
    return SMALL_SENSITIVE if cell.group == LABOUR_RIGHTS else SMALL


def _told(cell: Cell, now: bool, ever: bool) -> Cell:
    """The cell with what may not be told taken out."""
    if not now:
        cell = replace(cell, actual=None, part=None, whole=None, suppressed=True)
    return cell if ever else replace(cell, cumulative=None)


def _rest(told: list[Cell], total: Cell) -> tuple[Cell, ...]:
    """The groups that were kept back, as one sum: parts still add up to the total."""
    hidden = [cell for cell in told if cell.suppressed or (cell.cumulative is None and total.cumulative is not None)]
    if not hidden:
        return ()
    rest = replace(
        hidden[0], group=None, label=TOGETHER, target=None, suppressed=total.suppressed, merged=True,
        actual=None, part=None, whole=None, cumulative=None,
    )  # fmt: skip
    if total.part is not None and total.whole is not None:
        rose = total.part - sum(cell.part or 0 for cell in told)
        whole = total.whole - sum(cell.whole or 0 for cell in told)
        return (replace(rest, part=rose, whole=whole, actual=percent(rose, whole)),)
    values: Mapping[str, int | None] = {
        name: None if getattr(total, name) is None
        else getattr(total, name) - sum(getattr(cell, name) or 0 for cell in told)
        for name in ("actual", "cumulative")
    }
    return (replace(rest, actual=values["actual"], cumulative=values["cumulative"]),)
