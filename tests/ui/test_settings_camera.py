"""Ajustes: the choice among several cameras, kept for this laptop and the same as in Asistencia."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from promoter_app.services.folder import laptop_setting
from promoter_app.ui.camera.cameras import Cameras
from promoter_app.ui.settings.camera_card import CameraCard
from promoter_app.ui.window_choices import CAMERA
from tests.ui.field import Fields, UiField
from tests.ui.frames import HandCamera, Plugged
from tests.ui.settled import faults


@pytest.fixture
def field(fields: Fields) -> UiField:
    return fields()


def card_of(field: UiField, qtbot: QtBot, *names: str) -> CameraCard:
    field.desk.cameras = Plugged(**dict.fromkeys(names, HandCamera))
    card = CameraCard(field.desk)
    qtbot.addWidget(card)
    card.resize(560, 300)
    card.show()
    card.reload()
    field.settle()
    return card


def offered(card: CameraCard) -> list[str]:
    return [each.text() for each in card.row.findChildren(QAbstractButton) if each.isVisible()]


def test_another_camera_is_chosen_and_kept_for_this_laptop(field: UiField, qtbot: QtBot) -> None:
    card = card_of(field, qtbot, "a", "b")
    assert offered(card) == ["Cámara a", "Cámara b"]
    assert card.row.value() == "a"
    card.row.button("b").click()
    field.settle()
    kept: list[str] = []
    field.desk.road.ask(lambda folder: laptop_setting(folder, CAMERA, ""), kept.append)
    field.settle()
    assert kept == ["b"]
    again = card_of(field, qtbot, "a", "b")
    assert again.row.value() == "b"
    assert faults(again) == []


def test_with_one_camera_or_none_there_is_nothing_to_choose(field: UiField, qtbot: QtBot) -> None:
    card = card_of(field, qtbot, "a")
    assert offered(card) == []
    assert "Cámara a" in card.words.text()
    cameras = field.desk.cameras
    assert isinstance(cameras, Plugged)
    cameras.unplug("a")
    assert "ninguna cámara" in card.words.text()
    cameras.plug("x")
    cameras.plug("y")
    assert offered(card) == ["Cámara x", "Cámara y"]
    assert cameras.opened == [], "looking at the choice opens no camera"


def test_a_laptop_without_the_pieces_for_cameras_offers_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(_self: Cameras) -> None:
        raise ImportError

    monkeypatch.setattr(Cameras, "_watch", missing)
    assert Cameras().offered() == []
