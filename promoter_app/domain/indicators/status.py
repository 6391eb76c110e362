"""Status words of an indicator and their roll-up. A target that is not set is not zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from promoter_app.domain.refusal import Sentence


class Status(StrEnum):
    """How far an indicator is in a period."""

    UNDEFINED = "undefined"
    NO_PROGRESS = "no_progress"
    SOME_PROGRESS = "some_progress"
    REACHED = "reached"

    @property
    def words(self) -> Sentence:
        """As it is printed."""
        return _WORDS[self]


_WORDS = {
    Status.UNDEFINED: Sentence("meta no fijada", "target not set"),
    Status.NO_PROGRESS: Sentence("sin avance", "no progress"),
    Status.SOME_PROGRESS: Sentence("algún avance", "some progress"),
    Status.REACHED: Sentence("meta cumplida", "reached"),
}
NOT_SET = Sentence("no fijada", "not set")


def status_of(actual: float | None, target: float | None) -> Status:
    """The word for a figure; no figure at all (a share of nobody) counts as nothing done."""
    if target is None:
        return Status.UNDEFINED
    if not actual:
        return Status.NO_PROGRESS
    return Status.REACHED if actual >= target else Status.SOME_PROGRESS


def achievement(actual: float | None, target: float | None) -> int | None:
    """Actual out of target in whole percent, half up (7953/4810 -> 165); None unless the target is over zero."""
    if actual is None or target is None or target <= 0:
        return None
    return int(100 * actual / target + 0.5) if actual >= 0 else None


@dataclass(frozen=True)
class RollUp:
    """How many indicators show progress (reached ones too), none, or have no target."""

    progress: int
    none: int
    undefined: int

    @property
    def total(self) -> int:
        """All indicators."""
        return self.progress + self.none + self.undefined

    @property
    def words(self) -> Sentence:
        """One sentence for the head of a report."""
        return Sentence(
            f"De {self.total} indicadores, {self.progress} con avance, {self.none} sin avance y "
            f"{self.undefined} con meta no fijada.",
            f"Of {self.total} indicators, {self.progress} show progress, {self.none} none, and "
            f"{self.undefined} have no target set.",
        )


def roll_up(statuses: Iterable[Status]) -> RollUp:
    """The picture of all indicators: `11 = 2 some progress + 6 none + 3 undefined`."""
    seen = list(statuses)
    done = seen.count(Status.SOME_PROGRESS) + seen.count(Status.REACHED)
    return RollUp(done, seen.count(Status.NO_PROGRESS), seen.count(Status.UNDEFINED))
