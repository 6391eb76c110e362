"""What a scene is, and the steps that all scenes share: to a room, out of a dialog or of the first steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from promoter_app.domain.stamp import Role
from promoter_app.ui.room import Room
from promoter_app.ui.rooms import room_makers
from promoter_app.ui.scripted_day import Day
from promoter_app.ui.window import Window
from promoter_app.ui.wizard.view import WizardView

R = TypeVar("R", bound=Room)
Come = Callable[[Day], None]


@dataclass(frozen=True)
class Scene:
    """A screen or state: its name in file names, for whom, and how to come there from anywhere.

    `at_rest` is False for a state in which something is under way: nobody waits for its end.
    """

    name: str
    role: Role
    come: Come
    at_rest: bool = True


def rooms_of(role: Role, prefix: str = "") -> Iterator[Scene]:
    """Every room that a role has."""
    for name, (item, _maker) in room_makers().items():
        if item.role in ("", role):
            yield Scene(f"{prefix}{role}-{name}", role, to_room(name))


def to_room(name: str) -> Come:
    """Leave whatever is open and go to a room, with its names shown."""

    def come(day: Day) -> None:
        bare_window(day)
        if day.window.in_session():
            day.window.leave_session()
        day.window.show_room(name)

    return come


def bare_window(day: Day) -> None:
    """What an earlier scene left open goes away: dialogs, a cover, hidden names."""
    close_dialogs(day.window)
    if day.window.pages.is_covered():
        day.window.uncover()
    if day.window.desk.names_hidden:
        day.window.desk.hide_names(False)


def room_of(day: Day, name: str, kind: type[R]) -> R:
    """Go to a room and wait until it is filled."""
    to_room(name)(day)
    day.rest()
    page = day.window.room()
    if not isinstance(page, kind):
        raise TypeError(f"the room {name} did not open")
    return page


def looked_at(window: Window) -> QWidget:
    """What a scene shows: a dialog over the window, or the window."""
    shown = (each for each in window.findChildren(QDialog) if each.isVisible())
    return next(shown, window)


def close_dialogs(window: Window) -> None:
    """Dialogs of an earlier scene go away."""
    for each in window.findChildren(QDialog):
        if each.isVisible():
            each.close()
            each.deleteLater()


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog beside the event loop, so that it can be looked at."""
    dialog.setModal(False)
    dialog.show()


def first_steps(window: Window) -> WizardView | None:
    """The first steps, while they cover the window."""
    found = window.findChild(WizardView)
    return found if found is not None and found.isVisible() else None
