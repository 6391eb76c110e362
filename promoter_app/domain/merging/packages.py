"""What is known of a package that came back, before and after uniting it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from promoter_app.domain.merging.receipts import Receipt
from promoter_app.domain.refusal import Refusal

State = Literal["new", "known", "older", "gap", "damaged", "foreign", "newer", "clone"]
"""new: to unite. known: this very file was united before. older: a later package of the laptop was united and this
one adds nothing. gap: to unite, but packages before it never came. clone: to unite, but two machines use one laptop's
identity. damaged, foreign (another project, not a package, or too many erasures), newer: left out, `refusal` says why.
"""
Place = Any
"""A pathlib.Path: rules carry it and never touch the disk."""
LEFT_OUT: tuple[State, ...] = ("known", "damaged", "foreign", "newer")
DAY_MS = 86_400_000
MANY_ERASURES = 20
"""A file that erases more people than this needs a second confirmation."""


@dataclass(frozen=True)
class Label:
    """What a package says of itself. Older packages say nothing: then None and empty words."""

    package: int | None = None
    device: bytes | None = None
    laptop: str = ""
    operator: str = ""
    exported_at: int | None = None
    """Milliseconds since 1970 by the laptop's own clock."""
    project_tag: int | None = None
    project: str = ""
    receipt: Receipt | None = field(default=None, hash=False)
    """Of rosters: what the office that made it had united."""


@dataclass(frozen=True)
class Brings:
    """How much something adds to what is known: sessions, people, attendances, facts in all, and tests taken."""

    sessions: int = 0
    people: int = 0
    attendances: int = 0
    facts: int = 0
    tests: int = 0

    def __add__(self, other: Brings) -> Brings:
        return Brings(
            self.sessions + other.sessions, self.people + other.people,
            self.attendances + other.attendances, self.facts + other.facts, self.tests + other.tests,
        )


Mark = tuple[int, int, int]
"""Bytes of a file, CRC-32 of its last ones and of all: by them a file united before is known without SHA-256."""


@dataclass(frozen=True)
class FilePlan:
    """One file before anything changes. `brings` counts what neither we nor the files before it in the list have."""

    path: Place
    name: str
    state: State
    sha: str = ""
    label: Label = field(default_factory=Label)
    brings: Brings = field(default_factory=Brings)
    drift_ms: int = 0
    """How far the laptop's clock is certainly ahead (> 0) or behind (< 0) of ours; a day and more is worth a word."""
    missing: tuple[int, ...] = ()
    """Numbers of this laptop's packages before this one that never came."""
    erasures: int = 0
    """People whom it would erase."""
    quarantined: int = 0
    """Rows that are left out because they are not well formed."""
    refusal: Refusal | None = None
    number: int | None = None
    """Place of its rows in the staging file; None when it was not staged."""
    mark: Mark | None = None
    """Of a file that was staged."""

    @property
    def will_unite(self) -> bool:
        """Whether uniting takes it."""
        return self.state not in LEFT_OUT

    @property
    def needs_confirmation(self) -> bool:
        """Whether it erases so many people that the coordinator must say yes once more."""
        return self.erasures > MANY_ERASURES

    @property
    def clock_is_off(self) -> bool:
        """Whether the laptop's clock is wrong by more than a day."""
        return abs(self.drift_ms) > DAY_MS


@dataclass(frozen=True)
class MergePlan:
    """What the files would bring. It holds a staging folder: give it to `unite`, or `forget` it."""

    files: tuple[FilePlan, ...]
    staging: Place | None = None
    adopts: int | None = None
    """Tag of the project that an office with nothing of its own takes over from the packages."""
    key: bytes | None = field(default=None, repr=False)
    """What encrypts the staging folder of a locked folder."""
    state: str = ""
    """Which data it was made for: returning to a copy or restoring one makes it useless."""

    @property
    def brings(self) -> Brings:
        """The sum of what the files to unite bring; nothing is counted twice."""
        return sum((file.brings for file in self.files if file.will_unite), Brings())

    @property
    def to_unite(self) -> tuple[FilePlan, ...]:
        """The files that uniting takes, in order."""
        return tuple(file for file in self.files if file.will_unite)


@dataclass(frozen=True)
class Counted:
    """What became of a file's rows: seen = new + dup + clash + erased + quarantined."""

    seen: int = 0
    new: int = 0
    dup: int = 0
    clash: int = 0
    erased: int = 0
    quarantined: int = 0

    @property
    def adds_up(self) -> bool:
        """Whether every row is accounted for."""
        return self.seen == self.new + self.dup + self.clash + self.erased + self.quarantined


@dataclass(frozen=True)
class FileReport:
    """One file afterwards: the plan for it and what became of its rows (None when it was left out)."""

    file: FilePlan
    counted: Counted | None = None
    brought: Brings = field(default_factory=Brings)


@dataclass(frozen=True)
class MergeReport:
    """What uniting did. `gaps` are package numbers that never came, by laptop; `copy` names the safety copy."""

    files: tuple[FileReport, ...]
    conflicts: int = 0
    """Fields with more than one current value after it that had one before."""
    gaps: tuple[tuple[str, tuple[int, ...]], ...] = ()
    copy: str | None = None
    batch: int | None = None
    unclean: tuple[str, ...] = ()
    """Copies of the data in which somebody who was erased may still be: damaged, or of another key."""

    @property
    def brought(self) -> Brings:
        """What all files added."""
        return sum((file.brought for file in self.files), Brings())


@dataclass(frozen=True)
class PastFile:
    """A file united earlier."""

    name: str
    sha: str
    label: Label
    counted: Counted


@dataclass(frozen=True)
class PastMerge:
    """A uniting of earlier: when (ms, our clock), by whom, which files, the safety copy's name, gaps then."""

    batch: int
    at: int
    operator: str
    copy: str | None
    conflicts: int
    files: tuple[PastFile, ...]


def missing_before(package: int | None, seen: Iterable[int]) -> tuple[int, ...]:
    """Package numbers between the last one that came before `package` and it; empty when it has no number."""
    if package is None:
        return ()
    last = max((number for number in seen if number < package), default=0)
    return tuple(range(last + 1, package))


def all_missing(seen: Iterable[int]) -> tuple[int, ...]:
    """Package numbers below the highest that never came."""
    numbers = set(seen)
    return tuple(number for number in range(1, max(numbers, default=0)) if number not in numbers)


def apart(one: frozenset[bytes], other: frozenset[bytes]) -> bool:
    """Whether two sets of launches of one laptop cannot be one history: each has some that the other lacks.

    A package carries all launches of its laptop so far, so of two packages of one machine one holds the other's.
    """
    return bool(one - other) and bool(other - one)
