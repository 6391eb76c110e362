"""Where `--out` may write: never over a data folder's own files, never into a folder that is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services import deliver
from promoter_app.services.folder import open_folder
from tests.cli.conftest import Surco

WRITERS = {
    "export": ("export",),
    "backup": ("backup",),
    "roster": ("roster", "give", "LPI"),
    "paper": ("print", "blanks"),
    "report": ("report", "indicators", "--period", "2026-10..2027-03", "--format", "csv"),
}


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_the_data_are_never_written_over(surco: Surco, season: Path, words: tuple[str, ...]) -> None:
    assert surco("--data", season, "backup").code == 0
    copy = next((season / "copias").glob("*.db"))
    other = shutil.copytree(season, season.parent / "otra laptop")
    for own in (season / "surco.db", copy, other / "surco.db"):
        before = own.read_bytes()
        ran = surco("--data", season, *words, "--out", own)
        assert (ran.code, ran.out) == (1, "")
        assert f"«{own.name}» es de los datos de Surco. No se cambió nada." in ran.err
        assert own.read_bytes() == before
    assert surco("--data", season, "check").code == 0


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_a_folder_that_is_not_there_is_named(surco: Surco, season: Path, words: tuple[str, ...]) -> None:
    nowhere = season.parent / "no está"
    ran = surco("--data", season, *words, "--out", nowhere / "salida")
    assert (ran.code, ran.out) == (1, "")
    assert f"No está la carpeta «{nowhere}»." in ran.err
    assert not nowhere.exists()


@pytest.mark.parametrize("out", ["", ".", "/"])
def test_a_paper_needs_a_file_not_a_folder(surco: Surco, season: Path, out: str) -> None:
    ran = surco("--language", "en", "--data", season, "print", "blanks", "--out", out)
    assert (ran.code, ran.out) == (1, "")
    assert f"“{out}” is a folder. Nothing was changed." in ran.err


def test_the_window_may_not_choose_the_data_either(season: Path) -> None:
    folder = open_folder(season)
    try:
        with pytest.raises(Refusal) as refused:
            deliver.export(folder, Edge("Lupita").stamp(), season / "surco.db")
        assert refused.value.code == "own_file"
        assert deliver.history(folder) == []
    finally:
        folder.close()


def test_two_deliveries_at_once_never_have_one_number(season: Path, tmp_path: Path) -> None:
    """Another window delivers while this one writes: this one takes its file back and says so."""
    folder, other = open_folder(season), open_folder(season)
    edge = Edge("Lupita")

    def meanwhile(done: int, total: int) -> None:
        if done == total and not deliver.history(other):
            deliver.export(other, edge.stamp(), tmp_path / "uno.db")

    try:
        with pytest.raises(Refusal) as refused:
            deliver.export(folder, edge.stamp(), tmp_path / "dos.db", on_progress=meanwhile)
        assert refused.value.code == "delivered_meanwhile"
        assert not (tmp_path / "dos.db").exists()
        assert [one.package for one in deliver.history(folder)] == [1]
        assert deliver.export(folder, edge.stamp(), tmp_path / "dos.db").outcome[0].package == 2
    finally:
        other.close()
        folder.close()
