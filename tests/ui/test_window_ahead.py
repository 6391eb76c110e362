"""Rooms that nobody has seen are prepared while nobody touches the window, piece by piece."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from promoter_app.ui.room import Room
from promoter_app.ui.settings.page import SettingsPage
from promoter_app.ui.window_ahead import RoomsAhead
from tests.journeys.desk import Field


def rooms_of(field: Field) -> list[Room]:
    return field.window.rooms.findChildren(Room)


def test_every_room_of_the_role_is_made_ahead_and_works(field: Field, qapp: QApplication) -> None:
    field.window.desk.set_role("coordinator")
    field.rest()
    ahead = RoomsAhead(field.window, qapp)
    field.wait(lambda: ahead.is_at_rest)
    field.rest()
    assert {"week", "crews", "topics", "paper", "receiving", "goals", "settings"} <= {
        room.objectName() for room in rooms_of(field)
    }
    assert field.window.unmade() is None
    [settings] = [room for room in rooms_of(field) if isinstance(room, SettingsPage)]
    field.window.show_room("settings")
    field.rest()
    assert field.window.room() is settings
    for part in (settings.own, settings.noun, settings.rules, *settings.more.values()):
        assert settings.isAncestorOf(part)
