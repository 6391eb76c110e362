"""The one style sheet, generated from the tokens for a palette and a text scale.

Variants are dynamic properties: `kind` on buttons (primary, secondary, quiet, danger), `card` and `tone` on
frames, `role` on labels (a text style of tokens.TYPES) and `ink` on labels (a colour name), `office` on a
page whose targets may be 40 px.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from string import Template

from promoter_app.ui import tokens

_BASE = Template("""
QWidget { font-family: "$family"; font-size: ${body}px; color: $ink; }
QMainWindow, QDialog, QWidget[page="true"], QStackedWidget { background: $paper; }
QLabel { background: transparent; }
QToolTip { background: $white; color: $ink; border: 2px solid $line; padding: 6px; font-size: ${small}px; }
QFrame[card="true"] { background: $white; border: 2px solid $hair; border-radius: ${r_card}px; }
QFrame[card="true"][tone="main"] { border: 3px solid $cana; }
QFrame[card="true"][tone="amber"] { background: $ambar_t; border: 2px solid $ambar_d; }
QFrame[card="true"][tone="red"] { background: $rojo_t; border: 2px solid $rojo; }
QFrame[card="true"][tone="blue"] { background: $azul_t; border: 2px solid $azul; }
QFrame[card="true"][tone="grape"] { background: $uva_t; border: 2px solid $uva_t; }
QFrame[head="main"] { background: $cana; border: 0; border-top-left-radius: 9px; border-top-right-radius: 9px; }
QFrame[line="down"] { background: $hair; border: 0; min-width: 2px; max-width: 2px; }
QFrame[bar="top"] { background: $white; border: 0; border-bottom: 2px solid $hair; }
QFrame[bar="bottom"] { background: $white; border: 0; border-top: 2px solid $hair; }
QFrame[bar="rail"], QFrame[bar="session"] { background: $rail; border: 0; }
QFrame[rule="true"] { background: $hair; border: 0; min-height: 2px; max-height: 2px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
""")

_BUTTONS = Template("""
QPushButton { min-height: ${button}px; padding: 0 ${pad}px; border: 2px solid $line; background: $white;
  border-radius: ${r_control}px; font-size: ${label}px; font-weight: 600; color: $ink; }
QPushButton:hover { background: $paper; }
QPushButton:pressed { background: $cana_t; }
QPushButton:checked { background: $cana_t; border: 3px solid $cana; color: $cana; }
QPushButton[kind="primary"] { background: $cana; border-color: $cana; color: $on_cana; font-weight: 700; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $cana_d;
  border-color: $cana_d; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $cana; }
QPushButton[kind="quiet"]:hover { background: $cana_t; }
QPushButton[kind="danger"] { border-color: $rojo; color: $rojo; }
QPushButton[kind="danger"]:hover { background: $rojo_t; }
QPushButton:disabled { background: $off; border-color: $off; color: $on_off; }
QToolButton { min-height: ${button}px; min-width: ${button}px; border: 2px solid $line; background: $white;
  border-radius: ${r_control}px; font-size: ${label}px; font-weight: 600; color: $ink; padding: 0 8px; }
QToolButton:checked { background: $cana_t; border: 3px solid $cana; color: $cana; }
QToolButton:disabled { background: $off; border-color: $off; color: $on_off; }
QPushButton[keyed="true"] { min-height: 0; padding: 0; border: 0; }
*[office="true"] QPushButton, *[office="true"] QToolButton { min-height: ${button_office}px; }
""")

_FIELDS = Template("""
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $white; color: $ink;
  border: 2px solid $line; border-radius: ${r_control}px; padding: 1px 13px; font-size: ${field}px;
  selection-background-color: $cana; selection-color: $on_cana; placeholder-text-color: $ink2; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${entry}px; }
QPlainTextEdit, QTextEdit { padding: 8px 10px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 3px solid $foco; padding: 0 12px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 7px 9px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: $off; color: $on_off;
  border-color: $off; }
