"""The proposal: greedy at once, then better plans from the solver's processes, each checked before it is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from promoter_app.domain.planning.draft import in_order, score, worth_of
from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.funnel import left_out
from promoter_app.domain.planning.greedy import greedy_plan
from promoter_app.domain.planning.json import Json
from promoter_app.domain.planning.locks import clash_sentence, without_clashing_locks
from promoter_app.domain.planning.parse import plan_from_json
from promoter_app.domain.planning.problem import Plan, PlanningProblem, Progress, Proposal, Score, Weights
from promoter_app.domain.planning.reasons import placements
from promoter_app.domain.planning.rules import broken_rules
from promoter_app.domain.refusal import Sentence
from promoter_app.planner.components import components, packed, parts
from promoter_app.planner.process import Team
from promoter_app.planner.task import Task

DEFAULT_SECONDS = 60.0
_GRACE = 1.0

MISSING = Sentence(
    "Falta el programa que mejora los planes; este plan se hizo con el método sencillo.",
    "The program that improves plans is missing; this plan was made with the simple method.",
)
CRASHED = Sentence(
    "El programa que mejora los planes se detuvo solo; queda el mejor plan hasta ese momento.",
    "The program that improves plans stopped by itself; the best plan up to then stands.",
)
STOPPED = Sentence(
    "Se detuvo antes de terminar; este es el mejor plan hasta ese momento.",
    "It was stopped before the end; this is the best plan up to then.",
)


@dataclass(frozen=True)
class Ask:
    """How long and how: wall seconds or iterations of local search, seed, processes, and who listens."""

    seconds: float | None = None
    iterations: int | None = None
    seed: int = 1
    workers: int = 2
    weights: Weights = dataclass_field(default_factory=Weights)
    on_progress: Callable[[Progress], None] = lambda _: None
    should_stop: Callable[[], bool] = lambda: False
    command: Sequence[str] | None = None


def solve(
    problem: PlanningProblem,
    *,
    seconds: float | None = None,
    iterations: int | None = None,
    seed: int = 1,
    on_progress: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
    weights: Weights | None = None,
    workers: int = 2,
    command: Sequence[str] | None = None,
) -> Proposal:
    """A proposal for the problem, never worse than the greedy plan and never against a rule.

    `seconds` is wall time for everything (default 60 when `iterations` is not given either); with `iterations` alone
    (sub-models of the local search, shared among the parts of the problem) the same seed gives the same plan.
    `on_progress` hears the greedy plan at once and every better one; `should_stop` is asked about 20 times a second.
    `command` starts the solver's process (tests put another in its place).
    """
    if seconds is None and iterations is None:
        seconds = DEFAULT_SECONDS
    ask = Ask(seconds, iterations, seed, workers, weights or Weights(), on_progress, should_stop, command)
    return Proposing(problem, ask).run()


class Proposing:
    """One request: the best plan so far, the bound, and what there is to say at the end."""

    def __init__(self, problem: PlanningProblem, ask: Ask) -> None:
        self.started = time.monotonic()
        self.ask = ask
        self.problem, clashes = without_clashing_locks(problem)
        self.notes = [clash_sentence(c) for c in clashes] + _emptiness(problem)
        self.field = Field(self.problem)
        self.plan: Plan = greedy_plan(self.field, self.problem.locked)
        self.score = score(self.problem, self.plan, self.field)
        self.bound_value: int | None = None
        self.proven = not self.problem.crews or not self.problem.promoters
        self.how = "greedy"
        self.iteration = 0
        self.trusted = True
        self.parts: list[Plan] = []

    def seconds(self) -> float:
        """Wall seconds since the request."""
        return time.monotonic() - self.started

    def run(self) -> Proposal:
        """Asks the solver's processes until they end, time is up or somebody says stop."""
        self._report()
        if not self.proven:
            self._improve()
        return self.proposal()

    def _improve(self) -> None:
        tasks = self._tasks()
        self.parts = [t.plan for t in tasks if t.kind == "solve"]
        solving = {n for n, t in enumerate(tasks) if t.kind == "solve"}
        with Team(tasks, self.ask.command) as team:
            left_out(self.field, self.plan)  # while the processes start: what it remembers makes a stop quick
            for n, told in team.news(self._over):
                self._hear(n, told, tasks)
                if "gone" in told:
                    solving.discard(n)
                    if not solving and self._enough():
                        break
            for n, told in team.end():
                self._hear(n, told, tasks)
        if self.ask.should_stop():
            self.notes.append(STOPPED)

    def _enough(self) -> bool:
        """With the searches ended, a bound still on its way is waited for only while there is time."""
        known = self.proven or self.bound_value is not None
        return known or self.ask.seconds is None or self.seconds() >= self.ask.seconds

    def _over(self) -> bool:
        if self.ask.should_stop():
            return True
        return self.ask.seconds is not None and self.seconds() > self.ask.seconds + _GRACE

    def _tasks(self) -> list[Task]:
        """One search per group of promoters who cannot meet the others, and one bound for all."""
        left = None if self.ask.seconds is None else max(0.05, self.ask.seconds - self.seconds())
        groups = packed(components(self.field), self.ask.workers)
        made = parts(self.field, self.plan, groups) if len(groups) > 1 else [self.problem]
        tasks = []
        for group, part in zip(groups, made, strict=True):
            plan = tuple(s for s in self.plan if s.promoter in group)
            steps = self.ask.iterations
            if steps is not None and len(groups) > 1:
                steps = max(1, round(steps * len(group) / len(self.problem.promoters)))
            tasks.append(Task("solve", part, plan, self.ask.weights, self.ask.seed, left, steps))
        if self.ask.seconds is not None:
            tasks.append(Task("bound", self.problem, (), self.ask.weights, seconds=left))
        return tasks

    # --- news ----------------------------------------------------------------------------------------------

    def _hear(self, n: int, told: Json, tasks: list[Task]) -> None:
        if "missing" in told:
            self._note(MISSING)
        elif told.get("gone", 0) not in (0, 3):
            if tasks[n].kind == "solve":
                self._note(CRASHED)
        elif "plan" in told and tasks[n].kind == "solve":
            self._hear_plan(n, told, tasks[n])
        if "bound" in told and isinstance(told["bound"], int):
            whole = tasks[n].kind == "bound" or len(self.parts) == 1
            if whole and (self.bound_value is None or told["bound"] < self.bound_value):
                self.bound_value = told["bound"]
                self._report()
        if told.get("proven") is True and len(self.parts) == 1 and self.trusted:
            self.proven = True

    def _hear_plan(self, n: int, told: Json, task: Task) -> None:
        parts = list(self.parts)
        parts[n] = plan_from_json({"sessions": told["plan"]}, task.problem)
        plan = in_order(s for part in parts for s in part)
        if broken_rules(self.problem, plan, self.field):
            self.trusted = False
            self._note(CRASHED)  # never show what breaks a rule, whatever the solver says
            return
        self.parts = parts
        value, old = self._value(plan), self._value(self.plan)
        if value >= old:
            self.plan, self.how = plan, "solver"
            self.score = score(self.problem, plan, self.field)
            self.iteration += 1
            if value > old:
                self._report()

    def _value(self, plan: Plan) -> int:
        driving = score(self.problem, plan, self.field).driving
        return self.ask.weights.progress * worth_of(self.field, plan) - driving

    def _note(self, sentence: Sentence) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def _report(self) -> None:
        bound, gap = self._bound()
        self.ask.on_progress(Progress(self.plan, self.score, bound, gap, self.iteration, self.seconds()))

    def _bound(self) -> tuple[int | None, float | None]:
        return bound_in_progress(self.field, self.plan, self.score, self.bound_value, self.ask.weights.progress)

    # --- the end -------------------------------------------------------------------------------------------

    def proposal(self) -> Proposal:
        """The best plan so far with its reasons, and who was left out and why."""
        bound, gap = self._bound()
        return Proposal(
            placements=placements(self.field, self.plan),
            refused=left_out(self.field, self.plan),
            score=self.score,
            bound=bound,
            gap=gap,
            proven=self.proven,
            seconds=self.seconds(),
            how=self.how,
            notes=tuple(self.notes),
        )


def bound_in_progress(
    field: Field, plan: Plan, now: Score, value: int | None, weight: int
) -> tuple[int | None, float | None]:
    """A bound on weight x progress - driving, said as progress: what no plan with as little driving can exceed."""
    worth = worth_of(field, plan)
    if value is None or weight == 0:
        return None, None
    reach = max(worth, (value + now.driving) // weight)
    if worth == 0:
        return (0, 0.0) if reach == 0 else (reach, None)
    return now.progress * reach // worth, reach / worth - 1


def _emptiness(problem: PlanningProblem) -> list[Sentence]:
    lacking = [
        (problem.days, "No hay días que planear.", "There are no days to plan."),
        (problem.crews, "No hay cuadrillas que visitar.", "There are no crews to visit."),
        (problem.promoters, "No hay promotoras para dar las sesiones.", "There are no promoters to give sessions."),
        (problem.modules, "No hay temas que dar.", "There are no modules to give."),
    ]
    return [Sentence(es, en) for things, es, en in lacking if not things]
