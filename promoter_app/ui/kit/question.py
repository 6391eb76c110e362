"""A question in a dialog: a heading, a form, two verb buttons; Esc is always the safe one."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.layouts import stack

_MARGIN = 14
_WIDE = 620


def place_of(box: QComboBox, value: object) -> int:
    """Where `value` stands among the data of `box`, or -1: QComboBox.findData does not find equal bytes."""
    return next((at for at in range(box.count()) if box.itemData(at) == value), -1)


class ClockEdit(QTimeEdit):
    """An hour and its minutes, as far from the edge as the words of every other field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)  # the stylesheet's padding does not reach in here


class Question(QDialog):
    """Base of the questions that pages ask; `add` fields, then `exec`."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle("Surco")
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.accept_button = KeyButton(verb, "ph.check-bold", kind="primary")
        self.reject_button = KeyButton(self.tr("Cancelar"), "ph.x-bold", "Esc", cap_only=True)
        self._fields: list[QWidget] = []
        self.accept_button.clicked.connect(self.accept)
        self.reject_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(14)
        column.addStrut(min(_WIDE, self.screen().availableGeometry().width()) - 2 * 24)  # more where words need it
        self.heading = Text(title, "title", wrap=True)
        column.addWidget(self.heading)
        column.addLayout(self.form)
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.reject_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.accept_button)
        column.addLayout(self.buttons)

    def add(self, words: str, field: QWidget) -> None:
        """A field under its words."""
        label = Text(words, "label")
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.form.addRow(label, field)
        self._fields.append(field)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Alt and a digit is a place of the rail, out of reach behind a question: it is not typed into a field."""
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
            and event.text().isdecimal()
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Fields first, then the buttons; backwards, as Qt does nothing where the ring of Tab closes."""
        for before, after in pairwise(self._fields):
            QWidget.setTabOrder(before, after)
        for button in (self.accept_button, self.reject_button) if self._fields else ():
            QWidget.setTabOrder(self._fields[-1], button)
        (self._fields or [self.reject_button])[0].setFocus()
        wide = self.accept_button.sizeHint().width() + self.reject_button.sizeHint().width() + 3 * 24
        if wide > self.screen().availableGeometry().width():
            stack(self.buttons, True)
            self.adjustSize()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question that grows while it is read stays on the screen, its buttons too."""
        super().resizeEvent(event)
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        if self.isVisible() and not room.contains(frame):
            frame.moveBottom(min(frame.bottom(), room.bottom()))
            frame.moveTop(max(frame.top(), room.top()))
            self.move(frame.topLeft())
