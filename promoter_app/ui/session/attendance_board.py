"""Asistencia as widgets: devices, field and panel, lists, bottom bar. From 150 % text the columns become tabs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import Banner, FeedbackPanel, KeyButton, ScanField
from promoter_app.ui.kit.paint import text_width
from promoter_app.ui.session.attendance_bar import FittingBar
from promoter_app.ui.session.attendance_devices import Devices
from promoter_app.ui.session.attendance_lists import Crowd
from promoter_app.ui.session.topic_layout import DownScroll

SCAN, LISTS, DEVICES = range(3)
_LEFT, _RIGHT, _SIDE_MOST = 290, 348, 440
_NARROW, _WIDE, _BOTH_FROM = 1366, 1920, 1800
_EDGE, _GAP = 20, 16


class AttendanceBoard(QWidget):
    """Only the panel flexes. `show_part` brings a column on screen when there is room for one only."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self.field = ScanField()
        self.panel = FeedbackPanel()
        self.devices = Devices(desk)
        self.crowd = Crowd()
        self.banner = Banner()
        self.tabs = QTabBar()
        self.next = KeyButton("", "", "F9", kind="primary", size="main", trailing="ph.arrow-right-bold", cap_only=True)
        self.new = KeyButton("", "ph.user-plus-bold", "F2", size="large", cap_only=True)
        self.missing = KeyButton("", "ph.users-bold", "F4", size="large", cap_only=True)
        self.photo = KeyButton("", "ph.image-bold", "F5", size="large", cap_only=True)
        self.waiting = KeyButton("", "ph.warning-bold", "F6", size="large", cap_only=True)
        self.bar = FittingBar(self.next)
        for button in (self.new, self.waiting, self.missing, self.photo):
            self.bar.add(button)
        self.set_counts(0, 0)
        self._compact = False
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _at: self._show_columns())
        self.retranslate()

    def set_counts(self, missing: int, waiting: int) -> None:
        """How many are missing, and how many cards wait for an answer besides the one on the panel."""
        self._counts = (missing, waiting)
        self.waiting.setProperty("unused", waiting == 0)
        self._name_counts()

    def show_part(self, part: int) -> None:
        """SCAN, LISTS or DEVICES: bring it on screen when only one fits."""
        self.tabs.setCurrentIndex(part)

    def focus_field(self) -> None:
        """The field on screen and with the focus: ready to scan, type or search."""
        self.show_part(SCAN)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_missing(self) -> bool:
        """Out of Quién falta, back to the field; False when nobody was in there."""
        inside = self.crowd.shows_missing_instead() or self.crowd.missing.hasFocus()
        if inside:
            self.crowd.show_missing(False)
            self._name_counts()
            self.focus_field()
        return inside

    def show_panel(self) -> None:
        """Bring the panel wholly on screen."""
        self.show_part(SCAN)
        QTimer.singleShot(0, self.panel, self._scroll_to_panel)

    def tell(self, kind: str, title: str, detail: str, actions: tuple[tuple[str, str], ...]) -> None:
        """A message over the columns, until one of its buttons is pressed."""
        self.banner.tell(kind, title, detail, actions)
        QTimer.singleShot(0, self._scroll, lambda: self._scroll.verticalScrollBar().setValue(0))

    def hush(self) -> None:
        """Take the message away."""
        self.banner.clear()

    def retranslate(self) -> None:
        """Put on every word again."""
        self._say_prompt()
        for at, words in enumerate((self.tr("Escanear"), self.tr("Lista"), self.tr("Aparatos"))):
            self.tabs.setTabText(at, words)
        self.tabs.setAccessibleName(self.tr("Partes de Asistencia"))
        self.new.setText(self.tr("Persona nueva"))
        self.photo.setText(self.tr("Foto"))
        self.bar.set_main_texts(self.tr("Seguir: prueba inicial"), self.tr("Seguir"))
        self._name_counts()
        self.devices.describe()
        self.crowd.retranslate()

    def _say_prompt(self) -> None:
        long, short = self.tr("Escanea la tarjeta o escribe nombre o número"), self.tr("Tarjeta, nombre o número")
        fits = text_width(long, theme.font("field")) + theme.px(28) + 48 <= self.field.width()
        self.field.set_prompt(long if fits else short, long)

    def _name_counts(self) -> None:
        missing, waiting = self._counts
        shows = self.crowd.shows_missing_instead()
        words = self.tr("Ver quién vino") if shows else self.tr("Ver quién falta ({0})").format(missing)
        self.missing.setText(words)
        self.waiting.setText(self.tr("Por resolver ({0})").format(waiting))
        self.bar.fit()

    def _lay_out(self) -> None:
        for _ in range(3):
            self.tabs.addTab("")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self.field)
        middle.addWidget(self.panel, 1)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(_EDGE, _GAP, _EDGE, _GAP)
        inside.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        inside.addWidget(self.banner)
        inside.addLayout(row, 1)
        row.addWidget(self.devices)
        row.addWidget(self._middle, 1)
        row.addWidget(self.crowd)
        self._body = body
        self._scroll = DownScroll(body)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(_EDGE, 8, _EDGE, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.bar)
        self._tab_box = tabs
        self._arrange()

    def _arrange(self) -> None:
        """Side columns or tabs, for the present width and text size."""
        width = self.width()
        least = theme.px(_LEFT) + theme.px(_RIGHT) + 2 * (_EDGE + _GAP) + 360
        self._compact = theme.is_large() or width < least
        both = not self._compact and width >= theme.px(_BOTH_FROM)
        share = max(0.0, min(1.0, (width - _NARROW) / (_WIDE - _NARROW)))
        left = theme.px(_LEFT) + round(share * (0 if both else _SIDE_MOST - _LEFT))
        right = theme.px(_RIGHT) + round(share * (_SIDE_MOST - _RIGHT))
        self.crowd.set_both(both)
        for widget, fixed in ((self.devices, left), (self.crowd, right * 2 - 80 if both else right)):
            widget.setMinimumWidth(0 if self._compact else fixed)
            widget.setMaximumWidth(16777215 if self._compact else fixed)
        self.panel.setMinimumHeight(max(280, theme.px(210)))
        self.tabs.setVisible(self._compact)
        self._tab_box.setContentsMargins(_EDGE, 8 if self._compact else 0, _EDGE, 0)
        self.bar.set_only_in_more([self.devices.undo, self.devices.sound] if self._compact else [])
        self._show_columns()
        self._name_counts()
        QTimer.singleShot(0, self, self._say_prompt)

    def _show_columns(self) -> None:
        here = self.tabs.currentIndex()
        for part, widget in ((SCAN, self._middle), (LISTS, self.crowd), (DEVICES, self.devices)):
            widget.setVisible(not self._compact or part == here)

    def _scroll_to_panel(self) -> None:
        top = self.panel.mapTo(self._body, QPoint(0, 0)).y()
        bar = self._scroll.verticalScrollBar()
        if self.panel.height() > self._scroll.viewport().height() - top:
            bar.setValue(top)
        else:
            bar.setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_tab_box"):
            self._arrange()
