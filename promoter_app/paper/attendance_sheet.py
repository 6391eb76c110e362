"""Attendance list: a ring to fill for each person, rows for walk-ins, totals, privacy text.

Heavy: imports reportlab.
"""

from __future__ import annotations

from collections import Counter
from functools import partial

from promoter_app.domain.papers.geometry import (
    ATTENDANCE,
    ATTENDANCE_ROWS,
    Box,
    SheetGeometry,
    SheetLayout,
    page_payload,
)
from promoter_app.domain.papers.sheets import AttendanceRow, AttendanceSheet
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing, portrait
from promoter_app.paper.fonts import BOLD, SEMIBOLD
from promoter_app.paper.marks import draw_sheet_marks
from promoter_app.paper.pen import GREY, Pen
from promoter_app.paper.sheet_parts import (
    TablePage,
    draw_head,
    draw_row_lines,
    draw_title,
    draw_write_line,
    shade,
    table_pages,
)
from promoter_app.paper.words import NOT_FOR_EMPLOYER

TITLE = Sentence("Lista de asistencia", "Attendance list")
HEADS = {
    "row": Sentence("N.º", "No."),
    "number": Sentence("Tarjeta", "Card"),
    "name": Sentence("Nombre", "Name"),
    "sex": Sentence("Sexo", "Sex"),
    "age": Sentence("Edad", "Age"),
    "language": Sentence("Lengua (opcional)", "Language (optional)"),
    "first_time": Sentence("1.ª vez", "First time"),
    "consent": Sentence("Acepta", "Agrees"),
    "present": Sentence("Vino", "Came"),
    "void": Sentence("Borrar", "Undo"),
    "mark": Sentence("Firma o marca", "Signature or mark"),
}
NO_NAMES = Sentence("Versión sin nombres", "Version without names")
RULE = Sentence(
    "Rellene el círculo de «Vino». Si se equivocó, rellene también «Borrar» en el mismo renglón: esa marca no cuenta.",
    "Fill the ring under “Came”. If it is a mistake, fill “Undo” in the same row too: that mark does not count.",
)
SEXES = Sentence("Sexo: F mujer · M hombre · X otra · — sin dato", "Sex: F woman · M man · X other · — no data")
ON_LIST = Sentence("En la lista", "On the list")
ROOM = Sentence("renglones libres", "empty rows")
CAME = Sentence("Vinieron", "Came")
PROMOTER = Sentence("Firma de quien facilita", "Signature of the promoter")
YES, NO = Sentence("sí", "yes"), Sentence("no", "no")


