"""CameraView: the picture of a camera, or a sentence why there is none. It knows no camera: frames come in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import CENTRE, draw_wrapped, rounded_path, smooth, wrapped_height

STATES = ("ready", "starting", "busy", "none")
"""lista, un momento, ocupada, no hay."""
CARD_SHAPE = 85 / 54


class CameraView(QWidget):
    """Shows frames; without them says why. `set_state` first, then `set_frame`.

    Amber corners show where and how large a card should be; `set_outline` says it, without one there are none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._reason = "none", ""
        self._frame: QImage | None = None
        self._outline = 0.47
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._describe()

    def set_state(self, state: str, reason: str = "") -> None:
        """One of STATES, with a sentence for the two without picture (ValueError when unknown)."""
        if state not in STATES:
            raise ValueError(f"camera state {state!r}")
        self._state, self._reason = state, reason
        if state != "ready":
            self._frame = None
        self._describe()
        self.update()

    def set_outline(self, share: float) -> None:
        """How much of a picture's width a card fills at the right distance; 0 draws no corners."""
        self._outline = share
        self.update()

    def set_frame(self, frame: QImage) -> None:
        """Show a picture."""
        self._frame = frame
        self.update()

    def state(self) -> str:
        """One of STATES."""
        return self._state

    def state_words(self) -> str:
        """The state in a word or two: lista, ocupada, no hay."""
        return {
            "ready": self.tr("lista"),
            "starting": self.tr("un momento"),
            "busy": self.tr("ocupada"),
            "none": self.tr("no hay"),
        }[self._state]

    def sizeHint(self) -> QSize:
        return QSize(262, 198)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(120))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_reason"):
            self._describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        room = QRectF(self.rect())
        painter.setClipPath(rounded_path(room, tokens.RADIUS_CONTROL))
        painter.fillRect(room, theme.colour("rail" if self._frame is not None else "off"))
        if self._frame is None:
            self._paint_reason(painter, room)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            shown = _covering(self._frame, room)
            painter.drawImage(shown, self._frame)
            if self._outline:
                self._paint_corners(painter, room, shown.width() * self._outline)
        painter.end()

    def _paint_reason(self, painter: QPainter, room: QRectF) -> None:
        words, face = self._words(), theme.font("small-strong")
        side = theme.px(36)
        high = wrapped_height(words, face, room.width() - 32)
        if side + 8 + high > room.height() - 8:  # a low window: the sentence matters more than its icon
            draw_wrapped(painter, room.adjusted(16, 4, -16, -4), words, face, theme.colour("on_off"), CENTRE)
            return
        top = room.center().y() - (side + 8 + high) / 2
        icon = QRectF(room.center().x() - side / 2, top, side, side)
        name = "ph.camera-bold" if self._state in ("ready", "starting") else "ph.camera-slash-bold"
        paint_icon(painter, icon, name, theme.colour("on_off"))
        box = QRectF(room.left() + 16, top + side + 8, room.width() - 32, high)
        draw_wrapped(painter, box, words, face, theme.colour("on_off"), CENTRE)

    def _paint_corners(self, painter: QPainter, room: QRectF, card: float) -> None:
        """Around a card `card` pixels wide, with a little room."""
        wide = min(card * 1.08, room.width() - 16)
        box = QRectF(0, 0, wide, min(wide / CARD_SHAPE, room.height() - 16))
        box.moveCenter(room.center())
        pen = QPen(theme.colour("ambar"), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        arm = min(box.width(), box.height()) * 0.16
        corners = (
            (box.topLeft(), 1, 1),
            (box.topRight(), -1, 1),
            (box.bottomRight(), -1, -1),
            (box.bottomLeft(), 1, -1),
        )
        for corner, across, down in corners:
            ends = (corner + QPointF(0, arm * down), corner, corner + QPointF(arm * across, 0))
            painter.drawPolyline(QPolygonF(list(ends)))

    def _words(self) -> str:
        if self._reason:
            return self._reason
        return {
            "ready": self.tr("Encendiendo la cámara"),
            "starting": self.tr("Encendiendo la cámara"),
            "busy": self.tr("Otro programa usa la cámara. El lector y el teclado sirven."),
            "none": self.tr("No hay cámara. El lector y el teclado sirven."),
        }[self._state]

    def _describe(self) -> None:
        said = self.tr("Cámara: {state}").format(state=self.state_words())
        self.setAccessibleName(said if self._state in ("ready", "starting") else f"{said}. {self._words()}")


def _covering(frame: QImage, room: QRectF) -> QRectF:
    """Where to draw `frame` so that it covers `room` without distortion."""
    scale = max(room.width() / max(1, frame.width()), room.height() / max(1, frame.height()))
    box = QRectF(0, 0, frame.width() * scale, frame.height() * scale)
    box.moveCenter(room.center())
    return box
