"""When a code that a camera sees is a new showing of a card, and when it is the same one still in view.

A card in view, or seen again within three seconds of last being seen, is silent; a different card is taken at
once. Time comes in as seconds of any clock that does not go backwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

SILENCE = 3.0
"""Seconds without being seen after which a card is shown anew."""


@dataclass
class Sightings:
    """Remembers which texts were seen last when; keep one for each camera."""

    silence: float = SILENCE
    _last: dict[str, float] = field(default_factory=dict)

    def new(self, texts: Iterable[str], now: float) -> list[str]:
        """Those of one frame's texts that are new showings, each once, in their order; all are remembered.

        A text is silent while no more than `silence` seconds passed since it was last seen.
        """
        self._forget(now)
        fresh = []
        for text in dict.fromkeys(texts):
            if text not in self._last:
                fresh.append(text)
            self._last[text] = now
        return fresh

    def _forget(self, now: float) -> None:
        self._last = {text: at for text, at in self._last.items() if now - at <= self.silence}
