"""Painting shared by the kit: boxes, key caps, stripes, discs and text that wraps or is cut with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from promoter_app.ui import theme
from promoter_app.ui.kit.icons import paint_icon

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_WRAP = int(Qt.TextFlag.TextWordWrap)
_CAP_HEIGHT, _CAP_PAD = 28, 11


def smooth(painter: QPainter) -> None:
    """Turn antialiasing on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def fill_box(
    painter: QPainter,
    box: QRectF,
    radius: float,
    ground: QColor | None,
    border: QColor | None = None,
    width: float = 0,
    *,
    dashed: bool = False,
) -> None:
    """A rounded box inside `box`, its border drawn wholly inside."""
    painter.save()
    smooth(painter)
    painter.setBrush(QBrush(ground) if ground is not None else QBrush(Qt.BrushStyle.NoBrush))
    if border is not None and width > 0:
        pen = QPen(border, width)
        if dashed:
            pen.setDashPattern([2.2, 1.4])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def rounded_path(box: QRectF, radius: float) -> QPainterPath:
    """The outline of a rounded box, for clipping."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def paint_stripes(painter: QPainter, box: QRectF, one: QColor, other: QColor, width: float = 22.6) -> None:
    """Diagonal stripes of two colours over `box` (hazard marking)."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, other)
    smooth(painter)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(one)
    left = box.left() - box.height()
    while left < box.right():
        path = QPainterPath(QPointF(left, box.bottom()))
        path.lineTo(left + width, box.bottom())
        path.lineTo(left + width + box.height(), box.top())
        path.lineTo(left + box.height(), box.top())
        path.closeSubpath()
        painter.drawPath(path)
        left += 2 * width
    painter.restore()


def paint_disc(
    painter: QPainter, centre: QPointF, radius: float, ground: QColor, border: QColor, width: float = 2
) -> None:
    """A disc with a border inside its radius."""
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    fill_box(painter, box, radius, ground, border, width)


def draw_text(
    painter: QPainter, box: QRectF, text: str, face: QFont, colour: QColor, align: int = LEFT
) -> None:
    """One line of text, cut with an ellipsis when it does not fit."""
    painter.setFont(face)
    painter.setPen(colour)
    shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()) + 0.5)
    painter.drawText(box, align | int(Qt.TextFlag.TextSingleLine), shown)


def draw_wrapped(
    painter: QPainter, box: QRectF, text: str, face: QFont, colour: QColor, align: int = CENTRE
) -> None:
    """Text over as many lines as it needs."""
    painter.setFont(face)
    painter.setPen(colour)
    painter.drawText(box, align | _WRAP, text)


def wrapped_height(text: str, face: QFont, width: float) -> float:
    """Height of `text` wrapped at `width`; 0 for no text."""
    if not text:
        return 0.0
    room = QRectF(0, 0, max(1.0, width), 1e6)
    return QFontMetricsF(face).boundingRect(room, _WRAP, text).height()


def text_width(text: str, face: QFont) -> float:
    """Width of one line of text."""
    return QFontMetricsF(face).horizontalAdvance(text)


def cap_size(caption: str, role: str = "key") -> QSizeF:
    """Size of a key cap for a caption as `keys.caption` gives it (an icon name starts with "ph.")."""
    height = theme.px(_CAP_HEIGHT) * theme.font(role).pixelSize() / theme.font("key").pixelSize()
    inner = height * 0.55 if caption.startswith("ph.") else text_width(caption, theme.font(role))
    return QSizeF(max(height * 1.05, inner + 2 * theme.px(_CAP_PAD)), height)


def paint_cap(painter: QPainter, box: QRectF, caption: str, colour: QColor, role: str = "key") -> None:
    """A key cap: the caption (or icon) in a 2 px frame of its own colour."""
    fill_box(painter, box, 6, None, colour, 2)
    if caption.startswith("ph."):
        inset = box.height() * 0.22
        paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), caption, colour)
    else:
        draw_text(painter, box.adjusted(0, -1, 0, -1), caption, theme.font(role), colour, CENTRE)
