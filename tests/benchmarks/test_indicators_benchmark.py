"""All indicators of a big season as a ratio to one plain GROUP BY over the same rows, in the same run.

The floor groups what the indicators count from, attendances and test answers, by person: one pass, one sort, nothing
joined. Ours reads the same rows, joins them to sessions, people and places, finds first times, makes the pairs of
tests, and gives every indicator's total; the whole report with each breakdown is printed beside it.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import date

import pytest

from promoter_app.domain.indicators.limits import WHOLE
from promoter_app.domain.knowledge import Unit
from promoter_app.services.demo import make_demo
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.indicators import reporting
from promoter_app.store.indicators import base, knowledge, units
from promoter_app.store.indicators.units import Span
from tests.benchmarks.measuring import SHORT, judge, paired

pytestmark = pytest.mark.benchmark

TARGET = 5.0
PEOPLE, WEEKS, RUNS = (4_000, 6, 2) if SHORT else (52_000, 9, 3)
PERIOD = "2026-10..2027-03"
FLOOR = """
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


def seconds(work: object) -> float:
    begun = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - begun


def totals(folder: Folder) -> None:
    """Every indicator's total from nothing."""
    book, span = folder.book, Span("2026-10-01", "2027-03-31")
    base.drop(book)
    with base.base(book, WHOLE):
        for indicator in reporting.indicators(folder):
            if indicator.rule.name == "knowledge_rose":
                knowledge.build_pairs(book, WHOLE)
                knowledge.change(book, span, WHOLE, Unit.PERSON)
            else:
                units.total(book, indicator.rule.name, span, {"partner": None, "indicator": indicator.id})


def whole(folder: Folder) -> None:
    """The whole report from nothing."""
    base.drop(folder.book)
    reporting.report(folder, PERIOD)


def test_all_indicators_cost_a_few_plain_passes(folder: Folder) -> None:
    attendances = folder.book.value("SELECT count(*) FROM attendance")
    floor = lambda: seconds(lambda: folder.book.db.execute(FLOOR).fetchall())  # noqa: E731
    pairs = paired(floor, lambda: seconds(lambda: totals(folder)), RUNS)
    report = seconds(lambda: whole(folder))
    again = seconds(lambda: reporting.report(folder, PERIOD))
    cell = reporting.report(folder, PERIOD, codes=["3.1"]).cells[0]
    opened = seconds(lambda: reporting.rows_behind(folder, PERIOD, cell))
    print(
        f"\n{attendances} attendances; the whole report with every breakdown {report:.2f} s, again {again:.2f} s,"
        f" a number opened {opened:.2f} s"
    )
    judge(f"all indicators over {attendances} attendances", "s", pairs, TARGET)
