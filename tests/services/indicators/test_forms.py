"""What leaves for the outside holds the same figures in every form, and none that the report keeps back."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from promoter_app.domain.indicators.figures import Report
from promoter_app.domain.indicators.table import HEADS, rows
from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import reporting
from promoter_app.services.reports import files, sheets
from tests.services.indicators.seasons import PERIODS, Drawn, draw

Written = Callable[[Drawn], AbstractContextManager[Folder]]
NUMBERS = ("actual", "part", "whole", "cumulative", "target")
OVER = date(2028, 1, 1)


@pytest.fixture
def told(written: Written) -> list[Report]:
    with written(draw(random.Random(5), people=120, sessions=14)) as folder:
        return [reporting.report(folder, name, "outside", today=OVER) for name, _starts, _ends in PERIODS]


def figures(report: Report) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in ("indicator", *NUMBERS)) for row in rows(report)]


def plain(text: str) -> float | None:
    return float(text) if text else None


def test_what_is_kept_back_is_not_in_the_report_at_all(told: list[Report]) -> None:
    kept = [cell for report in told for cell in report.cells if cell.suppressed]
    assert kept
    assert {(cell.actual, cell.part, cell.whole) for cell in kept} == {(None, None, None)}
    assert {(one.knowledge, one.per_workshop) for report in told for one in report.indicators} == {(None, None)}


def test_json_csv_and_workbook_tell_the_same_figures(told: list[Report]) -> None:
    for report in told:
        expected = figures(report)
        lines = json.loads(files.as_json(report))
        assert [tuple(row[name] for name in ("indicator", *NUMBERS)) for row in lines] == expected
        table = csv.DictReader(io.StringIO(files.as_csv(report).decode("utf-8-sig")))
        assert [(row["indicator"], *(plain(row[name]) for name in NUMBERS)) for row in table] == expected
        book = openpyxl.load_workbook(io.BytesIO(files.as_xlsx(report)))
        heads, *cells = book["Desagregado"].iter_rows(values_only=True)
        at = [heads.index(HEADS[name].es) for name in ("indicator", *NUMBERS)]
        assert [tuple(line[place] for place in at) for line in cells] == expected


def test_paper_prints_no_number_that_the_rows_do_not_hold(told: list[Report], tmp_path: Path) -> None:
    for report in told:
        path = files.write_report(report, tmp_path, "pdf")
        document = pypdfium2.PdfDocument(path)
        words = " ".join(page.get_textpage().get_text_bounded() for page in document)
        held = {str(value) for row in rows(report) for value in row.values()} | {
            str(one.total.achievement) for one in report.indicators
        }
        said = [sentence.es for sentence in files.notes_of(report)]
        held |= {f"Hoja {n} de {len(document)}" for n in range(1, len(document) + 1)}
        known = set(re.findall(r"\d+", " ".join([*held, *said, str(report.period), str(report.roll_up.words.es)])))
        printed = set(re.findall(r"\d+", words.replace(",", "")))
        titles = " ".join(one.indicator.code + one.indicator.title.es for one in report.indicators)
        assert printed - known - set(re.findall(r"\d+", titles)) == set()


def test_a_results_sheet_says_only_what_the_report_says(written: Written) -> None:
    with written(draw(random.Random(5), people=120, sessions=14)) as folder:
        for name, _starts, _ends in PERIODS:
            report = reporting.report(folder, name, "outside", today=OVER)
            held = {f"{cell.actual:,}" for cell in report.cells if cell.actual}
            companies = [cell.label.es for cell in report.of("S1").parts.get("company", ())]
            for audience, company in (("workers", None), *(("company", one) for one in companies)):
                with suppress(Refusal):  # a company of too few people or crews has no sheet
                    sheet = sheets.results_sheet(folder, audience, name, company=company, today=OVER)
                    assert {big.number.removesuffix(" %") for big in sheet.bigs} <= held
