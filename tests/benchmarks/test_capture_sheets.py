"""The table of photographed sheets: what was accepted, silently wrong and asked, per kind of photograph.

The seeds are not the ones that thresholds were picked on. `ms` is CPU time of one page on this machine. Beside
each line stands what the prototype of the design reached: accepted of ten, wrong, asked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from promoter_app.capture.sheets.reading import read_sheet
from promoter_app.domain.refusal import Refusal
from tests.capture import sheet_simulator as sim

SHORT = os.environ.get("SURCO_BENCH") == "short"
SHEETS = 2 if SHORT else 20
FIRST = 4000
TARGET = {
    "scan 200 dpi": "10  3/2000  1.2 %  303 ms",
    "12 MP flat page": "10  1/2000  1.6 %  419 ms",
    "12 MP typical": "9  0/1800  7.2 %  404 ms",
    "12 MP bad": "8  4/1600  7.5 %  427 ms",
    "12 MP crumpled": "2  0/400  13 %  452 ms",
    "5 MP typical": "10  1/2000  4.5 %  450 ms",
    "1080p typical": "8  1/1600  2.4 %  351 ms",
    "720p whole page": "10  0/2000  1.8 %  247 ms",
}
TYPICAL = ("scan 200 dpi", "12 MP flat page", "12 MP typical", "5 MP typical", "1080p typical")
HARD = ("12 MP crumpled", "12 MP half covered")

pytestmark = pytest.mark.benchmark


@dataclass
class Line:
    """Counts of one condition."""

    sheets: int = 0
    accepted: int = 0
    answers: int = 0
    wrong: int = 0
    asked: int = 0
    seconds: float = 0.0
    refused: dict[str, int] = field(default_factory=dict)

    def words(self) -> str:
        """The line as the table prints it."""
        share = 100 * self.asked / max(1, self.answers)
        refused = " ".join(f"{code} {count}" for code, count in sorted(self.refused.items()))
        each = 1000 * self.seconds / self.sheets
        wrong = f"{self.wrong:3d}/{self.answers:<6d}"
        return f"{self.accepted:3d}/{self.sheets:<3d} {wrong} {share:5.1f} % {each:5.0f}  {refused}"


def _measure(condition: str, fill: Callable[..., sim.Filled], sheets: int, **more: str) -> Line:
    line = Line()
    for seed in range(FIRST, FIRST + sheets):
        filled = fill(seed=seed, **more)
        picture = sim.photograph(filled, sim.CONDITIONS[condition], seed)
        start = time.process_time()
        line.sheets += 1
        try:
            page = read_sheet(picture)
        except Refusal as refusal:
            line.refused[refusal.code] = line.refused.get(refusal.code, 0) + 1
            continue
        finally:
            line.seconds += time.process_time() - start
        line.accepted += 1
        _count(line, filled, {(a.row, a.field, a.item): (a.value, a.doubtful) for a in page.answers})
    return line


def _count(line: Line, filled: sim.Filled, said: dict[sim.Key, tuple[str, bool]]) -> None:
    for key, meant in filled.truth.items():
        value, doubtful = said[key]
        line.answers += 1
        line.asked += doubtful
        line.wrong += not doubtful and (value != meant or key in filled.unsure)


def _table(title: str, fill: Callable[..., sim.Filled]) -> dict[str, Line]:
    print(f"\n{title}\n{'condition':20s} accepted  wrong    asked     ms  refused   | prototype")
    lines = {}
    for condition in sim.CONDITIONS:
        lines[condition] = _measure(condition, fill, SHEETS)
        print(f"{condition:20s} {lines[condition].words():50s} | {TARGET.get(condition, '')}", flush=True)
    return lines


def _judge(lines: dict[str, Line], most_wrong: float) -> None:
    wrong, answers = sum(line.wrong for line in lines.values()), sum(line.answers for line in lines.values())
    assert wrong <= most_wrong * answers
    typical = [lines[condition] for condition in TYPICAL]
    assert sum(line.accepted for line in typical) >= 0.95 * sum(line.sheets for line in typical)
    asked = [line.asked / max(1, line.answers) for name, line in lines.items() if name not in HARD]
    assert max(asked) <= 0.07


def test_attendance_lists_with_thirty_rows() -> None:
    lines = _table("attendance, 30 rows, one presence each", sim.fill_attendance)
    _judge(lines, most_wrong=0.0)


def test_answer_sheets_with_two_hundred_questions() -> None:
    lines = _table("answers, 20 rows x (5 before + 5 after)", sim.fill_answers)
    _judge(lines, most_wrong=0.001)


@pytest.mark.parametrize("marks", ["tick", "pencil", "cross"])
def test_only_one_kind_of_mark(marks: str) -> None:
    line = _measure("12 MP typical", sim.fill_answers, max(2, SHEETS // 4), marks=marks)
    print(f"\nonly {marks:8s} {line.words()}")
    assert line.wrong <= 0.001 * line.answers