def attendance_pages(sheet: AttendanceSheet, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """The pages of `sheet`: 15, 20, 25 or 30 rows each, the smallest that holds everybody."""
    pages = []
    for part in table_pages(sheet.rows, sheet.walk_ins, ATTENDANCE_ROWS, language):
        geometry = SheetGeometry(SheetLayout(ATTENDANCE, paper, part.rows, len(part.people)))
        pages.append(portrait(paper, partial(_draw_page, sheet, part, geometry, language)))
    return pages


draw_attendance_sheet = drawing(attendance_pages, TITLE)
"""Write `sheet` to the PDF `out`."""


def _draw_page(
    sheet: AttendanceSheet, page: TablePage[AttendanceRow], geometry: SheetGeometry, language: str, pen: Pen
) -> None:
    draw_title(pen, geometry, TITLE.in_language(language), sheet.header, page.words)
    draw_head(pen, geometry, sheet.header, language)
    _draw_column_heads(pen, geometry, sheet.named, language)
    draw_row_lines(pen, geometry, [x for x, _ in list(geometry.columns.values())[1:]])
    for row in range(geometry.layout.rows):
        _draw_number(pen, geometry, row, page.start + row + 1)
    for row, person in enumerate(page.people):
        _draw_person(pen, geometry, row, person, sheet.named, language)
    draw_sheet_marks(pen, geometry, page_payload(sheet.sheet_code, page.number, geometry.layout))
    _draw_foot(pen, geometry, sheet, page.people, language)


def _draw_column_heads(pen: Pen, geometry: SheetGeometry, named: bool, language: str) -> None:
    top = geometry.top
    rule = RULE.in_language(language)
    pen.fitted(geometry.left, top - 8.1, rule, geometry.right - geometry.left, 7.8, SEMIBOLD)
    shade(pen, Box(geometry.left, top - 6.4, geometry.right - geometry.left, 6.4))
    for name, (x, width) in geometry.columns.items():
        text = NO_NAMES if name == "name" and not named else HEADS[name]
        lines = pen.wrap(text.in_language(language), width - 1, 6.6, BOLD)[:2]
        for index, line in enumerate(lines):
            y = top - 2.1 - 2.5 * (len(lines) - 1 - index) + (0.5 if len(lines) > 1 else 0)
            pen.fitted(x + width / 2, y, line, width - 0.8, 6.6, BOLD, "centre")


def _draw_number(pen: Pen, geometry: SheetGeometry, row: int, number: int) -> None:
    x, width = geometry.columns["row"]
    with pen.grey(GREY):
        pen.text(x + width / 2, geometry.row_middle(row) + 1.0, str(number), 7.5, align="centre")


def _draw_person(
    pen: Pen, geometry: SheetGeometry, row: int, person: AttendanceRow, named: bool, language: str
) -> None:
    middle = geometry.row_middle(row)
    tall = geometry.row_height > 7
    size = 10.0 if tall else 9.0
    x, width = geometry.columns["number"]
    pen.fitted(x + width / 2, middle + size * 0.13, person.number, width - 1, size, SEMIBOLD, "centre")
    if not named:
        return
    x, width = geometry.columns["name"]
    pen.name(x + 1, middle, person.name, width - 1.6, geometry.row_height - 0.4, size)
    yes_no = {True: YES.in_language(language), False: NO.in_language(language), None: "—"}
    cells = {
        "sex": person.sex or "—",
        "age": person.age_group or "—",
        "language": person.language or "—",
        "first_time": yes_no[person.first_time],
        "consent": yes_no[person.consent],
    }
    for name, text in cells.items():
        x, width = geometry.columns[name]
        pen.fitted(x + width / 2, middle + 1.05, text, width - 1, 8, align="centre", least=5)


def _draw_foot(
    pen: Pen, geometry: SheetGeometry, sheet: AttendanceSheet, people: tuple[AttendanceRow, ...], language: str
) -> None:
    left, wide = geometry.left, geometry.right - geometry.left
    y = geometry.top + geometry.layout.rows * geometry.row_height + 4.4
    pen.fitted(left, y, totals_line(sheet, people, geometry.layout.rows, language), wide, 8.2, SEMIBOLD)
    y += 6.6
    room = wide * 0.5
    words = [CAME.in_language(language), "F", "M", "X", "Total"]
    pen.text(left, y, words[0], 8.2, SEMIBOLD)
    start, step = left + 17.0, (room - 19.0) / 4
    for index, word in enumerate(words[1:]):
        draw_write_line(pen, start + index * step, y, step - 2, word, 8.2)
    draw_write_line(pen, left + room + 3, y, wide - room - 3, PROMOTER.in_language(language), 8.2)
    bottom = geometry.size[1] - 16.8
    with pen.grey(GREY):
        pen.fitted(left, bottom - 0.2, SEXES.in_language(language), wide * 0.4, 6.5)
    pen.text(geometry.right, bottom - 0.2, NOT_FOR_EMPLOYER.in_language(language), 9.5, BOLD, "right")
    _draw_privacy(pen, left, y + 2.4, wide, bottom - 3.4 - (y + 2.4), sheet.privacy)


def _draw_privacy(pen: Pen, x: float, y: float, width: float, height: float, text: str) -> None:
    size = 7.6
    while size > 4.6 and pen.paragraph_height(text, width, size, leading=1.2) > height:
        size -= 0.2
    pen.paragraph(x, y, text, width, size, leading=1.2)


def totals_line(
    sheet: AttendanceSheet, people: tuple[AttendanceRow, ...], rows: int, language: str
) -> str:
    """How many are on this page and by sex, and how many rows are left: they add up to the rows."""
    count = Counter(person.sex or "—" for person in people)
    parts = [f"{sex} {count[sex]}" for sex in ("F", "M", "X", "—") if count[sex]] if sheet.named else []
    shown = f" ({' · '.join(parts)})" if parts else ""
    listed, room = ON_LIST.in_language(language), ROOM.in_language(language)
    return f"{listed}: {len(people)}{shown} + {rows - len(people)} {room} = {rows}"
