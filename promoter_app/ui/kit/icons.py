"""Icons by name: Phosphor (`ph.`) with a few gaps from Material Design Icons (`mdi6.`), through QtAwesome.

The fonts and their tables are QtAwesome's, read straight from its folder, each at its first icon: importing
QtAwesome costs 0.15 s at every start, its loader reads eight fonts and on Windows installs them for the user.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from promoter_app.ui import theme

_PROPERTY = "surco_icons_"
_FILES = {
    "ph": ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"),
    "mdi6": ("materialdesignicons6-webfont-6.9.96.ttf", "materialdesignicons6-webfont-charmap-6.9.96.json"),
}
TOPICS = (
    "ph.knife-fill",
    "ph.thermometer-hot-fill",
    "ph.flask-fill",
    "ph.truck-fill",
    "ph.money-fill",
    "ph.handshake-fill",
    "ph.hand-palm-fill",
    "ph.student-fill",
)
"""Icons of topics 1 to 8."""


def icon(name: str, colour: str = "ink", size: int = 24, *, off: str = "on_off") -> QIcon:
    """The icon `name` ("ph.leaf-fill") in a palette colour, `size` px at 100 % text; ValueError if unknown.

    `off` is its colour while its control is disabled.
    """
    made = QIcon()
    made.addPixmap(pixmap(name, colour, size), QIcon.Mode.Normal)
    made.addPixmap(pixmap(name, off, size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str = "ink", size: int = 24) -> QPixmap:
    """The icon as a picture, `size` px at 100 % text, at the screen's own density."""
    _glyph(name)  # a wrong name must not surface while a painter is at work
    side = theme.px(size)
    app = cast("QApplication", QCoreApplication.instance())
    ratio = app.devicePixelRatio()
    made = QPixmap(QSize(side, side) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_icon(painter, QRectF(0, 0, side, side), name, theme.colour(colour))
    painter.end()
    return made


def paint_icon(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Paint the icon in the middle of `box`, as tall as its shorter side; ValueError if unknown."""
    letters, letter = _glyph(name)
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(letters.face(max(1, round(side))))
    painter.setPen(colour)
    square = QRectF(0, 0, side, side)
    square.moveCenter(QPointF(box.center()))
    painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), letter)
    painter.restore()


def _glyph(name: str) -> tuple[_Letters, str]:
    """The font and the letter of an icon; its font is loaded once and belongs to the application."""
    prefix, _, short = name.partition(".")
    if prefix not in _FILES:
        raise ValueError(f"no icon is called {name!r}")
    app = cast("QApplication", QCoreApplication.instance())
    letters = app.property(_PROPERTY + prefix)
    if not isinstance(letters, _Letters):
        letters = _load(prefix)
        app.setProperty(_PROPERTY + prefix, letters)
    code = letters.codes.get(short)
    if code is None:
        raise ValueError(f"no icon is called {name!r}")
    return letters, chr(int(code, 16))


class _Letters:
    """A loaded icon font: its family and the code point of each name, in hexadecimal."""

    def __init__(self, family: str, codes: dict[str, str]) -> None:
        self.family, self.codes = family, codes
        self._faces: dict[int, QFont] = {}

    def face(self, side: int) -> QFont:
        """The font with letters `side` px tall, made once."""
        if side not in self._faces:
            made = QFont(self.family)
            made.setPixelSize(side)
            made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
            self._faces[side] = made
        return self._faces[side]


def _load(prefix: str) -> _Letters:
    """Load one font from QtAwesome's folder; RuntimeError when the installation lacks it."""
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise RuntimeError("QtAwesome is not installed")
    folder = Path(found.origin).parent / "fonts"
    font, table = (folder / name for name in _FILES[prefix])
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))
    if not families:
        raise RuntimeError(f"icon font {font.name} cannot be loaded")
    return _Letters(families[0], json.loads(table.read_text("utf-8")))
