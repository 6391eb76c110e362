"""Cards on paper: a crew's valid ones and batches of blanks, drawn by the paper workshop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from promoter_app.domain.cards import card_label
from promoter_app.domain.papers.cards import CardBatch, CrewMarker, WorkerCard
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.crews.cards import marker_of
from promoter_app.services.folder import Folder
from promoter_app.store import people as people_store

if TYPE_CHECKING:
    from promoter_app.services.crews.crews import Crew

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


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


def print_crew_markers(
    folder: Folder,
    crew: Crew,
    day: str,
    out: Path,
    *,
    names: bool = True,
    paper: str = "letter",
    language: str = "es",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write a crew's large markers as a PDF, two a page."""
    from promoter_app.paper.cards import draw_crew_markers

    made = crew_markers(folder, crew, day, names=names)
    return draw_crew_markers(
        made, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop
    )


def print_crew_cards(
    folder: Folder,
    crew: Crew,
    day: str,
    out: Path,
    *,
    names: bool = True,
    paper: str = "letter",
    language: str = "es",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write a crew's cards as a PDF, ten a page, each page followed by its backs."""
    batch = crew_cards(folder, crew, day, names=names)
    return print_batch(batch, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop)


def print_batch(
    batch: CardBatch,
    out: Path,
    *,
    paper: str = "letter",
    language: str = "es",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write a batch of cards as a PDF, ten a page. Safe on any thread."""
    from promoter_app.paper.cards import draw_cards

    return draw_cards(batch, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop)
