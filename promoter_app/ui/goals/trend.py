"""The trend of one figure: its line, the plan's line, and a point for each month that opens the rows until then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, floor, log10

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from promoter_app.domain.indicators.periods import Period, months_between
from promoter_app.ui import theme, tokens
from promoter_app.ui.goals.words import amount, month
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.paint import CENTRE, LEFT, RIGHT, draw_text, paint_disc, smooth, text_width
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import short_date

_DOT = 8
Point = tuple[date, int | None]


def nice_top(value: float) -> int:
    """The end of a scale from 0 that four equal whole steps reach: 1,284 gives 2,000."""
    if value <= 4:
        return 4
    size = float(10 ** floor(log10(value / 4)))
    step = next(one * size for one in (1, 2, 2.5, 5, 10) if one * size * 4 >= value and (one * size) % 1 == 0)
    return ceil(step) * 4


def clear_box(places: Sequence[QPointF], size: QSizeF, room: QRectF, field: QRectF) -> QRectF:
    """Where words of that size stand beside the last of `places`, inside `room`, off the line and its dots."""
    last = places[-1]
    least, most = field.left() + 2, max(field.left() + 2, room.right() - size.width())
    lowest = max(0.0, field.bottom() - size.height() - 4)
    beside = (last.x() - size.width() - 14, last.x() + 18, last.x() - size.width() / 2, least)
    height = (last.y() - size.height() - 6, last.y() + 12, 0.0, lowest)
    boxes = [
        QRectF(QPointF(max(least, min(x, most)), max(0.0, min(y, lowest))), size) for y in height for x in beside
    ]
    line = QPainterPath()
    line.addPolygon(QPolygonF(list(places)))
    stroke = QPainterPathStroker()
    stroke.setWidth(8)
    taken = stroke.createStroke(line)
    for place in places:
        taken.addEllipse(place, _DOT, _DOT)
    return next((box for box in boxes if not taken.intersects(box)), boxes[0])


class TrendPoint(QAbstractButton):
    """One point of the line."""

    def __init__(self, point: Point, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.point = point
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.resize(tokens.TARGET_OFFICE, tokens.TARGET_OFFICE)

    def sizeHint(self) -> QSize:
        return QSize(tokens.TARGET_OFFICE, tokens.TARGET_OFFICE)

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        centre = QRectF(self.rect()).center()
        paint_disc(painter, centre, _DOT + 1, theme.colour("white"), theme.colour("cana"), 4)
        painter.end()


class TrendChart(QWidget):
    """Shows points of a period against its target; `pressed` carries the day of a point."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period: Period | None = None
        self._points: tuple[Point, ...] = ()
        self._target: float | None = None
        self._share = False
        self._dots: list[TrendPoint] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_trend(self, period: Period, points: Sequence[Point], target: float | None, *, share: bool) -> None:
        """Draw these; months without a figure have no point."""
        self._period, self._target, self._share = period, target, share
        self._points = tuple(point for point in points if point[1] is not None)
        for dot in self._dots:
            dot.hide()
            dot.setParent(None)
            dot.deleteLater()
        self._dots = [TrendPoint(point, self.point_words(point), self) for point in self._points]
        for dot in self._dots:
            dot.clicked.connect(lambda _on=False, day=dot.point[0]: self.pressed.emit(day))
            dot.installEventFilter(self)
            dot.show()
        keep_tab_place(self, self._dots)
        self._place_dots()
        self.update()

    def dots(self) -> list[TrendPoint]:
        """The points, the first month first."""
        return list(self._dots)

    def point_words(self, point: Point) -> str:
        """ "1,284 al 15 feb"."""
        return self.tr("{0} al {1}").format(amount(point[1], share=self._share), short_date(point[0]))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(210))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_dots()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._place_dots()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Left and Right go from point to point."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._dots:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                there = self._dots.index(watched) + step
                self._dots[max(0, min(there, len(self._dots) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    # where things are
    def _top(self) -> int:
        highest = max([self._target or 0, *((value or 0) for _day, value in self._points)])
        return 100 if self._share else nice_top(highest)

    def _field(self) -> QRectF:
        left = text_width(amount(self._top(), share=self._share), theme.font("board")) + 12
        under = theme.px(24)
        return QRectF(left, 22, max(10.0, self.width() - left - 24), max(10.0, self.height() - under - 24))

    def _at(self, day: date, value: float) -> QPointF:
        field, period = self._field(), self._period
        if period is None:
            return field.bottomLeft()
        whole = (period.ends - period.starts).days + 1
        across = ((day - period.starts).days + 1) / whole
        return QPointF(field.left() + field.width() * across, field.bottom() - field.height() * value / self._top())

    def _place_dots(self) -> None:
        for dot in self._dots:
            where = self._at(dot.point[0], dot.point[1] or 0)
            half = dot.width() / 2
            left = max(0, min(round(where.x() - half), self.width() - dot.width()))
            dot.move(left, max(0, min(round(where.y() - half), self.height() - dot.height())))

    # painting
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._period is None:
            return
        painter = QPainter(self)
        smooth(painter)
        self._paint_scale(painter)
        self._paint_plan(painter)
        self._paint_line(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        field, face, top = self._field(), theme.font("board"), self._top()
        steps = 4 if field.height() >= 4 * theme.px(20) else 2
        for step in range(steps + 1):
            y = field.bottom() - field.height() * step / steps
            painter.setPen(QPen(theme.colour("line" if step == 0 else "hair"), 1.5 if step == 0 else 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            words = amount(top * step / steps, share=self._share)
            box = QRectF(0, y - theme.px(11), field.left() - 8, theme.px(22))
            draw_text(painter, box, words, face, theme.colour("ink2"), RIGHT)
        period = self._period
        if period is None:
            return
        months = months_between(period.starts, period.ends)
        narrow = field.width() / len(months) < theme.px(34)
        for place, one in enumerate(months):
            if narrow and place % 2:
                continue
            middle = one.starts + timedelta(days=(one.ends - one.starts).days // 2)
            x = self._at(middle, 0).x()
            box = QRectF(x - theme.px(24), field.bottom() + 4, theme.px(48), theme.px(22))
            draw_text(painter, box, month(one.starts), face, theme.colour("ink2"), CENTRE)

    def _paint_plan(self, painter: QPainter) -> None:
        period = self._period
        if self._target is None or period is None:
            return
        eve = period.starts - timedelta(days=1)
        start = self._at(eve, self._target if self._share else 0)
        end = self._at(period.ends, self._target)
        pen = QPen(theme.colour("ink2"), 3)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(start, end)
        face = theme.font("small-strong")
        words = self.tr("meta {0}").format(amount(self._target, share=self._share))
        width = text_width(words, face)
        below = end.y() + 6 if end.y() < self._field().center().y() else end.y() - theme.px(28)
        box = QRectF(end.x() - width - 2, below, width + 4, theme.px(24))
        painter.fillRect(box, theme.colour("white"))
        draw_text(painter, box, words, face, theme.colour("ink2"), LEFT)

    def _paint_line(self, painter: QPainter) -> None:
        if not self._points:
            return
        places = [self._at(day, value or 0) for day, value in self._points]
        if self._period is not None and not self._share:
            places.insert(0, self._at(self._period.starts - timedelta(days=1), 0))
        pen = QPen(theme.colour("cana"), 5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(places))
        face = theme.font("bold")
        words = self.point_words(self._points[-1])
        box = clear_box(places, QSizeF(text_width(words, face) + 8, theme.px(26)), QRectF(self.rect()), self._field())
        painter.fillRect(box, theme.colour("white"))
        draw_text(painter, box, words, face, theme.colour("cana"), RIGHT)
