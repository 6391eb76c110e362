"""What the season teaches: the shipped courses, whether a crew is ready for a topic, and the test it takes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from promoter_app.domain.curriculum.content_ids import curriculum_id, form_id, item_id, module_id
from promoter_app.domain.curriculum.course import Course, Module
from promoter_app.domain.curriculum.plain import course_fingerprint
from promoter_app.domain.gate.crew import DAYS_OF_SAFETY, SAFETY_LEVEL, SENSITIVE_LEVEL, lacking_before

CHANNELS_LEVEL = 2


@dataclass(frozen=True)
class Question:
    """An item as it is asked: its id, the letter of the right answer and the other letters."""

    id: bytes
    right: str
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """The test of a module, short or full: the form's id and its questions."""

    form: bytes
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Papers:
    """Both tests of a module."""

    short: Paper
    full: Paper


def version_id(course: Course) -> bytes:
    """The id of this version of the course."""
    return curriculum_id(course.crop, course_fingerprint(course))


def papers(course: Course) -> dict[str, Papers]:
    """The tests of each module, by its code."""
    version = version_id(course)
    return {module.code: _papers(version, module) for module in course.modules}


def _papers(version: bytes, module: Module) -> Papers:
    made = module_id(version, module.code)
    asked = [
        (item.in_short, Question(item_id(made, number), item.key, _others(item.options, item.key)))
        for number, item in enumerate(module.items, start=1)
    ]
    full = tuple(question for _short, question in asked)
    starred = tuple(question for short, question in asked if short)
    return Papers(_paper(made, starred), _paper(made, full))


def _others(options: tuple[object, ...], key: str) -> tuple[str, ...]:
    letters = [str(getattr(option, "letter", "")) for option in options]
    return tuple(letter for letter in letters if letter != key)


def _paper(module: bytes, questions: tuple[Question, ...]) -> Paper:
    return Paper(form_id(module, tuple(question.id for question in questions)), questions)


def module_of(course: Course, code: str) -> Module:
    """The module of the course; KeyError when its file has a fault."""
    found = course.module(code)
    if found is None:
        raise KeyError(code)
    return found


def is_ready(course: Course, code: str, held: Mapping[str, datetime.date]) -> bool:
    """Whether a crew may take a topic: what it needs was held, and level 1 on two days before levels 3 and 4.

    `held` is the day of each topic that the crew had this season.
    """
    module = module_of(course, code)
    if lacking_before(module, course.modules, held):
        return False
    safety_days = {day for done, day in held.items() if module_of(course, done).level == SAFETY_LEVEL}
    return module.level < SENSITIVE_LEVEL or len(safety_days) >= DAYS_OF_SAFETY
