"""One page of results: large numbers with pictograms, shares as ten figures of people, readable without reading.

Heavy: imports reportlab.
"""

from __future__ import annotations

from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.papers.results import Big, ResultsSheet
from promoter_app.paper.document import Page, drawing
from promoter_app.paper.flow import Flow
from promoter_app.paper.fonts import BOLD, REGULAR
from promoter_app.paper.pen import Pen
from promoter_app.paper.pictograms import draw_picture

PICTURE = 26.0
TALL, PLAIN = 40.0, 22.0
DOTS = 10


def results_pages(sheet: ResultsSheet, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """The page of a sheet."""
    flow = Flow(paper, foot=sheet.subtitle, language=language)
    flow.title(sheet.title, sheet.subtitle)
    for big in sheet.bigs:
        _row(flow, big)
    flow.gap(3)
    for note in sheet.notes:
        flow.text(note, 12)
    return flow.pages()


draw_results_sheet = drawing(results_pages, lambda sheet: sheet.title)
"""Write `sheet` to the PDF `out`."""


def _row(flow: Flow, big: Big) -> None:
    def draw(pen: Pen, y: float) -> None:
        x = flow.left
        if big.picture:
            draw_picture(pen, big.picture, Box(x, y + 4, PICTURE, PICTURE))
            x += PICTURE + 8
        room = flow.left + flow.room - x
        size = 40.0 if big.picture else 22.0
        pen.text(x, y + (18 if big.picture else 11), big.number, size, BOLD)
        pen.paragraph(x, y + (20 if big.picture else 12), big.words, room, 15 if big.picture else 11, REGULAR)
        if big.percent is not None and big.picture:
            _ten(pen, x + 62, y + 6, big.percent)

    flow.block(TALL if big.picture else PLAIN, draw)


def _ten(pen: Pen, x: float, y: float, percent: int) -> None:
    """Ten people, as many filled as the share says: 76 % fills eight."""
    filled = (percent + 5) // 10
    for number in range(DOTS):
        left = x + number * 9.5
        for box, radius in ((Box(left + 1.6, y, 3.8, 3.8), 1.9), (Box(left, y + 4.4, 7, 8), 2.2)):
            pen.box(box, line=0.3, fill=0.2 if number < filled else None, radius=radius)
