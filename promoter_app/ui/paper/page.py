"""Papel: two tabs, Imprimir (paper goes out) and Leer hojas (photo to attendance and tests)."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.paper.print_tab import PrintTab
from promoter_app.ui.paper.read_tab import ReadTab
from promoter_app.ui.paper.steps import Steps
from promoter_app.ui.room import Room, scrolling


class PaperPage(Room):
    """The fifth room. The tab that was open stays open until the window closes."""

    reads = frozenset({"crew", "session", "person", "membership", "card_assignment"})
    ahead = (PrintTab, ReadTab)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("paper")
        self.print_button = KeyButton("", "ph.printer-bold", "F5", size="small", more_keys=("Ctrl+I",))
        self.read_button = KeyButton("", "ph.camera-bold", "F6", size="small", more_keys=("Ctrl+R",))
        self.printing, self.reading = desk.part(PrintTab), desk.part(ReadTab)
        self.tabs = Steps()
        self._both = QButtonGroup(self)
        self._lay_out()
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        inner = QWidget()
        scrolling(self, inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        for button, tab in ((self.print_button, self.printing), (self.read_button, self.reading)):
            button.setCheckable(True)
            self._both.addButton(button)
            button.clicked.connect(lambda _on=False, t=tab: self.show_tab(t))
            row.addWidget(button)
            self.tabs.addWidget(tab)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.tabs, 1)
        self.print_button.setChecked(True)

    def show_tab(self, tab: QWidget) -> None:
        """Open one of the two tabs."""
        self.tabs.setCurrentWidget(tab)
        self.tabs.updateGeometry()
        (self.print_button if tab is self.printing else self.read_button).setChecked(True)
        self.take_focus()

    def print_for(self, tile: str, crew: bytes | None = None) -> None:
        """Open Imprimir with a paper and a crew in mind."""
        self.show_tab(self.printing)
        self.printing.choose(tile, crew)

    # a room
    def heading(self) -> tuple[str, str]:
        return self.tr("Papel"), ""

    def reload(self) -> None:
        self.printing.reload()

    def take_focus(self) -> None:
        here = self.tabs.currentWidget()
        (self.reading if here is self.reading else self.printing).take_focus()

    def retranslate(self) -> None:
        self.print_button.setText(self.tr("Imprimir"))
        self.read_button.setText(self.tr("Leer hojas"))
        self.printing.retranslate()
        self.reading.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "tabs"):
            self._arrange()

    def _arrange(self) -> None:
        self.printing.arrange()
        self.reading.arrange()
