"""`surco demo` and `surco export`: whole folders and whole files, checked with other programs."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from promoter_app.cli import main
from promoter_app.store.views import VIEWS
from tests.cli.conftest import DAY, Surco, sql
from tests.source_tree import ROOT

SMALL = ("--people", "40", "--weeks", "1", "--today", DAY, "--json")


def content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the one that says when the file itself was made."""
    tables = [name for (name,) in sql(folder, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    tables.remove("_sqlite_migrations")
    return {name: sorted(sql(folder, f"SELECT * FROM {name}"), key=repr) for name in tables}


def test_the_same_seed_is_the_same_season(surco: Surco, tmp_path: Path) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        made = surco("demo", tmp_path / name, "--seed", seed, *SMALL)
        assert (made.code, made.err) == (0, "")
        assert (made.row["people"], made.row["path"]) == (40, str(tmp_path / name))
        assert made.row["sessions"] == sql(tmp_path / name, "SELECT count(*) FROM session")[0][0]
        assert made.row["attendance"] == sql(tmp_path / name, "SELECT count(*) FROM attendance")[0][0]
    assert content(tmp_path / "a") == content(tmp_path / "b") != content(tmp_path / "c")


def test_a_folder_with_data_is_left_as_it_is(surco: Surco, season: Path) -> None:
    before = (season / "surco.db").read_bytes()
    for language, words in (("es", "No se cambió nada."), ("en", "Nothing was changed.")):
        told = surco("--language", language, "demo", season, *SMALL)
        assert (told.code, told.out) == (1, "")
        assert words in told.err
    assert (season / "surco.db").read_bytes() == before


@pytest.mark.parametrize("words", [("--people", "5"), ("--weeks", "0"), ("--today", "ayer"), ("--seed", "x")])
def test_a_season_of_a_strange_size_is_wrong_use(surco: Surco, tmp_path: Path, words: tuple[str, ...]) -> None:
    told = surco("demo", tmp_path / "datos", *words)
    assert (told.code, told.out) == (2, "")
    assert not (tmp_path / "datos").exists()


@dataclass(frozen=True)
class Export:
    """A finished export, what the command said about it, and the season that it came from."""

    season: Path
    file: Path
    said: dict[str, Any]


@pytest.fixture(scope="module")
def export(season_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Export:
    place = tmp_path_factory.mktemp("entrega")
    season = Path(shutil.copytree(season_cache, place / "datos"))
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        assert main(["--data", str(season), "export", "--out", str(place / "salida.db"), "--json"]) == 0
    return Export(season, place / "salida.db", json.loads(told.getvalue()))


def test_the_export_is_what_it_says(export: Export) -> None:
    said, out = export.said, export.file
    assert said["path"] == str(out)
    assert said["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert said["sessions"] == sql(out, "SELECT count(*) FROM sessions_held")[0][0]
    assert said["people"] == sql(out, "SELECT count(*) FROM people")[0][0]
    assert said["package"] == 1
    assert {path.name for path in out.parent.iterdir()} == {"datos", "salida.db"}


def test_another_program_finds_its_way_in_the_export(export: Export) -> None:
    season, out = export.season, export.file
    assert sql(out, "PRAGMA integrity_check") == [("ok",)]
    views = {name for (name,) in sql(out, "SELECT name FROM sqlite_schema WHERE type = 'view'")}
    assert views == set(VIEWS)
    for view in views:
        sql(out, f"SELECT * FROM {view}")
    attended = "SELECT count(*) FROM attendance WHERE id NOT IN (SELECT target FROM void)"
    assert sql(out, "SELECT count(*) FROM attendance_list") == sql(season, attended)
    tables = {name for (name,) in sql(out, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    unexplained = {"about", "manifest", "run", "variant", "quarantine"}
    assert {name for (name,) in sql(out, "SELECT name FROM about")} == tables - unexplained


def test_the_sqlite3_program_reads_it(export: Export) -> None:
    program = shutil.which("sqlite3")
    command = [program] if program else [sys.executable, "-c", SHELL]
    query = "SELECT code FROM sessions_held ORDER BY code"
    told = subprocess.run(
        [*command, str(export.file), query], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert told.stdout.split() == [code for (code,) in sql(export.file, query)]
    assert told.stdout


SHELL = "import sqlite3, sys; [print(*row) for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]"
"""Where there is no sqlite3 program: a Python that knows nothing of this project."""


def test_a_folder_gets_a_file_with_a_name_that_says_nothing(surco: Surco, season: Path, tmp_path: Path) -> None:
    stick = tmp_path / "memoria"
    stick.mkdir()
    made = surco("--data", season, "export", "--out", stick, "--json").row
    path = Path(made["path"])
    assert path.parent == stick
    assert path.name.startswith("surco-laptop")
    assert path.is_file()


def test_a_place_that_is_not_there_is_refused(surco: Surco, season: Path, tmp_path: Path) -> None:
    told = surco("--data", season, "export", "--out", tmp_path / "nada" / "salida.db", "--json")
    assert (told.code, told.out) == (1, "")
    assert "No está la carpeta" in told.err
    assert "No se cambió nada." in told.err
    assert sql(season, "SELECT count(*) FROM delivery") == [(0,)]


def as_typed(*words: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`python main.py ...` as another program starts it, in a terminal of an old code page."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words], input=stdin.encode(), capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", **variables}, check=False,
    )  # fmt: skip


def test_a_real_process_writes_utf_8_whatever_the_code_page(season: Path, tmp_path: Path) -> None:
    (tmp_path / "lista.csv").write_text("Nombre,Cuadrilla\n+Ɨtɨama,Los Pinos\n", encoding="utf-8")
    done = as_typed("--data", str(season), "people", "import", str(tmp_path / "lista.csv"), "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["imported"] == 1
    listed = as_typed("--data", str(season), "people", "list", "--json")
    assert "+Ɨtɨama" in {json.loads(line)["name"] for line in listed.stdout.decode("utf-8").splitlines()}


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [({"LC_ALL": "en_US.UTF-8"}, "There is no session “Ñ”."), ({"LC_ALL": "es_MX.UTF-8"}, "No hay una sesión «Ñ».")],
)
def test_a_real_process_ends_with_1_and_a_sentence_in_the_language_of_the_system(
    season: Path, variables: dict[str, str], sentence: str
) -> None:
    done = as_typed("--data", str(season), "scan", "Ñ", "--json", stdin="X\n", **variables)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode("utf-8").startswith(sentence)
