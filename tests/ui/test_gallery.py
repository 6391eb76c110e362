"""The gallery knows every room and state, and draws each as a picture of its own."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from promoter_app.domain.sessions import STEPS
from promoter_app.ui.gallery import draw_gallery, scenes
from promoter_app.ui.goals.page import TABS
from promoter_app.ui.rooms import room_makers
from promoter_app.ui.scripted_day import Day
from tests.journeys.desk import Field


def test_every_room_tab_step_and_state_has_its_scene(field: Field, tmp_path: Path) -> None:
    names = [scene.name for scene in scenes(Day(field.window, tmp_path, "es"))]
    assert len(names) == len(set(names))
    rooms = {name for name, _maker in room_makers().items()}
    assert {name.partition("-")[2] for name in names if name.startswith(("promoter-", "coordinator-"))} == rooms
    office = {name for name, (item, _maker) in room_makers().items() if item.role in ("", "coordinator")}
    assert {f"error-coordinator-{room}" for room in office} <= set(names)
    assert {f"session-{step}" for step in STEPS} | {f"goals-{tab}" for tab in TABS} <= set(names)
    for beginning in ("lock", "loading-", "hidden-", "scan-", "receiving-", "week-", "dialog-"):
        assert [name for name in names if name.startswith(beginning)], beginning


def test_scenes_are_drawn_one_picture_each_at_every_size(field: Field, qapp: QApplication, tmp_path: Path) -> None:
    sizes = ((1366, 690), (1920, 1080))
    out = tmp_path / "fotos"
    made = draw_gallery(qapp, field.window, out, sizes=sizes, percents=(100,), languages=("es",), only="lock*")
    assert len(made) == len(set(made)) >= 2 * 6
    for path in made:
        width, height = path.name.split("-")[2].split("x")
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (int(width), int(height))
    assert len({sha256(path.read_bytes()).hexdigest() for path in made}) == len(made)
