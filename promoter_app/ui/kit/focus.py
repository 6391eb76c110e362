"""FocusRing: one ring that follows the keyboard focus of a window, 3 px wide with a 3 px gap, never clipped."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTextEdit,
    QWidget,
)

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.paint import fill_box

_REACH = tokens.RING + tokens.RING_GAP
_OWN_RING = (QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit, QAbstractItemView)


class _RingStyle(QProxyStyle):
    """Fusion with room for the ring around the focused widget; used by the ring only."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _REACH
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        _returned: object = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget)


class FocusFollower(QObject):
    """Make one per application: its ring follows the focus until `stop`.

    Qt puts the ring inside the parent of what has the focus, so it goes when a dialog goes; then another is made.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._app, self._window = app, window
        self._ring = FocusRing()
        app.focusChanged.connect(self._follow)

    @property
    def ring(self) -> FocusRing:
        """The ring of now."""
        if not shiboken6.isValid(self._ring):
            self._ring = FocusRing()
        return self._ring

    def stop(self) -> None:
        """Follow no more and take the ring away, which goes with the window at the latest."""
        self._app.focusChanged.disconnect(self._follow)
        if shiboken6.isValid(self._ring):
            self._ring.setWidget(self._window)
            self._ring.deleteLater()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        wanted = now is not None and not isinstance(now, _OWN_RING) and not now.isWindow()
        self.ring.stand_around(now if wanted else None)


class FocusRing(QFocusFrame):
    """The ring itself. Fields and lists draw their own frame instead."""

    def __init__(self) -> None:
        super().__init__()
        self._style = _RingStyle()
        self._style.setParent(self)
        self.setStyle(self._style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def stand_around(self, target: QWidget | None) -> None:
        """Go to a widget; None hides the ring."""
        self.setWidget(target)  # type: ignore[arg-type]  # Qt takes None, the stub does not say
        if target is not None:
            self.raise_()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.Destroy:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        target: QWidget | None = self.widget()
        dark = target is not None and target.property("ring") == "rail"
        painter = QPainter(self)
        colour = theme.colour("foco_rail" if dark else "foco")
        radius = tokens.RADIUS_CONTROL + _REACH
        fill_box(painter, QRectF(self.rect()), radius, None, colour, tokens.RING)
        painter.end()
