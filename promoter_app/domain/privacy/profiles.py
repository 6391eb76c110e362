"""Who receives a report, and what that lets it hold.

`internal` is full. `donor` (partner, donor) is aggregate and without names; promoters are numbered. `outside`
(authority, mill, association, publication) is aggregate, with small cells kept back (see `suppression`).
"""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

SMALL = 5
"""Counts of people from 1 to 4 do not leave the organisation."""
SMALL_SENSITIVE = 10
"""For topics of levels 3 and 4."""
LEAST_FOR_RATE = 10
"""No percent of fewer people than this."""
LEAST_CREWS = 2
"""What is said of a company or a place must come from at least so many crews."""


@dataclass(frozen=True)
class Profile:
    """One kind of receiver. `breakdowns` None allows all."""

    name: str
    title: Sentence
    breakdowns: frozenset[str] | None = None
    names: bool = False
    rates_of_few: bool = False
    small_cells: bool = True


INTERNAL = Profile("internal", Sentence("Interno", "Internal"), names=True, rates_of_few=True)
DONOR = Profile("donor", Sentence("Donante o socio", "Donor or partner"))
OUTSIDE = Profile(
    "outside",
    Sentence("Hacia afuera", "Outside"),
    frozenset(
        {"sex", "age_group", "language", "migrant", "sector", "state", "municipality", "company", "topic", "kind",
         "channel", "audience", "place", "counted", "standard"}
    ),
    small_cells=False,
)  # fmt: skip
PROFILES = {profile.name: profile for profile in (INTERNAL, DONOR, OUTSIDE)}


def profile_named(name: str) -> Profile:
    """The profile with a name; Refusal `unknown_profile` when there is none."""
    found = PROFILES.get(name)
    if found is None:
        raise Refusal(
            "unknown_profile",
            Sentence(f"No hay un perfil «{name}».", f"There is no profile “{name}”."),
            NOTHING_CHANGED,
            Sentence("Elige internal, donor u outside.", "Choose internal, donor or outside."),
        )
    return found
