"""Passphrases: when one is good enough, and how long a wrong one makes people wait."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Literal

SHORTEST = 8
"""Characters, digits too: ten million guesses an hour on a thief's computer leave eight digits standing for a month."""
LONGEST = 200
GOOD = 12
FREE_TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 5, 300
Strength = Literal["too_short", "too_plain", "weak", "good"]


def normal_passphrase(text: str) -> str:
    """The same letters whatever the keyboard made of them (NFKC), without line ends and blanks around."""
    return unicodedata.normalize("NFKC", text).strip()


def strength(passphrase: str) -> Strength:
    """`too_short` and `too_plain` are refused; `weak` is taken with a warning."""
    text = normal_passphrase(passphrase)
    if not SHORTEST <= len(text) <= LONGEST:
        return "too_short"
    if len(set(text.casefold())) < 4 or _runs_on(text):
        return "too_plain"
    return "weak" if text.isdigit() or len(text) < GOOD else "good"


def _runs_on(text: str) -> bool:
    """Whether it only counts up or down, as 12345678 does."""
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return steps in ({1}, {-1})


def seconds_to_wait(wrong: int) -> int:
    """After how many seconds the next try is allowed when `wrong` tries in a row failed (5 s, doubling, to 5 min)."""
    if wrong < FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 10)))


def initials(name: str) -> str:
    """What the lock screen shows of a person: `LR` for Lupita Ramos; never the name."""
    letters = [word[0] for word in name.split() if word[0].isalnum()]
    chosen = letters[:1] + letters[-1:] if len(letters) > 1 else letters
    return "".join(chosen).upper() or "·"
