"""Tests of the window run without a screen, dressed in the field theme at 100 %."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from promoter_app.ui import theme
from promoter_app.ui.camera.cameras import CameraInfo, Cameras
from tests.ui.field import content, fields, spoken  # noqa: F401 - fixtures of the session pages
from tests.ui.line import line  # noqa: F401 - a line of people at Asistencia


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Sol at 100 %, also after a test that changed it."""
    theme.apply_theme(qapp)
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
