"""What the test shows while nobody is in turn: everybody answered, nobody is here, or there is no test."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.ui.kit import Card, IconLabel, KeyButton, Text


class RestPanel(QWidget):
    """`asked` carries the step to go to."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason, self._phase = "nobody", "pre"
        self._icon = IconLabel("ph.check-circle-fill", "cana", 72)
        self.title = Text("", "title", wrap=True)
        self.detail = Text("", "body", "ink2", wrap=True)
        self.button = KeyButton("", "ph.users-bold", "Return")
        card = Card(padding=24)
        card.body.addStretch(1)
        for part in (self._icon, self.title, self.detail, self.button):
            if isinstance(part, Text):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
                card.body.addWidget(part)
            else:
                card.body.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.button.clicked.connect(lambda: self.asked.emit("attendance"))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.button,)

    def show_reason(self, reason: str, phase: str) -> None:
        """`reason` is done, nobody or no_test."""
        self._reason, self._phase = reason, phase
        icons = {"done": ("ph.check-circle-fill", "cana"), "nobody": ("ph.users-bold", "ink2")}
        self._icon.set_icon(*icons.get(reason, ("ph.warning-fill", "ambar_d")))
        self.button.setVisible(reason == "nobody")
        self.retranslate()

    def retranslate(self) -> None:
        """Every word again."""
        words = {
            "done": (
                self.tr("Ya contestaron todas las personas"),
                self.tr("Elige a alguien de la lista si quieres corregir una respuesta."),
            ),
            "nobody": (
                self.tr("Todavía no hay nadie en la lista."),
                self.tr("La prueba es para las personas presentes."),
            ),
            "no_test": (
                self.tr("Este tema no tiene prueba en esta laptop."),
                self.tr("Sigue con el tema y avisa a la oficina."),
            ),
        }
        title, detail = words[self._reason]
        self.title.setText(title)
        self.detail.setText(detail)
        self.button.setText(self.tr("Ir a Asistencia"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "button"):
            self.retranslate()
