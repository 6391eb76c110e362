"""How a long name fits its place: both surnames stay readable.

Smaller letters first, then two lines, then the given names become initials, and only then an ellipsis inside
each word that is too long. Pure rules over a measure that is given.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category

from promoter_app.domain.names import name_groups

Measure = Callable[[str, float], float]
"""(text, size in points) -> width in mm."""

PARTICLES = frozenset({"de", "del", "la", "las", "los", "y", "da", "dos", "san", "santa", "von", "van", "mc"})
LEAST = 6.5
SMALLEST = 5.6
"""Points: one line is never under LEAST, two lines never under SMALLEST."""
LEADING_MM = 1.08 * 25.4 / 72
"""Height in mm of a line, for each point of size."""


def split_name(name: str) -> tuple[list[str], list[str]]:
    """(given names, surnames) by position: the last two groups of three or more are the surnames."""
    groups = name_groups(name, PARTICLES)
    surnames = 2 if len(groups) > 2 else len(groups) - 1
    return groups[: len(groups) - surnames], groups[len(groups) - surnames :]


def _initial(word: str) -> str:
    """The first letter with the signs and marks that belong to it: "ʼUtsima" -> "ʼU."."""
    letters = (place for place, sign in enumerate(word) if sign.isalpha() and category(sign) != "Lm")
    end = next(letters, 0) + 1
    while end < len(word) and category(word[end]) == "Mn":
        end += 1
    return word[:end] + "."


def _initials(given: list[str], kept: int) -> list[str]:
    return given[:kept] + [_initial(group.split()[-1]) for group in given[kept:]]


def _shrunk(word: str, width: float, size: float, measure: Measure) -> str:
    """`word` with its middle left out, so that its beginning and its end can be read."""
    if measure(word, size) <= width:
        return word
    for kept in range(len(word) - 1, 1, -1):
        head = (kept + 1) * 2 // 3
        short = word[:head] + "…" + word[len(word) - (kept - head) :]
        if measure(short, size) <= width:
            return short
    return word[:1] + "…"


def fit_name(
    name: str, width: float, height: float, size: float, measure: Measure
) -> tuple[list[str], float]:
    """The one or two lines of `name` and their size in points, inside `width` x `height` mm."""
    natural = measure(name, size)
    if natural <= width:
        return [name], size
    if natural * max(LEAST, size * 0.82) / size <= width:
        return [name], int(size * width / natural * 20) / 20
    given, surnames = split_name(name)
    two = min(size, height / 2 / LEADING_MM)
    if two < SMALLEST or not surnames:
        return [_one_line(given, surnames, width, LEAST, measure)], LEAST
    return _two_lines(given, surnames, width, two, measure)


def _two_lines(
    given: list[str], surnames: list[str], width: float, size: float, measure: Measure
) -> tuple[list[str], float]:
    last = " ".join(surnames)
    size = max(SMALLEST, min(size, int(size * width / measure(last, size) * 20) / 20))
    if measure(last, size) > width:
        share = width / len(surnames) - measure(" ", size)
        last = " ".join(_shrunk(word, share, size, measure) for word in surnames)
    for kept in range(len(given), -1, -1):
        first = " ".join(_initials(given, kept))
        smaller = max(SMALLEST, size * 0.85) if kept == len(given) else size
        if measure(first, smaller) <= width:
            return [first, last], smaller
    return [_shrunk(first, width, size, measure), last], size


def _one_line(given: list[str], surnames: list[str], width: float, size: float, measure: Measure) -> str:
    for kept in range(len(given), 0, -1):
        line = " ".join(_initials(given, kept) + surnames)
        if measure(line, size) <= width:
            return line
    words = given[:1] + surnames
    share = width / len(words) - measure(" ", size)
    return " ".join(_shrunk(word, share, size, measure) for word in words)
