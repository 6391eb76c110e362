"""The help of a session's step, beside it: what is being done goes on while it is read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.help_page import TOPICS, help_text
from promoter_app.ui.kit import Card, KeyButton
from promoter_app.ui.kit.keys import is_letter
from promoter_app.ui.session.step import StepPage

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_LEAST, _CONTENT = 340, 880
"""Pixels that the help and the content need beside each other, at 100 % text."""
_STEP_TOPICS = {"pre_test": "tests", "post_test": "tests"}
_READING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class HelpAside(QWidget):
    """`closed` asks to take it away; `typed` carries what was written, which is meant for the session."""

    closed = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._step = ""
        self.setProperty("page", "true")
        self.setObjectName("help-aside")
        self.close_button = KeyButton("", "ph.x-bold", "Esc", size="small", cap_only=True, more_keys=("F1",))
        self.close_button.clicked.connect(self.closed)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self._card = Card("-", padding=8)
        self._card.add_to_head(self.close_button)
        self._card.body.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.addWidget(self._card)
        self.retranslate()

    def step(self) -> str:
        """The step whose help is read."""
        return self._step

    def show_step(self, step: str) -> None:
        """Show the help of `step` from its top; of the keys when it is no step."""
        self._step = step
        topic = _STEP_TOPICS.get(step, step)
        self.text.setMarkdown(help_text(topic if topic in TOPICS else "keys", self.desk.language))

    def take_focus(self) -> None:
        """The keys that move a page move the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put on every word again, in the language of now."""
        self._card.set_heading(self.tr("Ayuda"))
        self.text.setAccessibleName(self.tr("Texto de ayuda"))
        self.close_button.setText(self.tr("Cerrar"))
        self.close_button.setAccessibleName(self.tr("Cerrar la ayuda"))
        self.show_step(self._step)

    def event(self, event: QEvent) -> bool:
        """Esc and the keys of reading are its own, whatever the step does with them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in (Qt.Key.Key_Escape, *_READING) and not event.modifiers() & ~_KEYPAD
            event.setAccepted(own)
            return own
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _READING:  # on the button too
            QCoreApplication.sendEvent(self.text.verticalScrollBar(), event)
        elif is_letter(event):
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_card"):
            self.retranslate()


class SessionHelp(QObject):
    """Opens and closes the help at the right of `content`, in their common `row`.

    Where the text is large, or there is no room for both, the help stands in the place of the content, whose keys
    rest meanwhile; `give_way` brings it back when something happens in the session.
    """

    def __init__(self, desk: Desk, content: QStackedWidget, row: QHBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._content, self._row, self._view = desk, content, row, parent
        content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # narrower pages say less
        self._aside: HelpAside | None = None
        self._before: QWidget | None = None

    @property
    def aside(self) -> HelpAside:
        """The help itself, made when it is first wanted."""
        if self._aside is None:
            self._aside = HelpAside(self._desk)
            self._aside.closed.connect(self.close)
            self._aside.typed.connect(self._hand_on)
            self._aside.hide()
            self._row.addWidget(self._aside)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._on_focus)
        return self._aside

    def is_open(self) -> bool:
        """Whether the help is there."""
        return self._aside is not None and not self._aside.isHidden()

    def toggle(self, step: str) -> None:
        """F1: open the help of `step`, turn to it from another step's, or close it."""
        if self.is_open() and self.aside.step() == step:
            self.close()
            return
        before = self._before if self._has_focus() else self._content.window().focusWidget()
        self.aside.show_step(step)
        self._come_last()
        self.aside.show()
        self.aside.take_focus()
        self.arrange()
        self._before = before  # which the step may have hidden meanwhile for want of room

    def close(self) -> None:
        """Take it away; a focus that was in it goes back to where it came from."""
        if not self.is_open():
            return
        had_focus = self._has_focus()
        self._content.show()
        if had_focus:
            self._content.setFocus()  # hidden with the focus, the help would hand it to whatever is next
        self.aside.hide()
        self._row.activate()  # what the step had hidden for want of room is there again
        if had_focus:
            self._give_back()

    def give_way(self) -> None:
        """Something happened in the session: it must be seen, so a help in its place goes."""
        if self.is_open() and self._content.isHidden():
            self.close()

    def arrange(self) -> None:
        """Beside the content, or in its place, for the present width and text size."""
        if not self.is_open():
            return
        width = self._view.width()
        room = width - theme.px(_CONTENT)
        beside = not theme.is_large() and room >= theme.px(_LEAST)
        self._content.setVisible(beside)
        self.aside.setMinimumWidth(min(width // 3, room) if beside else 0)
        self.aside.setMaximumWidth(min(width // 3, room) if beside else 16_777_215)

    def _come_last(self) -> None:
        """Tab comes to the help after the step, also after one that was made later."""
        self._row.removeWidget(self.aside)
        self.aside.setParent(None)
        self._row.addWidget(self.aside)

    def _has_focus(self) -> bool:
        focused = self._content.window().focusWidget()
        return self._aside is not None and focused is not None and self._aside.isAncestorOf(focused)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Remember where the focus was before it came in, by Tab or mouse too."""
        if now is not None and old is not None and self.aside.isAncestorOf(now) and not self.aside.isAncestorOf(old):
            self._before = old

    def _give_back(self) -> None:
        before, page = self._before, self._content.currentWidget()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(page, StepPage):
            page.take_focus()

    def _hand_on(self, event: QKeyEvent) -> None:
        """Who writes means the session: the letter goes where the focus was, and the focus with it."""
        self.give_way()
        self._give_back()
        to = self._content.window().focusWidget()
        if to is not None and not self.aside.isAncestorOf(to):
            copy = QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
            QCoreApplication.sendEvent(to, copy)
