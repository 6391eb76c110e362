"""Every plan of a tiny problem (one promoter, no interpreter), tried one by one: the truth for the planner's tests."""

from __future__ import annotations

import itertools
from typing import Any

from tests.planner.plan_checker import Inspector, totals

Json = dict[str, Any]


def best_value(problem: Json) -> int:
    """The largest 2 x progress - driving of any plan that keeps the rules."""
    return Search(problem, frozenset()).best()[1]


def most_visits_kept(problem: Json, old: list[Json]) -> int:
    """How many (crew, day, front, break) of `old` the best plan for that can keep."""
    visits = frozenset((c, s["day"], s["front"], s["break"]) for s in old for c in s["crews"])
    return Search(problem, visits).best()[0]


class Search:
    """Day by day; what matters of the past is only what each crew has had and when."""

    def __init__(self, problem: Json, old: frozenset[tuple[str, int, str, str]]) -> None:
        self.problem, self.old = problem, old
        self.eye = Inspector({**problem, "locked": []})
        self.who = problem["promoters"][0]["id"]
        self.known: dict[tuple[Any, ...], tuple[int, int]] = {}

    def best(self, day: int = 0, past: tuple[Json, ...] = ()) -> tuple[int, int]:
        """(old visits kept, 2 x progress - driving) of the best rest of the plan."""
        if day == len(self.problem["days"]):
            return (0, 0)
        state = (day, tuple(sorted((c, s["module"], s["day"]) for s in past for c in s["crews"])))
        if state not in self.known:
            found = [(0, 0)]
            for today in self.plans_of(day, past):
                later = self.best(day + 1, (*past, *today))
                kept = sum((c, s["day"], s["front"], s["break"]) in self.old for s in today for c in s["crews"])
                progress, driving = totals(self.problem, {"sessions": today})
                value = (kept + later[0], 2 * progress - driving + later[1])
                found.append(value if self.old else (0, value[1]))
            self.known[state] = max(found)
        return self.known[state]

    def plans_of(self, day: int, past: tuple[Json, ...]) -> list[list[Json]]:
        """Every set of sessions of one day that keeps the rules after `past`, the empty one included."""
        single = [s for s in self.sessions_of(day) if not self.eye.inspect([*past, s])]
        plans: list[list[Json]] = [[]]
        for size in (1, 2, 3):
            for together in itertools.combinations(single, size):
                slots = {(s["front"], s["break"]) for s in together}
                if len(slots) == size and not self.eye.inspect([*past, *together]):
                    plans.append(list(together))
        return plans

    def sessions_of(self, day: int) -> list[Json]:
        """Every session one could think of that day."""
        found = []
        for front in self.problem["fronts"]:
            here = [c["id"] for c in self.problem["crews"] if c["front_by_day"][day] == front["id"]]
            groups = [g for n in range(1, len(here) + 1) for g in itertools.combinations(here, n)]
            names = sorted({b["id"] for b in front["breaks"]})
            for b, m, g in itertools.product(names, self.problem["modules"], groups):
                found.append(
                    {"promoter": self.who, "day": day, "front": front["id"], "break": b, "module": m["id"],
                     "crews": list(g), "interpreter": None}
                )  # fmt: skip
        return found
