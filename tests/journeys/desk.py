"""A promoter's hands and another program's eyes, for days played in the real window."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.app import build
from promoter_app.domain.stamp import Role
from promoter_app.edge import Edge
from promoter_app.services.demo import make_demo
from promoter_app.ui.kit.scan_gate import ScanGate
from promoter_app.ui.sounds import Sounds
from promoter_app.ui.window import Window
from tests.loudspeaker import Heard

Shown = TypeVar("Shown", bound=QWidget)

DAY = date(2026, 2, 17)
ZONE = timezone(timedelta(hours=-6))
NOON = datetime(2026, 2, 17, 11, 58, tzinfo=ZONE)
CAPS_LOCK = str.maketrans("1234567890", '!"·$%&/()=')
"""What the digits of a scanner become on a Spanish keyboard with Caps Lock."""


def sample_season(folder: Path, cache: Path) -> Path:
    """A fresh copy of the sample season of 17 February 2026."""
    if not cache.exists():
        make_demo(cache, seed=7, today=DAY, people=120, weeks=3)
    shutil.copytree(cache, folder)
    return folder


class Field:
    """The window on a folder, driven by keys; `sql` reads with plain sqlite3. `covered`: something is in the way first,
    as the lock screen is.
    """

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        *,
        language: str = "es",
        start: datetime = NOON,
        operator: str = "Lupita Ramos",
        covered: bool = False,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self.folder = folder
        self.now = start
        self.moved = timedelta(0)
        """How wrong the clock on the wall is set."""
        self.is_open = True
        edge = Edge(operator, now=self._clock, monotonic=lambda: self.now.timestamp())
        self.played: list[str] = []
        sounds = Sounds(load=lambda path, _parent: Heard(path.stem, self.played))
        self.window: Window = build(app, folder, edge, language, sounds).window
        self.window.resize(1366, 768)
        self.window.show()
        self.wait(lambda: self.window.pages.is_covered() if covered else self.window.desk.content is not None)
        self.rest()

    def _clock(self) -> datetime:
        self.now += timedelta(milliseconds=40)
        return self.now + self.moved

    def wait(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=60_000)

    def rest(self) -> None:
        """Until nothing is under way and no key waits to be told a card or typing."""
        self._let_go()
        self.wait(lambda: not self.window.desk.road.is_busy)
        QApplication.processEvents()

    def _let_go(self) -> None:
        """Until no key waits: a stuck machine must not make one burst of what was typed by hand."""
        gate = self.window.findChild(ScanGate)
        self.wait(lambda: not (gate and gate.held_text()))

    def focus(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifier)
        self.rest()

    def type(self, text: str) -> None:
        """As a person types; each key goes where the focus is by then."""
        for letter in text:
            QTest.keyClick(self.focus(), letter)
            QTest.qWait(45)
            self._let_go()
        self.rest()

    def scan(self, code: str, *, end: Qt.Key | None = Qt.Key.Key_Return, into: QWidget | None = None) -> None:
        """As a USB scanner types: one burst, wherever the focus is."""
        target = into or self.focus()
        QTest.keyClicks(target, code)
        if end is not None:
            QTest.keyClick(target, end)
        else:
            QTest.qWait(120)
        self.rest()

    def sql(self, query: str, *parameters: Any) -> list[tuple[Any, ...]]:
        return read(self.folder / "surco.db", query, *parameters)

    def panel(self) -> str:
        """What the feedback panel says to a screen reader."""
        panel = self.window.findChild(QWidget, "feedback")
        assert panel is not None
        return panel.accessibleName()

    def banner(self) -> str:
        covered = self.window.pages.currentWidget() is self.window.session_view
        banner = self.window.session_view.banner if covered else self.window.banner
        return banner.accessibleName() if banner.isVisible() else ""

    def step(self) -> str:
        return self.window.session_view.step()

    def close(self) -> None:
        self.is_open = False
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


def read(path: Path, query: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Rows of a file, read by plain sqlite3 as any other program would."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(query, parameters).fetchall()
    finally:
        connection.close()


def enter(field: Field, room: str, kind: type[Shown], role: Role) -> Shown:
    """The room of this name and `kind`, as who has this role has it, once it shows its data."""
    field.window.desk.set_role(role)
    field.window.show_room(room)
    field.rest()
    page = field.window.room()
    assert isinstance(page, kind)
    return page
