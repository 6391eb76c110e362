"""The audit finds faults that were put into a page on purpose, and none in a page that is right."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import KeyButton, Text, gallery
from promoter_app.ui.kit import audit as audits
from promoter_app.ui.kit.question import Question


def page(qtbot: QtBot, *widgets: QWidget, wide: int = 600, high: int = 400) -> QWidget:
    made = QWidget()
    qtbot.__dict__.setdefault("pages", []).append(made)  # qtbot itself only remembers weakly
    made.setProperty("page", "true")
    qtbot.addWidget(made)
    box = QVBoxLayout(made)
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    made.resize(wide, high)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_good_page_passes(qtbot: QtBot) -> None:
    label, field = QLabel("Nombre"), QLineEdit()
    label.setBuddy(field)
    combo, box = QComboBox(), QSpinBox()
    combo.addItems(["Todos"])
    combo.setAccessibleName("Ingenio")
    box.setAccessibleName("Personas")
    made = page(qtbot, label, field, combo, box, KeyButton("Guardar", key="F9", kind="primary"))
    assert audits.audit(made) == []


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    field = QLineEdit()
    field.setObjectName("mystery")
    assert audits.nameless(page(qtbot, field)) == ["no accessible name: QLineEdit mystery"]


def test_a_small_target_is_found_and_the_office_may_be_smaller(qtbot: QtBot) -> None:
    small, bigger = QPushButton("Sí"), QPushButton("No")
    made = page(qtbot, small, bigger)
    small.setFixedSize(30, 30)
    bigger.setFixedSize(48, 41)
    QApplication.processEvents()
    assert audits.small_targets(made) == [
        "target 30 x 30, needs 48: QPushButton 'Sí'",
        "target 48 x 41, needs 48: QPushButton 'No'",
    ]
    made.setProperty("office", "true")
    assert audits.small_targets(made) == ["target 30 x 30, needs 40: QPushButton 'Sí'"]


def test_what_is_wider_than_what_scrolls_it_is_found_unless_a_bar_brings_it(qtbot: QtBot) -> None:
    area, inner = QScrollArea(), QWidget()
    inner.setMinimumSize(900, 100)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setFixedSize(500, 200)
    shown = page(qtbot, area)
    assert audits.cut_text(shown) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    QApplication.processEvents()
    assert [each for each in audits.cut_text(shown) if each.startswith("cut at the side: 900")]


def test_cut_words_are_found(qtbot: QtBot) -> None:
    label, button = QLabel("Cuadrilla Los Pinos"), KeyButton("Seguir")
    wrapped = Text("uno dos tres cuatro cinco", wrap=True)
    label.setFixedWidth(40)
    wrapped.setFixedSize(120, 30)
    button.setFixedWidth(30)
    found = audits.cut_text(page(qtbot, label, wrapped, button))
    assert [line.split()[1] for line in found] == ["QLabel", "Text", "KeyButton"]
    assert "Cuadrilla Los Pinos" in found[0]
    label.setFixedWidth(400)
    wrapped.setFixedSize(400, 60)
    button.setFixedWidth(200)
    assert audits.cut_text(label.window()) == []


def test_a_control_outside_its_parent_is_found_but_not_in_a_scroll_area(qtbot: QtBot) -> None:
    made = page(qtbot)
    stray = KeyButton("Fuera", parent=made)
    stray.move(580, 10)
    stray.resize(stray.sizeHint())
    stray.show()
    assert audits.cut_text(made) == ["outside its parent: KeyButton 'Fuera'"]
    stray.hide()
    area, inside = QScrollArea(), QWidget()
    KeyButton("Abajo", parent=inside).setGeometry(0, 900, 200, 56)
    inside.resize(300, 1000)
    area.setWidget(inside)
    made.layout().addWidget(area)
    area.show()
    assert audits.cut_text(made) == []


def test_two_primaries_are_found(qtbot: QtBot) -> None:
    one, two = KeyButton("Guardar", kind="primary"), KeyButton("Seguir", kind="primary")
    made = page(qtbot, one, two)
    assert audits.many_primaries(made) == [
        "more than one primary button: KeyButton 'Guardar'; KeyButton 'Seguir'"
    ]
    two.hide()
    assert audits.many_primaries(made) == []


def test_tab_that_misses_or_goes_back_is_found(qtbot: QtBot) -> None:
    one, two, three = KeyButton("Uno"), KeyButton("Dos"), KeyButton("Tres")
    made = page(qtbot, one, two, three)
    assert audits.tab_chain(made) == [one, two, three]
    assert audits.tab_faults(made) == []
    QWidget.setTabOrder(three, two)
    QWidget.setTabOrder(one, three)
    assert audits.tab_faults(made) == ["Tab goes backwards from KeyButton 'Tres' to KeyButton 'Dos'"]
    two.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert audits.tab_faults(made) == ["Tab never reaches: KeyButton 'Dos'"]


def test_tab_that_goes_left_in_a_row_is_found(qtbot: QtBot) -> None:
    strip = QWidget()
    strip.setProperty("bar", "bottom")
    across = QHBoxLayout(strip)
    right, left = KeyButton("Derecha"), KeyButton("Izquierda")
    across.addWidget(left)
    across.addWidget(right)
    made = page(qtbot, strip, KeyButton("Abajo"))
    assert audits.tab_faults(made) == []
    QWidget.setTabOrder(right, left)
    assert audits.tab_faults(made) == ["Tab goes backwards from KeyButton 'Derecha' to KeyButton 'Izquierda'"]


def test_one_of_an_exclusive_group_is_enough_for_tab(qtbot: QtBot) -> None:
    one, two = QRadioButton("Sí"), QRadioButton("No")
    group = QButtonGroup()
    for each in (one, two):
        group.addButton(each)
    one.setChecked(True)
    assert audits.tab_faults(page(qtbot, one, two)) == []


def test_weak_colours_are_part_of_the_audit(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "PAIRS", (("hair", "white", 7.0),))
    assert audits.audit(page(qtbot)) == ["sol: hair on white is 1.4, needs 7.0"]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "name", [name for name in gallery.SAMPLES if name not in ("attendance", "path", "buttons", "tiles", "clocks")]
)
def test_the_widgets_of_the_kit_pass_their_own_audit(
    qtbot: QtBot, qapp: QApplication, name: str, percent: int
) -> None:
    theme.set_percent(qapp, percent)
    make, width, height = gallery.SAMPLES[name]
    made = make()
    made.setProperty("page", "true")
    qtbot.addWidget(made)
    made.resize(width if percent == 100 else max(width, 1366), height if percent == 100 else max(height, 690))
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    assert audits.audit(made) == []


@pytest.mark.parametrize("name", ["attendance", "path", "tiles", "clocks"])
def test_whole_pages_pass_at_the_size_of_a_maximised_window(qtbot: QtBot, name: str) -> None:
    made = gallery.SAMPLES[name][0]()
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    assert audits.audit(made) == []


@pytest.mark.parametrize("in_window", [False, True])
def test_what_was_looked_at_belongs_to_whom_it_belonged(qtbot: QtBot, in_window: bool) -> None:
    """Else Python deletes a question with one of its own buttons, and the program dies once its window closes."""
    window = page(qtbot, QLineEdit())
    label, field, choice = QLabel("Nombre"), QLineEdit(), QRadioButton("Uno")
    label.setBuddy(field)
    group = QButtonGroup(window)
    group.addButton(choice)
    question = Question("¿Cuál?", "Sí", window if in_window else None)
    qtbot.addWidget(question)
    for widget in (label, field, choice):
        question.form.addRow(widget)
    question.show()

    def keeper(of: QObject) -> str:
        """The address of the Python object that takes it along when it is deleted."""
        said = next((line for line in shiboken6.dump(of).splitlines() if line.startswith("parent")), "")
        return said.rpartition(" at ")[2].rstrip(">")

    audits.audit(question)
    assert keeper(question) == (hex(id(window)) if in_window else "")
    assert keeper(field) == hex(id(question))
    for part in (window, question):
        audits.tab_chain(part)
    assert shiboken6.ownedByPython(window)
