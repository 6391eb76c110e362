"""Where everything that a reader needs is printed on a sheet: shared by the drawing and the reading.

All lengths are millimetres from the top left corner of the upright page. A sheet carries one page code (QR
version 2, level H), eight ArUco markers of the dictionary 4x4_50 (corners 0-3, middles of the edges 4-7), a black
square at both ends and between the groups of every row (a wider bar on the first and the last row, so that a
bent page cannot lock one row off), and bubbles with a printed ring. The rule printed for corrections: on an
attendance sheet a filled `void` ring means that the `present` mark of that row does not count; on a test sheet a
crossed-out ring beside a filled one is two marks, so it is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from promoter_app.domain.cards import ALPHABET, LENGTH, CodeKind, normalise, read_code

VERSION = 1
"""Changes whenever a position below changes; it is printed in the page code."""

PAGE_SIZES = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
ATTENDANCE, TESTS = "A", "T"
ATTENDANCE_ROWS = (15, 20, 25, 30)
TEST_ROWS = (10, 15, 20)
MAX_ITEMS = 6
CHOICES = "ABC"

ARUCO_DICTIONARY = "DICT_4X4_50"
ARUCO_BITS = (
    ("0100", "1010", "1100", "1101"),
    ("1111", "0000", "0110", "0101"),
    ("1100", "1100", "1101", "0010"),
    ("0110", "0110", "1011", "1001"),
    ("1010", "1011", "0110", "0001"),
    ("1000", "0110", "0011", "0010"),
    ("0110", "0001", "1101", "0001"),
    ("0011", "1011", "0000", "1101"),
)
"""Inner 4x4 bits of markers 0 to 7 (1 is black); one black module goes around them."""

MARGIN = 7.0
MARKER = 8.0
RAIL = 18.2
"""Distance from the edge of the page to the middle of the row squares."""
SQUARE = 2.6
BAR = 3.8
CONTENT = 21.4
"""Distance from the edge of the page to where text may start."""
CODE_SIZE = 24.0
LENGTH_OF_PAGE_CODE = LENGTH + 8


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, width, height in mm."""

    x: float
    y: float
    w: float
    h: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle point."""
        return self.x + self.w / 2, self.y + self.h / 2


@dataclass(frozen=True)
class Marker:
    """An ArUco marker: its number and its black square."""

    number: int
    box: Box


@dataclass(frozen=True)
class Anchor:
    """A black square of a row: `place` counts from the left; `end` is the bar of the first and last row."""

    row: int
    place: int
    end: bool
    box: Box


@dataclass(frozen=True)
class Bubble:
    """A ring to fill. `field`: present, void, first_time, consent; or pre, post with `item` and `choice`."""

    row: int
    field: str
    x: float
    y: float
    diameter: float
    item: int = 0
    choice: str = ""


@dataclass(frozen=True)
class SheetLayout:
    """What decides every position: kind ("A" attendance, "T" tests), paper, rows, named rows, test items."""

    kind: str
    paper: str
    rows: int
    named: int
    items: int = 0

    def __post_init__(self) -> None:
        allowed = ATTENDANCE_ROWS if self.kind == ATTENDANCE else TEST_ROWS
        good_items = 1 <= self.items <= MAX_ITEMS if self.kind == TESTS else self.items == 0
        if self.kind not in (ATTENDANCE, TESTS) or self.paper not in PAGE_SIZES or self.rows not in allowed:
            raise ValueError(f"no such sheet: {self}")
        if not 0 <= self.named <= self.rows or not good_items:
            raise ValueError(f"rows or items out of range: {self}")


def page_size(paper: str) -> tuple[float, float]:
    """Width and height in mm of "letter" or "a4", upright. Raises ValueError for anything else."""
    if paper not in PAGE_SIZES:
        raise ValueError(f"unknown paper {paper!r}")
    return PAGE_SIZES[paper]


@dataclass(frozen=True)
class SheetGeometry:
    """Every position of a sheet of this layout."""

    layout: SheetLayout

    @cached_property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read: tests lie on their side."""
        width, height = page_size(self.layout.paper)
        return (height, width) if self.layout.kind == TESTS else (width, height)

    @property
    def left(self) -> float:
        """Where content starts."""
        return CONTENT

    @property
    def right(self) -> float:
        """Where content ends."""
        return self.size[0] - CONTENT

    @property
    def top(self) -> float:
        """Top of the first row."""
        return 68.0 if self.layout.kind == ATTENDANCE else 50.0

    @property
    def bottom(self) -> float:
        """Bottom of the last row."""
        return self.size[1] - (39.5 if self.layout.kind == ATTENDANCE else 21.0)

    @property
    def row_height(self) -> float:
        """Height of a row; never more than 12 mm."""
        return min(12.0, (self.bottom - self.top) / self.layout.rows)

    def row_middle(self, row: int) -> float:
        """Height of the middle of `row` (0 is the first)."""
        return self.top + (row + 0.5) * self.row_height

    @cached_property
    def code(self) -> Box:
        """The black part of the page code."""
        return Box(self.right - CODE_SIZE, MARGIN + 2, CODE_SIZE, CODE_SIZE)

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """Corners from the top left clockwise (0-3), then middles of top, right, bottom and left (4-7)."""
        width, height = self.size
        near, far_x, far_y = MARGIN, width - MARGIN - MARKER, height - MARGIN - MARKER
        mid_x, mid_y = (width - MARKER) / 2, (height - MARKER) / 2
        corners = [(near, near), (far_x, near), (far_x, far_y), (near, far_y)]
        edges = [(mid_x, near), (far_x, mid_y), (mid_x, far_y), (near, mid_y)]
        return tuple(Marker(n, Box(x, y, MARKER, MARKER)) for n, (x, y) in enumerate(corners + edges))

    @cached_property
    def anchor_columns(self) -> tuple[float, ...]:
        """The x of the row squares: both ends, and before each group of answers on tests."""
        width = self.size[0]
        if self.layout.kind == ATTENDANCE:
            return (RAIL, width - RAIL)
        pre, post = self.group_starts
        return (RAIL, pre - 4.0, post - 4.0, width - RAIL)

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every row square, row by row."""
        last = self.layout.rows - 1
        return tuple(
            Anchor(row, place, row in (0, last), _square(x, self.row_middle(row), row in (0, last)))
            for row in range(last + 1)
            for place, x in enumerate(self.anchor_columns)
        )

    @cached_property
    def bubbles(self) -> tuple[Bubble, ...]:
        """Every ring, row by row; rows for walk-ins have rings for first time and consent too."""
        make = self._attendance_row if self.layout.kind == ATTENDANCE else self._test_row
        return tuple(bubble for row in range(self.layout.rows) for bubble in make(row))

    # --- attendance -----------------------------------------------------------------------------------

    @cached_property
    def columns(self) -> dict[str, tuple[float, float]]:
        """Attendance: left edge and width of each column, by name, from left to right."""
        widths = {"row": 6.5, "number": 13.5, "name": 47.0, "sex": 8.0, "age": 12.5, "language": 17.0}
        widths |= {"first_time": 10.0, "consent": 10.0, "present": 11.0, "void": 9.0}
        widths["mark"] = self.right - self.left - sum(widths.values())
        x, columns = self.left, {}
        for name, width in widths.items():
            columns[name] = (x, width)
            x += width
        return columns

    def _attendance_row(self, row: int) -> list[Bubble]:
        fields = ["present", "void"] if row < self.layout.named else ["first_time", "consent", "present", "void"]
        return [
            Bubble(row, field, x + width / 2, self.row_middle(row), 4.4 if field == "present" else 3.4)
            for field in fields
            for x, width in [self.columns[field]]
        ]

    # --- tests ----------------------------------------------------------------------------------------

    @property
    def name_width(self) -> float:
        """Tests: width of row number, card number and name together."""
        return 74.0 if self.layout.items <= 4 else 66.0

    @property
    def _item_width(self) -> float:
        room = (self.right - self.left - self.name_width - 2 * 8.0) / (2 * self.layout.items)
        return min(room, 21.0)

    @cached_property
    def group_starts(self) -> tuple[float, float]:
        """Tests: left edge of the answers before and of the answers after."""
        group = self._item_width * self.layout.items
        room = (self.right - self.left - self.name_width) / 2
        first = self.left + self.name_width + 8.0
        return first, max(first + group + 8.0, self.left + self.name_width + room + 8.0)

    def choice_x(self, field: str, item: int, choice: int) -> float:
        """Tests: x of the ring of `choice` (0-2) of `item` (1-based) in the group "pre" or "post"."""
        start = self.group_starts[0 if field == "pre" else 1]
        pitch = min(5.4, (self._item_width - 1.0) / len(CHOICES))
        return start + (item - 1) * self._item_width + (choice + 0.5) * pitch

    def _test_row(self, row: int) -> list[Bubble]:
        return [
            Bubble(row, field, self.choice_x(field, item, index), self.row_middle(row), 3.2, item, choice)
            for field in ("pre", "post")
            for item in range(1, self.layout.items + 1)
            for index, choice in enumerate(CHOICES)
        ]


def _square(x: float, y: float, end: bool) -> Box:
    width = BAR if end else SQUARE
    return Box(x - width / 2, y - SQUARE / 2, width, SQUARE)


# --- page code --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PageCode:
    """What the page code says: the sheet (project and number), its page (1-based), version and layout."""

    sheet: str
    page: int
    version: int
    layout: SheetLayout


def page_payload(sheet: str, page: int, layout: SheetLayout) -> str:
    """The 18 characters of the page code: sheet code, version, kind, paper, rows, named, items, page, check.

    Digits and capitals only. Raises ValueError when `sheet` is not a sheet code or `page` is not 1 to 31.
    """
    code = read_code(sheet)
    if code is None or code.kind is not CodeKind.SHEET or not 1 <= page <= 31:
        raise ValueError(f"not a sheet code ({sheet}) or page out of range ({page})")
    numbers = [VERSION, layout.rows, layout.named, layout.items, page]
    paper = "4" if layout.paper == "a4" else "1"
    tail = layout.kind + paper + "".join(ALPHABET[number] for number in numbers)
    return code.text + tail + _check(code.text + tail)


def read_page_payload(text: str) -> PageCode | None:
    """What a page code says, or None when `text` is not one (length, check, layout)."""
    plain = normalise(text)
    if len(plain) != LENGTH_OF_PAGE_CODE or any(letter not in ALPHABET for letter in plain):
        return None
    code = read_code(plain[:LENGTH])
    if code is None or code.kind is not CodeKind.SHEET or _check(plain[:-1]) != plain[-1]:
        return None
    kind, paper = plain[LENGTH], {"1": "letter", "4": "a4"}.get(plain[LENGTH + 1], "")
    version, rows, named, items, page = (ALPHABET.index(letter) for letter in plain[LENGTH + 2 : -1])
    try:
        return PageCode(code.text, page, version, SheetLayout(kind, paper, rows, named, items))
    except ValueError:
        return None


def _check(text: str) -> str:
    """One character over GF(32): sees any wrong character and any swap of two neighbours."""
    total = 0
    for value in [*(ALPHABET.index(letter) for letter in text), 0]:  # the check itself stands last
        total = (total << 1) ^ (0b100101 if total & 0b10000 else 0) ^ value
    return ALPHABET[total]


def split_rows(people: int, walk_ins: int, allowed: tuple[int, ...]) -> list[tuple[int, int]]:
    """Pages of a sheet as (named rows, rows): balanced, the smallest page size that holds them.

    `walk_ins` empty rows come after the last person; what is left of a page stays empty too.
    """
    total = max(1, people + walk_ins)
    pages = -(-total // allowed[-1])
    share = -(-total // pages)
    rows = next(size for size in allowed if size >= share)
    return [(max(0, min(rows, people - page * rows)), rows) for page in range(pages)]
