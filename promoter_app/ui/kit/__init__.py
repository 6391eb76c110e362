"""The widgets every page is built of. They know no services and no data: only values that are passed in."""

from __future__ import annotations

from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.focus import FocusRing
from promoter_app.ui.kit.frames import BottomBar, Card, Chip, IconLabel, Rule, Text, restyle
from promoter_app.ui.kit.icons import icon, paint_icon, pixmap

__all__ = [
    "BottomBar",
    "Card",
    "Chip",
    "FocusRing",
    "IconLabel",
    "KeyButton",
    "Rule",
    "Text",
    "icon",
    "paint_icon",
    "pixmap",
    "restyle",
]
