"""Rooms that wait for their data, rooms that were refused something, names hidden, and what Recibir has to decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.edge import Edge
from promoter_app.services.demo.undecided import write_undecided
from promoter_app.ui.receiving.page import ReceivingPage
from promoter_app.ui.scenes.scene import Come, Scene, room_of, rooms_of, to_room
from promoter_app.ui.scripted_day import Day

_WAITING = ("goals", "receiving")
"""Rooms that read for so long that they say so."""


def state_scenes() -> list[Scene]:
    """Loading and refused; a pair of records and a difference at Recibir; then both without names."""
    loading = [Scene(f"loading-{room}", "coordinator", _loading(room), at_rest=False) for room in _WAITING]
    decide = [Scene("receiving-pair", "coordinator", _pair), Scene("receiving-difference", "coordinator", _difference)]
    return [*loading, *_refused(), *decide, *_hidden()]


def _loading(name: str) -> Come:
    def come(day: Day) -> None:
        to_room(name)(day)
        day.rest()
        room = day.window.room()
        day.hold()
        if room is not None:
            room.mark_stale()
        day.pause(400)

    return come


def _refused() -> Iterator[Scene]:
    full = Refusal(
        "disk_full",
        Sentence("El disco está lleno: esto no se pudo guardar.", "The disk is full: this could not be saved."),
        Sentence("Lo guardado antes está a salvo.", "What was saved before is safe."),
        Sentence("Borra archivos que no uses y prueba otra vez.", "Delete files you do not need and try again."),
    )
    for scene in rooms_of("coordinator", "error-"):
        yield Scene(scene.name, scene.role, _told(scene, full))


def _told(scene: Scene, refusal: Refusal) -> Come:
    def come(day: Day) -> None:
        scene.come(day)
        day.window.desk.tell_refusal(refusal)

    return come


def _hidden() -> Iterator[Scene]:
    for name in ("crews", "receiving"):
        yield Scene(f"hidden-{name}", "coordinator", _with_names_hidden(name))


def _with_names_hidden(name: str) -> Come:
    def come(day: Day) -> None:
        to_room(name)(day)
        day.window.desk.hide_names(True)

    return come


def _pair(day: Day) -> None:
    page = room_of(day, "receiving", ReceivingPage)
    if page.deciding.again_button.isVisible():
        page.deciding.again_button.click()
    elif not page.deciding.is_deciding:
        edge = day.window.desk.road.edge
        one, other = edge.stamp(), Edge("Teresa López", now=lambda: _now(edge)).stamp()
        day.window.desk.road.do(lambda folder, _stamp: write_undecided(folder, one, other))
    page.mark_stale()


def _difference(day: Day) -> None:
    page = room_of(day, "receiving", ReceivingPage)
    while page.deciding.compare.isVisible():
        page.deciding.compare.later_button.click()
        day.rest()


def _now(edge: Edge) -> datetime:
    return edge.now()
