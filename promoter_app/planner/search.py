"""Large plans: local search of small exact sub-models (some promoters x some days), never one big model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from random import Random

from promoter_app.domain.planning.draft import in_order, score, worth_of
from promoter_app.domain.planning.field import Field, Opening, kilometres
from promoter_app.domain.planning.problem import Plan, Session
from promoter_app.planner.cpsat import Limits, solve_rows
from promoter_app.planner.hint import hint_of
from promoter_app.planner.model import Model, sessions_of
from promoter_app.planner.scope import Wanted, Wishes, build_scope, everything

SHAPES = ((1, 6), (2, 3), (3, 2), (5, 1), (8, 1))
"""(promoters near each other, days in a row) freed together."""


@dataclass(frozen=True)
class Tuning:
    """Sizes of a sub-model: fronts per promoter, routes per length, deterministic seconds."""

    fronts: int = 10
    routes: int = 120
    effort: float = 0.5
    shapes: tuple[tuple[int, int], ...] = SHAPES


def value_of(field: Field, plan: Plan, wishes: Wishes) -> int:
    """What is maximised: progress with priorities, less driving, plus old visits kept."""
    kept = 0
    if wishes.change:
        kept = sum((c, s.day, s.front, s.break_id, s.promoter) in wishes.old for s in plan for c in s.crews)
    driving = score(field.problem, plan, field).driving
    return wishes.progress * worth_of(field, plan) - driving + wishes.change * kept


@dataclass
class Search:
    """A local search over some promoters. The same seed and number of steps gives the same plan.

    `focus` names the promoters around whom neighbourhoods are drawn (all when empty); `reach` spares working
    it out again.
    """

    field: Field
    plan: Plan
    promoters: Sequence[str]
    wishes: Wishes
    random: Random
    tuning: Tuning = dataclass_field(default_factory=Tuning)
    focus: Sequence[str] = ()
    reach: Wanted = dataclass_field(default_factory=dict)

    def __post_init__(self) -> None:
        self.locked = frozenset(self.field.problem.locked)
        self.reach = self.reach or everything(self.field)
        self.value = value_of(self.field, self.plan, self.wishes)
        self.days = range(self.field.problem.today, len(self.field.cal))
        self.yields = {shape: [1.0, 0.001] for shape in self.tuning.shapes}
        homes = self.field.homes
        self.near = {
            p: sorted(self.promoters, key=lambda q, p=p: (kilometres(homes[p], homes[q]), q))  # type: ignore[misc]
            for p in self.promoters
        }

    def step(self) -> bool:
        """Frees one neighbourhood and solves it; True when the plan became better."""
        shape = self._pick_shape()
        wanted = self._neighbourhood(*shape)
        if not wanted:
            return False
        scope = build_scope(
            self.field, self.plan, self.locked, wanted, self.wishes, (self.tuning.routes, self.random)
        )
        model = Model(scope)
        limits = Limits(self.tuning.effort, seed=self.random.randrange(1 << 30))
        answer = solve_rows(model.rows, limits, hint_of(model, self.plan))
        gain = 0
        if answer.values is not None:
            gain = self._take([*scope.outside, *sessions_of(model, answer.values)])
        paid = self.yields[shape]
        paid[0] = 0.97 * paid[0] + max(gain, 0)
        paid[1] = 0.97 * paid[1] + answer.effort + 0.05
        return gain > 0

    def _take(self, sessions: list[Session]) -> int:
        plan = in_order(sessions)
        value = value_of(self.field, plan, self.wishes)
        gain = value - self.value
        if gain >= 0:
            self.plan, self.value = plan, value
        return gain

    def _pick_shape(self) -> tuple[int, int]:
        """Mostly the shape with the best gain per effort lately, sometimes any."""
        shapes = list(self.yields)
        if self.random.random() < 0.2:
            return self.random.choice(shapes)
        weights = [(gain + 1) / effort for gain, effort in self.yields.values()]
        return self.random.choices(shapes, weights)[0]

    def _neighbourhood(self, promoters: int, days: int) -> dict[tuple[str, int], list[Opening]]:
        last = max(self.days.start, self.days.stop - days)
        first = self.random.randint(self.days.start, last)
        ranked = self.near[self.random.choice(self.focus or self.promoters)]
        pool = ranked[: promoters * 2 - 1]
        chosen = [pool[0], *self.random.sample(pool[1:], min(promoters - 1, len(pool) - 1))]
        wanted = {}
        for p in chosen:
            for day in range(first, min(first + days, self.days.stop)):
                if (p, day) in self.reach:
                    wanted[p, day] = self._openings(p, day)
        return wanted

    def _openings(self, promoter: str, day: int) -> list[Opening]:
        """The openings of the nearest fronts, with some chance in "nearest", and those the promoter has now."""
        home = self.field.homes[promoter]
        now = {s.front for s in self.plan if s.day == day and promoter in s.promoters}
        fronts: dict[str, float] = {}
        for o in self.reach[promoter, day]:
            if o.front not in fronts:
                far = self.field.minutes(home, o.place) * (0.5 + self.random.random())
                fronts[o.front] = -1.0 if o.front in now else far
        chosen = set(sorted(fronts, key=lambda f: (fronts[f], f))[: self.tuning.fronts])
        return [o for o in self.reach[promoter, day] if o.front in chosen or o.front in now]
