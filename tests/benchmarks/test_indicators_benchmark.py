"""Every indicator of a big season as a ratio to one plain GROUP BY over the same rows, in the same run.

The floor joins nothing: every attendance, test and answer (the rows that the indicators are counted from), grouped by
person in one statement. Ours is the whole report from nothing: united people, first times, pairs of tests, totals and
cumulative figures of every indicator with each of its breakdowns.
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
SELECT person, count(*) FROM (
  SELECT person FROM attendance UNION ALL SELECT person FROM attempt UNION ALL SELECT person FROM answer
) GROUP BY person
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
        f"\n{attendances} attendances, {answers} answers; the report again {again:.3f} s,"
        f" of another period {other:.2f} s, a number opened {opened:.2f} s"
    )
    judge(f"all indicators with every breakdown over {attendances} attendances", "s", pairs, TARGET)
