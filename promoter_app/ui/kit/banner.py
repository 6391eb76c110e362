"""Banner: a message in the flow of the page, with a shape per kind, and a button or two."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import IconLabel, Text, restyle
from promoter_app.ui.kit.tab_place import keep_tab_place

_KINDS = {
    "amber": ("ph.warning-fill", "ambar_d"),
    "red": ("ph.warning-octagon-fill", "rojo"),
    "green": ("ph.check-circle-fill", "cana"),
    "blue": ("ph.info-bold", "azul"),
    "grape": ("mdi6.lock", "uva"),
}


class Banner(QFrame):
    """Hidden until `tell`. Kinds: amber (triangle), red (octagon), green (check disc), blue, grape (lock).

    `acted` carries the name of the button that was pressed.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 12, 16, 12)
        self._row.setSpacing(14)
        self._icon = IconLabel("ph.info-bold", "azul", 30)
        self.title = Text("", "bold", wrap=True)
        self.detail = Text("", "small", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        self._row.addWidget(self._icon)
        self._row.addLayout(words, 1)
        self._buttons: list[KeyButton] = []
        self.hide()

    def tell(self, kind: str, title: str, detail: str = "", actions: tuple[tuple[str, str], ...] = ()) -> None:
        """Show a message; `actions` are (name, words) of its buttons. KeyError for an unknown kind."""
        icon, colour = _KINDS[kind]
        self._icon.set_icon(icon, colour)
        self.setProperty("tone", kind)
        restyle(self)
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._set_actions(actions)
        said = ". ".join(part.rstrip(".") for part in (title, detail) if part)
        self.setAccessibleName(said)
        self.show()
        announce(self, said, assertive=kind == "red")

    def clear(self) -> None:
        """Take the message away."""
        self._set_actions(())
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _set_actions(self, actions: tuple[tuple[str, str], ...]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = []
        for name, words in actions:
            button = KeyButton(words, size="small", parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the work is
            button.clicked.connect(lambda _on=False, n=name: self.acted.emit(n))
            self._row.addWidget(button)
            button.show()
            self._buttons.append(button)
        keep_tab_place(self, self._buttons)
