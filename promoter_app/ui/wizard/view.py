"""WizardView: covers the window of an empty laptop; up to five steps, Esc leaves one for later."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.services.office.first_steps import AT
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import BottomBar, Card, Chip, Text
from promoter_app.ui.lock.frame import add_in_sight
from promoter_app.ui.window_choices import keep_choice
from promoter_app.ui.wizard.passphrase import PassphraseStep
from promoter_app.ui.wizard.steps import DataStep, DevicesStep, LanguageStep, NameStep, Step

_WIDEST = 900


class WizardView(QWidget):
    """`finished` carries the room to go to, and what to do there ("list": bring a list)."""

    finished = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None, at: int = 0) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("page", "true")
        self.setObjectName("wizard")
        self.data = DataStep(desk)
        locking: list[Step] = [PassphraseStep(desk)] if desk.can_unlock else []
        self.steps: list[Step] = [LanguageStep(desk), NameStep(desk), *locking, DevicesStep(desk), self.data]
        self._at = 0
        self.place = Chip("")
        self.title = Text("", "title", wrap=True)
        self.back_button = KeyButton("", "ph.arrow-left-bold")
        self.skip_button = KeyButton("", "ph.fast-forward-bold", "Esc")
        self.next_button = KeyButton("", "ph.arrow-right-bold", "F9", kind="primary", more_keys=("Ctrl+Return",))
        self.setAcceptDrops(True)
        self._lay_out()
        self.back_button.clicked.connect(lambda: self._move(self._at - 1))
        self.skip_button.clicked.connect(lambda: self._move(self._at + 1))
        self.next_button.clicked.connect(self._go_on)
        self.data.chosen.connect(self.finished)
        for step in self.steps:
            step.entered.connect(self.next_button.click)
            step.working.connect(self._hold)
        desk.keys_changed.connect(self._look_at_keys)
        self.retranslate()
        self._look_at_keys()
        self.show_step(at)

    def _lay_out(self) -> None:
        card = Card("", padding=24)
        card.setMaximumWidth(_WIDEST)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.place)
        head.addWidget(self.title, 1)
        card.body.addLayout(head)
        for step in self.steps:
            card.body.addWidget(step)
        inner = QWidget()
        around = QVBoxLayout(inner)
        around.setContentsMargins(20, 24, 20, 20)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(card, 100)
        centred.addStretch(1)
        around.addLayout(centred)
        around.addStretch(1)
        bar = BottomBar()
        bar.add_left(self.back_button)
        bar.add_left(self.skip_button)
        bar.add_right(self.next_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        add_in_sight(outer, inner, [notice for step in self.steps for notice in step.notices], _WIDEST)
        outer.addWidget(bar)

    def retranslate(self) -> None:
        """Put on every word again."""
        for step in self.steps:
            step.retranslate()
        self.back_button.setText(self.tr("Atrás"))
        self.skip_button.setText(self.tr("Dejarlo para después"))
        self._name_step()

    def _name_step(self) -> None:
        last = self._at == len(self.steps) - 1
        self.place.set_chip(self.tr("Paso {0} de {1}").format(self._at + 1, len(self.steps)))
        self.title.setText(self.steps[self._at].title())
        self.next_button.setText(self.tr("Empezar") if last else self.tr("Sigue"))
        self.back_button.setVisible(self._at > 0)
        self.skip_button.setVisible(not last)

    def step(self) -> int:
        """Which step is on screen, from 0."""
        return self._at

    def show_step(self, at: int) -> None:
        """Go to a step."""
        self._at = max(0, min(at, len(self.steps) - 1))
        for place, step in enumerate(self.steps):
            step.setVisible(place == self._at)
        self._name_step()
        self.take_focus()

    def take_focus(self) -> None:
        """Begin at the step's first control, or go on where it has none."""
        self.next_button.setFocus()
        self.steps[self._at].take_focus()

    def _move(self, at: int) -> None:
        """Go to a step and remember it: a window that is closed in the middle goes on there."""
        self.steps[self._at].banner.clear()
        self.show_step(at)
        keep_choice(self.desk, AT, str(self._at))

    def _go_on(self) -> None:
        if self._at == len(self.steps) - 1:
            self.finished.emit("today", "")
            return
        here = self._at
        self.steps[here].commit(lambda: self._move(here + 1))

    def _hold(self, working: bool) -> None:
        """What is being carried out is waited for."""
        reason = self.tr("se está haciendo") if working else ""
        for button in (self.back_button, self.skip_button, self.next_button):
            button.set_reason(reason)

    def _look_at_keys(self) -> None:
        self.desk.road.ask(lambda folder: folder.opened is not None, self._keys_seen)

    def _keys_seen(self, locked: bool) -> None:
        for step in self.steps:
            step.set_locked(locked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = self._dropped(event)
        if files:
            event.acceptProposedAction()
            self.data.roster.look(files[0])

    def _dropped(self, event: QDropEvent) -> list[Path]:
        """Files that are dropped where the office's package is asked for; elsewhere none."""
        asked = self.data.isVisible() and self.data.roster.isVisible()
        return [Path(url.toLocalFile()) for url in event.mimeData().urls() if asked and url.isLocalFile()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_at"):
            self.retranslate()
