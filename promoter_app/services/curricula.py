"""The courses that this laptop teaches: read from the content files, written down so that answers keep their key."""

from __future__ import annotations

import json
from pathlib import Path

from promoter_app.domain.curriculum.content_ids import curriculum_id, form_id, item_id, module_id
from promoter_app.domain.curriculum.course import Course, Item, Module, neutral_title
from promoter_app.domain.curriculum.plain import course_fingerprint
from promoter_app.domain.sessions import Session
from promoter_app.shipped import folder as shipped_folder
from promoter_app.store.curriculum.files import Loaded, load_curricula
from promoter_app.store.writer import Writer


def read_content(folder: Path | None = None) -> Loaded:
    """The courses and lists of `folder` (None: the shipped ones); faulty files are named in `faults`."""
    return load_curricula(folder or shipped_folder("curricula"))


def module_of(content: Loaded, session: Session) -> Module | None:
    """The module that a session teaches, or None when its course does not have it."""
    return find_module(content, session.sector, session.module)


def find_module(content: Loaded, sector: str | None, code: str | None) -> Module | None:
    """A module by crop and code; without a known crop, the first course that has the code.

    One that the office took out of the course is found too: what was taught with it keeps its name and questions.
    """
    crops = [sector] if sector in content.courses else list(content.courses)
    listed = [module for crop in crops for module in (*content.courses[crop].modules, *content.outside.get(crop, ()))]
    return next((module for module in listed if module.code == code), None)


def all_modules(content: Loaded) -> list[Module]:
    """Every topic of every course, and those out of a course after them: for names of what was taught."""
    taught = [module for course in content.courses.values() for module in course.modules]
    return taught + [module for modules in content.outside.values() for module in modules]


def topic_label(content: Loaded, session: Session, language: str) -> str:
    """`Tema 2 · Golpe de calor`: the place in the course and the discreet name, safe on any screen."""
    course = content.courses.get(session.sector or "")
    module = module_of(content, session)
    if module is None:
        return session.module or ""
    name = neutral_title(module, language)
    if course is None:
        return name
    if module.code not in course.order:
        return name
    word = "Topic" if language == "en" else "Tema"
    return f"{word} {course.order.index(module.code) + 1} · {name}"


def save_course(write: Writer, course: Course) -> bytes:
    """Write a course down once (curriculum, modules, items); returns its id. Again changes nothing."""
    made = curriculum_id(course.crop, course_fingerprint(course))
    if write.knows("curriculum", made):
        return made
    write.add_once(
        "curriculum", made, crop=course.crop, version=course.version, title_es=course.title.es, title_en=course.title.en
    )
    for module in course.modules:
        _save_module(write, made, module)
    return made


def _save_module(write: Writer, curriculum: bytes, module: Module) -> None:
    made = module_id(curriculum, module.code)
    write.add_once(
        "module", made, curriculum=curriculum, code=module.code, level=module.level, minutes=module.minutes,
        title_es=module.title.es, title_en=module.title.en, neutral_es=module.neutral.es, neutral_en=module.neutral.en,
    )
    for number, item in enumerate(module.items, start=1):
        write.add_once(
            "item", item_id(made, number), module=made, number=number, starred=int(item.in_short),
            text_es=item.question.es, text_en=item.question.en, options=_options(item), answer=item.key,
        )


def _options(item: Item) -> str:
    rows = [{"letter": o.letter, "es": o.words.es, "en": o.words.en} for o in item.options]
    return json.dumps(rows, ensure_ascii=False)


def save_form(write: Writer, course: Course, module: Module, *, short: bool) -> tuple[bytes, dict[str, bytes]]:
    """The test form of a module, written down once: its id, and the id of each item asked by the item's name."""
    made = module_id(save_course(write, course), module.code)
    asked = {
        item.id: item_id(made, number)
        for number, item in enumerate(module.items, start=1)
        if item.in_short or not short
    }
    form = form_id(made, tuple(asked.values()))
    listed = " ".join(id_.hex() for id_ in asked.values())
    write.add_once("test_form", form, module=made, short=int(short), items=listed)
    return form, asked


Content = Loaded
"""What the window and the terminal hold of the content files."""
