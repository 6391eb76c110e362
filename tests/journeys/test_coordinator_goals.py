"""A coordinator opens a number down to its rows: one click or one Enter, and the counts are those of the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from promoter_app.ui.goals.page import GoalsPage
from tests.journeys.desk import Field

SINCE, LAST = "2025-10-01", "2026-03-31"
COUNTED = """
SELECT min(s.held_on) AS first, p.id, p.language FROM attendance a JOIN session_now s ON s.id = a.session
  JOIN person_now p ON p.id = coalesce((SELECT person FROM person_alias WHERE id = a.person), a.person)
WHERE s.state IN ('held', 'reopened') AND s.kind IN ('training', 'community') AND s.module IS NOT NULL
  AND p.kind = 'worker' AND a.id NOT IN (SELECT target FROM void)
GROUP BY p.id
"""


def people(field: Field, language: str | None = None) -> int:
    """Unique people by plain SQL, in whom the first session of their life here falls in the period."""
    where = "AND language = ?" if language else ""
    asked = (SINCE, LAST, *([language] if language else []))
    return int(field.sql(f"SELECT count(*) FROM ({COUNTED}) WHERE first BETWEEN ? AND ? {where}", *asked)[0][0])


def open_goals(field: Field) -> GoalsPage:
    field.window.desk.set_role("coordinator")
    field.key(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    field.rest()
    page = field.window.room()
    assert isinstance(page, GoalsPage)
    return page


def click(field: Field, widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(20, widget.height() // 2))
    field.rest()


def load_all(field: Field, page: GoalsPage) -> int:
    bar = page.figures.rows.table.verticalScrollBar()
    for _page in range(20):
        before = len(page.figures.rows.table.texts())
        bar.setValue(bar.maximum())
        field.rest()
        if len(page.figures.rows.table.texts()) == before:
            break
    return len(page.figures.rows.table.texts())


def test_one_click_from_a_number_to_its_rows_and_esc_back(open_field: Callable[..., Field]) -> None:
    field = open_field()
    page = open_goals(field)
    rows = page.figures.rows
    assert not rows.isVisible()
    card = page.figures.cards.card("3.1")
    assert card.kpi.actual == people(field)
    click(field, card)  # the one click
    assert rows.isVisible()
    assert load_all(field, page) == people(field)
    assert rows.title.text().startswith(f"{people(field)} personas detrás de ")
    field.key(Qt.Key.Key_Escape)
    assert not rows.isVisible()
    assert page.figures.cards.focused_code() == "3.1"

    bar = next(row for row in page.figures.bars.rows() if row.bar.cell.group == "hch")
    assert bar.printed() == str(people(field, "hch"))
    click(field, bar)
    assert load_all(field, page) == people(field, "hch")
    field.key(Qt.Key.Key_Escape)
    assert bar.hasFocus()


def test_one_key_from_a_number_to_people_and_one_more_to_their_sessions(open_field: Callable[..., Field]) -> None:
    field = open_field()
    page = open_goals(field)
    field.key(Qt.Key.Key_Return)  # the chosen card has the focus
    table = page.figures.rows.table
    assert len(table.texts()) == people(field)
    name = table.texts()[0][1]
    field.key(Qt.Key.Key_Return)
    ((sessions,),) = field.sql(
        "SELECT count(DISTINCT a.session) FROM attendance a JOIN person_now p ON p.id = a.person WHERE p.name = ?"
        " AND a.id NOT IN (SELECT target FROM void)", name,
    )  # fmt: skip
    assert len(table.texts()) == sessions > 0
    assert name in page.figures.rows.title.text()
    field.key(Qt.Key.Key_Escape)
    assert len(table.texts()) == people(field)
    field.key(Qt.Key.Key_Escape)
    assert not page.figures.rows.isVisible()


def test_sessions_behind_the_number_of_sessions(open_field: Callable[..., Field]) -> None:
    field = open_field()
    page = open_goals(field)
    while not any(card.kpi.code == "S1" for card in page.figures.cards.cards()):
        page.figures.cards.turn(1)
    click(field, page.figures.cards.card("S1"))
    codes = {
        code for (code,) in field.sql(
            "SELECT code FROM session_now WHERE state IN ('held', 'reopened') AND held_on BETWEEN ? AND ?", SINCE, LAST
        )
    }  # fmt: skip
    load_all(field, page)
    assert {line[1] for line in page.figures.rows.table.texts()} == codes
    present = sum(int(line[4]) for line in page.figures.rows.table.texts())
    assert present == field.sql(
        "SELECT count(DISTINCT a.session || a.person) FROM attendance a JOIN session_now s ON s.id = a.session"
        " WHERE s.state IN ('held', 'reopened') AND s.held_on BETWEEN ? AND ?"
        " AND a.id NOT IN (SELECT target FROM void)", SINCE, LAST,
    )[0][0]  # fmt: skip
