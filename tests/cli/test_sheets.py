"""`surco print` for every paper, `surco sheet read` and `surco certificate`, as other programs see them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.capture import filled
from tests.cli.conftest import DAY, Surco, sql, writing
from tests.cli.test_json_keys import promised
from tests.paper import reading


def session_of(season: Path, state: str = "planned") -> str:
    rows = sql(season, "SELECT code FROM session_now WHERE state = ? AND held_on >= ? ORDER BY held_on", state, DAY)
    return str(rows[0][0])


@pytest.mark.parametrize(
    "paper", ["roster", "tests", "guide", "worker-sheet", "questions", "help-card", "kit"]
)
def test_papers_of_a_session(surco: Surco, season: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "papel.pdf"
    ran = surco("--data", season, "print", paper, session_of(season), "--out", out, "--json")
    assert ran.code == 0, ran.err
    reading.run("qpdf", "--check", out)
    assert all(embedded for _name, embedded, _subset in reading.fonts_of(out))
    again = tmp_path / "otra.pdf"
    surco("--data", season, "print", paper, session_of(season), "--out", again, "--json")
    assert again.read_bytes() == out.read_bytes()


def test_the_week_on_paper(surco: Surco, season: Path, tmp_path: Path) -> None:
    out = tmp_path / "semana.pdf"
    assert surco("--data", season, "print", "week", "--monday", DAY, "--out", out).code == 0
    reading.run("qpdf", "--check", out)


def test_a_photo_becomes_marks_and_then_rows(surco: Surco, season: Path, tmp_path: Path) -> None:
    code = session_of(season)
    out = tmp_path / "lista.pdf"
    surco("--data", season, "print", "roster", code, "--out", out)
    (page,) = filled.raster(out)
    filled.mark_rows(page, [2])
    photo = filled.scan(page, tmp_path / "foto.jpg")
    ran = surco("--data", season, "sheet", "read", photo, "--json")
    assert ran.code == 0, ran.err
    assert ran.row["session"] == code
    assert list(ran.row) == promised()["sheet read"]
    marks = ran.row["marks"]
    assert [mark["value"] for mark in marks[:4]] == ["no", "no", "yes", "no"]
    assert not any(mark["doubtful"] for mark in marks)
    assert {mark["field"] for mark in marks} == {"present"}
    before = sql(season, "SELECT count(*) FROM attendance")[0][0]
    assert surco("--data", season, "sheet", "read", photo, "--save").code == 0
    assert sql(season, "SELECT count(*) FROM attendance")[0][0] == before + 1
    ((name,),) = sql(
        season, "SELECT hex(person) FROM attendance WHERE session IN (SELECT id FROM session_now WHERE code = ?)", code
    )
    assert name.lower() == marks[2]["person"]
    assert surco("--data", season, "sheet", "read", photo, "--save").code == 0
    assert sql(season, "SELECT count(*) FROM attendance")[0][0] == before + 1


def test_a_photo_of_nothing_is_refused(surco: Surco, season: Path, tmp_path: Path) -> None:
    photo = tmp_path / "nada.png"
    cv2.imwrite(str(photo), np.full((800, 600), 200, np.uint8))
    ran = surco("--data", season, "sheet", "read", photo, "--json")
    assert ran.code == 1
    assert "no se ve una hoja de Surco" in ran.err


def finish(season: Path) -> tuple[str, str]:
    """One member of a crew attends everything: crew code and name of the person."""
    ((crew, code),) = sql(season, "SELECT id, code FROM crew_now WHERE sector = 'cane' LIMIT 1")
    ((person, name),) = sql(
        season,
        "SELECT p.id, p.name FROM membership_now m JOIN person_now p ON p.id = m.person WHERE m.crew = ?"
        " AND m.until IS NULL ORDER BY p.name_key LIMIT 1",
        crew,
    )
    ((promoter,),) = sql(season, "SELECT id FROM person_now WHERE kind = 'promoter' ORDER BY name_key LIMIT 1")
    with writing(season) as write:
        for number, module in enumerate(("M1", "M2", "M3", "M4", "M6", "M7", "M8", "M9", "M10"), 1):
            held_on = f"2026-01-{number:02d}"
            session = write.add(
                "session", code=f"X{number}", kind="training", crew=crew, module=module, held_on=held_on,
                starts="12:00", ends="12:30", state="held", pinned=0, promoter=promoter,
            )
            write.add("attendance", session=session, person=person, crew=crew, way="typed")
    return str(code), str(name)


def test_certificates_have_a_folio_and_a_code_that_is_checked_offline(
    surco: Surco, season: Path, tmp_path: Path
) -> None:
    crew, name = finish(season)
    out, again = tmp_path / "c.pdf", tmp_path / "c2.pdf"
    assert surco("--data", season, "print", "certificates", crew, "--out", out, "--json").code == 0
    text = reading.flat_text(out)
    assert name in text
    ((partner,),) = sql(
        season, "SELECT p.name FROM crew_now c JOIN partner_now p ON p.id = c.partner WHERE c.code = ?", crew
    )
    given = sql(
        season, "SELECT s.held_on, s.starts, p.name FROM session_now s JOIN person_now p ON p.id = s.promoter"
        " JOIN crew_now c ON c.id = s.crew WHERE c.code = ? AND s.state = 'held'", crew
    )
    assert partner in text
    assert max(given)[2] in text
    assert "No es constancia DC-3 ni certificado CONOCER" in text
    rows = sql(season, "SELECT folio, check_code, topics FROM certificate")
    assert rows
    folio, check, topics = rows[0]
    assert folio in text
    assert topics == 9
    surco("--data", season, "print", "certificates", crew, "--out", again, "--json")
    assert sql(season, "SELECT count(*) FROM certificate") == [(len(rows),)]
    assert again.read_bytes() == out.read_bytes()
    good = surco("--data", season, "certificate", check.lower(), "--json")
    assert (good.code, good.row["folio"]) == (0, folio)
    wrong = surco("--data", season, "certificate", check[::-1], "--json")
    assert wrong.code == 1


def test_nobody_finished_is_said(surco: Surco, season: Path, tmp_path: Path) -> None:
    ((season_id,),) = sql(season, "SELECT season FROM crew_now WHERE sector = 'cane' LIMIT 1")
    with writing(season) as write:
        write.add("crew", code="NUEVA", name="La Nueva", season=season_id, sector="cane")
    ran = surco("--data", season, "print", "certificates", "NUEVA", "--out", tmp_path / "c.pdf")
    assert ran.code == 1
    assert "ha terminado el programa" in ran.err
