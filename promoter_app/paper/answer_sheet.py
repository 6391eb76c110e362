"""Test sheet: a row for each worker with the answers before and after, on a page that lies on its side.

Heavy: imports reportlab.
"""

from __future__ import annotations

from functools import partial

from promoter_app.domain.papers.geometry import (
    CHOICES,
    CODE_SIZE,
    TEST_ROWS,
    TESTS,
    Box,
    SheetGeometry,
    SheetLayout,
    page_payload,
)
from promoter_app.domain.papers.sheets import AnswerRow, AnswerSheet
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing, landscape
from promoter_app.paper.fonts import BOLD, SEMIBOLD
from promoter_app.paper.marks import draw_sheet_marks
from promoter_app.paper.pen import GREY, Pen
from promoter_app.paper.sheet_parts import Field, TablePage, draw_fields, draw_row_lines, draw_title, shade, table_pages
from promoter_app.paper.words import LETTERS, NOT_FOR_EMPLOYER, hours, short_date

TITLE = Sentence("Hoja de respuestas", "Answer sheet")
BEFORE, AFTER = Sentence("Antes del tema", "Before the topic"), Sentence("Después del tema", "After the topic")
HEADS = (Sentence("N.º", "No."), Sentence("Tarjeta", "Card"), Sentence("Nombre", "Name"))
DATE, CREW = Sentence("Fecha", "Date"), Sentence("Cuadrilla", "Crew")
FRONT, HOURS = Sentence("Frente", "Front"), Sentence("Inicio–fin", "Start–end")
PROMOTERS, FOLIO = Sentence("Promotor(a)", "Promoter"), Sentence("Folio", "Folio")
RULE = Sentence(
    "Rellene un círculo por pregunta. «No sé» o sin respuesta: déjelo en blanco (o rellene ?). "
    "Si se equivocó, tache la equivocada con una X grande y rellene la buena: al leer la hoja se le preguntará.",
    "Fill one ring for each question. “I don't know” or no answer: leave it empty (or fill ?). "
    "After a mistake cross it out with a large X and fill the right one: you will be asked when the sheet is read.",
)
VERSION = Sentence("Versión de la prueba", "Test version")
TRUE_FALSE = Sentence("V verdadero · F falso · ? no sé", "T true · F false · ? I don't know")


def answer_sheet_pages(sheet: AnswerSheet, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """The pages of `sheet`: 10, 15 or 20 rows each, the smallest that holds everybody."""
    pages = []
    for part in table_pages(sheet.rows, sheet.walk_ins, TEST_ROWS, language):
        geometry = SheetGeometry(SheetLayout(TESTS, paper, part.rows, len(part.people), len(sheet.true_false)))
        pages.append(landscape(paper, partial(_draw_page, sheet, part, geometry, language)))
    return pages


draw_answer_sheet = drawing(answer_sheet_pages, TITLE)
"""Write `sheet` to the PDF `out`."""


def _draw_page(
    sheet: AnswerSheet, page: TablePage[AnswerRow], geometry: SheetGeometry, language: str, pen: Pen
) -> None:
    draw_title(pen, geometry, TITLE.in_language(language), sheet.header, page.words)
    left = geometry.left
    draw_fields(pen, left, 27.4, geometry.right - left - CODE_SIZE - 5, _fields(sheet, language))
    _draw_heads(pen, geometry, sheet, language)
    number_x, name_x = left + 6.5, left + 20.0
    pre, post = (start_x - 7.0 for start_x in geometry.group_starts)
    draw_row_lines(pen, geometry, [number_x, name_x, pre, post])
    _shade_items(pen, geometry)
    for row in range(geometry.layout.rows):
        with pen.grey(GREY):
            pen.text(left + 3.2, geometry.row_middle(row) + 1, str(page.start + row + 1), 7.5, align="centre")
    for row, person in enumerate(page.people):
        middle = geometry.row_middle(row)
        pen.fitted(left + 13.2, middle + 1.2, person.number, 12.5, 9, SEMIBOLD, "centre")
        if sheet.named:
            pen.name(name_x + 1, middle, person.name, pre - name_x - 2, geometry.row_height - 0.4, 9.5)
    draw_sheet_marks(pen, geometry, page_payload(sheet.sheet_code, page.number, geometry.layout))
    _draw_foot(pen, geometry, sheet, language)


def _fields(sheet: AnswerSheet, language: str) -> list[Field]:
    head = sheet.header
    day = short_date(head.day, language) if head.day else ""
    pairs = [
        (FOLIO, head.folio, 1.2),
        (DATE, day, 1.1),
        (HOURS, hours(head.start, head.end), 1.1),
        (CREW, head.crew, 1.5),
        (FRONT, head.front, 1.2),
        (PROMOTERS, head.promoters, 2.0),
    ]
    return [(label.in_language(language), value, share) for label, value, share in pairs]


def _draw_heads(pen: Pen, geometry: SheetGeometry, sheet: AnswerSheet, language: str) -> None:
    left, top = geometry.left, geometry.top
    shade(pen, Box(left, top - 12.6, geometry.right - left, 12.6))
    for word, x in zip(HEADS, (left + 3.2, left + 13.2, left + 20 + 25), strict=True):
        pen.text(x, top - 1.6, word.in_language(language), 7, BOLD, "centre")
    for field, word in (("pre", BEFORE), ("post", AFTER)):
        start = geometry.choice_x(field, 1, 0) - 1.7
        pen.text(start, top - 8.8, word.in_language(language), 9.5, BOLD)
        _draw_letters(pen, geometry, sheet, field, top - 1.2, language)
        for item in range(1, geometry.layout.items + 1):
            pen.text(geometry.choice_x(field, item, 1), top - 4.4, str(item), 9, BOLD, "centre")


def _draw_letters(
    pen: Pen, geometry: SheetGeometry, sheet: AnswerSheet, field: str, y: float, language: str
) -> None:
    for item, true_false in enumerate(sheet.true_false, 1):
        for choice, letter in enumerate(LETTERS.in_language(language) + "?" if true_false else CHOICES):
            pen.text(geometry.choice_x(field, item, choice), y, letter, 7.5, SEMIBOLD, "centre")


def _shade_items(pen: Pen, geometry: SheetGeometry) -> None:
    """A hair line between items, so that the eye stays in its column."""
    bottom = geometry.top + geometry.layout.rows * geometry.row_height
    for field in ("pre", "post"):
        for item in range(2, geometry.layout.items + 1):
            x = (geometry.choice_x(field, item, 0) + geometry.choice_x(field, item - 1, 2)) / 2
            pen.line(x, geometry.top - 7, x, bottom, 0.15, 0.5)


def _draw_foot(pen: Pen, geometry: SheetGeometry, sheet: AnswerSheet, language: str) -> None:
    left, right = geometry.left, geometry.right
    y = geometry.top + geometry.layout.rows * geometry.row_height + 3.0
    for field in ("pre", "post"):
        _draw_letters(pen, geometry, sheet, field, y, language)
    version = f"{VERSION.in_language(language)}: {sheet.version}"
    with pen.grey(GREY):
        pen.fitted(left, y, version, geometry.group_starts[0] - left - 10, 7, least=5)
    half = geometry.size[0] / 2
    pen.paragraph(left, y + 1.6, RULE.in_language(language), half - left - 7, 6.4, leading=1.2)
    if any(sheet.true_false):
        pen.fitted(half + 8, y + 4.4, TRUE_FALSE.in_language(language), right - half - 8, 7.5)
    pen.text(right, y + 9.0, NOT_FOR_EMPLOYER.in_language(language), 9.5, BOLD, "right")
