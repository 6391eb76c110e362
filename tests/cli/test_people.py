"""`surco people import --sector`: the first list of a new laptop begins its season too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Surco, sql

LIST = "Nombre completo,Cuadrilla\r\nRosalía Bautista,Los Pinos\r\nHilario Ríos,Los Pinos\r\n"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "lista.csv"
    path.write_text(LIST, "utf-8")
    return path


def test_without_a_season_people_come_without_a_crew(surco: Surco, tmp_path: Path, listed: Path) -> None:
    ran = surco("--data", tmp_path / "datos", "people", "import", listed)
    assert ran.code == 0
    assert "No hay temporada en curso" in ran.err
    assert sql(tmp_path / "datos", "SELECT count(*) FROM crew_now") == [(0,)]


@pytest.mark.parametrize(("sector", "begins"), [("cane", "Zafra"), ("tobacco", "Temporada de tabaco")])
def test_a_sector_starts_its_season_once(
    surco: Surco, tmp_path: Path, listed: Path, sector: str, begins: str
) -> None:
    data = tmp_path / "datos"
    assert surco("--data", data, "people", "import", listed, "--sector", sector).code == 0
    assert surco("--data", data, "people", "import", listed, "--sector", "cane").code == 0
    ((name, found, starts, ends),) = sql(data, "SELECT name, sector, starts, ends FROM season_now")
    assert found == sector
    assert name.startswith(begins)
    assert starts < ends
    assert sql(data, "SELECT name, sector FROM crew_now") == [("Los Pinos", sector)]
    assert sql(data, "SELECT count(*) FROM membership_now") == [(2,)]


def test_looking_only_starts_nothing(surco: Surco, tmp_path: Path, listed: Path) -> None:
    data = tmp_path / "datos"
    assert surco("--data", data, "people", "import", listed, "--sector", "cane", "--dry-run").code == 0
    assert not data.exists(), "no season, nobody, not even a folder"


def test_another_crop_is_wrong_use(surco: Surco, tmp_path: Path, listed: Path) -> None:
    assert surco("--data", tmp_path / "datos", "people", "import", listed, "--sector", "maize").code == 2
