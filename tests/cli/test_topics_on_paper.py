"""The terminal prints the topics as the office changed them, and the privacy notice as it is worded."""

from __future__ import annotations

from pathlib import Path

from promoter_app.domain.curriculum import editing
from promoter_app.domain.office.topic_nouns import INSERT
from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.services.office import setting_up
from promoter_app.services.topics import versions
from tests.cli.conftest import Surco, sql
from tests.paper import reading


def test_questions_are_printed_in_their_last_version(surco: Surco, season: Path, tmp_path: Path) -> None:
    ((code, sector, session),) = sql(
        season,
        "SELECT s.module, c.sector, s.code FROM session_now s JOIN crew_now c ON c.id = s.crew"
        " WHERE s.module IS NOT NULL AND s.kind = 'training' LIMIT 1",
    )
    folder = open_folder(season)
    content = versions.current_content(folder)
    module = content.courses[sector].module(code)
    assert module is not None
    form = editing.item_form(module.items[0])
    changed = editing.with_item(module, 0, {**form.values, "question_es": "¿Pregunta nueva de la oficina?"})
    versions.save_version(folder, Edge("Ana", role="coordinator").stamp(), content, changed)
    folder.close()
    out = tmp_path / "preguntas.pdf"
    ran = surco("--data", season, "print", "questions", session, "--out", out)
    assert (ran.code, ran.err) == (0, "")
    assert "¿Pregunta nueva de la oficina?" in reading.flat_text(out)


def test_the_privacy_notice_is_printed_with_its_caveat(surco: Surco, season: Path, tmp_path: Path) -> None:
    out = tmp_path / "aviso.pdf"
    ran = surco("--data", season, "print", "notice", "--out", out, "--json")
    assert (ran.code, ran.row["path"]) == (0, str(out))
    text = reading.flat_text(out)
    assert "Proyecto de muestra, con domicilio en Calle de muestra 1" in text
    assert "ni garantía" in text


def test_the_guide_carries_the_hospital_and_what_the_company_has(surco: Surco, season: Path, tmp_path: Path) -> None:
    ((company, session, hospital),) = sql(
        season,
        "SELECT c.company, s.code, v.hospital FROM session_now s JOIN crew_now c ON c.id = s.crew"
        " JOIN venue_now v ON v.id = s.venue WHERE s.module = 'M3' AND v.hospital IS NOT NULL LIMIT 1",
    )
    edge = Edge("Ana", role="coordinator")
    values = {"company": company, "module": "M3", "text_es": "Botiquín en la báscula"}
    folder = open_folder(season)
    made = setting_up.add(folder, edge.stamp(), INSERT, values).outcome[0]
    folder.close()
    unchecked, checked = tmp_path / "antes.pdf", tmp_path / "guia.pdf"
    assert surco("--data", season, "print", "guide", session, "--out", unchecked).code == 0
    assert "Botiquín en la báscula SIN VERIFICAR" in reading.flat_text(unchecked).replace("• ", "")
    folder = open_folder(season)
    setting_up.change(folder, edge.stamp(), INSERT, made, {**values, "checked_on": edge.stamp().today})
    folder.close()
    assert surco("--data", season, "print", "guide", session, "--out", checked).code == 0
    text = reading.flat_text(checked).replace("• ", "")
    assert "Botiquín en la báscula" in text
    assert "Botiquín en la báscula SIN VERIFICAR" not in text
    assert hospital in text
    assert "alta, sin comprobar" in text or "Se encontró la fuente" in text
    assert not {"source_found", "unmarked", "proposal"} & set(text.split())
