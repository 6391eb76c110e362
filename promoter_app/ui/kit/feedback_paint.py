"""How each feedback state looks and how its words fill the panel at any size. No state is kept here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import (
    CENTRE,
    LEFT,
    RIGHT,
    draw_text,
    draw_wrapped,
    fill_box,
    paint_stripes,
    rounded_path,
    smooth,
    text_width,
    wrapped_height,
)


@dataclass(frozen=True)
class Look:
    """Colours are names of the palette. `stripe` are the two colours of the striped top."""

    ground: str
    title: str
    text: str
    icon: str
    icon_colour: str
    frame: str = ""
    frame_width: int = 0
    dashed: bool = False
    stripe: tuple[str, str] | None = None
    foot: str = ""
    foot_text: str = "ink"
    kinds: tuple[str, ...] = ("dark", "secondary")


LOOKS: dict[str, Look] = {
    "idle": Look("white", "ink", "ink2", "ph.identification-card-bold", "ink2", "hair", 2),
    "present": Look(
        "cana",
        "on_cana",
        "on_cana",
        "ph.check-circle-fill",
        "on_cana",
        foot="cana_d",
        foot_text="on_cana",
    ),
    "already": Look("white", "azul", "ink", "ph.checks-bold", "azul", "azul", 12, foot_text="azul"),
    "other_crew": Look(
        "ambar",
        "on_ambar",
        "on_ambar",
        "ph.arrows-left-right-bold",
        "on_ambar",
        "ink",
        4,
        foot="ink",
        foot_text="white",
    ),
    "unknown": Look(
        "rojo",
        "on_deep",
        "on_deep",
        "ph.warning-octagon-fill",
        "on_deep",
        stripe=("on_deep", "rojo"),
        foot="rojo_d",
        foot_text="on_deep",
        kinds=("secondary",),
    ),
    "blank": Look(
        "azul_t",
        "azul",
        "ink",
        "ph.identification-card-fill",
        "azul",
        "azul",
        4,
        dashed=True,
        foot_text="azul",
        kinds=("blue", "secondary"),
    ),
    "cancelled": Look(
        "white",
        "ink",
        "ink",
        "ph.prohibit-bold",
        "rojo",
        "ink",
        4,
        stripe=("ambar", "ink"),
        foot="paper",
        foot_text="ink",
    ),
}
"""The six states and the idle prompt."""

_SIDE, _STRIPE, _FOOT = 28, 20, 60
_STEPS = tuple(step / 100 for step in range(100, 25, -5))


@dataclass(frozen=True)
class Line:
    """Words in a box with a font; kind is title, name or detail."""

    kind: str
    text: str
    box: QRectF
    face: QFont


@dataclass(frozen=True)
class Layout:
    """Where everything of the body goes, in pixels of the panel."""

    icon: QRectF
    lines: tuple[Line, ...] = field(default=())
    buttons: tuple[QRectF, ...] = field(default=())


def body_box(panel: QRectF, look: Look) -> QRectF:
    """The room for icon, words and buttons."""
    top = look.frame_width + (_STRIPE if look.stripe else 0) + 6
    side = look.frame_width + _SIDE * min(1.0, panel.width() / 500)
    foot = foot_height(panel) if look.title and look is not LOOKS["idle"] else 0.0
    return panel.adjusted(side, top, -side, -(foot + look.frame_width + 4))


def foot_height(panel: QRectF) -> float:
    """Height of the line at the bottom with count and time."""
    return min(max(48.0, float(theme.px(46))), max(40.0, panel.height() * 0.13)) if panel.height() else _FOOT


def lay_out(panel: QRectF, look: Look, words: tuple[str, str, str], buttons: Sequence[QSize]) -> Layout:
    """Place icon, title, name, detail and buttons, as large as they fit, in the middle of the body."""
    body = body_box(panel, look)
    for factor in _STEPS:
        made, height = _attempt(body, look, words, buttons, factor)
        if height <= body.height():
            return made
    return made


def _attempt(
    body: QRectF, look: Look, words: tuple[str, str, str], buttons: Sequence[QSize], factor: float
) -> tuple[Layout, float]:
    title, name, detail = words
    idle = look is LOOKS["idle"]
    icon = 150.0 * factor * (0.6 if idle else 1.0)
    lines = [("title", title, _fitted(title, "hero" if idle else "state", factor, body.width(), 0.5))]
    if name:
        lines.append(("name", name, _fitted(name, "name", factor, body.width(), 0.7)))
    if detail:
        lines.append(("detail", detail, theme.font("lead", max(factor, _least("lead")))))
    rows = _button_rows(buttons, body.width())
    heights = [_tight_height(text, face, body.width()) for _, text, face in lines]
    rows_height = sum(row[0].height() + 8 for row in rows) + (6 if rows else 0)
    total = icon + 4 + sum(heights) + 6 * factor * (len(lines) - 1) + rows_height
    y = body.top() + max(0.0, (body.height() - total) / 2)
    icon_box = QRectF(body.center().x() - icon / 2, y, icon, icon)
    y += icon + 4
    placed = []
    for (kind, text, face), height in zip(lines, heights, strict=True):
        placed.append(Line(kind, text, QRectF(body.left(), y, body.width(), height), face))
        y += height + 6 * factor
    return Layout(icon_box, tuple(placed), _button_boxes(rows, body, y + 4)), total


def _tight_height(text: str, face: QFont, width: float) -> float:
    """Height of wrapped display text with a line height of 1.15, not the font's own 1.36."""
    return wrapped_height(text, face, width) - face.pixelSize() * 0.21


