"""Why not this crew: every break it has left, walked through the rules in a fixed order, without any solver.

Separates "impossible by the rules" from "possible, but other visits were worth more", and finds the rules that alone
stand in the way, each with the one change that would remove it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from promoter_app.domain.planning.draft import Draft
from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.fixes import Obstacle, fix_for
from promoter_app.domain.planning.problem import Break, Crew, Module, Plan, Promoter, Reason, Refused

RULES = (
    "closed",
    "elsewhere",
    "short",
    "prerequisite",
    "sensitive_gap",
    "met",
    "other_partner",
    "off_duty",
    "far",
    "not_prepared",
    "language",
    "interpreter_busy",
    "taken",
    "busy",
)
_STAFF_RULES = ("other_partner", "off_duty", "far", "not_prepared", "language", "interpreter_busy")
_OTHERS = ("busy", "taken", "interpreter_busy")
"""Possible by the rules: the plan gave the place, the promoter or the interpreter to others."""
_EASIEST = ("language", "short", "not_prepared", "off_duty", "far", "closed", "elsewhere")
"""What else could open a break, from the easiest change to the hardest."""

_Single = tuple[str, str, bool]


@dataclass
class Funnel:
    """The answer for one crew and module: breaks stopped by each rule, obstacles that stand alone, free breaks."""

    crew: str
    module: str
    counts: dict[str, int] = dataclass_field(default_factory=dict)
    alone: dict[str, list[Obstacle]] = dataclass_field(default_factory=dict)
    free: list[tuple[str, int, str]] = dataclass_field(default_factory=list)
    breaks: int = 0


class WhyNot:
    """Answers for the crews of one plan; built once, asked crew by crew."""

    def __init__(self, field: Field, plan: Plan) -> None:
        self.field = field
        self.draft = Draft(field, plan)
        self.at = {s.slot: s for s in plan}

    def funnel(self, crew_id: str, module_id: str | None = None) -> Funnel:
        """Walks the crew's remaining breaks; the module is its next one when not given."""
        crew = self.field.crews[crew_id]
        module = self.field.modules[module_id] if module_id else self.draft.next_module(crew)
        result = Funnel(crew_id, module.id if module else "")
        if module is None:
            return result
        for day in range(self.field.problem.today, len(self.field.cal)):
            front = self.field.fronts[crew.front_by_day[day]]
            for b in front.breaks:
                if b.days is None or day in b.days:
                    result.breaks += 1
                    self._walk(result, crew, module, day, b)
        return result

    def _walk(self, result: Funnel, crew: Crew, module: Module, day: int, b: Break) -> None:
        slot = (crew.front_by_day[day], day, b.id)
        early = self._of_break(crew, module, slot, b)
        opening = self.field.by_slot.get(slot) or self._imagined(slot, b)
        if early:
            result.counts[early[0]] = result.counts.get(early[0], 0) + 1
        if len(early) > 1 or opening is None:
            return
        stoppers, single = self._of_promoters(crew, module, opening)
        if not early:
            self._count_late(result, slot, stoppers)
            for rule, promoter, room in single if stoppers else ():
                result.alone.setdefault(rule, []).append(Obstacle(rule, opening, promoter, room))
        elif single and stoppers in ([], ["taken"], ["busy"]):
            found = Obstacle(early[0], opening, single[0][1], room=not stoppers)
            result.alone.setdefault(early[0], []).append(found)

    def _count_late(self, result: Funnel, slot: tuple[str, int, str], stoppers: list[str]) -> None:
        if not stoppers:
            result.free.append(slot)
        else:
            result.counts[stoppers[0]] = result.counts.get(stoppers[0], 0) + 1

    def _imagined(self, slot: tuple[str, int, str], b: Break) -> Opening | None:
        """A closed break as it would be if it were open."""
        place = self.field.place(self.field.fronts[slot[0]], slot[1])
        return None if place is None else Opening(*slot, b.start, b.end, b.usable, place)

    def _of_break(self, crew: Crew, module: Module, slot: tuple[str, int, str], b: Break) -> list[str]:
        """Rules about the break and the crew's own sequence that stand in the way."""
        day = slot[1]
        found = []
        if slot not in self.field.by_slot:
            found.append("closed")
        if day > crew.last_day:
            found.append("elsewhere")
        if b.usable < module.minutes:
            found.append("short")
        obstacle = self.draft.obstacle(crew, module, day)
        if obstacle is not None:
            found.append("prerequisite" if obstacle == "had" else obstacle)
        if (crew.id, day) in self.draft.met:
            found.append("met")
        return found

    # --- who could go --------------------------------------------------------------------------------------

    def _of_promoters(self, crew: Crew, module: Module, o: Opening) -> tuple[list[str], list[_Single]]:
        """(rules that leave nobody, in order; those one rule alone stops, as (rule, promoter, room in the day)).

        When nothing stops somebody the first list is empty and the second holds ("", promoter, True).
        """
        if self._can_join(crew, module, o):
            return [], [("", self.at[o.slot].promoter, True)]
        helpers = self._helpers(crew, o.day)
        failing = {p.id: self._failures(p, crew, module, o, helpers) for p in self.field.problem.promoters}
        survivors = [p for p in self.field.problem.promoters if not failing[p.id]]
        if len(survivors) >= module.promoters:
            return self._late(survivors, module, o)
        stopped = Counter(rules[0] for rules in failing.values() if rules)
        left, first = len(failing), _STAFF_RULES[0]
        for rule in _STAFF_RULES:
            left, first = left - stopped[rule], rule
            if left < module.promoters:
                break
        return [first], [(rules[0], p, self._room(rules[0], p, o)) for p, rules in failing.items() if len(rules) == 1]

    def _late(self, survivors: list[Promoter], module: Module, o: Opening) -> tuple[list[str], list[_Single]]:
        if o.slot in self.draft.taken:
            return ["taken"], [("taken", survivors[0].id, True)]
        able = [p for p in survivors if self.draft.extra_driving(p, o) is not None]
        if len(able) < module.promoters:
            return ["busy"], [("busy", p.id, True) for p in survivors]
        return [], [("", able[0].id, True)]

    def _room(self, rule: str, promoter: str, o: Opening) -> bool:
        """Whether the break is free and the promoter's day has room for it."""
        if o.slot in self.draft.taken:
            return False
        return rule in ("off_duty", "far") or self.draft.extra_driving(self.field.promoters[promoter], o) is not None

    def _can_join(self, crew: Crew, module: Module, o: Opening) -> bool:
        """Whether the crew could simply sit in on the session already there."""
        s = self.at.get(o.slot)
        if s is None or s.module != module.id or s in self.field.problem.locked:
            return False
        size = crew.size + sum(self.field.crews[c].size for c in s.crews)
        spoken = any(self.field.understands(crew, self.field.promoters[p], s.interpreter) for p in s.promoters)
        return spoken and size <= module.max_workers

    def _failures(self, p: Promoter, crew: Crew, module: Module, o: Opening, helpers: list[str]) -> list[str]:
        """The rules that keep this promoter away, in order; two are enough, since only a lone one can be lifted."""
        found = list(self.field.away(p, o))
        if len(found) < 2 and not p.may_teach(module):
            found.append("not_prepared")
        if len(found) < 2 and not self.field.understands(crew, p, None):
            if not helpers:
                found.append("language")
            elif all(self.draft.rides.get((i, o.day), p.id) != p.id for i in helpers):
                found.append("interpreter_busy")
        return found

    def _helpers(self, crew: Crew, day: int) -> list[str]:
        """Interpreters of the crew's language who work that day."""
        return [i.id for i in self.field.problem.interpreters if i.available[day] and crew.language in i.languages]


