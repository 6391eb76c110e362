"""The gate of people: what a person has and lacks, the bridge for late joiners, coverage, lock, certificate.

History follows the person, whatever the crew, partner or season. Nothing here can refuse attendance.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from promoter_app.domain.gate.crew import (
    SAFETY_LEVEL,
    SENSITIVE_LEVEL,
    Lacking,
    Topic,
    joined,
    lacking_before,
    name_of,
)
from promoter_app.domain.refusal import Sentence

COVERAGE_PERCENT = 70
LOCK_PERCENT = 70
BRIDGE_MINUTES = (10, 15)


@dataclass(frozen=True)
class PersonHistory:
    """All that a person has done: modules attended, modules with a valid pair, and whether a bridge was given."""

    person: Hashable
    attended: frozenset[str] = frozenset()
    tested: frozenset[str] = frozenset()
    bridged: bool = False

    @property
    def done(self) -> frozenset[str]:
        """Modules that count as had."""
        return self.attended | self.tested


class Progress(StrEnum):
    """How far a person is in a module."""

    NONE = "none"
    ATTENDED = "attended"
    TESTED = "tested"


@dataclass(frozen=True)
class WorkerGate:
    """A person before a module. There is no "refused": attendance is always welcome."""

    module: str
    progress: Progress
    lacking: Lacking
    offer_bridge: bool
    because: Sentence


@dataclass(frozen=True)
class Coverage:
    """How many of those present have a module's prerequisites. `bridge_for` are those without them or a bridge."""

    present: int
    covered: int
    warn: bool
    bridge_for: tuple[Hashable, ...]
    because: Sentence


@dataclass(frozen=True)
class CrewLock:
    """The lock before the sensitive topics: `needed` people must have finished the safety topics."""

    open: bool
    early: bool
    finished: int
    needed: int
    people: int
    lacks: tuple[tuple[Hashable, tuple[str, ...]], ...]
    opens: tuple[int, ...]
    because: Sentence

    @property
    def more(self) -> int:
        """How many people more open the lock."""
        return max(0, self.needed - self.finished)


@dataclass(frozen=True)
class Certificate:
    """Whether a person's certificate can be given now, and what is pending for it ("pendientes")."""

    ready: bool
    pending: tuple[str, ...]
    because: Sentence


def progress_of(module: str, history: PersonHistory) -> Progress:
    """none -> attended -> tested (a valid pair)."""
    if module in history.tested:
        return Progress.TESTED
    return Progress.ATTENDED if module in history.attended else Progress.NONE


def worker_gate(topic: Topic, path: Sequence[Topic], history: PersonHistory) -> WorkerGate:
    """What a person has of a module and what is pending before it.

    Who lacks something is offered a bridge of 10 to 15 minutes, once; the bridge is no module by itself.
    """
    lacking = lacking_before(topic, path, history.done)
    offer = bool(lacking) and not history.bridged
    return WorkerGate(topic.code, progress_of(topic.code, history), lacking, offer, _worker_why(lacking, offer))


def _worker_why(lacking: Lacking, offer: bool) -> Sentence:
    if not lacking:
        return Sentence("Puede entrar: tiene lo que va antes.", "Welcome: has what comes before.")
    if offer:
        low, high = BRIDGE_MINUTES
        return Sentence(
            f"Puede entrar; ofrécele el puente de {low} a {high} minutos.",
            f"Welcome; offer the bridge of {low} to {high} minutes.",
        )
    return Sentence(
        "Puede entrar: ya tuvo el puente y le quedan temas pendientes.",
        "Welcome: had the bridge and has topics pending.",
    )


def coverage(
    topic: Topic, path: Sequence[Topic], present: Iterable[PersonHistory], percent: int = COVERAGE_PERCENT
) -> Coverage:
    """Warns when fewer than `percent` of those present have the prerequisites (a bridge does not make them had)."""
    people = list(present)
    without = [one for one in people if lacking_before(topic, path, one.done)]
    covered = len(people) - len(without)
    warn = covered * 100 < percent * len(people)
    bridge_for = tuple(one.person for one in without if not one.bridged)
    return Coverage(len(people), covered, warn, bridge_for, _coverage_why(len(people), covered, warn, bridge_for))


