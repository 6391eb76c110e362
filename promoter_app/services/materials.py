"""Cards on paper: a crew's valid ones and batches of blanks, drawn by the paper workshop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from promoter_app.domain.cards import card_label
from promoter_app.domain.papers.cards import CardBatch, WorkerCard
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
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
        WorkerCard(person.card_code, card_label(person.card_number), person.name if names else "")
        for person in people
        if person.card_code is not None and person.card_number is not None
    )
    if not cards:
        raise Refusal(
            "no_cards",
            Sentence("Nadie de esa cuadrilla tiene tarjeta.", "Nobody in that crew has a card."),
            NOTHING_CHANGED,
            Sentence(
                "Imprime tarjetas en blanco y entrégalas al llegar.", "Print blanks and hand them out on arrival."
            ),
        )
    return CardBatch(crew.code, cards, backs=False)


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
    """Write a crew's cards as a PDF, ten a page."""
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
