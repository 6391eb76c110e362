"""The sample day without a screen: the real window driven with keys, its pictures and files left in a folder."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promoter_app.domain.people import Person
from promoter_app.domain.sessions import Session
from promoter_app.services.crews import crews
from promoter_app.services.folder import Folder
from promoter_app.services.printing.orders import Order, print_order
from promoter_app.services.sessions import attendance, sessions
from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.kit.scan_gate import ScanGate
from promoter_app.ui.session.view import SessionView
from promoter_app.ui.window import Window

_PATIENCE = 120.0
_SIZE = (1366, 768)


class Day:
    """One scripted day. Each step waits for the window to be at rest, acts with keys, and takes a picture."""

    def __init__(self, window: Window, out: Path, language: str) -> None:
        self.window = window
        self.out = out
        self.language = language
        self.files: list[Path] = []
        self._held: threading.Event | None = None

    def wait(self, ready: Callable[[], bool]) -> None:
        """Let the window work until `ready`; a day that hangs is a bug and says so."""
        limit = time.monotonic() + _PATIENCE
        while not ready():
            QTest.qWait(10)
            if time.monotonic() > limit:
                raise TimeoutError("the scripted day waited too long")

    def rest(self) -> None:
        """Wait until nothing is under way and no key waits to be told a card or typing."""
        gate = self.window.findChild(ScanGate)
        self.wait(lambda: not (gate and gate.held_text()) and not self.window.desk.road.is_busy)
        QApplication.processEvents()

    def hold(self) -> None:
        """Keep the data from answering until `release`, as a slow disk does."""
        held = self._held = threading.Event()
        self.window.desk.road.ask(lambda _folder: held.wait(_PATIENCE), lambda _waited: None)

    def release(self) -> None:
        """Let the data answer again."""
        if self._held is not None:
            self._held.set()
            self._held = None
            self.rest()

    def pause(self, ms: int) -> None:
        """Let the window work for so long, whatever is under way."""
        QTest.qWait(ms)

    def press(self, key: Qt.Key) -> None:
        """A key, where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key)
        self.rest()

    def type_card(self, code: str) -> None:
        """Type as a USB scanner does: a fast burst that ends in Enter."""
        target = self.window.focusWidget() or self.window
        QTest.keyClicks(target, code)
        QTest.keyClick(target, Qt.Key.Key_Return)
        self.rest()

    def picture(self, name: str) -> None:
        """Save what the window shows."""
        self.rest()
        path = self.out / f"{name}.png"
        self.window.grab().save(str(path))
        self.files.append(path)

    def ask(self, question: Callable[[Folder], object]) -> object:
        """Ask the data folder and wait for the answer."""
        answers: list[object] = []
        self.window.desk.road.ask(question, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]


def play(window: Window, out: Path, language: str) -> int:
    """Play the day in `window`, write its files to `out` and name them. Returns 0."""
    out.mkdir(parents=True, exist_ok=True)
    say = _sentences(language)
    sys.stdout.write(say["begin"] + "\n")
    sys.stdout.flush()
    day = Day(window, out, language)
    window.resize(*_SIZE)
    window.show()
    day.wait(lambda: window.desk.content is not None)
    day.rest()
    day.picture("1-hoy")
    session = _hold_session(day)
    _print_list(day, session)
    _deliver(day)
    window.close()
    sys.stdout.write(say["end"] + "\n" + "\n".join(f"  {path}" for path in day.files) + "\n")
    return 0


def _hold_session(day: Day) -> Session:
    view = day.window.session_view
    day.press(Qt.Key.Key_Return)
    day.wait(lambda: view.step() == "attendance" and not day.window.desk.road.is_busy)
    session = view.session()
    if session is None:
        raise RuntimeError("the session did not open")
    for person in _crew_with_cards(day, session)[:20]:
        day.type_card(person.card_code or "")
    day.picture("2-asistencia")
    _give_test(day, view, "3-prueba-inicial")
    day.press(Qt.Key.Key_F9)
    day.picture("4-tema")
    for _card in range(2):
        day.press(Qt.Key.Key_Space)
    day.picture("5-tema-siguiente")
    _give_test(day, view, "6-prueba-final")
    day.press(Qt.Key.Key_F9)
    day.picture("7-cierre")
    day.press(Qt.Key.Key_F9)
    day.rest()
    day.picture("8-hoy-al-cerrar")
    return session


def _crew_with_cards(day: Day, session: Session) -> list[Person]:
    def look(folder: Folder) -> list[Person]:
        here = {row.person.id for row in attendance.present(folder, session.id)}
        members = crews.people_of_crew(folder, session.crew, session.held_on) if session.crew else []
        return [person for person in members if person.card_code and person.id not in here]

    found = day.ask(look)
    return found if isinstance(found, list) else []


def _give_test(day: Day, view: SessionView, name: str) -> None:
    """Go to the test and answer for two people, so that the picture shows it under way."""
    day.press(Qt.Key.Key_F9)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1):
        day.press(key)
    day.picture(name)
    if view.step() not in ("pre_test", "post_test"):
        raise RuntimeError("the test did not come on screen")


def _print_list(day: Day, session: Session) -> None:
    path = day.out / "lista-de-asistencia.pdf"
    content = day.window.desk.courses
    stamp = day.window.desk.road.edge.stamp()

    def draw(folder: Folder) -> Path:
        now = sessions.session(folder, session.id) or session
        return print_order(folder, stamp, content, Order("roster", now), path, language=day.language)

    day.ask(draw)
    day.files.append(path)


def _deliver(day: Day) -> None:
    day.window.show_room("deliver")
    day.rest()
    page = day.window.room()
    if not isinstance(page, DeliverPage):
        raise RuntimeError("Entregar did not open")
    page.set_place(day.out)
    day.rest()
    page.deliver()
    day.rest()
    day.picture("9-entregar")
    day.files += sorted(day.out.glob("surco-*.db"))


def _sentences(language: str) -> dict[str, str]:
    if language == "en":
        return {
            "begin": "There is no screen here: a sample day is played in the real window.",
            "end": "The day is over. It left these files:",
        }
    return {
        "begin": "Aquí no hay pantalla: se juega un día de muestra en la ventana de verdad.",
        "end": "El día terminó. Dejó estos archivos:",
    }
