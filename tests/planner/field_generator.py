"""Invented problems of every size and oddity for the planner, as plain JSON; the same seed gives the same one."""

from __future__ import annotations

import random
from typing import Any

SIZES = {
    # promoters, fronts, crews, days, interpreters
    "speck": (1, 2, 3, 3, 0),
    "tiny": (1, 3, 4, 3, 0),
    "small": (2, 5, 7, 3, 1),
    "week": (1, 12, 20, 6, 1),
    "office": (5, 30, 45, 8, 2),
    "region": (9, 60, 90, 12, 3),
    "province": (36, 280, 460, 24, 8),
}
CENTRES = ((21.5, -104.9), (20.65, -103.7), (19.8, -104.4))
LESSONS = (
    ("heat", 15, False, 20, ()),
    ("tools", 20, False, 16, ("heat",)),
    ("water", 20, False, 13, ("heat",)),
    ("rights", 25, False, 12, ("heat", "tools")),
    ("children", 25, True, 10, ("rights", "water")),
    ("violence", 30, True, 10, ("children",)),
)


def problem(size: str, seed: int, odd: bool = True) -> dict[str, Any]:
    """A problem; `odd` adds the rarer rules (rest, pay-day hours, two promoters, travel table, authorisations)."""
    r = random.Random(f"{size}/{seed}/{odd}")
    promoters, fronts, crews, days, interpreters = SIZES[size]
    centres = CENTRES[: 1 if promoters < 6 else 3]
    made: dict[str, Any] = {
        "name": f"{size} {seed}",
        "days": _days(r, days),
        "speed_kmh": 30,
        "detour": 1.3,
        "setup_min": 5,
        "sensitive_gap": 3,
        "modules": [_lesson(r, *x, odd=odd and promoters > 1) for x in LESSONS],
        "fronts": [_front(r, n, centres[n % len(centres)], days, odd) for n in range(fronts)],
        "interpreters": [
            {"id": f"i{n}", "languages": ["wix", r.choice(["nah", "wix"])], "available": _coins(r, days, 0.6)}
            for n in range(interpreters)
        ],
        "locked": [],
    }
    made["crews"] = [_crew(r, n, fronts, len(centres), days, odd) for n in range(crews)]
    made["promoters"] = [_promoter(r, n, centres[n % len(centres)], days, odd) for n in range(promoters)]
    made["closures"] = [_closure(r, fronts, days, odd) for _ in range(1 + fronts // 6)]
    if odd:
        made["travel"] = [{"from": "f0", "to": "f1", "minutes": r.randint(5, 40)}]
    return made


def _days(r: random.Random, count: int) -> list[dict[str, Any]]:
    first = r.randint(0, 5)
    return [
        {"date": f"2027-02-{n + 1:02d}", "cal": n + (n + first) // 6, "weekday": (n + first) % 6} for n in range(count)
    ]


def _coins(r: random.Random, count: int, chance: float) -> list[bool]:
    return [r.random() < chance for _ in range(count)]


def _lesson(
    r: random.Random, name: str, minutes: int, sensitive: bool, weight: int, needs: tuple[str, ...], odd: bool
) -> dict[str, Any]:
    both = odd and sensitive and r.random() < 0.3
    return {
        "id": name, "minutes": minutes, "sensitive": sensitive, "weight": weight, "prereqs": list(needs),
        "min_gap": 1, "max_workers": 45 if sensitive else 65, "promoters": 2 if both else 1,
    }  # fmt: skip


def _near(r: random.Random, centre: tuple[float, float], reach: float) -> tuple[float, float]:
    return (
        round(centre[0] + r.uniform(-reach, reach), 4),
        round(centre[1] + r.uniform(-reach, reach), 4),
    )


def _front(r: random.Random, n: int, centre: tuple[float, float], days: int, odd: bool) -> dict[str, Any]:
    moves = r.randint(1, max(1, days - 1))
    a, b = _near(r, centre, 0.15), _near(r, centre, 0.15)
    stays = [{"from": 0, "to": moves - 1, "lat": a[0], "lon": a[1]}]
    if moves <= days - 1:
        stays.append({"from": moves, "to": days - 1, "lat": b[0], "lon": b[1]})
    am, pm = 510 + 15 * r.randint(0, 5), 750 + 15 * r.randint(0, 4)
    breaks = [
        {"id": "am", "start": am, "end": am + 30},
        {"id": "pm", "start": pm, "end": pm + r.choice([25, 30, 40])},
    ]
    if odd and r.random() < 0.3:
        breaks[1]["rest"] = r.choice([5, 10, 15])
    if odd and r.random() < 0.2:
        breaks[0]["days"] = [d for d in range(days) if d != days // 2]
        breaks.append({"id": "am", "start": am - 30, "end": am - 5, "days": [days // 2]})
    front = {"id": f"f{n}", "mill": f"m{n % 3}", "positions": stays, "breaks": breaks}
    if odd and r.random() < 0.1:
        front["season_end"] = days - 2
    return front


def _crew(r: random.Random, n: int, fronts: int, centres: int, days: int, odd: bool) -> dict[str, Any]:
    at = n % fronts if n < fronts else r.randrange(fronts)
    by_day = []
    for _ in range(days):
        if r.random() < 0.04:
            at = r.choice([f for f in range(fronts) if f % centres == at % centres])
        by_day.append(f"f{at}")
    known = r.choice([0, 0, 0, 1, 1, 2, 3, 4])
    done = [{"module": LESSONS[k][0], "cal": -3 * (known - k)} for k in range(known)]
    crew = {
        "id": f"c{n}",
        "size": r.randint(10, 45),
        "front_by_day": by_day,
        "language": r.choices(["es", "wix", "nah"], [75, 15, 10])[0],
        "bilingual_helper": r.random() < 0.3,
        "done": done,
        "last_day": days - 1 if r.random() < 0.85 else r.randint(max(0, days // 2), days - 1),
    }
    if odd and r.random() < 0.1:
        crew["priority"] = 150
    return crew


def _promoter(r: random.Random, n: int, centre: tuple[float, float], days: int, odd: bool) -> dict[str, Any]:
    person = {
        "id": f"p{n}",
        "home": list(_near(r, centre, 0.08)),
        "languages": ["es", *(["wix"] if r.random() < 0.2 else [])],
        "available": [None if r.random() < 0.08 else [360, 1020] for _ in range(days)],
        "sensitive_ok": n == 0 or r.random() < 0.7,
        "max_sessions_day": r.choice([2, 3, 3]),
        "max_drive_day": r.choice([140, 180]),
    }
    if odd and r.random() < 0.2:
        person["modules"] = [x[0] for x in LESSONS if x[0] != "water"]
    return person


def _closure(r: random.Random, fronts: int, days: int, odd: bool) -> dict[str, Any]:
    scope = r.choice(["front", "front", "mill"])
    who = f"f{r.randrange(fronts)}" if scope == "front" else f"m{r.randrange(3)}"
    closure = {"scope": scope, "id": who, "day": r.randrange(days), "reason": "mill stop"}
    if odd and r.random() < 0.3:
        closure |= {"reason": "pay day", "start": 720, "end": 900}
    return closure