def left_out(field: Field, plan: Plan) -> tuple[Refused, ...]:
    """Every crew the plan gives nothing although something is left to give, with its reason and fix."""
    visited = {c for s in plan for c in s.crews}
    names = [c.id for c in field.problem.crews if c.id not in visited]
    return refusals(field, plan, names)


def refusals(field: Field, plan: Plan, crews: Iterable[str]) -> tuple[Refused, ...]:
    """Reason and fix for each of the crews that has a module left to take."""
    why, locks = WhyNot(field, plan), Draft(field, field.problem.locked)
    found = []
    for c in crews:
        funnel = why.funnel(c)
        if funnel.module:
            found.append(_refused(field, locks, funnel))
    return tuple(found)


def _refused(field: Field, locks: Draft, funnel: Funnel) -> Refused:
    crew, module = field.crews[funnel.crew], field.modules[funnel.module]
    values: dict[str, str | int] = {"crew": crew.id, "module": module.id, "language": crew.language}
    if funnel.free:
        return Refused(crew.id, module.id, Reason("possible", {**values, "n": len(funnel.free)}), None, funnel.counts)
    for obstacle in _in_order_of_ease(funnel):
        fix = fix_for(field, locks, crew, module, obstacle)
        if fix is not None:
            slots = {o.opening.slot for o in funnel.alone[obstacle.rule]}
            reason = Reason(obstacle.rule, {**values, "n": len(slots)})
            return Refused(crew.id, module.id, reason, fix, funnel.counts)
    return Refused(crew.id, module.id, _no_fix(funnel, values), None, funnel.counts)


def _in_order_of_ease(funnel: Funnel) -> Iterator[Obstacle]:
    for rule in _OTHERS:
        yield from funnel.alone.get(rule, ())
    for room in (True, False):
        for rule in _EASIEST:
            yield from (o for o in funnel.alone.get(rule, ()) if o.room is room)


def _no_fix(funnel: Funnel, values: dict[str, str | int]) -> Reason:
    ranked = sorted(funnel.counts, key=lambda r: (-funnel.counts[r], RULES.index(r)))
    if not ranked:
        return Reason("nothing_left", values)
    if len(ranked) == 1:
        return Reason(ranked[0], {**values, "n": funnel.counts[ranked[0]]})
    return Reason("several", {**values, "rules": ",".join(ranked[:3])})

