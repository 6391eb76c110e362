"""One cell of a list of people -> one value, or "sin dato" and a sentence that says what was wrong.

Each reader gives `(value, fault)`: value None is "sin dato", fault None is nothing to say. Birth dates are
read only to find the age group and are never kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from promoter_app.domain.cards import MAX_NUMBER, CodeKind, card_label, read_code
from promoter_app.domain.names import folded, stored_name
from promoter_app.domain.people_list.words import NO_DATA, NO_WORDS, SEX_WORDS, YES_WORDS
from promoter_app.domain.refusal import Sentence

T = TypeVar("T")
Reading = tuple[T | None, Sentence | None]

ADULT = 18
MAX_AGE = 110
MAX_NAME = 200
MAX_WORDS = 200
_GROUPS = ((0, 14, "<15"), (15, 17, "15-17"), (18, 24, "18-24"), (25, 34, "25-34"), (35, 44, "35-44"),
           (45, 59, "45-59"), (60, MAX_AGE, "60+"))  # fmt: skip
_AGE = re.compile(r"(-?\d+)(?:[.,]0+)?\s*(?:a(?:ños?|nos?)?\.?|years?(?: old)?|y\.?o\.?)?", re.IGNORECASE)
_FULL_DATE = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4}|\d{2})"),
)
_YEAR = re.compile(r"(?<!\d)(19\d{2}|20\d{2})(?!\d)")
_CURP = re.compile(r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d", re.IGNORECASE)
_TOTAL = re.compile(r"(sub)?total(es)?\b")


@dataclass(frozen=True)
class Ages:
    """Whole years that a person may have, both ends included."""

    youngest: int
    oldest: int

    @property
    def group(self) -> str | None:
        """The age group when all these ages are in one; None otherwise."""
        for low, high, name in _GROUPS:
            if low <= self.youngest and self.oldest <= high:
                return name
        return None

    @property
    def is_minor(self) -> bool:
        """Certainly under 18."""
        return self.oldest < ADULT

    @property
    def may_be_minor(self) -> bool:
        """Under 18 or not: the list does not settle it."""
        return self.youngest < ADULT <= self.oldest


def age_group_of(age: int) -> str | None:
    """The group of a whole age in years (0 to 110): <15, 15-17, 18-24, 25-34, 35-44, 45-59, 60+."""
    return Ages(age, age).group


def shown(text: str) -> str:
    """A cell as a fault quotes it: one line, at most 30 characters, never a CURP or a phone."""
    plain = "…" if looks_private(text) else stored_name(text)
    return plain if len(plain) <= 30 else plain[:29] + "…"


def says_nothing(text: str) -> bool:
    """Empty, a dash, "s/d" and the like."""
    return not text or (len(text) < 30 and folded(text) in NO_DATA)


def looks_private(text: str) -> bool:
    """A CURP, a social security number or a phone: data that we do not keep, whatever the header says."""
    digits = re.sub(r"[\s().+-]", "", text)
    return bool(_CURP.fullmatch(text.strip())) or (digits.isdigit() and 10 <= len(digits) <= 13)


def read_name(text: str) -> Reading[str]:
    """A name as written; `Apellidos, Nombres` with one comma is turned round. No name is a fault."""
    name = stored_name(text)
    if says_nothing(name):
        return None, Sentence("Falta el nombre.", "The name is missing.")
    if looks_private(name) or not any(sign.isalpha() for sign in name):
        return None, Sentence("Lo que hay en el nombre no es un nombre.", "What stands as name is not a name.")
    if _TOTAL.match(folded(name)):
        return None, Sentence("Parece un renglón de totales.", "It looks like a row of totals.")
    if len(name) > MAX_NAME:
        return None, Sentence("El nombre es demasiado largo.", "The name is too long.")
    surnames, comma, first = name.partition(",")
    if comma and surnames.strip() and first.strip() and "," not in first:
        name = f"{first.strip()} {surnames.strip()}"
    return name, None


def read_sex(text: str, meaning_of_m: str | None) -> Reading[str]:
    """F, M or X. `meaning_of_m` is what a lone "M" means in this column: F, M, or None when unknown."""
    if says_nothing(text):
        return None, None
    word = folded(text).strip(". ")
    if word == "m":
        ambiguous = Sentence(
            "«M» puede ser mujer o masculino: el sexo queda sin dato.",
            "“M” can be mujer (woman) or masculino (man): sex stays without data.",
        )
        return meaning_of_m, None if meaning_of_m else ambiguous
    sex = SEX_WORDS.get(word)
    if sex:
        return sex, None
    quoted = shown(text)
    return None, Sentence(
        f"No entiendo el sexo «{quoted}»: queda sin dato.",
        f"The sex “{quoted}” is not understood: it stays without data.",
    )


def _age_fault(text: str) -> Sentence:
    quoted = shown(text)
    return Sentence(
        f"La edad «{quoted}» no puede ser: queda sin dato.", f"The age “{quoted}” cannot be: no data is kept."
    )


def read_age(text: str, today: date) -> Reading[Ages]:
    """An age in whole years; a number such as 1985 is taken as the year of birth."""
    if says_nothing(text):
        return None, None
    found = _AGE.fullmatch(text.strip())
    if not found:
        return read_age_group(text)
    age = int(found.group(1)) if len(found.group(1)) < 6 else -1
    if 1900 <= age <= today.year:
        return read_birth(str(age), today)
    return (Ages(age, age), None) if 0 <= age <= MAX_AGE else (None, _age_fault(text))


def _age_on(today: date, year: int, month: int, day: int) -> Ages:
    age = today.year - year - ((today.month, today.day) < (month, day))
    return Ages(age, age)


def _birth_ages(text: str, today: date) -> Ages | None:
    for shape in _FULL_DATE:
        found = shape.fullmatch(text)
        if found:
            year, month, day = (int(found.group(part)) for part in "ymd")
            if len(found.group("y")) == 2:
                year += 2000 if year <= today.year % 100 else 1900
            if month > 12 >= day:
                month, day = day, month
            return _age_on(today, year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    years = set(_YEAR.findall(text))
    if len(years) != 1:
        return None
    age = today.year - int(years.pop())
    if age < 0:
        return None
    # for a grown person the year's age is near enough; around 18 both ages must stay open
    return Ages(age, age) if age > ADULT else Ages(max(age - 1, 0), age)


def read_birth(text: str, today: date) -> Reading[Ages]:
    """A date or year of birth as the age on `today`; a year alone leaves two possible ages."""
    if says_nothing(text):
        return None, None
    ages = _birth_ages(text.strip(), today)
    if ages is None or not 0 <= ages.youngest <= ages.oldest <= MAX_AGE:
        quoted = shown(text)
        return None, Sentence(
            f"La fecha de nacimiento «{quoted}» no puede ser: la edad queda sin dato.",
            f"The birth date “{quoted}” cannot be: age stays without data.",
        )
    return ages, None


def _group_bounds(text: str) -> Ages | None:
    plain = text.strip().casefold()
    numbers = [int(found) for found in re.findall(r"\d{1,3}", plain)]
    if not numbers:
        under = {"menor", "menor de edad", "minor", "menores"}
        over = {"mayor", "mayor de edad", "adulto", "adulta", "adult"}
        return Ages(0, ADULT - 1) if plain in under else Ages(ADULT, MAX_AGE) if plain in over else None
    if len(numbers) == 2:
        return Ages(*numbers)
    if len(numbers) > 2:
        return None
    inclusive = "=" in plain or "≤" in plain or "≥" in plain
    if re.search(r"<|≤|menor|menos|under|below", plain):
        return Ages(0, numbers[0] if inclusive else numbers[0] - 1)
    if ">" in plain and not inclusive:
        return Ages(numbers[0] + 1, MAX_AGE)
    if re.search(r"\+|≥|>|m[aá]s|mayor|older|over|up", plain):
        return Ages(numbers[0], MAX_AGE)
    return Ages(numbers[0], numbers[0])


def read_age_group(text: str) -> Reading[Ages]:
    """A range such as `18-24`, `60 y más`, `menor de 15`; kept as its two ends."""
    if says_nothing(text):
        return None, None
    ages = _group_bounds(text)
    if ages is None or not 0 <= ages.youngest <= ages.oldest <= MAX_AGE:
        return None, _age_fault(text)
    if ages.youngest < ADULT or ages.group or not re.search(r"\d", text):
        return ages, None
    quoted = shown(text)
    return ages, Sentence(
        f"«{quoted}» abarca más de un grupo de edad: la edad queda sin dato.",
        f"“{quoted}” covers more than one age group: age stays without data.",
    )


def read_words(text: str) -> Reading[str]:
    """A language, crew or company as written."""
    if says_nothing(text):
        return None, None
    if looks_private(text):
        return None, Sentence("Es un dato que no guardamos: se quitó.", "These are data that we do not keep: removed.")
    words = stored_name(text)
    if len(words) <= MAX_WORDS:
        return words, None
    quoted = shown(text)
    return None, Sentence(f"«{quoted}» es demasiado largo.", f"“{quoted}” is too long.")


def read_card(text: str) -> Reading[str]:
    """A card: its number as printed (`0317`) or its ten characters."""
    if says_nothing(text):
        return None, None
    code = read_code(text)
    if code and code.kind is CodeKind.CARD:
        return code.text, None
    digits = re.fullmatch(r"(?:no\.?|n[°º]\.?|#)?\s*(\d{1,9})(?:\.0+)?", text.strip(), re.IGNORECASE)
    if digits and int(digits.group(1)) <= MAX_NUMBER:
        return card_label(int(digits.group(1))), None
    quoted = shown(text)
    return None, Sentence(
        f"«{quoted}» no es una tarjeta nuestra: queda sin tarjeta.",
        f"“{quoted}” is not one of our cards: left without a card.",
    )


def read_consent(text: str) -> Reading[bool]:
    """Yes, no, or sin dato (asked later in person)."""
    if says_nothing(text):
        return None, None
    word = folded(text).strip(". ")
    if word in YES_WORDS or word in NO_WORDS:
        return word in YES_WORDS, None
    quoted = shown(text)
    return None, Sentence(
        f"No entiendo el consentimiento «{quoted}»: pregúntalo en persona.",
        f"The consent “{quoted}” is not understood: ask in person.",
    )
