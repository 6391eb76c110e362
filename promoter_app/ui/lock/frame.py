"""What the views before the rooms share: a card in the middle that scrolls down, a banner, a bar with the buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.frames import BottomBar, Card, Text
from promoter_app.ui.kit.layouts import down_scroll

_WIDEST = 980


class _FocusInSight(QObject):
    """Keeps what has the focus in sight when a message takes room away, or what scrolls grows."""

    def __init__(self, area: QScrollArea, inner: QWidget) -> None:
        super().__init__(area)
        self._area = area
        for part in (area.viewport(), inner):
            part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        focused = self._area.focusWidget()
        if focused is not None and focused.hasFocus():
            self._area.ensureWidgetVisible(focused)


def add_in_sight(column: QVBoxLayout, inner: QWidget, parts: Sequence[QWidget], widest: int) -> None:
    """Let `inner` scroll down, and put messages below it: seen wherever it was scrolled to, and moving nothing."""
    scroll = down_scroll(inner)
    _FocusInSight(scroll, inner)
    column.addWidget(scroll, 1)
    stacked = QVBoxLayout()
    stacked.setContentsMargins(20, 8, 20, 12)
    stacked.setSpacing(8)
    for part in parts:
        part.setMaximumWidth(widest)
        stacked.addWidget(part)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addLayout(stacked, 100)
    row.addStretch(1)
    column.addLayout(row)


class CoverView(QWidget):
    """Base of lock screen and start troubles. Fill `card.body` and `bar`; words go on in `retranslate`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("page", "true")
        self.banner = Banner()
        self.title = Text("", "title", wrap=True)
        self.words = Text("", "body", "ink2", wrap=True)
        self.card = Card("", padding=24)
        self.card.setMaximumWidth(_WIDEST)
        for part in (self.title, self.words):
            self.card.body.addWidget(part)
        self.bar = BottomBar()
        inner = QWidget()
        centred = QHBoxLayout(inner)
        centred.setContentsMargins(20, 24, 20, 20)
        centred.addStretch(1)
        centred.addWidget(self.card, 100, Qt.AlignmentFlag.AlignTop)
        centred.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        add_in_sight(outer, inner, (self.banner,), _WIDEST)
        outer.addWidget(self.bar)

    def retranslate(self) -> None:
        """Put on every word again."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Begin at the main control."""
        raise NotImplementedError

    def tell_refusal(self, refusal: Refusal) -> None:
        """What happened, what is safe, what to do."""
        self.banner.tell("red", *self.desk.said(refusal))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "bar"):
            self.retranslate()