def _fitted(text: str, role: str, factor: float, width: float, least: float) -> QFont:
    """The font at `factor`, smaller when that keeps the text in one line, but not below `least` of it."""
    face = theme.font(role, factor)
    need = text_width(text, face)
    if need > width:
        face = theme.font(role, factor * max(least, width / need * 0.99))
    return face


def _least(role: str) -> float:
    """The factor that keeps a text at 16 px or more at 100 %."""
    return 17 / tokens.TYPES[role].px


def _button_rows(buttons: Sequence[QSize], width: float) -> list[list[QSize]]:
    rows: list[list[QSize]] = []
    for size in buttons:
        if rows and sum(each.width() + 8 for each in rows[-1]) + size.width() <= width + 32:
            rows[-1].append(size)
        else:
            rows.append([size])
    return rows


def _button_boxes(rows: Sequence[Sequence[QSize]], body: QRectF, top: float) -> tuple[QRectF, ...]:
    boxes = []
    for row in rows:
        x = body.center().x() - (sum(each.width() for each in row) + 8 * (len(row) - 1)) / 2
        for size in row:
            boxes.append(QRectF(round(x), round(top), size.width(), size.height()))
            x += size.width() + 8
        top += row[0].height() + 8
    return tuple(boxes)


def paint_panel(
    painter: QPainter,
    panel: QRectF,
    look: Look,
    layout: Layout,
    footer: tuple[str, str],
    *,
    inverted: bool = False,
) -> None:
    """Paint the whole panel; `inverted` draws the edge of a blink."""
    radius = tokens.RADIUS_FEEDBACK
    painter.save()
    smooth(painter)
    fill_box(painter, panel, radius, theme.colour(look.ground))
    inner = panel.adjusted(look.frame_width, look.frame_width, -look.frame_width, -look.frame_width)
    if look.stripe:
        one, other = (theme.colour(name) for name in look.stripe)
        painter.setClipPath(rounded_path(panel, radius))
        paint_stripes(painter, QRectF(inner.left(), inner.top(), inner.width(), _STRIPE), one, other)
        painter.setClipping(False)
    _paint_foot(painter, panel, look, footer)
    painter.restore()
    if look.frame:
        colour = theme.colour(look.frame)
        fill_box(painter, panel, radius, None, colour, look.frame_width, dashed=look.dashed)
    if inverted:
        fill_box(painter, panel, radius, None, theme.colour("ambar"), 12)
    paint_icon(painter, layout.icon, look.icon, theme.colour(look.icon_colour))
    for line in layout.lines:
        colour = theme.colour(look.title if line.kind == "title" else look.text)
        draw_wrapped(painter, line.box, line.text, line.face, colour, CENTRE | int(Qt.TextFlag.TextDontClip))


def _paint_foot(painter: QPainter, panel: QRectF, look: Look, footer: tuple[str, str]) -> None:
    if not any(footer):
        return
    height, edge = foot_height(panel), look.frame_width
    foot = QRectF(edge, panel.bottom() - height - edge, panel.width() - 2 * edge, height)
    if look.foot:
        ground = QPainterPath()
        ground.addRect(foot.adjusted(-edge, 0, edge, edge))
        shape = rounded_path(panel, tokens.RADIUS_FEEDBACK).intersected(ground)
        painter.fillPath(shape, theme.colour(look.foot))
    face = theme.font("heading", max(0.8, min(1.0, panel.width() / 600)))
    face.setWeight(QFont.Weight.DemiBold)
    colour = theme.colour(look.foot_text)
    time_width = text_width(footer[1], face) + 2
    room = foot.adjusted(22, 0, -22, 0)
    draw_text(painter, room.adjusted(0, 0, -time_width - 8, 0), footer[0], face, colour, LEFT)
    draw_text(painter, room, footer[1], face, colour, RIGHT)
