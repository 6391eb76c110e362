"""SessionBar: the dark bar over a session: leave, crew and topic, the five steps, the break clock, help."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.ui import tokens
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.clocks import BreakClock
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.steps import StepBar

_EDGE, _GAP = 12, 12


class SessionBar(QFrame):
    """`left` asks to leave the session, `help_wanted` for help; the steps and the clock are `steps` and `clock`."""

    left = Signal()
    help_wanted = Signal()

    def __init__(
        self,
        steps: Sequence[str],
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("bar", "session")
        self.setMinimumHeight(tokens.SESSION_TOP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.leave = KeyButton("", "ph.x-bold", kind="rail", size="small")
        self.leave.setProperty("ring", "rail")
        self.leave.clicked.connect(self.left)
        self.help = KeyButton("F1", "", kind="rail", size="small")
        self.help.setProperty("ring", "rail")
        self.help.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where people type and scan
        self.help.clicked.connect(self.help_wanted)
        self.crew = Text("", "bold", "on_rail")
        self.topic = Text("", "small", "rail_ink")
        self.steps = StepBar(steps)
        self.clock = BreakClock(now)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.crew, self.topic):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(label)
        words.addStretch(1)
        words.insertStretch(0, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 10, _EDGE, 10)
        row.setSpacing(_GAP)
        row.addWidget(self.leave)
        row.addLayout(words, 2)
        row.addWidget(self.steps, 7)
        self._row = row
        row.addWidget(self.clock)
        row.addWidget(self.help)
        self._retranslate()

    def set_session(self, crew: str, topic: str) -> None:
        """Which crew and topic."""
        self.crew.setText(crew)
        self.topic.setText(topic)
        self.steps.setToolTip(f"{crew} · {topic}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Crew and topic are left out, never cut, where the steps and the clock leave no room for them."""
        others = self.steps.minimumSizeHint().width()
        others += sum(each.sizeHint().width() for each in (self.leave, self.clock, self.help))
        room = self.width() - others - 2 * _EDGE - 4 * self._row.spacing()
        for label in (self.crew, self.topic):
            needed = label.sizeHint().width()
            label.setMinimumWidth(needed if needed <= room else 0)
            label.setVisible(bool(label.text()) and needed <= room)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "leave"):
            self._retranslate()

    def _retranslate(self) -> None:
        self.leave.setText(self.tr("Salir"))
        esc = key_names.described(("Esc",))  # told, not drawn: the steps need the room for their words
        self.leave.setAccessibleDescription(esc)
        self.leave.setToolTip(esc)
        self.help.setAccessibleName(self.tr("Ayuda"))
        self.help.setAccessibleDescription(key_names.described(("F1",)))
        self.help.setToolTip(self.tr("Ayuda"))
