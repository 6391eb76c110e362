"""Plain charts for black-and-white printers: bars with their numbers, a mark for the target.

Heavy: imports reportlab (through pen).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from promoter_app.domain.papers.geometry import Box
from promoter_app.paper.fonts import BOLD, REGULAR
from promoter_app.paper.pen import Pen

ROW = 6.4
"""Height in mm of one bar with its label."""


@dataclass(frozen=True)
class Bar:
    """One bar. `value` None is drawn as words alone; `mark` is where the target stands, in the same unit."""

    label: str
    value: float | None
    words: str
    mark: float | None = None


def bars_height(bars: Sequence[Bar]) -> float:
    """Height in mm that `draw_bars` takes."""
    return len(bars) * ROW + 1


def draw_bars(pen: Pen, box: Box, bars: Sequence[Bar]) -> None:
    """Horizontal bars on one scale: label left, number right of the bar, a thick line at each target."""
    label_room, words_room = box.w * 0.34, box.w * 0.18
    room = box.w - label_room - words_room
    top = max((max(bar.value or 0, bar.mark or 0) for bar in bars), default=0) or 1
    for number, bar in enumerate(bars):
        y = box.y + number * ROW
        pen.fitted(box.x, y + 4.2, bar.label, label_room - 2, 9)
        width = room * (bar.value or 0) / top
        if bar.value:
            pen.box(Box(box.x + label_room, y + 1, width, ROW - 2.4), line=0.2, fill=0.45)
        if bar.mark is not None:
            x = box.x + label_room + room * bar.mark / top
            pen.line(x, y + 0.2, x, y + ROW - 0.6, 0.9)
        beside = max(width, room * bar.mark / top if bar.mark else 0.0)
        pen.fitted(box.x + label_room + beside + 2, y + 4.2, bar.words, words_room + room - beside - 2, 9,
                   BOLD if bar.value is not None else REGULAR)  # fmt: skip
