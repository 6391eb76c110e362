"""Wrong tries are counted on the disk, so that closing the program does not shorten the wait."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.security.clocks import Moment, elapsed_seconds
from promoter_app.domain.security.passphrases import seconds_to_wait
from promoter_app.store.files import publish, temporary_beside

_FILE = "intentos.txt"


@dataclass(frozen=True)
class Tries:
    """`wrong` tries in a row, the last one at `last`."""

    wrong: int
    last: Moment

    def wait(self, now: Moment) -> int:
        """Whole seconds until the next try is allowed."""
        left = seconds_to_wait(self.wrong) - elapsed_seconds(self.last, now)
        return max(0, int(-(-left // 1)))


def read_tries(place: Path) -> Tries:
    """What is kept in the folder of keys; an unreadable file counts as no wrong try (the key is the protection)."""
    try:
        wrong, wall, monotonic = json.loads((place / _FILE).read_text("utf-8"))
        return Tries(int(wrong), Moment(int(wall), float(monotonic)))
    except (OSError, ValueError, TypeError):
        return Tries(0, Moment(0, 0))


def count_wrong(place: Path, now: Moment) -> None:
    """One more wrong try."""
    path = place / _FILE
    temporary = temporary_beside(path)
    temporary.write_text(json.dumps([read_tries(place).wrong + 1, now.wall, now.monotonic]), "utf-8")
    publish(temporary, path)


def forget_tries(place: Path) -> None:
    """A right passphrase: the count begins anew."""
    (place / _FILE).unlink(missing_ok=True)
