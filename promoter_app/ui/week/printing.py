"""The week on paper and as a calendar file: where to, then drawing with progress."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from promoter_app.services.folder import Folder
from promoter_app.services.week.board import Board
from promoter_app.services.week.calendar import export_calendar
from promoter_app.services.week.paper import print_week
from promoter_app.ui.crews.printing import CrewPrinting


class WeekPrinting(CrewPrinting):
    """Adds the week's papers to what asks for a place and draws."""

    def week(self, board: Board) -> None:
        """The board as a PDF."""
        content, language = self.desk.courses, self.desk.language

        def draw(_folder: Folder, out: Path, tell: Callable[[int, int], None], stop: Callable[[], bool]) -> Path:
            return print_week(board, content, out, language=language, on_progress=tell, should_stop=stop)

        self.ask_place(self.tr("semana {0}").format(board.monday), draw)

    def calendar(self, promoter: bytes, first: str, last: str) -> None:
        """One promoter's sessions as an .ics file."""
        content, language = self.desk.courses, self.desk.language
        now: datetime = self.desk.road.edge.now()

        def write(out: Path) -> None:
            self.desk.road.ask(
                lambda folder: export_calendar(folder, content, promoter, first, last, now, out, language),
                self.drawn,
                self.refused,
            )

        self.ask(f"{self.tr('agenda {0}').format(first)}.ics", "iCalendar (*.ics)", write)
