"""The three bundled weights of Noto Sans: what they can draw, how wide it is, and how it reaches a page.

Noto Sans covers every letter of the languages in the field (ɨ ɇ ʉ ꞌ ⁿ and stacked marks). Heavy: imports reportlab.
"""

from __future__ import annotations

import threading
import unicodedata
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, shapeStr

from promoter_app import shipped
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

REGULAR = "SurcoSans"
SEMIBOLD = "SurcoSans-SemiBold"
BOLD = "SurcoSans-Bold"
_LOADING = threading.Lock()  # a document that met two objects of one font would mix up their letters
FILES = {REGULAR: "NotoSans-Regular.ttf", SEMIBOLD: "NotoSans-SemiBold.ttf", BOLD: "NotoSans-Bold.ttf"}


class SharedFont(TTFont):
    """A font that documents drawn at the same time share: reportlab reads its file from one place that it moves."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file), shapable=True)
        self._reading = threading.Lock()

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the name is reportlab's
        """Embed the letters of `doc`, one document at a time."""
        with self._reading:
            super().addObjects(doc)


def load_fonts(folder: Path | None = None) -> None:
    """Register the three weights with reportlab, once. Raises Refusal when a font file is missing."""
    rl_config.useA85 = 0  # plain bytes instead of ASCII85: a quarter smaller, and twice as quick to write
    with _LOADING:
        _load_missing(folder or shipped.folder("resources") / "fonts")


def _load_missing(folder: Path) -> None:
    known = pdfmetrics.getRegisteredFontNames()
    for name, file in FILES.items():
        if name in known:
            continue
        if not (folder / file).is_file():
            raise Refusal(
                "font_missing",
                Sentence(f"Falta la letra {file} en la instalación.", f"The font {file} is missing."),
                NOTHING_CHANGED,
                Sentence("Instala Surco otra vez.", "Install Surco again."),
            )
        pdfmetrics.registerFont(SharedFont(name, folder / file))


def needs_shaping(text: str) -> bool:
    """Whether a combining mark is left after NFC: only then is a string shaped (8 times slower)."""
    return not text.isascii() and any(unicodedata.category(letter) == "Mn" for letter in text)


def _cannot_draw(text: str, letter: str) -> Refusal:
    code = f"U+{ord(letter):04X}"
    shown = letter if letter.isprintable() else "?"
    return Refusal(
        "cannot_draw_text",
        Sentence(f"La letra «{shown}» ({code}) no se puede imprimir.", f"«{shown}» ({code}) cannot be printed."),
        Sentence("No se imprimió nada.", "Nothing was printed."),
        Sentence(f"Corrige este texto: «{text}».", f"Correct this text: «{text}»."),
    )


class Letters:
    """What the bundled fonts can do, remembered for one document."""

    def __init__(self) -> None:
        load_fonts()
        fonts: list[Any] = [pdfmetrics.getFont(name) for name in FILES]
        glyphs = [frozenset(font.face.charToGlyph) for font in fonts]
        self._covered = glyphs[0].intersection(*glyphs[1:])
        self._checked: dict[str, str] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._ready: dict[tuple[str, str, float], Any] = {}

    def checked_text(self, text: str) -> str:
        """`text` as it will be drawn: NFC, invisible format characters dropped, any space a plain one.

        Raises Refusal `cannot_draw_text` for a letter that the fonts do not have (never a box on paper).
        """
        done = self._checked.get(text)
        if done is None:
            done = self._checked[text] = self._check(text)
        return done

    def _check(self, text: str) -> str:
        plain = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
        plain = " ".join(unicodedata.normalize("NFC", plain).split())
        for letter in plain:
            if ord(letter) not in self._covered or unicodedata.category(letter) == "Cc":
                raise _cannot_draw(text, letter)
        return plain

    def width(self, text: str, weight: str, size: float) -> float:
        """Width in points of a checked `text`."""
        unit = self._widths.get((text, weight))
        if unit is None:
            unit = self._widths[text, weight] = pdfmetrics.stringWidth(text, weight, 1000) / 1000
        return unit * size

    def drawable(self, text: str, weight: str, size: float) -> Any:
        """What canvas.drawString takes: the text, or its shaped form when marks must be placed."""
        if not needs_shaping(text):
            return text
        key = (text, weight, size)
        if key not in self._ready:
            self._ready[key] = shapeStr(text, weight, size, force=True)
        return self._ready[key]
