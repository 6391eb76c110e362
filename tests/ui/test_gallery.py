"""The gallery shows every room and state once, each a picture of its own."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.domain.sessions import STEPS
from promoter_app.ui.gallery import draw_gallery
from promoter_app.ui.rooms import room_makers
from tests.journeys.desk import Field, sample_season


def test_every_room_step_and_scan_state_has_its_picture(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    field = Field(qtbot, sample_season(tmp_path / "datos", tmp_path / "muestra"))
    try:
        made = draw_gallery(
            qapp, field.window, tmp_path / "fotos", sizes=((1366, 768),), percents=(100,), languages=("es",)
        )
    finally:
        field.close()
    names = {path.stem.removeprefix("es-100-1366x768-") for path in made}
    rooms = {name for name, _maker in room_makers().items()}
    assert {name.partition("-")[2] for name in names if name.startswith(("promoter-", "coordinator-"))} == rooms
    assert {f"session-{step}" for step in STEPS} <= names
    pictures = [QImage(str(path)) for path in made if "-dialog-" not in path.name]
    assert {(picture.width(), picture.height()) for picture in pictures} == {(1366, 768)}
    seen = {sha256(path.read_bytes()).hexdigest() for path in made}
    assert len(seen) >= len(made) - 10  # some rooms look the same to both roles, some open on their first part
