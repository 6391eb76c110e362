"""A topic in the languages of the field: recordings that come with a named speaker's consent, and what is missing."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from promoter_app.domain.curriculum.course import AudioSlot, Module
from promoter_app.domain.done import Done, Value
from promoter_app.domain.office.topic_nouns import RECORDING
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.office import setting_up
from promoter_app.services.security.audit import office_only
from promoter_app.services.sessions.recordings import slot_of, topic_recording
from promoter_app.services.topics.voices import AUDIO, KINDS, MOST_BYTES
from promoter_app.store import office


@dataclass(frozen=True)
class SignedText:
    """A text as a speaker gave it; `part` is title, script or sheet, `signed_on` a date."""

    part: str
    words: str
    speaker: str
    signed_on: date


@dataclass(frozen=True)
class Tongue:
    """A language of a topic: its recording, whether it can be played here, and its signed texts."""

    language: str
    slot: AudioSlot
    is_here: bool
    texts: tuple[SignedText, ...]


def tongues(folder: Folder, module: Module) -> list[Tongue]:
    """Every language that the topic has a place for, or was given something in."""
    texts: dict[str, list[SignedText]] = {}
    wanted = ("language", "part", "words", "speaker", "signed_on")
    for row in office.set_up(folder.book, "topic_text", wanted, ("module", (module.code,))):
        given = SignedText(row["part"], row["words"], row["speaker"], date.fromisoformat(row["signed_on"]))
        texts.setdefault(row["language"], []).append(given)
    recorded = office.set_up(folder.book, "recording", ("language",), ("module", (module.code,)))
    codes = [slot.language for slot in module.audio] + sorted({row["language"] for row in recorded} | texts.keys())
    return [
        Tongue(
            code,
            slot_of(folder, module, code),
            topic_recording(folder, module, code) is not None,
            tuple(sorted(texts.get(code, ()), key=lambda text: text.part)),
        )
        for code in dict.fromkeys(codes)
    ]


def add_recording(folder: Folder, stamp: Stamp, path: Path, values: Mapping[str, Value]) -> Done[list[bytes]]:
    """Copy a sound file beside the data and tell whose voice it is; signed off, it goes with the next package.

    `values` are those of the noun `recording`.

    Raises Refusal: not a coordinator, no such file, not a sound file, too large, no speaker or no consent.
    """
    office_only(folder, stamp, "add_recording")
    if path.suffix.lower() not in KINDS:
        raise _refusal(("Ese archivo no es un audio que se pueda poner.", "That file is not audio that can be played."))
    try:
        large = path.stat().st_size > MOST_BYTES
        digest = "" if large else hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _refusal(("No se pudo leer ese archivo.", "That file could not be read.")) from error
    if large:
        raise _refusal(("Ese audio pasa de 16 MB.", "That audio is over 16 MB."))
    named = (str(values.get(key) or "") for key in ("module", "language"))
    name = f"{'-'.join(named).lower()}-{digest[:12]}{path.suffix.lower()}"
    done = setting_up.add(folder, stamp, RECORDING, {**values, "file": name, "sha256": digest})
    place = folder.path / AUDIO
    place.mkdir(exist_ok=True)
    shutil.copyfile(path, place / name)
    return done


def _refusal(what: tuple[str, str]) -> Refusal:
    kinds = ", ".join(kind[1:] for kind in KINDS)
    return Refusal(
        "bad_audio", Sentence(*what), NOTHING_CHANGED,
        Sentence(f"Elige un audio de hasta 16 MB: {kinds}.", f"Choose an audio file of up to 16 MB: {kinds}."),
    )  # fmt: skip
