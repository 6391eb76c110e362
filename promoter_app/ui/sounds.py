"""The six sounds of a scan. QtMultimedia is loaded at the first sound and may be missing: then it is said."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl, Signal

from promoter_app.ui.theme import resource_folder

NAMES = ("present", "already", "other_crew", "unknown", "blank", "cancelled")
"""The sounds, named like the states of FeedbackPanel."""


class Loudness(StrEnum):
    """What F8 goes through."""

    LOUD = "loud"
    SOFT = "soft"
    OFF = "off"


_VOLUME = {Loudness.LOUD: 1.0, Loudness.SOFT: 0.35, Loudness.OFF: 0.0}
_ORDER = tuple(Loudness)


class Effect(Protocol):
    """A loaded sound; QSoundEffect is one."""

    def setVolume(self, volume: float, /) -> None:  # noqa: N802 - Qt's name
        """0..1."""

    def play(self) -> None:
        """From the start."""


class Sounds(QObject):
    """`play` a sound by name; `cycle` changes the loudness (F8); `trouble` says why there is no sound."""

    changed = Signal(str)

    def __init__(
        self,
        load: Callable[[Path, QObject], Effect] | None = None,
        loudness: Loudness = Loudness.LOUD,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load = load or _load_effect
        self._loudness = loudness
        self._effects: dict[str, Effect] = {}
        self._missing = False

    def loudness(self) -> Loudness:
        """How loud."""
        return self._loudness

    def set_loudness(self, loudness: Loudness) -> None:
        """Change it; `changed` is sent with its value."""
        self._loudness = loudness
        self.changed.emit(loudness.value)

    def cycle(self) -> Loudness:
        """The next of loud, soft, off."""
        self.set_loudness(_ORDER[(_ORDER.index(self._loudness) + 1) % len(_ORDER)])
        return self._loudness

    def is_silent(self) -> bool:
        """Whether a result must blink instead: switched off, or no sound on this computer."""
        return self._loudness is Loudness.OFF or self._missing

    def words(self) -> str:
        """The loudness in words, for its button."""
        return {
            Loudness.LOUD: self.tr("Sonido alto"),
            Loudness.SOFT: self.tr("Sonido bajo"),
            Loudness.OFF: self.tr("Sin sonido"),
        }[self._loudness]

    def icon(self) -> str:
        """The icon for its button."""
        return {
            Loudness.LOUD: "ph.speaker-high-bold",
            Loudness.SOFT: "ph.speaker-low-bold",
            Loudness.OFF: "ph.speaker-slash-bold",
        }[self._loudness]

    def trouble(self) -> str:
        """Why nothing sounds, in a sentence; "" while all is well."""
        if not self._missing:
            return ""
        return self.tr("Esta laptop no tiene las piezas para dar sonido. El resultado se ve en la pantalla.")

    def preload(self) -> None:
        """Load every sound, so that the first scan answers at once."""
        for name in NAMES:
            self._effect(name)

    def play(self, name: str) -> bool:
        """Play one of NAMES (KeyError for another); False when nothing sounds."""
        if name not in NAMES:
            raise KeyError(name)
        effect = None if self._loudness is Loudness.OFF else self._effect(name)
        if effect is None:
            return False
        effect.setVolume(_VOLUME[self._loudness])
        effect.play()
        return True

    def _effect(self, name: str) -> Effect | None:
        if name in self._effects or self._missing:
            return self._effects.get(name)
        path = resource_folder() / "sounds" / f"{name}.wav"
        try:
            self._effects[name] = self._load(path, self)
        except ImportError:
            self._missing = True
            return None
        return self._effects[name]


def _load_effect(path: Path, parent: QObject) -> Effect:
    """A QSoundEffect; ImportError when QtMultimedia or a library it needs is not on this computer."""
    from PySide6.QtMultimedia import QSoundEffect

    effect = QSoundEffect(parent)
    effect.setSource(QUrl.fromLocalFile(str(path)))
    return effect
