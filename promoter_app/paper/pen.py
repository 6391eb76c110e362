"""A pen over reportlab's canvas: millimetres from the top left corner, text that is checked and fits.

Heavy: imports reportlab (through fonts).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from promoter_app.domain.papers.geometry import Box
from promoter_app.paper.fonts import BOLD, REGULAR, Letters
from promoter_app.paper.names import fit_name

POINTS = 72 / 25.4
"""Points in a millimetre."""
INK = 0.0
GREY = 0.35
HAIR = 0.65


class Pen:
    """Draws on one page. Sizes of text are points, everything else mm; y is measured from the top."""

    def __init__(self, canvas: Canvas, width: float, height: float, letters: Letters) -> None:
        self.canvas = canvas
        self.width = width
        self.height = height
        self.letters = letters
        self._font: tuple[str, float] | None = None

    # --- text -----------------------------------------------------------------------------------------

    def text_width(self, text: str, size: float, weight: str = REGULAR) -> float:
        """Width in mm that `text` takes."""
        return self.letters.width(self.letters.checked_text(text), weight, size) / POINTS

    def text(
        self, x: float, y: float, text: str, size: float = 9, weight: str = REGULAR, align: str = "left"
    ) -> None:
        """One line with its baseline at `y`; `align` is left, centre or right of `x`."""
        plain = self.letters.checked_text(text)
        if not plain:
            return
        if align != "left":
            width = self.letters.width(plain, weight, size) / POINTS
            x -= width if align == "right" else width / 2
        if self._font != (weight, size):
            self.canvas.setFont(weight, size)
            self._font = (weight, size)
        drawn = self.letters.drawable(plain, weight, size)
        shaped = drawn is not plain
        if shaped:  # Readers lose the base letter of shaped clusters: say what the text is.
            actual = ("\ufeff" + plain).encode("utf-16-be").hex().upper()
            self.canvas.addLiteral(f"/Span <</ActualText <{actual}>>> BDC")
        self.canvas.drawString(x * POINTS, (self.height - y) * POINTS, drawn)
        if shaped:
            self.canvas.addLiteral("EMC")

    def fitted(
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        size: float = 9,
        weight: str = REGULAR,
        align: str = "left",
        least: float = 5,
    ) -> None:
        """One line that never passes `width`: smaller down to `least` points, then cut with an ellipsis."""
        plain = self.letters.checked_text(text)
        natural = self.letters.width(plain, weight, size) / POINTS
        if natural > width:
            size = max(least, int(size * width / natural * 20) / 20)
            plain = self._cut(plain, width, size, weight)
        self.text(x, y, plain, size, weight, align)

    def _cut(self, plain: str, width: float, size: float, weight: str) -> str:
        if self.text_width(plain, size, weight) <= width:
            return plain
        while plain and self.text_width(plain + "…", size, weight) > width:
            plain = plain[:-1].rstrip()
        return plain + "…"

    def name(self, x: float, middle: float, name: str, width: float, height: float, size: float = 9) -> None:
        """A person's name around the height `middle`, by the rule of `names.fit_name`."""
        lines, size = fit_name(self.letters.checked_text(name), width, height, size, self.text_width)
        leading = size * 1.06 / POINTS
        y = middle + size * 0.36 / POINTS - leading * (len(lines) - 1) / 2
        for line in lines:
            self.text(x, y, line, size)
            y += leading

    def wrap(self, text: str, width: float, size: float, weight: str = REGULAR) -> list[str]:
        """The lines of `text` at `width` mm; a word wider than a line is broken."""
        lines: list[str] = []
        for part in text.split("\n"):
            lines.extend(self._wrap(self.letters.checked_text(part), width, size, weight))
        return lines

    def _wrap(self, plain: str, width: float, size: float, weight: str) -> Iterator[str]:
        line = ""
        for word in plain.split(" "):
            longer = f"{line} {word}".strip()
            if self.text_width(longer, size, weight) <= width:
                line = longer
                continue
            if line:
                yield line
            line = word
            while self.text_width(line, size, weight) > width and len(line) > 1:
                fits = len(line) - 1
                while fits > 1 and self.text_width(line[:fits], size, weight) > width:
                    fits -= 1
                yield line[:fits]
                line = line[fits:]
        yield line

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        size: float = 10,
        weight: str = REGULAR,
        leading: float = 1.32,
        align: str = "left",
    ) -> float:
        """Wrapped text whose first line hangs from `y`; returns the y under its last line."""
        step = size * leading / POINTS
        start = {"left": x, "centre": x + width / 2, "right": x + width}[align]
        for line in self.wrap(text, width, size, weight):
            self.text(start, y + step * 0.78, line, size, weight, align)
            y += step
        return y

    def paragraph_height(
        self, text: str, width: float, size: float = 10, weight: str = REGULAR, leading: float = 1.32
    ) -> float:
        """Height in mm that `paragraph` will take."""
        return len(self.wrap(text, width, size, weight)) * size * leading / POINTS

    # --- lines and boxes ------------------------------------------------------------------------------

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.25, grey: float = INK) -> None:
        """A straight line, `width` mm thick."""
        self.canvas.setLineWidth(width * POINTS)
        self.canvas.setStrokeGray(grey)
        self.canvas.line(x1 * POINTS, (self.height - y1) * POINTS, x2 * POINTS, (self.height - y2) * POINTS)

    def box(
        self,
        box: Box,
        *,
        line: float = 0.25,
        grey: float = INK,
        fill: float | None = None,
        radius: float = 0,
    ) -> None:
        """A rectangle: outlined when `line` is over 0, filled with the grey `fill` (0 black, 1 white)."""
        self.canvas.setLineWidth(line * POINTS)
        self.canvas.setStrokeGray(grey)
        if fill is not None:
            self.canvas.setFillGray(fill)
        place = (box.x * POINTS, (self.height - box.y - box.h) * POINTS, box.w * POINTS, box.h * POINTS)
        stroke, filled = int(line > 0), int(fill is not None)
        if radius:
            self.canvas.roundRect(*place, radius * POINTS, stroke=stroke, fill=filled)
        else:
            self.canvas.rect(*place, stroke=stroke, fill=filled)
        if fill:
            self.canvas.setFillGray(INK)

    def black_boxes(self, boxes: Iterable[Box]) -> None:
        """Many solid boxes in one path."""
        path = self.canvas.beginPath()
        for box in boxes:
            path.rect(box.x * POINTS, (self.height - box.y - box.h) * POINTS, box.w * POINTS, box.h * POINTS)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def rings(self, circles: Iterable[tuple[float, float, float]], line: float = 0.25, grey: float = INK) -> None:
        """Many empty circles (x, y, diameter) in one path."""
        self.canvas.setLineWidth(line * POINTS)
        self.canvas.setStrokeGray(grey)
        path = self.canvas.beginPath()
        for x, y, diameter in circles:
            path.circle(x * POINTS, (self.height - y) * POINTS, diameter / 2 * POINTS)
        self.canvas.drawPath(path, stroke=1, fill=0)

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Draw inside with the page turned clockwise by `degrees` around the point (x, y)."""
        self.canvas.saveState()
        self.canvas.translate(x * POINTS, (self.height - y) * POINTS)
        self.canvas.rotate(-degrees)
        self.canvas.translate(-x * POINTS, -(self.height - y) * POINTS)
        self._font = None
        yield
        self.canvas.restoreState()
        self._font = None

    @contextmanager
    def dashed(self) -> Iterator[None]:
        """Lines inside are dashed."""
        self.canvas.setDash(3, 3)
        yield
        self.canvas.setDash()

    @contextmanager
    def grey(self, value: float) -> Iterator[None]:
        """Text inside is drawn in this grey (0 black, 1 white)."""
        self.canvas.setFillGray(value)
        yield
        self.canvas.setFillGray(INK)

    def heading(self, x: float, y: float, text: str, size: float = 12) -> None:
        """A bold line."""
        self.text(x, y, text, size, BOLD)
