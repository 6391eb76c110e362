"""The whole crew answers one question at once with the backs of their cards: who can, and writing it all down.

The marker of a card follows from its number, so nothing is kept beside the card itself. What is written are the
same attempts and answers as when one person after the other is asked: before and after make a pair by the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.curriculum.course import Module
from promoter_app.domain.done import Done
from promoter_app.domain.markers import SIDES, crew_markers
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content, module_of
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import attempts, recordings
from promoter_app.services.sessions.attempts import DONT_KNOW, PersonTest, Question
from promoter_app.services.sessions.testing import TestRoom

_NOBODY = b""
"""The order of the answers for everybody at once: that of no person, the same before and after."""


@dataclass(frozen=True)
class CrewRoom:
    """`markers`: marker number to person (hex); `by_hand` have no card, or one whose marker another one has too."""

    markers: dict[int, str]
    by_hand: tuple[Person, ...]


def crew_room(room: TestRoom) -> CrewRoom:
    """Who of the room answers with the card. Who did not want to answer this test is left in peace."""
    asked = [one for one in room.people if not room.test_of(one.id).declined]
    cards = {one.id.hex(): one.card_number for one in asked if one.card_number is not None}
    markers = crew_markers(cards)
    seen = set(markers.values())
    return CrewRoom(markers, tuple(one for one in asked if one.id.hex() not in seen))


def crew_questions(content: Content, session: Session, *, short: bool) -> tuple[Question, ...]:
    """The questions with their answers in one order for everybody."""
    return attempts.questions(content, session, _NOBODY, short=short)


def sides_of(question: Question) -> dict[str, str]:
    """Side of the card to choice: A, B, C are the answers in their order, the next side says "no sé"."""
    choices = [*(option.letter for option in question.options), DONT_KNOW]
    return dict(zip(SIDES, choices, strict=False))


def record_sweep(
    folder: Folder,
    stamp: Stamp,
    content: Content,
    session: Session,
    phase: str,
    question: Question,
    sides: Mapping[str, str],
    *,
    short: bool = True,
) -> Done[dict[bytes, PersonTest]]:
    """Write down what a closed sweep collected, person (hex) to side, in one transaction that one undo takes back."""
    means = sides_of(question)
    choices = {bytes.fromhex(person): means[side] for person, side in sides.items()}
    label = Sentence(f"Deshacer: {len(choices)} respuestas con tarjeta", f"Undo: {len(choices)} answers by card")
    return attempts.record_answers(
        folder, stamp, content, session, phase, question.item.id, choices, label, short=short
    )


def question_recordings(folder: Folder, content: Content, session: Session, room: TestRoom, item: str) -> list[
    tuple[str, Path]
]:
    """Recordings of a question in the languages of the room, the most spoken first: (name of language, file)."""
    module = module_of(content, session)
    return [] if module is None else _recordings(folder, content, module, room, item)


def _recordings(
    folder: Folder, content: Content, module: Module, room: TestRoom, item: str
) -> list[tuple[str, Path]]:
    spoken = [recordings.language_code(one.language) for one in room.people]
    found = []
    for code in sorted(set(spoken), key=lambda each: (-spoken.count(each), each or "")):
        path = recordings.question_recording(folder, module, code, item)
        name = recordings.language_name(content, code)
        if path is not None and name is not None:
            found.append((name, path))
    return found
