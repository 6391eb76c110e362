"""What attendance and test sheets share: the head with its fields, table heads, rows of people, the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from promoter_app.domain.papers.geometry import CODE_SIZE, Box, SheetGeometry, split_rows
from promoter_app.domain.papers.sheets import SheetHeader
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.fonts import BOLD, SEMIBOLD
from promoter_app.paper.pen import GREY, HAIR, Pen
from promoter_app.paper.words import hours, long_date, page_words

Field = tuple[str, str, float]
"""Label, value, share of the width."""

Row = TypeVar("Row")


@dataclass(frozen=True)
class TablePage(Generic[Row]):
    """One page of a table: page `number` from 1, its people, how many rows it has, how many came before, and which
    page of how many in words."""

    number: int
    people: tuple[Row, ...]
    rows: int
    start: int
    words: str


def table_pages(
    people: tuple[Row, ...], walk_ins: int, sizes: tuple[int, ...], language: str
) -> Iterator[TablePage[Row]]:
    """People and rows for walk-ins on pages of one of `sizes` rows, each the smallest that holds what is left."""
    parts, start = split_rows(len(people), walk_ins, sizes), 0
    for number, (named, rows) in enumerate(parts, 1):
        here = people[start : start + named]
        yield TablePage(number, here, rows, start, page_words(number, len(parts), language))
        start += rows


FOLIO = Sentence("Folio", "Folio")
DAY = Sentence("Fecha", "Date")
HOURS = Sentence("Inicio–fin", "Start–end")
MODALITY = Sentence("Modalidad", "Modality")
PLACE = Sentence("Estado, municipio, localidad", "State, municipality, locality")
MILL = Sentence("Ingenio o empresa", "Mill or company")
FRONT = Sentence("Frente", "Front")
CREW = Sentence("Cuadrilla", "Crew")
SECTOR = Sentence("Sector", "Sector")
LANGUAGE = Sentence("Lengua de la sesión", "Session language")
INTERPRETER = Sentence("Intérprete", "Interpreter")
PROMOTERS = Sentence("Promotor(a)", "Promoter")


def draw_title(pen: Pen, geometry: SheetGeometry, kind: str, header: SheetHeader, page: str) -> None:
    """Kind of paper, neutral title of the session and project, left of the page code."""
    left, half = geometry.left, geometry.size[0] / 2 - 6 - geometry.left
    wide = geometry.code.x - 5 - left
    pen.fitted(left, 12.2, kind, half, 15, BOLD, least=10)
    with pen.grey(GREY):
        pen.text(geometry.code.x - 6, 12.2, page, 9, align="right")
    pen.fitted(left, 20.6, header.title, wide, 12.5, SEMIBOLD, least=8)
    project = " · ".join(part for part in (header.project, header.partner) if part)
    pen.fitted(left, 26.0, project, wide, 9, least=6)


def draw_fields(pen: Pen, x: float, y: float, width: float, fields: Sequence[Field], height: float = 8.2) -> None:
    """One line of fields: small label above, value below, or an empty line to fill in by hand."""
    total = sum(share for _, _, share in fields)
    for label, value, share in fields:
        room = width * share / total
        with pen.grey(GREY):
            pen.fitted(x, y + 2.6, label, room - 2, 6.2, least=4.5)
        _draw_value(pen, x, y + height, value, room - 2)
        pen.line(x, y + height - 0.5, x + room - 2, y + height - 0.5, 0.15, HAIR)
        x += room


def _draw_value(pen: Pen, x: float, bottom: float, value: str, room: float) -> None:
    """One line when it fits at a readable size, else two small ones."""
    if pen.text_width(value, 7, SEMIBOLD) <= room:
        pen.fitted(x, bottom - 1.7, value, room, 9.2, SEMIBOLD, least=6.9)
        return
    first, *rest = pen.wrap(value, room, 6.2, SEMIBOLD)
    pen.text(x, bottom - 3.4, first, 6.2, SEMIBOLD)
    pen.fitted(x, bottom - 1.2, " ".join(rest), room, 6.2, SEMIBOLD, least=5)


def head_fields(header: SheetHeader, language: str) -> list[list[Field]]:
    """The fields of the head, line by line."""

    def field(label: Sentence, value: str, share: float) -> Field:
        return label.in_language(language), value, share

    day = long_date(header.day, language) if header.day else ""
    return [
        [
            field(FOLIO, header.folio, 1.3),
            field(DAY, day, 2.1),
            field(HOURS, hours(header.start, header.end), 1.1),
        ],
        [
            field(PLACE, header.place, 2.5),
            field(MILL, header.mill, 1.5),
            field(FRONT, header.front, 1.2),
            field(CREW, header.crew, 1.3),
        ],
        [
            field(SECTOR, header.sector, 0.8),
            field(LANGUAGE, header.language, 1.3),
            field(INTERPRETER, header.interpreter, 1.4),
            field(PROMOTERS, header.promoters, 1.9),
            field(MODALITY, header.modality, 1.0),
        ],
    ]


def draw_head(pen: Pen, geometry: SheetGeometry, header: SheetHeader, language: str) -> None:
    """The three lines of fields: the first ends before the page code, the others take the whole width."""
    lines = head_fields(header, language)
    left, wide = geometry.left, geometry.right - geometry.left
    pen_width = wide - CODE_SIZE - 5
    draw_fields(pen, left, 27.6, pen_width, lines[0])
    for number, line in enumerate(lines[1:]):
        draw_fields(pen, left, 36.8 + number * 8.6, wide, line)


def draw_row_lines(pen: Pen, geometry: SheetGeometry, ends: Sequence[float]) -> None:
    """Hair lines under each row, thicker around the table; `ends` are the x of upright lines."""
    left, right, top = geometry.left, geometry.right, geometry.top
    rows = geometry.layout.rows
    bottom = top + rows * geometry.row_height
    for row in range(1, rows):
        y = top + row * geometry.row_height
        pen.line(left, y, right, y, 0.12, HAIR)
    for x in ends:
        pen.line(x, top, x, bottom, 0.12, HAIR)
    for y in (top, bottom):
        pen.line(left, y, right, y, 0.35)


def draw_write_line(pen: Pen, x: float, y: float, width: float, label: str, size: float = 7.5) -> None:
    """A line to write on, with its label before it on the same baseline."""
    pen.text(x, y, label, size)
    start = x + pen.text_width(label, size) + 1.5
    pen.line(start, y + 0.6, x + width, y + 0.6, 0.2)


def shade(pen: Pen, box: Box) -> None:
    """A pale ground that a photocopier leaves white enough to read on."""
    pen.box(box, line=0, fill=0.93)
