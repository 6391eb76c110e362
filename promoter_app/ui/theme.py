"""Dresses the application: bundled fonts, Fusion, one generated style sheet and palette, at a text scale.

The theme and the scale live in properties of the QApplication, so there is no global of ours; every widget
hears of a change as QEvent.StyleChange and asks `px`, `font` and `colour` again.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from promoter_app import shipped
from promoter_app.ui import tokens
from promoter_app.ui.stylesheet import stylesheet

_LOOK, _FONTS, _STILL = "surco_look", "surco_fonts", "surco_still"


class _Look:
    """What is worn now: palette, text scale, and the fonts and colours that were asked for, made once."""

    def __init__(self, palette: tokens.Palette = tokens.SOL, percent: int = 100) -> None:
        self.palette, self.percent = palette, percent
        self._fonts: dict[tuple[str, float], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def colour(self, name: str) -> QColor:
        """See `theme.colour`."""
        if name not in self._colours:
            self._colours[name] = QColor(getattr(self.palette, name))
        return QColor(self._colours[name])

    def font(self, role: str, factor: float) -> QFont:
        """See `theme.font`."""
        if (role, factor) not in self._fonts:
            style = tokens.TYPES[role]
            made = QFont(tokens.FAMILY)
            made.setPixelSize(max(1, round(tokens.scaled(style.px, self.percent) * factor)))
            made.setWeight(QFont.Weight(style.weight))
            self._fonts[role, factor] = made
        return QFont(self._fonts[role, factor])


def resource_folder() -> Path:
    """The folder `resources/` with fonts, icons, sounds and translations."""
    return shipped.folder("resources")


def apply_theme(app: QApplication, percent: int = 100, palette: tokens.Palette = tokens.SOL) -> None:
    """Dress `app` in `palette` with text at `percent` (one of tokens.SCALES; ValueError otherwise).

    May be called again at any time: open windows change at once.
    """
    if percent not in tokens.SCALES:
        raise ValueError(f"text scale {percent} is not one of {tokens.SCALES}")
    _load_fonts(app)
    app.setProperty(_LOOK, _Look(palette, percent))
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_qt_palette(palette))
    app.setFont(font("body"))
    app.setStyleSheet(stylesheet(palette, percent, resource_folder() / "icons"))


def set_percent(app: QApplication, percent: int) -> None:
    """Change the text scale only, without restart."""
    apply_theme(app, percent, palette())


def step_percent(app: QApplication, step: int) -> int:
    """The next larger (+1), next smaller (-1) or normal (0) text scale, applied; returns it in per cent."""
    place = tokens.SCALES.index(current_percent()) + step
    chosen = tokens.SCALES[max(0, min(place, len(tokens.SCALES) - 1))] if step else 100
    set_percent(app, chosen)
    return chosen


def current_percent() -> int:
    """The text scale in use, in per cent; 100 before `apply_theme`."""
    return _look().percent


def is_large() -> bool:
    """Whether text is so large that what stands side by side goes one below the other."""
    return current_percent() >= tokens.LARGE


def palette() -> tokens.Palette:
    """The palette in use; Sol before `apply_theme`."""
    return _look().palette


def set_still(app: QApplication, still: bool) -> None:
    """"Menos movimiento": no blink and no animation while it is on."""
    app.setProperty(_STILL, still)


def is_still() -> bool:
    """Whether the person asked for less motion."""
    return bool(_app_property(_STILL))


def px(size: int) -> int:
    """`size` in pixels at the text scale in use: for text, icons beside text and what must hold text."""
    return tokens.scaled(size, _look().percent)


def colour(name: str) -> QColor:
    """The colour called `name` in the palette in use (AttributeError when there is none)."""
    return _look().colour(name)


def font(role: str, factor: float = 1.0) -> QFont:
    """The font of a text style of tokens.TYPES at the text scale in use, times `factor` (KeyError if unknown)."""
    return _look().font(role, factor)


def _look() -> _Look:
    look = _app_property(_LOOK)
    return look if isinstance(look, _Look) else _Look()


def _app_property(name: str) -> object:
    app = QCoreApplication.instance()
    return app.property(name) if app is not None else None


def _load_fonts(app: QApplication) -> None:
    """Add the bundled fonts once; RuntimeError when a file is missing or damaged (a broken installation)."""
    if app.property(_FONTS):
        return
    for path in sorted((resource_folder() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"font {path.name} cannot be loaded")
    app.setProperty(_FONTS, True)


def _qt_palette(look: tokens.Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for part, name in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "white"),
        (role.AlternateBase, "paper"),
        (role.Text, "ink"),
        (role.PlaceholderText, "ink2"),
        (role.Button, "white"),
        (role.ButtonText, "ink"),
        (role.BrightText, "on_deep"),
        (role.ToolTipBase, "white"),
        (role.ToolTipText, "ink"),
        (role.Highlight, "cana"),
        (role.HighlightedText, "on_cana"),
        (role.Accent, "cana"),
        (role.Link, "azul"),
        (role.LinkVisited, "azul"),
        (role.Mid, "line"),
        (role.Dark, "line"),
        (role.Light, "white"),
    ):
        made.setColor(part, QColor(getattr(look, name)))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(look.on_off))
    return made
