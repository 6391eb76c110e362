"""Frozen values of worker cards, pre-printed blanks and far-row markers."""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.cards import CodeKind, read_code

Matrix = tuple[tuple[bool, ...], ...]
"""A square picture of modules, True is black; it includes its own black border."""


def check_matrix(matrix: Matrix) -> None:
    """Raises ValueError unless `matrix` is square, at least 3 wide."""
    if len(matrix) < 3 or any(len(row) != len(matrix) for row in matrix):
        raise ValueError("a marker is a square matrix")


@dataclass(frozen=True)
class WorkerCard:
    """One card. `code` is the ten characters; `number` what people call it; no `name` makes it a blank.

    `marker` is the square on the back that a camera sees when a whole crew answers.
    """

    code: str
    number: str
    name: str = ""
    marker: Matrix | None = None

    def __post_init__(self) -> None:
        code = read_code(self.code)
        if code is None or code.kind is CodeKind.SHEET or code.text != self.code:
            raise ValueError(f"not a card code: {self.code!r}")
        if self.marker is not None:
            check_matrix(self.marker)

    @property
    def kind(self) -> CodeKind:
        """Card, practice card or scanner test."""
        return CodeKind(self.code[0])


@dataclass(frozen=True)
class CardBatch:
    """Cards of one print run, ten a page; `label` is written in the margin; `backs` adds the back pages."""

    label: str
    cards: tuple[WorkerCard, ...]
    backs: bool = True

    def __post_init__(self) -> None:
        if not self.cards:
            raise ValueError("a batch has at least one card")


@dataclass(frozen=True)
class CrewMarker:
    """A large marker for the far rows, half a page: the same square as on the back of the card."""

    number: str
    matrix: Matrix
    name: str = ""

    def __post_init__(self) -> None:
        check_matrix(self.matrix)
