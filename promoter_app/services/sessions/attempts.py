"""Pre- and post-tests: one answer at a time, each on disk; the right answer is never shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from promoter_app.domain.curriculum.course import Course, Item, ItemKind, Module, Option, short_form
from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import module_of, save_form
from promoter_app.services.folder import Folder
from promoter_app.store import attempts as store
from promoter_app.store import sessions as session_store
from promoter_app.store.curriculum.files import Loaded
from promoter_app.store.writer import Writer

DONT_KNOW = "0"
PHASES = ("pre", "post")
ANSWERED = ("attempt", "item")
"""What two answers have in common of which one replaces the other."""


@dataclass(frozen=True)
class Question:
    """A question as one person sees it: options in this person's order, without saying which is right."""

    item: Item
    options: tuple[Option, ...]


@dataclass(frozen=True)
class PersonTest:
    """Where one person is in a test: the answers given by item name, and whether they declined."""

    person: bytes
    answers: dict[str, str]
    declined: bool
    asked: int

    @property
    def is_done(self) -> bool:
        """Answered every question, or did not want to."""
        return self.declined or len(self.answers) >= self.asked


def questions(content: Loaded, session: Session, person: bytes, *, short: bool = True) -> tuple[Question, ...]:
    """The questions of a session's topic for one person; the same person sees the same order before and after."""
    module = module_of(content, session)
    if module is None:
        return ()
    form = short_form(module) if short else module
    return tuple(Question(item, _shuffled(item, session.id + person)) for item in form.items)


def _shuffled(item: Item, seed: bytes) -> tuple[Option, ...]:
    """An order that looks drawn and can be drawn again; true/false keeps its order."""
    if item.kind is ItemKind.TRUE_FALSE:
        return item.options
    return tuple(sorted(item.options, key=lambda o: sha256(seed + item.id.encode() + o.letter.encode()).digest()))


def record_answer(
    folder: Folder,
    stamp: Stamp,
    content: Loaded,
    session: Session,
    person: bytes,
    phase: str,
    item: str,
    choice: str,
    *,
    short: bool = True,
    interpreted: bool = False,
) -> Done[PersonTest]:
    """Write one answer down (`choice` is an option's letter, or DONT_KNOW). Answering again replaces it."""
    with folder.book.writing(stamp) as write:
        attempt, asked = _attempt(folder, write, content, session, person, phase, short=short, interpreted=interpreted)
        write.replace("answer", ANSWERED, attempt=attempt, person=person, item=asked[item], choice=choice)
    label = Sentence("Deshacer: respuesta", "Undo: answer")
    return Done(person_test(folder, content, session, person, phase, short=short), write.changes, write.undo(label))


def record_answers(
    folder: Folder,
    stamp: Stamp,
    content: Loaded,
    session: Session,
    phase: str,
    item: str,
    choices: Mapping[bytes, str],
    label: Sentence,
    *,
    short: bool = True,
) -> Done[dict[bytes, PersonTest]]:
    """Write down one answer of each of several people, in one transaction; `label` names the way back."""
    with folder.book.writing(stamp) as write:
        for person, choice in choices.items():
            attempt, asked = _attempt(folder, write, content, session, person, phase, short=short, interpreted=False)
            write.replace("answer", ANSWERED, attempt=attempt, person=person, item=asked[item], choice=choice)
    return Done(progress(folder, content, session, phase, short=short), write.changes, write.undo(label))


def decline(
    folder: Folder, stamp: Stamp, content: Loaded, session: Session, person: bytes, phase: str, *, short: bool = True
) -> Done[PersonTest]:
    """«No quiere contestar»: kept as a choice of the person, counts in no pair."""
    module, course = _topic(content, session)
    with folder.book.writing(stamp) as write:
        form, _asked = save_form(write, course, module, short=short)
        _void_answers(folder, write, session, person, phase)
        write.add(
            "attempt", session=session.id, person=person, form=form, phase=phase, late=0, interpreted=0, declined=1
        )
    label = Sentence("Deshacer: no quiso contestar", "Undo: did not want to answer")
    return Done(person_test(folder, content, session, person, phase, short=short), write.changes, write.undo(label))


