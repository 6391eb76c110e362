"""TopBar: title, context, "Guardado aquí", battery, clock, person and help."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Chip, IconLabel, Text

_LOW_BATTERY = 15


class TopBar(QFrame):
    """The bar over a page. Values are passed in; it knows neither the clock nor the battery."""

    person_clicked = Signal()
    help_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "top")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(tokens.TOP_HEIGHT)
        self.title = Text("", "title")
        self.context = Text("", "sub", "ink2")
        self.context.setMinimumWidth(0)
        self.context.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.saved = Chip("", "ph.check-circle-fill", "green")
        self._battery_icon = IconLabel("ph.battery-high-bold", "ink", 26)
        self.battery = Text("", "label")
        self.clock = Text("", "time")
        self.person = KeyButton("", "ph.user-circle-bold", size="small")
        self.help = KeyButton("F1", "ph.question-bold", size="small")
        self._is_saved = True
        self._lay_out()
        self.person.clicked.connect(self.person_clicked)
        self.help.clicked.connect(self.help_clicked)
        self._retranslate()
        self.set_battery(None)
        self.set_clock("")
        self.set_person("")

    def set_title(self, title: str, context: str = "") -> None:
        """The name of the page and what it is about."""
        self.title.setText(title)
        self.context.setText(context)
        self.title.setToolTip(context)
        self._fit()

    def set_saved(self, saved: bool) -> None:
        """Whether everything is on this laptop's disk."""
        self._is_saved = saved
        if saved:
            self.saved.set_chip(self.tr("Guardado aquí"), "ph.check-circle-fill", "green")
        else:
            self.saved.set_chip(self.tr("Guardando"), "ph.hourglass-medium-fill", "amber")
        self._fit()

    def set_battery(self, percent: int | None, *, charging: bool = False) -> None:
        """Charge in per cent; None hides it (a desk computer)."""
        shown = percent is not None
        self.battery.setVisible(shown)
        self._battery_icon.setVisible(shown)
        if percent is None:
            return
        low = percent < _LOW_BATTERY and not charging
        name = "ph.battery-charging-bold" if charging else f"ph.battery-{_level(percent)}-bold"
        self._battery_icon.set_icon(name, "ambar_d" if low else "ink")
        self.battery.set_ink("ambar_d" if low else "")
        self.battery.setText(self.tr("{percent} %").format(percent=percent))
        self.battery.setAccessibleName(self.tr("Batería {percent} %").format(percent=percent))
        self._fit()

    def set_clock(self, time: str) -> None:
        """The time of day as words ("11:42"); "" hides it."""
        self.clock.setText(time)
        self.clock.setVisible(bool(time))
        self._fit()

    def set_person(self, name: str) -> None:
        """Who works with the app; "" hides the button."""
        self.person.setText(name)
        self.person.setVisible(bool(name))
        self._fit()
        self.person.setAccessibleName(self.tr("Persona: {name}").format(name=name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_row"):
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 6, 24, 6)
        self._row.setSpacing(16)
        self._row.addWidget(self.title)
        self._row.addWidget(self.context, 100)
        self._row.addStretch(1)
        self._row.addWidget(self.saved)
        charge = QHBoxLayout()
        charge.setSpacing(6)
        charge.addWidget(self._battery_icon)
        charge.addWidget(self.battery)
        self._row.addLayout(charge)
        for widget in (self.clock, self.person, self.help):
            self._row.addWidget(widget)
        QWidget.setTabOrder(self.person, self.help)

    def _retranslate(self) -> None:
        self.help.setAccessibleName(self.tr("Ayuda"))
        self.help.setAccessibleDescription(self.tr("Tecla F1"))
        self.set_saved(self._is_saved)
        if self.person.text():
            self.set_person(self.person.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what is least needed when there is no room: the context, then the chip."""
        others = (self.title, self.battery, self.clock, self.person, self.help)
        needed = sum(each.sizeHint().width() + 16 for each in others if not each.isHidden())
        needed += 48 + (0 if self.battery.isHidden() else theme.px(26))
        room = self.width() - needed
        chip, context = self.saved.sizeHint().width() + 16, self.context.sizeHint().width() + 16
        self.saved.setVisible(chip <= room)
        room -= chip if chip <= room else 0
        self.context.setVisible(bool(self.context.text()) and context <= room)


def _level(percent: int) -> str:
    return next(word for least, word in ((75, "full"), (40, "high"), (15, "medium"), (-1, "low")) if percent > least)
