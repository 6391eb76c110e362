"""The photograph of a sheet, upright, with a box for every place that was read."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from promoter_app.services.sheets.reading import SheetPage
from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import draw_wrapped, fill_box

Key = tuple[int, str, int]
LOOKS = {
    "yes": ("cana", 3, "ph.check-circle-fill"),
    "no": ("line", 2, "ph.minus-circle-bold"),
    "ask": ("ambar_d", 4, "ph.question-fill"),
    "": ("line", 1, ""),
}
"""Colour, width and icon of a box by what its place says."""


class SheetView(QWidget):
    """`picked` carries the key of a box that was clicked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: SheetPage | None = None
        self._image = QImage()
        self._states: Mapping[Key, str] = {}
        self._current: Key | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 260)

    def show_page(self, page: SheetPage | None, words: str = "") -> None:
        """Show the photograph of a page, or `words` in its place."""
        self._page, self._words, self._states, self._current = page, words, {}, None
        self._image = QImage.fromData(page.photo) if page is not None else QImage()
        self.setAccessibleName(words)
        self.update()

    def show_states(self, states: Mapping[Key, str], current: Key | None) -> None:
        """What each place says (`yes`, `no`, `ask`, or "" for an empty answer), and the one that is asked now."""
        self._states, self._current = states, current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        fill_box(painter, box, tokens.RADIUS_CARD, theme.colour("off" if self._page is None else "on_off"))
        if self._page is None:
            inner = box.adjusted(24, 24, -24, -24)
            draw_wrapped(painter, inner, self._words, theme.font("body"), theme.colour("ink2"))
        else:
            self._paint_page(painter, self._page)
        painter.end()

    def _paint_page(self, painter: QPainter, page: SheetPage) -> None:
        way = self._way(page)
        painter.setClipRect(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.setTransform(way)
        painter.drawImage(0, 0, self._image)
        painter.resetTransform()
        for key, state in self._states.items():
            quad = page.quads.get(key)
            if quad is None:
                continue
            shape = way.map(QPolygonF([QPointF(x, y) for x, y in quad]))
            self._paint_box(painter, shape, state, key == self._current, with_icon=key[1] == "present")

    def _paint_box(self, painter: QPainter, shape: QPolygonF, state: str, current: bool, *, with_icon: bool) -> None:
        colour, width, icon = LOOKS[state]
        pen = QPen(theme.colour("foco" if current else colour), width + 1 if current else width)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)
        if icon and with_icon:
            side = max(12.0, min(20.0, shape.boundingRect().height()))
            place = QRectF(shape.boundingRect().left() - side - 4, 0, side, side)
            place.moveCenter(QPointF(place.center().x(), shape.boundingRect().center().y()))
            fill_box(painter, place, side / 2, theme.colour("white"))
            paint_icon(painter, place, icon, theme.colour(colour))

    def _way(self, page: SheetPage) -> QTransform:
        """From pixels of the photograph to the widget: turned upright, the sheet as large as fits."""
        (x0, y0), (x1, y1) = page.outline[0], page.outline[1]
        quarter = round(math.degrees(math.atan2(y1 - y0, x1 - x0)) / 90) * 90
        turned = QTransform().rotate(-quarter)
        sheet = turned.map(QPolygonF([QPointF(x, y) for x, y in page.outline])).boundingRect()
        sheet.adjust(-sheet.width() * 0.02, -sheet.height() * 0.02, sheet.width() * 0.02, sheet.height() * 0.02)
        room = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        scale = min(room.width() / sheet.width(), room.height() / sheet.height())
        moved = QTransform().translate(room.center().x(), room.center().y()).scale(scale, scale)
        return turned * QTransform().translate(-sheet.center().x(), -sheet.center().y()) * moved

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._page is None:
            return
        way = self._way(self._page)
        for key in self._states:
            quad = self._page.quads.get(key)
            if quad is None:
                continue
            shape = way.map(QPolygonF([QPointF(x, y) for x, y in quad]))
            if shape.boundingRect().adjusted(-6, -6, 6, 6).contains(event.position()):
                self.picked.emit(key)
                return
