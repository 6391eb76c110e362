"""A child process: a promoter's day in the real window, saying each thing once it is on the screen.

`python -m tests.faults.day_driver FOLDER STICK [--too-early]` prints a line per event: `open CODE` when the session is
shown, `present NAME` when the panel is green, `undone NAME` before somebody is taken back, `act N` between, `closed`,
`delivered`. With --too-early a person is announced before the commit, as a broken window would.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.services.sessions import attendance
from promoter_app.store import people
from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.kit.feedback import FeedbackPanel, FeedbackState, Verdict
from tests.journeys.desk import Field
from tests.journeys.test_promoter_day import blank_code, codes_of_crew

SCANS, WALK_IN, SLOW_DISK = 20, "Ana Paz", 20.0
_SAID = threading.Lock()


class Hands:
    """What Field needs of a test's hands: to wait while the window works."""

    def waitUntil(self, ready: Callable[[], bool], timeout: int = 60_000) -> None:
        """Let the window work until `ready`."""
        limit = time.monotonic() + timeout / 1000
        while not ready():
            QTest.qWait(1)
            if time.monotonic() > limit:
                raise TimeoutError("the day waited too long")


def say(kind: str, what: object = "") -> None:
    """One line that the parent reads at once."""
    with _SAID:
        sys.stdout.buffer.write(f"{kind}\t{what}\n".encode())
        sys.stdout.buffer.flush()


def announce_what_is_shown() -> None:
    """Say who is present when, and only when, the panel has been painted green for them."""
    show_verdict = FeedbackPanel.show_verdict

    def show_and_say(panel: FeedbackPanel, verdict: Verdict, *, blink: bool = False) -> None:
        show_verdict(panel, verdict, blink=blink)
        panel.repaint()
        if verdict.state is FeedbackState.PRESENT:
            say("present", verdict.name)

    FeedbackPanel.show_verdict = show_and_say  # type: ignore[method-assign, assignment]


def announce_too_early() -> None:
    """The fault that the test must see: the name is told first, the slow disk gets the row later."""
    record = attendance.record_scan

    def broken(folder: Any, stamp: Any, session: bytes, text: str, way: str = "scanner") -> Any:
        for card in people.cards_with_code(folder.book, text):
            known = people.person(folder.book, card["person"], "2026-02-17")
            if known is not None:
                say("present", known.name)
                time.sleep(SLOW_DISK)
        return record(folder, stamp, session, text, way)

    attendance.record_scan = broken


def take_attendance(field: Field) -> None:
    """Twenty cards, somebody of another crew, a walk-in, one wrong card taken back."""
    session = field.window.session_view.session()
    assert session is not None
    say("open", session.code)
    *mine, wrong = codes_of_crew(field, session.id, inside=True)[: SCANS + 1]
    for code in mine:
        say("act", "card")
        field.scan(code)
    field.scan(codes_of_crew(field, session.id, inside=False)[0])
    say("act", "other crew")
    field.key(Qt.Key.Key_Return)
    field.scan(blank_code(field))
    field.key(Qt.Key.Key_Return)
    field.type(WALK_IN)
    field.key(Qt.Key.Key_Return)
    for key in (Qt.Key.Key_M, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_S):
        field.key(key)
    say("act", "walk-in")
    field.key(Qt.Key.Key_Return)
    field.scan(wrong)
    panel = field.window.findChild(FeedbackPanel)
    verdict = panel.verdict() if panel is not None else None
    say("undone", verdict.name if verdict is not None else "")
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def give_test(field: Field) -> None:
    """Three questions each for everybody on the list."""
    say("act", field.step())
    for at in range((SCANS + 2) * 3):
        field.key((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_0)[at % 3])
        if at % 6 == 0:
            say("act", at)


def deliver(field: Field, stick: Path) -> None:
    """Entregar: one file on the stick."""
    field.key(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page = field.window.room()
    assert isinstance(page, DeliverPage)
    page.set_place(stick)
    field.rest()
    say("act", "export")
    field.key(Qt.Key.Key_F9)
    field.wait(page.result.isVisible)
    say("delivered", next(stick.glob("*.db")).name)


def play(folder: Path, stick: Path) -> None:
    """The day, from Hoy to Entregar."""
    say("act", "start")
    field = Field(cast("QtBot", Hands()), folder)
    say("act", "today")
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    take_attendance(field)
    field.key(Qt.Key.Key_F9)
    give_test(field)
    field.key(Qt.Key.Key_F9)
    for _card in range(3):
        say("act", "cue card")
        field.key(Qt.Key.Key_Space)
    field.key(Qt.Key.Key_F9)
    give_test(field)
    field.key(Qt.Key.Key_F9)
    say("act", "closing")
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: field.window.pages.currentWidget() is field.window.shell)
    field.rest()
    say("closed")
    deliver(field, stick)
    field.close()


if __name__ == "__main__":
    if "--too-early" in sys.argv:
        announce_too_early()
    else:
        announce_what_is_shown()
    application = QApplication(["surco"])
    play(Path(sys.argv[1]), Path(sys.argv[2]))
