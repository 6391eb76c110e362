"""How much two records look like one person, 0 to 100, and why in words a coordinator can weigh.

The figures are ours, set so that the names of one family stay apart; nothing is ever united without a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from promoter_app.domain.people import AGE_GROUPS
from promoter_app.domain.refusal import Sentence

Alike = Callable[[str, str], float]
"""Similarity of two words, 0 to 1."""
SHOWN_FROM = 80
"""Pairs below this are not worth a coordinator's minute."""
MEETING = 3
"""The most that attendance adds to a score."""
_INITIAL = 0.85
_WORD_MISSING = 0.04
_CHANGED_PLACES = 0.1
_NAME_FROM = 0.78


@dataclass(frozen=True)
class Record:
    """What is compared of one registered person.

    `words` come from `sounded_words`; `namesakes` counts everybody whose name sounds the same, this one too;
    `presences` holds (session, laptop) of each attendance, `crews` all that they belong or belonged to.
    """

    id: bytes
    name: str
    words: tuple[str, ...]
    sex: str | None = None
    age_group: str | None = None
    language: str | None = None
    crews: frozenset[bytes] = frozenset()
    presences: frozenset[tuple[bytes, bytes]] = frozenset()
    namesakes: int = 1


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for (`favours`) or against two records being one person."""

    favours: bool
    text: Sentence


@dataclass(frozen=True)
class Likeness:
    """`score` 0-100 and the reasons, those in favour first."""

    score: int
    reasons: tuple[Reason, ...] = field(default_factory=tuple)


def likeness(a: Record, b: Record, alike: Alike) -> Likeness:
    """Compare two records. The same either way round."""
    name = name_score(a.words, b.words, alike)
    if name < _NAME_FROM:
        return Likeness(round(name * 60))
    looked_at = (_crews, _namesakes, _sex, _age, _language, _met)
    weighed = [_name_reason(a, b, name), *(look(a, b) for look in looked_at)]
    score = 100 * name + sum(points for points, _reason in weighed)
    reasons = [reason for _points, reason in weighed if reason is not None]
    return Likeness(max(0, min(99, round(score))), tuple(sorted(reasons, key=lambda one: not one.favours)))


def name_score(a: tuple[str, ...], b: tuple[str, ...], alike: Alike) -> float:
    """Likeness of two names as they sound, 0 to 1: each word of the shorter is paired with its best in the longer.

    The worst word counts beside the mean, because two members of a family differ in one word only; surnames that
    changed places are two families', but a given name written last is a list's way of writing it. A name of
    one word says little: alone it is not enough to show a pair.
    """
    few, many = sorted((a, b), key=lambda words: (len(words), words))
    if not few:
        return 0.0
    free = list(many)
    marks: list[float] = []
    places: list[tuple[int, int]] = []
    for word in sorted(few, key=len, reverse=True):
        best = max(free, key=lambda other: (_word_alike(word, other, alike), other))
        marks.append(_word_alike(word, best, alike))
        places.append((few.index(word), many.index(best)))
        free.remove(best)
    score = 0.7 * sum(marks) / len(marks) + 0.3 * min(marks) - _WORD_MISSING * len(free)
    if not _same_order([place for _at, place in sorted(places)]):
        score -= _CHANGED_PLACES
    return max(0.0, min(score, 0.7) if len(few) == 1 < len(many) else score)


def _same_order(places: list[int]) -> bool:
    """Whether places only grow, but for one step back: `Rosalía Bautista Carrillo`, `Bautista Carrillo Rosalía`."""
    back = [at for at in range(1, len(places)) if places[at] < places[at - 1]]
    return not back or (len(back) == 1 and len(places) > 2 and places[-1] < places[0])


def _word_alike(a: str, b: str, alike: Alike) -> float:
    if a == b:
        return 1.0
    if 1 in (len(a), len(b)):
        return _INITIAL if a[0] == b[0] else 0.0
    return alike(a, b)


_Weighed = tuple[float, Reason | None]


def _name_reason(a: Record, b: Record, name: float) -> _Weighed:
    if a.name == b.name:
        text = Sentence("El nombre es igual.", "The name is the same.")
    elif sorted(a.words) == sorted(b.words):
        text = Sentence("El nombre suena igual, escrito de otra manera.", "The name sounds the same, spelt otherwise.")
    else:
        text = Sentence(
            f"Los nombres se parecen {round(100 * name)} %.", f"The names are {round(100 * name)} % alike."
        )
    return 0, Reason(True, text)


def _crews(a: Record, b: Record) -> _Weighed:
    if a.crews & b.crews:
        return 5, Reason(True, Sentence("Están en la misma cuadrilla.", "They are in the same crew."))
    if a.crews and b.crews:
        return -14, Reason(False, Sentence("Están en cuadrillas distintas.", "They are in different crews."))
    return 0, None


def _namesakes(a: Record, b: Record) -> _Weighed:
    """A common name proves little outside one crew."""
    others = max(a.namesakes, b.namesakes) - 2
    if others < 1 or a.crews & b.crews:
        return 0, None
    text = Sentence(
        f"Es un nombre común: hay {others + 2} que suenan así.", f"A common name: {others + 2} sound like it."
    )
    return -min(16, 4 * others), Reason(False, text)


def _sex(a: Record, b: Record) -> _Weighed:
    if a.sex is None or b.sex is None or "X" in (a.sex, b.sex):
        return 0, None
    if a.sex == b.sex:
        return 1, Reason(True, Sentence("Mismo sexo.", "Same sex."))
    return -18, Reason(False, Sentence("El sexo es distinto.", "The sex differs."))


def _age(a: Record, b: Record) -> _Weighed:
    if a.age_group not in AGE_GROUPS or b.age_group not in AGE_GROUPS:
        return 0, None
    apart = abs(AGE_GROUPS.index(a.age_group) - AGE_GROUPS.index(b.age_group))
    if apart == 0:
        return 2, Reason(True, Sentence("Mismo grupo de edad.", "Same age group."))
    if apart == 1:
        return -1, None
    return -9.0 * (apart - 1), Reason(False, Sentence("La edad es muy distinta.", "The ages are far apart."))


def _language(a: Record, b: Record) -> _Weighed:
    if a.language is None or b.language is None or "spa" in (a.language, b.language):
        return 0, None
    if a.language == b.language:
        return 2, Reason(True, Sentence("Hablan la misma lengua.", "They speak the same language."))
    return -4, Reason(False, Sentence("Hablan lenguas distintas.", "They speak different languages."))


def _met(a: Record, b: Record) -> _Weighed:
    """Presences: one laptop counted both at once, two laptops counted one each, or they took turns in a crew."""
    met = len(a.presences & b.presences)
    if met:
        es, en = _sessions(met)
        text = Sentence(f"Una misma laptop contó a las dos en {es}.", f"One laptop counted both in {en}.")
        return -25, Reason(False, text)
    both = {session for session, _laptop in a.presences} & {session for session, _laptop in b.presences}
    if both:
        es, en = _sessions(len(both))
        text = Sentence(f"Dos laptops las contaron en {es}.", f"Two laptops counted them in {en}.")
        return MEETING, Reason(True, text)
    if a.presences and b.presences and a.crews & b.crews:
        text = Sentence("Nunca vinieron a la misma sesión.", "They never came to the same session.")
        return 2, Reason(True, text)
    return 0, None


def _sessions(count: int) -> tuple[str, str]:
    """`count` in words, in Spanish and English."""
    return ("1 sesión", "1 session") if count == 1 else (f"{count} sesiones", f"{count} sessions")
