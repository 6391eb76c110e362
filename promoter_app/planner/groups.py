"""Which crews fit together in one break: cliques for the small models of search, whole groups for the bound."""

from __future__ import annotations

from collections.abc import Mapping

LARGEST_FRONT = 10
"""Crews at one front up to which every group is listed."""


def cliques(size: Mapping[str, int], cap: int) -> list[list[str]]:
    """Sets of crews any two of which exceed the cap, covering every crew and every such pair."""
    order = sorted(size, key=lambda c: (-size[c], c))
    big = [c for c in order if 2 * size[c] > cap]
    if len(big) < len(order):
        nxt = order[len(big)]
        if big and size[big[-1]] + size[nxt] > cap:
            big = [*big, nxt]
    found = [big] if big else []
    for c in order[len(big) :]:
        found.append([c, *(b for b in big if size[b] + size[c] > cap)])
    return found


def largest_groups(size: Mapping[str, int], cap: int) -> list[frozenset[str]]:
    """Every group within the cap (one crew alone always is) that no further crew fits into."""
    names = sorted(size)
    groups: set[frozenset[str]] = {frozenset([c]) for c in names}
    grown = {g: size[min(g)] for g in groups}
    while grown:
        bigger: dict[frozenset[str], int] = {}
        for g, total in grown.items():
            last = max(g)
            for c in names:
                if c > last and total + size[c] <= cap:
                    bigger[g | {c}] = total + size[c]
        groups |= set(bigger)
        grown = bigger
    largest = [g for g in groups if not any(g < other for other in groups)]
    return sorted(largest, key=sorted)
