"""Metas: each tab, the rows behind a number, the table twins, and what taking a report out asks."""

from __future__ import annotations

from datetime import date

from promoter_app.domain.indicators.by_hand import OUTREACH
from promoter_app.domain.indicators.periods import Period
from promoter_app.services.indicators.by_hand import ByHand, by_hand
from promoter_app.services.indicators.goals import Wanted, goals
from promoter_app.ui.goals.by_hand_card import HandQuestion
from promoter_app.ui.goals.export import ExportQuestion
from promoter_app.ui.goals.page import FIGURES, TABS, GoalsPage
from promoter_app.ui.scenes.scene import Come, Scene, open_dialog, room_of
from promoter_app.ui.scripted_day import Day


def goals_scenes() -> list[Scene]:
    """The coordinator's figures."""
    tabs = [Scene(f"goals-{tab}", "coordinator", _tab(tab)) for tab in TABS]
    more = {"goals-rows": _rows, "goals-tables": _tables, "goals-export": _export, "goals-by-hand": _by_hand}
    return [*tabs, *(Scene(name, "coordinator", come) for name, come in more.items())]


def _tab(name: str) -> Come:
    def come(day: Day) -> None:
        page = room_of(day, "goals", GoalsPage)
        page.figures.rows.close_rows()
        page.show_tab(name)

    return come


def _rows(day: Day) -> None:
    _tab(FIGURES)(day)
    day.rest()
    room_of(day, "goals", GoalsPage).figures.cards.cards()[0].click()


def _tables(day: Day) -> None:
    _tab(FIGURES)(day)
    figures = room_of(day, "goals", GoalsPage).figures
    for half in (figures.left, figures.right):
        half.table_button.setChecked(True)


def _export(day: Day) -> None:
    page = room_of(day, "goals", GoalsPage)
    for half in (page.figures.left, page.figures.right):
        half.table_button.setChecked(False)
    page.figures.rows.close_rows()
    today = date.fromisoformat(day.window.desk.today())
    question: list[ExportQuestion] = []

    def ask(period: Period) -> None:
        question.append(ExportQuestion(day.window.desk, period, parent=day.window))

    day.window.desk.road.ask(lambda folder: goals(folder, Wanted(), today).period, ask)
    day.wait(lambda: bool(question) and question[0].report is not None)
    open_dialog(question[0])


def _by_hand(day: Day) -> None:
    """The question that corrects a row of reach, and what it says when something is missing."""
    room_of(day, "goals", GoalsPage)
    desk, question = day.window.desk, list[HandQuestion]()

    def ask(shown: ByHand) -> None:
        values = {**shown.rows[0].values, "people": None} if shown.rows else None
        question.append(HandQuestion(desk, OUTREACH, shown, values, day.window))

    desk.road.ask(by_hand, ask)
    day.wait(lambda: bool(question))
    question[0].accept()
    open_dialog(question[0])
