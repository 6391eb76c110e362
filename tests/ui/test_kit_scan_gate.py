"""A scanner types like a keyboard: a card reaches nobody's field, and a person's typing always arrives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.ui.kit import KeyButton
from promoter_app.ui.kit.scan_gate import GAP_MS, ScanGate, card_in

CARD = make_code(CodeKind.CARD, 1234, 317).text


class Desk:
    """A window with a field and a button, the gate in front of it, and a clock that the test moves."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.now = 1000.0
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = QLineEdit()
        self.button = KeyButton("Sí", key="S")
        self.enter = KeyButton("Iniciar", key="Return")
        box = QVBoxLayout(self.window)
        for widget in (self.field, self.button, self.enter):
            box.addWidget(widget)
        self.cards: list[str] = []
        self.clicks: list[str] = []
        self.button.clicked.connect(lambda: self.clicks.append("Sí"))
        self.enter.clicked.connect(lambda: self.clicks.append("Iniciar"))
        self.gate = ScanGate(app, lambda: self.now, self.window)
        self.gate.scanned.connect(self.cards.append)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.field.setFocus()

    def type(self, text: str, gap: float, target: QWidget | None = None) -> None:
        """Type with `gap` ms between keys."""
        for letter in text:
            self.now += gap
            if letter == "\n":
                QTest.keyClick(target or self.field, Qt.Key.Key_Return)
            elif letter == "\t":
                QTest.keyClick(target or self.field, Qt.Key.Key_Tab)
            elif letter.isascii():
                QTest.keyClicks(target or self.field, letter)
            else:
                key = Qt.Key(ord(letter.upper()))
                plain = Qt.KeyboardModifier.NoModifier
                QTest.sendKeyEvent(QTest.KeyAction.Click, target or self.field, key, letter, plain)

    def wait(self, qtbot: QtBot) -> None:
        """Until the gate has decided about what it holds."""
        qtbot.waitUntil(lambda: self.gate.held_text() == "")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot, qapp)
    yield made
    made.gate.stop()


@pytest.mark.parametrize("end", ["\n", "\t"])
@pytest.mark.parametrize("gap", [0, 5, GAP_MS - 1])
def test_a_burst_is_a_card_and_no_letter_reaches_the_field(desk: Desk, gap: float, end: str) -> None:
    desk.type(CARD + end, gap)
    assert desk.cards == [CARD]
    assert desk.field.text() == ""
    assert desk.clicks == []
    assert desk.field.hasFocus()


def test_two_cards_in_a_row_are_two_cards(desk: Desk) -> None:
    other = make_code(CodeKind.CARD, 1234, 318).text
    desk.type(CARD + "\n", 2)
    desk.now += 300
    desk.type(other + "\n", 2)
    assert desk.cards == [CARD, other]
    assert desk.field.text() == ""


def test_a_scanner_without_suffix_key_is_understood_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    desk.type(CARD, 3)
    assert desk.cards == []
    desk.wait(qtbot)
    assert desk.cards == [CARD]
    assert desk.field.text() == ""


def test_enter_a_little_late_still_closes_a_whole_card(desk: Desk) -> None:
    desk.type(CARD, 3)
    desk.type("\n", GAP_MS + 20)
    assert desk.cards == [CARD]
    assert desk.clicks == []


def test_a_card_is_read_while_a_button_has_the_focus(desk: Desk) -> None:
    desk.button.setFocus()
    desk.type(CARD + "\n", 2, desk.button)
    assert desk.cards == [CARD]
    assert desk.clicks == []


@pytest.mark.parametrize(
    "typed",
    [
        CARD.lower(),
        CARD.swapcase(),
        f"{CARD[:3]}-{CARD[3:6]}-{CARD[6:]}",
        f"{CARD[:3]}'{CARD[3:6]}'{CARD[6:]}",
        CARD.lower().translate(str.maketrans("1234567890", '!"·$%&/()=')),
        CARD.lower().translate(str.maketrans("1234567890", '!"#$%&/()=')),
    ],
)
def test_capitals_hyphens_and_a_spanish_keyboard_do_not_matter(desk: Desk, typed: str) -> None:
    assert card_in(typed) == CARD
    desk.type(typed + "\n", 2)
    assert desk.cards == [CARD]
    assert desk.field.text() == ""


def test_a_card_of_another_project_passes_too_and_a_wrong_check_does_not(desk: Desk, qtbot: QtBot) -> None:
    foreign = make_code(CodeKind.CARD, 9, 5).text
    wrong = CARD[:-1] + ("A" if CARD[-1] != "A" else "B")
    desk.type(foreign + "\n", 2)
    desk.now += 500
    desk.type(wrong, 2)
    desk.wait(qtbot)
    assert desk.cards == [foreign]
    assert desk.field.text() == wrong


