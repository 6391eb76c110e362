"""Tests of invented people: what they know before and after a topic, and what they therefore answer."""

from __future__ import annotations

import random
from dataclasses import dataclass

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.services.demo.season import Meeting, Season, Size, Worker
from promoter_app.services.demo.topics import Paper, Question
from promoter_app.services.sessions.attempts import DONT_KNOW
from promoter_app.store.writer import Writer

Row = dict[str, bytes | str | int | float | None]
_OWN_TEST_UP_TO = 3000
"""In a bigger season each session draws whether tests are taken, as with a drawn sample."""
_HAND_COUNTS = 0.12


@dataclass(frozen=True)
class Test:
    """A test of a session: its paper, how far it goes, and when its phases begin (ms)."""

    meeting: Meeting
    paper: Paper
    pre_wall: int
    post_wall: int
    finished: bool = True


def choose_way(size: Size, chance: random.Random) -> str:
    """How a session tests: each person (`own`), raised hands (`hands`), or not at all (`none`)."""
    own = 0.8 if size.people <= _OWN_TEST_UP_TO else 0.35
    drawn = chance.random()
    return "own" if drawn < own else "hands" if drawn < own + _HAND_COUNTS else "none"


def choose_paper(season: Season, meeting: Meeting, crop: str, chance: random.Random) -> Paper:
    """The starred questions most times, all of them in some sessions."""
    papers = season.papers[crop][meeting.module or ""]
    return papers.full if chance.random() < 0.2 else papers.short


def write_tests(write: Writer, test: Test, people: list[Worker], chance: random.Random) -> tuple[int, int]:
    """Pre- and post-tests of those present; returns how many attempts and answers."""
    rows: list[Row] = []
    given: list[tuple[Question, ...]] = []
    knows: list[float] = []
    for worker in people:
        for phase, known in _phases(worker, test, chance):
            rows.append(_attempt(test, worker, phase, chance))
            given.append(() if rows[-1]["declined"] else test.paper.questions)
            knows.append(known)
    answers: list[Row] = []
    for row, made, asked, known in zip(rows, write.add_many("attempt", rows), given, knows, strict=True):
        answers += [
            {"attempt": made, "person": row["person"], "item": question.id, "choice": _answer(question, known, chance),
             "wall": row["wall"]}
            for question in asked
        ]  # fmt: skip
    write.add_many("answer", answers)
    return len(rows), len(answers)


def _phases(worker: Worker, test: Test, chance: random.Random) -> list[tuple[str, float]]:
    """Which tests a person takes, with the share of right answers to expect in each."""
    before = 0.5 + worker.skill - (0.1 if worker.language != SPANISH and test.meeting.interpreter is None else 0.0)
    after = before + chance.gauss(0.26, 0.16)
    both = [("pre", _share(before)), ("post", _share(after))]
    fate = chance.random()
    if not test.finished:
        return both[:1] if fate < 0.4 else []
    return both[:1] if fate < 0.04 else both[1:] if fate < 0.07 else both


def _share(value: float) -> float:
    return min(0.97, max(0.05, value))


def _attempt(test: Test, worker: Worker, phase: str, chance: random.Random) -> Row:
    wall = (test.pre_wall if phase == "pre" else test.post_wall) + chance.randrange(150_000)
    other = worker.language not in (SPANISH, None)
    return {
        "session": test.meeting.id, "person": worker.id, "form": test.paper.form, "phase": phase,
        "late": int(phase == "pre" and chance.random() < 0.01),
        "interpreted": int(other and test.meeting.interpreter is not None),
        "declined": int(chance.random() < 0.01), "wall": wall,
    }  # fmt: skip


def _answer(question: Question, known: float, chance: random.Random) -> str:
    if chance.random() < known:
        return question.right
    return DONT_KNOW if chance.random() < 0.3 else chance.choice(question.wrong)


def write_hands(write: Writer, test: Test, people: int, chance: random.Random) -> None:
    """Counts by raised hands, before and after, without names."""
    rows: list[Row] = []
    for phase, wall, share in (("pre", test.pre_wall, 0.45), ("post", test.post_wall, 0.7)):
        for question in test.paper.questions:
            right = sum(chance.random() < share for _person in range(people))
            rows.append(
                {"session": test.meeting.id, "phase": phase, "item": question.id, "correct": right, "total": people,
                 "wall": wall}
            )  # fmt: skip
    write.add_many("hand_count", rows)
