"""Pieces of a topic come and go: cue cards, questions, whole topics of a course. Every function gives a new whole.

Nothing here forgets: what was taught and answered keeps the version of its day, and a topic out of a course is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from promoter_app.domain.curriculum import editing
from promoter_app.domain.curriculum.course import (
    NEUTRAL_FROM_LEVEL,
    TRUE_FALSE,
    Course,
    CueCard,
    Item,
    ItemKind,
    Module,
    Option,
    Prerequisites,
    Words,
    WorkerSheet,
)
from promoter_app.domain.curriculum.editing import Editable, Values
from promoter_app.domain.curriculum.labels import level_name
from promoter_app.domain.office.fields import pick
from promoter_app.domain.refusal import Sentence

LEVELS = (1, 2, 3, 4)
ICON = "chalkboard-teacher"
"""Picture of a topic that the office made."""
_NOTHING = Words("", "")
_CODE = re.compile(r"M(\d+)")
_NUMBER = re.compile(r"-(\d+)$")


# cue cards


def new_card() -> CueCard:
    """A card to be filled in; short sessions use it too."""
    return CueCard(_NOTHING, 3, True, (), _NOTHING, _NOTHING, None)


def with_new_card(module: Module, after: int, values: Values) -> Module:
    """The topic with one more card, after card `after` (0 based; -1: the first)."""
    made = editing.card_from(module, new_card(), values)
    return replace(module, cards=(*module.cards[: after + 1], made, *module.cards[after + 1 :]))


def without_card(module: Module, at: int) -> Module:
    """The topic without card `at`."""
    return replace(module, cards=_without(module.cards, at))


def with_card_moved(module: Module, at: int, by: int) -> Module:
    """The topic with card `at` `by` places further on; it stops at the ends."""
    rest = _without(module.cards, at)
    place = max(0, min(at + by, len(rest)))
    return replace(module, cards=(*rest[:place], module.cards[at], *rest[place:]))


# questions


def new_item(kind: ItemKind) -> Item:
    """A question to be filled in: with answers, or true and false."""
    blank = tuple(Option(letter, _NOTHING) for letter in editing.LETTERS)
    options = TRUE_FALSE if kind is ItemKind.TRUE_FALSE else blank
    return Item("", kind, "", True, _NOTHING, options, "")


def with_new_item(module: Module, kind: ItemKind, values: Values, used: Iterable[str]) -> Module:
    """The topic with one more question, under a name that no question of `used` (all its versions) had."""
    names = {*used, *(item.id for item in module.items)}
    last = max((int(found[1]) for name in names if (found := _NUMBER.search(name))), default=0)
    made = replace(editing.item_from(new_item(kind), values), id=f"{module.code}-{last + 1}")
    return replace(module, items=(*module.items, made))


def without_item(module: Module, at: int) -> Module:
    """The topic without question `at`."""
    return replace(module, items=_without(module.items, at))


# whole topics


def topic_form(module: Module) -> Editable:
    """A topic that is in no course: its level may be chosen too."""
    form = editing.module_form(module)
    levels = tuple((str(n), f"{n} · {level_name(n).es}", f"{n} · {level_name(n).en}") for n in LEVELS)
    level = replace(
        pick("level", "Nivel", "Level", *levels, required=True),
        hint=Sentence("Desde el nivel 3 va con candado y nombre discreto.",
                      "From level 3 it is locked and goes by its discreet name."),
    )  # fmt: skip
    return Editable((level, *form.fields), {**form.values, "level": str(module.level) if module.level else None})


def new_topic(code: str) -> Module:
    """An empty topic to be filled in."""
    return Module(
        code=code, version=1, level=0, icon=ICON, title=_NOTHING, neutral=_NOTHING, minutes=20, minutes_short=15,
        by_week=None, prerequisites=Prerequisites(), recommended_after="", objectives=(), key_messages=(), notes=(),
        careful=(), cards=(), opening=_NOTHING, closing=_NOTHING, bring=(), worker_sheet=WorkerSheet(_NOTHING, False),
        local_slots=(), legal=(), audio=(), items=(),
    )  # fmt: skip


def with_topic_form(module: Module, values: Values) -> Module:
    """The topic as the form has it; from the delicate levels on no paper of it leaves with workers."""
    level = int(str(values["level"]))
    changed = replace(editing.with_module(module, values), level=level)
    sheet = changed.worker_sheet
    idea = changed.neutral if sheet.idea in (_NOTHING, module.neutral) else sheet.idea
    is_own = module.icon == ICON
    return replace(
        changed,
        worker_sheet=replace(sheet, idea=idea, take_home=level < NEUTRAL_FROM_LEVEL and (is_own or sheet.take_home)),
    )


def free_code(used: Iterable[str]) -> str:
    """The next code after all that were ever `used`."""
    return f"M{1 + max((int(found[1]) for code in used if (found := _CODE.fullmatch(code))), default=0)}"


def with_topic(course: Course, module: Module) -> Course:
    """The course with one more topic, after the last one of its level or below: safety stays first."""
    place = max((at for at, other in enumerate(course.modules, 1) if other.level <= module.level), default=0)
    modules = (*course.modules[:place], module, *course.modules[place:])
    before = course.modules[place - 1].code if place else ""
    at = course.order.index(before) + 1 if before else 0
    return replace(course, modules=modules, order=(*course.order[:at], module.code, *course.order[at:]))


def without_topic(course: Course, code: str) -> Course:
    """The course without a topic; a certificate that named it asks for the others."""
    certificate = course.certificate
    return replace(
        course,
        modules=tuple(module for module in course.modules if module.code != code),
        order=tuple(other for other in course.order if other != code),
        certificate=replace(certificate, requires=tuple(one for one in certificate.requires if one != code)),
    )


def _without(row: tuple[editing.Piece, ...], at: int) -> tuple[editing.Piece, ...]:
    return (*row[:at], *row[at + 1 :])
