"""Values of a planning problem and of a plan: who teaches which module to which crews, where and when.

Times are minutes after midnight; a `day` is an index into `PlanningProblem.days`; gaps between sessions are counted
in calendar days through `Day.cal`. Everything is frozen and made of tuples, so a problem can cross threads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from promoter_app.domain.refusal import Sentence


@dataclass(frozen=True)
class Day:
    """A working day: ISO date, calendar-day number (gaps are differences of these) and weekday (Monday 0)."""

    date: str
    cal: int
    weekday: int = 0


@dataclass(frozen=True)
class Module:
    """A training module. `max_workers` binds only when several crews attend together; `promoters` is 1 or 2."""

    id: str
    minutes: int
    sensitive: bool
    weight: int
    prereqs: tuple[str, ...]
    min_gap: int
    max_workers: int
    promoters: int = 1


@dataclass(frozen=True)
class Break:
    """A meal or rest break. `rest` minutes of it belong to the workers and training may not use them.

    `days` limits the break to some days (None = every day), so a front may have other hours on pay day.
    """

    id: str
    start: int
    end: int
    rest: int = 0
    days: frozenset[int] | None = None

    @property
    def usable(self) -> int:
        """Minutes a session may take."""
        return self.end - self.start - self.rest


@dataclass(frozen=True)
class Stay:
    """Where a front cuts from day `first` to day `last`, both included."""

    first: int
    last: int
    lat: float
    lon: float


@dataclass(frozen=True)
class Front:
    """A cutting front: its mill, the places it moves through, its breaks and its last day of season (None = open)."""

    id: str
    mill: str
    stays: tuple[Stay, ...]
    breaks: tuple[Break, ...]
    season_end: int | None = None


LONG_AGO = -90_000
"""The calendar day of a module that is not of the crew's course: nobody plans it, and no gap counts from it."""


@dataclass(frozen=True)
class Held:
    """A module a crew already had, on calendar day `cal` (may be negative: before the first day of the plan)."""

    module: str
    cal: int


@dataclass(frozen=True)
class Crew:
    """A crew: size in workers, the front it is at each day, language, history, last day on site.

    `priority` (percent, 100 = ordinary) multiplies what a session with it is worth: fairness between crews,
    languages and companies is steered with it.
    """

    id: str
    size: int
    front_by_day: tuple[str, ...]
    language: str
    bilingual_helper: bool
    done: tuple[Held, ...]
    last_day: int
    priority: int = 100


@dataclass(frozen=True)
class Promoter:
    """A promoter: home (lat, lon), languages, hours per day (None = not on duty), caps, authorised modules.

    `modules` None means authorised for all; sensitive modules also need `sensitive_ok`. `fronts` None means all; else
    only those (crews of the promoter's own organisation).
    """

    id: str
    home: tuple[float, float]
    languages: tuple[str, ...]
    available: tuple[tuple[int, int] | None, ...]
    sensitive_ok: bool
    max_sessions_day: int
    max_drive_day: int
    modules: frozenset[str] | None = None
    fronts: frozenset[str] | None = None

    def may_visit(self, front: str) -> bool:
        """Whether this promoter works with the crews of the front."""
        return self.fronts is None or front in self.fronts

    def may_teach(self, module: Module) -> bool:
        """Whether this promoter is authorised for the module."""
        return (self.sensitive_ok or not module.sensitive) and (self.modules is None or module.id in self.modules)


@dataclass(frozen=True)
class Interpreter:
    """An interpreter: rides with one promoter a day."""

    id: str
    languages: tuple[str, ...]
    available: tuple[bool, ...]


@dataclass(frozen=True)
class Closure:
    """No sessions that day: scope "all", "mill" or "front"; `start`/`end` limit it to some hours (pay-day hour)."""

    scope: str
    id: str | None
    day: int
    reason: str
    start: int = 0
    end: int = 24 * 60


@dataclass(frozen=True)
class Travel:
    """Minutes by road between two named places (front or promoter id), either way; replaces the estimate."""

    a: str
    b: str
    minutes: int


@dataclass(frozen=True)
class Session:
    """One session of a plan. `second` is the other promoter of a module that two must give."""

    promoter: str
    day: int
    front: str
    break_id: str
    module: str
    crews: tuple[str, ...]
    interpreter: str | None = None
    second: str | None = None

    @property
    def promoters(self) -> tuple[str, ...]:
        """Everyone of ours who is there."""
        return (self.promoter,) if self.second is None else (self.promoter, self.second)

    @property
    def slot(self) -> tuple[str, int, str]:
        """The break it takes: (front, day, break)."""
        return (self.front, self.day, self.break_id)


Plan = tuple[Session, ...]


@dataclass(frozen=True)
class PlanningProblem:
    """Everything the planner may know. `locked` sessions never move; days before `today` are past."""

    name: str
    days: tuple[Day, ...]
    modules: tuple[Module, ...]
    fronts: tuple[Front, ...]
    crews: tuple[Crew, ...]
    promoters: tuple[Promoter, ...]
    interpreters: tuple[Interpreter, ...] = ()
    closures: tuple[Closure, ...] = ()
    locked: Plan = ()
    travel: tuple[Travel, ...] = ()
    speed_kmh: float = 30.0
    detour: float = 1.3
    setup_min: int = 5
    sensitive_gap: int = 3
    today: int = 0


@dataclass(frozen=True)
class Weights:
    """What the planner wants, in the users' order; whole numbers.

    `progress`: minutes of driving one weighted worker is worth (2: any extra session outweighs a day on the road, but
    nobody drives 90 minutes for one more worker). `change`: minutes of driving an old visit is worth when planning
    again (120: a visit is moved only for a clear gain). Fairness comes from module weights that fall along the
    sequence and from `Crew.priority`.
    """

    progress: int = 2
    change: int = 120


@dataclass(frozen=True)
class Reason:
    """A reason as a stable code with values; `planning_reasons.sentence` says it in words."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Fix:
    """One single change that would let a crew in; `fixes.apply_fix` makes the changed problem."""

    kind: str
    day: int
    front: str
    break_id: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Placement:
    """A proposed session and why it is there and then."""

    session: Session
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Refused:
    """A crew the plan leaves without a session: its next module, the rule that stops it, and the fix if one helps."""

    crew: str
    module: str
    reason: Reason
    fix: Fix | None
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Score:
    """P (sum of module weight x workers taught) and T (driving minutes) of a plan, and how many sessions it has."""

    progress: int
    driving: int
    sessions: int


@dataclass(frozen=True)
class Progress:
    """News of a running search: the best plan so far, its score, the bound when one is known, seconds spent."""

    plan: Plan
    score: Score
    bound: int | None
    gap: float | None
    iteration: int
    seconds: float


@dataclass(frozen=True)
class Proposal:
    """What the planner proposes.

    `bound`: the progress no plan with as little driving can exceed (None: not known); `gap` = bound / progress - 1;
    `proven`: no better plan exists. `notes` say what a person must know (solver missing, stopped, locks that clash).
    """

    placements: tuple[Placement, ...]
    refused: tuple[Refused, ...]
    score: Score
    bound: int | None
    gap: float | None
    proven: bool
    seconds: float
    how: str
    notes: tuple[Sentence, ...] = ()

    @property
    def plan(self) -> Plan:
        """The bare sessions."""
        return tuple(p.session for p in self.placements)
