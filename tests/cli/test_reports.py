"""`surco report ...` on the sample season: what other programs and spreadsheets read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from itertools import count
from pathlib import Path

import pypdfium2
import pytest

from promoter_app.cli import commands, main
from promoter_app.cli.desk import Desk
from promoter_app.domain.indicators.table import unguarded
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.edge import Edge
from promoter_app.services.demo import make_demo
from promoter_app.services.folder import open_folder
from promoter_app.services.indicators import reporting
from promoter_app.services.reports import files, sheets

PERIOD = "2026-10..2027-03"
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=-6)))
EXACT = {"indicator", "period", "breakdown", "group", "actual", "target", "status", "suppressed"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("informes") / "demo"
    make_demo(place, seed=7, today=date(2026, 11, 22), people=400, weeks=5, laptops=1)
    return place


@pytest.fixture(autouse=True)
def inside_the_period(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal stands the day after the last data, whatever today is; no two looks at its clock are the same."""
    ticks = count()
    edge = Edge(role="coordinator", now=lambda: MORNING + timedelta(seconds=next(ticks)))
    monkeypatch.setattr(commands, "Desk", partial(Desk, edge=edge))


def run(sample: Path, *words: str) -> int:
    return main(["--data", str(sample), "report", *words])


def test_json_rows(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sample, "indicators", "--period", PERIOD) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(row.keys() >= EXACT for row in rows)
    totals = {row["indicator"]: row for row in rows if row["breakdown"] is None}
    assert {"OC3", "3.1", "3.2a", "3.2b", "3.3", "3.4", "S1", "S2", "S3", "S4"} <= totals.keys()
    parts = [row["actual"] for row in rows if row["indicator"] == "3.1" and row["breakdown"] == "sex"]
    assert sum(parts) == totals["3.1"]["actual"]
    assert totals["3.4"]["target"] is None
    assert totals["3.4"]["status"] == "undefined"


@pytest.mark.parametrize("profile", ["internal", "donor", "outside"])
@pytest.mark.parametrize("kind", ["json", "csv", "xlsx", "pdf"])
def test_every_profile_in_every_format(sample: Path, tmp_path: Path, profile: str, kind: str) -> None:
    assert run(sample, "indicators", "--period", PERIOD, "--profile", profile, "--format", kind, "--out",
               str(tmp_path)) == 0
    made = list(tmp_path.iterdir())
    assert [path.name for path in made] == [f"informe-2026-10_2027-03.{kind}"]
    assert made[0].stat().st_size > 500


def test_the_workbook_has_numbers_as_numbers(sample: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "informe.xlsx"
    assert run(sample, "indicators", "--period", PERIOD, "--profile", "donor", "--format", "xlsx", "--out",
               str(out)) == 0
    book = load_workbook(out)
    assert book.sheetnames == ["Resumen", "Desagregado", "Notas"]
    heads = [cell.value for cell in book["Resumen"][1]]
    trained = next(row for row in book["Resumen"].iter_rows(values_only=True) if row[0] == "3.1")
    shown = dict(zip(heads, trained, strict=True))
    assert isinstance(shown["Real"], int | float)
    assert isinstance(shown["Meta"], int | float)
    missing = next(row for row in book["Resumen"].iter_rows(values_only=True) if row[0] == "3.4")
    assert dict(zip(heads, missing, strict=True))["Meta"] == "no fijada"


def test_what_the_office_says_stands_in_the_donors_tables(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from openpyxl import load_workbook

    words = "Dos ingenios cerraron en diciembre"
    assert run(sample, "comment", "3.1", "se corrige", "--period", PERIOD) == 0
    assert run(sample, "comment", "3.1", words, "--period", PERIOD) == 0
    assert run(sample, "comment", "no hay", words, "--period", PERIOD) != 0
    assert run(sample, "comment", "3.1", words, "--period", "2026-11..2026-12") == 1
    out = tmp_path / "x.xlsx"
    assert run(sample, "indicators", "--period", PERIOD, "--profile", "donor", "--format", "xlsx", "--out",
               str(out)) == 0
    heads, *lines = load_workbook(out)["Resumen"].iter_rows(values_only=True)
    said = {line[0]: dict(zip(heads, line, strict=True))["Comentario"] for line in lines}
    assert said["3.1"].startswith(f"{words}.")
    assert words not in said["OC3"]
    capsys.readouterr()
    for profile, comment in (("donor", words), ("outside", None)):
        assert run(sample, "indicators", "--period", PERIOD, "--profile", profile) == 0
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert {row["comment"] for row in rows if row["indicator"] == "3.1" and row["breakdown"] is None} == {comment}
        assert {row["comment"] for row in rows if row["breakdown"] is not None} <= {None}
    assert run(sample, "comment", "3.1", "", "--period", PERIOD) == 0
    assert run(sample, "indicators", "--period", PERIOD) == 0
    assert words not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["+Iyari", "'Utame", "=1+1", "-Xaure", "@Tatei"])
def test_names_like_formulas_survive_in_spreadsheets(sample: Path, tmp_path: Path, name: str) -> None:
    from openpyxl import load_workbook

    folder = open_folder(sample, make=False)
    try:
        report = reporting.report(folder, PERIOD, "donor")
    finally:
        folder.close()
    first, *others = report.indicators
    cells = list(first.parts["company"])
    cells[0] = replace(cells[0], label=Sentence(name, name))
    changed = replace(report, indicators=(replace(first, parts=first.parts | {"company": tuple(cells)}), *others))
    text = files.as_csv(changed)
    assert text.startswith(b"\xef\xbb\xbf")
    groups = [row["group"] for row in csv.DictReader(io.StringIO(text.decode("utf-8-sig")))]
    assert name in [unguarded(group) for group in groups]
    assert not any(group.startswith(("=", "+", "-", "@")) for group in groups)
    path = tmp_path / "x.xlsx"
    path.write_bytes(files.as_xlsx(changed))
    sheet = load_workbook(path)["Desagregado"]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == name]
    assert [cell.data_type for cell in found] == ["s"]


