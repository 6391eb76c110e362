"""After a journey on a locked laptop, no file of the folder, the stick or the temporary folders names anybody.

The same search on a sample season in the clear finds them, so the search can be believed.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from promoter_app.cli import main
from promoter_app.services.demo import make_demo
from tests.journeys.desk import read

PHRASE = "caña dulce y sombra"


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("nombres") / "muestra"
    make_demo(place, seed=7, today=date(2026, 2, 17), people=40, weeks=1, laptops=2)
    return place


def names_of(season: Path) -> set[str]:
    return {name for (name,) in read(season / "surco.db", "SELECT name FROM person")}


def codes_of(season: Path) -> list[str]:
    return [code for (code,) in read(season / "laptops" / "laptop-01" / "surco.db", "SELECT code FROM card LIMIT 60")]


def a_session(
    surco: Callable[..., list[dict[str, object]]], laptop: list[str], monkeypatch: pytest.MonkeyPatch, codes: list[str]
) -> str:
    """Hold one in the terminal, every card scanned; its code. The answers on the screen do name people."""
    planned = surco(*laptop, "sessions", "list", "--state", "planned", "--json")
    code = str(planned[0]["code"])
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(codes)))
    outcomes = surco(*laptop, "scan", code, "--json")
    assert any(outcome["person"] for outcome in outcomes)
    surco(*laptop, "sessions", "close", code, "--json")
    return code


def named_in(places: Iterable[Path], names: set[str]) -> set[str]:
    """Names that stand in the clear in any file, as UTF-8 or UTF-16."""
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    content = b"\n".join(file.read_bytes() for file in files) + "\n".join(map(str, files)).encode()
    return {name for name in names if name.encode() in content or name.encode("utf-16-le") in content}


def test_a_sample_season_in_the_clear_names_people(season: Path) -> None:
    names = names_of(season)
    assert len(names) > 40
    assert named_in([season], names) == names


def test_a_locked_season_names_nobody_after_a_journey(
    season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = names_of(season)
    temporary, stick, place = tmp_path / "tmp", tmp_path / "memoria", tmp_path / "temporada"
    for folder in (temporary, stick):
        folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    secret = tmp_path / "frase.txt"
    secret.write_text(PHRASE, "utf-8")
    size = ["--people", "40", "--weeks", "1", "--seed", "7", "--today", "2026-02-17", "--laptops", "2"]
    assert main(["demo", str(place), *size, "--passphrase-file", str(secret)]) == 0
    laptop = ["--data", str(place / "laptops" / "laptop-01"), "--passphrase-file", str(secret)]
    office = ["--data", str(place), "--passphrase-file", str(secret)]

    def surco(*words: str) -> list[dict[str, object]]:
        capsys.readouterr()
        assert main(list(words)) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    listed = surco(*laptop, "people", "list", "--json")
    assert {row["name"] for row in listed} <= names
    assert listed
    held = a_session(surco, laptop, monkeypatch, codes_of(season))
    printed = tmp_path / "para-imprimir"
    printed.mkdir()
    surco(*laptop, "print", "roster", held, "--out", str(printed / "lista.pdf"), "--json")
    surco(*laptop, "backup", "--json")
    (delivered,) = surco(*laptop, "export", "--out", str(stick), "--json")
    surco(*laptop, "restore", "--last", "--json")
    merged = surco(*office, "merge", str(delivered["path"]), "--json")
    assert [row["state"] for row in merged if "state" in row] == ["new"]
    surco(*office, "backup", "--json")
    assert [file.suffix for file in stick.iterdir()] == [".surco"]
    homes = [Path(os.environ[name]) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")]
    assert named_in([place, stick, temporary, *homes], names) == set()
