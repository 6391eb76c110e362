"""Small cells: which groups may be told apart, and at which period ends a figure may be told.

The method is a partition, not holes in a table. Groups are gathered into classes, and time into blocks, until every
class has in every block either nobody or at least k people. Only sums over whole classes and whole blocks are ever
published. Whatever a receiver adds or subtracts, within a report or between reports, is then a sum of such amounts;
a group inside a class of two or more stays free between 0 and the sum of its class, which is at least k. Classes
of later periods are made by joining earlier ones, never by splitting, so an older report adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Atom = tuple[str, ...]
"""A group, or one combination of several breakdowns that belong together (sector, state, municipality, company)."""
Classes = tuple[frozenset[Atom], ...]


@dataclass(frozen=True)
class Measure:
    """An amount by group that must be 0 or at least `least` in each class."""

    least: int
    amounts: Mapping[Atom, int]

    def is_safe(self, atoms: frozenset[Atom]) -> bool:
        """Whether a class may be told."""
        amount = sum(self.amounts.get(atom, 0) for atom in atoms)
        return amount == 0 or amount >= self.least


def blocks(totals: Sequence[int], least: int) -> tuple[tuple[int, ...], ...]:
    """Successive periods (by index) joined until each block has 0 or at least `least`; a small rest has no block.

    >>> blocks([7, 2, 3, 9, 1], 5)
    ((0,), (1, 2), (3,))
    """
    found: list[tuple[int, ...]] = []
    open_block: list[int] = []
    amount = 0
    for index, total in enumerate(totals):
        open_block.append(index)
        amount += total
        if amount == 0 or amount >= least:
            found.append(tuple(open_block))
            open_block, amount = [], 0
    return tuple(found)


def partition(atoms: Sequence[Atom], steps: Sequence[Sequence[Measure]]) -> Classes | None:
    """The classes after the measures of each step in time; None when not even all together may be told.

    A class that is not safe is joined with the one most like it (sharing most of the same parts), the smallest
    first. Deterministic: the same data give the same classes on every laptop.
    """
    classes = [frozenset([atom]) for atom in sorted(atoms)]
    for upto in range(len(steps)):
        measures = [measure for step in steps[: upto + 1] for measure in step]
        while (weak := _weakest(classes, measures)) is not None:
            if len(classes) == 1:
                return None
            mate = min((one for one in classes if one != weak), key=_nearness(weak, measures))
            classes = [one for one in classes if one not in (weak, mate)] + [weak | mate]
    return tuple(sorted(classes, key=sorted))


def _weakest(classes: Sequence[frozenset[Atom]], measures: Sequence[Measure]) -> frozenset[Atom] | None:
    unsafe = [one for one in classes if not all(measure.is_safe(one) for measure in measures)]
    return min(unsafe, key=lambda one: (_size(one, measures), sorted(one)), default=None)


def _size(atoms: frozenset[Atom], measures: Sequence[Measure]) -> int:
    return sum(measure.amounts.get(atom, 0) for measure in measures for atom in atoms)


def _nearness(
    weak: frozenset[Atom], measures: Sequence[Measure]
) -> Callable[[frozenset[Atom]], tuple[int, int, list[Atom]]]:
    def key(other: frozenset[Atom]) -> tuple[int, int, list[Atom]]:
        shared = max(sum(a == b for a, b in zip(x, y, strict=True)) for x in weak for y in other)
        return -shared, _size(other, measures), sorted(other)

    return key


def published_groups(classes: Classes, column: int) -> dict[str, bool]:
    """For one breakdown of the atoms: each group, and whether it is a union of whole classes (and may be told)."""
    told: dict[str, bool] = {}
    for one in classes:
        groups = {atom[column] for atom in one}
        for group in groups:
            told[group] = told.get(group, True) and len(groups) == 1
    return told
