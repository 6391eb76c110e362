"""The QR of a printed sheet is read by camera or from a photo: at the way back, at its proof and in the drill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import qrcode
from pytestqt.qtbot import QtBot

from promoter_app.services.security import locking
from promoter_app.services.security.locking import RecoveryKey, new_recovery_key
from promoter_app.ui.camera.sheet_code import SheetCode
from promoter_app.ui.lock.recover_view import RecoverView
from promoter_app.ui.lock.sheet_card import SheetCard
from promoter_app.ui.lock.view import LockView
from promoter_app.ui.settings.drill_card import DrillCard
from tests.capture.simulator import card_text
from tests.ui.field import Fields, UiField
from tests.ui.frames import HandCamera, Plugged
from tests.ui.settled import faults


def picture(text: str) -> np.ndarray:
    """A grey photo of a sheet with this code on it."""
    made = qrcode.QRCode(border=4, box_size=6)
    made.add_data(text)
    made.make()
    modules = np.array(made.get_matrix(), dtype=bool)
    code = np.kron(~modules, np.ones((6, 6))).astype(np.uint8) * 205 + 40
    sheet = np.full((720, 960), 235, np.uint8)
    sheet[60 : 60 + code.shape[0], 80 : 80 + code.shape[1]] = code
    return sheet


def photo(path: Path, text: str) -> Path:
    assert cv2.imwrite(str(path), picture(text))
    return path


@pytest.fixture
def field(fields: Fields) -> UiField:
    made = fields()
    made.desk.cameras = Plugged(a=HandCamera)
    return made


@pytest.fixture
def key() -> RecoveryKey:
    return new_recovery_key()


@pytest.fixture
def code(field: UiField, qtbot: QtBot) -> Iterator[SheetCode]:
    made = SheetCode(field.desk)
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    yield made
    made.hide()


def show_to_camera(field: UiField, code: SheetCode, text: str) -> HandCamera:
    code.camera_button.click()
    cameras = field.desk.cameras
    assert isinstance(cameras, Plugged)
    cameras.hand.show(picture(text))
    return cameras.hand


def test_the_camera_reads_the_sheet_and_is_let_go(
    field: UiField, code: SheetCode, key: RecoveryKey, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(code.read) as read:
        camera = show_to_camera(field, code, key.qr)
    assert read.args == [key.qr]
    assert not camera.is_on
    assert not code.view.isVisible()
    assert code.told.text() == "El QR de la hoja se leyó"
    assert faults(code) == []


def test_another_code_is_nothing_and_leaving_lets_the_camera_go(
    field: UiField, code: SheetCode, qtbot: QtBot
) -> None:
    heard: list[str] = []
    code.read.connect(heard.append)
    camera = show_to_camera(field, code, card_text(12))
    reader: Any = code._feed._reader  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: reader.looked > 0)
    assert heard == []
    assert camera.is_on
    code.hide()
    assert not camera.is_on


def test_without_a_camera_it_says_so(field: UiField, code: SheetCode) -> None:
    field.desk.cameras = Plugged()
    code.camera_button.click()
    assert "No hay cámara" in code.view.accessibleName() + code.view.accessibleDescription()


def test_a_photo_is_read_and_one_without_the_code_says_what_to_do(
    code: SheetCode, key: RecoveryKey, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(code.read) as read:
        code.take_photo(photo(tmp_path / "hoja.png", key.qr))
    assert read.args == [key.qr]
    code.take_photo(photo(tmp_path / "tarjeta.png", card_text(12)))
    qtbot.waitUntil(lambda: "no se ve el QR" in code.told.text())
    (tmp_path / "rota.png").write_bytes(b"no soy una foto")
    code.take_photo(tmp_path / "rota.png")
    qtbot.waitUntil(lambda: "no se ve el QR" not in code.told.text() and "Buscando" not in code.told.text())


def test_the_proof_of_a_new_sheet_and_the_way_back_take_what_was_read(field: UiField, qtbot: QtBot) -> None:
    card = SheetCard(field.desk)
    view = RecoverView(field.desk, [], LockView(field.desk, []))
    for widget in (card, view):
        qtbot.addWidget(widget)
    card.make_button.click()
    assert card.key is not None
    assert card.trouble() != ""
    card.code.read.emit(card.key.qr)
    assert card.trouble() == ""
    view.code.read.emit(card.key.qr)
    assert view.sheet.toPlainText() == card.key.qr


def test_the_drill_says_whether_the_sheet_opens_this_laptop(
    field: UiField, key: RecoveryKey, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def opens(_path: Path, sheet: str) -> bool:
        locking.recipient_of(sheet)
        opened.append(sheet)
        return True

    monkeypatch.setattr(locking, "sheet_opens", opens)
    card = DrillCard(field.desk)
    qtbot.addWidget(card)
    card.reload()
    field.settle()
    assert card.last.text() == "Nadie la ha probado en esta laptop."
    card.try_button.click()
    assert "Faltan las palabras" in card.banner.accessibleName()
    card.sheet.setPlainText("palabras que no son")
    card.try_button.click()
    field.settle()
    assert opened == []
    assert card.banner.isVisibleTo(card)
    assert card.sheet.toPlainText(), "what was written may be mended"
    card.sheet.setPlainText(key.qr)
    card.try_button.click()
    field.settle()
    assert opened == [key.qr]
    assert "Esa hoja abre esta laptop" in card.banner.accessibleName()
    assert card.sheet.toPlainText() == "", "the words do not stay on the screen"
    again = DrillCard(field.desk)
    qtbot.addWidget(again)
    again.reload()
    field.settle()
    assert again.last.text().startswith("Se probó bien el ")
