"""People in a line: the real window on an open session, driven by keys, mouse and bursts of a scanner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.edge import Edge
from promoter_app.services.folder import Folder
from promoter_app.ui.kit.scan_gate import ScanGate
from promoter_app.ui.session.attendance_page import AttendancePage
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.sounds import Sounds
from promoter_app.ui.window import Window
from tests.loudspeaker import Heard
from tests.ui.field import TAG, Fields, UiField

BLANK, OTHER_BLANK, ELSEWHERE, CANCELLED, NOBODYS = 7, 8, 9, 10, 11


class NextStep(StepPage):
    """What comes after Asistencia."""

    name = "pre_test"


def more_cards(folder: Folder, edge: Edge, _session: bytes) -> None:
    """Blank 7 and 8; 9 of Eusebio from El Trapiche; 10 cancelled, of Catarino (good: 2); 11 cancelled, of nobody."""
    with folder.book.writing(edge.stamp()) as write:
        cards = {n: write.add("card", code=make_code(CodeKind.CARD, TAG, n).text, number=n) for n in range(7, 12)}
        (season,) = (row["id"] for row in folder.book.rows("SELECT id FROM season_now"))
        good = folder.book.rows("SELECT c.id, a.person FROM card c JOIN card_assignment a ON a.card = c.id"
                                " WHERE c.number = 2")[0]
        crew = write.add("crew", code="TRAP", name="El Trapiche", season=season, sector="cane")
        for name, card in (("Eusebio Robles González", ELSEWHERE), ("Martina Muñoz Salas", None)):
            person = write.add("person", kind="worker", name=name, sex="F", language="hch")
            write.add("membership", person=person, crew=crew, since="2026-01-05")
            if card is not None:
                write.add("card_assignment", card=cards[card], person=person)
        write.add("card_assignment", card=cards[CANCELLED], person=good["person"])
        write.add("card_cancel", card=cards[CANCELLED], reason="lost", good_card=good["id"])
        write.add("card_cancel", card=cards[NOBODYS], reason="damaged")


class Line:
    """`seconds` is the monotonic clock; `played` the sounds; `page` the step on screen."""

    def __init__(self, field: UiField) -> None:
        self.field = field
        self.seconds = 0.0
        field.desk.road.edge.monotonic = lambda: self.seconds  # type: ignore[method-assign]
        self.played: list[str] = []
        field.desk.sounds = Sounds(load=lambda path, _parent: Heard(path.stem, self.played))
        self.window = Window(field.desk, {}, {"attendance": AttendancePage, "pre_test": NextStep})
        field.widgets.append(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.open_session(field.session)
        field.wait(lambda: isinstance(self.window.session_view.stack.currentWidget(), AttendancePage))
        page = self.window.session_view.stack.currentWidget()
        assert isinstance(page, AttendancePage)
        self.page = page
        self.rest()

    # hands
    def rest(self) -> None:
        """Until nothing is under way and no key waits to be told a card or typing."""
        gate = self.window.findChild(ScanGate)
        self.field.wait(lambda: not (gate and gate.held_text()) and not self.field.desk.road.is_busy)
        for _layout in range(3):
            QApplication.processEvents()
            self.field.wait(lambda: not self.field.desk.road.is_busy)

    def focus(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.activePopupWidget() or self.focus(), key, modifier)
        self.rest()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.focus(), letter)
            self.rest()

    def scan(self, number: int) -> None:
        """Card `number`, as a USB scanner types it: one burst, wherever the focus is."""
        self.scan_text(self.field.code(number))

    def scan_text(self, text: str) -> None:
        self.seconds += 10
        QTest.keyClicks(self.focus(), text)
        QTest.keyClick(self.focus(), Qt.Key.Key_Return)
        self.rest()

    def foreign(self) -> None:
        """A card of another project."""
        self.scan_text(make_code(CodeKind.CARD, TAG + 1, 3).text)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.rest()

    # eyes
    def said(self) -> str:
        """What the panel says to a screen reader."""
        return self.page.board.panel.accessibleName()

    def pixel(self, x: float, y: int) -> QColor:
        """The colour of the panel at `x` of its width and `y` pixels from its top."""
        image = self.page.board.panel.grab().toImage()
        return image.pixelColor(QPoint(round(x * (image.width() - 1)), y))

    def present(self) -> list[str]:
        """Names of who is present, as another program reads them from the disk."""
        rows = self.field.sql(
            "SELECT p.name FROM attendance a JOIN person p ON p.id = a.person WHERE a.session = ?"
            " AND a.id NOT IN (SELECT target FROM void) ORDER BY a.rowid", self.field.session,
        )
        return [name for (name,) in rows]

    def listed(self) -> list[str]:
        """Names in the list of who came."""
        people = self.page.board.crowd.came.people
        return [people.row(at).name for at in range(people.rowCount())]

    def unanswered(self) -> list[str]:
        """States of the scans that wait, on disk."""
        rows = self.field.sql("SELECT state FROM scan WHERE id NOT IN (SELECT scan FROM scan_answer) ORDER BY rowid")
        return [state for (state,) in rows]

    def button(self, words: str) -> QAbstractButton:
        """The visible button whose words begin so."""
        shown = [each for each in self.page.findChildren(QAbstractButton) if each.isVisible()]
        return next(each for each in shown if each.text().startswith(words))

    def sees(self, words: str) -> bool:
        """Whether a visible button begins so."""
        shown = [each for each in self.page.findChildren(QAbstractButton) if each.isVisible()]
        return any(each.text().startswith(words) for each in shown)


@pytest.fixture
def line(fields: Fields, qapp: QApplication) -> Iterator[Line]:
    """An open session of Los Pinos, nobody present yet."""
    made = Line(fields(came=0, before=more_cards))
    yield made
    if QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()
