"""The look as data: every pair of colours can be read, and no colour is written outside the tokens."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication, QBoxLayout, QComboBox, QFileDialog, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.layouts import stack

UI = Path(theme.__file__).parent


@pytest.mark.parametrize("palette", tokens.PALETTES, ids=lambda each: each.name)
def test_every_pair_of_a_palette_reaches_its_ratio(palette: tokens.Palette) -> None:
    assert tokens.weak_pairs(palette) == []


def test_a_pale_text_is_named_as_weak() -> None:
    weak = tokens.weak_pairs(replace(tokens.SOL, ink2="#8A958F"))
    assert any(line.startswith("sol: ink2 on white is 3.") for line in weak)


def test_contrast_follows_the_wcag_formula() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert tokens.contrast("#13211B", "#FFC42E") == pytest.approx(10.5, abs=0.05)


def test_no_colour_is_written_outside_the_tokens() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|QColor\(\s*\d|rgba?\(|GlobalColor\.(?!transparent)")
    found = [
        f"{path.relative_to(UI)}:{number}: {line.strip()}"
        for path in sorted(UI.rglob("*.py"))
        if path.name != "tokens.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if literal.search(line)
    ]
    assert found == []


def test_the_few_drawings_of_the_style_sheet_use_colours_of_the_tokens() -> None:
    known = {getattr(each, name) for each in tokens.PALETTES for name in tokens.colour_names()}
    drawings = sorted((theme.resource_folder() / "icons").glob("*.svg"))
    assert drawings
    for path in drawings:
        assert set(re.findall(r"#[0-9A-F]{6}", path.read_text("utf-8"))) <= known, path.name


def test_letters_of_the_languages_of_nayarit_are_in_the_bundled_fonts() -> None:
    for path in sorted((theme.resource_folder() / "fonts").glob("*.ttf")):
        raw = QRawFont(str(path), 20.0)
        assert [letter for letter in "Ꞌꞌʼɨʉñáéíóú¿«»" if not raw.supportsCharacter(ord(letter))] == []


def test_each_weight_is_its_own_cut_and_digits_are_of_one_width() -> None:
    assert "Noto Sans" in QFontDatabase.families()
    for role, cut in (("body", "Regular"), ("strong", "SemiBold"), ("title", "Bold")):
        assert QRawFont.fromFont(theme.font(role)).styleName() == cut
    face = QRawFont.fromFont(theme.font("clock"))
    widths = {face.advancesForGlyphIndexes([index])[0].x() for index in face.glyphIndexesForString("0123456789")}
    assert len(widths) == 1


def test_text_grows_at_once_and_controls_with_it(qapp: QApplication) -> None:
    button = QPushButton("Guardar")
    button.ensurePolished()
    small, low = QFontInfo(button.font()).pixelSize(), button.sizeHint().height()
    assert low >= tokens.TARGET
    theme.set_percent(qapp, 200)
    assert QFontInfo(button.font()).pixelSize() == 2 * small
    assert button.sizeHint().height() > low
    assert theme.font("body").pixelSize() == 36


def test_steps_of_the_text_scale_stop_at_both_ends(qapp: QApplication) -> None:
    assert [theme.step_percent(qapp, 1) for _ in range(4)] == [125, 150, 200, 200]
    assert theme.step_percent(qapp, -1) == 150
    assert theme.step_percent(qapp, 0) == 100
    with pytest.raises(ValueError, match="scale 110"):
        theme.apply_theme(qapp, 110)


def test_pages_stack_from_the_same_size_of_text(qapp: QApplication) -> None:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    ways = []
    for percent in tokens.SCALES:
        theme.set_percent(qapp, percent)
        stack(row, theme.is_large())
        ways.append(row.direction() is QBoxLayout.Direction.TopToBottom)
    assert ways == [False, False, True, True]


def test_lists_of_choices_open_whole_with_rows_that_a_finger_finds(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    box, ticks = QComboBox(place), QListWidget(place)
    box.addItems([f"Formato {number}" for number in range(6)])
    ticks.addItems(["El Mirador · 21"])
    place.resize(500, 400)
    place.show()
    box.showPopup()
    rows = [box.view().visualRect(box.model().index(row, 0)) for row in range(6)]
    assert all(box.view().viewport().rect().contains(row.adjusted(1, 0, -1, 0)) for row in rows)
    assert min(row.height() for row in rows) >= tokens.TARGET
    box.hidePopup()
    assert ticks.sizeHintForRow(0) >= tokens.TARGET_OFFICE


def test_the_dialog_for_files_has_room_for_the_names_of_deliveries(qtbot: QtBot) -> None:
    asked = QFileDialog()
    qtbot.addWidget(asked)
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    asked.show()
    assert asked.width() >= 900


def test_the_dark_theme_is_another_palette(qapp: QApplication) -> None:
    theme.apply_theme(qapp, 100, tokens.OFICINA)
    assert theme.colour("white").name().upper() == tokens.OFICINA.white
    assert qapp.palette().base().color() == theme.colour("white")


def test_unknown_names_are_refused() -> None:
    with pytest.raises(KeyError):
        theme.font("enorme")
    with pytest.raises(AttributeError):
        theme.colour("fucsia")
    assert theme.font("body").weight() == QFont.Weight.Normal
