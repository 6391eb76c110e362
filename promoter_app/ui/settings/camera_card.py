"""Which camera reads the cards, for laptops with more than one: the same choice as in Asistencia."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from promoter_app.services.folder import laptop_setting
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.window_choices import CAMERA, keep_choice


class CameraCard(Card):
    """Filled by `reload`, and again when a camera is plugged in or out while it is seen. Opens no camera."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._desk, self._kept = desk, ""
        self.words = Text("", "body", wrap=True)
        self.row = ChoiceRow("camera")
        self.row.set_columns(1)
        self.body.addWidget(self.words)
        self.body.addWidget(self.row, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.chosen.connect(self._choose)
        desk.cameras.changed.connect(self._on_cameras)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_heading(self.tr("Cámara"))
        self.row.setAccessibleName(self.tr("Cámara que lee las tarjetas"))
        if self.isVisible():
            self._show()

    def reload(self) -> None:
        """Look again at what is plugged in and what was chosen."""
        self._desk.road.ask(lambda folder: laptop_setting(folder, CAMERA, ""), self._take)

    def _take(self, kept: str) -> None:
        self._kept = kept
        self._show()

    def _on_cameras(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        cameras = self._desk.cameras.offered()
        self.row.set_choices([Choice(each.id, each.name) for each in cameras] if len(cameras) > 1 else [])
        self.row.setVisible(len(cameras) > 1)
        if len(cameras) > 1:
            ids = [each.id for each in cameras]
            self.row.set_value(self._kept if self._kept in ids else ids[0])
            self.words.setText(self.tr("Con esta cámara se leen las tarjetas y las respuestas de la prueba."))
        elif cameras:
            self.words.setText(self.tr("Se usa la única que hay: {0}.").format(cameras[0].name))
        else:
            self.words.setText(self.tr("No se ve ninguna cámara. El lector y el teclado sirven."))

    def _choose(self, camera: object) -> None:
        self._kept = str(camera)
        keep_choice(self._desk, CAMERA, self._kept)
