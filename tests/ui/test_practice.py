"""The practice: its session is open at once, and a practice card stands for somebody of the crew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.app import build
from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.edge import Edge
from promoter_app.services.demo import make_demo
from promoter_app.ui import practice
from promoter_app.ui.help_page import HelpPage
from promoter_app.ui.sounds import Loudness, Sounds
from tests.journeys.desk import DAY, NOON, Field, sample_season


@pytest.fixture
def field(qtbot: QtBot, tmp_path: Path, season_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A window on a sample season as the practice has it."""

    def with_practice(app: QApplication, folder: Path, edge: Edge, language: str, _sounds: Sounds) -> Any:
        made = build(app, folder, edge, language, Sounds(loudness=Loudness.OFF))
        practice.Practice(made.window)
        return made

    monkeypatch.setattr("tests.journeys.desk.build", with_practice)
    opened = Field(qtbot, sample_season(tmp_path / "datos", season_cache), start=NOON)
    yield opened
    opened.close()


def test_a_practice_card_is_whoever_has_not_come(field: Field) -> None:
    field.wait(field.window.in_session)
    field.wait(lambda: field.step() == "attendance")
    field.rest()
    assert "Práctica" in field.window.windowTitle()
    (before,) = field.sql("SELECT count(*) FROM attendance")[0]
    field.scan(make_code(CodeKind.PRACTICE, 1, 1).text)
    field.rest()
    (after,) = field.sql("SELECT count(*) FROM attendance")[0]
    assert after == before + 1


def test_help_opens_the_practice_in_a_process_of_its_own(
    qtbot: QtBot, tmp_path: Path, season_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(
        QProcess, "startDetached", staticmethod(lambda _program, words: (asked.append(list(words)), (True, 1))[1])
    )
    field = Field(qtbot, sample_season(tmp_path / "datos", season_cache))
    try:
        field.window.show_room("help")
        page = field.window.room()
        assert isinstance(page, HelpPage)
        QTest.mouseClick(page.practice_button, Qt.MouseButton.LeftButton)
        field.rest()
    finally:
        field.close()
    assert [words[-1] for words in asked] == ["es"]
    compile(asked[0][1], "practice", "exec")


@pytest.mark.parametrize("shift", range(7))
def test_the_small_season_has_a_session_on_any_day(tmp_path: Path, shift: int) -> None:
    import sqlite3
    from datetime import timedelta

    day = DAY + timedelta(days=shift)
    make_demo(tmp_path / "chica", seed=7, today=day, people=60, weeks=2)
    connection = sqlite3.connect(tmp_path / "chica" / "surco.db")
    try:
        (count,) = connection.execute(
            "SELECT count(*) FROM session_now WHERE held_on = ? AND state = 'planned' AND crew IS NOT NULL",
            (day.isoformat(),),
        ).fetchone()
    finally:
        connection.close()
    assert count > 0
