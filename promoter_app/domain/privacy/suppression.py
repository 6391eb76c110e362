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


@dataclass(frozen=True)
class Partition:
    """The classes of groups now. `withheld`: steps in time at which not even all groups together could be told."""

    classes: Classes
    withheld: frozenset[int] = frozenset()


def partition(atoms: Sequence[Atom], steps: Sequence[Sequence[Measure]]) -> Partition:
    """The classes after the measures of each step in time.

    A class that is not safe is joined with the one most like it (sharing most of the same parts), the smallest
    first. A step that all together cannot make safe is withheld: its table must not be told, nor later any sum that
    reaches over it. Deterministic: the same data give the same classes on every laptop.
    """
    classes = [frozenset([atom]) for atom in sorted(atoms)]
    measures: list[Measure] = []
    withheld = set()
    for index, step in enumerate(steps):
        everyone = frozenset(atoms)
        if all(measure.is_safe(everyone) for measure in step):
            measures += step
            classes = _joined(classes, measures)
        else:
            withheld.add(index)
    return Partition(tuple(sorted(classes, key=sorted)), frozenset(withheld))


def _joined(classes: list[frozenset[Atom]], measures: Sequence[Measure]) -> list[frozenset[Atom]]:
    """The classes joined until each is safe; all together are."""
    while (weak := _weakest(classes, measures)) is not None:
        mate = min((one for one in classes if one != weak), key=_nearness(weak, measures))
        classes = [one for one in classes if one not in (weak, mate)] + [weak | mate]
    return classes


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
