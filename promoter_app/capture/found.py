"""What a picture shows: codes and markers with their corners, and which step of the decoder found them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from promoter_app.domain.cards import CodeKind, read_code

Point = tuple[float, float]
"""Pixels from the upper left corner of the picture."""


class FoundKind(StrEnum):
    """What a found text is. Only the first four are ours; FOREIGN is never a person."""

    CARD = "card"
    PRACTICE = "practice"
    SCANNER_TEST = "scanner_test"
    SHEET = "sheet"
    FOREIGN = "foreign"
    MARKER = "marker"


_OURS = {
    CodeKind.CARD: FoundKind.CARD,
    CodeKind.PRACTICE: FoundKind.PRACTICE,
    CodeKind.SCANNER_TEST: FoundKind.SCANNER_TEST,
    CodeKind.SHEET: FoundKind.SHEET,
}


@dataclass(frozen=True)
class Found:
    """One code or marker. `corners`: four points clockwise from its own upper left; `how`: the step's name."""

    text: str
    kind: FoundKind
    corners: tuple[Point, ...]
    how: str

    @property
    def centre(self) -> Point:
        """Middle of the corners."""
        count = len(self.corners) or 1
        return sum(x for x, _ in self.corners) / count, sum(y for _, y in self.corners) / count


def kind_of(text: str) -> FoundKind:
    """The kind of a code's text, letter for letter as printed; anything else is foreign."""
    code = read_code(text)
    if code is None or code.text != text:
        return FoundKind.FOREIGN
    return _OURS[code.kind]


def judged(text: str, corners: tuple[Point, ...], how: str) -> Found:
    """A Found with its kind decided by the text alone."""
    return Found(text, kind_of(text), corners, how)


def moved(found: Found, by: Point) -> Found:
    """The same find with its corners moved by `by`."""
    return replace(found, corners=tuple((x + by[0], y + by[1]) for x, y in found.corners))


def _size(corners: tuple[Point, ...]) -> float:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return max(max(xs) - min(xs), max(ys) - min(ys), 1.0)


def same_place(one: Found, other: Found) -> bool:
    """Whether two finds lie on each other (centres closer than half a code)."""
    if not one.corners or not other.corners:
        return True
    (ax, ay), (bx, by) = one.centre, other.centre
    return max(abs(ax - bx), abs(ay - by)) < min(_size(one.corners), _size(other.corners)) / 2


def merge(known: list[Found], more: list[Found]) -> int:
    """Add to `known` those of `more` that are new (another text or another place); how many were added."""
    added = 0
    for found in more:
        if not any(found.text == old.text and same_place(found, old) for old in known):
            known.append(found)
            added += 1
    return added
