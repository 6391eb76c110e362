"""Whole topics come and go: a new one begins beside the course, enters it when it is complete, and may leave it again.

What leaves is never gone: sessions taught with it keep its name and questions, and it may be put back.
"""

from __future__ import annotations

import json

from promoter_app.domain.curriculum import composing
from promoter_app.domain.curriculum.checks import check_course, check_draft, check_module
from promoter_app.domain.curriculum.course import Course, Module
from promoter_app.domain.curriculum.editing import Values
from promoter_app.domain.curriculum.plain import to_plain
from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content, all_modules
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.services.topics.versions import refuse_faults, refuse_gaps
from promoter_app.store.curriculum import own as store


def new_topic(folder: Folder, stamp: Stamp, content: Content, crop: str, values: Values) -> Done[str]:
    """Begin a topic beside the course of `crop`; the outcome is its code. `values` are those of `topic_form`, checked.

    Raises Refusal: not a coordinator, a text in one language only, or a mistake that the checks of content name.
    """
    office_only(folder, stamp, "new_topic")
    used = store.known_codes(folder.book) | {module.code for module in all_modules(content)}
    used |= {code for course in content.courses.values() for code in course.order}
    module = composing.with_topic_form(composing.new_topic(composing.free_code(used)), values)
    refuse_gaps(module)
    refuse_faults(check_draft(module))
    body = json.dumps(to_plain(module), ensure_ascii=False, sort_keys=True)
    with folder.book.writing(stamp) as write:
        write.add("topic_version", module=module.code, version=1, body=body)
        write.add("topic_place", crop=crop, module=module.code, taught=0, gen=1)
    return Done(module.code, write.changes, write.undo(_label(module)))


def put_in(folder: Folder, stamp: Stamp, content: Content, crop: str, module: Module) -> Done[None]:
    """Teach a topic in the course of `crop` from now on, after those of its level.

    Raises Refusal: not a coordinator, or the topic or the course would have a mistake.
    """
    office_only(folder, stamp, "put_in")
    refuse_gaps(module)
    refuse_faults(check_module(module))
    return _say(folder, stamp, content, composing.with_topic(content.courses[crop], module), module)


def take_out(folder: Folder, stamp: Stamp, content: Content, crop: str, module: Module) -> Done[None]:
    """Teach a topic in the course of `crop` no more; what was taught stays.

    Raises Refusal: not a coordinator, or another topic asks for this one first.
    """
    office_only(folder, stamp, "take_out")
    return _say(folder, stamp, content, composing.without_topic(content.courses[crop], module.code), module)


def _say(folder: Folder, stamp: Stamp, content: Content, course: Course, module: Module) -> Done[None]:
    """Keep that `course` has the topic from now on, or no more."""
    refuse_faults(check_course(course, {*course.order, *(one.code for one in all_modules(content))}))
    with folder.book.writing(stamp) as write:
        gen = store.next_place(folder.book, course.crop, module.code)
        write.add("topic_place", crop=course.crop, module=module.code, taught=int(module in course.modules), gen=gen)
    return Done(None, write.changes, write.undo(_label(module)))


def used_items(folder: Folder, module: Module) -> frozenset[str]:
    """Names of every question that any version of a topic ever had: none is given twice."""
    past = (json.loads(body) for body in store.all_bodies(folder.book, module.code))
    return frozenset(item["id"] for body in past for item in body["items"]) | {item.id for item in module.items}


def _label(module: Module) -> Sentence:
    return Sentence(f"Deshacer: tema {module.neutral.es}", f"Undo: topic {module.neutral.en}")
