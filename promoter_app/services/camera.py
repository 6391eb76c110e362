"""What the frames of a camera show: cards held before it, or the markers on their backs. One reader a thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from promoter_app.domain.markers import Marker
from promoter_app.services.photos import is_key


class SeenCode(NamedTuple):
    """A code in a frame; `ours` is whether it is one of our kinds (only such a text may be a person's)."""

    text: str
    ours: bool


class CardReader:
    """Reads the codes of cards, with the last resort in a child process after a second without a read."""

    def __init__(self) -> None:
        from promoter_app.capture.last_resort import LastResort
        from promoter_app.capture.live import LiveDecoder

        self._decoder = LiveDecoder(LastResort())

    def look(self, luma: bytes, width: int, height: int, stride: int) -> list[SeenCode]:
        """The codes of one frame, each text once."""
        from promoter_app.capture.found import FoundKind

        found = self._decoder.frame(luma, width, height, stride)
        return list(dict.fromkeys(SeenCode(each.text, each.kind is not FoundKind.FOREIGN) for each in found))

    def close(self) -> None:
        """End the child process."""
        self._decoder.close()


class KeyReader:
    """Reads the QR of a sheet with a secret key; every other code is nothing."""

    def __init__(self) -> None:
        self._codes = CardReader()

    def look(self, luma: bytes, width: int, height: int, stride: int) -> list[str]:
        """The keys of one frame."""
        return [each.text for each in self._codes.look(luma, width, height, stride) if is_key(each.text)]

    def close(self) -> None:
        """End what reading needed."""
        self._codes.close()


class MarkerReader:
    """Reads the markers of a crew; only the numbers `expected` are thought of."""

    def __init__(self, expected: Sequence[int]) -> None:
        self._expected = tuple(expected)

    def look(self, luma: bytes, width: int, height: int, stride: int) -> list[Marker]:
        """The markers of one frame."""
        from promoter_app.capture.crew_markers import find_markers
        from promoter_app.capture.zxing import plane_array

        return find_markers(plane_array(luma, width, height, stride), self._expected)

    def close(self) -> None:
        """Nothing to end."""
