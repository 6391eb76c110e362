"""A card that is a list of the office: its heading, a line of words where it needs one, and a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.table import Table
from promoter_app.ui.kit.frames import Card, Text

_LOW = 116


class ListCard(Card):
    """`buttons` stand in the heading, before the rows of `table` for the Tab key too; `hint`, over the rows, is hidden
    while it says nothing. `told` says what was done.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, *buttons: QWidget, least: int = _LOW, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self.desk = desk
        self.hint, self.table = Text("", "small", "ink2", wrap=True), Table()
        self.hint.hide()
        for button in buttons:
            self.add_to_head(button)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.table, 1)
        self.table.setMinimumHeight(least)

    def set_words(self, heading: str, empty: str = "") -> None:
        """The heading, which also names the table aloud, and what the table says while it has no rows."""
        self.set_heading(heading)
        self.table.setAccessibleName(heading)
        self.table.set_empty_text(empty)

    def say_hint(self, words: str) -> None:
        """Words over the table; none take the line away."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
