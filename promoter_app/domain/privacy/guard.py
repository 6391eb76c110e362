"""What may be told of one figure to the outside, once groups are in classes and time in blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promoter_app.domain.privacy.profiles import LEAST_CREWS, LEAST_FOR_RATE, SMALL
from promoter_app.domain.privacy.suppression import Atom, Classes, Measure, blocks

Series = Mapping[Atom, Sequence[int]]
"""Amounts by group, one for each segment of time."""


@dataclass(frozen=True)
class Timeline:
    """Which segments of time of one figure may be told: alone, and as "until its end"."""

    alone: frozenset[int]
    until: frozenset[int]
    joined: tuple[tuple[int, ...], ...]


def timeline(totals: Sequence[int], least: int = SMALL) -> Timeline:
    """The blocks of a figure's totals as the segments that may be told."""
    joined = blocks(totals, least)
    alone = frozenset(block[0] for block in joined if len(block) == 1)
    return Timeline(alone, frozenset(block[-1] for block in joined), joined)


def sums(series: Series, segments: Sequence[int]) -> dict[Atom, int]:
    """Amounts by group over some segments."""
    return {atom: sum(amounts[index] for index in segments) for atom, amounts in series.items()}


def totals_of(series: Series, length: int) -> list[int]:
    """The total of each segment."""
    return [sum(amounts[index] for amounts in series.values()) for index in range(length)]


def steps_of_counts(figures: Sequence[Series], length: int) -> list[list[Measure]]:
    """For each segment, the blocks that end with it: every figure must be 0 or at least SMALL in each class."""
    steps: list[list[Measure]] = [[] for _ in range(length)]
    for series in figures:
        for block in timeline(totals_of(series, length)).joined:
            steps[block[-1]].append(Measure(SMALL, sums(series, block)))
    return steps


def add_differences(steps: list[list[Measure]], all_: Series, some: Series) -> None:
    """Those who are in `all_` and not yet in `some` (trained, but without the topic) are a group of people too.

    Where even their total is small the two totals tell it already, and no class could hide it.
    """
    length = len(steps)
    for index in timeline(totals_of(all_, length)).until & timeline(totals_of(some, length)).until:
        upto = range(index + 1)
        whole, part = sums(all_, upto), sums(some, upto)
        measure = Measure(SMALL, {atom: amount - part.get(atom, 0) for atom, amount in whole.items()})
        if measure.is_safe(frozenset(whole)):
            steps[index].append(measure)


def add_crews(steps: list[list[Measure]], crews: Series) -> None:
    """At the end of each segment every class of places must stand on at least LEAST_CREWS crews."""
    for index, step in enumerate(steps):
        step.append(Measure(LEAST_CREWS, sums(crews, range(index + 1))))


@dataclass(frozen=True)
class Share:
    """Who rose of who was tested, by group, in one segment."""

    rose: Mapping[Atom, int]
    whole: Mapping[Atom, int]

    def measures(self, least: int = SMALL) -> list[Measure]:
        """Those who rose, those who did not, and enough people for a percent."""
        others = {atom: amount - self.rose.get(atom, 0) for atom, amount in self.whole.items()}
        return [
            Measure(least, self.rose), Measure(least, others), Measure(max(LEAST_FOR_RATE, least), self.whole),
        ]  # fmt: skip

    def is_safe(self, least: int = SMALL) -> bool:
        """Whether the share of all may be told."""
        everyone = frozenset(self.whole)
        return all(measure.is_safe(everyone) for measure in self.measures(least))


def may_tell(classes: Classes, column: int, group: str, amounts: Mapping[Atom, int]) -> bool:
    """Whether a group's amount is a sum over whole classes: each class lies inside it, or holds nobody here."""
    for one in classes:
        inside = [atom[column] == group for atom in one]
        if any(inside) and not all(inside) and sum(amounts.get(atom, 0) for atom in one) > 0:
            return False
    return True
