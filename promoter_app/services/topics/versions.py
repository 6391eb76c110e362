"""New versions of a topic: kept beside the content files, checked like them, and laid over them when read.

What was answered keeps the version and key of its day: its test form was written down then.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from promoter_app.domain.curriculum.checks import check_module
from promoter_app.domain.curriculum.course import Course, Module, Words
from promoter_app.domain.curriculum.plain import module_from_plain, to_plain
from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content, read_content
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
    """The content files with this project's own versions over them; the highest version of a topic counts."""
    content = read_content()
    own = _own_versions(folder)
    if own:
        content.courses = {crop: _with_versions(course, own) for crop, course in content.courses.items()}
    return content


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
    now = _current(content, module.code)
    if replace(module, version=now.version) == now:
        raise _refusal(
            "same", ("No cambió nada.", "Nothing changed."), ("Cambia algo antes.", "Change something first.")
        )
    _refuse_gaps(module)
    faults = check_module(module)
    if faults:
        first = faults[0]
        raise Refusal("bad_topic", first.what, NOTHING_CHANGED, first.todo)
    version = now.version + 1
    body = json.dumps(to_plain(replace(module, version=version)), ensure_ascii=False, sort_keys=True)
    with folder.book.writing(stamp) as write:
        write.add("topic_version", module=module.code, version=version, body=body, note=note[:200] or None)
    label = Sentence(
        f"Deshacer: versión {version} de {module.neutral.es}", f"Undo: version {version} of {module.neutral.en}"
    )
    return Done(version, write.changes, write.undo(label))


def _current(content: Content, code: str) -> Module:
    for course in content.courses.values():
        found = course.module(code)
        if found is not None:
            return found
    raise KeyError(code)


def _refuse_gaps(module: Module) -> None:
    """Everything is said in both languages."""
    texts: list[Words] = [module.title, module.neutral]
    for card in module.cards:
        texts += [card.title, card.question, card.say]
        texts += [text for message in card.messages for text in (message.title, message.line)]
    for item in module.items:
        texts += [item.question, *(option.words for option in item.options)]
    if any(not text.es or not text.en for text in texts):
        raise _refusal(
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


def _refusal(code: str, what: tuple[str, str], todo: tuple[str, str]) -> Refusal:
    return Refusal(code, Sentence(*what), NOTHING_CHANGED, Sentence(*todo))