QLineEdit[scan="true"] { min-height: ${scan}px; }
QLineEdit[wrong="true"] { border-color: $rojo; }
*[office="true"] QLineEdit, *[office="true"] QComboBox, *[office="true"] QAbstractSpinBox {
  min-height: ${entry_office}px; font-size: ${body}px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox { font-size: ${label}px; font-weight: 600; padding-right: 36px; combobox-popup: 0; }
QComboBox[tight="true"] { padding-right: 2px; }
QComboBox::drop-down { border: 0; width: 36px; }
QComboBox::down-arrow { image: url("$icons/caret-down-$name.svg"); width: ${caret}px; height: ${caret}px; }
QComboBox QAbstractItemView { background: $white; border: 2px solid $line; outline: 0; }
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 12px; }
QComboBox QAbstractItemView::item:selected { background: $cana_t; color: $cana; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 32px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$icons/caret-up-$name.svg"); width: ${step}px; height: ${step}px; }
QAbstractSpinBox::down-arrow { image: url("$icons/caret-down-$name.svg"); width: ${step}px; height: ${step}px; }
QCheckBox, QRadioButton { min-height: ${target}px; spacing: 12px; background: transparent; }
*[office="true"] QCheckBox, *[office="true"] QRadioButton { min-height: ${target_office}px; }
QCheckBox::indicator { width: ${tick}px; height: ${tick}px; border: 2px solid $line; border-radius: 7px;
  background: $white; }
QCheckBox::indicator:checked { background: $cana; border-color: $cana; image: url("$icons/check-$name.svg"); }
QCheckBox::indicator:disabled { background: $off; border-color: $off_line; }
QRadioButton::indicator { width: ${dot}px; height: ${dot}px; border: 2px solid $line; background: $white;
  border-radius: ${dot_radius}px; }
QRadioButton::indicator:checked { border: ${dot_ring}px solid $cana; width: ${dot_core}px;
  height: ${dot_core}px; }
QRadioButton:checked { font-weight: 700; }
""")

_LISTS = Template("""
QAbstractItemView { background: $white; border: 0; outline: 0; selection-background-color: $cana_t;
  selection-color: $ink; }
QListView[framed="true"], QTableView { border: 2px solid $hair; border-radius: ${r_card}px; }
QTableView { gridline-color: $hair; alternate-background-color: $paper; }
QTableView::item { padding: 0 12px; border: 0; border-top: 1px solid $hair; }
QTableView::item:selected { background: $cana_t; color: $ink; }
QHeaderView { background: $white; border: 0; }
QHeaderView::section { background: $white; color: $ink2; border: 0; padding: 6px 12px;
  font-size: ${small}px; font-weight: 600; }
QTableCornerButton::section { background: $white; border: 0; }
QTabBar::tab { min-height: ${tab}px; padding: 0 18px; margin-right: 8px; border: 2px solid transparent;
  border-radius: ${r_control}px; font-size: ${label}px; font-weight: 600; color: $ink; }
QTabBar::tab:selected { background: $cana_t; border: 3px solid $cana; color: $cana; }
QTabBar::tab:focus { border-color: $foco; }
QTabWidget::pane { border: 0; }
QProgressBar { background: $trough; border: 0; border-radius: 7px; min-height: 14px; max-height: 14px; }
QProgressBar::chunk { background: $cana; border-radius: 7px; }
QScrollBar:vertical { background: $paper; width: 16px; margin: 0; border: 0; }
QScrollBar:horizontal { background: $paper; height: 16px; margin: 0; border: 0; }
QScrollBar::handle { background: $line; border-radius: 6px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 48px; }
QScrollBar::handle:horizontal { min-width: 48px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $white; border: 2px solid $line; padding: 6px; }
QMenu::item { min-height: ${target}px; padding: 0 20px; border-radius: 8px; }
QMenu::item:selected { background: $cana_t; color: $cana; }
QMenu::item:disabled { color: $on_off; }
QSplitter::handle { background: $hair; }
QListView::indicator { width: ${tick}px; height: ${tick}px; border: 2px solid $line; border-radius: 7px;
  background: $white; }
QListView::indicator:checked { background: $cana; border-color: $cana; image: url("$icons/check-$name.svg"); }
QListWidget { border: 2px solid $line; border-radius: ${r_control}px; }
QListWidget:focus { border: 3px solid $foco; }
QListWidget::item { min-height: ${target_office}px; padding: 0 8px; }
QListWidget::item:selected { background: $cana_t; color: $ink; }
QFileDialog { min-width: 940px; min-height: 560px; }
""")

_INKS = ("ink2", "cana", "azul", "ambar_d", "rojo", "uva", "on_rail", "rail_ink", "on_cana", "on_off")
_TAGS = {
    "green": ("cana_t", "cana"),
    "blue": ("azul_t", "azul"),
    "amber": ("ambar_t", "ambar_d"),
    "red": ("rojo_t", "rojo"),
    "grape": ("uva_t", "uva"),
    "plain": ("paper", "ink2"),
    "sun": ("ambar", "on_ambar"),
}
TAG_TONES = tuple(_TAGS)
"""The tones of a Chip."""


def tag_colours(tone: str) -> tuple[str, str]:
    """The names of the ground and the text colour of a Chip of `tone` (KeyError when unknown)."""
    return _TAGS[tone]


def stylesheet(palette: tokens.Palette, percent: int, icons: Path) -> str:
    """The style sheet for `palette` with text at `percent`; `icons` holds the few SVGs that QSS needs."""
    values = {**asdict(palette), **_sizes(percent), "icons": icons.as_posix(), "family": tokens.FAMILY}
    parts = [part.substitute(values) for part in (_BASE, _BUTTONS, _FIELDS, _LISTS)]
    return "".join(parts) + _roles(palette, percent)


def _sizes(percent: int) -> dict[str, int]:
    """Lengths in pixels. QSS min-height is of the content: two borders of 2 px are taken off."""

    def text(name: str) -> int:
        return tokens.scaled(tokens.TYPES[name].px, percent)

    def tall(least: int) -> int:
        return max(least, tokens.scaled(round(least * 0.85), percent))

    dot = tokens.scaled(22, percent)
    core = dot - 12
    return {
        "body": text("body"),
        "small": text("small"),
        "label": text("label"),
        "field": text("field"),
        "button": tall(tokens.TARGET) - 4,
        "button_office": tall(tokens.TARGET_OFFICE) - 4,
        "entry": tall(52) - 6,
        "entry_office": tall(44) - 6,
        "scan": tall(60) - 6,
        "target": tall(tokens.TARGET),
        "target_office": tall(tokens.TARGET_OFFICE),
        "tab": tall(tokens.TARGET) - 6,
        "caret": min(32, tokens.scaled(20, percent)),
        "step": min(28, tokens.scaled(16, percent)),
        "pad": 14,
        "tick": tokens.scaled(26, percent),
        "dot": dot,
        "dot_radius": dot // 2 + 2,
        "dot_core": core,
        "dot_ring": 8,
        "r_card": tokens.RADIUS_CARD,
        "r_control": tokens.RADIUS_CONTROL,
    }


def _roles(palette: tokens.Palette, percent: int) -> str:
    lines = [
        f'QLabel[role="{name}"] {{ font-size: {tokens.scaled(style.px, percent)}px; '
        f"font-weight: {style.weight}; }}"
        for name, style in tokens.TYPES.items()
    ]
    lines += [f'QLabel[ink="{name}"] {{ color: {getattr(palette, name)}; }}' for name in _INKS]
    return "\n".join(lines) + "\n"
