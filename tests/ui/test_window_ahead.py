"""Rooms that nobody has seen are prepared while nobody touches the window, piece by piece."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from promoter_app.services.folder import Folder
from promoter_app.services.people.duplicates import Pair
from promoter_app.ui.receiving import page as receiving
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


def test_the_search_for_duplicates_waits_until_somebody_goes_to_it(
    field: Field, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes seconds in a large season, and a session begun meanwhile would wait behind it."""
    searched: list[Folder] = []

    def search(folder: Folder) -> list[Pair]:
        searched.append(folder)
        return []

    monkeypatch.setattr(receiving, "open_pairs", search)
    field.window.desk.set_role("coordinator")
    field.rest()
    ahead = RoomsAhead(field.window, qapp)
    field.wait(lambda: ahead.is_at_rest)
    field.rest()
    assert not searched
    field.window.show_room("receiving")
    field.rest()
    assert searched