def _attempt(
    folder: Folder,
    write: Writer,
    content: Loaded,
    session: Session,
    person: bytes,
    phase: str,
    *,
    short: bool,
    interpreted: bool,
) -> tuple[bytes, dict[str, bytes]]:
    module, course = _topic(content, session)
    form, asked = save_form(write, course, module, short=short)
    mine = [
        row for row in store.attempts_of_session(folder.book, session.id)
        if (row["person"], row["phase"]) == (person, phase)
    ]
    for row in mine:
        if row["declined"]:
            write.void("attempt", row["id"], "answered after all")
    begun = next((row["id"] for row in mine if row["form"] == form and not row["declined"]), None)
    if begun is not None:
        return begun, asked
    late = int(phase == "pre" and _content_began(folder, session.id))
    made = write.add(
        "attempt", session=session.id, person=person, form=form, phase=phase, late=late,
        interpreted=int(interpreted), declined=0,
    )
    return made, asked


def _void_answers(folder: Folder, write: Writer, session: Session, person: bytes, phase: str) -> None:
    """Answers given before declining count no more. Their attempt stays, so that undo can tell them again."""
    mine = {
        row["id"]: row["declined"] for row in store.attempts_of_session(folder.book, session.id)
        if (row["person"], row["phase"]) == (person, phase)
    }
    for attempt, declined in mine.items():
        if declined:
            write.void("attempt", attempt, "declined again")
    for row in store.valid_answers(folder.book, session.id):
        if row["attempt"] in mine:
            write.void("answer", row["id"], "declined")


def _topic(content: Loaded, session: Session) -> tuple[Module, Course]:
    module = module_of(content, session)
    course = next((c for c in content.courses.values() if module is not None and c.module(module.code) is module), None)
    if module is None or course is None:
        raise Refusal(
            "no_test",
            Sentence("Este tema no tiene prueba en esta laptop.", "This topic has no test on this laptop."),
            NOTHING_CHANGED,
            Sentence("Sigue con el tema y avisa a la oficina.", "Go on with the topic and tell the office."),
        )
    return module, course


def _content_began(folder: Folder, session: bytes) -> bool:
    """A pre-test taken after the topic began is late: it makes no pair."""
    return any(row["step"] == "topic" for row in session_store.steps_of(folder.book, session))


def person_test(
    folder: Folder, content: Loaded, session: Session, person: bytes, phase: str, *, short: bool = True
) -> PersonTest:
    """Where one person is in a test."""
    return progress(folder, content, session, phase, short=short).get(person) or PersonTest(
        person, {}, False, len(questions(content, session, person, short=short))
    )


def progress(
    folder: Folder, content: Loaded, session: Session, phase: str, *, short: bool = True
) -> dict[bytes, PersonTest]:
    """Everybody who began a test of this session and phase."""
    module = module_of(content, session)
    if module is None:
        return {}
    names = {number: item.id for number, item in enumerate(module.items, start=1)}
    asked = len((short_form(module) if short else module).items)
    attempts = {
        row["id"]: row for row in store.attempts_of_session(folder.book, session.id) if row["phase"] == phase
    }
    given: dict[bytes, dict[str, str]] = {row["person"]: {} for row in attempts.values()}
    declined = {row["person"] for row in attempts.values() if row["declined"]}
    for row in store.answers_of_session(folder.book, session.id):
        if row["attempt"] in attempts:
            given[row["person"]][names[row["number"]]] = row["choice"]
    return {
        person: PersonTest(person, answers, person in declined and not answers, asked)
        for person, answers in given.items()
    }


def record_hands(
    folder: Folder,
    stamp: Stamp,
    content: Loaded,
    session: Session,
    phase: str,
    item: str,
    correct: int,
    total: int,
) -> Done[None]:
    """A count by raised hands: group means only, never in the share of people who learned."""
    if not 0 <= correct <= total:
        raise Refusal(
            "impossible_count",
            Sentence("Hay más manos que personas.", "There are more hands than people."),
            NOTHING_CHANGED,
            Sentence("Cuenta otra vez.", "Count again."),
        )
    module, course = _topic(content, session)
    with folder.book.writing(stamp) as write:
        _form, asked = save_form(write, course, module, short=False)
        write.replace(
            "hand_count", ("session", "phase", "item"), session=session.id, phase=phase, item=asked[item],
            correct=correct, total=total,
        )  # fmt: skip
    return Done(None, write.changes, write.undo(Sentence("Deshacer: manos alzadas", "Undo: raised hands")))
