"""The week, the record of a union and the kit of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from promoter_app.domain.papers.office import DayKit, KitItem, PlannedSession, WeekPlan, WeekRow
from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.kit import draw_kit
from promoter_app.paper.office_papers import draw_merge_record, draw_week
from tests.paper import reading
from tests.paper.test_material import words

MONDAY = date(2026, 2, 16)


def _session(day: int, title: str) -> PlannedSession:
    return PlannedSession(MONDAY + timedelta(days=day), time(9, 40), time(10, 0), title, "Frente 4", "Rosa")


def test_each_session_stands_under_its_day(tmp_path: Path) -> None:
    row = WeekRow("San Blas", "18 personas", tuple(_session(day, f"TemaNum{day}") for day in range(6)))
    file = draw_week(WeekPlan("Semana", MONDAY, (row,)), tmp_path / "w.pdf")
    found = {text: (left, top) for left, top, *_, text in words(file)}
    days = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado"]
    for place, day in enumerate(days):
        left, top = found[f"TemaNum{place}"]
        assert abs(left - found[day][0]) < 3
        assert top > found[day][1]
    assert "domingo" not in found


def test_a_long_week_repeats_the_days_and_loses_no_crew(tmp_path: Path) -> None:
    rows = tuple(WeekRow(f"Cuadrilla-{n}", "", (_session(n % 6, "Tema"), _session(n % 6, "Otro"))) for n in range(40))
    file = draw_week(WeekPlan("Semana", MONDAY, rows, note="Proyecto"), tmp_path / "w.pdf", language="en")
    total = reading.page_count(file)
    assert total > 3
    for number in range(1, total + 1):
        text = reading.flat_text(file, "-f", str(number), "-l", str(number))
        assert "Monday 16" in text
        assert f"Page {number} of {total}" in text
    text = reading.flat_text(file)
    assert all(f"Cuadrilla-{n}" in text for n in range(40))
    assert text.count("09:40–10:00") == 80


def test_sessions_of_other_weeks_are_a_bug() -> None:
    with pytest.raises(ValueError, match="not of this week"):
        WeekPlan("x", MONDAY, (WeekRow("x", "", (_session(6, "Tema"),)),))
    with pytest.raises(ValueError, match="Monday"):
        WeekPlan("x", MONDAY + timedelta(days=1), ())


def test_an_acta_says_what_was_united_and_who_signs(tmp_path: Path) -> None:
    record = samples.merge_record()
    text = reading.flat_text(draw_merge_record(record, tmp_path / "a.pdf"), "-layout")
    wanted = [
        "Acta de consolidación", "ACTA-2026-007", "se unieron los datos de 3 archivos", "Archivos recibidos",
        "surco-2026-02-10.surco", "9f2c 77a1 0b3e", "Totales", "Personas 1,204 1,284", "Asistencias 4,310 4,670",
        "Diferencias resueltas", "35–44", "Personas repetidas que se unieron", "Ninguna.", "Quienes firman",
        "Rosa Elena Ríos",
    ]  # fmt: skip
    at = 0
    for part in wanted:
        assert part in text[at:], part
        at = text.index(part, at)
    english = reading.flat_text(draw_merge_record(replace(record, note="Nota."), tmp_path / "a.pdf", language="en"))
    assert "Consolidation record" in english
    assert "Nota." in english


def test_a_long_acta_repeats_the_heads_of_its_tables(tmp_path: Path) -> None:
    record = samples.merge_record()
    many = replace(record, files=record.files * 30, duplicates=record.conflicts * 30, signers=record.signers * 2)
    file = draw_merge_record(many, tmp_path / "a.pdf")
    text = reading.flat_text(file)
    assert text.count("surco-2026-02-10.surco") == 30
    assert text.count("Huella") > 2
    assert text.count("De quién o qué") > 2
    assert text.count("Promotora") == 2
    last = reading.flat_text(file, "-f", str(reading.page_count(file)))
    assert "Quienes firman" in last


def test_totals_below_zero_are_a_bug() -> None:
    with pytest.raises(ValueError, match="negative"):
        replace(samples.merge_record(), totals=(("Personas", 1, -1),))


def test_a_kit_is_one_file_with_every_paper_in_order(tmp_path: Path) -> None:
    kit = samples.kit("es")
    file = draw_kit(kit, tmp_path / "k.pdf")
    cover = reading.flat_text(file, "-l", "1", "-layout")
    for part in ("Paquete del día", "martes 17 de febrero de 2026", "Un vaso de 250 ml", "Lista de asistencia 1 1"):
        assert part in cover
    assert "Hoja para llevar 2 2" in cover
    firsts = [reading.flat_text(file, "-f", str(n), "-l", str(n)) for n in range(1, reading.page_count(file) + 1)]
    heads = ["Paquete", "Lista de asistencia", "Hoja de respuestas", "Guía", "Preguntas, antes", "¿Cuándo tomar"]
    heads += ["Un compañero", "Descanse", "Descanse", "PROFEDET", "PROFEDET"]
    assert len(firsts) == len(heads)
    assert all(head in text for head, text in zip(heads, firsts, strict=True))
    assert "Fundamento" not in cover


def test_an_empty_kit_is_only_its_cover(tmp_path: Path) -> None:
    kit = DayKit("Tema", MONDAY, "Frente 4", "San Blas", (), ())
    assert reading.page_count(draw_kit(kit, tmp_path / "k.pdf")) == 1
    with pytest.raises(ValueError, match="copies"):
        KitItem(samples.worker_sheet("es"), 0)


def test_papers_of_one_kit_do_not_disturb_each_other(tmp_path: Path) -> None:
    """The answer sheet lies on its side between upright pages."""
    sizes = reading.page_sizes(draw_kit(samples.kit("es"), tmp_path / "k.pdf"))
    assert [width > height for width, height in sizes[:4]] == [False, False, True, False]
