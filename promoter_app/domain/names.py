"""Names of people as they are stored, compared, sorted, shortened and looked for.

A name is kept exactly as its owner writes it (`+Ɨtɨama`, `'Utsima`, `ɨ́` with its loose accent); only
comparing and searching fold it, so that a Spanish keyboard finds a Wixárika or Mixtec name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

APOSTROPHES = "'‘’ʼꞋꞌ"
"""One sign in comparisons: U+0027 2018 2019 02BC A78B A78C (typewriter, curly quotes, saltillo)."""

_TYPED_INSTEAD = "´`ʻ′"  # what a Spanish keyboard or an old file gives in place of an apostrophe
_FOLD = str.maketrans(
    {sign: "'" for sign in APOSTROPHES + _TYPED_INSTEAD}
    # a stroke is a mark that Unicode does not take apart; older Wixárika texts type + for ɨ
    | {"+": "i", "ɨ": "i", "ʉ": "u", "ɇ": "e", "ⁿ": "n"}
)
_MAYBE_MARK = re.compile("[^\x00-\u02ff]")  # no mark is below; letters are looked at one by one only from there on
_WORD = re.compile(r"[^\W_]+")
_SPANISH_PARTICLES = ("de", "del", "la", "las", "los", "lo", "y", "e", "san", "santa", "santo")
_OTHER_PARTICLES = ("da", "das", "do", "dos", "di", "van", "von", "der")
_PARTICLES = frozenset((*_SPANISH_PARTICLES, *_OTHER_PARTICLES))
_DOUBLE_INITIALS = ("ch", "ll")


def _without_invisible(text: str) -> str:
    """Drops format and control signs (BOM, zero width, direction marks); any white space is a space."""
    if text.isprintable():
        return text
    visible = (" " if sign.isspace() else sign for sign in text)
    return "".join(sign for sign in visible if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"})


def _one_spaced(text: str) -> str:
    return " ".join(text.split())


def stored_name(text: str) -> str:
    """The form that is kept: NFC, single spaces, nothing invisible; letters, case and signs untouched."""
    if text.isascii() and text.isprintable():
        return _one_spaced(text)
    return unicodedata.normalize("NFC", _one_spaced(_without_invisible(text)))


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    return _MAYBE_MARK.sub(_unless_mark, unicodedata.normalize("NFD", text))


def _unless_mark(sign: re.Match[str]) -> str:
    return "" if unicodedata.category(sign[0]) == "Mn" else sign[0]


def folded(text: str) -> str:
    """The key to compare and search with: no case, no accents, one apostrophe, + and ɨ alike.

    Two spellings of a name that a person would call the same have the same key. Folding a key again
    gives the same key.
    """
    if text.isascii() and text.isprintable():
        return _one_spaced(text.lower().translate(_FOLD))
    plain = _without_marks(_without_invisible(text)).casefold()
    return _one_spaced(_without_marks(plain).translate(_FOLD))


def tokens(folded_name: str) -> tuple[str, ...]:
    """The words of a folded name without apostrophes: `"'utsima ruiz-lopez"` -> utsima, ruiz, lopez."""
    return tuple(_WORD.findall(folded_name.replace("'", "")))


def sort_key(name: str) -> tuple[str, str, str]:
    """Order of lists: by folded words, so `'Utsima` stands at U; the exact spelling breaks ties."""
    key = folded(name)
    return " ".join(tokens(key)), key, name


def name_groups(name: str, particles: Collection[str] = _PARTICLES) -> list[str]:
    """The words of a name with particles joined to what follows: `de la Cruz` is one."""
    units: list[str] = []
    waiting: list[str] = []
    for word in name.split():
        waiting.append(word)
        if word.casefold() not in particles:
            units.append(" ".join(waiting))
            waiting = []
    if waiting:
        units.append(" ".join(waiting))
    return units


def _initial(word: str) -> str:
    """`Carrillo` -> `C.`, `Chávez` -> `Ch.`, `'Utsima` -> `'U.`; a word of one letter stays."""
    start = next((at for at, sign in enumerate(word) if sign.isalpha() and sign not in APOSTROPHES), 0)
    size = 2 if word[start : start + 2].casefold() in _DOUBLE_INITIALS else 1
    end = start + size
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return word if end >= len(word) - 1 else word[:end] + "."


def short_name(full: str) -> str:
    """The name for narrow lists: the last surname as an initial.

    `Rosalía Bautista Carrillo` -> `Rosalía Bautista C.`, `Hilario de la Cruz Robles` -> `Hilario de la
    Cruz R.`, `Genaro Carrillo de la Cruz` -> `Genaro Carrillo de la C.`. Names of one or two parts stay.
    """
    units = name_groups(stored_name(full))
    if len(units) < 3:
        return " ".join(units)
    *particles, last = units[-1].split()
    return " ".join([*units[:-1], *particles, _initial(last)])
