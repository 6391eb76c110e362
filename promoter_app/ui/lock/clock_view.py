"""A clock that cannot be right, asked before anything is written with it: go on, tell why it was wrong, or close."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from promoter_app.domain.security.clocks import Alarm
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.language import clock_time, long_date
from promoter_app.ui.lock.frame import CoverView


class ClockView(CoverView):
    """`believed` carries why the clock was wrong before ("" when nothing is to be told); `closed` wants to leave."""

    believed = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, alarm: Alarm, seen: datetime | None) -> None:
        super().__init__(desk)
        self.setObjectName("clock")
        self._alarm, self._seen = alarm, seen
        self._asks = alarm == "backward" and seen is not None
        self.reason_label = Text("", "label", wrap=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason_label.setBuddy(self.reason)
        self.close_button = KeyButton("", "ph.x-bold", "Esc")
        self.go_on_button = KeyButton("", "ph.arrow-right-bold", "F9", kind="primary", more_keys=("Ctrl+Return",))
        for part in (self.reason_label, self.reason):
            self.card.body.addWidget(part)
            part.setVisible(self._asks)
        self.bar.add_left(self.close_button)
        self.bar.add_right(self.go_on_button)
        self.close_button.clicked.connect(self.closed)
        self.go_on_button.clicked.connect(self._go_on)
        self.reason.returnPressed.connect(self._go_on)
        self.retranslate()

    def retranslate(self) -> None:
        now = self.desk.road.edge.now()
        shown = f"{long_date(now.date())}, {clock_time(now)}"
        self.title.setText(self.tr("El reloj de la laptop dice {0}. ¿Está bien?").format(shown))
        self.words.setText(self._why())
        self.reason_label.setText(self.tr("Si está bien ahora, ¿por qué estaba adelantado antes?"))
        self.reason.setAccessibleName(self.reason_label.text())
        self.close_button.setText(self.tr("Está mal: cerrar"))
        self.go_on_button.setText(self.tr("Está bien: anotar") if self._asks else self.tr("Está bien: seguir"))

    def _why(self) -> str:
        if self._alarm == "impossible":
            return self.tr("Esa fecha no puede ser. Con el reloj mal, las asistencias quedan en otro día.")
        if self._seen is None:
            return self.tr("Saltó mucho desde la última vez que se usó.")
        before = f"{long_date(self._seen.date())}, {clock_time(self._seen)}"
        return self.tr("La última vez que se usó Surco aquí, el reloj decía {0}.").format(before)

    def take_focus(self) -> None:
        first = self.reason if self._asks else self.go_on_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self._asks and not self.reason.text().strip():
            self.banner.tell("amber", self.tr("Escribe en pocas palabras por qué estaba mal."))
            self.reason.setFocus()
            return
        self.believed.emit(self.reason.text().strip())
