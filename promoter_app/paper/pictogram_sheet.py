"""Every pictogram at 25 mm with its name: to choose one, and to see that it can be read at that size."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from promoter_app.domain.papers.geometry import Box, page_size
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import OnProgress, ShouldStop, portrait, write_document
from promoter_app.paper.pen import Pen
from promoter_app.paper.pictograms import draw_picture, picture_names

TITLE = Sentence("Dibujos", "Pictures")
SIDE, STEP_X, STEP_Y, MARGIN = 25.0, 31.0, 33.0, 14.0


def draw_pictogram_sheet(
    out: Path,
    *,
    paper: str = "letter",
    language: str = "es",
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Write every pictogram to the PDF `out`. Raises Refusal as `write_document` does."""
    width, height = page_size(paper)
    columns, rows = int((width - 2 * MARGIN) // STEP_X), int((height - 2 * MARGIN) // STEP_Y)
    names = picture_names()
    groups = [names[start : start + columns * rows] for start in range(0, len(names), columns * rows)]
    pages = [portrait(paper, partial(_draw, group, columns)) for group in groups]
    title = TITLE.in_language(language)
    return write_document(
        out, pages, title=title, language=language, on_progress=on_progress, should_stop=should_stop
    )


def _draw(names: tuple[str, ...], columns: int, pen: Pen) -> None:
    for place, name in enumerate(names):
        x, y = MARGIN + place % columns * STEP_X, MARGIN + place // columns * STEP_Y
        draw_picture(pen, name, Box(x, y, SIDE, SIDE))
        pen.fitted(x + SIDE / 2, y + SIDE + 4, name, STEP_X - 2, 7, align="centre", least=4.5)