@pytest.mark.parametrize("gap", [0, 10, 34, 36, 120])
def test_a_name_arrives_whole_however_fast_it_is_typed(desk: Desk, qtbot: QtBot, gap: float) -> None:
    desk.type("Socorro Peña Cruz", gap)
    desk.wait(qtbot)
    assert desk.field.text() == "Socorro Peña Cruz"
    assert desk.clicks == []
    assert desk.cards == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("cpstCPST01abz9-.ñé Ñ"), st.sampled_from([0.0, 12.0, 34.0, 50.0, 200.0])),
        max_size=25,
    )
)
def test_typing_is_never_swallowed_nor_mixed_up(
    desk: Desk, qtbot: QtBot, keys: list[tuple[str, float]]
) -> None:
    desk.field.clear()
    desk.cards.clear()
    for letter, gap in keys:
        desk.type(letter, gap)
    desk.wait(qtbot)
    desk.now += 1000
    typed = "".join(letter for letter, _ in keys)
    assume(not desk.cards)  # one burst in a thousand spells a card by chance
    assert desk.field.text() == typed


def test_a_letter_typed_by_hand_still_is_a_shortcut(desk: Desk, qtbot: QtBot) -> None:
    desk.button.setFocus()
    desk.type("s", 500, desk.enter)
    desk.wait(qtbot)
    assert desk.clicks == ["Sí"]


def test_a_shortcut_whose_button_is_disabled_does_not_fire(desk: Desk, qtbot: QtBot) -> None:
    desk.button.setEnabled(False)
    desk.type("s", 500, desk.enter)
    desk.wait(qtbot)
    assert desk.clicks == []


def test_words_typed_fast_and_entered_reach_the_field_before_its_enter(desk: Desk) -> None:
    seen: list[str] = []
    desk.field.returnPressed.connect(lambda: seen.append(desk.field.text()))
    desk.enter.hide()
    desk.type("toño\n", 10)
    assert seen == ["toño"]
    assert desk.field.text() == "toño"


def test_a_code_copied_by_hand_is_typing(desk: Desk, qtbot: QtBot) -> None:
    desk.type(CARD, 180)
    desk.wait(qtbot)
    assert desk.field.text() == CARD
    assert desk.cards == []


def test_the_time_that_events_bring_counts_not_when_they_are_handled(desk: Desk) -> None:
    for place, letter in enumerate(CARD):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(5000 + place * 4)
            QCoreApplication.sendEvent(desk.field, event)
            desk.now += 400
    event = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_Return), Qt.KeyboardModifier.NoModifier, "\r")
    event.setTimestamp(5045)
    QCoreApplication.sendEvent(desk.field, event)
    assert desk.cards == [CARD]
    assert desk.field.text() == ""


def test_a_click_and_a_held_down_key_let_go_of_what_waits(desk: Desk) -> None:
    desk.type("c", 5)
    assert desk.field.text() == ""
    QTest.mouseClick(desk.window, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert desk.field.text() == "c"
    QTest.keyEvent(QTest.KeyAction.Press, desk.field, "s")
    repeat = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_S), Qt.KeyboardModifier.NoModifier, "s", True)
    QCoreApplication.sendEvent(desk.field, repeat)
    assert desk.field.text() == "css"


def test_keys_that_cannot_begin_a_card_are_not_held_at_all(desk: Desk) -> None:
    hits: list[str] = []
    shortcut = QShortcut(QKeySequence("1"), desk.button)
    shortcut.activated.connect(lambda: hits.append("1"))
    desk.type("1", 500, desk.button)
    assert hits == ["1"]
    desk.type("abz", 10)
    assert desk.field.text() == "abz"


def test_digits_inside_a_burst_do_not_answer_a_question(desk: Desk) -> None:
    hits: list[str] = []
    for digit in "0123456789":
        shortcut = QShortcut(QKeySequence(digit), desk.button)
        shortcut.activated.connect(lambda d=digit: hits.append(d))
    desk.type(CARD + "\n", 3, desk.button)
    assert (hits, desk.cards) == ([], [CARD])


def test_ctrl_keys_pass_and_a_stopped_gate_holds_nothing(desk: Desk) -> None:
    desk.field.setText("hola")
    QTest.keyClick(desk.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.field.selectedText() == "hola"
    desk.gate.stop()
    desk.field.clear()
    desk.type("c", 5)
    assert desk.field.text() == "c"


def test_what_was_meant_for_a_widget_that_is_gone_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    spare = QLineEdit(desk.window)
    spare.show()
    desk.type("c", 5, spare)
    spare.deleteLater()
    QCoreApplication.sendPostedEvents(spare, int(QEvent.Type.DeferredDelete.value))
    desk.wait(qtbot)
    assert desk.field.text() == ""
