"""The office's papers: the week on a wall, and the record to sign after data of several laptops were united.

Heavy: imports reportlab.
"""

from __future__ import annotations

from datetime import timedelta

from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.papers.office import Decision, MergeRecord, PlannedSession, WeekPlan, WeekRow
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing
from promoter_app.paper.flow import Block, Flow
from promoter_app.paper.fonts import BOLD, REGULAR, SEMIBOLD
from promoter_app.paper.pen import GREY, HAIR, Pen
from promoter_app.paper.words import DAYS, hours, long_date, short_date

WEEK = Sentence("Semana del {day}", "Week of {day}")
ACTA = Sentence("Acta de consolidación", "Consolidation record")
RECORD = Sentence(
    "En {place}, el {day}, se unieron los datos de {count} archivos del proyecto {project}.",
    "In {place}, on {day}, the data of {count} files of the project {project} were united.",
)
FILES = Sentence("Archivos recibidos", "Files received")
FILE_HEADS = Sentence(
    "De|Archivo|Huella|Sesiones|Personas|Asistencias", "From|File|Fingerprint|Sessions|People|Attendances"
)
TOTALS = Sentence("Totales", "Totals")
TOTAL_HEADS = Sentence("Qué|Antes|Después", "What|Before|After")
CONFLICTS = Sentence("Diferencias resueltas", "Differences resolved")
DUPLICATES = Sentence("Personas repetidas que se unieron", "Repeated people who were joined")
DECISION_HEADS = Sentence("De quién o qué|Opciones|Quedó|Decidió", "Who or what|Options|Kept|Decided by")
NONE = Sentence("Ninguna.", "None.")
AGREE = Sentence("Quienes firman están de acuerdo con lo anterior.", "Those who sign agree with the above.")

NAME = 34.0
"""Width in mm of the first column of the week."""


# --- week -----------------------------------------------------------------------------------------------


