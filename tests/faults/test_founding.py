"""Data folders that are founded by what comes in: by several at once, by one that is stopped, by nothing good."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.services.merging import receiving
from promoter_app.store import dbapi
from promoter_app.store.claims import turn
from promoter_app.store.merging import uniting
from tests.cli.conftest import Surco, season_cache, sql, surco  # noqa: F401 - fixtures
from tests.faults.killing import ROOT

BUSY = (
    "Otro Surco está recibiendo archivos en esta carpeta de datos. No se cambió nada. Espera a que termine y repite.\n"
)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What the office and two laptops of one sample season deliver."""
    from promoter_app.cli import main

    place = tmp_path_factory.mktemp("paquetes")
    season = ["--people", "20", "--weeks", "1", "--laptops", "2", "--today", "2026-02-17"]
    assert main(["demo", str(place / "muestra"), *season]) == 0
    folders = [place / "muestra", *sorted((place / "muestra" / "laptops").iterdir())]
    for number, folder in enumerate(folders):
        assert main(["--data", str(folder), "export", "--out", str(place / f"{number}.db")]) == 0
    return sorted(place.glob("*.db"))


def united(office: Path) -> list[tuple[object, ...]]:
    return sql(office, "SELECT sha FROM import_log ORDER BY sha")


def test_several_first_merges_at_once_found_one_office(packages: list[Path], tmp_path: Path) -> None:
    office = tmp_path / "cooperativa" / "oficina"
    words = [sys.executable, "main.py", "--language", "es", "--data", str(office), "merge"]
    merges = [
        subprocess.Popen([*words, str(file)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for file in (*packages, packages[0])
    ]
    said = [(*merge.communicate(), merge.returncode) for merge in merges]
    assert [(err, code) for _out, err, code in said] == [("", 0)] * len(merges)
    assert sorted(each.name for each in office.iterdir()) == ["copias", "surco.db"]
    assert len(united(office)) == len(packages)
    assert sql(office, "SELECT value FROM local WHERE key = 'role'") == [("coordinator",)]


def test_who_does_not_get_a_turn_is_told_and_nothing_changes(
    surco: Surco, packages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    monkeypatch.setattr("promoter_app.cli.desk._PATIENCE", 0.0)
    office = tmp_path / "oficina"
    with turn(office):
        ran = surco("--data", office, "merge", packages[0])
        assert (ran.code, ran.out, ran.err) == (1, "", BUSY)
    assert not office.exists()
    assert surco("--data", office, "merge", packages[0]).code == 0
    before = united(office)
    folder = open_folder(office)
    with turn(office):
        ran = surco("--data", office, "merge", packages[1])
        assert (ran.code, ran.out, ran.err) == (1, "", BUSY)
        with pytest.raises(Refusal, match="in_use"):  # a window asks just so
            receiving.look_at(folder, Edge(role="coordinator").stamp(), [packages[1]])
    folder.close()
    assert united(office) == before
    assert surco("--data", office, "merge", packages[1]).code == 0
    assert len(united(office)) == 2


@pytest.mark.parametrize(
    "words", [("merge",), ("merge", "otra.db"), ("roster", "take"), ("people", "import"), ("restore",)]
)
def test_refused_input_founds_no_folder(surco: Surco, tmp_path: Path, words: tuple[str, ...]) -> None:  # noqa: F811
    bad = tmp_path / "mala.db"
    bad.write_bytes(b"nada de Surco" * 100)
    ran = surco("--data", tmp_path / "nueva" / "laptop", *words, bad)
    assert ran.code == 1
    assert "No se cambió nada." in ran.err
    assert [each.name for each in tmp_path.iterdir()] == ["mala.db"]


def test_what_somebody_keeps_in_the_new_folder_stays(surco: Surco, tmp_path: Path) -> None:  # noqa: F811
    place = tmp_path / "laptop"
    (place / "copias").mkdir(parents=True)
    (place / "copias" / "copia-vieja.db").write_bytes(b"lo que queda de antes")
    (place / "notas.txt").write_text("comprar agua", "utf-8")
    (tmp_path / "mala.db").write_bytes(b"nada de Surco" * 100)
    assert surco("--data", place, "roster", "take", tmp_path / "mala.db").code == 1
    kept = sorted(each.relative_to(place).as_posix() for each in place.rglob("*"))
    assert kept == ["copias", "copias/copia-vieja.db", "notas.txt"]


def test_ctrl_c_while_an_office_is_founded_leaves_nothing(
    surco: Surco, packages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(uniting, "apply", stop)
        ran = surco("--data", tmp_path / "oficina", "merge", packages[1])
    assert (ran.code, ran.out, ran.err.strip()) == (130, "", "")
    assert not (tmp_path / "oficina").exists()
    assert surco("--data", tmp_path / "oficina", "merge", packages[1]).code == 0


def test_a_disk_that_is_full_while_an_office_is_founded_keeps_nothing_of_it(
    surco: Surco, packages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("promoter_app.store.book.history", full)
        ran = surco("--data", tmp_path / "oficina", "merge", packages[1])
    assert ran.code == 1
    assert ran.err.startswith("No hay espacio en el disco.")
    assert not (tmp_path / "oficina").exists()


def full() -> None:
    raise dbapi.OperationalError("database or disk is full")
