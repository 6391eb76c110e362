"""The crew gate: which topics a crew is ready for, what is missing, and what comes next.

Safety topics come first because they build trust; the gate guides and leaves a trace, it never sends workers
away. Everything here is computed from held sessions; each answer says why in one sentence. The gate of a
person (attendance, bridge, certificate, lock) is in `people`.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from promoter_app.domain.refusal import Sentence

SAFETY_LEVEL = 1
SENSITIVE_LEVEL = 3
COORDINATOR_LEVEL = 4
DAYS_OF_SAFETY = 2
REFRESHER_MINUTES = 10


class Bilingual(Protocol):
    """A text in Spanish and English."""

    @property
    def es(self) -> str: ...
    @property
    def en(self) -> str: ...


class Before(Protocol):
    """What comes before a topic: every module named, and `count` more of `level` besides those."""

    @property
    def modules(self) -> tuple[str, ...]: ...
    @property
    def level(self) -> int | None: ...
    @property
    def count(self) -> int: ...


class Topic(Protocol):
    """What the gate needs of a module. A course is its topics in order; `neutral` is the discreet name."""

    @property
    def code(self) -> str: ...
    @property
    def level(self) -> int: ...
    @property
    def neutral(self) -> Bilingual: ...
    @property
    def prerequisites(self) -> Before: ...


@dataclass(frozen=True)
class HeldSession:
    """A session that a crew really had. A refresher counts as its module when the crew had it before."""

    module: str
    day: date
    season: Hashable
    refresher: bool = False


@dataclass(frozen=True)
class Lacking:
    """What is missing: modules by code, how many more of a level, and days with a safety session."""

    modules: tuple[str, ...] = ()
    level: int | None = None
    count: int = 0
    days: int = 0

    def __bool__(self) -> bool:
        return bool(self.modules or self.count or self.days)


@dataclass(frozen=True)
class CrewGate:
    """`ready` is advice to the planner. `next_module` is what to give now to get there; `refresher` says that
    ten minutes are enough because the crew had it in an earlier season."""

    module: str
    ready: bool
    lacking: Lacking
    next_module: str | None
    refresher: bool
    because: Sentence


_LEVEL_WORDS = {
    1: Sentence("de seguridad", "on safety"),
    2: Sentence("de derechos", "on rights"),
}


def joined(names: Sequence[str], language: str) -> str:
    """`a, b y c` or `a, b and c`."""
    last = " y " if language == "es" else " and "
    return last.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def name_of(code: str, path: Sequence[Topic], language: str) -> str:
    """The discreet name of a module, or its code when the course does not have it."""
    topic = next((topic for topic in path if topic.code == code), None)
    return code if topic is None else topic.neutral.es if language == "es" else topic.neutral.en


def lacking_before(topic: Topic, path: Sequence[Topic], done: Collection[str]) -> Lacking:
    """What `done` lacks of a topic's prerequisites (named modules, then others of a level)."""
    rule = topic.prerequisites
    modules = tuple(code for code in rule.modules if code not in done)
    if rule.level is None:
        return Lacking(modules)
    have = sum(code in done for code in _others_of_level(topic, path))
    short = max(0, rule.count - have)
    return Lacking(modules, rule.level if short else None, short)


def _others_of_level(topic: Topic, path: Sequence[Topic]) -> list[str]:
    rule = topic.prerequisites
    besides = {*rule.modules, topic.code}
    return [other.code for other in path if other.level == rule.level and other.code not in besides]


def counted_sessions(held: Iterable[HeldSession], season: Hashable) -> list[HeldSession]:
    """The sessions of `season` that open gates: full ones, and refreshers of what the crew had in full."""
    sessions = list(held)
    in_full = {session.module for session in sessions if not session.refresher}
    return [
        session
        for session in sessions
        if session.season == season and (not session.refresher or session.module in in_full)
    ]


def _days_lacking(topic: Topic, path: Sequence[Topic], counted: list[HeldSession]) -> int:
    """For sensitive topics: two safety sessions on two different days."""
    if topic.level < SENSITIVE_LEVEL:
        return 0
    safety = {other.code for other in path if other.level == SAFETY_LEVEL}
    days = {session.day for session in counted if session.module in safety}
    return max(0, DAYS_OF_SAFETY - len(days))


def _lacking(topic: Topic, path: Sequence[Topic], counted: list[HeldSession]) -> Lacking:
    before = lacking_before(topic, path, {session.module for session in counted})
    return Lacking(before.modules, before.level, before.count, _days_lacking(topic, path, counted))


