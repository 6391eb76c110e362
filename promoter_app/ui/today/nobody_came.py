"""An open session with nobody counted: why it was not held, or back to planned. Asked in Cierre and in Hoy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from promoter_app.domain.sessions import Session
from promoter_app.services.sessions import sessions
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.today.dialogs import NotHeld

_BACK = 2


class NobodyCame(NotHeld):
    """Three ways: the reason why it was not held, back to planned, and Esc, which goes on with the session."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading.setText(QCoreApplication.translate("NobodyCame", "No se ha contado a nadie"))
        words = QCoreApplication.translate(
            "NobodyCame",
            "Así no cuenta como hecha. Si sí se dio, cancela y cuenta a quienes vinieron.",
        )
        self.words = Text(words, "body", wrap=True)
        self.setAccessibleDescription(words)
        self.form.insertRow(0, self.words)
        self.accept_button.setText(QCoreApplication.translate("NobodyCame", "No se pudo hacer"))
        self.back_button = KeyButton(
            QCoreApplication.translate("NobodyCame", "Regresar a planeada"), "ph.arrow-counter-clockwise-bold"
        )
        self.back_button.clicked.connect(lambda: self.done(_BACK))
        self.buttons.insertWidget(2, self.back_button)


def ask_nobody_came(desk: Desk, session: Session, settled: Callable[[str], None], parent: QWidget) -> None:
    """Ask, and do what was chosen; `settled` gets the sentence to tell. Nothing happens on Esc."""
    question = NobodyCame(desk, parent)
    chosen = question.exec()
    reason, note = question.reason(), question.note.text().strip() or None
    question.deleteLater()
    if chosen == _BACK:
        said = QCoreApplication.translate("NobodyCame", "La sesión quedó planeada otra vez")
        desk.road.do(
            lambda folder, stamp: sessions.back_to_planned(folder, stamp, session.id), lambda _planned: settled(said)
        )
    elif chosen:
        said = QCoreApplication.translate("NobodyCame", "Anotado: no se pudo hacer")
        desk.road.do(
            lambda folder, stamp: sessions.not_held(folder, stamp, session.id, reason, note), lambda _off: settled(said)
        )
