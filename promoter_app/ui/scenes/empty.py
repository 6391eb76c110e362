"""An empty laptop: the first steps one by one, then each room with nothing in it yet."""

from __future__ import annotations

from promoter_app.ui.scenes.scene import Come, Scene, first_steps, rooms_of
from promoter_app.ui.scripted_day import Day
from promoter_app.ui.window import Window


def empty_scenes(window: Window) -> list[Scene]:
    """What an empty laptop that nobody gave a name shows."""
    wizard = first_steps(window)
    steps = range(len(wizard.steps)) if wizard is not None else range(0)
    found = [Scene(f"first-steps-{at + 1}", "promoter", _step(at)) for at in steps]
    return [*found, Scene("empty-after", "promoter", _leave), *rooms_of("promoter", "empty-"),
            *rooms_of("coordinator", "empty-")]  # fmt: skip


def _step(at: int) -> Come:
    def come(day: Day) -> None:
        wizard = first_steps(day.window)
        if wizard is not None:
            wizard.show_step(at)

    return come


def _leave(day: Day) -> None:
    wizard = first_steps(day.window)
    if wizard is not None:
        wizard.finished.emit("today", "")
