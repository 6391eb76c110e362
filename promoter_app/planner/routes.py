"""Enumerates the days a promoter can drive: ordered stops, in time, within hours and driving cap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from promoter_app.domain.planning.field import Field, Opening, Place
from promoter_app.domain.planning.problem import Promoter


@dataclass(frozen=True)
class Route:
    """Indices of the stops in driving order and the minutes of the round trip."""

    stops: tuple[int, ...]
    minutes: int


def day_routes(field: Field, promoter: Promoter, day: int, openings: Sequence[Opening]) -> list[Route]:
    """Every feasible non-empty route of the promoter over the openings of one day (indices into `openings`)."""
    hours = promoter.available[day]
    if hours is None:
        return []
    order = sorted(range(len(openings)), key=lambda i: (openings[i].start, openings[i].end, openings[i].front))
    home, setup, cap = field.homes[promoter.id], field.problem.setup_min, promoter.max_drive_day
    found: list[Route] = []

    def extend(path: tuple[int, ...], first: int, clock: int, at: Place, total: int) -> None:
        for n in range(first, len(order)):
            o = openings[order[n]]
            leg = field.minutes(at, o.place)
            if total + leg > cap or clock + leg > o.start - setup:
                continue
            back = field.minutes(o.place, home)
            new = (*path, order[n])
            if total + leg + back <= cap and o.end + back <= hours[1]:
                found.append(Route(new, total + leg + back))
            if len(new) < promoter.max_sessions_day:
                extend(new, n + 1, o.end, o.place, total + leg)

    if promoter.max_sessions_day > 0:
        extend((), 0, hours[0], home, 0)
    return found


def thin_out(routes: list[Route], per_length: int, keep: tuple[int, ...], random: Random) -> list[Route]:
    """At most `per_length` routes of each length by chance, and always those within the stops of `keep`."""
    now = set(keep)
    must = {r.stops for r in routes if now.issuperset(r.stops)}
    by_length: dict[int, list[Route]] = {}
    for r in routes:
        by_length.setdefault(len(r.stops), []).append(r)
    chosen: list[Route] = []
    for _, group in sorted(by_length.items()):
        if len(group) > per_length:
            kept = [r for r in group if r.stops in must]
            others = [r for r in group if r.stops not in must]
            group = kept + random.sample(others, max(0, per_length - len(kept)))
        chosen += group
    return chosen
