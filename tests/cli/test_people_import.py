"""`surco people import`: a partner's list from the terminal; what plain sqlite3 reads afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Surco, sql, writing

HEADERS = ("Cuadrilla", "Nombre completo", "Sexo", "Edad")
ROWS = (
    ("Los Pinos", "+Ɨtɨama", "Mujer", "25"),
    ("Los Pinos", "'Utsima", "Hombre", "34"),
    ("Los Pinos", "Zenaida Muñoz Güémez", "Mujer", "41"),
)
NAMES = ["'Utsima", "+Ɨtɨama", "Zenaida Muñoz Güémez"]


def csv_list(place: Path, *rows: tuple[str, ...], separator: str = ",", encoding: str = "utf-8") -> Path:
    path = place / "lista.csv"
    path.write_bytes("".join(separator.join(row) + "\r\n" for row in rows).encode(encoding))
    return path


def workbook(place: Path, *rows: tuple[Any, ...]) -> Path:
    """As a partner's office makes it: a merged title, a line about the date, empty lines, then the headers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "INGENIO PUGA — RELACIÓN DE CORTADORES"
    sheet.merge_cells("A1:D1")
    sheet["A2"] = "Corte al 15 de febrero"
    sheet.merge_cells("A2:D2")
    for at, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column, value)
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    path = place / "lista.xlsx"
    book.save(path)
    book.close()
    return path


def named(season: Path, *names: str) -> list[str]:
    marks = ", ".join("?" * len(names))
    found = sql(season, f"SELECT name FROM person_now WHERE name IN ({marks}) ORDER BY name", *names)
    return [name for (name,) in found]


def lists(place: Path) -> dict[str, Path]:
    """The same people as three offices send them."""
    made = {
        "utf-8": csv_list(place, HEADERS, *ROWS).rename(place / "utf8.csv"),
        "bom": csv_list(place, HEADERS, *ROWS, encoding="utf-8-sig").rename(place / "bom.csv"),
    }
    made["xlsx"] = workbook(place, HEADERS, *ROWS)
    return made


