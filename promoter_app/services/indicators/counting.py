"""From counts in the database to the cells of a full report; what a profile keeps back comes after."""

from __future__ import annotations

from dataclasses import dataclass, replace

from promoter_app.domain.indicators.catalog import Indicator, Rule
from promoter_app.domain.indicators.figures import Cell, IndicatorReport
from promoter_app.domain.indicators.limits import Limits
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.knowledge import CAVEAT, KnowledgeChange, Unit, percent
from promoter_app.domain.privacy.profiles import LEAST_FOR_RATE, Profile
from promoter_app.domain.refusal import Sentence
from promoter_app.services.folder import Folder
from promoter_app.services.indicators.labels import Labels
from promoter_app.store.indicators import knowledge, units
from promoter_app.store.indicators.units import Span

SHARE = "knowledge_rose"
MAY_OVERLAP = Sentence(
    "Una persona puede estar en varios grupos: las partes pueden sumar más que el total.",
    "One person may be in several groups: parts may add up to more than the total.",
)
BESIDE = {
    "outreach": Sentence("Son alcances, no personas distintas.", "This is reach, not distinct people."),
    "informed_on_channels": Sentence(
        "Personas con el tema de canales; el alcance de la campaña sobre canales va aparte.",
        "People who had the topic on channels; campaign reach on channels is shown apart.",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Counter:
    """Everything that counting one report needs. Use inside `base`."""

    folder: Folder
    period: Period
    limits: Limits
    labels: Labels
    profile: Profile
    targets: dict[bytes, float | None]
    partner_targets: dict[tuple[bytes, bytes], float | None]

    @property
    def span(self) -> Span:
        """The period as days."""
        return Span(self.period.first, self.period.last)

    def more(self, indicator: Indicator) -> dict[str, bytes | None]:
        """Parameters that some rules need."""
        return {"partner": self.limits.partner, "indicator": indicator.id}

    def report(self, indicator: Indicator) -> IndicatorReport:
        """One indicator with its parts."""
        return self._share(indicator) if indicator.rule.name == SHARE else self._counted(indicator)

    def _allowed(self, rule: Rule) -> list[str]:
        allowed = self.profile.breakdowns
        return [name for name in rule.breakdowns if allowed is None or name in allowed]

    def _target(self, indicator: Indicator) -> float | None:
        return self.targets.get(indicator.id) if indicator.id else None

    def _counted(self, indicator: Indicator) -> IndicatorReport:
        book, rule = self.folder.book, indicator.rule
        now, ever = units.total(book, rule.name, self.span, self.more(indicator))
        total = Cell(
            indicator.code, self.period.name, None, None, indicator.title, now, cumulative=ever,
            target=self._target(indicator),
        )
        found = units.parts(book, rule.name, self._allowed(rule), self.span, self.more(indicator))
        parts = {name: self._parts(indicator, name, found[name]) for name in self._allowed(rule)}
        return IndicatorReport(indicator, total, parts, _remarks(rule))

    def _parts(self, indicator: Indicator, breakdown: str, found: list[tuple[str, int, int]]) -> tuple[Cell, ...]:
        cells = [
            replace(self._cell(indicator, breakdown, group), actual=now, cumulative=ever)
            for group, now, ever in found
        ]
        return self._ordered(breakdown, cells)

    def _cell(self, indicator: Indicator, breakdown: str, group: str) -> Cell:
        target = None
        if breakdown == "partner" and indicator.id and group:
            target = self.partner_targets.get((indicator.id, bytes.fromhex(group)))
        overlapping = breakdown in indicator.rule.overlaps
        label = self.labels.of(breakdown, group)
        return Cell(
            indicator.code, self.period.name, breakdown, group, label, None, target=target, overlapping=overlapping
        )

    def empty(self, indicator: Indicator, breakdown: str, group: str) -> Cell:
        """A group in which nobody was counted."""
        cell = self._cell(indicator, breakdown, group)
        if indicator.rule.name == SHARE:
            return replace(cell, part=0, whole=0)
        return replace(cell, actual=0, cumulative=0)

    def _ordered(self, breakdown: str, cells: list[Cell]) -> tuple[Cell, ...]:
        return tuple(sorted(cells, key=lambda cell: self.labels.key(breakdown, cell.group or "")))

    def crossing(
        self, indicator: Indicator, rows: str, columns: str, found: list[tuple[str, str, int]]
    ) -> list[tuple[Cell, tuple[Cell, ...]]]:
        """Cells of a crossed breakdown: each row's sum and its parts."""
        by_row: dict[str, list[Cell]] = {}
        for row, column, n in found:
            by_row.setdefault(row, []).append(replace(self._cell(indicator, columns, column), actual=n))
        heads = [
            replace(self._cell(indicator, rows, row), actual=sum(cell.actual or 0 for cell in cells))
            for row, cells in by_row.items()
        ]
        return [(head, self._ordered(columns, by_row[head.group or ""])) for head in self._ordered(rows, heads)]

    def _share(self, indicator: Indicator) -> IndicatorReport:
        book = self.folder.book
        change = knowledge.change(book, self.span, self.limits)
        workshops = knowledge.change(book, self.span, self.limits, Unit.WORKSHOP)
        total = self._rated(
            Cell(indicator.code, self.period.name, None, None, indicator.title, None, target=self._target(indicator)),
            change.rose, change.total,
        )
        parts: dict[str, tuple[Cell, ...]] = {}
        found = knowledge.change_by(book, self._allowed(indicator.rule), self.span, self.limits)
        for breakdown, groups in found.items():
            cells = [
                self._rated(self._cell(indicator, breakdown, group), rose, whole) for group, rose, whole in groups
            ]
            parts[breakdown] = self._ordered(breakdown, cells)
        remarks = (*_remarks(indicator.rule), CAVEAT, _pairs_words(change))
        return IndicatorReport(indicator, total, parts, remarks, change, workshops)

    def _rated(self, cell: Cell, rose: int, whole: int) -> Cell:
        """A share of people; of few people only the profile that may gets a percent."""
        few = whole < LEAST_FOR_RATE and not self.profile.rates_of_few
        return replace(cell, actual=None if few else percent(rose, whole), part=rose, whole=whole)


def _remarks(rule: Rule) -> tuple[Sentence, ...]:
    remarks = [BESIDE[rule.name]] if rule.name in BESIDE else []
    return (*remarks, *([MAY_OVERLAP] if rule.overlaps else []))


def _pairs_words(change: KnowledgeChange) -> Sentence:
    """What lies beside the share: who fell, who knew it all, who has no pair."""
    return Sentence(
        f"Bajaron {change.fell}, igual {change.equal} (con todo bien desde antes: {change.ceiling}); sin par: "
        f"{change.only_pre} solo antes, {change.only_post} solo después, {change.no_match} no comparables.",
        f"{change.fell} fell, {change.equal} equal (all right from the start: {change.ceiling}); without a pair: "
        f"{change.only_pre} only before, {change.only_post} only after, {change.no_match} not comparable.",
    )
