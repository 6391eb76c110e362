"""From a frame of the camera to the committed row and the painted panel, with a film played in the real window.

The floor is one bare read of the same frame plus one bare durable commit on the same disk, in the same run. Each
of the film's cards must be committed once. A frame's time begins when it reaches the application.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.services.camera import SeenCode
from promoter_app.services.curricula import read_content
from promoter_app.services.sessions import attendance
from promoter_app.ui.camera.cameras import CameraInfo, Cameras
from promoter_app.ui.session.attendance_page import AttendancePage
from tests.benchmarks.measuring import SHORT, Pair, best_of, crowding, judge
from tests.benchmarks.test_capture_cards import bare
from tests.benchmarks.test_scan import bare_commits
from tests.capture.simulator import Shot, Wear, draw_card, shoot
from tests.ui.field import UiField, make_field
from tests.ui.frames import Film, Plugged, write_film
from tests.ui.line import Line

pytestmark = pytest.mark.benchmark
TARGET = 2.0
CARDS = 8 if SHORT else 24
IN_VIEW, BETWEEN, RATE = 12, 6, 30
"""Frames that a card is held up, frames without one after it, frames a second (on a crowded machine fewer)."""


@pytest.fixture(autouse=True)
def no_camera_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the film is a camera."""
    none: list[CameraInfo] = []
    monkeypatch.setattr(Cameras, "trouble", lambda _self: "")
    monkeypatch.setattr(Cameras, "listed", lambda _self: none)


def clip(field: UiField) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """The whole film, and the first frame of each card."""
    rng = np.random.default_rng(24)
    film, firsts = [], []
    for number in range(1, CARDS + 1):
        face = draw_card(field.code(number), Wear(), rng)
        held = [shoot(face, Wear(), Shot(distance=280, defocus=0.8), rng) for _ in range(3)]
        film += [held[at % 3] for at in range(IN_VIEW)]
        film += [cv2.GaussianBlur(held[0], (0, 0), 40)] * BETWEEN
        firsts.append(held[0])
    return film, firsts


def more_people(folder: object, edge: object, _session: bytes) -> None:
    """Members with cards up to the number of the film."""
    from promoter_app.domain.cards import CodeKind, make_code
    from tests.ui.field import TAG

    with folder.book.writing(edge.stamp()) as write:  # type: ignore[attr-defined]
        (crew,) = (row["id"] for row in folder.book.rows("SELECT id FROM crew_now"))  # type: ignore[attr-defined]
        for number in range(7, CARDS + 1):
            person = write.add("person", kind="worker", name=f"Persona {number:02d} Prueba", sex="F", language="spa")
            card = write.add("card", code=make_code(CodeKind.CARD, TAG, number).text, number=number)
            write.add("card_assignment", card=card, person=person)
            write.add("membership", person=person, crew=crew, since="2026-01-05")


class Watch:
    """Notes, for each card, when its frame came, when its row was committed and when the panel had painted it."""

    def __init__(self, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
        self.came: dict[str, float] = {}
        self.read: dict[str, float] = {}
        self.committed: dict[str, float] = {}
        self.times: list[float] = []
        self._texts: list[str] = []
        self._record = attendance.record_scan
        monkeypatch.setattr(attendance, "record_scan", self._recording)
        page = line.page
        page.camera.feed.seen.connect(self._on_seen)
        page.camera.card_in_view.connect(self._texts.append)
        line.field.desk.road.changed.connect(self._on_changed)

    def _on_seen(self, codes: list[SeenCode], at: float) -> None:
        for each in codes:
            self.came.setdefault(each.text, at)
            self.read.setdefault(each.text, time.monotonic())

    def _recording(self, folder: Any, stamp: Any, session: bytes, text: str, way: str) -> Any:
        """In the thread of the data: what comes after this is telling, not keeping."""
        done = self._record(folder, stamp, session, text, way)
        self.committed[text] = time.monotonic()
        return done

    def _on_changed(self, changes: frozenset[str]) -> None:
        """Told after the page has shown and painted the verdict."""
        if "attendance" in changes:
            self.times.append(time.monotonic())

    def taken(self) -> list[tuple[float, float, float]]:
        """Milliseconds from each card's frame to its text in the window, to its row on disk, to the painted panel."""
        return [
            tuple((until - self.came[text]) * 1000 for until in (self.read[text], self.committed[text], painted))
            for text, painted in zip(self._texts, self.times, strict=True)
        ]  # type: ignore[return-value]


def floors(frames: list[np.ndarray], disk: Path) -> list[float]:
    """Milliseconds of one bare read and one bare commit, for each card."""
    taken = []
    with bare_commits(disk) as commit:
        for number, frame in enumerate(frames):
            begun = time.perf_counter()
            bare(frame)
            commit(number)
            taken.append((time.perf_counter() - begun) * 1000)
    return taken


Taken = list[tuple[float, float, float]]


def played(qtbot: QtBot, place: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[float], Taken]:
    """Milliseconds of the floors around it, and of each card of a film played in a window of its own."""
    place.mkdir()
    field = make_field(place / "datos", read_content(), qtbot.waitUntil, came=0, before=more_people)
    film, firsts = clip(field)
    rate = RATE / crowding()
    path = write_film(place / "fila.mp4", film, rate)
    cameras = Plugged()
    field.desk.cameras = cameras
    line = Line(field)
    assert isinstance(line.page, AttendancePage)
    before = floors(firsts, place / "suelo.db")
    with monkeypatch.context() as patch:
        watch = Watch(line, patch)
        line.seconds = 0.0
        field.desk.road.edge.monotonic = time.monotonic  # type: ignore[method-assign]
        cameras.plug("film", lambda: Film(path))
        qtbot.waitUntil(lambda: len(watch.times) >= CARDS, timeout=round(len(film) / rate * 1000) + 60_000)
        line.rest()
    after = floors(firsts, place / "suelo2.db")
    committed = field.sql("SELECT person, count(*) FROM attendance GROUP BY person")
    taken = watch.taken()
    field.close()
    assert [times for _person, times in committed] == [1] * CARDS
    return [*before, *after], taken


def test_frame_to_painted_panel(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    films: list[tuple[list[float], Taken]] = []

    def measure() -> list[Pair]:
        bare_ones, taken = played(qtbot, tmp_path / str(len(films)), monkeypatch)
        films.append((bare_ones, taken))
        text, row, panel = ([each[at] for each in taken] for at in range(3))
        parts = (("frame to text", text), ("frame to committed row", row), ("frame to painted panel", panel))
        for name, figures in parts:
            p95 = statistics.quantiles(figures, n=20)[-1]
            print(f"\n{name}: median {statistics.median(figures):.1f} ms, p95 {p95:.1f}, most {max(figures):.1f}")
        print(f"to the painted panel: ratio {statistics.median(panel) / statistics.median(bare_ones):.2f}")
        return [Pair(floor, ours) for floor, ours in zip(bare_ones[:CARDS], row, strict=True)]

    judge("frame to committed row", "ms", best_of(measure, TARGET), TARGET)
