"""The look as data: colours, type, space, targets and the text scale. No colour is written anywhere else.

Ratios are WCAG 2.2 contrast ratios; `PAIRS` names every pair the window draws and the least it must reach.
"""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Palette:
    """One theme. `_t` is a pale ground, `_d` a deeper tone of the same colour, `on_` text upon it."""

    name: str
    ink: str
    ink2: str
    line: str
    hair: str
    paper: str
    white: str
    trough: str
    cana: str
    cana_d: str
    cana_t: str
    on_cana: str
    rail: str
    rail_ink: str
    rail_line: str
    rail_trough: str
    on_rail: str
    azul: str
    azul_t: str
    ambar: str
    on_ambar: str
    ambar_d: str
    ambar_t: str
    rojo: str
    rojo_d: str
    rojo_t: str
    uva: str
    uva_t: str
    on_deep: str
    off: str
    on_off: str
    off_line: str
    foco: str
    foco_rail: str
    data2: str


SOL = Palette(
    name="sol",
    ink="#13211B",
    ink2="#3B4942",
    line="#6B7871",
    hair="#D5D9D1",
    paper="#F6F4ED",
    white="#FFFFFF",
    trough="#DDE3DC",
    cana="#0A5636",
    cana_d="#073D26",
    cana_t="#E4F2E9",
    on_cana="#FFFFFF",
    rail="#0A3B29",
    rail_ink="#D6E6DC",
    rail_line="#9DB8A9",
    rail_trough="#2C5B47",
    on_rail="#FFFFFF",
    azul="#0F4C92",
    azul_t="#E5EEF9",
    ambar="#FFC42E",
    on_ambar="#13211B",
    ambar_d="#6B4700",
    ambar_t="#FFF3D1",
    rojo="#8E1F1A",
    rojo_d="#5E120F",
    rojo_t="#FBE9E6",
    uva="#5B2A6E",
    uva_t="#F3E8F6",
    on_deep="#FFFFFF",
    off="#ECEDE7",
    on_off="#3F4A44",
    off_line="#A9B2AB",
    foco="#1557C0",
    foco_rail="#FFC42E",
    data2="#CBE4D5",
)
"""The field theme: bright paper fights glare better than a dark page."""

OFICINA = Palette(
    name="oficina",
    ink="#F1F5F1",
    ink2="#BECAC3",
    line="#7E8C85",
    hair="#33403A",
    paper="#121A16",
    white="#1C2621",
    trough="#33403A",
    cana="#8CDDB0",
    cana_d="#B4EBCB",
    cana_t="#1F3329",
    on_cana="#08241A",
    rail="#0A3B29",
    rail_ink="#D6E6DC",
    rail_line="#9DB8A9",
    rail_trough="#2C5B47",
    on_rail="#FFFFFF",
    azul="#A8CBFF",
    azul_t="#1E2D42",
    ambar="#FFD166",
    on_ambar="#13211B",
    ambar_d="#FFD166",
    ambar_t="#372E17",
    rojo="#FFB4A8",
    rojo_d="#FFD2CA",
    rojo_t="#3A211E",
    uva="#DDB6EE",
    uva_t="#33233A",
    on_deep="#08241A",
    off="#2A3530",
    on_off="#C3CEC8",
    off_line="#5E6B65",
    foco="#7FB2FF",
    foco_rail="#FFC42E",
    data2="#2F5B45",
)
"""The dark theme a coordinator may choose in the office; a session always uses Sol."""

PALETTES = (SOL, OFICINA)

TEXT_PAIR = 7.0
"""Least ratio between words and their ground (WCAG 1.4.6)."""
BORDER_PAIR = 3.0
"""Least ratio between a control's border or state mark and its ground (WCAG 1.4.11)."""

PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "white", TEXT_PAIR),
    ("ink", "paper", TEXT_PAIR),
    ("on_ambar", "ambar", TEXT_PAIR),
    ("ink2", "white", TEXT_PAIR),
    ("ink2", "paper", TEXT_PAIR),
    ("ink2", "cana_t", TEXT_PAIR),
    ("ink2", "azul_t", TEXT_PAIR),
    ("ink2", "ambar_t", TEXT_PAIR),
    ("ink2", "rojo_t", TEXT_PAIR),
    ("ink2", "uva_t", TEXT_PAIR),
    ("cana", "white", TEXT_PAIR),
    ("cana", "paper", TEXT_PAIR),
    ("cana", "cana_t", TEXT_PAIR),
    ("on_cana", "cana", TEXT_PAIR),
    ("on_cana", "cana_d", TEXT_PAIR),
    ("on_rail", "rail", TEXT_PAIR),
    ("rail_ink", "rail", TEXT_PAIR),
    ("azul", "white", TEXT_PAIR),
    ("azul", "azul_t", TEXT_PAIR),
    ("on_deep", "azul", TEXT_PAIR),
    ("ambar_d", "white", TEXT_PAIR),
    ("ambar_d", "ambar_t", TEXT_PAIR),
    ("rojo", "white", TEXT_PAIR),
    ("rojo", "rojo_t", TEXT_PAIR),
    ("on_deep", "rojo", TEXT_PAIR),
    ("on_deep", "rojo_d", TEXT_PAIR),
    ("uva", "white", TEXT_PAIR),
    ("uva", "uva_t", TEXT_PAIR),
    ("on_deep", "uva", TEXT_PAIR),
    ("on_off", "off", TEXT_PAIR),
    ("line", "white", BORDER_PAIR),
    ("line", "paper", BORDER_PAIR),
    ("rail_line", "rail", BORDER_PAIR),
    ("foco", "white", BORDER_PAIR),
    ("foco", "paper", BORDER_PAIR),
    ("foco_rail", "rail", BORDER_PAIR),
    ("ambar", "rail_trough", BORDER_PAIR),
    ("cana", "trough", BORDER_PAIR),
    ("ink", "data2", TEXT_PAIR),
    ("cana", "data2", BORDER_PAIR),
)
"""Every pair of foreground and ground that the window draws, with its least ratio."""


@dataclass(frozen=True)
class Type:
    """A text style: pixels at 100 % and weight."""

    px: int
    weight: int


REGULAR, SEMIBOLD, BOLD = 400, 600, 700
FAMILY = "Noto Sans"
TYPES: dict[str, Type] = {
    "state": Type(68, BOLD),
    "number": Type(56, BOLD),
    "name": Type(44, BOLD),
    "kpi": Type(40, BOLD),
    "hero": Type(34, BOLD),
    "cue": Type(33, BOLD),
    "clock": Type(32, BOLD),
    "question": Type(30, BOLD),
    "title": Type(26, BOLD),
    "answer": Type(24, BOLD),
    "heading": Type(20, BOLD),
    "field": Type(21, REGULAR),
    "lead": Type(22, REGULAR),
    "time": Type(22, BOLD),
    "body": Type(18, REGULAR),
    "strong": Type(18, SEMIBOLD),
    "bold": Type(18, BOLD),
    "label": Type(17, SEMIBOLD),
    "sub": Type(17, REGULAR),
    "small": Type(16, REGULAR),
    "small-strong": Type(16, SEMIBOLD),
    "button-large": Type(21, SEMIBOLD),
    "button-main": Type(22, BOLD),
    "button-hero": Type(28, BOLD),
    "rail": Type(15, SEMIBOLD),
    "key": Type(15, SEMIBOLD),
    "board": Type(15, REGULAR),
}
"""The text styles by name: the `role` property of a label, the argument of `theme.font`."""

RADIUS_TAG, RADIUS_CONTROL, RADIUS_CARD, RADIUS_FEEDBACK = 8, 10, 12, 16
BORDER, BORDER_CHOSEN = 2, 3
RING, RING_GAP = 3, 3
TARGET, TARGET_OFFICE, ROW_OFFICE = 48, 40, 36
RAIL_WIDTH, TOP_HEIGHT, SESSION_TOP, SESSION_BOTTOM = 104, 64, 76, 88
SCALES = (100, 125, 150, 200)
"""Text sizes in per cent that a person may choose."""
LARGE = 150
"""The text size from which pages stack what stands side by side."""


def luminance(colour: str) -> float:
    """Relative luminance (0..1) of "#RRGGBB" as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (1..21) of two "#RRGGBB" colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def weak_pairs(palette: Palette) -> list[str]:
    """The pairs of `PAIRS` that do not reach their ratio in `palette`, as sentences; empty when all do."""
    found = []
    for front, ground, least in PAIRS:
        ratio = contrast(getattr(palette, front), getattr(palette, ground))
        if ratio < least:
            found.append(f"{palette.name}: {front} on {ground} is {ratio:.1f}, needs {least:.1f}")
    return found


def colour_names() -> tuple[str, ...]:
    """The names of a palette's colours."""
    return tuple(field.name for field in fields(Palette) if field.name != "name")


def scaled(px: int, percent: int) -> int:
    """`px` at a text scale of `percent`."""
    return round(px * percent / 100)
