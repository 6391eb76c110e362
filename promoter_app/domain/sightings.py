"""When a card that is read is a new showing, and when it is the same one shown a moment ago or still in view.

A card in view of the camera, or read again within three seconds of the last time, is silent; a different card is
taken at once. Time comes in as seconds of any clock that does not go backwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

SILENCE = 3.0
"""A card read again within this many seconds (three included) is the same showing."""


@dataclass
class Sightings:
    """Remembers which texts were read last when, by every way in; keep one for each session on screen."""

    silence: float = SILENCE
    _last: dict[str, float] = field(default_factory=dict)
    _in_view: dict[str, float] = field(default_factory=dict)

    def is_new(self, text: str, now: float) -> bool:
        """Whether a card shown on purpose (scanner, typed) is a new showing; it is remembered."""
        self._drop(now)
        fresh = text not in self._last
        self._last[text] = now
        return fresh

    def new_in_view(self, texts: Iterable[str], now: float) -> list[str]:
        """Those of one frame's texts that are new showings, each once, in their order; all are remembered.

        A card is not new while it stays in view, not even after `forget`.
        """
        self._drop(now)
        fresh = []
        for text in dict.fromkeys(texts):
            if text not in self._last and text not in self._in_view:
                fresh.append(text)
                self._last[text] = now
            elif text in self._last:
                self._last[text] = now
            self._in_view[text] = now
        return fresh

    def forget(self) -> None:
        """Something was undone or left aside: a card shown on purpose counts anew, one still in view does not."""
        self._last = {}

    def clear(self) -> None:
        """Every card counts anew, also one in view: another session begins."""
        self._last, self._in_view = {}, {}

    def _drop(self, now: float) -> None:
        for seen in (self._last, self._in_view):
            for text in [text for text, at in seen.items() if now - at > self.silence]:
                del seen[text]