@pytest.mark.parametrize("kind", ["utf-8", "bom", "xlsx"])
def test_the_same_people_from_any_file(surco: Surco, season: Path, tmp_path: Path, kind: str) -> None:
    ran = surco("--data", season, "people", "import", lists(tmp_path)[kind], "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.row["imported"], ran.row["skipped"], ran.row["duplicates"]) == (3, [], [])
    assert ran.row["new_crews"] == []
    assert named(season, *NAMES) == NAMES
    crew = sql(
        season,
        "SELECT c.name FROM membership_now m JOIN crew_now c ON c.id = m.crew JOIN person_now p ON p.id = m.person"
        " WHERE p.name = '+Ɨtɨama'",
    )
    assert crew == [("Los Pinos",)]
    assert sql(season, "SELECT sex, age_group FROM person_now WHERE name = '''Utsima'") == [("M", "25-34")]


def test_an_old_office_file_in_windows_1252_with_semicolons(surco: Surco, season: Path, tmp_path: Path) -> None:
    rows = (("Los Pinos", "Íñigo Muñoz Peña", "Hombre", "30"), ("Los Pinos", "María Güémez Ávila", "Mujer", "52"))
    file = csv_list(tmp_path, HEADERS, *rows, separator=";", encoding="cp1252")
    assert surco("--data", season, "people", "import", file, "--json").row["imported"] == 2
    assert named(season, "Íñigo Muñoz Peña", "María Güémez Ávila") == ["María Güémez Ávila", "Íñigo Muñoz Peña"]


def test_a_dry_run_changes_nothing(surco: Surco, season: Path, tmp_path: Path) -> None:
    before = sql(season, "SELECT count(*) FROM person"), sql(season, "SELECT count(*) FROM crew")
    ran = surco("--data", season, "people", "import", csv_list(tmp_path, HEADERS, *ROWS), "--dry-run", "--json")
    assert (ran.code, ran.row["imported"], ran.row["would_import"], ran.row["dry_run"]) == (0, 0, 3, True)
    assert (sql(season, "SELECT count(*) FROM person"), sql(season, "SELECT count(*) FROM crew")) == before


def test_the_second_time_nobody_is_registered_and_each_row_says_why(
    surco: Surco, season: Path, tmp_path: Path
) -> None:
    file = csv_list(tmp_path, HEADERS, *ROWS)
    assert surco("--data", season, "people", "import", file, "--json").row["imported"] == 3
    again = surco("--data", season, "--language", "en", "people", "import", file, "--json").row
    assert again["imported"] == 0
    assert [(one["row"], one["reason"]) for one in again["skipped"]] == [
        (row, "Already in that crew: not registered twice.") for row in (2, 3, 4)
    ]
    assert named(season, *NAMES) == NAMES


def test_a_row_without_a_name_and_a_row_told_twice_are_named(surco: Surco, season: Path, tmp_path: Path) -> None:
    rows = (*ROWS, ("Los Pinos", "", "Mujer", "25"), ROWS[0])
    ran = surco("--data", season, "people", "import", csv_list(tmp_path, HEADERS, *rows), "--json").row
    assert ran["imported"] == 3
    assert [one["row"] for one in ran["skipped"]] == [5, 6]
    assert ran["skipped"][1]["reason"] == "Está dos veces en la lista."
    assert ran["skipped"][0]["reason"]


def test_somebody_who_looks_like_another_is_registered_and_shown(surco: Surco, season: Path, tmp_path: Path) -> None:
    ((name, person),) = sql(
        season,
        "SELECT p.name, lower(hex(p.id)) FROM person_now p JOIN membership_now m ON m.person = p.id"
        " JOIN crew_now c ON c.id = m.crew WHERE c.code = 'LPI' AND p.kind = 'worker' ORDER BY p.name LIMIT 1",
    )
    file = csv_list(tmp_path, HEADERS, ("El Trapiche", name.upper(), "Mujer", "25"))
    ran = surco("--data", season, "people", "import", file, "--json").row
    assert ran["imported"] == 1
    (alike,) = ran["duplicates"]
    assert (alike["row"], alike["name"], alike["person"], alike["score"]) == (2, name.upper(), person, 100)


def test_a_crew_that_nobody_knew_is_made_in_the_season_of_today(surco: Surco, season: Path, tmp_path: Path) -> None:
    file = csv_list(tmp_path, HEADERS, *ROWS, ("Nueva Cuadrilla", "Cástulo Vera", "Hombre", "61"))
    with writing(season) as write:
        write.add("season", name="Siempre", sector="cane", starts="2000-01-01", ends="2999-12-31")
    ran = surco("--data", season, "people", "import", file, "--json").row
    assert (ran["imported"], ran["new_crews"]) == (4, ["Nueva Cuadrilla"])
    crews = surco("--data", season, "crews", "list", "--json").rows
    assert ("Nueva Cuadrilla", 1) in [(crew["name"], crew["people"]) for crew in crews]


def test_all_into_one_crew(surco: Surco, season: Path, tmp_path: Path) -> None:
    file = csv_list(tmp_path, ("Nombre",), ("Zenaida Muñoz",), ("Cástulo Vera",))
    assert surco("--data", season, "people", "import", file, "--crew", "El Trapiche", "--json").row["imported"] == 2
    listed = surco("--data", season, "people", "list", "--crew", "ETR", "--json").rows
    assert {"Zenaida Muñoz", "Cástulo Vera"} <= {row["name"] for row in listed}


def test_a_person_reads_one_sentence_and_the_rows_aside(surco: Surco, season: Path, tmp_path: Path) -> None:
    rows = (*ROWS, ROWS[0])
    ran = surco("--data", season, "people", "import", csv_list(tmp_path, HEADERS, *rows))
    assert ran.out == "3 personas, 1 renglones no, 0 parecidas a otras.\n"
    assert ran.err == "Renglón 5: Está dos veces en la lista.\n"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a workbook", b"\x00\x01\x02" * 50])
@pytest.mark.parametrize("name", ["lista.csv", "lista.xlsx"])
def test_a_file_that_is_no_list_is_refused(
    surco: Surco, season: Path, tmp_path: Path, content: bytes, name: str
) -> None:
    (tmp_path / name).write_bytes(content)
    before = sql(season, "SELECT count(*) FROM person")
    ran = surco("--data", season, "people", "import", tmp_path / name, "--json")
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert sql(season, "SELECT count(*) FROM person") == before


def test_a_file_that_is_not_there(surco: Surco, season: Path, tmp_path: Path) -> None:
    ran = surco("--data", season, "--language", "en", "people", "import", tmp_path / "no.csv")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "The file is no longer there. Nothing was changed. Choose the list again.\n"


def test_a_dry_run_makes_no_folder(surco: Surco, tmp_path: Path) -> None:
    file = csv_list(tmp_path, HEADERS, *ROWS)
    ran = surco("--data", tmp_path / "nueva", "people", "import", file, "--dry-run", "--json")
    assert (ran.code, ran.row["would_import"]) == (0, 3)
    assert not (tmp_path / "nueva").exists()
