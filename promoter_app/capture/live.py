"""The camera's frames, one at a time: a plain look at each, and one further step that changes from frame to frame.

No thread of its own except the last resort's, which works beside while frames go on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from promoter_app.capture import variants
from promoter_app.capture.found import Found, Point, merge, moved
from promoter_app.capture.last_resort import LastResort
from promoter_app.capture.repair import read_places, repair_live
from promoter_app.capture.zxing import plane, plane_array, scan

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

WITHOUT_READ = 1.0
"""Seconds without a read after which the last resort is asked."""
PAUSE = 0.5
"""Least seconds from one question to the last resort to the next."""
WHOLE, MOST, OUTLINE, MIDDLE = (1.0, 1.0), (0.8, 0.84), (0.46, 0.58), (0.26, 0.34)
"""Shares of the frame's width and height around its middle; the preview draws the card's outline within OUTLINE."""
STILL, STILL_LEVELS = 0.005, 12
"""A scene where less than this share of a small picture changed by so many grey levels is the same one: a card
60 cm away covers three times as much."""
STILL_SECONDS = 5.0
"""Seconds after which even an unchanged scene is asked about again."""
LEAST_SIDE = 16
"""Pixels below which a part of a frame is not looked at."""


class _Turn(NamedTuple):
    """A step that has its turn on one frame in a round, on a part of the frame."""

    name: str
    part: tuple[float, float]
    change: Callable[[Grey], Grey]
    coarse: bool = False
    scale: float = 1.0


def _as_it_is(grey: Grey) -> Grey:
    return grey


REPAIR = "repair"
TURNS = (
    _Turn("gamma 0.3", MOST, lambda grey: variants.bend_grey(grey, 0.3)),
    _Turn(REPAIR, OUTLINE, _as_it_is),
    _Turn("coarse gamma 0.4", WHOLE, lambda grey: variants.bend_grey(grey, 0.4), coarse=True),
    _Turn("gamma 2.5", OUTLINE, lambda grey: variants.bend_grey(grey, 2.5)),
    _Turn("sharp gamma 0.4", OUTLINE, lambda grey: variants.bend_grey(variants.sharpen(grey), 0.4)),
    _Turn("coarse", WHOLE, _as_it_is, coarse=True),
    _Turn(REPAIR, OUTLINE, _as_it_is),
    _Turn("double sharp", MIDDLE, lambda grey: variants.sharpen(variants.resized(grey, 2.0)), scale=2.0),
    _Turn("gamma 4", OUTLINE, lambda grey: variants.bend_grey(grey, 4.0)),
    _Turn("coarse gamma 2", MOST, lambda grey: variants.bend_grey(grey, 2.0), coarse=True),
    _Turn("sharp", OUTLINE, variants.sharpen),
)
"""The rounds are cheap on the mean: on an empty frame a turn costs less than the plain look does. The dearest comes
twice, so that any eight frames have it: dirt and creases over finder squares are what cards suffer most."""


class LiveDecoder:
    """Reads a camera's frames. Call `frame` from one thread only; call `close` at the end."""

    def __init__(
        self, last_resort: LastResort | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._last_resort = last_resort
        self._clock = clock
        self._turn = 0
        self._read_at: float | None = None
        self._asked_at = float("-inf")
        self._asking: threading.Thread | None = None
        self._answer: list[Found] = []
        self._unread: Grey | None = None

    def frame(self, y_plane: Any, width: int, height: int, stride: int) -> list[Found]:
        """Codes of one frame, possibly with late ones of the last resort from an earlier frame.

        `y_plane` is a buffer (memoryview, bytes) of `stride` bytes a row, read without a copy and not kept.
        Raises ValueError when it is too short for the size.
        """
        now = self._clock()
        if self._read_at is None:
            self._read_at = now
        reading = scan(plane(y_plane, width, height, stride), "plain")
        found = list(reading.found)
        if not found:
            grey = plane_array(y_plane, width, height, stride)
            found = self._further(grey, reading.failed)
            merge(found, self._late(grey, now, asked=not found))
        if found:
            self._read_at = now
        return found

    def _further(self, grey: Grey, failed: list[tuple[Point, ...]]) -> list[Found]:
        """One step that has its turn; first of all the grid of what was seen but not read."""
        found = read_places(grey, failed[:3], REPAIR, patient=False) if failed else []
        if not found:
            turn = TURNS[self._turn % len(TURNS)]
            self._turn += 1
            found = _take_turn(turn, grey)
        return found

    def _late(self, grey: Grey, now: float, *, asked: bool) -> list[Found]:
        """What the last resort answered meanwhile; asks it anew when it is time."""
        if self._last_resort is None:
            return []
        if self._asking is not None and not self._asking.is_alive():
            self._asking = None
            late, self._answer = self._answer, []
            if late:
                self._unread = None
            return late
        due = now - (self._read_at or 0.0) >= WITHOUT_READ and now - self._asked_at >= PAUSE
        if asked and due and self._asking is None and self._is_news(grey, now):
            self._asked_at = now
            self._asking = threading.Thread(target=self._ask, args=(grey.copy(),), daemon=True)
            self._asking.start()
        return []

    def _is_news(self, grey: Grey, now: float) -> bool:
        """Whether the scene is another one than the last that was asked about in vain.

        An empty place before the camera would keep a processor busy for nothing all through a session.
        """
        import cv2
        import numpy as np

        small = cv2.resize(grey, (64, 36), interpolation=cv2.INTER_AREA).astype(np.int16)
        known = self._unread if now - self._asked_at < STILL_SECONDS else None
        if known is not None and float((np.abs(small - known) > STILL_LEVELS).mean()) < STILL:
            return False
        self._unread = small
        return True

    def _ask(self, grey: Grey) -> None:
        assert self._last_resort is not None
        scale = min(1.0, 1280 / max(grey.shape))
        self._answer = self._last_resort.read(variants.resized(grey, scale) if scale < 1 else grey, scale)

    def close(self) -> None:
        """End the last resort and wait for it."""
        if self._last_resort is not None:
            self._last_resort.close()
        if self._asking is not None:
            self._asking.join()
            self._asking = None


def _take_turn(turn: _Turn, grey: Grey) -> list[Found]:
    part, shift = _part(grey, turn.part)
    if min(part.shape) < LEAST_SIDE:
        return []
    if turn.name == REPAIR:
        return [moved(found, shift) for found in repair_live(part)]
    return scan(turn.change(part), turn.name, coarse=turn.coarse, shift=shift, scale=turn.scale).found


def _part(grey: Grey, share: tuple[float, float]) -> tuple[Grey, Point]:
    """The middle of the frame in one piece of memory, and where its upper left corner is."""
    import numpy as np

    height, width = grey.shape
    w, h = int(width * share[0]), int(height * share[1])
    left, top = (width - w) // 2, (height - h) // 2
    return np.ascontiguousarray(grey[top : top + h, left : left + w]), (float(left), float(top))
