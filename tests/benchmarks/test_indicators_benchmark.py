"""Every indicator of a big season as a ratio to one plain GROUP BY over the same rows, in the same run.

The floor is what a single breakdown cannot do without: every attendance and every test answer, each joined to its
session's crew and to its person (an answer also to its question's key), counted by company and sex in one statement.
Ours is the whole report from nothing: united people, first times, pairs of tests, totals and cumulative figures of
every indicator with each of its breakdowns. The same GROUP BY over the bare rows, by person and with nothing joined,
is printed beside it.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from promoter_app.services.demo import make_demo
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.indicators import reporting
from promoter_app.store.indicators import base
from tests.benchmarks.measuring import SHORT, judge, paired

pytestmark = pytest.mark.benchmark

TARGET = 5.0
PEOPLE, WEEKS, RUNS = (4_000, 6, 3) if SHORT else (52_000, 9, 3)
PERIOD = "2026-10..2027-03"
FLOOR = """
SELECT c.company, p.sex, count(*), sum(x.right) FROM (
  SELECT session, person, NULL AS right FROM attendance
  UNION ALL
  SELECT t.session, t.person, n.choice = i.answer
  FROM answer n JOIN attempt t ON t.id = n.attempt JOIN item i ON i.id = n.item
) x JOIN session_now s ON s.id = x.session JOIN crew_now c ON c.id = s.crew JOIN person_now p ON p.id = x.person
GROUP BY c.company, p.sex
"""
BARE = """
SELECT person, count(*) FROM (SELECT person FROM attendance UNION ALL SELECT person FROM answer) GROUP BY person
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Folder]:
    place = tmp_path_factory.mktemp("indicadores") / "temporada"
    make_demo(place, seed=7, today=date(2026, 11, 22), people=PEOPLE, weeks=WEEKS, laptops=1)
    opened = open_folder(place, make=False)
    yield opened
    opened.close()
    shutil.rmtree(place)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def from_nothing(folder: Folder) -> object:
    base.drop(folder.book)
    return reporting.report(folder, PERIOD)


def test_all_indicators_cost_a_few_plain_passes(folder: Folder) -> None:
    attendances = folder.book.value("SELECT count(*) FROM attendance")
    answers = folder.book.value("SELECT count(*) FROM answer")
    bare = seconds(lambda: folder.book.db.execute(BARE).fetchall())
    pairs = paired(
        lambda: seconds(lambda: folder.book.db.execute(FLOOR).fetchall()),
        lambda: seconds(lambda: from_nothing(folder)),
        RUNS,
    )
    again = seconds(lambda: reporting.report(folder, PERIOD))
    other = seconds(lambda: reporting.report(folder, "2026-10..2026-12"))
    cell = reporting.report(folder, PERIOD, codes=["3.1"]).cells[0]
    opened = seconds(lambda: reporting.rows_behind(folder, PERIOD, cell))
    print(
        f"\n{attendances} attendances, {answers} answers; bare GROUP BY {bare:.2f} s; the report again {again:.3f} s,"
        f" of another period {other:.2f} s, a number opened {opened:.2f} s"
    )
    judge(f"all indicators with every breakdown over {attendances} attendances", "s", pairs, TARGET)
