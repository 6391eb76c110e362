"""What tests hear instead of sounds."""

from __future__ import annotations


class Heard:
    """A loudspeaker that writes down what it plays."""

    def __init__(self, name: str, played: list[str]) -> None:
        self._name, self._played = name, played

    def setVolume(self, volume: float, /) -> None:
        """Any loudness will do."""

    def play(self) -> None:
        self._played.append(self._name)
