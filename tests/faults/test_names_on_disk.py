"""After a journey on a locked laptop, no file of the folder, the stick or the temporary folders names anybody.

The same search on a sample season in the clear finds them, so the search can be believed.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from promoter_app.cli import main
from promoter_app.services.demo import make_demo
from promoter_app.services.security.demo_locking import lock_demo
from tests.journeys.desk import read
from tests.services.locked_season import CHEAP

PHRASE = "caña dulce y sombra"
Surco = Callable[..., list[dict[str, object]]]


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
    surco: Surco, laptop: list[str], monkeypatch: pytest.MonkeyPatch, codes: list[str]
) -> str:
    """Hold one in the terminal, every card scanned; its code. The answers on the screen do name people."""
    planned = surco(*laptop, "sessions", "list", "--state", "planned", "--json")
    code = str(planned[0]["code"])
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(codes)))
    outcomes = surco(*laptop, "scan", code, "--json")
    assert any(outcome["person"] for outcome in outcomes)
    surco(*laptop, "sessions", "close", code, "--json")
    return code


def a_crew(surco: Surco, data: list[str]) -> str:
    return next(str(row["code"]) for row in surco(*data, "crews", "list", "--json") if row["people"])


def paper_and_back(surco: Surco, laptop: list[str], session: str, place: Path) -> None:
    """The list and the cards printed; the list read back as a filled sheet, the cards in a photograph."""
    place.mkdir()
    surco(*laptop, "print", "roster", session, "--out", str(place / "lista.pdf"), "--json")
    surco(*laptop, "print", "cards", a_crew(surco, laptop), "--out", str(place / "tarjetas.pdf"), "--json")
    assert surco(*laptop, "sheet", "read", str(place / "lista.pdf"), "--json")
    with closing(pypdfium2.PdfDocument(place / "tarjetas.pdf")) as document, closing(document[0]) as page:
        page.render(scale=3).to_pil().save(place / "foto.png")
    (photo,) = surco(*laptop, "decode", str(place / "foto.png"), "--json")
    assert photo["codes"]


def lists_and_reports(surco: Surco, office: list[str], place: Path) -> set[str]:
    """A list of new people brought in; cards and reports made. Who came with the list."""
    crew, new = a_crew(surco, office), {"Eulalia Tzompantle Cuaxospa", "Zeferino Ixtlahuac Tlapale"}
    (place / "nuevas.csv").write_text("Nombre\n" + "\n".join(sorted(new)) + "\n", "utf-8")
    (told,) = (row for row in surco(*office, "people", "import", str(place / "nuevas.csv"), "--crew", crew, "--json")
               if "imported" in row)  # fmt: skip
    assert told["imported"] == len(new)
    listed = surco(*office, "people", "list", "--json")
    assert new <= {str(row["name"]) for row in listed}
    card = next(str(row["card"]) for row in listed if row.get("card"))
    surco(*office, "print", "cards", crew, "--out", str(place / "de-la-oficina.pdf"), "--json")
    for way in ("xlsx", "pdf"):
        surco(*office, "report", "indicators", "--period", "2025-10..2026-03", "--format", way,
              "--out", str(place / f"informe.{way}"))  # fmt: skip
    surco(*office, "report", "person", card, "--out", str(place))
    return new


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
    monkeypatch.setitem(lock_demo.__kwdefaults__, "cost", CHEAP)
    size = ["--people", "40", "--weeks", "1", "--seed", "7", "--today", "2026-02-17", "--laptops", "2"]
    assert main(["demo", str(place), *size, "--passphrase-file", str(secret)]) == 0
    laptop = ["--data", str(place / "laptops" / "laptop-01"), "--passphrase-file", str(secret)]
    office = ["--data", str(place), "--passphrase-file", str(secret)]

    def surco(*words: str) -> list[dict[str, object]]:
        capsys.readouterr()
        assert main(list(words)) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]

    listed = surco(*laptop, "people", "list", "--json")
    assert {row["name"] for row in listed} <= names
    assert listed
    held = a_session(surco, laptop, monkeypatch, codes_of(season))
    paper_and_back(surco, laptop, held, tmp_path / "para-imprimir")
    surco(*laptop, "backup", "--json")
    (delivered,) = surco(*laptop, "export", "--out", str(stick), "--json")
    surco(*laptop, "restore", "--last", "--json")
    merged = surco(*office, "merge", str(delivered["path"]), "--json")
    assert [row["state"] for row in merged if "state" in row] == ["new"]
    names |= lists_and_reports(surco, office, tmp_path / "para-imprimir")
    surco(*office, "backup", "--json")
    assert [file.suffix for file in stick.iterdir()] == [".surco"]
    homes = [Path(os.environ[name]) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")]
    assert named_in([place, stick, temporary, *homes], names) == set()
