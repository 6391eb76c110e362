"""The values of a report: cells, one per figure, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field

from promoter_app.domain.indicators.catalog import Indicator
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.indicators.status import RollUp, Status, achievement, roll_up, status_of
from promoter_app.domain.knowledge import KnowledgeChange
from promoter_app.domain.refusal import Sentence


@dataclass(frozen=True)
class Cell:
    """One figure. `breakdown` and `group` are None for the total; group "" is sin dato.

    `actual` is a count, or for a share its whole percent with `part` of `whole`; None when it is suppressed
    or there is nobody to take a share of. `merged` marks a sum of groups too small to be shown alone.
    """

    indicator: str
    period: str
    breakdown: str | None
    group: str | None
    label: Sentence
    actual: int | None
    part: int | None = None
    whole: int | None = None
    cumulative: int | None = None
    target: float | None = None
    suppressed: bool = False
    overlapping: bool = False
    merged: bool = False

    @property
    def is_total(self) -> bool:
        """Whether this is the indicator's own figure."""
        return self.breakdown is None

    @property
    def status(self) -> Status | None:
        """The status word of a total; None for a part, or when the figure is suppressed."""
        if not self.is_total or (self.suppressed and self.target is not None):
            return None
        return status_of(self.actual, self.target)

    @property
    def achievement(self) -> int | None:
        """Whole percent of the target, or None."""
        return achievement(self.actual, self.target)


@dataclass(frozen=True)
class IndicatorReport:
    """One indicator: its total, its parts by breakdown, remarks, and for a share how it was made."""

    indicator: Indicator
    total: Cell
    parts: dict[str, tuple[Cell, ...]] = field(default_factory=dict)
    remarks: tuple[Sentence, ...] = ()
    knowledge: KnowledgeChange | None = None
    per_workshop: KnowledgeChange | None = None
    comment: str = ""
    """What the office says about it, in its own words; never told to the outside."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The total, then every part."""
        return (self.total, *(cell for cells in self.parts.values() for cell in cells))


@dataclass(frozen=True)
class Restatement:
    """A figure of a closed period that is different now, and why."""

    indicator: str
    label: Sentence
    before: int | None
    now: int | None
    reason: Sentence

    @property
    def change(self) -> int:
        """What was added (or taken away) since the period was closed."""
        return (self.now or 0) - (self.before or 0)

    @property
    def words(self) -> Sentence:
        """`corregido: +3, llegaron datos tarde`."""
        return Sentence(
            f"corregido: {self.change:+d}, {self.reason.es}", f"restated: {self.change:+d}, {self.reason.en}"
        )


@dataclass(frozen=True)
class Report:
    """Everything a profile may see of a period."""

    period: Period
    profile: str
    project: str
    indicators: tuple[IndicatorReport, ...]
    closed_on: str | None = None
    fingerprint: str | None = None
    restated: tuple[Restatement, ...] = ()
    remarks: tuple[Sentence, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell in order."""
        return tuple(cell for one in self.indicators for cell in one.cells)

    @property
    def roll_up(self) -> RollUp:
        """The status words of the main indicators, counted; one that is kept back is left out."""
        words = [one.total.status for one in self.indicators if one.indicator.rule.main]
        return roll_up(word for word in words if word is not None)

    def of(self, code: str) -> IndicatorReport:
        """The indicator with a code; KeyError when the report has none."""
        for one in self.indicators:
            if one.indicator.code == code:
                return one
        raise KeyError(code)
