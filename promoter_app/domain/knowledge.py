"""Knowledge change: which pre- and post-tests make a valid pair, who rose, and the indicator OC3.

OC3 = people who rose / people with at least one valid pair. Everything is counted from the answers as they
were given; nothing is stored as a total. Ids are any hashable value; `order` is any number that grows with
time (minutes since a fixed day), so no clock is needed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from promoter_app.domain.refusal import Sentence

MIN_COMMON_ITEMS = 3
CAVEAT = Sentence(
    "Estas cifras solo ilustran el avance: salen de las personas con prueba, no de todas las capacitadas.",
    "These figures only illustrate progress: they come from people with tests, not from everyone trained.",
)

Key = tuple[Hashable, ...]


class Phase(StrEnum):
    """Before or after the content."""

    PRE = "pre"
    POST = "post"


class Unit(StrEnum):
    """Who is counted once: a person (the headline), or a person in a module (per workshop)."""

    PERSON = "person"
    WORKSHOP = "workshop"


class WithoutPair(StrEnum):
    """Why somebody tested is not in N ("sin par")."""

    ONLY_PRE = "only_pre"
    ONLY_POST = "only_post"
    NO_MATCH = "no_match"
    """Both tests exist, but late, of other versions, out of order or with fewer than three common items."""


@dataclass(frozen=True)
class Attempt:
    """One test of one person. A cycle is person x module x season.

    `answers` holds what was answered to each item that the person was asked: blank ("") and "no sé" are
    answers and never right. `late`: a pre taken after the content, or a post taken before it.
    """

    id: Hashable
    person: Hashable
    module: str
    season: Hashable
    version: Hashable
    phase: Phase
    order: int
    day: date
    session: Hashable
    answers: Mapping[Hashable, str]
    partner: Hashable = None
    late: bool = False
    interpreted: bool = False
    declined: bool = False


AnswerKeys = Mapping[Hashable, Mapping[Hashable, str]]
"""Test version -> item -> right answer. An edited key is a new version; old pairs keep the old one."""


@dataclass(frozen=True)
class Pair:
    """A valid pair scored on its common items, which are the same in both tests."""

    person: Hashable
    module: str
    season: Hashable
    pre: Attempt
    post: Attempt
    items: int
    pre_correct: int
    post_correct: int

    @property
    def interpreted(self) -> bool:
        """Whether an interpreter helped in either test: it counts, and is flagged."""
        return self.pre.interpreted or self.post.interpreted


@dataclass(frozen=True)
class Scope:
    """What a figure is about. None means no limit; `since` and `until` (included) are days of the post-test.

    `people` is a frozen sample or a group (language, sex): the ids that count.
    """

    since: date | None = None
    until: date | None = None
    modules: frozenset[str] | None = None
    seasons: frozenset[Hashable] | None = None
    partner: Hashable = None
    people: frozenset[Hashable] | None = None

    def has_day(self, day: date) -> bool:
        """Whether a day is inside the period."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def has(self, attempt: Attempt) -> bool:
        """Whether an attempt belongs here, whatever its day (a pre may fall in the period before)."""
        return (
            not attempt.declined
            and (self.modules is None or attempt.module in self.modules)
            and (self.seasons is None or attempt.season in self.seasons)
            and (self.partner is None or attempt.partner == self.partner)
            and (self.people is None or attempt.person in self.people)
        )


@dataclass(frozen=True)
class KnowledgeChange:
    """The figure. `total` = `rose` + `equal` + `fell` are units with a pair; `ceiling` had a perfect pre.

    `late_pre` and `interpreted` count attempts and pairs that are flagged.
    """

    unit: Unit
    total: int = 0
    rose: int = 0
    equal: int = 0
    fell: int = 0
    ceiling: int = 0
    pairs: int = 0
    only_pre: int = 0
    only_post: int = 0
    no_match: int = 0
    late_pre: int = 0
    interpreted: int = 0

    @property
    def percent(self) -> int | None:
        """Rose out of total, whole percent, half up; None without pairs."""
        return percent(self.rose, self.total)

    @property
    def percent_without_ceiling(self) -> int | None:
        """Auxiliary, never a headline: the same among those whose pre was not perfect."""
        return percent(self.rose, self.total - self.ceiling)

    @property
    def text(self) -> Sentence:
        """The figure as it is shown: `42/150 · 28 %`."""
        share = "—" if self.percent is None else f"{self.percent} %"
        people_es, people_en = ("personas", "people") if self.unit is Unit.PERSON else ("pares", "pairs")
        shown = f"{self.rose}/{self.total}"
        return Sentence(f"{shown} {people_es} · {share}", f"{shown} {people_en} · {share.replace(' ', '')}")


