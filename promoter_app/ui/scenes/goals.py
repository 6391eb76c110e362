"""Metas: each tab, the rows behind a number, and the table twins."""

from __future__ import annotations

from promoter_app.ui.goals.page import FIGURES, TABS, GoalsPage
from promoter_app.ui.scenes.scene import Come, Scene, room_of
from promoter_app.ui.scripted_day import Day


def goals_scenes() -> list[Scene]:
    """The coordinator's figures."""
    tabs = [Scene(f"goals-{tab}", "coordinator", _tab(tab)) for tab in TABS]
    more = {"goals-rows": _rows, "goals-tables": _tables}
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