def week_pages(plan: WeekPlan, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """The week on pages that lie on their side: a row for each crew, a column for each day."""
    flow = Flow(paper, on_side=True, foot=plan.note, language=language)
    flow.left, flow.room = 12.0, flow.width - 24.0
    title = WEEK.in_language(language).format(day=long_date(plan.monday, language))
    flow.title(plan.title, title)
    head = _day_heads(flow, plan, language)
    flow.blocks.append(head)
    for row in plan.rows:
        flow.blocks.append(_week_row(flow, plan, row, head))
    return flow.pages()


draw_week = drawing(week_pages, lambda plan: plan.title)
"""Write a plan to the PDF `out`."""


def _day_heads(flow: Flow, plan: WeekPlan, language: str) -> Block:
    width = (flow.room - NAME) / plan.days

    def draw(pen: Pen, y: float) -> None:
        for place in range(plan.days):
            day = plan.monday + timedelta(days=place)
            name = DAYS.in_language(language).split()[place]
            x = flow.left + NAME + place * width
            pen.fitted(x + 1.5, y + 5, f"{name} {day.day}", width - 2, 10.5, BOLD)
        pen.line(flow.left, y + 7, flow.left + flow.room, y + 7, 0.4)

    return Block(7.0, draw, stay=True)


def _week_row(flow: Flow, plan: WeekPlan, row: WeekRow, head: Block) -> Block:
    width = (flow.room - NAME) / plan.days
    days: list[list[PlannedSession]] = [[] for _ in range(plan.days)]
    for session in sorted(row.sessions, key=lambda session: (session.day, session.start, session.title)):
        days[(session.day - plan.monday).days].append(session)
    height = max(13.0, *(sum(_session_height(flow.pen, s, width) for s in day) + 2 for day in days))

    def draw(pen: Pen, y: float) -> None:
        pen.paragraph(flow.left, y + 1.5, row.name, NAME - 3, 10, BOLD, leading=1.15)
        with pen.grey(GREY):
            lines = len(pen.wrap(row.name, NAME - 3, 10, BOLD))
            pen.fitted(flow.left, y + 4.5 + lines * 4.2, row.detail, NAME - 3, 7.5)
        for place, day in enumerate(days):
            x, top = flow.left + NAME + place * width, y + 1.5
            for session in day:
                _draw_session(pen, session, Box(x, top, width, _session_height(pen, session, width)))
                top += _session_height(pen, session, width)
            pen.line(x, y, x, y + height, 0.12, HAIR)
        pen.line(flow.left, y + height, flow.left + flow.room, y + height, 0.12, HAIR)

    return Block(height, draw, head=head)


def _session_lines(session: PlannedSession) -> list[tuple[str, float, str]]:
    lines = [
        (hours(session.start, session.end), 9.0, BOLD),
        (session.title, 8.5, SEMIBOLD),
        (session.place, 7.5, REGULAR),
        (session.promoters, 7.5, REGULAR),
        (session.note, 7.5, REGULAR),
    ]
    return [line for line in lines if line[0]]


def _session_height(pen: Pen, session: PlannedSession, width: float) -> float:
    room = width - 5
    heights = [pen.paragraph_height(text, room, size, weight, 1.18) for text, size, weight in _session_lines(session)]
    return sum(heights) + 3.4


def _draw_session(pen: Pen, session: PlannedSession, box: Box) -> None:
    pen.box(Box(box.x + 1, box.y, box.w - 2, box.h - 1.2), line=0.3, radius=1.5)
    y = box.y + 0.8
    for text, size, weight in _session_lines(session):
        y = pen.paragraph(box.x + 2.5, y, text, box.w - 5, size, weight, 1.18)


# --- acta -----------------------------------------------------------------------------------------------


def merge_record_pages(record: MergeRecord, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """The record: files, totals, what was decided, lines to sign."""
    flow = Flow(paper, foot=f"{ACTA.in_language(language)} · {record.folio}", language=language)
    flow.title(ACTA.in_language(language), f"Folio {record.folio} · {short_date(record.day, language)}")
    words = RECORD.in_language(language).format(
        place=record.place,
        day=long_date(record.day, language),
        count=len(record.files),
        project=record.project,
    )
    flow.gap(1)
    flow.text(words, 11)
    flow.heading(FILES.in_language(language))
    rows = [
        (f.sender, f.file, f.fingerprint, f"{f.sessions:,}", f"{f.people:,}", f"{f.attendances:,}")
        for f in record.files
    ]
    flow.table(FILE_HEADS.in_language(language).split("|"), rows, (2.2, 3.4, 1.9, 1.1, 1.1, 1.4), 8.5)
    flow.heading(TOTALS.in_language(language))
    totals = [(name, f"{before:,}", f"{after:,}") for name, before, after in record.totals]
    flow.table(TOTAL_HEADS.in_language(language).split("|"), totals, (4, 1, 1), 10)
    _decisions(flow, CONFLICTS, record.conflicts, language)
    _decisions(flow, DUPLICATES, record.duplicates, language)
    if record.note:
        flow.gap(2)
        flow.text(record.note, 10)
    flow.gap(4)
    flow.blocks[-1] = Block(4, flow.blocks[-1].draw, stay=True)
    flow.text(AGREE.in_language(language), 10.5)
    flow.signatures(record.signers)
    return flow.pages()


draw_merge_record = drawing(merge_record_pages, ACTA)
"""Write `record` to the PDF `out`."""


def _decisions(flow: Flow, head: Sentence, decisions: tuple[Decision, ...], language: str) -> None:
    flow.heading(head.in_language(language))
    if not decisions:
        flow.text(NONE.in_language(language), 10)
        return
    rows = [(d.subject, d.options, d.chosen, d.by) for d in decisions]
    flow.table(DECISION_HEADS.in_language(language).split("|"), rows, (2.2, 3, 2.2, 1.6), 8.5)
