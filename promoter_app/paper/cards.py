"""Worker cards (85 x 54 mm, ten a page, two copies of the code each) and large markers for the far rows.

Heavy: imports reportlab; qrcode at first use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from promoter_app.domain.cards import CodeKind, read_code
from promoter_app.domain.papers.cards import CardBatch, CrewMarker, Matrix, WorkerCard
from promoter_app.domain.papers.geometry import Box, page_size
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import OnProgress, Page, ShouldStop, drawing, portrait, write_document
from promoter_app.paper.fonts import BOLD, REGULAR, SEMIBOLD
from promoter_app.paper.marks import cut_marks, draw_code, draw_matrix
from promoter_app.paper.pen import GREY, Pen
from promoter_app.paper.qr import CARD_VERSION, Rows, many_qr_rows, qr_rows
from promoter_app.paper.words import page_words

CARD = (85.0, 54.0)
COLUMNS, ROWS = 2, 5
CODE = 30.0
CODE_TOP = 5.7
"""Four white modules of a 30 mm code."""
CODE_LEFTS = (8.5, 46.5)
BACK_MARKER = 38.0
LARGE = 94.0
SIDES = "ABCD"
LONG_RUN = 100
"""Cards from which getting ready for many codes pays."""

MakeRows = Callable[[str, int], Rows]

TITLE = Sentence("Tarjetas", "Cards")
FRONTS, BACKS = Sentence("frentes", "fronts"), Sentence("reversos", "backs")
CUT = Sentence("Imprimir al 100 %", "Print at 100 %")
NAME = Sentence("Nombre", "Name")
KINDS = {
    CodeKind.PRACTICE: Sentence("Tarjeta de práctica", "Practice card"),
    CodeKind.SCANNER_TEST: Sentence("Prueba del lector", "Scanner test"),
}
MARKERS = Sentence("Marcadores grandes", "Large markers")


def card_boxes(paper: str, *, back: bool = False) -> list[Box]:
    """Where the ten cards of a page are, in order; a back has its columns swapped (turned on the long edge)."""
    width, height = page_size(paper)
    left, top = (width - COLUMNS * CARD[0]) / 2, (height - ROWS * CARD[1]) / 2
    return [
        Box(left + (COLUMNS - 1 - column if back else column) * CARD[0], top + row * CARD[1], *CARD)
        for row in range(ROWS)
        for column in range(COLUMNS)
    ]


def code_boxes(card: Box) -> list[Box]:
    """The black parts of the two copies of the code on a card."""
    return [Box(card.x + left, card.y + CODE_TOP, CODE, CODE) for left in CODE_LEFTS]


def card_pages(batch: CardBatch, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """Fronts, each followed by its backs when the batch has them."""
    size = COLUMNS * ROWS
    groups = [batch.cards[start : start + size] for start in range(0, len(batch.cards), size)]
    code_rows = many_qr_rows if len(batch.cards) >= LONG_RUN else qr_rows
    pages = []
    for number, group in enumerate(groups, 1):
        words = f"{batch.label} · {page_words(number, len(groups), language)}"
        pages.append(portrait(paper, partial(_draw_fronts, group, paper, words, language, code_rows)))
        if batch.backs:
            pages.append(portrait(paper, partial(_draw_backs, group, paper, words, language)))
    return pages


draw_cards = drawing(card_pages, TITLE)
"""Write the cards of `batch` to the PDF `out`."""


def _draw_fronts(
    cards: Sequence[WorkerCard], paper: str, words: str, language: str, code_rows: MakeRows, pen: Pen
) -> None:
    boxes = card_boxes(paper)
    for card, box in zip(cards, boxes, strict=False):
        _draw_front(pen, card, box, language, code_rows)
    _draw_frame(pen, boxes, f"{words} · {FRONTS.in_language(language)}", language)


def _draw_front(pen: Pen, card: WorkerCard, box: Box, language: str, code_rows: MakeRows) -> None:
    draw_code(pen, code_rows(card.code, CARD_VERSION), code_boxes(box))
    left, right = box.x + CODE_LEFTS[0], box.x + CODE_LEFTS[1] + CODE
    code = read_code(card.code)
    spoken = code.spoken if code else card.code
    if card.kind in KINDS:
        pen.text(left, box.y + 45.2, KINDS[card.kind].in_language(language), 9, SEMIBOLD)
    elif card.name:
        pen.name(left, box.y + 43.9, card.name, right - left, 3.9, 10)
    else:
        pen.text(left, box.y + 45.2, NAME.in_language(language), 7)
        pen.line(left + 11, box.y + 45.5, right, box.y + 45.5, 0.2)
    pen.fitted(left, box.y + 50.8, card.number, 34, 15, BOLD)
    pen.text(right, box.y + 50.8, spoken, 11, SEMIBOLD, "right")


def _draw_backs(cards: Sequence[WorkerCard], paper: str, words: str, language: str, pen: Pen) -> None:
    boxes = card_boxes(paper, back=True)
    for card, box in zip(cards, boxes, strict=False):
        if card.marker is not None:
            _draw_marker(pen, card.marker, box, BACK_MARKER, 13)
            pen.fitted(box.x + 4, box.y + 49.5, card.number, 15, 9, REGULAR)
    frame = sorted(boxes, key=lambda box: (box.y, box.x))
    _draw_frame(pen, frame, f"{words} · {BACKS.in_language(language)}", language)


def _draw_marker(pen: Pen, matrix: Matrix, box: Box, size: float, letter: float) -> None:
    """The square in the middle, A B C D around it, each upright when its side is up."""
    x, y = box.centre
    draw_matrix(pen, matrix, Box(x - size / 2, y - size / 2, size, size))
    away = size / 2 + (min(box.w, box.h) - size) / 4
    for turn, side in enumerate(SIDES):
        with pen.turned(x, y, 90 * turn):
            pen.text(x, y - away + letter * 0.127, side, letter, BOLD, "centre")


def _draw_frame(pen: Pen, boxes: Sequence[Box], words: str, language: str) -> None:
    xs = [boxes[0].x, boxes[1].x, boxes[1].x + CARD[0]]
    ys = [box.y for box in boxes[::COLUMNS]] + [boxes[-1].y + CARD[1]]
    cut_marks(pen, xs, ys)
    with pen.grey(GREY), pen.turned(xs[0] - 8, pen.height / 2, -90):
        pen.text(xs[0] - 8, pen.height / 2, f"{words} · {CUT.in_language(language)}", 7, align="centre")


def marker_pages(markers: Sequence[CrewMarker], *, paper: str = "letter") -> list[Page]:
    """Two large markers a page, to be cut in halves."""
    pairs = [markers[start : start + 2] for start in range(0, len(markers), 2)]
    return [portrait(paper, partial(_draw_pair, pair)) for pair in pairs]


def draw_crew_markers(
    markers: Sequence[CrewMarker],
    out: Path,
    *,
    paper: str = "letter",
    language: str = "es",
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Write large markers (about A5) to the PDF `out`. Raises Refusal as `write_document` does."""
    title = MARKERS.in_language(language)
    pages = marker_pages(markers, paper=paper)
    return write_document(
        out, pages, title=title, language=language, on_progress=on_progress, should_stop=should_stop
    )


def _draw_pair(pair: Sequence[CrewMarker], pen: Pen) -> None:
    half = pen.height / 2
    for place, marker in enumerate(pair):
        top = place * half
        _draw_marker(pen, marker.matrix, Box(0, top, pen.width, half), LARGE, 28)
        pen.fitted(12, top + half - 10, f"{marker.number} {marker.name}", 50, 12, SEMIBOLD)
    pen.line(6, half, 14, half, 0.15)
    pen.line(pen.width - 14, half, pen.width - 6, half, 0.15)
