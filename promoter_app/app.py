"""The one place that knows everybody: opens the data folder, builds the window, plays the day without a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.edge import Edge
from promoter_app.screen import choose_platform

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from promoter_app.ui.desk import Desk
    from promoter_app.ui.sounds import Sounds
    from promoter_app.ui.window import Window

_DEMO_SEED = 7


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
    from promoter_app.ui.lock.door import Door
    from promoter_app.ui.road import Road
    from promoter_app.ui.rooms import room_makers, step_makers
    from promoter_app.ui.sounds import Sounds
    from promoter_app.ui.window import Window

    theme.apply_theme(qt)
    load_language(qt, language)
    desk = Desk(Road(edge), sounds or Sounds(), language)
    window = Window(desk, room_makers(), step_makers())
    Door(window, data)
    desk.road.changed.connect(lambda changes: _read_again(desk, changes))
    return App(qt, window)


def _read_again(desk: Desk, changes: frozenset[str]) -> None:
    from promoter_app.services.topics.versions import current_content

    if {"topic_version", "topic_place"} & changes:
        desk.road.ask(current_content, desk.take_content)


def run_window(
    data: Path | None, *, demo: bool, language: str = "es", out: Path | None = None, practice: bool = False
) -> int:
    """Open the window on `data` (None with `demo`: a throw-away sample season) and stay until it is closed.

    Without a screen the sample day is played as a script that leaves its files in `out`, and their names are said;
    never in somebody's own data (Refusal `no_screen`): the day it plays is invented.
    With `practice` the sample season is small and its first session is open at once.
    """
    seen = choose_platform(os.environ)
    if not seen and data is not None:
        raise _no_screen()
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    _stop_if_qt_cannot_start()
    from PySide6.QtWidgets import QApplication

    qt = QApplication.instance() or QApplication(["surco"])
    if not isinstance(qt, QApplication):
        raise RuntimeError("Qt runs without a screen for widgets")
    qt.setApplicationName("Surco")
    edge = Edge("Lupita Ramos" if demo else "")
    throw_away = _sample_season(edge, small=practice) if demo and data is None else None
    folder = throw_away or data
    if folder is None:
        raise ValueError("a data folder is needed")
    import shutil
    import tempfile

    from promoter_app.ui.window_ahead import RoomsAhead

    try:
        app = build(qt, folder, edge, language, None if seen else _no_sounds())
        if not seen:
            from promoter_app.ui.scripted_day import play

            return play(app.window, out or Path(tempfile.mkdtemp(prefix="surco-dia-")), language)
        if practice:
            from promoter_app.ui.practice import Practice

            Practice(app.window)
        app.window.showMaximized()
        RoomsAhead(app.window, qt)
        return qt.exec()
    finally:
        if throw_away is not None:
            shutil.rmtree(throw_away.parent, ignore_errors=True)


def _no_screen() -> Refusal:
    return Refusal(
        "no_screen",
        Sentence("Aquí no hay pantalla para la ventana.", "There is no screen for the window here."),
        NOTHING_CHANGED,
        Sentence(
            "Usa las órdenes de «surco --help», o «surco --demo» para un día de muestra.",
            "Use the commands of “surco --help”, or “surco --demo” for a sample day.",
        ),
    )


def draw_gallery(
    out: Path, language: str, only: str = "", on_progress: Callable[[int, int], None] | None = None
) -> list[Path]:
    """Pictures of every screen over a sample season and on an empty laptop, in both languages and every size.

    `only` is a pattern of scene names ("lock*"); "" draws them all. Raises Refusal `no_scene`.
    """
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
    season = _sample_season(Edge())
    made: list[Path] = []
    try:
        for data, name in ((season, "Lupita Ramos"), (season.parent / "vacia", "")):
            window = build(qt, data, Edge(name), language, _no_sounds()).window
            try:
                window.show()
                day = Day(window, out, language)
                day.wait(lambda window=window: window.desk.content is not None)  # type: ignore[misc]
                day.rest()
                made += gallery.draw_gallery(qt, window, out, only=only, on_progress=on_progress)
            finally:
                window.close()
    finally:
        shutil.rmtree(season.parent, ignore_errors=True)
    if not made:
        raise Refusal(
            "no_scene",
            Sentence(f"No hay escenas «{only}».", f"There are no scenes “{only}”."),
            NOTHING_CHANGED,
            Sentence("Prueba con «lock*», o sin «--only».", "Try “lock*”, or leave “--only” out."),
        )
    return made


def _no_sounds() -> Sounds:
    """Nobody hears a computer without a screen."""
    from promoter_app.ui.sounds import Loudness, Sounds

    return Sounds(loudness=Loudness.OFF)


def _sample_season(edge: Edge, *, small: bool = False) -> Path:
    """An invented season in a temporary folder, removed when the window closes."""
    import tempfile

    from promoter_app.services.demo import make_demo

    place = Path(tempfile.mkdtemp(prefix="surco-demo-")) / "temporada"
    people, weeks = (60, 2) if small else (400, 6)
    make_demo(place, seed=_DEMO_SEED, today=edge.now().date(), people=people, weeks=weeks)
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
