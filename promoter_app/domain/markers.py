"""The whole-crew test: what a marker's number and turn mean, and answers collected from a sweep of the camera.

The back of card n carries marker n mod 250, so any 250 cards in a row differ. Its four sides are A, B, C and D,
clockwise; the side on top is the answer. Nobody sees anybody's answer: until it is closed a sweep tells only who
has been seen and who is missing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

COUNT = 250
"""Different markers."""
SIDES = "ABCD"
ASKEW = 30.0
"""Degrees from upright after which a marker says no answer."""
AGREEING = 3
"""Sightings in a row with one answer until it is taken, and again until it is changed."""

Corner = tuple[float, float]


@dataclass(frozen=True)
class Marker:
    """A marker seen in one frame: its number, the side on top (None when askew), its corners in pixels.

    The corners run clockwise as printed, from the left end of side A.
    """

    number: int
    answer: str | None
    corners: tuple[Corner, ...]


def marker_number(card_number: int) -> int:
    """The marker on the back of a card."""
    return card_number % COUNT


def crew_markers(cards: Mapping[str, int]) -> dict[int, str]:
    """Marker number to person, for a crew given as person to card number.

    Leaves out everybody whose marker another member has too: `sharing` names them, they answer by hand.
    """
    shared = set(sharing(cards))
    return {marker_number(card): person for person, card in cards.items() if person not in shared}


def sharing(cards: Mapping[str, int]) -> list[str]:
    """People of a crew whose marker another member also has (cards exactly 250 apart, or a card held twice)."""
    times = Counter(marker_number(card) for card in cards.values())
    return [person for person, card in cards.items() if times[marker_number(card)] > 1]


def answer_on_top(corners: Sequence[Corner]) -> str | None:
    """The side that is up in the picture, from corners as in `Marker`; None when askew or of no size."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    x, y = (ax + bx - cx - dx) / 2, (ay + by - cy - dy) / 2
    if math.hypot(x, y) < 1e-6:
        return None
    leftwards = math.degrees(math.atan2(-x, -y)) % 360
    side = round(leftwards / 90)
    if abs(leftwards - 90 * side) > ASKEW:
        return None
    return SIDES[side % 4]


@dataclass
class _Seen:
    """What one person's marker has shown so far."""

    candidate: str | None = None
    times: int = 0
    taken: str | None = None

    def look(self, answer: str) -> None:
        self.times = self.times + 1 if answer == self.candidate else 1
        self.candidate = answer
        if self.times >= AGREEING:
            self.taken = answer


class SweepClosedError(RuntimeError):
    """A frame was added to, or a close asked of, a sweep that is already closed: a bug of the caller."""


@dataclass(repr=False)
class AnswerSweep:
    """Answers of one question while the camera sweeps over the crew.

    `expected`: marker number to person; `options`: how many answers the question has (2 to 4). An answer is
    taken after three sightings in a row that agree and may change until `close`. Answers can be had only from
    `close`, once.
    """

    expected: Mapping[int, str]
    options: int = 4
    _seen: dict[int, _Seen] = field(default_factory=dict)
    _closed: bool = False

    def __post_init__(self) -> None:
        if not 2 <= self.options <= len(SIDES):
            raise ValueError(f"{self.options} answers on a card with four sides")

    def __repr__(self) -> str:
        return f"<AnswerSweep: {len(self.expected) - len(self.missing())} of {len(self.expected)}>"

    def add_frame(self, markers: Iterable[Marker]) -> bool:
        """Take in the markers of one frame; whether somebody is newly no longer missing.

        Strangers, markers askew or with a side that is no answer, and a number seen twice in one frame say
        nothing. Raises SweepClosedError after `close`.
        """
        if self._closed:
            raise SweepClosedError
        frame = [marker for marker in markers if marker.number in self.expected]
        times = Counter(marker.number for marker in frame)
        before = len(self.missing())
        for marker in frame:
            answer = marker.answer
            if times[marker.number] == 1 and answer is not None and answer in SIDES[: self.options]:
                self._seen.setdefault(marker.number, _Seen()).look(answer)
        return len(self.missing()) < before

    def missing(self) -> list[str]:
        """People without an answer yet, in the order of `expected`."""
        return [person for number, person in self.expected.items() if not self._has(number)]

    def answered(self) -> list[str]:
        """People whose answer has been taken, never which."""
        return [person for number, person in self.expected.items() if self._has(number)]

    def _has(self, number: int) -> bool:
        seen = self._seen.get(number)
        return seen is not None and seen.taken is not None

    def close(self) -> dict[str, str]:
        """End the sweep: person to answer, for everybody who has one. Raises SweepClosedError the second time."""
        if self._closed:
            raise SweepClosedError
        self._closed = True
        taken = {person: self._seen[number].taken for number, person in self.expected.items() if self._has(number)}
        return {person: answer for person, answer in taken.items() if answer is not None}
