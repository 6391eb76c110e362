"""`surco roster`: from the office to a new laptop and back to nothing new."""

from __future__ import annotations

import io
from pathlib import Path

import click
import pytest

from promoter_app.cli import main
from tests.cli.conftest import Surco, sql
from tests.services.round_trip import Round


def test_a_roster_from_office_to_laptop(surco: Surco, season: Path, tmp_path: Path) -> None:
    (code,) = sql(season, "SELECT code FROM crew_now ORDER BY code LIMIT 1")[0]
    out, laptop = tmp_path / "lista.db", tmp_path / "laptop"
    made = surco("--data", season, "roster", "give", code, "--out", out, "--json").row
    assert made["crews"] == 1
    assert made["people"] == sql(out, "SELECT count(*) FROM person_now")[0][0]
    taken = surco("--data", laptop, "roster", "take", out, "--json").row
    assert taken["people"] > 0
    assert sql(laptop, "SELECT code FROM crew_now") == [(code,)]
    assert surco("--data", laptop, "roster", "take", out, "--json").row["facts"] == 0
    assert surco("--data", season, "roster", "give", "NADIE", "--out", out).code == 1


def test_a_new_laptop_opens_a_roster_with_the_words_that_were_told(
    surco: Surco, season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = sql(season, "SELECT code FROM crew_now ORDER BY code LIMIT 1")[0]
    out, laptop = tmp_path / "lista.surco", tmp_path / "laptop"
    words = surco("--data", season, "roster", "give", code, "--out", out, "--words", "--json").row["words"]
    assert len(words.split()) == 6
    none = surco("--data", laptop, "roster", "take", out)
    assert (none.code, "seis palabras" in none.err) == (1, True)
    wrong = surco("--data", laptop, "roster", "take", out, "--words-file", "-", stdin="abeja mesa luna sol pan río")
    assert (wrong.code, "no abren" in wrong.err) == (1, True)
    kept = tmp_path / "palabras.txt"
    kept.write_text(f"{words}\n", "utf-8")
    assert surco("--data", laptop, "roster", "take", out, "--words-file", kept, "--json").row["people"] > 0
    assert sql(laptop, "SELECT code FROM crew_now") == [(code,)]
    told = surco("--data", season, "roster", "give", code, "--out", tmp_path / "otra.surco", "--words").out
    assert "La abren estas palabras: " in told
    assert words not in told, "each roster has its own"
    other = told.rpartition(": ")[2]
    monkeypatch.setattr(click.termui, "visible_prompt_func", lambda *_words: other)
    asked = _Terminal()
    monkeypatch.setattr("promoter_app.cli.rosters.sys.stdin", asked)
    second = tmp_path / "segunda"
    assert main(["--data", str(second), "roster", "take", str(tmp_path / "otra.surco")]) == 0
    assert sql(second, "SELECT code FROM crew_now") == [(code,)]


def test_a_list_tells_a_laptop_which_deliveries_were_united(surco: Surco, tmp_path: Path) -> None:
    loop = Round(tmp_path)
    first = loop.deliver("Ana")
    loop.deliver("Berta")
    loop.unite(first)
    out = loop.give()
    loop.close()
    laptop = tmp_path / "laptop"

    def told() -> list[dict[str, object]]:
        return surco("--data", laptop, "deliveries", "--json").rows

    before = told()
    assert [tuple(row) for row in before] == [("package", "at", "sessions", "people", "united", "list_at")] * 2
    assert [(row["package"], row["united"], row["list_at"]) for row in before] == [(2, False, None), (1, False, None)]
    assert surco("--data", laptop, "roster", "take", out).code == 0
    made_at = int(loop.time.timestamp() * 1000)
    assert [(row["package"], row["united"], row["list_at"]) for row in told()] == [(2, False, None), (1, True, made_at)]
    words = surco("--data", laptop, "deliveries").out.splitlines()
    assert "falta que la oficina la una" in words[0]
    assert f"la oficina ya la unió (lista del {loop.time.astimezone():%Y-%m-%d})" in words[1]


class _Terminal(io.StringIO):
    """Standard input on which somebody types."""

    def isatty(self) -> bool:
        return True
