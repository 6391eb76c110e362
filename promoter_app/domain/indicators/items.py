"""Which questions a crew still misses, and what to say again in the next five minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from promoter_app.domain.knowledge import percent
from promoter_app.domain.refusal import Sentence

LEAST_ANSWERS = 5
"""Fewer answers than this say little about a crew."""
WELL_KNOWN = 80
"""From this percent of right answers on there is nothing to repeat."""
MINUTES = 5
MINUTES_PER_ITEM = 2


@dataclass(frozen=True)
class ItemResult:
    """One question in one crew (or in all): how many answered it and how many were right, before and after."""

    module: str
    number: int
    question: Sentence
    right_answer: str
    asked_before: int
    right_before: int
    asked_after: int
    right_after: int

    @property
    def before(self) -> int | None:
        """Right before, whole percent; None when nobody was asked."""
        return percent(self.right_before, self.asked_before)

    @property
    def after(self) -> int | None:
        """Right after, whole percent."""
        return percent(self.right_after, self.asked_after)

    @property
    def missed(self) -> int:
        """How many were still wrong after the topic."""
        return self.asked_after - self.right_after

    @property
    def went_down(self) -> bool:
        """Whether fewer were right after than before: the topic may have confused."""
        return self.before is not None and self.after is not None and self.after < self.before


def still_missed(results: Iterable[ItemResult]) -> list[ItemResult]:
    """Questions that a crew still misses, the worst first; the ones with too few answers are left out."""
    missed = [
        one for one in results
        if one.asked_after >= LEAST_ANSWERS and one.after is not None and one.after < WELL_KNOWN
    ]
    return sorted(missed, key=lambda one: (one.after or 0, -one.missed, one.module, one.number))


def to_repeat(results: Iterable[ItemResult]) -> list[ItemResult]:
    """What fits in the next five minutes: two minutes for each, the worst ones, of one topic alone."""
    missed = still_missed(results)
    return [one for one in missed if one.module == missed[0].module][: MINUTES // MINUTES_PER_ITEM]


def suggestion(results: Iterable[ItemResult]) -> Sentence:
    """One sentence for the promoter."""
    chosen = to_repeat(results)
    if not chosen:
        return Sentence("Nada que repetir por ahora.", "Nothing to repeat for now.")
    es = "; ".join(f"«{one.question.es}» ({one.right_after} de {one.asked_after} bien)" for one in chosen)
    en = "; ".join(f"“{one.question.en}” ({one.right_after} of {one.asked_after} right)" for one in chosen)
    return Sentence(f"En los próximos cinco minutos repasa: {es}.", f"In the next five minutes go over: {en}.")
