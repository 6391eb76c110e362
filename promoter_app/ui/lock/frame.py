"""What the views before the rooms share: a card in the middle that scrolls down, a banner, a bar with the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.frames import BottomBar, Card, Text
from promoter_app.ui.kit.layouts import down_scroll

_WIDEST = 980


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
        for part in (self.title, self.words, self.banner):
            self.card.body.addWidget(part)
        self.bar = BottomBar()
        inner = QWidget()
        centred = QHBoxLayout(inner)
        centred.setContentsMargins(20, 24, 20, 20)
        centred.addStretch(1)
        centred.addWidget(self.card, 100, Qt.AlignmentFlag.AlignTop)
        centred.addStretch(1)
        scroll = down_scroll(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
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