def _first_step(
    topic: Topic, path: Sequence[Topic], counted: list[HeldSession], seen: frozenset[str] = frozenset()
) -> str | None:
    """The module to give now on the way to `topic`: the first missing one that lacks nothing itself."""
    lacking = _lacking(topic, path, counted)
    if not lacking:
        return topic.code
    done = {session.module for session in counted}
    wanted = set(lacking.modules)
    if lacking.count:
        wanted |= {code for code in _others_of_level(topic, path) if code not in done}
    if lacking.days and not wanted:
        safety = [other.code for other in path if other.level == SAFETY_LEVEL]
        wanted = {code for code in safety if code not in done} or set(safety)
    for other in path:
        if other.code in wanted and other.code not in seen:
            step = _first_step(other, path, counted, seen | {topic.code})
            if step:
                return step
    return None


def _more_of_level(lacking: Lacking, language: str) -> str:
    level, count = lacking.level or SAFETY_LEVEL, lacking.count
    kind = _LEVEL_WORDS.get(level, Sentence(f"de nivel {level}", f"of level {level}")).in_language(language)
    if language == "es":
        return f"{count} tema más {kind}" if count == 1 else f"{count} temas más {kind}"
    return f"{count} more topic {kind}" if count == 1 else f"{count} more topics {kind}"


def _missing_words(lacking: Lacking, path: Sequence[Topic], language: str) -> str:
    parts = [name_of(code, path, language) for code in lacking.modules]
    if lacking.count:
        parts.append(_more_of_level(lacking, language))
    if lacking.days:
        parts.append("seguridad en dos días distintos" if language == "es" else "safety on two different days")
    return joined(parts, language)


def _why(topic: Topic, gate: CrewGate, path: Sequence[Topic]) -> Sentence:
    lacking = gate.lacking
    if not lacking:
        if topic.prerequisites.modules or topic.prerequisites.count:
            return Sentence("Listo: ya se dio lo que va antes.", "Ready: what comes before has been given.")
        return Sentence("Listo: no pide nada antes.", "Ready: it needs nothing before.")
    missing_es, missing_en = (_missing_words(lacking, path, language) for language in ("es", "en"))
    if gate.ready:
        return Sentence(f"Se puede dar; va mejor después de {missing_es}.", f"Can be given; better after {missing_en}.")
    if gate.next_module is None:
        return Sentence(f"Antes falta {missing_es}.", f"Still missing before it: {missing_en}.")
    step_es, step_en = (name_of(gate.next_module, path, language) for language in ("es", "en"))
    if gate.refresher:
        step_es += f" (repaso de {REFRESHER_MINUTES} minutos)"
        step_en += f" ({REFRESHER_MINUTES}-minute refresher)"
    return Sentence(
        f"Antes falta {missing_es}; lo que sigue es {step_es}.",
        f"Still missing before it: {missing_en}; next is {step_en}.",
    )


def crew_gate(topic: Topic, path: Sequence[Topic], held: Iterable[HeldSession], season: Hashable) -> CrewGate:
    """Whether a crew is ready for a topic in `season`.

    Level 1 is always ready (order inside it is free; what goes better before is only said). From level 2
    every prerequisite needs a held session of this season; from level 3 also two safety sessions on two
    different days. A new season starts again; a ten-minute refresher of a module counts as that module.
    """
    sessions = list(held)
    counted = counted_sessions(sessions, season)
    lacking = _lacking(topic, path, counted)
    ready = topic.level <= SAFETY_LEVEL or not lacking
    step = _first_step(topic, path, counted)
    had = {session.module for session in sessions if not session.refresher and session.season != season}
    refresher = step in had and step not in {session.module for session in counted}
    blank = CrewGate(topic.code, ready, lacking, step, refresher, Sentence("", ""))
    return CrewGate(topic.code, ready, lacking, step, refresher, _why(topic, blank, path))


def crew_path(path: Sequence[Topic], held: Iterable[HeldSession], season: Hashable) -> tuple[CrewGate, ...]:
    """The gate of each topic of a course, in its order."""
    sessions = list(held)
    return tuple(crew_gate(topic, path, sessions, season) for topic in path)


def next_for_crew(path: Sequence[Topic], held: Iterable[HeldSession], season: Hashable) -> CrewGate | None:
    """The gate of the topic to propose: the first not yet held this season that lacks nothing; None when
    the course is complete or nothing is open."""
    sessions = list(held)
    done = {session.module for session in counted_sessions(sessions, season)}
    gates = [gate for gate in crew_path(path, sessions, season) if gate.module not in done and gate.ready]
    return next((gate for gate in gates if not gate.lacking), gates[0] if gates else None)
