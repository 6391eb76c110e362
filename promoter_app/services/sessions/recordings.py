"""Recordings of topics and questions: which files may be played. Only signed-off ones with a named speaker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from promoter_app.domain.curriculum.course import AudioSlot, Module
from promoter_app.domain.curriculum.languages import SPANISH, find_language
from promoter_app.services.folder import Folder
from promoter_app.services.topics.voices import AUDIO, question_name, unpack
from promoter_app.shipped import folder as shipped_folder
from promoter_app.store.curriculum import own
from promoter_app.store.curriculum.files import Loaded


def language_code(code: str | None) -> str | None:
    """The ISO 639-3 code of what a person's record says; people lists write "es" for Spanish."""
    return SPANISH if code == "es" else code or None


def language_name(content: Loaded, code: str | None) -> str | None:
    """How a language calls itself, or its usual name; the code when the list does not know it; None without one."""
    wanted = language_code(code)
    found = find_language(content.languages, wanted) if wanted else None
    return (found.autonym or found.group) if found else wanted


def slot_of(folder: Folder, module: Module, language: str) -> AudioSlot:
    """The recording of a topic in a language: the office's own where it has one, else the content file's."""
    row = own.recording(folder.book, module.code, language)
    if row is None:
        return module.audio_in(language)
    return AudioSlot(
        language, row["file"], row["speaker"], _day(row["speaker_consent"]), _day(row["recorded_on"]), row["seconds"],
        row["signed_off_by"] or "",
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def topic_recording(folder: Folder, module: Module, language: str | None) -> Path | None:
    """The recording of a topic's key messages in a language, or None when it may not be played or is not here.

    One that came with a package of another laptop is made a file when it is first wanted.
    """
    code = language_code(language) or ""
    slot = slot_of(folder, module, code)
    if not slot.is_ready:
        return None
    row = own.recording(folder.book, module.code, code)
    return _file(folder, slot.file) or (unpack(folder, row["file"], row["sha256"]) if row else None)


def question_recording(folder: Folder, module: Module, language: str | None, item: str) -> Path | None:
    """The recording of one question: beside the topic's, with the question's name (`m1-hch-M1-3.ogg`).

    The topic's own recording is never played in a test: it says the right answers. One that came with a package of
    another laptop is made a file when it is first wanted.
    """
    code = language_code(language) or ""
    slot = slot_of(folder, module, code)
    if not slot.is_ready:
        return None
    name = question_name(slot.file, item)
    here, row = _file(folder, name), own.recording(folder.book, module.code, code)
    sha = own.question_sound(folder.book, row["sha256"], item) if row and not here else None
    return unpack(folder, name, sha) if sha else here


def _file(folder: Folder, name: str) -> Path | None:
    places = (folder.path / AUDIO / name, shipped_folder("curricula") / AUDIO / name)
    return next((place for place in places if place.is_file()), None)
