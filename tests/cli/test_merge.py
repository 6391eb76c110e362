"""`surco merge`: what every file is and brings, an office made where there is none, exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest

from promoter_app.cli import main
from promoter_app.services.demo import make_demo
from tests.cli.conftest import Surco, sql

ALIVE = "SELECT hex(session), hex(person) FROM attendance WHERE id NOT IN (SELECT target FROM void)"


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's folder, and under it three laptops and what each put on the stick `memoria`."""
    place = tmp_path_factory.mktemp("laptops") / "oficina"
    made = make_demo(place, seed=3, today=date(2026, 2, 17), people=40, weeks=1, laptops=3)
    (place / "memoria").mkdir()
    for laptop in made.laptops:
        assert main(["--data", str(laptop), "export", "--out", str(place / "memoria"), "--json"]) == 0
    return place


@pytest.fixture
def office(laptops: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(laptops, tmp_path / "oficina"))


def said_by_laptops(office: Path) -> set[tuple[object, ...]]:
    return {row for laptop in (office / "laptops").iterdir() for row in sql(laptop, ALIVE)}


def test_what_comes_is_told_and_nothing_changes(surco: Surco, office: Path) -> None:
    before = sql(office, "SELECT count(*) FROM attendance")
    told = surco("--data", office, "merge", office / "memoria", "--plan", "--json")
    assert (told.code, told.err) == (0, "")
    assert [(row["state"], row["laptop"], row["package"]) for row in told.rows] == [
        ("new", f"laptop-0{at}", 1) for at in (1, 2, 3)
    ]
    assert set(told.rows[0]) >= {"file", "state", "brings", "conflicts", "duplicates"}
    assert sum(row["brings"]["attendances"] for row in told.rows) > 0
    assert sql(office, "SELECT count(*) FROM attendance") == before


def test_the_united_office_holds_what_each_laptop_said(surco: Surco, office: Path) -> None:
    files = sorted((office / "memoria").iterdir(), reverse=True)
    told = surco("--data", office, "merge", *files, "--json")
    assert (told.code, told.err) == (0, "")
    assert {*sql(office, ALIVE)} == said_by_laptops(office)
    again = surco("--data", office, "merge", office / "memoria", "--json")
    assert ([row["state"] for row in again.rows], again.code) == (["known"] * 3, 0)
    assert {*sql(office, ALIVE)} == said_by_laptops(office)


def test_an_office_is_made_where_there_is_none(surco: Surco, office: Path, tmp_path: Path) -> None:
    new = tmp_path / "nueva"
    plan = surco("--data", new, "merge", office / "memoria", "--plan", "--json")
    assert (plan.code, new.exists()) == (0, False)
    told = surco("--data", new, "merge", office / "memoria", "--json")
    assert told.code == 0
    assert [row["brings"] for row in told.rows] == [row["brings"] for row in plan.rows]
    assert {*sql(new, ALIVE)} == said_by_laptops(office)
    assert sql(new, "SELECT tag FROM project_now") == sql(office, "SELECT tag FROM project_now")
    assert surco("--data", new, "people", "list", "--json").code == 0


def by_sqlite3(database: Path, query: str) -> set[tuple[object, ...]]:
    done = subprocess.run(["sqlite3", "-readonly", str(database), query], capture_output=True, text=True, check=True)
    return {tuple(line.split("|")) for line in done.stdout.splitlines()}


def by_datasette(database: Path, query: str) -> set[tuple[object, ...]]:
    address = f"/{database.stem}.json?" + urlencode({"sql": query, "_shape": "arrays", "_size": "max"})
    words = ["datasette", str(database), "--setting", "max_returned_rows", "100000", "--get", address]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return {tuple(row) for row in json.loads(done.stdout)["rows"]}


def by_python(database: Path, query: str) -> set[tuple[object, ...]]:
    return {*sql(database.parent, query)}


READERS = [by_python, *(one for one in (by_sqlite3, by_datasette) if shutil.which(one.__name__.removeprefix("by_")))]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_other_programs_read_of_each_person_what_the_laptops_told(
    surco: Surco, office: Path, tmp_path: Path, reader: Callable[[Path, str], set[tuple[object, ...]]]
) -> None:
    surco("--data", tmp_path / "nueva", "merge", office / "memoria")
    database = tmp_path / "nueva" / "surco.db"
    told: dict[object, set[object]] = {}
    for session, person in said_by_laptops(office):
        told.setdefault(person, set()).add(session)
    read: dict[object, set[object]] = {}
    for session, person in reader(database, ALIVE):
        read.setdefault(person, set()).add(session)
    assert read == told
    assert len(told) > 20


def test_a_bad_file_is_left_out_with_its_reason_and_the_others_are_united(surco: Surco, office: Path) -> None:
    bad = office / "memoria" / "a-dañado.db"
    bad.write_bytes(next((office / "memoria").glob("surco-*.db")).read_bytes()[:-4096])
    told = surco("--data", office, "merge", office / "memoria", "--json")
    assert told.code == 1
    assert [row["state"] for row in told.rows] == ["damaged", "new", "new", "new"]
    assert told.rows[0]["refused"] == "cut_short"
    assert told.err.startswith("a-dañado.db: El archivo está incompleto.")
    assert {*sql(office, ALIVE)} == said_by_laptops(office)


def test_words_for_a_person(surco: Surco, office: Path) -> None:
    told = surco("--data", office, "merge", office / "memoria")
    assert told.out.splitlines()[0].split() == [
        "archivo", "laptop", "paquete", "estado", "sesiones", "personas", "asistencias",
    ]
    assert " nuevo " in told.out
    assert surco("--data", office, "merge").code == 2
