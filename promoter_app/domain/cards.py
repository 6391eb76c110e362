"""Card codes: ten characters that say nothing about a person.

`[kind 1][body 7][check 2]` in Crockford's alphabet (digits and capitals without I L O U), so that a USB
scanner that types as a US keyboard cannot garble them and a person can read them aloud. The body is 35 bits:
14 of the project's tag (a card of another Surco project is foreign) and 21 of the card's number. The two
check characters are a Reed-Solomon code over GF(32): every single wrong character, every swap of two
neighbours and every pair of wrong characters is caught.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
NUMBER_BITS = 21
TAG_BITS = 14
MAX_NUMBER = (1 << NUMBER_BITS) - 1
MAX_TAG = (1 << TAG_BITS) - 1
BLOCK_SIZE = 256
"""Card numbers that one laptop gets at a time."""
BLOCKS = (MAX_NUMBER + 1) // BLOCK_SIZE

_VALUE = {letter: index for index, letter in enumerate(ALPHABET)}
_SHORTEST_CODE = 6
_LOOKALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = str.maketrans("", "", " -·.")


class CodeKind(StrEnum):
    """First character of a code: what the code is printed on."""

    CARD = "C"
    PRACTICE = "P"
    SCANNER_TEST = "T"
    SHEET = "S"


@dataclass(frozen=True)
class CardCode:
    """A code that is well formed and passes its check. `text` is what a scanner types."""

    kind: CodeKind
    tag: int
    number: int
    text: str

    @property
    def spoken(self) -> str:
        """The printed form, in groups that can be read aloud: `C01-2345-6789`."""
        return f"{self.text[:3]}-{self.text[3:6]}-{self.text[6:]}"


def _times(a: int, b: int) -> int:
    """Product in GF(32) with the polynomial x^5 + x^2 + 1."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0b100000:
            a ^= 0b100101
        b >>= 1
    return product


def _check(values: list[int]) -> list[int]:
    """The two check symbols: remainder of the message by (x - 1)(x - a), a = 2."""
    first, second = 3, 2  # (x - 1)(x - 2) = x^2 + 3x + 2 over GF(32)
    high, low = 0, 0
    for value in values:
        lead = value ^ high
        high = low ^ _times(lead, first)
        low = _times(lead, second)
    return [high, low]


def make_code(kind: CodeKind, tag: int, number: int) -> CardCode:
    """The code of card `number` (0..2,097,151) of the project with `tag` (0..16,383).

    Raises ValueError when either is out of range.
    """
    if not 0 <= tag <= MAX_TAG or not 0 <= number <= MAX_NUMBER:
        raise ValueError(f"tag {tag} or number {number} out of range")
    body = tag << NUMBER_BITS | number
    values = [_VALUE[kind.value]] + [(body >> shift) & 31 for shift in range(30, -1, -5)]
    text = "".join(ALPHABET[value] for value in values + _check(values))
    return CardCode(kind, tag, number, text)


def normalise(text: str) -> str:
    """Capitals without separators, look-alike letters (O, I, L) as the digits that they mean."""
    return text.strip().upper().translate(_SEPARATORS).translate(_LOOKALIKE)


def read_code(text: str) -> CardCode | None:
    """The code that `text` spells, or None when it is not one of ours (length, letters, kind, check)."""
    plain = normalise(text)
    if len(plain) != LENGTH or any(letter not in _VALUE for letter in plain):
        return None
    values = [_VALUE[letter] for letter in plain]
    if _check(values[:8]) != values[8:] or plain[0] not in set(CodeKind):
        return None
    body = 0
    for value in values[1:8]:
        body = body << 5 | value
    return CardCode(CodeKind(plain[0]), body >> NUMBER_BITS, body & MAX_NUMBER, plain)


def looks_like_code(text: str) -> bool:
    """Whether typed words are a code of somebody else's (a soda's bar code, a link), or one of ours read badly.

    One word of six letters or more with a digit in it: no name has digits, and no card's number is that long.
    """
    word = text.strip()
    return len(word) >= _SHORTEST_CODE and not any(map(str.isspace, word)) and any(map(str.isdigit, word))


def card_label(number: int) -> str:
    """What people call a card: its number with at least four digits, as printed beside the code."""
    return f"{number:04d}"
