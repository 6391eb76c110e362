"""The week as a table model: a heading row per company, a row per crew, a column per day; proposals lie over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from promoter_app.services.planning.proposing import Proposed
from promoter_app.services.week.board import Board, BoardCell, BoardRow, BoardSession
from promoter_app.ui.language import clock_time, long_date, weekday

CELL_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """What one cell shows: sessions, the proposal over it, breaks, why it is closed; `day` as `2026-02-17`."""

    row: BoardRow
    day: str
    cell: BoardCell
    proposal: Proposed | None = None
    proposal_number: int = 0
    proposal_name: str = ""
    proposal_level: int = 1

    @property
    def session(self) -> BoardSession | None:
        """The session that a key acts on: the first that was not called off, else the first."""
        going = [s for s in self.cell.sessions if s.state != "not_held"]
        return going[0] if going else self.cell.sessions[0] if self.cell.sessions else None


@dataclass(frozen=True)
class _Line:
    """A row of the table: a crew, or the company whose crews follow."""

    company: str = ""
    row: BoardRow | None = None
    cells: list[Shown] = field(default_factory=list)


class WeekModel(QAbstractTableModel):
    """`set_board` and `set_proposals` fill it; column 0 holds the crews, columns 1.. the days."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self.days: tuple[str, ...] = ()
        self.today = ""
        self.language = "es"
        self.board: Board | None = None

    def set_board(
        self, board: Board, proposals: Iterable[tuple[Proposed, int, str, int]], today: str, language: str
    ) -> None:
        """Show a board with proposals (with the topic's number, name and level) over it."""
        self.beginResetModel()
        self.board, self.days, self.today, self.language = board, board.days, today, language
        over = {(p.crew, p.held_on): (p, number, name, level) for p, number, name, level in proposals}
        self._lines = []
        company = None
        for row in board.rows:
            if row.company != company:
                company = row.company
                self._lines.append(_Line(company or self.tr("Sin empresa")))
            cells = [self._cell(row, day, cell, over) for day, cell in zip(board.days, row.cells, strict=True)]
            self._lines.append(_Line("", row, cells))
        self.endResetModel()

    @staticmethod
    def _cell(
        row: BoardRow, day: str, cell: BoardCell, over: dict[tuple[bytes, str], tuple[Proposed, int, str, int]]
    ) -> Shown:
        found = over.get((row.crew, day))
        return Shown(row, day, cell, *found) if found else Shown(row, day, cell)

    # reading
    def heading(self, line: int) -> str:
        """The company of a heading row, "" for a crew's."""
        return self._lines[line].company if 0 <= line < len(self._lines) else ""

    def row(self, line: int) -> BoardRow | None:
        """The crew of a row, None for a heading."""
        return self._lines[line].row if 0 <= line < len(self._lines) else None

    def shown(self, line: int, column: int) -> Shown | None:
        """The cell of a crew on a day; None elsewhere."""
        found = self._lines[line] if 0 <= line < len(self._lines) else None
        return found.cells[column - 1] if found and 1 <= column <= len(found.cells) else None

    def place_of(self, crew: bytes, day: str) -> tuple[int, int] | None:
        """Line and column of a crew on a day, or None."""
        for line, found in enumerate(self._lines):
            if found.row is not None and found.row.crew == crew and day in self.days:
                return line, self.days.index(day) + 1
        return None

    # Qt
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 1 + len(self.days)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.column() == 0 or self.row(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        line, column = index.row(), index.column()
        if role == CELL_ROLE:
            return self.shown(line, column)
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in [int(each) for each in spoken]:
            return None
        row = self.row(line)
        if row is None:
            return self.heading(line)
        if column == 0:
            return f"{row.name}, {row.place}, {row.people}"
        found = self.shown(line, column)
        return cell_words(found, self.language) if found else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != int(Qt.ItemDataRole.DisplayRole):
            return None
        if section == 0:
            return self.tr("Cuadrilla")
        day = self.days[section - 1]
        words = weekday(date.fromisoformat(day))
        return self.tr("{0} · hoy").format(words) if day == self.today else words



def cell_words(shown: Shown, language: str) -> str:
    """A cell for a screen reader: "martes 17 de febrero 12:00, Los Pinos, tema 3 Químicos, propuesta"."""
    day = long_date(date.fromisoformat(shown.day))
    parts: list[str] = []
    for s in shown.cell.sessions:
        parts.append(session_words(day, shown.row.name, s, language))
    p = shown.proposal
    if p is not None:
        topic = QCoreApplication.translate("WeekCell", "tema {0} {1}")
        topic = topic.format(shown.proposal_number, shown.proposal_name)
        told = QCoreApplication.translate("WeekCell", "propuesta")
        parts.append(f"{day} {clock_time(p.starts)}, {shown.row.name}, {topic}, {p.promoter_name}, {told}")
    if not parts:
        parts = [f"{day}, {shown.row.name}, {empty_words(shown, language)}"]
    return ". ".join(parts)


def session_words(day: str, crew: str, s: BoardSession, language: str) -> str:
    """One session in words, with its state, who goes and what is wrong."""
    topic = QCoreApplication.translate("WeekCell", "tema {0} {1}").format(s.number, s.name.in_language(language))
    others = (name for _role, name in s.others)
    parts = [f"{day} {clock_time(s.starts)}", crew, topic, s.promoter_name, *others, state_words(s)]
    parts += [problem.in_language(language).rstrip(".") for problem in s.problems]
    return ", ".join(filter(None, parts))


def state_words(s: BoardSession) -> str:
    """The state of a session in words."""
    if s.pinned and s.state == "planned":
        return QCoreApplication.translate("WeekCell", "fija")
    return {
        "planned": QCoreApplication.translate("WeekCell", "planeada"),
        "open": QCoreApplication.translate("WeekCell", "sin cerrar"),
        "reopened": QCoreApplication.translate("WeekCell", "sin cerrar"),
        "held": QCoreApplication.translate("WeekCell", "hecha"),
        "not_held": QCoreApplication.translate("WeekCell", "no se hizo"),
    }.get(s.state, s.state)


def empty_words(shown: Shown, language: str) -> str:
    """A cell without a session: its free breaks, why it is closed, or that there is no break."""
    if shown.cell.closed is not None:
        closed = QCoreApplication.translate("WeekCell", "cerrado: {0}")
        return closed.format(shown.cell.closed.in_language(language))
    if not shown.cell.breaks:
        return QCoreApplication.translate("WeekCell", "sin descanso acordado")
    free = QCoreApplication.translate("WeekCell", "{0} libre")
    return ", ".join(free.format(clock_time(starts)) for starts, _ends in shown.cell.breaks)
