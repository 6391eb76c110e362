"""Every screen and state of the window as pictures, for human eyes; tests walk the same scenes.

Scenes are walked in order, in one window over a sample season; those of an empty laptop in another window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from PySide6.QtWidgets import QApplication

from promoter_app.ui import theme
from promoter_app.ui.language import LANGUAGES, load_language
from promoter_app.ui.scenes.dialogs import dialog_scenes
from promoter_app.ui.scenes.empty import empty_scenes
from promoter_app.ui.scenes.goals import goals_scenes
from promoter_app.ui.scenes.lock import lock_scenes
from promoter_app.ui.scenes.parts import part_scenes
from promoter_app.ui.scenes.scene import Scene, first_steps, looked_at, rooms_of
from promoter_app.ui.scenes.session import session_scenes
from promoter_app.ui.scenes.states import state_scenes
from promoter_app.ui.scripted_day import Day
from promoter_app.ui.window import Window

SIZES = ((1366, 690), (1366, 768), (1920, 1080))
PERCENTS = (100, 200)
_LOOKS = 5
"""Wrapped words need a second and a third look at their width."""

Progress = Callable[[int, int], None]


def scenes(day: Day) -> list[Scene]:
    """All that there is to see: rooms of both roles, their parts, the session's steps and its scan states.

    A window that shows the first steps stands on an empty laptop: those steps, and rooms with nothing in them.
    """
    if first_steps(day.window) is not None:
        return empty_scenes(day.window)
    rooms = [*rooms_of("promoter"), *rooms_of("coordinator")]
    parts = [*part_scenes(), *goals_scenes(), *dialog_scenes()]
    return [*rooms, *parts, *state_scenes(), *session_scenes(day), *lock_scenes()]


def look_at(day: Day, scene: Scene, size: tuple[int, int]) -> None:
    """Bring the window to a scene at a size, and wait until it has found its place."""
    day.release()
    if day.window.desk.role != scene.role:
        day.window.desk.set_role(scene.role)
    day.window.resize(*size)  # a dialog asks for as much as the window has when it opens
    scene.come(day)
    settle(day, scene, size)


def settle(day: Day, scene: Scene, size: tuple[int, int]) -> None:
    """Another size for the scene that is on screen."""
    if scene.at_rest:
        day.rest()
    day.window.resize(*size)
    shown = looked_at(day.window)
    if shown is not day.window:
        shown.resize(shown.sizeHint().expandedTo(shown.size()).boundedTo(day.window.size()))
    for _look in range(_LOOKS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def draw_gallery(
    app: QApplication,
    window: Window,
    out: Path,
    *,
    sizes: Sequence[tuple[int, int]] = SIZES,
    percents: Sequence[int] = PERCENTS,
    languages: Sequence[str] = LANGUAGES,
    only: str = "",
    on_progress: Progress | None = None,
) -> list[Path]:
    """Write a picture of each scene, size, text size and language to `out`; the window is open and shown.

    `only` is a pattern of scene names, as files have ("lock*").
    """
    day = Day(window, out, window.desk.language)
    shown = [scene for scene in scenes(day) if fnmatch(scene.name, only or "*")]
    if shown:
        out.mkdir(parents=True, exist_ok=True)
    total, made = len(languages) * len(percents) * len(shown) * len(sizes), list[Path]()
    for language in languages:
        window.desk.language = language
        load_language(app, language)
        for percent in percents:
            theme.set_percent(app, percent)
            for scene in shown:
                look_at(day, scene, sizes[0])
                for size in sizes:
                    settle(day, scene, size)
                    path = out / f"{language}-{percent}-{size[0]}x{size[1]}-{scene.name}.png"
                    looked_at(window).grab().save(str(path))
                    made.append(path)
                if on_progress is not None:
                    on_progress(len(made), total)
    day.release()
    theme.set_percent(app, 100)
    return made
