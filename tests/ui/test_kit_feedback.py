"""The answer to a scan: six states that differ without colour, words that stay, answers by key."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.ui import theme
from promoter_app.ui.kit import FeedbackPanel, FeedbackState, Verdict
from promoter_app.ui.kit.feedback import WAITING
from promoter_app.ui.kit.feedback_paint import LOOKS, Look, lay_out, paint_panel
from promoter_app.ui.kit.gallery import verdict
from promoter_app.ui.language import load_language

MARKED_DIFFERENCE = 60  # of 255 levels of grey
SHARE = 0.06  # of the panel


def blocks(drawn: QImage, across: int, down: int) -> list[int]:
    """A picture without hue, as seen from afar."""
    small = drawn.scaled(
        QSize(across, down), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    flat = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return [flat.pixelColor(x, y).red() for y in range(down) for x in range(across)]


def grey(panel: FeedbackPanel) -> list[int]:
    """The panel as it is drawn now, in grey."""
    return blocks(panel.grab().toImage(), 64, 48)


def alike(one: list[int], other: list[int]) -> bool:
    """The same picture, but for the rounding of letters' edges."""
    return all(abs(a - b) <= 3 for a, b in zip(one, other, strict=True))


@pytest.fixture
def panel(qtbot: QtBot) -> FeedbackPanel:
    made = FeedbackPanel()
    qtbot.addWidget(made)
    made.resize(656, 500)
    return made


def picture(look: Look) -> list[int]:
    """A look with the same words as every other and no buttons, as grey levels of blocks of 4 x 4 px."""
    drawn, room = QImage(656, 500, QImage.Format.Format_RGB32), QRectF(0, 0, 656, 500)
    drawn.fill(theme.colour("paper"))
    painter = QPainter(drawn)
    layout = lay_out(room, look, ("Tarjeta", "Rosalía Bautista", "Los Pinos"), [])
    paint_panel(painter, room, look, layout, ("Van 17 presentes", "12:03:41"))
    painter.end()
    return blocks(drawn, 164, 125)


def test_the_six_states_and_the_prompt_differ_in_greyscale() -> None:
    """Only ground, frame, stripes, icon and foot can differ here: the words are the same."""
    looks = {name: picture(look) for name, look in LOOKS.items()}
    assert len(looks) == 7
    same = []
    for one, other in combinations(looks, 2):
        changed = [a for a, b in zip(looks[one], looks[other], strict=True) if abs(a - b) > MARKED_DIFFERENCE]
        if len(changed) < SHARE * len(looks[one]):
            same.append((one, other, len(changed) / len(looks[one])))
    assert same == []
    assert len({look.icon for look in LOOKS.values()}) == 7


@pytest.mark.parametrize("state", list(FeedbackState))
def test_a_verdict_is_said_and_named_with_its_time(panel: FeedbackPanel, state: FeedbackState) -> None:
    said: list[tuple[str, bool]] = []
    panel.announced.connect(lambda words, assertive: said.append((words, assertive)))
    shown = verdict(state)
    panel.show_verdict(shown)
    assert "12:03:41" in panel.accessibleName()
    assert shown.detail.rstrip(".") in panel.accessibleName()
    assert len(said) == 1
    words, assertive = said[0]
    assert words.startswith(panel.accessibleName().split(". ")[0])
    assert assertive is (state in WAITING)


def test_the_words_are_those_of_the_design(panel: FeedbackPanel) -> None:
    titles = []
    for state in FeedbackState:
        panel.show_verdict(Verdict(state))
        titles.append(panel.accessibleName())
    assert titles == [
        "Presente",
        "Ya estaba",
        "Es de otra cuadrilla",
        "Tarjeta desconocida",
        "Tarjeta en blanco",
        "Tarjeta anulada",
    ]


def test_the_last_answer_stays_until_the_next(panel: FeedbackPanel) -> None:
    assert panel.verdict() is None
    panel.show_verdict(verdict(FeedbackState.PRESENT))
    assert panel.verdict() == verdict(FeedbackState.PRESENT)
    panel.show_verdict(verdict(FeedbackState.ALREADY))
    assert panel.verdict() == verdict(FeedbackState.ALREADY)
    panel.show_idle()
    assert panel.verdict() is None
    assert panel.accessibleName() == "Escanea la tarjeta o escribe nombre o número"


@pytest.mark.parametrize(
    ("state", "key", "answer"),
    [
        (FeedbackState.OTHER_CREW, Qt.Key.Key_Return, "count"),
        (FeedbackState.OTHER_CREW, Qt.Key.Key_Escape, "no"),
        (FeedbackState.BLANK, Qt.Key.Key_Return, "register"),
        (FeedbackState.CANCELLED, Qt.Key.Key_Enter, "count"),
        (FeedbackState.CANCELLED, Qt.Key.Key_Escape, "no"),
    ],
)
def test_a_waiting_state_is_answered_by_key_from_an_empty_field(
    qtbot: QtBot, state: FeedbackState, key: Qt.Key, answer: str
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, panel = QLineEdit(), FeedbackPanel()
    box = QVBoxLayout(page)
    box.addWidget(field)
    box.addWidget(panel)
    page.show()
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    answers: list[str] = []
    panel.answered.connect(answers.append)
    panel.show_verdict(verdict(state))
    QTest.keyClick(field, key)
    assert answers == [answer]


def test_buttons_lie_inside_the_panel_and_states_that_go_on_have_none(qtbot: QtBot, qapp: QApplication) -> None:
    panel = FeedbackPanel()
    qtbot.addWidget(panel)
    for percent in (100, 200):
        theme.set_percent(qapp, percent)
        for width, height in ((656, 500), (433, 362), (820, 700)):
            panel.resize(width, height)
            for state in FeedbackState:
                panel.show_verdict(verdict(state))
                assert bool(panel.actions_shown()) is (state in WAITING)
                for button in panel.actions_shown():
                    if width >= 656:
                        assert panel.rect().contains(button.geometry()), (percent, width, state)
                    assert button.height() >= 48


def test_with_sound_off_the_edge_blinks_once_unless_still(
    qtbot: QtBot, qapp: QApplication, panel: FeedbackPanel
) -> None:
    panel.show_verdict(verdict(FeedbackState.PRESENT))
    calm = grey(panel)
    panel.show_verdict(verdict(FeedbackState.PRESENT), blink=True)
    assert not alike(grey(panel), calm)
    qtbot.waitUntil(lambda: alike(grey(panel), calm))
    theme.set_still(qapp, True)
    panel.show_verdict(verdict(FeedbackState.PRESENT), blink=True)
    assert alike(grey(panel), calm)


def test_the_words_change_with_the_language(qapp: QApplication, panel: FeedbackPanel) -> None:
    panel.show_verdict(Verdict(FeedbackState.CANCELLED))
    load_language(qapp, "en")
    panel.show_verdict(Verdict(FeedbackState.CANCELLED))
    assert panel.accessibleName() == "Cancelled card"
    assert [button.text() for button in panel.actions_shown()] == ["Yes, count", "No"]
