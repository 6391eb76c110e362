"""A coordinator's Monday: the week is planned in two clicks, and another program finds it in the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promoter_app.ui.week.page import WeekPage
from tests.journeys.desk import Field


def test_the_week_is_planned_in_two_clicks(open_field: Callable[..., Field]) -> None:
    field = open_field()
    field.window.desk.set_role("coordinator")
    field.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    page = field.window.room()
    assert isinstance(page, WeekPage)
    field.wait(lambda: page.table.week.rowCount() > 0)
    before = set(field.sql("SELECT id, held_on, starts, module FROM session_now"))
    QTest.mouseClick(page.bar.plan_button, Qt.MouseButton.LeftButton)  # one
    field.wait(lambda: page.proposal is not None)
    field.rest()
    promised = {(s.crew, s.held_on, s.starts, s.ends, s.module, s.promoter) for s in page.pending.values()}
    assert promised
    assert all(date(2026, 2, 17).isoformat() < s.held_on <= "2026-02-22" for s in page.pending.values())
    assert set(field.sql("SELECT id, held_on, starts, module FROM session_now")) == before
    QTest.mouseClick(page.panel.accept_button, Qt.MouseButton.LeftButton)  # two
    field.rest()
    after = field.sql(
        "SELECT id, crew, held_on, starts, ends, module, promoter, state, code FROM session_now"
    )
    made = [row for row in after if row[0] not in {old[0] for old in before}]
    assert {tuple(row[1:7]) for row in made} == promised
    assert {row[7] for row in made} == {"planned"}
    assert len({row[8] for row in after}) == len(after)
    assert before <= {(row[0], row[2], row[3], row[5]) for row in after}  # nothing that was there has moved
    crews_by_day = [(row[1], row[2]) for row in after if row[7] != "not_held" and row[1] and row[2] > "2026-02-17"]
    assert len(crews_by_day) == len(set(crews_by_day))
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # and one key takes all of it back
    assert set(field.sql("SELECT id, held_on, starts, module FROM session_now")) == before
