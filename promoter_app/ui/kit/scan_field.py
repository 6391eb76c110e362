"""ScanField: the one field where a name, a card number or a scan may be typed, with people found below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from promoter_app.ui import theme
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.keys import is_enter
from promoter_app.ui.kit.people import KEY_ROLE, PersonDelegate, PersonModel, PersonRow

_ICON = 28


class ScanField(QLineEdit):
    """`wanted` asks the page for people like the typed words; give them with `set_found`.

    `chosen` carries the key of a found person; `submitted` the typed words when Enter is pressed without one.
    Enter and Esc belong to the field only while it holds words.
    """

    wanted = Signal(str)
    chosen = Signal(object)
    submitted = Signal(str)

    def __init__(self, prompt: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scan-field")
        self.setProperty("scan", "true")
        self.set_prompt(prompt, name)
        self._found = PersonModel((), self)
        popup = self._popup = QListView()
        popup.setMouseTracking(True)
        popup.setProperty("framed", "true")
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(6)
        completer.setPopup(popup)
        popup.setItemDelegate(PersonDelegate(popup))  # after setPopup, which puts its own
        completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]  # overloads
        self._completer = completer
        completer.setWidget(self)
        self.textEdited.connect(self._ask)

    def set_prompt(self, prompt: str, name: str = "") -> None:
        """The words in the empty field, and its accessible name (the same unless given)."""
        self.setPlaceholderText(prompt)
        self.setAccessibleName(name or prompt)

    def set_found(self, rows: Sequence[PersonRow]) -> None:
        """Show these people below; none closes the list."""
        self._found.set_rows(rows)
        if rows and self.hasFocus() and self.text():
            self._completer.complete()
            self._popup.setCurrentIndex(self._found.index(0))
        else:
            self._popup.hide()

    def found(self) -> list[PersonRow]:
        """The people shown below."""
        return [self._found.row(place) for place in range(self._found.rowCount())]

    def popup(self) -> QListView:
        """The list of found people: it takes the keys while it is open."""
        return self._popup

    def empty(self) -> None:
        """Clear the words and close the list."""
        self.clear()
        self.set_found(())

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if self.text() and (is_enter(event) or event.key() == Qt.Key.Key_Escape):
            event.accept()
            return True
        if not self.text() and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()  # an empty field has nothing to undo: the key belongs to the last scan
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pointed = self._popup.currentIndex()
        if is_enter(event) and self._popup.isVisible() and pointed.isValid():
            self._choose(pointed)
            return
        if is_enter(event) and self.text().strip():
            self.submitted.emit(self.text().strip())
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.empty()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(_ICON)
        box = QRectF(16, (self.height() - side) / 2, side, side)
        paint_icon(painter, box, "ph.magnifying-glass-bold", theme.colour("ink"))
        painter.end()

    def showEvent(self, event: object) -> None:
        """Leave room for the magnifying glass."""
        super().showEvent(event)  # type: ignore[arg-type]  # the event is Qt's own
        self._make_room()

    def _make_room(self) -> None:
        self.setTextMargins(theme.px(_ICON) + 12, 0, 0, 0)

    def _ask(self, words: str) -> None:
        if words.strip():
            self.wanted.emit(words.strip())
        else:
            self.set_found(())

    def _choose(self, index: QModelIndex) -> None:
        key = index.data(KEY_ROLE)
        self.empty()
        self.chosen.emit(key)
