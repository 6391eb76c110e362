"""KeyButton: the button of the whole app, with icon, words and the cap of its key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import LEFT, cap_size, draw_text, fill_box, paint_cap, text_width


@dataclass(frozen=True)
class _Size:
    height: int
    role: str
    icon: int
    pad: int
    gap: int
    cap: str = "key"


@dataclass(frozen=True)
class _Look:
    ground: str | None
    border: str | None
    text: str
    hover: str


SIZES = {
    "office": _Size(40, "label", 22, 14, 10),
    "small": _Size(48, "label", 24, 14, 10),
    "normal": _Size(56, "strong", 24, 20, 10),
    "large": _Size(64, "button-large", 28, 20, 10),
    "main": _Size(68, "button-main", 28, 26, 10),
    "hero": _Size(88, "button-hero", 38, 20, 16, "strong"),
}
"""Sizes by name: height of 40 to 88 px at 100 % text."""
KINDS = {
    "primary": _Look("cana", "cana", "on_cana", "cana_d"),
    "secondary": _Look("white", "line", "ink", "paper"),
    "quiet": _Look(None, None, "cana", "cana_t"),
    "danger": _Look("white", "rojo", "rojo", "rojo_t"),
    "accent": _Look("white", "cana", "cana", "cana_t"),
    "dark": _Look("ink", "ink", "white", "ink2"),
    "blue": _Look("azul", "azul", "on_deep", "azul"),
    "rail": _Look(None, "rail_line", "on_rail", "rail_trough"),
    "grape": _Look("white", "uva", "uva", "uva_t"),
}
"""Variants by name; at most one visible button of a window is primary."""


class KeyButton(QPushButton):
    """A button that shows its own key.

    `key` is a portable name ("F2", "Ctrl+Return", "Return", "Left", "S"); `more_keys` work too but are not
    drawn. With `cap_only` the cap is drawn but the key is left to somebody else. `trailing` is an icon after
    the words. A focused button takes Enter for itself, whatever button owns Enter.
    """

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        key: str = "",
        *,
        kind: str = "secondary",
        size: str = "normal",
        more_keys: tuple[str, ...] = (),
        trailing: str = "",
        left: bool = False,
        cap_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._trailing, self._left = icon, trailing, left
        self._key, self._more = key, more_keys
        self._size_name = size
        self._reason, self._said, self._told = "", "", ""
        self._shortcuts: list[QShortcut] = []
        self.setProperty("kind", kind)
        self.setProperty("keyed", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if not cap_only:
            self._bind_keys()
        self.setText(text)

    # what it says
    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Change the words; the accessible name follows."""
        super().setText(text)
        self._describe()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Say something else than the words of the button, from now on."""
        self._said = name
        self._describe()

    def setAccessibleDescription(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Tell another key than its own (one that the window owns), from now on."""
        self._told = words
        self._describe()

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon = name
        self._settle()

    def set_kind(self, kind: str) -> None:
        """Change the variant (a name of KINDS)."""
        self.setProperty("kind", kind)
        self.update()

    def set_reason(self, reason: str) -> None:
        """Disable the button because of `reason` (a short sentence, also said aloud); "" enables it."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self._describe()

    def reason(self) -> str:
        """Why it is disabled, or ""."""
        return self._reason

    def key(self) -> str:
        """The portable name of the key on its cap, or ""."""
        return self._key

    def caption(self) -> str:
        """What the cap shows, or ""."""
        return key_names.caption(self._key) if self._key else ""

    # size
    def sizeHint(self) -> QSize:
        shape = SIZES[self._size_name]
        height = max(shape.height, theme.px(round(shape.height * 0.85)))
        width = sum(self._widths()) + shape.gap * (len(self._widths()) - 1) + 2 * shape.pad + 4
        return QSize(round(width), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # events
    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(self, "_reason"):
            self._describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, border, text = self._colours()
        box = QRectF(self.rect())
        radius = tokens.RADIUS_CARD if self._size_name == "hero" else tokens.RADIUS_CONTROL
        edge = tokens.BORDER_CHOSEN if self.isChecked() else tokens.BORDER
        fill_box(
            painter,
            box,
            radius,
            theme.colour(ground) if ground else None,
            theme.colour(border) if border else None,
            edge,
        )
        self._paint_parts(painter, text)
        painter.end()

    # inside
    def _bind_keys(self) -> None:
        for name in filter(None, (self._key, *self._more)):
            for sequence in key_names.sequences(name):
                shortcut = QShortcut(sequence, self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(self.click)
                self._shortcuts.append(shortcut)

    def _describe(self) -> None:
        words = self._said or self.text().replace("&", "")
        super().setAccessibleName(f"{words}, {self._reason}" if self._reason else words)
        own = key_names.described(tuple(filter(None, (self._key, *self._more))))
        super().setAccessibleDescription(self._told or own)
        self._settle()

    def _settle(self) -> None:
        self.updateGeometry()
        self.update()

    def _icons(self) -> str:
        return "ph.check-bold" if self.isChecked() and self.isCheckable() else self._icon

    def _widths(self) -> list[float]:
        """Widths of icon, words, cap and trailing icon, those that exist."""
        shape = SIZES[self._size_name]
        found = [float(theme.px(shape.icon))] if self._icon or self.isCheckable() else []
        if self.text():
            found.append(text_width(self.text(), theme.font(shape.role)) + 1)
        if self._key:
            found.append(cap_size(self.caption(), shape.cap).width())
        if self._trailing:
            found.append(float(theme.px(shape.icon)))
        return found or [0.0]

    def _colours(self) -> tuple[str | None, str | None, str]:
        look = KINDS[str(self.property("kind") or "secondary")]
        if not self.isEnabled():
            return "off", "off", "on_off"
        if self.isChecked():
            return "cana_t", "cana", "cana"
        ground = look.hover if self.isDown() or self.underMouse() else look.ground
        return ground, look.border, look.text

    def _paint_parts(self, painter: QPainter, text: str) -> None:
        shape = SIZES[self._size_name]
        widths = self._widths()
        content = sum(widths) + shape.gap * (len(widths) - 1)
        slack = self.width() - content - 2 * shape.pad - 4
        left = shape.pad + 2 + (0 if self._left else max(0.0, slack / 2))
        colour = theme.colour(text)
        middle = self.height() / 2
        side = theme.px(shape.icon)
        if self._icon or self.isCheckable():
            if self._icons():
                box = QRectF(left, middle - side / 2, side, side)
                paint_icon(painter, box, self._icons(), colour)
            left += side + shape.gap
        if self.text():
            width = text_width(self.text(), theme.font(shape.role)) + 1
            room = QRectF(left, 0, width + min(0.0, slack), self.height())
            draw_text(painter, room, self.text(), theme.font(shape.role), colour, LEFT)
            left += width + shape.gap + min(0.0, slack)
        if self._left and slack > 0:
            left += slack
        if self._key:
            size = cap_size(self.caption(), shape.cap)
            box = QRectF(left, middle - size.height() / 2, size.width(), size.height())
            paint_cap(painter, box, self.caption(), colour, shape.cap)
            left += size.width() + shape.gap
        if self._trailing:
            paint_icon(painter, QRectF(left, middle - side / 2, side, side), self._trailing, colour)

