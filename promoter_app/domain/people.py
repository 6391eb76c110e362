"""A person as the screens and the paper see them."""

from __future__ import annotations

from dataclasses import dataclass

MINOR_AGE_GROUPS = ("<15", "15-17")
AGE_GROUPS = ("<15", "15-17", "18-24", "25-34", "35-44", "45-59", "60+")
SEXES = ("F", "M", "X")


@dataclass(frozen=True)
class Person:
    """Someone registered. `sex` is F, M, X or None (sin dato); `card_number` is the valid card's, if any."""

    id: bytes
    name: str
    kind: str = "worker"
    sex: str | None = None
    age_group: str | None = None
    language: str | None = None
    crew: bytes | None = None
    crew_name: str | None = None
    card_number: int | None = None
    card_code: str | None = None


@dataclass(frozen=True)
class NewPerson:
    """What Alta rápida asks for. None means sin dato; `consent_text` says which text was read aloud."""

    name: str
    sex: str | None = None
    age_group: str | None = None
    language: str | None = None
    consent: bool = True
    consent_text: str | None = None

    @property
    def is_minor(self) -> bool:
        """Under 18: counted, never registered as a worker (domain rule, section on minors)."""
        return self.age_group in MINOR_AGE_GROUPS
