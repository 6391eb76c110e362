"""Names that reasons show instead of ids: crews, topics, people, languages and days, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from promoter_app.domain.refusal import Sentence
from promoter_app.services.curricula import Content, all_modules
from promoter_app.services.planning.gathering import Gathered
from promoter_app.services.sessions.recordings import language_name


@dataclass(frozen=True)
class Names:
    """The same names in Spanish and in English."""

    es: Mapping[str, str]
    en: Mapping[str, str]

    def said(self, say: Callable[[Mapping[str, str]], Sentence]) -> Sentence:
        """A sentence that `say` makes with names, each language with its own."""
        return Sentence(say(self.es).es, say(self.en).en)

    def of(self, key: str) -> Sentence:
        """One name; the key itself when there is none."""
        return Sentence(self.es.get(key, key), self.en.get(key, key))


def names_of(gathered: Gathered, content: Content) -> Names:
    """The names of everything that the problem's reasons can mention."""
    return Names(_names(gathered, content, "es"), _names(gathered, content, "en"))


def _names(gathered: Gathered, content: Content, language: str) -> dict[str, str]:
    names = {crew: row["name"] for crew, row in gathered.crews.items()} | dict(gathered.people)
    names |= {day.date: day_name(date.fromisoformat(day.date), language) for day in gathered.problem.days}
    for module in all_modules(content):
        names.setdefault(module.code, f"«{module.neutral.in_language(language)}»")
    spoken = {p for c in gathered.problem.promoters for p in c.languages}
    for code in spoken | {c.language for c in gathered.problem.crews}:
        names[code] = language_name(content, code) or code
    return names


def day_name(day: date, language: str) -> str:
    """`jueves 19 de febrero` or `Thursday 19 February`."""
    from promoter_app.paper.words import DAYS, MONTHS

    weekday = DAYS.in_language(language).split()[day.weekday()]
    month = MONTHS.in_language(language).split()[day.month - 1]
    return f"{weekday} {day.day} {month}" if language == "en" else f"{weekday} {day.day} de {month}"
