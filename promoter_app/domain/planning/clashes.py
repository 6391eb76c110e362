"""What is wrong with a week as it stands: each session against its break, its people, the road and the other sessions.

Unlike a plan's rules these only warn: people may keep a session with its reason in sight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from promoter_app.domain.planning.field import Field, Place, kilometres
from promoter_app.domain.planning.problem import Break, Module, Session
from promoter_app.domain.refusal import Sentence

PLANNED = "planned"
"""A closure that only keeps a crew free of more sessions: no reason against the one it has."""


@dataclass(frozen=True)
class Planned:
    """A session with its real hours (minutes after midnight) and the fewest minutes in which its topic can be given."""

    session: Session
    start: int
    end: int
    shortest: int


@dataclass(frozen=True)
class Clash:
    """One thing wrong with a session, as a stable code with values; `clash_words` says it."""

    session: Session
    rule: str
    values: Mapping[str, str | int] = field(default_factory=dict)


_WORDS = {
    "no_break": ("No hay descanso acordado a las {at}.", "No break is agreed at {at}."),
    "break_too_short": (
        "El descanso deja {usable} minutos y el tema pide {needed}.",
        "The break leaves {usable} minutes and the topic needs {needed}.",
    ),
    "rest_consumed": (
        "Se come {over} minutos del descanso que es para comer.",
        "It uses {over} minutes of the break that are for eating.",
    ),
    "closed": ("Ese día está cerrado: {reason}.", "That day is closed: {reason}."),
    "promoter_away": ("{who} no trabaja ese día a esa hora.", "{who} does not work that day at that time."),
    "not_prepared": ("{who} no tiene autorización para este tema.", "{who} is not authorised for this topic."),
    "language": (
        "Nadie habla {language} y no va intérprete.",
        "Nobody speaks {language} and no interpreter comes.",
    ),
    "overlap": ("Choca con {other} a las {at}: va {who}.", "It clashes with {other} at {at}: {who} goes."),
    "overlap_far": (
        "Choca con {other} a las {at}. Están a {km} km y va {who}.",
        "It clashes with {other} at {at}. They are {km} km apart and {who} goes.",
    ),
    "travel": (
        "De {other} son {minutes} minutos de camino y solo hay {room}.",
        "It is {minutes} minutes by road from {other} and there are only {room}.",
    ),
    "twice": ("{crew} tiene otra sesión a las {at}.", "{crew} has another session at {at}."),
    "gate": ("{because}", "{because}"),
}
_REASONS = {
    "holiday": ("descanso obligatorio", "day of compulsory rest"),
    "season_end": ("terminó la temporada", "the season is over"),
    "pay_day": ("hora de raya", "pay-day hour"),
    "mill_stopped": ("paro de molienda", "mill stoppage"),
    "feast": ("fiesta", "feast"),
    "other": ("otro motivo", "another reason"),
}


def closure_words(reason: str) -> Sentence:
    """The reason of a closure in words (itself when the office wrote one of its own)."""
    return Sentence(*_REASONS.get(reason, (reason, reason)))


def clashes(index: Field, planned: Sequence[Planned], gates: Mapping[Session, Sentence] | None = None) -> list[Clash]:
    """Everything wrong with the sessions of `planned`; `gates` says what the crew lacks before a topic."""
    found = [clash for each in planned for clash in _of_one(index, each)]
    found += [Clash(s, "gate", {"because": why.es, "because_en": why.en}) for s, why in (gates or {}).items()]
    found += _of_people(index, planned)
    found += _of_crews(planned)
    return found


def clash_words(clash: Clash, names: Mapping[str, str], language: str) -> str:
    """One clash as a sentence in one language; ids are shown through `names`."""
    place = 1 if language == "en" else 0
    values = {k: names.get(str(v), str(v)) for k, v in clash.values.items()}
    if "reason" in values:
        values["reason"] = closure_words(values["reason"]).in_language(language)
    if place and "because_en" in values:
        values["because"] = values["because_en"]
    return _WORDS[clash.rule][place].format(**values)


# --- one session -----------------------------------------------------------------------------------------------


def _of_one(index: Field, planned: Planned) -> Iterator[Clash]:
    s = planned.session
    yield from _of_break(index, planned)
    for p in s.promoters:
        hours = index.promoters[p].available[s.day]
        if hours is None or planned.start < hours[0] or planned.end > hours[1]:
            yield Clash(s, "promoter_away", {"who": p})
        elif not index.promoters[p].may_teach(_module(index, s)):
            yield Clash(s, "not_prepared", {"who": p})
    for c in s.crews:
        crew = index.crews[c]
        if not any(index.understands(crew, index.promoters[p], s.interpreter) for p in s.promoters):
            yield Clash(s, "language", {"language": crew.language})


def _module(index: Field, s: Session) -> Module:
    return index.modules[s.module]


def _of_break(index: Field, planned: Planned) -> Iterator[Clash]:
    s = planned.session
    front = index.fronts[s.front]
    breaks = [b for b in front.breaks if (b.days is None or s.day in b.days) and not b.id.startswith("s")]
    b = next((b for b in breaks if b.start <= planned.start < b.end), None)
    hours = b or Break("-", planned.start, planned.end)
    reason = index.closed(front, s.day, hours)
    if reason not in (None, PLANNED, "other_hours"):
        yield Clash(s, "closed", {"reason": str(reason)})
    if b is None:
        yield Clash(s, "no_break", {"at": clock(planned.start)})
        return
    usable = b.end - b.rest - planned.start
    if usable < planned.shortest:
        yield Clash(s, "break_too_short", {"usable": max(0, usable), "needed": planned.shortest})
    elif planned.end > b.end - b.rest and b.rest:
        yield Clash(s, "rest_consumed", {"over": min(b.rest, planned.end - (b.end - b.rest))})


# --- people and crews ------------------------------------------------------------------------------------------


def _of_people(index: Field, planned: Sequence[Planned]) -> Iterator[Clash]:
    days: dict[tuple[str, int], list[Planned]] = defaultdict(list)
    for each in planned:
        s = each.session
        for person in (*s.promoters, *([s.interpreter] if s.interpreter else [])):
            days[person, s.day].append(each)
    for (person, _), row in sorted(days.items()):
        for one, other in combinations(sorted(row, key=lambda x: (x.start, x.end)), 2):
            yield from _of_pair(index, person, one, other)


def _of_pair(index: Field, person: str, one: Planned, other: Planned) -> Iterator[Clash]:
    here, there = _place(index, one), _place(index, other)
    if here is None or there is None:
        return
    room = other.start - one.end
    needed = index.minutes(here, there)
    if room < 0:
        km = round(kilometres(here, there))
        for a, b in ((one, other), (other, one)):
            rule = "overlap_far" if km else "overlap"
            yield Clash(a.session, rule, {"other": b.session.front, "at": clock(b.start), "km": km, "who": person})
    elif room < needed:
        yield Clash(other.session, "travel", {"other": one.session.front, "minutes": needed, "room": room})


def _place(index: Field, planned: Planned) -> Place | None:
    return index.place(index.fronts[planned.session.front], planned.session.day)


def _of_crews(planned: Iterable[Planned]) -> Iterator[Clash]:
    days: dict[tuple[str, int], list[Planned]] = defaultdict(list)
    for each in planned:
        for c in each.session.crews:
            days[c, each.session.day].append(each)
    for (crew, _), row in sorted(days.items()):
        for one, other in combinations(sorted(row, key=lambda x: (x.start, x.end)), 2):
            if one.end > other.start:
                yield Clash(one.session, "twice", {"crew": crew, "at": clock(other.start)})
                yield Clash(other.session, "twice", {"crew": crew, "at": clock(one.start)})


def clock(minutes: int) -> str:
    """`12:30` of 750."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
