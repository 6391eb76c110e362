"""The guide of a topic for the person who facilitates: what to bring, minute by minute, messages, questions.

Heavy: imports reportlab.
"""

from __future__ import annotations

from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.papers.material import FacilitatorGuide, GuideQuestion, GuideStep, LawReference
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing
from promoter_app.paper.flow import Flow
from promoter_app.paper.fonts import BOLD, REGULAR, SEMIBOLD
from promoter_app.paper.pen import GREY, Pen
from promoter_app.paper.words import LETTERS, NOT_FOR_EMPLOYER, NOT_VERIFIED, short_date

TITLE = Sentence("Guía de quien facilita", "Facilitator guide")
MINUTES = Sentence("{full} minutos · versión corta {short}", "{full} minutes · short version {short}")
CHECK = Sentence("Antes de empezar", "Before you start")
OBJECTIVES = Sentence("Al terminar, las personas pueden", "At the end, people can")
BRING = Sentence("Para llevar", "To bring")
STEPS = Sentence("Paso a paso", "Step by step")
MESSAGES = Sentence("Qué decir", "What to say")
QUESTIONS = Sentence("Preguntas, antes y después", "Questions, before and after")
SHORT = Sentence("* también en la versión corta · respuesta en negritas", "* in the short version too · answer in bold")
LOCAL = Sentence("Datos de este lugar", "Facts of this place")
LAW = Sentence("Fundamento", "Legal basis")
CHECKED = Sentence("revisado el", "checked on")


def guide_pages(guide: FacilitatorGuide, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """The pages of `guide`."""
    foot = f"{guide.title} · {NOT_FOR_EMPLOYER.in_language(language)}"
    flow = Flow(paper, foot=foot, language=language)
    time = MINUTES.in_language(language).format(full=guide.minutes, short=guide.short_minutes)
    flow.title(guide.title, f"{TITLE.in_language(language)} · {guide.subtitle} · {time}", guide.picture)
    _ticks(flow, CHECK, guide.checklist, language)
    _points(flow, OBJECTIVES, guide.objectives, language)
    _ticks(flow, BRING, guide.materials, language)
    if guide.steps:
        flow.heading(STEPS.in_language(language))
        for step in guide.steps:
            _add_step(flow, step)
    _points(flow, MESSAGES, guide.messages, language, size=12)
    if guide.local or guide.inserts:
        flow.heading(LOCAL.in_language(language))
        for datum in guide.local:
            flow.write_line(datum.label, datum.value)
        for insert in guide.inserts:
            flow.text(insert.text, mark="•")
            if insert.verify:
                flow.text(NOT_VERIFIED, 7)
    if guide.questions:
        flow.heading(QUESTIONS.in_language(language))
        flow.text(SHORT.in_language(language), 8.5, stay=True)
        for question in guide.questions:
            _add_question(flow, question, language)
    if guide.laws:
        flow.heading(LAW.in_language(language))
        for law in guide.laws:
            _add_law(flow, law, language)
    return flow.pages()


draw_guide = drawing(guide_pages, TITLE)
"""Write `guide` to the PDF `out`."""


def _points(flow: Flow, head: Sentence, texts: tuple[str, ...], language: str, size: float = 10.5) -> None:
    if texts:
        flow.heading(head.in_language(language))
        flow.bullets(texts, size)


def _ticks(flow: Flow, head: Sentence, texts: tuple[str, ...], language: str) -> None:
    if texts:
        flow.heading(head.in_language(language))
        flow.boxes(texts)


def _add_step(flow: Flow, step: GuideStep) -> None:
    room = flow.room - 17
    words = flow.pen.paragraph_height(step.words, room, 10.5) if step.words else 0.0
    height = max(8.0, 5.2 + words) + 1.6

    def draw(pen: Pen, y: float) -> None:
        pen.box(Box(flow.left, y + 0.4, 13, 7), line=0.35, radius=2)
        pen.text(flow.left + 6.5, y + 5.2, f"{step.minutes}′", 11, BOLD, "centre")
        pen.text(flow.left + 17, y + 4.2, step.title, 11, SEMIBOLD)
        if step.words:
            pen.paragraph(flow.left + 17, y + 5.2, step.words, room, 10.5)

    flow.block(height, draw)


def _add_question(flow: Flow, question: GuideQuestion, language: str) -> None:
    letters = LETTERS.in_language(language) if len(question.choices) == 2 else "ABC"
    room = flow.room - 9
    pen = flow.pen
    height = pen.paragraph_height(question.text, room, 10.5, SEMIBOLD)
    heights = [pen.paragraph_height(choice, room - 6, 10, BOLD) for choice in question.choices]

    def draw(pen: Pen, y: float) -> None:
        star = "*" if question.short else ""
        pen.text(flow.left, y + 3.9, f"{question.number}{star}", 10.5, BOLD)
        y = pen.paragraph(flow.left + 9, y, question.text, room, 10.5, SEMIBOLD)
        for place, choice in enumerate(question.choices):
            weight = BOLD if place == question.answer else REGULAR
            pen.text(flow.left + 9, y + 3.6, letters[place], 10, weight)
            pen.paragraph(flow.left + 15, y, choice, room - 6, 10, weight)
            y += heights[place]

    flow.block(height + sum(heights) + 2.2, draw)


def _add_law(flow: Flow, law: LawReference, language: str) -> None:
    checked = short_date(law.checked_on, language) if law.checked_on else "—"
    note = f"{CHECKED.in_language(language)} {checked} · {law.confidence}"
    stamp = flow.pen.text_width(NOT_VERIFIED, 7, BOLD) + 3 if law.verify else 0.0
    room = flow.room - stamp - 2

    def draw(pen: Pen, y: float) -> None:
        end = pen.paragraph(flow.left, y, law.reference, room, 9)
        with pen.grey(GREY):
            pen.paragraph(flow.left, end, note, room, 7.5)
        if law.verify:
            pen.box(Box(flow.left + flow.room - stamp, y + 0.3, stamp, 4.2), line=0.3)
            pen.text(flow.left + flow.room - 1.5, y + 3.4, NOT_VERIFIED, 7, BOLD, "right")

    flow.block(flow.pen.paragraph_height(law.reference, room, 9) + 4.6, draw)
