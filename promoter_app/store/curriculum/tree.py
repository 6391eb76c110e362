"""A content file as a tree of plain words, each with the line it stands on.

Everything stays text ("No", 911 and 2026-11-01 mean nothing until a reader asks for a number or a day), so
YAML's surprises cannot change what a partner wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_DEPTH = 20


@dataclass(slots=True)
class Leaf:
    """Words, or "" where nothing was written. Lines count from 1."""

    text: str
    line: int


@dataclass(slots=True)
class Row:
    """A list."""

    items: list[Node]
    line: int


@dataclass(slots=True)
class Branch:
    """Named entries; `lines` is where each name stands."""

    entries: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    line: int = 1


Node = Leaf | Row | Branch


class TreeError(Exception):
    """The file cannot be read from `line` on. `what` and `todo` are (Spanish, English)."""

    def __init__(self, line: int, what: tuple[str, str], todo: tuple[str, str]) -> None:
        super().__init__(f"line {line}: {what[1]}")
        self.line = line
        self.what = what
        self.todo = todo
