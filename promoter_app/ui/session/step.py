"""A step of the session: what its five pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from promoter_app.ui.desk import Desk

if TYPE_CHECKING:
    from promoter_app.domain.sessions import Session


class StepPage(QWidget):
    """Base of Asistencia, Prueba inicial, Tema, Prueba final and Cierre.

    `finished` asks for the next step (F9); `go_to` asks for a step by name. `enter` is called each time the
    step comes on screen with the session as it is then; `card_scanned` when a scanner read a card.
    """

    name = ""
    finished = Signal()
    go_to = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.session: Session | None = None

    @property
    def current(self) -> Session:
        """The session on screen; only after `enter`."""
        if self.session is None:
            raise RuntimeError("no session on screen")
        return self.session

    def enter(self, session: Session) -> None:
        """Show `session` and take the focus."""
        self.session = session

    def take_focus(self) -> None:
        """Give the focus to what this step is for."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """The step goes off screen: stop timers and sound."""

    def step_back(self) -> bool:
        """Esc that no control took: close what was opened inside the step; False when nothing was."""
        return False

    def card_scanned(self, text: str) -> None:
        """A USB scanner read a card while this step is on screen."""

    def retranslate(self) -> None:
        """Put on every word again, in the language of now."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "desk"):
            self.retranslate()
