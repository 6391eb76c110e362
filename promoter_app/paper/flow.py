"""Running text over pages: blocks are stacked, never cut in two, with a head on the first page and a foot.

Heavy: imports reportlab.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from promoter_app.domain.papers.geometry import Box, page_size
from promoter_app.paper.document import Page
from promoter_app.paper.fonts import BOLD, REGULAR, SEMIBOLD, Letters
from promoter_app.paper.pen import GREY, HAIR, Pen
from promoter_app.paper.pictograms import draw_picture
from promoter_app.paper.words import page_words

MARGIN = 18.0
FOOT = 16.0
PICTURE = 22.0

Draw = Callable[[Pen, float], None]
"""Draws a block whose top is at the given y."""


@dataclass(frozen=True)
class Block:
    """Something of a known height. `stay` keeps it on the page of the next block; `head` is repeated on top
    of every page that starts with this block."""

    height: float
    draw: Draw
    stay: bool = False
    head: Block | None = None


class Flow:
    """Blocks of one paper, then its pages."""

    def __init__(self, paper: str, *, on_side: bool = False, foot: str = "", language: str = "es") -> None:
        width, height = page_size(paper)
        self.width, self.height = (height, width) if on_side else (width, height)
        self.foot = foot
        self.language = language
        self.left = MARGIN
        self.room = self.width - 2 * MARGIN
        self.pen = Pen(Canvas(BytesIO()), self.width, self.height, Letters())
        self.blocks: list[Block] = []

    def block(self, height: float, draw: Draw, *, stay: bool = False) -> None:
        """Add anything of a known height."""
        self.blocks.append(Block(height, draw, stay))

    def gap(self, height: float) -> None:
        """White space."""
        self.block(height, _nothing)

    def title(self, text: str, subtitle: str = "", picture: str = "") -> None:
        """The head of the paper: large title, an optional pictogram at its right, line below."""
        room = self.room - (PICTURE + 4 if picture else 0)
        height = self.pen.paragraph_height(text, room, 20, BOLD, 1.15)
        height += self.pen.paragraph_height(subtitle, room, 10.5) + 0.5 if subtitle else 0.0
        height = max(height, PICTURE if picture else 0.0)

        def draw(pen: Pen, y: float) -> None:
            end = pen.paragraph(self.left, y, text, room, 20, BOLD, leading=1.15)
            if subtitle:
                pen.paragraph(self.left, end + 0.5, subtitle, room, 10.5)
            if picture:
                draw_picture(pen, picture, Box(self.left + self.room - PICTURE, y, PICTURE, PICTURE))
            pen.line(self.left, y + height + 2, self.left + self.room, y + height + 2, 0.7)

        self.block(height + 4.5, draw, stay=True)

    def heading(self, text: str, size: float = 12.5) -> None:
        """A heading that stays with what follows."""

        def draw(pen: Pen, y: float) -> None:
            pen.paragraph(self.left, y + 3, text, self.room, size, BOLD)

        self.block(3 + self.pen.paragraph_height(text, self.room, size, BOLD) + 0.6, draw, stay=True)

    def text(self, text: str, size: float = 10.5, *, mark: str = "", stay: bool = False) -> None:
        """A paragraph, with an optional sign or number before it."""
        hang = 6.5 if mark else 0.0
        room = self.room - hang

        def draw(pen: Pen, y: float) -> None:
            if mark:
                pen.text(self.left, y + size * 1.32 * 0.3528 * 0.78, mark, size, SEMIBOLD)
            pen.paragraph(self.left + hang, y, text, room, size)

        self.block(self.pen.paragraph_height(text, room, size) + 1.0, draw, stay=stay)

    def bullets(self, texts: Sequence[str], size: float = 10.5, mark: str = "•") -> None:
        """Paragraphs with the same sign before each."""
        for text in texts:
            self.text(text, size, mark=mark)

    def boxes(self, texts: Sequence[str], size: float = 10.5) -> None:
        """Things to tick: an empty square before each."""
        for text in texts:
            room = self.room - 7

            def draw(pen: Pen, y: float, text: str = text) -> None:
                pen.box(Box(self.left + 0.5, y + 0.9, 3.4, 3.4), line=0.35)
                pen.paragraph(self.left + 7, y, text, self.room - 7, size)

            self.block(self.pen.paragraph_height(text, room, size) + 1.4, draw)

    def write_line(self, label: str, value: str = "", size: float = 10.5) -> None:
        """A label and its value, or a line to write on."""

        def draw(pen: Pen, y: float) -> None:
            start = self.left + pen.text_width(label, size, SEMIBOLD) + 2
            pen.text(self.left, y + 6, label, size, SEMIBOLD)
            if value:
                pen.fitted(start, y + 6, value, self.left + self.room - start, size)
            else:
                pen.line(start, y + 6.6, self.left + self.room, y + 6.6, 0.2)

        self.block(8.4, draw)

    # --- tables ---------------------------------------------------------------------------------------

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], size: float = 9
    ) -> None:
        """Rows of wrapped cells; a cell that starts with a digit is set to the right. Heads repeat."""
        widths = [share * self.room / sum(shares) for share in shares]
        numbers = [all(row[n].replace(",", "").isdigit() for row in rows) for n in range(len(heads))]
        head = self._row(heads, widths, numbers, size, BOLD, last=True)
        self.blocks.append(replace(head, stay=True))
        for row in rows:
            self.blocks.append(replace(self._row(row, widths, numbers, size, REGULAR), head=head))

    def _row(
        self,
        cells: Sequence[str],
        widths: Sequence[float],
        numbers: Sequence[bool],
        size: float,
        weight: str,
        last: bool = False,
    ) -> Block:
        height = max(
            self.pen.paragraph_height(cell, width - 2.4, size, weight)
            for cell, width in zip(cells, widths, strict=True)
        )

        def draw(pen: Pen, y: float) -> None:
            x = self.left
            for cell, width, number in zip(cells, widths, numbers, strict=True):
                align = "right" if number else "left"
                pen.paragraph(x + 1.2, y + 1.0, cell, width - 2.4, size, weight, align=align)
                x += width
            line = 0.35 if last else 0.12
            pen.line(self.left, y + height + 2, self.left + self.room, y + height + 2, line, 0 if last else HAIR)

        return Block(height + 2.0, draw)

    def signatures(self, signers: Sequence[tuple[str, str]]) -> None:
        """Lines to sign, up to three side by side: name and role below."""
        for start in range(0, len(signers), 3):
            group = signers[start : start + 3]

            def draw(pen: Pen, y: float, group: Sequence[tuple[str, str]] = group) -> None:
                draw_signatures(pen, Box(self.left, y, self.room, 30), group)

            self.block(32, draw)

    # --- pages ----------------------------------------------------------------------------------------

    def pages(self) -> list[Page]:
        """The pages, each with its foot and number."""
        groups = self._broken()
        return [
            Page(self.width, self.height, partial(self._draw_page, group, number, len(groups)))
            for number, group in enumerate(groups, 1)
        ]

    def _broken(self) -> list[list[Block]]:
        limit = self.height - MARGIN - FOOT
        groups: list[list[Block]] = [[]]
        used, index = 0.0, 0
        while index < len(self.blocks):
            end = index
            while self.blocks[end].stay and end + 1 < len(self.blocks):
                end += 1
            together = self.blocks[index : end + 1]
            height = sum(block.height for block in together)
            if groups[-1] and used + height > limit:
                head = together[0].head
                groups.append([head] if head else [])
                used = head.height if head else 0.0
            groups[-1].extend(together)
            used += height
            index = end + 1
        return groups

    def _draw_page(self, blocks: Sequence[Block], number: int, total: int, pen: Pen) -> None:
        y = MARGIN
        for block in blocks:
            block.draw(pen, y)
            y += block.height
        bottom = self.height - 10
        with pen.grey(GREY):
            words = page_words(number, total, self.language) if total > 1 else ""
            pen.text(self.left + self.room, bottom, words, 8, align="right")
            pen.fitted(self.left, bottom, self.foot, self.room - 30, 8)


def draw_signatures(pen: Pen, box: Box, signers: Sequence[tuple[str, str]]) -> None:
    """A line for each signer across `box`, at two thirds of its height."""
    width = box.w / len(signers)
    for place, (name, role) in enumerate(signers):
        x, y = box.x + place * width, box.y + box.h * 0.62
        pen.line(x + 4, y, x + width - 4, y, 0.25)
        pen.fitted(x + width / 2, y + 4.6, name, width - 8, 9.5, SEMIBOLD, "centre")
        pen.fitted(x + width / 2, y + 8.8, role, width - 8, 8.5, REGULAR, "centre")


def _nothing(pen: Pen, y: float) -> None:
    """Leaves the space white."""
