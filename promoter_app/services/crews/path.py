"""A crew's path through the topics: what was held, what opens, what is locked and why, in one sentence each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from promoter_app.domain.curriculum.course import Course, Module
from promoter_app.domain.gate.crew import SENSITIVE_LEVEL, HeldSession, crew_path, next_for_crew
from promoter_app.domain.gate.people import CrewLock, PersonHistory, crew_lock
from promoter_app.domain.refusal import Sentence
from promoter_app.services.folder import Folder, setting
from promoter_app.store import people as people_store
from promoter_app.store import sessions as session_store

DONE, CURRENT, OPEN, LOCKED, UNLOCKED = "done", "current", "open", "locked", "unlocked"
LOCK_PERCENT = "lock_percent"


@dataclass(frozen=True)
class Step:
    """A topic on a crew's path: its place (1, 2, …), state, how many of the crew attended it, and why."""

    number: int
    module: Module
    state: str
    attended: int
    because: Sentence


@dataclass(frozen=True)
class CrewPath:
    """The whole path, the lock before the sensitive topics, and the module to give next (None: all held)."""

    steps: tuple[Step, ...]
    lock: CrewLock
    next: str | None


def crew_path_of(
    folder: Folder, course: Course, crew: bytes, season: bytes | None, day: str, current: str | None = None
) -> CrewPath:
    """The path of a crew on `day`; `current` marks the topic of the session at hand, else the next one."""
    held = _held(folder, crew)
    gates = crew_path(course.modules, held, season)
    people = _histories(folder, crew, day)
    done = {row.module for row in held if row.season == season}
    percent = int(setting(folder, LOCK_PERCENT, "70"))
    lock = crew_lock(course.modules, people, percent, _opened_early(folder, crew), done)
    proposed = next_for_crew(course.modules, held, season)
    shown = current or (proposed.module if proposed else None)
    steps = []
    for number, (module, gate) in enumerate(zip(course.modules, gates, strict=True), start=1):
        state = _state(module, shown, done, lock)
        because = lock.because if state == LOCKED else gate.because
        attended = sum(1 for person in people if module.code in person.attended)
        steps.append(Step(number, module, state, attended, because))
    return CrewPath(tuple(steps), lock, proposed.module if proposed else None)


def _state(module: Module, current: str | None, done: set[str], lock: CrewLock) -> str:
    if module.code == current:
        return CURRENT
    if module.code in done:
        return DONE
    if module.level < SENSITIVE_LEVEL or lock.open:
        return UNLOCKED if module.level >= SENSITIVE_LEVEL and lock.early else OPEN
    return LOCKED


def _held(folder: Folder, crew: bytes) -> list[HeldSession]:
    rows = session_store.held_of_crew(folder.book, crew, None)
    return [
        HeldSession(row["module"], date.fromisoformat(row["held_on"]), row["season"], row["kind"] == "refresher")
        for row in rows
        if row["module"] and row["kind"] in ("training", "refresher")
    ]


def _histories(folder: Folder, crew: bytes, day: str) -> Sequence[PersonHistory]:
    attended: dict[bytes, set[str]] = defaultdict(set)
    for row in session_store.modules_of_people(folder.book, crew, day):
        if row["module"]:
            attended[row["person"]].add(row["module"])
    members = people_store.people_of_crew(folder.book, crew, day)
    return [PersonHistory(person.id, frozenset(attended[person.id])) for person in members]


def _opened_early(folder: Folder, crew: bytes) -> bool:
    return session_store.has_override(folder.book, crew)
