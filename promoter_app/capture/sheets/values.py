"""What reading a page gives: marks with their darkness, the answers of a row, and pictures to ask a person with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from promoter_app.domain.papers.geometry import Bubble, PageCode

Quad = tuple[tuple[float, float], ...]
"""Four corners in pixels of the picture, clockwise from what is the upper left on the page."""


class MarkState(StrEnum):
    """What one ring says."""

    MARKED = "marked"
    EMPTY = "empty"
    DOUBTFUL = "doubtful"


class Why(StrEnum):
    """Why a person is asked about something."""

    SHORT = "short"
    """A very short or pale mark."""
    STAIN = "stain"
    """Compact like a drop, not drawn like a mark."""
    SLIP = "slip"
    """One straight line: perhaps a slip of the pen."""
    CROSSED = "crossed"
    """Much ink around the ring: perhaps crossed out."""
    DOUBLE = "double"
    """More than one ring of a question, or a correction without the mark that it corrects."""
    UNCLEAR = "unclear"
    """That part of the page is bent, covered or blurred."""


@dataclass(frozen=True)
class Ink:
    """What was measured in and around a ring, shares of 0 to 1 of their area.

    `span` is the diagonal reach of the ink in inner diameters, `pale` counts lighter strokes too, `round` tells a
    straight line (0) from strokes that go both ways (1).
    """

    dark: float
    pale: float
    span: float
    spill: float
    round: float = 1.0


@dataclass(frozen=True)
class Mark:
    """A ring that was looked at."""

    bubble: Bubble
    ink: Ink
    state: MarkState
    why: Why | None
    quad: Quad


@dataclass(frozen=True)
class Answer:
    """What a row says for one field: `present` (value yes, no), or `pre`/`post` with `item` (A, B, C or empty).

    `doubtful` answers are asked; their value is only a guess. `picture` is a PNG of the place, when doubtful.
    """

    row: int
    field: str
    value: str
    why: Why | None
    quad: Quad
    item: int = 0
    picture: bytes = b""

    @property
    def doubtful(self) -> bool:
        """Whether a person has to be asked."""
        return self.why is not None


@dataclass(frozen=True)
class ReadPage:
    """A page that was read. `written` are rows for walk-ins with a mark, each with a PNG of its row.

    `photo` is a JPEG of the picture, `scale` times the size of the one that was read (quads are in its pixels).
    """

    code: PageCode
    marks: tuple[Mark, ...]
    answers: tuple[Answer, ...]
    written: dict[int, bytes]
    photo: bytes
    size: tuple[int, int]
    outline: Quad
