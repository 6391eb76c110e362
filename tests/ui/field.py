"""A real data folder behind a real session view: a crew with cards, its session open at noon, a hand-set clock."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.stamp import Stamp
from promoter_app.edge import Edge
from promoter_app.services.curricula import Content, read_content
from promoter_app.services.folder import Folder, found_project, open_folder
from promoter_app.services.sessions import attendance, sessions
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.language import load_language
from promoter_app.ui.road import Road
from promoter_app.ui.session.view import SessionView
from promoter_app.ui.sounds import Sounds

Step = TypeVar("Step", bound=QWidget)

TAG = 77
NOON = datetime(2026, 2, 17, 12, 3, 41, tzinfo=timezone(timedelta(hours=-6)))
PEOPLE = (
    ("Amalia Serrano Chávez", "crn"),
    ("Catarino Flores Altamirano", "crn"),
    ("Rosalía Bautista Carrillo", "hch"),
    ("Bernabé Ríos Torres", "spa"),
    ("Hilario de la Cruz Ríos", "hch"),
    ("Refugio Partida Ochoa", None),
)


@dataclass
class UiField:
    """`people` are members of the crew with cards 1, 2, ...; the first `came` of them are present."""

    path: Path
    desk: Desk
    clock: list[datetime]
    crew: bytes
    session: bytes
    people: list[bytes]
    wait: Callable[[Callable[[], bool]], None]
    widgets: list[QWidget] = field(default_factory=list)
    windows: list[QWidget] = field(default_factory=list)

    def code(self, number: int) -> str:
        """What a scanner reads on card `number`."""
        return make_code(CodeKind.CARD, TAG, number).text

    def sql(self, query: str, *params: Any) -> list[tuple[Any, ...]]:
        """Plain sqlite3 on the file, as another program sees it."""
        connection = sqlite3.connect(f"file:{self.path / 'surco.db'}?mode=ro", uri=True)
        try:
            return connection.execute(query, params).fetchall()
        finally:
            connection.close()

    def view(self, makers: dict[str, Any]) -> SessionView:
        """The session on screen, opened."""
        shown = SessionView(self.desk, makers)
        self.widgets.append(shown)
        shown.resize(1366, 768)
        shown.show()
        shown.open(self.session)
        self.settle()
        return shown

    def at(self, makers: dict[str, Any], step: str, kind: type[Step]) -> tuple[SessionView, Step]:
        """The session on screen at `step`, whose page is of `kind`."""
        view = self.view(makers)
        view.activateWindow()
        view.show_step(step)
        self.settle()
        page = view.stack.currentWidget()
        assert isinstance(page, kind)
        return view, page

    def settle(self) -> None:
        """Wait until the road carried out everything that was asked of it."""
        self.wait(lambda: not self.desk.road.is_busy)
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Close what was opened."""
        for widget in self.widgets:
            if isinstance(widget, SessionView):
                widget.close_view()
            widget.close()
        self.settle()
        for window in self.windows:
            window.close()
        self.desk.road.close()
        for widget in (*self.widgets, *self.windows):
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def office_stamp(edge: Edge) -> Stamp:
    """A stamp of the coordinator, for what the office set up before."""
    return Edge("Teresa", "coordinator", now=edge.now).stamp()


def make_field(
    path: Path,
    content: Content,
    wait: Callable[[Callable[[], bool]], None],
    *,
    module: str = "M1",
    came: int = 6,
    before: Callable[[Folder, Edge, bytes], None] | None = None,
) -> UiField:
    """Make the folder through the services, then give it to a road of its own. `before` may add to it."""
    clock = [NOON]
    edge = Edge("Lupita", now=lambda: clock[0])
    folder = open_folder(path)
    found_project(folder, edge.stamp(), "Prueba", TAG)
    with folder.book.writing(edge.stamp()) as write:
        season = write.add("season", name="Zafra 25-26", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        people = [write.add("person", kind="worker", name=name, sex="F", language=tongue) for name, tongue in PEOPLE]
        for number, person in enumerate(people, start=1):
            card = write.add("card", code=make_code(CodeKind.CARD, TAG, number).text, number=number)
            write.add("card_assignment", card=card, person=person)
            write.add("membership", person=person, crew=crew, since="2026-01-05")
    made = sessions.add_session(
        folder, edge.stamp(), sessions.NewSession("2026-02-17", "12:00", "12:30", crew, module, season=season)
    ).outcome
    sessions.start_session(folder, edge.stamp(), made)
    for number in range(1, came + 1):
        clock[0] = NOON + timedelta(seconds=number)
        attendance.record_scan(folder, edge.stamp(), made, make_code(CodeKind.CARD, TAG, number).text)
    if before is not None:
        before(folder, edge, made)
    folder.close()
    desk = Desk(Road(edge), Sounds(), "es")
    desk.content = content
    ready: list[Any] = []
    desk.road.open(lambda: (open_folder(path), None), ready.append)
    shown = UiField(path, desk, clock, crew, made, people, wait)
    shown.settle()
    return shown


Fields = Callable[..., UiField]


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped courses, read once."""
    return read_content()


@pytest.fixture
def fields(tmp_path: Path, qtbot: QtBot, content: Content) -> Iterator[Fields]:
    """Makes fields (the arguments of `make_field`) and closes them."""
    made: list[UiField] = []

    def make(**more: Any) -> UiField:
        made.append(make_field(tmp_path / f"datos{len(made)}", content, qtbot.waitUntil, **more))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def spoken(qapp: QApplication) -> Callable[[UiField, str, int], None]:
    """Turns language and text size of a field's window."""

    def speak(shown: UiField, language: str, percent: int) -> None:
        theme.apply_theme(qapp, percent)
        load_language(qapp, language)
        shown.desk.language = language

    return speak
