"""From ink to answers: present, absent or asked; one choice per question. Whatever is not clear is asked.

Thresholds were picked on seeds of the simulator of the test suite that its benchmark does not use.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from promoter_app.capture.sheets.values import Ink, MarkState, Why
from promoter_app.domain.papers.geometry import Bubble

EMPTY, PALE_EMPTY = 0.03, 0.08
"""Most dark and pale ink of an empty ring."""
FULL = 0.28
"""Least dark ink of a mark."""
SPAN = 1.0
"""Least reach of a mark: a drop is smaller."""
STRAIGHT = 0.36
"""Most roundness of a line that is no tick."""
CROSSED, CROSSED_OUT = 0.42, 0.25
"""Most dark ink around a ring before it may be crossed out: of an answer, of the ring of who came."""
BESIDE = 0.10
"""Most ink in the other rings of a question that has a strong mark: the tail of the mark."""
STRONG = 0.38
THIN = 0.18
"""Least dark ink of a thin tick that is alone in its question."""
BENT = (0.42, 0.62)
"""Roundness of a tick: two strokes at an angle, neither a slip nor a stain."""


def judge_ring(ink: Ink) -> tuple[MarkState, Why | None]:
    """What one ring says by itself."""
    if ink.dark < EMPTY and ink.pale < PALE_EMPTY:
        return MarkState.EMPTY, None
    if ink.dark < FULL:
        return MarkState.DOUBTFUL, Why.SHORT
    if ink.span < SPAN:
        return MarkState.DOUBTFUL, Why.STAIN
    if ink.round < STRAIGHT:
        return MarkState.DOUBTFUL, Why.SLIP
    if ink.spill > CROSSED:
        return MarkState.DOUBTFUL, Why.CROSSED
    return MarkState.MARKED, None


@dataclass(frozen=True)
class Judged:
    """A ring and what it says."""

    bubble: Bubble
    ink: Ink
    state: MarkState
    why: Why | None


def judge_presence(present: Judged, void: Judged) -> tuple[str, Why | None]:
    """("yes" or "no", why it is asked): a filled `void` ring takes the mark beside it back."""
    guess = "yes" if present.state is MarkState.MARKED and void.state is not MarkState.MARKED else "no"
    if present.why is None and present.ink.spill > CROSSED_OUT:
        return guess, Why.CROSSED
    if present.why is not None:
        return ("yes" if present.ink.dark > FULL / 2 else "no"), present.why
    if void.why is not None:
        # A speck in the ring for corrections matters only when there is something to correct.
        return guess, void.why if present.state is MarkState.MARKED else None
    if void.state is MarkState.MARKED and present.state is MarkState.EMPTY:
        return "no", Why.DOUBLE
    return guess, None


def judge_question(rings: Iterable[Judged]) -> tuple[str, Why | None]:
    """(choice letter or "", why it is asked) of the rings of one question."""
    rings = sorted(rings, key=lambda ring: -ring.ink.dark)
    first, rest = rings[0], rings[1:]
    others = [ring for ring in rest if ring.state is not MarkState.EMPTY]
    if first.state is MarkState.EMPTY:
        return "", None if not others else Why.SHORT
    letter = first.bubble.choice
    if first.state is MarkState.DOUBTFUL:
        return letter, None if not others and _thin_tick(first.ink) else first.why
    if not others:
        return letter, None
    most = min(BESIDE, first.ink.dark / 5)
    if first.ink.dark > STRONG and all(ring.ink.dark < most for ring in others):
        return letter, None
    return letter, Why.DOUBLE


def _thin_tick(ink: Ink) -> bool:
    """A tick with a thin pen: little ink, but right across the ring and bent."""
    return ink.dark >= THIN and ink.span > SPAN and BENT[0] <= ink.round <= BENT[1] and ink.spill <= CROSSED
