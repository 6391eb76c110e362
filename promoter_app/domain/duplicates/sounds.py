"""How a name sounds, whatever the orthography it was written in: Spanish, Wixárika, Náayeri, O'dam, Nahuatl, Mixtec.

One listener writes `Wixaka`, another `Huixaca`, a third `Vixaka'`; a Spanish keyboard gives `+`, `i` or `u` for ɨ,
one vowel for a long one, and no saltillo. Words are brought to one rough spelling, for comparing only.
"""

from __future__ import annotations

import re
import unicodedata

from promoter_app.domain.names import folded, tokens

SHORT_FORMS = {
    "ma": "maria", "mª": "maria", "gpe": "guadalupe", "guad": "guadalupe", "fco": "francisco", "fca": "francisca",
    "jse": "jose", "hdez": "hernandez", "hdz": "hernandez", "rdz": "rodriguez", "rdgz": "rodriguez",
    "glz": "gonzalez", "gzz": "gonzalez", "gtz": "gutierrez", "mtz": "martinez", "mtnez": "martinez",
    "lpz": "lopez", "fdz": "fernandez", "fdez": "fernandez", "sanch": "sanchez", "rmz": "ramirez", "glpe": "guadalupe",
}  # fmt: skip
"""How lists in Mexico abbreviate common names; an initial stays an initial."""
SMALL_WORDS = frozenset(("de", "del", "la", "las", "los", "el", "y", "e"))

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\d", ""),  # tone digits of Triqui
        (r"ph", "f"),
        (r"tz|ts|tx|dz", "s"),  # Wixárika ts, Náayeri tz, Nahuatl tz, Zapotec dz
        (r"ch|sh", "x"),
        (r"qu(?=[ei])", "k"),
        (r"(?:kw|ku|cu|qu|cw)(?=[aeio])", "kv"),  # Nahuatl kw, ku, cu
        (r"g(?:ü|u)(?=[ei])", "g"),
        (r"(?:hu|gu|w)(?=[aeio])", "v"),
        (r"uh(?=[aeio])|w", "v"),
        (r"c(?=[ei])|z", "s"),
        (r"c|q", "k"),
        (r"g(?=[ei])|x(?=[aeiou])", "j"),
        (r"(?<=^)x", "j"),
        (r"b", "v"),
        (r"ll|y", "i"),
        (r"tl(?=$)|lh", "l"),
        (r"rh", "r"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),  # long vowels, doubled letters
    )
)


def sound(word: str) -> str:
    """One folded word as it sounds: `huixaca`, `wixaka` and `vixaaka` are the same; never empty for a letter."""
    heard = word
    for pattern, replacement in _RULES:
        heard = pattern.sub(replacement, heard)
    return heard or word


def sounded_words(name: str) -> tuple[str, ...]:
    """The words of a name as they sound, in order: short forms written out, small words (`de`, `la`) left out."""
    words = tokens(folded(name.replace("ª", "")))
    plain = [unicodedata.normalize("NFC", word) for word in words if word not in SMALL_WORDS] or list(words)
    return tuple(sound(SHORT_FORMS.get(word, word)) for word in plain)


def skeleton(heard: str) -> str:
    """A coarse key of a sounded word: its first letter and the consonants after it, at most four letters."""
    return (heard[:1] + re.sub(r"[aeiou]", "", heard[1:]))[:4]