def _coverage_why(present: int, covered: int, warn: bool, bridge_for: Collection[Hashable]) -> Sentence:
    es, en = f"{covered} de {present} tienen lo que va antes", f"{covered} of {present} have what comes before"
    if not warn:
        return Sentence(f"{es}.", f"{en}.")
    if not bridge_for:
        return Sentence(f"{es}; las demás personas ya tuvieron el puente.", f"{en}; the others had the bridge.")
    return Sentence(
        f"{es}: conviene dar antes el puente a {len(bridge_for)}.",
        f"{en}: better give the bridge first to {len(bridge_for)}.",
    )


def crew_lock(
    path: Sequence[Topic],
    crew: Iterable[PersonHistory],
    percent: int = LOCK_PERCENT,
    opened_early: bool = False,
    held: Collection[str] = (),
) -> CrewLock:
    """The lock of a crew's sensitive topics: open when `percent` of its people finished every safety topic.

    `opens` are the places (1, 2, ...) of those topics in the course, as the screens number them, without what the
    crew already had (`held`) while something is left. A coordinator may open it early
    with a written reason (`opened_early`).
    """
    people = list(crew)
    safety = [topic.code for topic in path if topic.level == SAFETY_LEVEL]
    locked = tuple(at for at, topic in enumerate(path, 1) if topic.level >= SENSITIVE_LEVEL)
    opens = tuple(at for at in locked if path[at - 1].code not in held) or locked
    lacks = tuple(
        (one.person, missing)
        for one in people
        if (missing := tuple(code for code in safety if code not in one.done))
    )
    finished = len(people) - len(lacks)
    needed = max(1, -(-len(people) * percent // 100)) if percent > 0 else 0
    unlocked = finished >= needed
    why = _lock_why(unlocked, opened_early, needed - finished, opens)
    return CrewLock(
        unlocked or opened_early, opened_early and not unlocked, finished, needed, len(people), lacks, opens, why
    )


def _lock_why(unlocked: bool, early: bool, more: int, opens: tuple[int, ...]) -> Sentence:
    numbers = [str(at) for at in opens]
    if not opens:
        return Sentence("Este curso no tiene temas con candado.", "This course has no locked topics.")
    one = len(numbers) == 1
    topics_es = f"el tema {numbers[0]}" if one else f"los temas {joined(numbers, 'es')}"
    topics_en = f"topic {numbers[0]}" if one else f"topics {joined(numbers, 'en')}"
    verb_es, verb_en = ("abre", "opens") if one else ("abren", "open")
    if unlocked:
        is_es, is_en = ("está abierto", "is open") if one else ("están abiertos", "are open")
        return Sentence(f"{topics_es.capitalize()} {is_es}.", f"{topics_en.capitalize()} {is_en}.")
    if early:
        return Sentence(
            f"Quien coordina abrió {topics_es} antes de tiempo.", f"The coordinator opened {topics_en} early."
        )
    who_es, who_en = ("persona", "person") if more == 1 else ("personas", "people")
    return Sentence(
        f"Con {more} {who_es} más se {verb_es} {topics_es}", f"With {more} more {who_en}, {topics_en} {verb_en}"
    )


def pending_of(path: Sequence[Topic], history: PersonHistory, required: Collection[str] = ()) -> tuple[str, ...]:
    """What is "pendiente", in the order of the course: required modules not had (empty `required`: the whole
    course) and named prerequisites, however far back, of required or attended modules."""
    codes = [topic.code for topic in path]
    wanted: set[str] = set()
    more = set(required or codes) | (history.done & set(codes))
    while more - wanted:
        wanted |= more
        more = {code for topic in path if topic.code in wanted for code in topic.prerequisites.modules}
    order = [*codes, *sorted(wanted - set(codes))]
    return tuple(code for code in order if code in wanted and code not in history.done)


def certificate(path: Sequence[Topic], history: PersonHistory, required: Collection[str] = ()) -> Certificate:
    """Given when nothing is pending and no prerequisite of an attended module is missing; held back otherwise."""
    pending = pending_of(path, history, required)
    short = [
        topic.code
        for topic in path
        if topic.code in history.done and lacking_before(topic, path, history.done).count
    ]
    if not pending and not short:
        return Certificate(True, (), Sentence("Ya le toca su constancia.", "The certificate is due."))
    if not pending:
        return Certificate(
            False, (), Sentence("Le faltan temas de seguridad para su constancia.", "Safety topics are pending.")
        )
    names_es, names_en = ([name_of(code, path, language) for code in pending] for language in ("es", "en"))
    return Certificate(
        False,
        pending,
        Sentence(
            f"Le falta para su constancia: {joined(names_es, 'es')}.",
            f"Pending for the certificate: {joined(names_en, 'en')}.",
        ),
    )
