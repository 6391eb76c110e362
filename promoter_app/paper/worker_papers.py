"""What workers see and keep: the sheet with pictures, the questions to hold up, the folded help card.

Heavy: imports reportlab; svglib at first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from promoter_app.domain.papers.geometry import Box, page_size
from promoter_app.domain.papers.material import HelpCard, HelpChannel, Idea, WorkerSheet
from promoter_app.domain.papers.sheets import Question, QuestionCards
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing, portrait
from promoter_app.paper.fonts import BOLD, SEMIBOLD
from promoter_app.paper.pen import GREY, Pen
from promoter_app.paper.pictograms import draw_picture
from promoter_app.paper.words import LETTERS, NOT_VERIFIED, short_date

SHEET_TITLE = Sentence("Hoja para llevar", "Sheet to take home")
QUESTIONS_TITLE = Sentence("Preguntas", "Questions")
CARD_TITLE = Sentence("Tarjeta de ayuda", "Help card")
INSIDE = Sentence("¿A dónde acudir?", "Where to get help")
FOLD = Sentence(
    "Recorte por la orilla. Doble hacia atrás por la línea de en medio y luego a la mitad: la portada queda afuera.",
    "Cut along the edge. Fold backwards along the middle line, then in half: the cover stays outside.",
)
CHECKED = Sentence("Verificado", "Verified")
MARGIN = 16.0


# --- sheet with pictures ----------------------------------------------------------------------------------


def worker_sheet_pages(sheet: WorkerSheet, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """One page: two ideas side by side, one idea per picture, letters of 14 points or more."""
    del language  # its words come from the topic, already in the language of the people
    return [portrait(paper, partial(_draw_worker_sheet, sheet))]


draw_worker_sheet = drawing(worker_sheet_pages, SHEET_TITLE)
"""Write `sheet` to the PDF `out`."""


def _draw_worker_sheet(sheet: WorkerSheet, pen: Pen) -> None:
    room = pen.width - 2 * MARGIN
    top = pen.paragraph(MARGIN, MARGIN, sheet.title, room, 24, BOLD, leading=1.12) + 3
    pen.line(MARGIN, top, pen.width - MARGIN, top, 0.9)
    bottom = pen.height - MARGIN - (10 if sheet.foot else 0)
    columns = 1 if len(sheet.ideas) <= 2 else 2
    rows = -(-len(sheet.ideas) // columns)
    width, height = room / columns, (bottom - top) / rows
    for place, idea in enumerate(sheet.ideas):
        alone = columns == 2 and place == len(sheet.ideas) - 1 and place % 2 == 0
        x = MARGIN + (width / 2 if alone else place % columns * width)
        _draw_idea(pen, idea, Box(x + 4, top + place // columns * height + 4, width - 8, height - 6))
    if sheet.foot:
        pen.paragraph(MARGIN, bottom + 3, sheet.foot, room, 11, align="centre")


def _draw_idea(pen: Pen, idea: Idea, box: Box) -> None:
    size = 18.0
    while size > 14 and pen.paragraph_height(idea.words, box.w, size, SEMIBOLD) > box.h * 0.38:
        size -= 0.5
    words = pen.paragraph_height(idea.words, box.w, size, SEMIBOLD)
    side = min(box.w, box.h - words - 3)
    top = box.y + (box.h - side - words - 3) / 2
    draw_picture(pen, idea.picture, Box(box.x + (box.w - side) / 2, top, side, side))
    pen.paragraph(box.x, top + side + 3, idea.words, box.w, size, SEMIBOLD, align="centre")


# --- questions to hold up -----------------------------------------------------------------------------------


def question_pages(cards: QuestionCards, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """Two questions a page; the right answer is nowhere."""
    pairs = [cards.questions[start : start + 2] for start in range(0, len(cards.questions), 2)]
    return [portrait(paper, partial(_draw_questions, cards.title, pair, language)) for pair in pairs]


draw_question_cards = drawing(question_pages, QUESTIONS_TITLE)
"""Write `cards` to the PDF `out`."""


def _draw_questions(title: str, pair: Sequence[Question], language: str, pen: Pen) -> None:
    half = pen.height / 2
    for place, question in enumerate(pair):
        _draw_question(pen, question, Box(MARGIN, place * half + 12, pen.width - 2 * MARGIN, half - 22), language)
        with pen.grey(GREY):
            pen.text(pen.width - MARGIN, (place + 1) * half - 6, title, 8, align="right")
    pen.line(4, half, 12, half, 0.15)
    pen.line(pen.width - 12, half, pen.width - 4, half, 0.15)


def _draw_question(pen: Pen, question: Question, box: Box, language: str) -> None:
    picture = 52.0
    draw_picture(pen, question.picture, Box(box.x, box.y, picture, picture))
    left = box.x + picture + 6
    pen.text(left, box.y + 12, str(question.number), 34, BOLD)
    size = 20.0
    while size > 13 and pen.paragraph_height(question.text, box.w - picture - 6, size, BOLD) > picture - 16:
        size -= 0.5
    pen.paragraph(left, box.y + 16, question.text, box.w - picture - 6, size, BOLD, leading=1.2)
    two = len(question.choices) == 2
    letters = LETTERS.in_language(language) if two else "ABC"
    top, height = box.y + picture + 4, (box.h - picture - 4) / len(question.choices)
    for place, (letter, choice) in enumerate(zip(letters, question.choices, strict=True)):
        _draw_choice(pen, letter, choice, Box(box.x, top + place * height, box.w, height - 3))


def _draw_choice(pen: Pen, letter: str, choice: str, box: Box) -> None:
    pen.box(box, line=0.5, radius=3)
    middle = box.y + box.h / 2
    pen.text(box.x + 8, middle + 3.4, letter, 26, BOLD, "centre")
    size, room = 17.0, box.w - 20
    while size > 11 and pen.paragraph_height(choice, room, size, leading=1.15) > box.h - 2:
        size -= 0.5
    height = pen.paragraph_height(choice, room, size, leading=1.15)
    pen.paragraph(box.x + 17, middle - height / 2, choice, room, size, leading=1.15)


# --- folded help card -----------------------------------------------------------------------------------------

PANEL = (85.0, 54.0)


def help_card_pages(card: HelpCard, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """Two cards a page, printed on one side, folded twice to 85 x 54 mm: neutral cover, channels inside."""
    return [portrait(paper, partial(_draw_help_page, card, paper, language))]


draw_help_card = drawing(help_card_pages, CARD_TITLE)
"""Write `card` to the PDF `out`."""


def _draw_help_page(card: HelpCard, paper: str, language: str, pen: Pen) -> None:
    width, height = page_size(paper)
    left, gap = (width - 2 * PANEL[0]) / 2, (height - 4 * PANEL[1]) / 3
    with pen.grey(GREY):
        pen.fitted(width / 2, gap / 2 + 2, FOLD.in_language(language), width - 30, 7.5, align="centre")
    for copy in range(2):
        _draw_help_card(pen, card, left, gap + copy * (2 * PANEL[1] + gap), language)


def _draw_help_card(pen: Pen, card: HelpCard, left: float, top: float, language: str) -> None:
    width, height = PANEL
    pen.box(Box(left, top, 2 * width, 2 * height), line=0.15, grey=0.5)
    with pen.dashed():
        pen.line(left, top + height, left + 2 * width, top + height, 0.15, 0.5)
        pen.line(left + width, top, left + width, top + 2 * height, 0.15, 0.5)
    _draw_cover(pen, card, Box(left + width, top + height, width, height))
    pen.paragraph(left + 6, top + height + 20, card.foot, width - 12, 9.5, align="centre")
    # The upper half is folded behind, so it is printed upside down: its right panel is read first.
    half = -(-len(card.channels) // 2)
    first, second = card.channels[:half], card.channels[half:]
    with pen.turned(left + width, top + height / 2, 180):
        _draw_channels(pen, first, Box(left, top, width, height), language, INSIDE.in_language(language))
        _draw_channels(pen, second, Box(left + width, top, width, height), language, "")


def _draw_cover(pen: Pen, card: HelpCard, box: Box) -> None:
    draw_picture(pen, card.picture, Box(box.x + box.w / 2 - 14, box.y + 6, 28, 28))
    pen.fitted(box.x + box.w / 2, box.y + 43, card.cover, box.w - 12, 15, BOLD, "centre", least=9)


def _draw_channels(pen: Pen, channels: Sequence[HelpChannel], box: Box, language: str, title: str) -> None:
    pen.text(box.x + 4, box.y + 6.6, title, 10, BOLD)
    top = box.y + 8.6 if title else box.y + 4.6
    step = (box.y + box.h - 2 - top) / max(1, len(channels))
    for place, channel in enumerate(channels):
        _draw_channel(pen, channel, Box(box.x + 4, top + place * step, box.w - 8, step), language)


def _draw_channel(pen: Pen, channel: HelpChannel, box: Box, language: str) -> None:
    step = min(box.h, 13.0)
    name_size, number_size = (9.5, 11.5) if step > 10 else (8.0, 9.5)
    y = box.y + step * 0.36
    numbers = pen.text_width(channel.number, number_size, BOLD) if channel.number else 32.0
    pen.fitted(box.x, y, channel.name, box.w - numbers - 2, name_size, SEMIBOLD, least=5.5)
    if channel.number:
        pen.text(box.x + box.w, y, channel.number, number_size, BOLD, "right")
    else:
        pen.line(box.x + box.w - numbers, y + 0.5, box.x + box.w, y + 0.5, 0.2)
    y += number_size * 0.37
    stamp = 0.0
    if channel.number and not channel.verified:
        stamp = pen.text_width(NOT_VERIFIED, 5.8, BOLD) + 2
        pen.box(Box(box.x + box.w - stamp, y - 2.3, stamp, 3.0), line=0.25)
        pen.text(box.x + box.w - 1, y, NOT_VERIFIED, 5.8, BOLD, "right")
    pen.fitted(box.x, y, _scope(channel, language), box.w - stamp - 1.5, 7, least=4.8)
    pen.line(box.x, box.y + step - 0.7, box.x + box.w, box.y + step - 0.7, 0.1, 0.6)


def _scope(channel: HelpChannel, language: str) -> str:
    if channel.verified and channel.verified_on and channel.number:
        checked = f"{CHECKED.in_language(language)} {short_date(channel.verified_on, language)}"
        return f"{channel.scope} · {checked}" if channel.scope else checked
    return channel.scope
