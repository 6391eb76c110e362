"""The recovery sheet (24 numbered words and their QR) and the note of a roster's words. Heavy: imports reportlab."""

from __future__ import annotations

from collections.abc import Sequence

from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.papers.recovery import RecoverySheet, WordsNote
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing
from promoter_app.paper.flow import Flow
from promoter_app.paper.fonts import BOLD
from promoter_app.paper.pen import GREY, Pen
from promoter_app.paper.qr import free_rows
from promoter_app.paper.words import long_date

KEEP = (
    Sentence("Guárdala bajo llave en la oficina, lejos de la laptop.",
             "Keep it locked at the office, away from the laptop."),
    Sentence("Quien tenga esta hoja y la laptop puede leer los datos: no la fotografíes ni la copies.",
             "Whoever has this sheet and the laptop can read the data: take no photo and no copy of it."),
    Sentence("Si se imprimió desde un archivo, borra el archivo.", "If it was printed from a file, delete the file."),
    Sentence("En la pantalla de entrada: «Olvidé mi contraseña», y las palabras en orden o el QR.",
             "On the first screen: “I forgot my passphrase”, then the words in order or the QR."),
)  # fmt: skip
NOTE = Sentence("Palabras de una lista de Surco", "Words of a Surco list")
NOTE_OPENS = Sentence("Abren la lista que la oficina dio en una memoria para una laptop nueva.",
                      "They open the list that the office gave on a stick for a new laptop.")  # fmt: skip
NOTE_KEEP = (
    Sentence("Llévala aparte de la memoria: quien tenga las dos lee la lista.",
             "Carry it apart from the stick: whoever has both reads the list."),
    Sentence("En la laptop elige la lista y escribe las palabras en este orden.",
             "On the laptop choose the list and type the words in this order."),
    Sentence("Rompe esta hoja cuando la lista ya esté en la laptop.",
             "Tear this sheet up once the list is in the laptop."),
)  # fmt: skip
MADE = Sentence("Hecha el {day}", "Made on {day}")
_COLUMNS, _ROW, _QR = 3, 8.2, 62.0


def recovery_pages(sheet: RecoverySheet, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """One page."""
    flow = Flow(paper, language=language)
    flow.title(sheet.title, MADE.in_language(language).format(day=long_date(sheet.made_on, language)))
    flow.text(sheet.opens, 12)
    flow.gap(3)
    lines = -(-len(sheet.words) // _COLUMNS)
    flow.block(lines * _ROW + 4, lambda pen, y: _draw_words(pen, flow, sheet.words, y))
    flow.block(_QR + 6, lambda pen, y: _draw_code(pen, Box(flow.left, y + 3, _QR, _QR), sheet.qr))
    flow.boxes([words.in_language(language) for words in KEEP], 11.5)
    return flow.pages()


draw_recovery = drawing(recovery_pages, lambda sheet: sheet.title)
"""Write the sheet to the PDF `out`."""


def note_pages(note: WordsNote, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """One page with the words."""
    flow = Flow(paper, language=language)
    flow.title(NOTE.in_language(language), MADE.in_language(language).format(day=long_date(note.made_on, language)))
    flow.text(NOTE_OPENS.in_language(language), 12)
    flow.gap(3)
    lines = -(-len(note.words) // _COLUMNS)
    flow.block(lines * _ROW + 8, lambda pen, y: _draw_words(pen, flow, note.words, y))
    flow.boxes([words.in_language(language) for words in NOTE_KEEP], 11.5)
    return flow.pages()


draw_note = drawing(note_pages, NOTE)
"""Write the note to the PDF `out`."""


def _draw_words(pen: Pen, flow: Flow, words: Sequence[str], y: float) -> None:
    lines, width = -(-len(words) // _COLUMNS), flow.room / _COLUMNS
    for at, word in enumerate(words):
        column, line = divmod(at, lines)
        x, baseline = flow.left + column * width, y + 6 + line * _ROW
        with pen.grey(GREY):
            pen.text(x + 7, baseline, f"{at + 1}", 11, align="right")
        pen.text(x + 10, baseline, word, 15, BOLD)


def _draw_code(pen: Pen, box: Box, text: str) -> None:
    rows = free_rows(text)
    side = box.w / len(rows)
    pen.black_boxes(
        Box(box.x + column * side, box.y + line * side, side, side)
        for line, row in enumerate(rows)
        for column, module in enumerate(row)
        if module == "1"
    )
