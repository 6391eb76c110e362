"""The one place that knows everybody: opens the data folder, builds the window, plays the day without a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from promoter_app.edge import Edge
from promoter_app.screen import choose_platform

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from promoter_app.services.folder import Folder
    from promoter_app.ui.sounds import Sounds
    from promoter_app.ui.window import Window

_DEMO_SEED = 7
_LOOK_FOR_COPIES = 5 * 60 * 1000


@dataclass
class App:
    """The running parts, for whoever drives them (the event loop, the scripted day, a test)."""

    qt: QApplication
    window: Window


def build(qt: QApplication, data: Path, edge: Edge, language: str, sounds: Sounds | None = None) -> App:
    """The window over the data folder `data`; the folder opens after the first picture is on screen."""
    from promoter_app.ui import theme
    from promoter_app.ui.desk import Desk
    from promoter_app.ui.language import load_language
    from promoter_app.ui.road import Road
    from promoter_app.ui.rooms import room_makers, step_makers
    from promoter_app.ui.sounds import Sounds
    from promoter_app.ui.window import Window

    theme.apply_theme(qt)
    load_language(qt, language)
    desk = Desk(Road(edge), sounds or Sounds(), language)
    window = Window(desk, room_makers(), step_makers())
    window.painted.connect(lambda: _open(window, data))
    return App(qt, window)


def _open(window: Window, data: Path) -> None:
    from promoter_app.domain.refusal import Refusal
    from promoter_app.services.curricula import Content
    from promoter_app.services.topics.versions import current_content

    desk = window.desk

    def opener() -> tuple[Folder, Content]:
        folder = _open_folder(data, desk.road.edge)
        return folder, current_content(folder)

    def read_again(changes: frozenset[str]) -> None:
        if "topic_version" in changes:
            desk.road.ask(current_content, desk.take_content)

    def show(opened: tuple[Folder, Content]) -> None:
        desk.content = opened[1]
        window.data_opened(opened[0])
        _keep_copies(window)

    def refused(refusal: Refusal) -> None:
        desk.tell_refusal(refusal)

    desk.road.changed.connect(read_again)
    desk.road.open(opener, show, refused)


def _keep_copies(window: Window) -> None:
    """Every five minutes see whether half an hour of use asks for a copy; a full disk is told like any refusal."""
    from PySide6.QtCore import QTimer

    from promoter_app.domain.done import Done
    from promoter_app.services.security.keeping import copy_if_due

    timer = QTimer(window)
    timer.setInterval(_LOOK_FOR_COPIES)
    timer.timeout.connect(lambda: window.desk.road.do(lambda folder, stamp: Done(copy_if_due(folder, stamp))))
    timer.start()


def _open_folder(data: Path, edge: Edge) -> Folder:
    from promoter_app.domain.cards import MAX_TAG
    from promoter_app.services.folder import found_project, open_folder, project_tag
    from promoter_app.services.security.keeping import take_for_window

    folder = open_folder(data)
    try:
        take_for_window(folder, edge.moment())
        if project_tag(folder) is None:
            found_project(folder, edge.stamp(), "Surco", edge.draw(MAX_TAG + 1))
    except BaseException:
        folder.close()
        raise
    return folder


def run_window(data: Path | None, *, demo: bool, language: str = "es", out: Path | None = None) -> int:
    """Open the window on `data` (None with `demo`: a throw-away sample season) and stay until it is closed.

    Without a screen the sample day is played as a script that leaves its files in `out`, and their names are said.
    """
    seen = choose_platform(os.environ)
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    _stop_if_qt_cannot_start()
    from PySide6.QtWidgets import QApplication

    qt = QApplication.instance() or QApplication(["surco"])
    if not isinstance(qt, QApplication):
        raise RuntimeError("Qt runs without a screen for widgets")
    qt.setApplicationName("Surco")
    edge = Edge("Lupita Ramos" if demo else "")
    throw_away = _sample_season(edge) if demo and data is None else None
    folder = throw_away or data
    if folder is None:
        raise ValueError("a data folder is needed")
    import shutil
    import tempfile

    try:
        app = build(qt, folder, edge, language, None if seen else _no_sounds())
        if not seen:
            from promoter_app.ui.scripted_day import play

            return play(app.window, out or Path(tempfile.mkdtemp(prefix="surco-dia-")), language)
        app.window.showMaximized()
        return qt.exec()
    finally:
        if throw_away is not None:
            shutil.rmtree(throw_away.parent, ignore_errors=True)


def draw_gallery(out: Path, language: str, on_progress: Callable[[int, int], None] | None = None) -> list[Path]:
    """Pictures of every screen over a sample season, in both languages, sizes and text sizes, in the folder `out`."""
    import shutil

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    _stop_if_qt_cannot_start()
    from PySide6.QtWidgets import QApplication

    from promoter_app.ui import gallery
    from promoter_app.ui.scripted_day import Day

    qt = QApplication.instance() or QApplication(["surco"])
    if not isinstance(qt, QApplication):
        raise RuntimeError("Qt runs without a screen for widgets")
    edge = Edge("Lupita Ramos")
    season = _sample_season(edge)
    window = build(qt, season, edge, language, _no_sounds()).window
    try:
        window.show()
        Day(window, out, language).wait(lambda: window.desk.content is not None)
        return gallery.draw_gallery(qt, window, out, on_progress=on_progress)
    finally:
        window.close()
        shutil.rmtree(season.parent, ignore_errors=True)


def _no_sounds() -> Sounds:
    """Nobody hears a computer without a screen."""
    from promoter_app.ui.sounds import Loudness, Sounds

    return Sounds(loudness=Loudness.OFF)


def _sample_season(edge: Edge) -> Path:
    """An invented season in a temporary folder, removed when the window closes."""
    import tempfile

    from promoter_app.services.demo import make_demo

    place = Path(tempfile.mkdtemp(prefix="surco-demo-")) / "temporada"
    make_demo(place, seed=_DEMO_SEED, today=edge.now().date())
    return place


def _stop_if_qt_cannot_start() -> None:
    """Qt aborts without an exception when the system lacks a library: say which package has it."""
    if not sys.platform.startswith("linux"):
        return
    from promoter_app import bootstrap, system_packages

    lacking = system_packages.lacking_for_window(os.environ)
    if lacking:
        line = system_packages.apt_line(lacking)
        bootstrap.stop(f"Faltan partes del sistema. Corre: {line}", f"Parts of the system are missing. Run: {line}")
