"""Languages of the field: names, codes and the letters that fonts, search and keyboards must handle.

No text in them is shipped: a named speaker writes or records it and signs it off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from promoter_app.domain.curriculum.course import NOWHERE, Confidence, Place

SPANISH = "spa"


@dataclass(frozen=True)
class Language:
    """One language. `iso639_3` "" when it has no code; `autonym` "" when nobody confirmed it.

    `letters` are letters and sequences to test, `samples` real words; `confidence` is that of the autonym.
    """

    iso639_3: str
    group: str
    variant: str
    autonym: str
    letters: tuple[str, ...]
    samples: tuple[str, ...]
    confidence: Confidence
    note: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def label(self) -> str:
        """What lists show: `Náayeri (Cora, El Nayar)`, or the group where there is no autonym."""
        details = ", ".join(part for part in (self.group, self.variant) if part and part != self.autonym)
        if not self.autonym:
            return f"{self.group} ({self.variant})" if self.variant else self.group
        return f"{self.autonym} ({details})" if details else self.autonym


def find_language(languages: Iterable[Language], code: str) -> Language | None:
    """The language with this ISO 639-3 code, or None."""
    return next((one for one in languages if code and one.iso639_3 == code), None)
