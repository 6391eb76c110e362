"""`surco backup`, `restore`, `check` and `--passphrase-file`, as typed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Surco, sql
from tests.services.round_trip import Round

PEOPLE = "SELECT count(*) FROM person"


def test_there_and_back(surco: Surco, season: Path) -> None:
    before = sql(season, PEOPLE)
    made = surco("--data", season, "backup", "--json").row
    assert Path(str(made["path"])).is_file()
    assert surco("--data", season, "check", "--json").row["copies"] == 1
    (season / "surco.db").write_bytes(b"x" * 5000)
    broken = surco("--data", season, "check")
    assert (broken.code, broken.out) == (1, "")
    assert "recupera una copia" in broken.err
    assert surco("--data", season, "restore", "--last", "--json").row["restored"] == Path(str(made["path"])).name
    assert sql(season, PEOPLE) == before
    assert surco("--data", season, "check", "--json").row["sound"] is True


def test_a_restore_of_nothing_is_refused(surco: Surco, season: Path) -> None:
    assert surco("--data", season, "restore", "--last").code == 1
    assert surco("--data", season, "restore", season / "nada.db").code == 1
    assert surco("--data", season, "restore").code == 2


@pytest.mark.parametrize(("phrase", "code"), [("caña dulce y sombra", 0), ("otra cosa larga", 1)])
def test_the_passphrase_file_opens_a_locked_season(surco: Surco, tmp_path: Path, phrase: str, code: int) -> None:
    right, given, place = tmp_path / "frase", tmp_path / "dada", tmp_path / "muestra"
    right.write_text("caña dulce y sombra\n", "utf-8")
    given.write_text(phrase, "utf-8")
    made = surco("demo", place, "--people", "20", "--weeks", "1", "--passphrase-file", right, "--json")
    assert made.code == 0
    assert len(str(made.row["recovery"]).split()) == 24
    assert surco("--data", place, "people", "list", "--json").code == 1
    listed = surco("--data", place, "--passphrase-file", given, "people", "list", "--json")
    assert (listed.code, bool(listed.out)) == (code, code == 0)


def test_data_of_a_newer_surco_are_not_salvaged_into_an_older_one(surco: Surco, season: Path) -> None:
    with closing(sqlite3.connect(season / "surco.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (season / "surco.db").read_bytes()
    ran = surco("--data", season, "restore", "--salvage")
    assert (ran.code, ran.out) == (1, "")
    assert "Estos datos son de una versión más nueva de Surco. No se cambió nada." in ran.err
    assert (season / "surco.db").read_bytes() == before
    assert not (season / "apartado").exists()


def test_a_laptop_that_leaves_is_emptied_once_the_office_has_everything(surco: Surco, tmp_path: Path) -> None:
    loop = Round(tmp_path)
    package = loop.deliver("Ana Bautista")
    loop.close()
    laptop = tmp_path / "laptop"
    early = surco("--data", laptop, "wipe", "--confirm", "vaciar")
    assert (early.code, "Falta que la oficina una el paquete 1." in early.err) == (1, True)
    surco("--data", tmp_path / "oficina", "merge", package)
    (code,) = sql(tmp_path / "oficina", "SELECT code FROM crew_now")[0]
    surco("--data", tmp_path / "oficina", "roster", "give", code, "--out", tmp_path / "lista.db")
    surco("--data", laptop, "roster", "take", tmp_path / "lista.db")
    assert surco("--data", laptop, "wipe").code == 2
    assert surco("--data", laptop, "wipe", "--confirm", "si").code == 2
    assert sql(laptop, "SELECT count(*) FROM person") == [(1,)]
    done = surco("--data", laptop, "wipe", "--confirm", "vaciar", "--json").row
    assert done == {"emptied": str(laptop), "others": 0}
    assert list(laptop.iterdir()) == []
    assert surco("--data", laptop, "wipe", "--confirm", "vaciar").code == 1
