"""New versions of a topic: kept beside the content files, checked like them, and laid over them when read.

What was answered keeps the version and key of its day: its test form was written down then.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from promoter_app.domain.curriculum.checks import check_draft, check_module
from promoter_app.domain.curriculum.composing import with_topic, without_topic
from promoter_app.domain.curriculum.course import Course, Fault, Module, Words
from promoter_app.domain.curriculum.plain import module_from_plain, to_plain
from promoter_app.domain.done import Done
from promoter_app.domain.office.checks import refusal
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content, find_module, read_content
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store.curriculum import own as store


@dataclass(frozen=True)
class TopicVersion:
    """One version somebody saved: number, when (at the asking laptop's offset), who, and what for."""

    version: int
    at: datetime
    who: str
    note: str


def current_content(folder: Folder) -> Content:
    """The content files with this project's own versions and topics over them.

    The highest version of a topic counts, and the last word on whether a course has it.
    """
    content = read_content()
    own = _own_versions(folder)
    if own:
        content.courses = {crop: _with_versions(course, own) for crop, course in content.courses.items()}
    for word in store.places(folder.book):
        course = content.courses.get(word["crop"])
        known = find_module(content, word["crop"], word["module"]) or own.get(word["module"])
        if course is not None and known is not None:
            _take_word(content, course, known, taught=bool(word["taught"]), gen=word["gen"])
    return content


def _take_word(content: Content, course: Course, module: Module, *, taught: bool, gen: int) -> None:
    """Put a topic in its course or beside it; the course's version rises with every word."""
    crop = course.crop
    outside = tuple(one for one in content.outside.get(crop, ()) if one.code != module.code)
    changed = without_topic(course, module.code)
    if taught:
        kept = course.module(module.code) is not None
        changed = course if kept else with_topic(changed, module)
    content.courses[crop] = replace(changed, version=course.version + gen)
    content.outside[crop] = outside if taught else (*outside, module)


def _own_versions(folder: Folder) -> dict[str, Module]:
    return {code: module_from_plain(json.loads(body)) for code, body in store.own_bodies(folder.book).items()}


def _with_versions(course: Course, own: dict[str, Module]) -> Course:
    """The course with the office's topics; its own version rises with theirs."""
    risen = sum(own[m.code].version - m.version for m in course.modules if m.code in own)
    modules = tuple(own.get(module.code, module) for module in course.modules)
    return replace(course, modules=modules, version=course.version + max(0, risen))


def save_version(folder: Folder, stamp: Stamp, content: Content, module: Module, note: str = "") -> Done[int]:
    """Keep `module` as the next version of its topic; the outcome is its number. Undo brings the one before back.

    Raises Refusal: not a coordinator, nothing is different, or a mistake that the checks of content name.
    """
    office_only(folder, stamp, "save_version")
    now = find_module(content, None, module.code)
    if now is None:
        raise KeyError(module.code)
    if replace(module, version=now.version) == now:
        raise refusal(
            "same", ("No cambió nada.", "Nothing changed."), ("Cambia algo antes.", "Change something first.")
        )
    refuse_gaps(module)
    is_taught = any(course.module(module.code) for course in content.courses.values())
    refuse_faults(check_module(module) if is_taught else check_draft(module))
    version = now.version + 1
    body = json.dumps(to_plain(replace(module, version=version)), ensure_ascii=False, sort_keys=True)
    with folder.book.writing(stamp) as write:
        write.add("topic_version", module=module.code, version=version, body=body, note=note[:200] or None)
    label = Sentence(
        f"Deshacer: versión {version} de {module.neutral.es}", f"Undo: version {version} of {module.neutral.en}"
    )
    return Done(version, write.changes, write.undo(label))


def refuse_faults(faults: Sequence[Fault]) -> None:
    """Raises Refusal `bad_topic` with the first mistake."""
    if faults:
        raise Refusal("bad_topic", faults[0].what, NOTHING_CHANGED, faults[0].todo)


def refuse_gaps(module: Module) -> None:
    """Raises Refusal `one_language`: everything is said in both languages."""
    texts: list[Words] = [module.title, module.neutral]
    for card in module.cards:
        texts += [card.title, card.question, card.say]
        texts += [text for message in card.messages for text in (message.title, message.line)]
    for item in module.items:
        texts += [item.question, *(option.words for option in item.options)]
    if any(not text.es or not text.en for text in texts):
        raise refusal(
            "one_language",
            ("A un texto le falta el español o el inglés.", "A text lacks its Spanish or its English."),
            ("Escríbelo en los dos idiomas.", "Write it in both languages."),
        )


def versions_of(folder: Folder, code: str, offset_minutes: int) -> list[TopicVersion]:
    """The versions that the office saved of a topic, the last first."""
    zone = timezone(timedelta(minutes=offset_minutes))
    rows = store.own_versions(folder.book, code)
    return [
        TopicVersion(
            row["version"], datetime.fromtimestamp(row["wall"] / 1000, zone), row["operator"] or "", row["note"] or ""
        )
        for row in rows
    ]
