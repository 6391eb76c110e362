"""The squares on the backs of the cards and on the large sheets are those that the sweep expects of each person."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from promoter_app.capture.crew_markers import find_markers
from promoter_app.domain.markers import marker_number
from promoter_app.domain.refusal import Refusal
from promoter_app.services.crews import cards, crews
from promoter_app.services.curricula import Content
from promoter_app.services.printing import orders
from tests.services.conftest import Field

DAY = "2026-02-17"


def pages(pdf: Path) -> list[np.ndarray]:
    """Grey pictures of the pages at 100 dpi."""
    document = pypdfium2.PdfDocument(pdf)
    made = []
    for page in document:
        bitmap = page.render(scale=100 / 72, grayscale=True)
        made.append(np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width))
    document.close()
    return made


def printed(field: Field, content: Content, kind: str, out: Path) -> Path:
    order = orders.Order(kind, crew=crews.find_crew(field.folder, "PINOS", DAY))
    return orders.print_order(field.folder, field.stamp(), content, order, out)


def numbers(page: np.ndarray) -> list[tuple[int, str | None]]:
    return sorted((marker.number, marker.answer) for marker in find_markers(page))


def test_each_page_of_cards_is_followed_by_their_backs_with_side_a_up(
    field: Field, content: Content, tmp_path: Path
) -> None:
    crew = crews.find_crew(field.folder, "PINOS", DAY)
    people = [one for one in crews.people_of_crew(field.folder, crew.id, DAY) if one.card_number is not None]
    front, back = pages(printed(field, content, "cards", tmp_path / "tarjetas.pdf"))
    assert numbers(front) == []
    assert numbers(back) == sorted((marker_number(one.card_number or 0), "A") for one in people)


def test_blanks_carry_the_marker_of_their_number(field: Field, tmp_path: Path) -> None:
    made = cards.issue_blanks(field.folder, field.stamp(), 3, lambda below: below // 2).outcome
    _front, back = pages(orders.draw(orders.Draft("blanks", "", made.on_paper()), tmp_path / "blancas.pdf"))
    assert numbers(back) == sorted((marker_number(number), "A") for number, _code in made.cards)


def test_large_markers_are_half_a_page_each(field: Field, content: Content, tmp_path: Path) -> None:
    crew = crews.find_crew(field.folder, "PINOS", DAY)
    people = [one for one in crews.people_of_crew(field.folder, crew.id, DAY) if one.card_number is not None]
    made = pages(printed(field, content, "markers", tmp_path / "marcas.pdf"))
    assert len(made) == -(-len(people) // 2)
    seen = [marker for page in made for marker in find_markers(page)]
    assert sorted(marker.number for marker in seen) == sorted(marker_number(one.card_number or 0) for one in people)
    wide = [max(x for x, _ in marker.corners) - min(x for x, _ in marker.corners) for marker in seen]
    assert all(88 < pixels * 25.4 / 100 < 98 for pixels in wide), "94 mm, give or take the fit"


def test_a_crew_without_cards_has_no_markers(field: Field, content: Content) -> None:
    with field.folder.book.writing(field.stamp()) as write:
        (season,) = (row["id"] for row in field.folder.book.rows("SELECT id FROM season_now LIMIT 1"))
        write.add("crew", code="NUEVA", name="Nueva", season=season, sector="cane")
    crew = crews.find_crew(field.folder, "NUEVA", DAY)
    with pytest.raises(Refusal, match="no_cards"):
        orders.draft(field.folder, field.stamp(), content, orders.Order("markers", crew=crew))
