"""The privacy paper: the notice as the office words it, what is read aloud, and the consent that is signed."""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.refusal import Sentence

NO_GUARANTEE = Sentence(
    "Es una plantilla: no es asesoría legal ni garantía. Que la revise quien les asesora.",
    "It is a template: neither legal advice nor a guarantee. Have your adviser check it.",
)
"""Stands beside the notice wherever it is shown or printed."""


@dataclass(frozen=True)
class PrivacyPart:
    """One part: its heading and paragraphs; `signed` adds lines for a name or mark and the date."""

    heading: str
    paragraphs: tuple[str, ...]
    signed: bool = False


@dataclass(frozen=True)
class PrivacyPaper:
    """Everything on it, in one language; `title` is also the file's title."""

    title: str
    parts: tuple[PrivacyPart, ...]
