"""The courses as modules of a planning problem: minutes, weights that fall along the way, what comes before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from promoter_app.domain.curriculum.course import Course
from promoter_app.domain.curriculum.course import Module as Topic
from promoter_app.domain.gate.crew import SENSITIVE_LEVEL
from promoter_app.domain.planning.problem import Module
from promoter_app.services.curricula import Content

WEIGHTS = (20, 16, 14, 12, 11, 10)
"""What a worker's step is worth, first topic first, so that nobody is left without a start; then always the last."""
_MOST_WORKERS = 40


def syllabus(content: Content, sectors: Iterable[str], two_promoters: bool = False) -> tuple[Module, ...]:
    """The modules of the courses of `sectors`, each once, in the order of the courses.

    Where a topic asks for "one more of a level", the first of that level which all courses have stands for it: a
    little stricter than the crew gate, never laxer.
    """
    courses = [content.courses[s] for s in sorted(set(sectors)) if s in content.courses]
    found: dict[str, Module] = {}
    for course in courses:
        for topic in course.modules:
            if topic.code not in found:
                found[topic.code] = _module(topic, courses, two_promoters)
    order = sorted(found, key=lambda code: _place(courses, code))
    return tuple(_placed(found[code], place, set(found)) for place, code in enumerate(order))


def _place(courses: list[Course], code: str) -> tuple[int, str]:
    return min((course.order.index(code) for course in courses if code in course.order), default=99), code


def _placed(module: Module, place: int, known: set[str]) -> Module:
    weight = WEIGHTS[min(place, len(WEIGHTS) - 1)]
    return replace(module, weight=weight, prereqs=tuple(q for q in module.prereqs if q in known))


def _module(topic: Topic, courses: list[Course], two_promoters: bool) -> Module:
    sensitive = topic.level >= SENSITIVE_LEVEL
    return Module(
        id=topic.code,
        minutes=topic.minutes,
        sensitive=sensitive,
        weight=WEIGHTS[-1],
        prereqs=_before(topic, courses),
        min_gap=1,
        max_workers=_MOST_WORKERS,
        promoters=2 if sensitive and two_promoters else 1,
    )


def _before(topic: Topic, courses: list[Course]) -> tuple[str, ...]:
    rule = topic.prerequisites
    named = list(rule.modules)
    if rule.level is not None:
        shared = [
            other.code
            for other in courses[0].modules
            if other.level == rule.level
            and other.code not in (*named, topic.code)
            and all(course.module(other.code) is not None for course in courses)
        ]
        named += shared[: rule.count]
    return tuple(named)
