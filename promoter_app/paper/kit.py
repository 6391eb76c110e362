"""The kit of a day: a cover with what to bring and what is inside, then every paper, in one file.

Heavy: imports reportlab; qrcode and svglib at first use.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from promoter_app.domain.papers.material import FacilitatorGuide, HelpCard, WorkerSheet
from promoter_app.domain.papers.office import DayKit, KitPaper
from promoter_app.domain.papers.sheets import AnswerSheet, AttendanceSheet, QuestionCards
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.answer_sheet import TITLE as ANSWERS
from promoter_app.paper.answer_sheet import answer_sheet_pages
from promoter_app.paper.attendance_sheet import TITLE as ATTENDANCE
from promoter_app.paper.attendance_sheet import attendance_pages
from promoter_app.paper.document import Page, drawing
from promoter_app.paper.flow import Flow
from promoter_app.paper.guide import TITLE as GUIDE
from promoter_app.paper.guide import guide_pages
from promoter_app.paper.words import NOT_FOR_EMPLOYER, long_date
from promoter_app.paper.worker_papers import (
    CARD_TITLE,
    QUESTIONS_TITLE,
    SHEET_TITLE,
    help_card_pages,
    question_pages,
    worker_sheet_pages,
)

TITLE = Sentence("Paquete del día", "Kit of the day")
BRING = Sentence("Para llevar", "To bring")
INSIDE = Sentence("En este paquete", "In this kit")
HEADS = Sentence("Papel|Copias|Hojas", "Paper|Copies|Pages")

Maker = Callable[..., list[Page]]


def _maker(paper: KitPaper) -> tuple[Sentence, Maker]:
    makers: dict[type[Any], tuple[Sentence, Maker]] = {
        AttendanceSheet: (ATTENDANCE, attendance_pages),
        AnswerSheet: (ANSWERS, answer_sheet_pages),
        QuestionCards: (QUESTIONS_TITLE, question_pages),
        FacilitatorGuide: (GUIDE, guide_pages),
        WorkerSheet: (SHEET_TITLE, worker_sheet_pages),
        HelpCard: (CARD_TITLE, help_card_pages),
    }
    return makers[type(paper)]


def kit_pages(kit: DayKit, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """A cover, then every paper as often as its copies say."""
    pages: list[Page] = []
    rows: list[tuple[str, str, str]] = []
    for item in kit.items:
        name, maker = _maker(item.paper)
        one = maker(item.paper, paper=paper, language=language)
        rows.append((name.in_language(language), str(item.copies), str(len(one) * item.copies)))
        pages.extend(one * item.copies)
    return _cover(kit, rows, paper, language) + pages


draw_kit = drawing(kit_pages, TITLE)
"""Write `kit` to the PDF `out`."""


def _cover(kit: DayKit, rows: list[tuple[str, str, str]], paper: str, language: str) -> list[Page]:
    flow = Flow(paper, foot=NOT_FOR_EMPLOYER.in_language(language), language=language)
    day = long_date(kit.day, language)
    flow.title(kit.title, f"{TITLE.in_language(language)} · {day} · {kit.crew} · {kit.place}")
    if kit.bring:
        flow.heading(BRING.in_language(language))
        flow.boxes(kit.bring, 12)
    flow.heading(INSIDE.in_language(language))
    flow.table(HEADS.in_language(language).split("|"), rows, (5, 1, 1), 11)
    return flow.pages()
