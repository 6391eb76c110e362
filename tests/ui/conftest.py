"""Tests of the window run without a screen, dressed in the field theme at 100 %."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.ui import theme
from promoter_app.ui.camera.cameras import CameraInfo, Cameras
from promoter_app.ui.goals.page import GoalsPage
from promoter_app.ui.language import load_language
from tests.journeys.desk import Field, sample_season
from tests.ui.field import content, fields, spoken  # noqa: F401 - fixtures of the session pages
from tests.ui.line import line  # noqa: F401 - a line of people at Asistencia


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Sol at 100 % and in Spanish, also after a test that changed it."""
    theme.apply_theme(qapp)
    load_language(qapp, "es")
    yield qapp
    if theme.current_percent() != 100 or theme.palette().name != "sol":
        theme.apply_theme(qapp)
    theme.set_still(qapp, False)


@pytest.fixture(autouse=True)
def no_camera_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is plugged into the computer that runs the tests, they see no camera but their own."""
    none: list[CameraInfo] = []
    monkeypatch.setattr(Cameras, "trouble", lambda _self: "")
    monkeypatch.setattr(Cameras, "listed", lambda _self: none)


@pytest.fixture(scope="session")
def season_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sample season is kept, to be copied; whoever asks for it first has it made."""
    return tmp_path_factory.mktemp("season") / "muestra"


@pytest.fixture
def field(qtbot: QtBot, tmp_path: Path, season_cache: Path) -> Iterator[Field]:
    """The window of a promoter on a copy of the sample season, two minutes before noon of its day."""
    opened = Field(qtbot, sample_season(tmp_path / "datos", season_cache))
    yield opened
    opened.close()


@pytest.fixture
def goals(field: Field) -> GoalsPage:
    """Metas on that season, as a coordinator has it."""
    field.window.desk.set_role("coordinator")
    field.key(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    field.rest()
    room = field.window.room()
    assert isinstance(room, GoalsPage)
    return room
