"""SheetCode: reads the QR of a sheet with a key by camera or from a photo, for whoever does not write its words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.photos import key_in_photo
from promoter_app.ui import theme
from promoter_app.ui.aside import Aside
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.camera_view import CameraView
from promoter_app.ui.kit.frames import Text

if TYPE_CHECKING:
    from promoter_app.ui.camera.feed import CameraFeed

_KINDS = "*.jpg *.jpeg *.png *.bmp *.webp *.heic"


class SheetCode(QWidget):
    """`read` carries the text of the code. The camera is on from its button until a code is read, or it is hidden."""

    read = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._feed: CameraFeed | None = None
        self._aside = Aside(self)
        self.camera_button = KeyButton("", "ph.camera-bold", size="small")
        self.photo_button = KeyButton("", "ph.image-bold", size="small")
        self.view = CameraView()
        self.view.set_outline(0)
        self.view.setFixedHeight(theme.px(220))
        self.view.hide()
        self.told = Text("", "small-strong", wrap=True)
        self.told.hide()
        self._row = QGridLayout()
        self._row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self.view)
        column.addWidget(self.told)
        self._arrange()
        self.camera_button.clicked.connect(self._turn)
        self.photo_button.clicked.connect(self._choose)
        self._aside.arrived.connect(self._found)
        self._aside.refused.connect(self._refused)
        self.retranslate()

    def _arrange(self) -> None:
        stacked = theme.is_large()
        for at, button in enumerate((self.camera_button, self.photo_button)):
            self._row.addWidget(button, at if stacked else 0, 0 if stacked else at, Qt.AlignmentFlag.AlignLeft)
        self._row.setColumnStretch(2, 1)

    def retranslate(self) -> None:
        """Put on every word again."""
        on = self.view.isVisibleTo(self)
        self.camera_button.setText(self.tr("Apagar la cámara") if on else self.tr("Leer el QR con la cámara"))
        self.photo_button.setText(self.tr("Leer el QR de una foto…"))

    # the camera
    def _turn(self) -> None:
        if self.view.isVisibleTo(self):
            self._stop()
            return
        from promoter_app.services.camera import KeyReader

        self.view.show()
        self.told.hide()
        self.retranslate()
        self._made_feed().start(KeyReader)

    def _made_feed(self) -> CameraFeed:
        if self._feed is None:
            from promoter_app.ui.camera.feed import CameraFeed

            self._feed = CameraFeed(self.desk.cameras, self)
            self._feed.changed.connect(self._describe)
            self._feed.pictured.connect(self.view.set_frame)
            self._feed.seen.connect(lambda texts, _at: self._found(texts[0]))
        return self._feed

    def _describe(self) -> None:
        if self._feed is not None:
            self.view.set_state(self._feed.state, self._feed.reason)

    def _stop(self) -> None:
        if self._feed is not None:
            self._feed.stop()
        self.view.hide()
        self.retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    # a photo
    def _choose(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Elige la foto de la hoja"), pictures, f"{self.tr('Fotos')} ({_KINDS})"
        )
        if chosen:
            self.take_photo(Path(chosen))

    def take_photo(self, path: Path) -> None:
        """Look for the code in this picture."""
        self._say(self.tr("Buscando el QR en la foto"))
        self._aside.run(lambda: key_in_photo(path))

    # what came of it
    def _found(self, text: str) -> None:
        self._stop()
        self._say(self.tr("El QR de la hoja se leyó"))
        self.read.emit(text)

    def _refused(self, refusal: Refusal) -> None:
        self._say(" ".join((self.desk.say(refusal.what), self.desk.say(refusal.todo))))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        announce(self.told, words)
