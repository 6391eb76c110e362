"""Photographs of cards in Asistencia: chosen or dropped, read beside everything else, counted like any card."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from promoter_app.domain.attendance import WAITING, ScanOutcome, ScanState
from promoter_app.domain.refusal import Refusal
from promoter_app.services.photos import ReadPhoto
from promoter_app.services.sessions import attendance
from promoter_app.ui.camera.photos import PhotoReader
from promoter_app.ui.desk import Desk
from promoter_app.ui.session.attendance_board import AttendanceBoard

KINDS = ("*.jpg", "*.jpeg", "*.png", "*.webp", "*.bmp", "*.tif", "*.tiff")


class AttendancePhotos(QObject):
    """`session` is where the cards count. What came of all of them is told in one go at the end."""

    def __init__(self, desk: Desk, board: AttendanceBoard, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._board = desk, board
        self.session = b""
        self._reader = PhotoReader(self)
        self._came: Counter[str] = Counter()
        self._photos, self._of, self._codes, self._told = 0, 0, 0, 0
        self._reasons: list[str] = []
        self._seen: set[str] = set()
        self._last_place = ""
        self._ended = True
        self._reader.read.connect(self._on_photo)
        self._reader.ended.connect(self._on_end)
        board.setAcceptDrops(True)
        board.field.setAcceptDrops(False)
        board.installEventFilter(self)

    def choose(self) -> None:
        """Ask for photographs."""
        places = QStandardPaths.StandardLocation
        start = self._last_place or QStandardPaths.writableLocation(places.PicturesLocation)
        chosen, _kind = QFileDialog.getOpenFileNames(
            self._board, self.tr("Fotos de tarjetas"), start, f"{self.tr('Fotos')} ({' '.join(KINDS)})"
        )
        self.take([Path(each) for each in chosen])

    def take(self, paths: list[Path]) -> None:
        """Read these photographs."""
        if not paths:
            return
        self._last_place = str(paths[0].parent)
        self._came, self._reasons, self._seen = Counter(), [], set()
        self._photos, self._of, self._codes, self._told = 0, len(paths), 0, 0
        self._ended = False
        self._say_progress()
        self._reader.begin(paths)

    def stop(self) -> None:
        """Off screen, or stopped: what was counted stays counted."""
        self._reader.stop()
        self._ended = True

    def _record(self, text: str) -> None:
        session = self.session
        self._desk.road.do(
            lambda folder, stamp: attendance.record_scan(folder, stamp, session, text, "photo"),
            self._counted,
            self._failed,
        )

    def _counted(self, outcome: ScanOutcome) -> None:
        self._came["waiting" if outcome.state in WAITING else outcome.state.value] += 1
        self._told += 1
        self._sum_up()

    def _failed(self, refusal: Refusal) -> None:
        self._desk.tell_refusal(refusal)
        self._told += 1
        self._sum_up()

    def _on_photo(self, photo: ReadPhoto) -> None:
        self._photos += 1
        if photo.refusal is not None:
            self._reasons.append(f"{self._desk.say(photo.refusal.what)} {self._desk.say(photo.refusal.todo)}")
        fresh = [text for text in photo.texts if text not in self._seen]
        self._seen.update(fresh)
        self._codes += len(fresh)
        self._say_progress()
        for text in fresh:
            self._record(text)

    def _on_end(self) -> None:
        self._ended = True
        self._sum_up()

    def _say_progress(self) -> None:
        words = self.tr("Leyendo la foto {at} de {all}").format(at=min(self._photos + 1, self._of), all=self._of)
        self._board.tell("blue", words, "", (("stop_photos", self.tr("Detener")),))

    def _sum_up(self) -> None:
        """Once every photograph was read and every card answered: one sentence for all."""
        if not self._ended or self._told < self._codes:
            return
        close = (("close", self.tr("Entendido")),)
        if not self._codes:
            none = self.tr("No se encontró ninguna tarjeta en la foto") if self._of == 1 else self.tr(
                "No se encontró ninguna tarjeta en las fotos"
            )
            better = self.tr("Toma otra más cerca, sin sombra ni reflejo.")
            self._board.tell("amber", none, " ".join(self._reasons) or better, close)
            return
        parts = [self.tr("%n tarjetas en la foto", "", self._codes)]
        for key, words in self._words():
            if self._came[key]:
                parts.append(words.format(self._came[key]))
        self._board.tell("amber" if self._reasons else "green", " · ".join(parts), " ".join(self._reasons), close)
        if self._came[ScanState.PRESENT.value]:
            self._desk.sounds.play("present")

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (
            (ScanState.PRESENT.value, self.tr("presentes: {0}")),
            (ScanState.ALREADY.value, self.tr("ya estaban: {0}")),
            ("waiting", self.tr("por resolver: {0}")),
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Files dropped anywhere on the board."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            if paths:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent):
                    self.take(paths)
                return True
        return False
