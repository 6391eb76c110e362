"""Clocks of a session: BreakClock (what is left of the break) and RingTimer (time on one card).

Both read a monotonic clock that is passed in (seconds), so a wrong or changed system time does not matter.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.paint import CENTRE, RIGHT, draw_text, fill_box, rounded_path, smooth, text_width
from promoter_app.ui.language import clock_time

_TICK_MS = 250
MARKS = (600, 180, 0)
"""Seconds left at which BreakClock.crossed is sent."""


def minutes_and_seconds(seconds: float) -> str:
    """ "26:19"; past the end "+0:41"."""
    whole = math.ceil(seconds) if seconds >= 0 else math.floor(-seconds)
    sign = "" if seconds >= 0 else "+"
    return f"{sign}{whole // 60}:{whole % 60:02d}"


class BreakClock(QWidget):
    """An amber bar that shrinks and the time left; past the end it counts up and never interrupts.

    `crossed` carries 600, 180 and 0 once each when that many seconds are left.
    """

    crossed = Signal(int)

    def __init__(self, now: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._length, self._end, self._until = 0.0, 0.0, ""
        self._pending: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.setProperty("ring", "rail")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def start(self, length: float, left: float, until: str) -> None:
        """Begin: a break of `length` seconds with `left` to go that ends at `until` ("12:30")."""
        self._length, self._end, self._until = max(1.0, length), self._now() + left, clock_time(until)
        self._pending = [mark for mark in MARKS if left > mark]
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def left(self) -> float:
        """Seconds left; negative past the end."""
        return self._end - self._now()

    def text(self) -> str:
        """What the clock shows."""
        return minutes_and_seconds(self.left()) if self._until else ""

    def tick(self) -> None:
        """Look at the clock and repaint; called four times a second."""
        left = self.left()
        while self._pending and left <= self._pending[0]:
            self.crossed.emit(self._pending.pop(0))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        caption = text_width(self._caption(), theme.font("small")) if self._until else 0
        wide = max(120, round(caption)) + 20 + round(self._digits())
        return QSize(wide, max(tokens.TARGET, theme.px(44)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(self, "_timer"):
            self._describe()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._until:
            return
        painter = QPainter(self)
        digits = self._digits()
        clock = QRectF(self.width() - digits, 0, digits, self.height())
        over = self.left() < 0
        colour = theme.colour("ambar" if over else "on_rail")
        draw_text(painter, clock, self.text(), theme.font("clock"), colour, RIGHT)
        room = QRectF(0, 0, self.width() - digits - 20, self.height())
        self._paint_bar(painter, room)
        painter.end()

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        words = theme.px(18)
        top = (room.height() - words - 7 - 10) / 2
        line = QRectF(room.left(), top, room.width(), words)
        draw_text(painter, line, self._caption(), theme.font("small"), theme.colour("rail_ink"), RIGHT)
        bar = QRectF(room.right() - min(120.0, room.width()), top + words + 7, min(120.0, room.width()), 10)
        fill_box(painter, bar, 5, theme.colour("rail_trough"))
        share = max(0.0, min(1.0, self.left() / self._length))
        painter.save()
        painter.setClipPath(rounded_path(bar, 5))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, 10), theme.colour("ambar"))
        painter.restore()

    def _digits(self) -> float:
        """Room for the time: it does not jump while the digits change."""
        shape = "88:88" if 0 <= self.left() < 6000 else "+888:88"
        return text_width(shape, theme.font("clock")) + 1

    def _caption(self) -> str:
        if self.left() < 0:
            return self.tr("Terminó a las {until}").format(until=self._until)
        return self.tr("Hasta las {until}").format(until=self._until)

    def _describe(self) -> None:
        """The accessible name changes once a minute, not four times a second."""
        minutes = math.ceil(abs(self.left()) / 60)
        if not self._until:
            name = self.tr("Reloj del descanso, detenido")
        elif self.left() < 0:
            name = self.tr("El descanso terminó hace %n minutos", "", minutes)
        else:
            name = self.tr("Quedan %n minutos de descanso", "", minutes)
        if self._until:
            name = f"{name}, {self._caption()}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.updateGeometry()


class RingTimer(QWidget):
    """A ring that fills with the time spent on something that should take `limit` seconds. It can pause."""

    def __init__(self, now: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._limit, self._kept, self._since = 0.0, 0.0, 0.0
        self._running = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def start(self, limit: float, spent: float = 0.0) -> None:
        """Begin with `spent` of `limit` seconds behind."""
        self._limit, self._kept = max(1.0, limit), spent
        self.resume()

    def pause(self) -> None:
        """Stop the count; what was spent stays."""
        self._kept, self._running = self.spent(), False
        self._timer.stop()
        self.tick()

    def resume(self) -> None:
        """Go on counting."""
        if not self._running:
            self._since, self._running = self._now(), True
        self._timer.start()
        self.tick()

    def is_running(self) -> bool:
        """Whether it counts."""
        return self._running

    def spent(self) -> float:
        """Seconds spent so far."""
        return self._kept + (self._now() - self._since if self._running else 0.0)

    def tick(self) -> None:
        """Look at the clock and repaint."""
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        side = max(132, theme.px(120))
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(self, "_timer"):
            self._describe()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        thick = 13.0
        ring = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        over = self._limit and self.spent() > self._limit
        for share, name in ((1.0, "trough"), (self._share(), "ambar_d" if over else "cana")):
            pen = QPen(theme.colour(name), thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            if share > 0:
                painter.drawArc(ring, 90 * 16, -round(360 * 16 * share))
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        centre = QPointF(self.rect().center())
        face, small = theme.font("hero", 1.06), theme.font("small")
        width = self.width() - 32
        spent = int(self.spent())
        line = QRectF(0, 0, width, theme.px(40))
        line.moveCenter(QPointF(centre.x(), centre.y() - theme.px(11)))
        draw_text(painter, line, f"{spent // 60}:{spent % 60:02d}", face, theme.colour("ink"), CENTRE)
        line = QRectF(0, 0, width, theme.px(22))
        line.moveCenter(QPointF(centre.x(), centre.y() + theme.px(20)))
        draw_text(painter, line, self._limit_words(), small, theme.colour("ink2"), CENTRE)

    def _limit_words(self) -> str:
        return self.tr("de {minutes} min").format(minutes=max(1, round(self._limit / 60)))

    def _share(self) -> float:
        return max(0.0, min(1.0, self.spent() / self._limit)) if self._limit else 0.0

    def _describe(self) -> None:
        minutes = int(self.spent() // 60)
        state = self.tr("corre") if self._running else self.tr("en pausa")
        name = self.tr("Tiempo de esta ficha: {minutes} {of}, {state}").format(
            minutes=minutes, of=self._limit_words(), state=state
        )
        if name != self.accessibleName():
            self.setAccessibleName(name)
