"""Icons by name: Phosphor (`ph.`) with a few gaps from Material Design Icons (`mdi6.`), through QtAwesome.

Only these two fonts are loaded, at the first icon, straight from QtAwesome's folder (its own loader reads
eight and installs them for the user on Windows). The loaded fonts belong to the QApplication.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from promoter_app.ui import theme

_PROPERTY = "surco_icons"
_FILES = (
    ("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"),
    ("mdi6", "materialdesignicons6-webfont-6.9.96.ttf", "materialdesignicons6-webfont-charmap-6.9.96.json"),
)
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
    family, letter = _glyph(name)
    side = min(box.width(), box.height())
    face = QFont(family)
    face.setPixelSize(max(1, round(side)))
    face.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(face)
    painter.setPen(colour)
    square = QRectF(0, 0, side, side)
    square.moveCenter(QPointF(box.center()))
    painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), letter)
    painter.restore()


def _glyph(name: str) -> tuple[str, str]:
    prefix, _, short = name.partition(".")
    fonts = _fonts()
    letter = fonts.charmap.get(prefix, {}).get(short)
    if letter is None:
        raise ValueError(f"no icon is called {name!r}")
    return fonts.fontname[prefix], letter


def _fonts() -> Any:
    """QtAwesome's IconicFont with our two fonts, made at the first icon and owned by the application."""
    app = cast("QApplication", QCoreApplication.instance())
    found = app.property(_PROPERTY)
    if isinstance(found, QObject):
        return found
    os.environ.setdefault("QT_API", "pyside6")
    import qtawesome
    from qtawesome.iconic_font import IconicFont

    folder = str(Path(qtawesome.__file__).parent / "fonts")
    made = IconicFont(*((*files, folder) for files in _FILES))
    made.setParent(app)
    app.setProperty(_PROPERTY, made)
    return made