def percent(part: int, whole: int) -> int | None:
    """Whole percent, half up (61/200 -> 31); None when `whole` is not positive."""
    return (200 * part + whole) // (2 * whole) if whole > 0 else None


def _asked(attempts: Iterable[Attempt]) -> dict[Key, set[Hashable]]:
    """Items that somebody was asked, by session, module, version and phase."""
    asked: dict[Key, set[Hashable]] = defaultdict(set)
    for attempt in attempts:
        if not attempt.declined:
            asked[attempt.session, attempt.module, attempt.version, attempt.phase].update(attempt.answers)
    return asked


def _asked_that_day(asked: Mapping[Key, set[Hashable]], attempt: Attempt) -> set[Hashable]:
    return asked[attempt.session, attempt.module, attempt.version, attempt.phase]


def _correct(attempt: Attempt, items: set[Hashable], key: Mapping[Hashable, str]) -> int:
    """Right answers among `items`; not answered, blank and "no sé" are wrong."""
    return sum(attempt.answers.get(item, "") == key[item] != "" for item in items)


def _age(attempt: Attempt) -> tuple[int, str]:
    """Order in time; the id settles ties, so that the order of the rows never matters."""
    return attempt.order, repr(attempt.id)


def _pair_of(tests: list[Attempt], asked: Mapping[Key, set[Hashable]], keys: AnswerKeys) -> Pair | None:
    """The pair of one cycle and one version: earliest pre, latest post not earlier than it."""
    pre = min((one for one in tests if one.phase is Phase.PRE), key=_age, default=None)
    if pre is None:
        return None
    later = (one for one in tests if one.phase is Phase.POST and one.order >= pre.order)
    post = max(later, key=_age, default=None)
    if post is None:
        return None
    key = keys[pre.version]
    items = _asked_that_day(asked, pre) & _asked_that_day(asked, post) & key.keys()
    if len(items) < MIN_COMMON_ITEMS:
        return None
    right = (_correct(pre, items, key), _correct(post, items, key))
    return Pair(pre.person, pre.module, pre.season, pre, post, len(items), *right)


