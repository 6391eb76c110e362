"""A question in a dialog: a heading, a form, two verb buttons; Esc is always the safe one.

What is asked scrolls down where the window is too low for it; the buttons always stay in sight.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from promoter_app.ui import theme
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.layouts import stack

_MARGIN = 14
_WIDE = 620
_SIDES, _ENDS, _GAP = 24, 16, 14
_TITLE_BAR = 40
"""Pixels that the system draws over a dialog."""
_READING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


def place_of(box: QComboBox, value: object) -> int:
    """Where `value` stands among the data of `box`, or -1: QComboBox.findData does not find equal bytes."""
    return next((at for at in range(box.count()) if box.itemData(at) == value), -1)


def room_over(dialog: QWidget) -> QSize:
    """What a dialog may take: as much as the window under it, or the screen when there is none."""
    parent = dialog.parentWidget()
    seen = parent is not None and parent.window().isVisible()
    size = parent.window().size() if parent is not None and seen else dialog.screen().availableGeometry().size()
    return size - QSize(0, _TITLE_BAR)


def room_for(dialog: QWidget, wide: int, tall: int) -> QSize:
    """A size at 100 % text for the text size of now, as far as there is room."""
    return QSize(theme.px(wide), theme.px(tall)).boundedTo(room_over(dialog))


class DayEdit(QDateEdit):
    """A day, `2026-02-17`, as far from the edge as the words of every other field."""

    def __init__(self, day: str, parent: QWidget | None = None) -> None:
        super().__init__(QDate.fromString(day, Qt.DateFormat.ISODate), parent)
        self.setDisplayFormat("dd/MM/yyyy")
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)  # the stylesheet's padding does not reach in here

    def day(self) -> str:
        """The day chosen, `2026-02-17`."""
        return self.date().toString(Qt.DateFormat.ISODate)


class ClockEdit(QTimeEdit):
    """An hour and its minutes, as far from the edge as the words of every other field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)  # the stylesheet's padding does not reach in here


class _Asked(QScrollArea):
    """What is asked: as large as it needs to be, up to `most`, and from there on it scrolls down."""

    def __init__(self, inner: QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.most = QSize(16_777_215, 16_777_215)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inner = inner
        holder = QWidget()
        holder.setLayout(inner)
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # as tall as its width makes it
        self.setWidget(holder)

    def fit(self) -> None:
        """Ask for the room that the words need now."""
        wide = self._inner.totalMinimumSize().width()
        least = self._inner.totalSizeHint().height()
        tall = self._inner.totalHeightForWidth(max(wide, self.width())) if self._inner.hasHeightForWidth() else least
        scrolls = tall > self.most.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        self.setMinimumSize(QSize(wide + bar, tall).boundedTo(self.most))

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


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
        self.heading = Text(title, "title", wrap=True)
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.reject_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.accept_button)
        self._build()

    def _build(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(_SIDES, _ENDS, _SIDES, 0)
        inner.setSpacing(_GAP)
        wide = min(theme.px(_WIDE), room_over(self).width())  # more where words need it
        inner.addStrut(wide - 2 * _SIDES)
        inner.addWidget(self.heading)
        inner.addLayout(self.form)
        self.asked = _Asked(inner, self)
        self.buttons.setContentsMargins(_SIDES, 0, _SIDES, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _ENDS)
        column.setSpacing(_GAP)
        column.addWidget(self.asked, 1)
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
        placed = [self.buttons.itemAt(at) for at in reversed(range(self.buttons.count()))] if self._fields else []
        for button in [item.widget() for item in placed if item is not None]:
            if button is not None:  # the stretch between them is none
                QWidget.setTabOrder(self._fields[-1], button)
        (self._fields or [self.reject_button])[0].setFocus()
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """Buttons one under the other where they do not fit in a row; the rest is for what is asked."""
        room = room_over(self)
        stack(self.buttons, False)
        stack(self.buttons, self.buttons.sizeHint().width() > room.width())
        self.asked.most = room - QSize(0, self.buttons.sizeHint().height() + _GAP + _ENDS)
        self.asked.fit()
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field wanted move what is asked."""
        if event.key() in _READING:
            QCoreApplication.sendEvent(self.asked.verticalScrollBar(), event)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question that grows while it is read stays on the screen, its buttons too."""
        super().resizeEvent(event)
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        if self.isVisible() and not room.contains(frame):
            frame.moveBottom(min(frame.bottom(), room.bottom()))
            frame.moveTop(max(frame.top(), room.top()))
            self.move(frame.topLeft())
