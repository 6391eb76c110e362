"""The same card seen again at once is no second visit: it is ignored in silence."""

from __future__ import annotations

REPEAT_SECONDS = 3.0


class Repeats:
    """Remembers when each card was read last; every new sighting starts its three seconds again."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def is_repeat(self, text: str, now: float) -> bool:
        """Whether `text` was read less than three seconds before `now` (monotonic seconds); remembers it."""
        before = self._last.get(text)
        self._last = {card: at for card, at in self._last.items() if now - at < REPEAT_SECONDS}
        self._last[text] = now
        return before is not None and now - before < REPEAT_SECONDS

    def forget(self) -> None:
        """The next card counts, whatever it is: something was undone or left aside."""
        self._last = {}
