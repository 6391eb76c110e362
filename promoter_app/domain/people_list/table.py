"""A list of people as a file holds it: rows of text cells, before anybody knows what the columns mean."""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.refusal import Sentence

Row = tuple[str, ...]


@dataclass(frozen=True)
class RawTable:
    """Cells as text, exactly as in the file (only outer spaces are gone). `rows[0]` is row 1 of the file.

    Empty rows are kept so that row numbers agree with what Excel shows; rows have no fixed width.
    `sheet` is None for text files; `encoding` and `delimiter` are None for XLSX.
    """

    rows: tuple[Row, ...]
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[Sentence, ...] = ()

    @property
    def width(self) -> int:
        """Cells of the longest row."""
        return max((len(row) for row in self.rows), default=0)
