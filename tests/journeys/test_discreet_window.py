"""What the taskbar, the list of windows and recent files show never names anybody nor a sensitive topic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from promoter_app.domain.sessions import STEPS
from promoter_app.ui.gallery import look_at, scenes
from promoter_app.ui.scripted_day import Day
from promoter_app.ui.session.attendance_page import AttendancePage
from tests.journeys.desk import Field
from tests.journeys.outside_words import secrets, titles
from tests.journeys.test_promoter_day import codes_of_crew

OpenField = Callable[..., Field]
SPEAKING = ("person", "people-import", "receiving-files", "session-", "dialog-", "topics-edit")
"""Scenes with names and topics in them; the walk through every scene (tests/ui) looks at the titles of all."""


def test_no_title_names_anybody_or_a_sensitive_topic(open_field: OpenField, tmp_path: Path) -> None:
    field = open_field()
    kept, day, told = secrets(field), Day(field.window, tmp_path, "es"), set[str]()
    assert len(kept) > 100
    for scene in [each for each in scenes(day) if each.name.startswith(SPEAKING)]:
        look_at(day, scene, (1366, 768))
        told |= titles()
    assert any("surco" in title for title in told)
    assert not [(title, secret) for title in told for secret in kept if secret in title]


def test_nothing_is_put_among_the_recent_files(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Recent documents of a desktop live under these two folders; the program writes nothing there."""
    home = tmp_path / "home"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    home.mkdir()
    field = open_field()
    day = Day(field.window, tmp_path, "es")
    for scene in [each for each in scenes(day) if each.name in ("people-import", "receiving-files", "person")]:
        look_at(day, scene, (1366, 768))
    field.close()
    assert not [path for path in home.rglob("*") if "recent" in path.name.casefold()]


def test_f7_hides_names_on_every_screen_of_a_session(open_field: OpenField) -> None:
    field = open_field()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    for code in codes_of_crew(field, session.id, inside=True)[:4]:
        field.scan(code)
    assert isinstance(field.window.session_view.stack.currentWidget(), AttendancePage)
    rows = field.sql("SELECT DISTINCT p.name FROM attendance a JOIN person_now p ON p.id = a.person")
    here = {name for (name,) in rows}
    assert any(name in _heard(field.window) for name in here)
    field.key(Qt.Key.Key_F7)
    for step in STEPS:
        field.window.session_view.show_step(step)
        field.rest()
        heard = _heard(field.window)
        assert not [name for name in here if name in heard], step


def _heard(window: QWidget) -> str:
    """All words on screen, as seen and as a screen reader says them."""
    told: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            told.append(widget.accessibleName())
            text = getattr(widget, "text", None)
            told.append(str(text()) if callable(text) else "")
    return "\n".join(told)
