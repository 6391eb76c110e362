"""A 0/1 linear model as plain rows: the same rows go to CP-SAT (sub-models) and to the linear bound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NO_LIMIT = 10**9


@dataclass(frozen=True)
class Row:
    """low <= sum(coef * var) <= high over 0/1 variables."""

    vars: tuple[int, ...]
    coefs: tuple[int, ...]
    low: int
    high: int


class Rows:
    """0/1 variables with an objective to maximise, and rows. Variables are numbered from 0."""

    def __init__(self) -> None:
        self.gain: list[int] = []
        self.rows: list[Row] = []
        self.fixed: dict[int, int] = {}

    def var(self, gain: int = 0) -> int:
        """A new 0/1 variable worth `gain` when it is 1."""
        self.gain.append(gain)
        return len(self.gain) - 1

    def fix(self, var: int, value: int) -> None:
        """Holds a variable at 0 or 1."""
        self.fixed[var] = value

    def at_most_one(self, variables: Iterable[int], than: int | None = None) -> None:
        """sum(variables) <= 1, or <= the variable `than`."""
        names = tuple(variables)
        if than is not None:
            self.rows.append(Row((*names, than), (1,) * len(names) + (-1,), -NO_LIMIT, 0))
        elif len(names) > 1:
            self.rows.append(Row(names, (1,) * len(names), 0, 1))

    def compare(self, left: Iterable[int], right: Iterable[int], equal: bool = False) -> None:
        """sum(left) <= sum(right), or = when `equal`."""
        a, b = tuple(left), tuple(right)
        self.rows.append(Row(a + b, (1,) * len(a) + (-1,) * len(b), 0 if equal else -NO_LIMIT, 0))

    def weighted(self, variables: Iterable[int], coefs: Iterable[int], low: int, high: int) -> None:
        """low <= sum(coef * var) <= high."""
        self.rows.append(Row(tuple(variables), tuple(coefs), low, high))
