"""The week on paper: frozen values with neutral titles for sensitive topics, drawn by the paper workshop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.domain.papers.office import PlannedSession, WeekPlan, WeekRow
from promoter_app.domain.refusal import Sentence
from promoter_app.services.curricula import Content, find_module
from promoter_app.services.week.board import Board, BoardRow, BoardSession

TITLE = Sentence("Sesiones de la semana", "Sessions of the week")
FIXED = Sentence("fija", "fixed")


def week_plan(board: Board, content: Content, language: str, title: str = "") -> WeekPlan:
    """The planned, open and held sessions of a board; crews without any are left out."""
    rows = tuple(_row(row, content, language) for row in board.rows)
    return WeekPlan(
        title or TITLE.in_language(language),
        date.fromisoformat(board.monday),
        tuple(row for row in rows if row.sessions),
        len(board.days),
    )


def _row(row: BoardRow, content: Content, language: str) -> WeekRow:
    shown = [s for cell in row.cells for s in cell.sessions if s.state != "not_held"]
    return WeekRow(row.name, f"{row.place} · {row.people}", tuple(_session(row, s, content, language) for s in shown))


def _session(row: BoardRow, s: BoardSession, content: Content, language: str) -> PlannedSession:
    module = find_module(content, row.sector, s.module)
    title = title_on_paper(module, language) if module else s.module
    people = [s.promoter_name, *(name for _role, name in s.others)]
    return PlannedSession(
        date.fromisoformat(s.held_on),
        time.fromisoformat(s.starts),
        time.fromisoformat(s.ends),
        title,
        row.place,
        ", ".join(filter(None, people)),
        FIXED.in_language(language) if s.pinned else "",
    )


def print_week(
    board: Board,
    content: Content,
    out: Path,
    *,
    language: str = "es",
    paper: str = "letter",
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Write the week as a PDF on pages that lie on their side. Raises Refusal when the disk is full."""
    from promoter_app.paper.office_papers import draw_week

    plan = week_plan(board, content, language)
    return draw_week(plan, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop)