def test_the_preview_says_what_could_be_learnt(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sample, "indicators", "--period", PERIOD, "--profile", "outside", "--preview") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "No lleva nombres" in said.err
    assert "derechos laborales" in said.err
    assert "no ha terminado" in said.err


def test_outside_only_by_declared_periods(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sample, "indicators", "--period", "2026-11..2026-12", "--profile", "outside") == 1
    assert "periodo" in capsys.readouterr().err
    assert run(sample, "indicators", "--period", "mañana") == 1


def test_items_delays_and_a_person(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sample, "items", "--period", PERIOD, "--json") == 0
    items = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert items
    assert sum(row["repeat"] for row in items) <= 2
    assert run(sample, "delays", "--period", PERIOD, "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"session", "closure", "catch_up_by", "suggested"} <= rows[0].keys()
    assert any("target_to_set" in row for row in rows)


def test_what_is_kept_of_a_person(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = open_folder(sample, make=False)
    try:
        number, name, person = next(
            (row["number"], row["name"], row["id"]) for row in folder.book.rows(
                "SELECT k.number, p.name, p.id FROM card_assignment c JOIN card k ON k.id = c.card"
                " JOIN person_now p ON p.id = c.person WHERE c.id NOT IN (SELECT target FROM void)"
                " AND k.id NOT IN (SELECT card FROM card_cancel) ORDER BY k.number"
            )
        )
        attended = folder.book.value("SELECT count(*) FROM attendance WHERE person = ?", (person,))
    finally:
        folder.close()
    assert run(sample, "person", str(number)) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["name"] == name
    sections = {one["table"]: one["rows"] for one in told["data"]}
    assert len(sections.get("attendance", [])) == attended
    assert run(sample, "person", person.hex(), "--out", str(tmp_path)) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["datos-de-una-persona.json"]
    assert json.loads((tmp_path / "datos-de-una-persona.json").read_text("utf-8"))["name"] == name
    assert run(sample, "person", "999999") == 1


@pytest.mark.parametrize("audience", ["workers", "partner", "donor"])
def test_sheets_are_one_page(sample: Path, tmp_path: Path, audience: str) -> None:
    assert run(sample, "sheet", audience, "--period", PERIOD, "--out", str(tmp_path)) == 0
    made = next(iter(tmp_path.iterdir()))
    assert made.name == "hoja-2026-10_2027-03.pdf"
    assert len(pypdfium2.PdfDocument(made)) == 1


def test_a_company_sheet_once_the_period_is_over(sample: Path, tmp_path: Path) -> None:
    folder = open_folder(sample, make=False)
    try:
        over = reporting.report(folder, PERIOD, "outside", today=date(2027, 4, 1))
        told = [cell for cell in over.of("3.1").parts["company"] if cell.group and not cell.suppressed]
        assert told
        company, people = told[0].label.es, told[0].actual
        with pytest.raises(Refusal) as refused:
            sheets.results_sheet(folder, "company", PERIOD, company=company, today=date(2026, 11, 22))
        assert refused.value.code == "not_over"
        made = sheets.results_sheet(folder, "company", PERIOD, company=company, today=date(2027, 4, 1))
    finally:
        folder.close()
    assert made.subtitle.startswith(company)
    assert made.bigs[0].number == f"{people:,}"
    assert not any("%" in big.number for big in made.bigs)
    document = pypdfium2.PdfDocument(sheets.draw(made, tmp_path))
    assert len(document) == 1
    words = document[0].get_textpage().get_text_bounded()
    assert company in words
    assert "Cuadrilla" not in words


def test_a_company_sheet_says_nothing_of_an_unknown_company(sample: Path, tmp_path: Path) -> None:
    assert run(sample, "sheet", "company", "--company", "Nadie", "--period", PERIOD, "--out", str(tmp_path)) == 1
