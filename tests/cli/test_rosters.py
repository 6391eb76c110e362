"""`surco roster`: from the office to a new laptop and back to nothing new."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Surco, sql


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
