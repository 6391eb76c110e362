"""`surco print acta`: what was united is on paper, with who sent it, the totals and the decisions."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.services.people import duplicates
from tests.cli.conftest import Surco, sql, writing


def test_the_record_of_a_uniting(surco: Surco, season: Path, tmp_path: Path) -> None:
    office = tmp_path / "oficina"
    before = surco("--data", season, "print", "acta", "--batch", "99", "--out", tmp_path / "x.pdf")
    assert (before.code, "Todavía no se ha unido nada." in before.err) == (1, True)
    with writing(season) as write:
        again = write.add("person", kind="worker", name="Otra Vez")
    surco("--data", season, "export", "--out", tmp_path / "uno.db")
    assert surco("--data", office, "merge", tmp_path / "uno.db").code == 0
    folder = open_folder(office)
    (other,) = folder.book.rows("SELECT id FROM person_now WHERE kind = 'worker' AND id <> ? LIMIT 1", (again,))
    duplicates.unite(folder, Edge("Chayo", role="coordinator").stamp(), again, other["id"], {"name": 0})
    folder.close()
    wrong = surco("--data", office, "--language", "en", "print", "acta", "--batch", "99", "--out", tmp_path / "x.pdf")
    assert (wrong.code, "no uniting with the number 99" in wrong.err) == (1, True)
    assert not (tmp_path / "x.pdf").exists()
    out = tmp_path / "acta.pdf"
    assert surco("--data", office, "print", "acta", "--out", out, "--json").row == {"path": str(out)}
    words = subprocess.run(
        [shutil.which("pdftotext") or "pdftotext", "-layout", str(out), "-"], check=True, capture_output=True, text=True
    ).stdout
    held = sql(office, "SELECT count(*) FROM session_now WHERE state = 'held'")[0][0]
    assert "ACTA-001" in words
    assert "uno.db" in words
    assert "laptop-01" in words
    assert "No falta ninguna entrega." in words
    assert "Otra Vez" in words
    assert "Chayo" in words
    total = next(line for line in words.splitlines() if "Sesiones dadas" in line)
    assert total.split()[-2:] == ["0", str(held)]
