"""Values of a crew's cards and large markers, for the paper workshop to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promoter_app.domain.cards import card_label
from promoter_app.domain.papers.cards import CardBatch, CrewMarker, WorkerCard
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.crews.cards import marker_of
from promoter_app.services.folder import Folder
from promoter_app.store import people as people_store

if TYPE_CHECKING:
    from promoter_app.services.crews.crews import Crew


def crew_cards(folder: Folder, crew: Crew, day: str, *, names: bool = True) -> CardBatch:
    """The valid cards of a crew, ready to print. Raises Refusal when nobody has one."""
    people = people_store.people_of_crew(folder.book, crew.id, day)
    cards = tuple(
        WorkerCard(
            person.card_code,
            card_label(person.card_number),
            person.name if names else "",
            marker_of(person.card_number),
        )
        for person in people
        if person.card_code is not None and person.card_number is not None
    )
    if not cards:
        raise _no_cards()
    return CardBatch(crew.code, cards)


def _no_cards() -> Refusal:
    return Refusal(
        "no_cards",
        Sentence("Nadie de esa cuadrilla tiene tarjeta.", "Nobody in that crew has a card."),
        NOTHING_CHANGED,
        Sentence("Imprime tarjetas en blanco y entrégalas al llegar.", "Print blanks and hand them out on arrival."),
    )


def crew_markers(folder: Folder, crew: Crew, day: str, *, names: bool = True) -> tuple[CrewMarker, ...]:
    """The same squares as on the backs of a crew's cards, half a page each, for the far rows.

    Raises Refusal when nobody has a card.
    """
    people = people_store.people_of_crew(folder.book, crew.id, day)
    made = tuple(
        CrewMarker(card_label(person.card_number), marker_of(person.card_number), person.name if names else "")
        for person in people
        if person.card_number is not None
    )
    if not made:
        raise _no_cards()
    return made
