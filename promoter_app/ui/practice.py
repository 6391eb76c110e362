"""The practice: a real session over a throw-away season in a window of its own process, so that no data are left."""

from __future__ import annotations

import sys
from collections import deque

from PySide6.QtCore import QObject, QProcess

from promoter_app.domain.cards import CodeKind, read_code
from promoter_app.services.crews import crews
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import sessions
from promoter_app.ui.window import Window

_OPEN = "import sys; from promoter_app.cli import main; sys.exit(main(['--language', sys.argv[1], 'practice']))"


def open_practice(language: str) -> bool:
    """Start the practice beside this window; False when the system would not."""
    started = QProcess.startDetached(sys.executable, ["-c", _OPEN, language])
    return bool(started[0] if isinstance(started, tuple) else started)


class Practice(QObject):
    """Turns a window over a sample season into the practice: straight to the cards of its first session.

    A practice card, printed or typed, stands for whoever of the crew has not come yet.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[str] = deque()
        window.read_card = self.card_meant
        window.desk.opened.connect(self._begin)

    def card_meant(self, text: str) -> str:
        """The card that a scan means here; what is no practice card means itself."""
        code = read_code(text)
        if code is None or code.kind is not CodeKind.PRACTICE or not self._waiting:
            return text
        return self._waiting.popleft()

    def _begin(self) -> None:
        day = self._window.desk.today()

        def look(folder: Folder) -> tuple[bytes, list[str]]:
            first = sessions.first_to_hold(folder, day)
            people = crews.people_of_crew(folder, first.crew, day) if first.crew else []
            return first.id, [person.card_code for person in people if person.card_code]

        self._window.desk.road.ask(look, self._show)

    def _show(self, found: tuple[bytes, list[str]]) -> None:
        session, codes = found
        self._waiting = deque(codes)
        self._window.open_session(session)
        self._window.setWindowTitle(self.tr("Surco · Práctica"))
        self._window.desk.tell(
            "amber",
            self.tr("Práctica: nada de esto se guarda"),
            self.tr("Escanea la tarjeta de práctica o escribe un nombre. Al cerrar la ventana todo se borra."),
        )
