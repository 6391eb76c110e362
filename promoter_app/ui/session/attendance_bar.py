"""The bottom bar of a step: what does not fit waits behind "Más", so that nothing is ever cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from promoter_app.ui.kit import BottomBar, KeyButton
from promoter_app.ui.session.topic_layout import tab_order

_EDGE, _GAP = 40, 12


class FittingBar(BottomBar):
    """Buttons at the left in order of weight, one main button at the right with a long and a short text."""

    def __init__(self, main: KeyButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = main
        self.more = KeyButton("", "ph.dots-three-bold", size="large")
        self._left: list[KeyButton] = []
        self._only_in_more: list[KeyButton] = []
        self._note: QWidget | None = None
        self._long = self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.add_left(self.more)
        self.add_right(main)
        self.more.clicked.connect(self._open_menu)
        self._name_more()

    def add(self, button: KeyButton) -> None:
        """A button at the left, before "Más"; the first ones stay longest."""
        self._row.insertWidget(len(self._left), button)
        self._left.append(button)

    def tab_stops(self) -> list[QWidget]:
        """Its buttons from left to right."""
        return [*self._left, self.more, self.main]

    def add_note(self, note: QWidget) -> None:
        """Words after the buttons at the left; they go when there is no room."""
        self._note = note
        self._row.insertWidget(len(self._left) + 1, note, 100)

    def set_only_in_more(self, buttons: list[KeyButton]) -> None:
        """Buttons that live elsewhere on the page and cannot be seen now: "Más" offers them."""
        self._only_in_more = buttons
        self.fit()

    def set_main_texts(self, long: str, short: str) -> None:
        """The words of the main button where there is room, and where there is not."""
        self._long, self._short = long, short
        self.fit()

    def fit(self) -> None:
        """Show what fits in the present width."""
        room = self.width() - _EDGE
        wanted = [each for each in self._left if each.property("unused") is not True]
        for text, may_hide in ((self._long, False), (self._short, False), (self._long, True), (self._short, True)):
            self.main.setText(text)
            shown = self._that_fit(wanted, room, may_hide=may_hide)
            if shown is not None:
                break
        else:
            shown = []
        for each in self._left:
            each.setVisible(each in shown)
        self.more.setVisible(len(shown) < len(wanted) or bool(self._only_in_more))
        if self._note is not None:
            taken = _width([*shown, self.main, *([self.more] if not self.more.isHidden() else [])])
            self._note.setVisible(taken + self._note.sizeHint().width() <= room)

    def _that_fit(self, wanted: list[KeyButton], room: int, *, may_hide: bool) -> list[KeyButton] | None:
        room -= self.main.sizeHint().width()
        if _width(wanted) + (_width([self.more]) if self._only_in_more else 0) <= room:
            return wanted
        least = 1 if self.main.text() == self._long else 0
        for count in range(len(wanted) - 1, least - 1 if may_hide else len(wanted), -1):
            if _width([*wanted[:count], self.more]) <= room:
                return wanted[:count]
        return None

    def _open_menu(self) -> None:
        menu = QMenu(self)
        hidden = [each for each in self._left if each.isHidden() and each.property("unused") is not True]
        for button in [*hidden, *self._only_in_more]:
            action = menu.addAction(f"{button.text()}\t{button.caption()}")
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _name_more(self) -> None:
        self.more.setText(self.tr("Más"))

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes from left to right, whatever was made first."""
        super().showEvent(event)
        tab_order(*self.tab_stops())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_only_in_more"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self._name_more()
        if event.type() == QEvent.Type.StyleChange:
            self.fit()


def _width(buttons: list[KeyButton]) -> int:
    return sum(each.sizeHint().width() + _GAP for each in buttons)