def _cycles(attempts: Iterable[Attempt]) -> dict[Key, list[Attempt]]:
    cycles: dict[Key, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        cycles[attempt.person, attempt.module, attempt.season].append(attempt)
    return cycles


def _pair_of_cycle(tests: list[Attempt], asked: Mapping[Key, set[Hashable]], keys: AnswerKeys) -> Pair | None:
    """The earliest pair among the versions of the test that were used in one cycle."""
    versions: dict[Hashable, list[Attempt]] = defaultdict(list)
    for one in tests:
        if not one.late:
            versions[one.version].append(one)
    pairs = (_pair_of(same, asked, keys) for same in versions.values())
    return min((pair for pair in pairs if pair), key=lambda pair: _age(pair.pre), default=None)


def _cycle_pairs(everything: list[Attempt], keys: AnswerKeys, scope: Scope) -> dict[Key, Pair | None]:
    """Each cycle of a scope, of any day, with its pair or None."""
    asked = _asked(everything)
    cycles = _cycles(one for one in everything if scope.has(one))
    return {cycle: _pair_of_cycle(tests, asked, keys) for cycle, tests in cycles.items()}


def _first_cycles(pairs: Iterable[Pair | None], scope: Scope) -> list[Pair]:
    """The pairs of the period; of several seasons of one person and module only the first."""
    first: dict[Key, Pair] = {}
    for pair in pairs:
        if pair is None or not scope.has_day(pair.post.day):
            continue
        held = first.get((pair.person, pair.module))
        if held is None or _age(pair.pre) < _age(held.pre):
            first[pair.person, pair.module] = pair
    return list(first.values())


def valid_pairs(attempts: Iterable[Attempt], keys: AnswerKeys, scope: Scope | None = None) -> list[Pair]:
    """The valid pairs of a scope: one per person x module x season, and of several seasons only the first.

    A partner's pairs are made from that partner's tests alone, so each figure can be reproduced from its own
    rows. Items that nobody was asked that day are out of both tests. KeyError for a version without a key.
    """
    scope = scope or Scope()
    return _first_cycles(_cycle_pairs(list(attempts), keys, scope).values(), scope)


def _unit_key(unit: Unit, test: Attempt | Pair) -> Key:
    return (test.person,) if unit is Unit.PERSON else (test.person, test.module)


def _reason(phases: set[Phase]) -> WithoutPair:
    if len(phases) == 2:
        return WithoutPair.NO_MATCH
    return WithoutPair.ONLY_PRE if Phase.PRE in phases else WithoutPair.ONLY_POST


def _without_pair(tests: Iterable[Attempt], unit: Unit, counted: set[Key]) -> list[WithoutPair]:
    """Why each unit of `tests`, all of cycles without a pair, is not among the `counted`."""
    phases: dict[Key, set[Phase]] = defaultdict(set)
    for one in tests:
        phases[_unit_key(unit, one)].add(one.phase)
    return [_reason(seen) for key, seen in phases.items() if key not in counted]


def knowledge_change(
    attempts: Iterable[Attempt], keys: AnswerKeys, scope: Scope | None = None, unit: Unit = Unit.PERSON
) -> KnowledgeChange:
    """The figure of a scope: right answers are added over a unit's valid pairs, then compared (strictly).

    Those without a pair are counted when a test of theirs, of a cycle without a pair, falls in the period.
    """
    everything = list(attempts)
    scope = scope or Scope()
    cycles = _cycle_pairs(everything, keys, scope)
    pairs = _first_cycles(cycles.values(), scope)
    units: dict[Key, list[Pair]] = defaultdict(list)
    for pair in pairs:
        units[_unit_key(unit, pair)].append(pair)
    sums = [_sums(of_unit) for of_unit in units.values()]
    in_period = [one for one in everything if scope.has(one) and scope.has_day(one.day)]
    loose = [one for one in in_period if cycles[one.person, one.module, one.season] is None]
    missing = _without_pair(loose, unit, set(units))
    return KnowledgeChange(
        unit=unit,
        total=len(sums),
        rose=sum(post > pre for pre, post, _ in sums),
        equal=sum(post == pre for pre, post, _ in sums),
        fell=sum(post < pre for pre, post, _ in sums),
        ceiling=sum(pre == items for pre, _, items in sums),
        pairs=len(pairs),
        only_pre=missing.count(WithoutPair.ONLY_PRE),
        only_post=missing.count(WithoutPair.ONLY_POST),
        no_match=missing.count(WithoutPair.NO_MATCH),
        late_pre=sum(one.late and one.phase is Phase.PRE for one in in_period),
        interpreted=sum(pair.interpreted for pair in pairs),
    )


def _sums(pairs: list[Pair]) -> tuple[int, int, int]:
    """Right in the pre, right in the post, items: added over the pairs of one unit."""
    return (
        sum(pair.pre_correct for pair in pairs),
        sum(pair.post_correct for pair in pairs),
        sum(pair.items for pair in pairs),
    )


@dataclass(frozen=True)
class HandCount:
    """Raised hands for one item: no names, so a group mean only and never part of OC3."""

    phase: Phase
    correct: int
    total: int


def group_mean(counts: Iterable[HandCount], phase: Phase) -> Fraction | None:
    """Right hands out of all hands in a phase, over its items; None when nobody raised one."""
    of_phase = [count for count in counts if count.phase is phase]
    total = sum(count.total for count in of_phase)
    return Fraction(sum(count.correct for count in of_phase), total) if total else None
