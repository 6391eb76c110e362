"""A card before the camera is the same as a card on the scanner, and without a camera everything else goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from promoter_app.services.folder import laptop_setting
from tests.capture.simulator import Shot, Wear, draw_card, foreign_symbol, shoot
from tests.ui.field import Fields, UiField
from tests.ui.frames import HandCamera, Plugged
from tests.ui.line import ELSEWHERE, Line, more_cards


@pytest.fixture
def cameras() -> Plugged:
    return Plugged(a=HandCamera)


@pytest.fixture
def line(fields: Fields, qapp: QApplication, cameras: Plugged) -> Iterator[Line]:
    """Asistencia with a camera that the test holds cards before."""
    field = fields(came=0, before=more_cards)
    field.desk.cameras = cameras
    yield Line(field)
    if QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()


@pytest.fixture
def show(line: Line, cameras: Plugged) -> Callable[..., None]:
    """Holds cards before the camera and waits until they were looked at."""

    def look(*numbers: int, text: str = "") -> None:
        reader = line.page.camera.feed._reader
        assert reader is not None
        before = reader.looked
        cameras.hand.show(picture(line.field, *numbers, text=text), at=line.seconds)
        line.field.wait(lambda: reader.looked > before)
        line.rest()

    return look


def picture(field: UiField, *numbers: int, text: str = "") -> np.ndarray:
    """Cards side by side, as a camera sees them at 30 cm."""
    rng = np.random.default_rng(3)
    if text:
        page = np.full((720, 1280), 180, np.uint8)
        page[200:500, 500:800] = foreign_symbol(text)
        return page
    shots = [
        shoot(draw_card(field.code(number), Wear(), rng), Wear(), Shot(distance=300), rng) for number in numbers
    ]
    if len(shots) < 2:
        return shots[0] if shots else np.full((720, 1280), 90, np.uint8)
    halves = [shot[:, 320:960] for shot in shots]
    return np.ascontiguousarray(np.hstack(halves))


def test_a_card_in_view_is_green_once_it_is_on_disk_and_is_counted_once(
    line: Line, show: Callable[..., None]
) -> None:
    for _frame in range(5):
        line.seconds += 2.0
        show(1)
    assert line.present() == ["Amalia Serrano Chávez"]
    assert line.said().startswith("Presente. Amalia Serrano Chávez")
    assert line.played == ["present"], "ten seconds in view are one showing"
    assert line.field.sql("SELECT way FROM attendance") == [("camera",)]
    line.seconds += 3.1
    show(1)
    assert line.said().startswith("Ya estaba")


def test_another_card_is_taken_at_once_and_two_in_one_frame_both_count(
    line: Line, show: Callable[..., None]
) -> None:
    show(1)
    show(2)
    show(3, 4)
    assert len(line.present()) == 4


def test_camera_and_scanner_share_one_memory(line: Line, show: Callable[..., None]) -> None:
    show(1)
    line.page.card_scanned(line.field.code(1))
    line.rest()
    assert line.said().startswith("Presente")
    assert line.played == ["present"]


def test_an_undo_is_not_undone_by_the_card_that_still_lies_before_the_camera(
    line: Line, show: Callable[..., None]
) -> None:
    show(1)
    line.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    line.seconds += 1.0
    show(1)
    assert line.present() == []
    line.page.card_scanned(line.field.code(1))
    line.rest()
    assert len(line.present()) == 1


def test_a_card_of_another_crew_waits_for_its_answer_and_is_not_asked_again(
    line: Line, show: Callable[..., None]
) -> None:
    show(ELSEWHERE)
    assert line.said().startswith("Es de otra cuadrilla")
    line.key(Qt.Key.Key_Escape)
    line.seconds += 0.5
    show(ELSEWHERE)
    assert line.unanswered() == []


def test_a_code_that_is_no_card_is_said_and_nothing_of_it_is_kept(line: Line, show: Callable[..., None]) -> None:
    show(text="https://example.org/juan-perez")
    devices = line.page.board.devices
    assert devices.together.text() == "Ese código no es una tarjeta de Surco."
    assert (line.present(), line.unanswered(), line.played) == ([], [], [])
    line.page.camera._note.timeout.emit()
    assert devices.together.text().startswith("Las tres formas sirven")


def test_the_devices_say_how_the_camera_is_and_the_scanner_works_without(
    line: Line, cameras: Plugged, show: Callable[..., None]
) -> None:
    devices = line.page.board.devices
    show()
    assert devices.camera_line.state.text() == "lista"
    assert not devices.other_camera.isVisible()
    cameras.unplug("a")
    assert devices.camera_line.state.text() == "no hay"
    assert "Se desconectó la cámara" in devices.camera.accessibleName()
    line.scan(2)
    assert len(line.present()) == 1
    cameras.plug("a")
    show(3)
    assert len(line.present()) == 2


def test_the_choice_of_camera_is_offered_and_remembered(line: Line, cameras: Plugged, fields: Fields) -> None:
    cameras.plug("b")
    devices = line.page.board.devices
    assert devices.other_camera.isVisible()
    line.click(devices.other_camera)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [(each.text(), each.isChecked()) for each in menu.actions()] == [("Cámara a", True), ("Cámara b", False)]
    menu.actions()[1].trigger()
    menu.close()
    line.rest()
    assert line.page.camera.feed.camera == "b"
    kept: list[str] = []
    line.field.desk.road.ask(lambda folder: laptop_setting(folder, "camera", ""), kept.append)
    line.rest()
    assert kept == ["b"]
    line.window.session_view.show_step("pre_test")
    assert not cameras.hand.is_on, "the camera is off where nobody needs it"
    line.window.session_view.show_step("attendance")
    line.rest()
    assert line.page.camera.feed.camera == "b"


def test_in_english_the_camera_speaks_english(
    line: Line, cameras: Plugged, spoken: Callable[[UiField, str, int], None]
) -> None:
    cameras.unplug("a")
    spoken(line.field, "en", 100)
    line.rest()
    assert "camera" in line.page.board.devices.camera.accessibleName()
