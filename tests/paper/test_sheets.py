"""What attendance and answer sheets say, and that the longest names stay in their columns."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.papers.geometry import (
    ATTENDANCE_ROWS,
    MAX_ITEMS,
    PAGE_SIZES,
    TEST_ROWS,
    SheetGeometry,
    SheetLayout,
    page_payload,
    page_size,
    read_page_payload,
    split_rows,
)
from promoter_app.domain.papers.sheets import AnswerSheet, AttendanceRow, AttendanceSheet
from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.answer_sheet import draw_answer_sheet
from promoter_app.paper.attendance_sheet import draw_attendance_sheet, totals_line
from tests.paper import reading

LONGEST = "Wenceslao Maximiliano de la Santísima Trinidad Hernández-Villavicencio y Xochitlanehuatzin"
SHEET = make_code(CodeKind.SHEET, 77, 42).text
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def _words(file: Path) -> list[tuple[float, float, float, float, str]]:
    """(left, top, right, bottom in mm, text) of every word."""
    found = WORD.findall(reading.run("pdftotext", "-bbox", file, "-"))
    return [(*(float(v) * 25.4 / 72 for v in box), html.unescape(text)) for *box, text in found]


@pytest.mark.parametrize("paper", PAGE_SIZES)
def test_thirty_rows_of_the_longest_names_stay_in_their_cells(tmp_path: Path, paper: str) -> None:
    row = AttendanceRow("2097151", LONGEST, "F", "25–34", "Mexikatlajtoli de la Huasteca", True, True)
    sheet = replace(samples.attendance(30), rows=(row,) * 30, walk_ins=0)
    file = draw_attendance_sheet(sheet, tmp_path / "a.pdf", paper=paper)
    assert reading.page_count(file) == 1
    geometry = SheetGeometry(SheetLayout("A", paper, 30, 30))
    edges = sorted(x for x, _ in geometry.columns.values())
    bottom = geometry.top + 30 * geometry.row_height
    inside = [word for word in _words(file) if geometry.top < (word[1] + word[3]) / 2 < bottom]
    assert len(inside) > 300
    for left, top, right, low, text in inside:
        assert not any(left < edge - 0.05 and right > edge + 0.05 for edge in edges), text
        assert right <= geometry.right
        middle = (top + low) / 2
        line = int((middle - geometry.top) / geometry.row_height)
        assert abs(middle - geometry.row_middle(line)) < geometry.row_height / 2
    text = reading.flat_text(file)
    assert text.count("Hernández-Villavicencio") + text.count("Hern") >= 30
    assert text.count("Xochitlanehuatzin") == 30


@pytest.mark.parametrize("paper", PAGE_SIZES)
def test_answer_sheet_names_end_before_the_rings(tmp_path: Path, paper: str) -> None:
    rows = tuple(replace(row, name=LONGEST, number="2097151") for row in samples.answers(20, 6).rows)
    sheet = replace(samples.answers(20, 6), rows=rows, walk_ins=0)
    file = draw_answer_sheet(sheet, tmp_path / "t.pdf", paper=paper)
    geometry = SheetGeometry(SheetLayout("T", paper, 20, 20, 6))
    first = min(anchor.box.x for anchor in geometry.anchors if anchor.place == 1)
    bottom = geometry.top + 20 * geometry.row_height
    inside = [word for word in _words(file) if geometry.top < (word[1] + word[3]) / 2 < bottom]
    assert len(inside) > 100
    assert max(word[2] for word in inside) < first


def test_every_field_of_the_head_is_printed_in_order(tmp_path: Path) -> None:
    text = reading.flat_text(draw_attendance_sheet(samples.attendance(11), tmp_path / "a.pdf"), "-layout")
    wanted = [
        "Lista de asistencia", "Derechos y bienestar 2", "Surco Nayarit 2025–2026 · Asociación Ejemplo del Valle",
        "Folio", "A-2026-0042", "martes 17 de febrero de 2026", "09:40–10:00", "Ingenio El Ejemplo", "Frente 4",
        "San Blas", "Caña", "Español y wixárika", "María ‘Ɨkitɨa", "Rosa Elena Ríos y Juan Pérez de la O", "Descanso",
        "Tarjeta", "Nombre", "Sexo", "Edad", "1.ª vez", "Acepta", "Vino", "Borrar", "Firma o marca",
        "0131", "Anselmo Robles Ríos", "En la lista", "Vinieron", "No entregar al patrón",
    ]  # fmt: skip
    at = 0
    for words in wanted:
        assert words in text[at:], words
        at = text.index(words, at)
    assert "No se entregan al ingenio ni al gobierno" in text
    by_word = {word[4] for word in _words(tmp_path / "a.pdf")}
    assert by_word >= set(samples.header().place.split()), "a long place takes two lines, it is not cut"


def test_empty_fields_are_lines_to_fill_in(tmp_path: Path) -> None:
    head = replace(samples.header(), day=None, start=None, end=None, interpreter="", folio="")
    file = draw_attendance_sheet(replace(samples.attendance(3), header=head), tmp_path / "a.pdf")
    text = reading.flat_text(file)
    assert "__:__–__:__" in text
    assert "febrero" not in text


def test_the_version_without_names_says_nothing_about_people(tmp_path: Path) -> None:
    sheet = samples.attendance(12, named=False)
    text = reading.flat_text(draw_attendance_sheet(sheet, tmp_path / "a.pdf"))
    assert all(row.number in text for row in sheet.rows)
    for secret in [*(row.name for row in sheet.rows), "25–34", "Náayeri", "F 3"]:
        assert secret not in text
    answers = replace(samples.answers(8, 3), named=False)
    text = reading.flat_text(draw_answer_sheet(answers, tmp_path / "t.pdf"))
    assert "Anselmo" not in text


@given(st.integers(0, 70), st.integers(0, 12), st.sampled_from(["letter", "a4"]))
def test_totals_equal_the_rows(people: int, walk_ins: int, paper: str) -> None:
    sheet = replace(samples.attendance(people), walk_ins=walk_ins)
    named = 0
    for here, rows in split_rows(people, walk_ins, ATTENDANCE_ROWS):
        line = totals_line(sheet, sheet.rows[named : named + here], rows, "es")
        listed, empty, total = (int(number) for number in re.findall(r"[:+=] (\d+)", line))
        by_sex = sum(int(number) for number in re.findall(r"[FMX—] (\d+)", line))
        assert (listed, total) == (here, rows)
        assert listed + empty == total
        assert by_sex == listed
        named += here
    assert named == people


@given(st.integers(0, 400), st.integers(0, 40), st.sampled_from([ATTENDANCE_ROWS, TEST_ROWS]))
def test_every_person_has_one_row_and_walk_ins_have_room(people: int, walk_ins: int, allowed: tuple[int, ...]) -> None:
    pages = split_rows(people, walk_ins, allowed)
    assert sum(named for named, _ in pages) == people
    assert sum(rows - named for named, rows in pages) >= walk_ins
    assert all(rows in allowed for _, rows in pages)
    seen_empty = False
    for named, rows in pages:
        assert not (seen_empty and named)
        seen_empty = seen_empty or named < rows


def test_a_second_page_goes_on_counting(tmp_path: Path) -> None:
    file = draw_attendance_sheet(samples.attendance(41), tmp_path / "a.pdf")
    second = reading.flat_text(file, "-f", "2", "-layout")
    assert "Hoja 2 de 2" in second
    assert "26" in second
    assert "50" in second
    assert "En la lista: 16" in second


def test_true_and_false_items_have_their_own_letters(tmp_path: Path) -> None:
    file = draw_answer_sheet(samples.answers(5, 3), tmp_path / "t.pdf")
    text = reading.flat_text(file, "-layout")
    assert "A B C V F ? A B C A B C V F ? A B C" in text
    assert "Versión de la prueba: M1-1" in text
    english = reading.flat_text(draw_answer_sheet(samples.answers(5, 3), tmp_path / "t.pdf", language="en"), "-layout")
    assert "T F ?" in english
    plain = replace(samples.answers(5, 3), true_false=(False, False))
    assert "verdadero" not in reading.flat_text(draw_answer_sheet(plain, tmp_path / "t.pdf"))


LAYOUTS = st.one_of(
    st.builds(
        lambda paper, rows, part: SheetLayout("A", paper, rows, part % (rows + 1)),
        st.sampled_from(sorted(PAGE_SIZES)), st.sampled_from(ATTENDANCE_ROWS), st.integers(0, 99),
    ),
    st.builds(
        lambda paper, rows, part, items: SheetLayout("T", paper, rows, part % (rows + 1), items),
        st.sampled_from(sorted(PAGE_SIZES)), st.sampled_from(TEST_ROWS), st.integers(0, 99), st.integers(1, MAX_ITEMS),
    ),
)  # fmt: skip


@given(LAYOUTS, st.integers(1, 31), st.integers(0, 16383), st.integers(0, 2**21 - 1))
def test_a_page_code_reads_back_and_a_wrong_character_does_not(
    layout: SheetLayout, page: int, tag: int, number: int
) -> None:
    sheet = make_code(CodeKind.SHEET, tag, number).text
    text = page_payload(sheet, page, layout)
    assert len(text) == 18
    code = read_page_payload(text.lower())
    assert code is not None
    assert (code.sheet, code.page, code.version, code.layout) == (sheet, page, 1, layout)
    for place in range(18):
        wrong = text[:place] + ("7" if text[place] != "7" else "8") + text[place + 1 :]
        assert read_page_payload(wrong) is None
    for place in range(17):
        if text[place] != text[place + 1]:
            swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
            assert read_page_payload(swapped) is None


@given(st.text(max_size=20))
def test_other_texts_are_not_page_codes(text: str) -> None:
    assert read_page_payload(text) is None


@given(LAYOUTS)
def test_nothing_that_is_read_touches_anything_else(layout: SheetLayout) -> None:
    """Rings, row squares, markers and page code keep their distance and lie on the page."""
    geometry = SheetGeometry(layout)
    width, height = geometry.size
    things = [("code", geometry.code, 1.2)]
    things += [("marker", marker.box, 1.3) for marker in geometry.markers]
    things += [("anchor", anchor.box, 0.9) for anchor in geometry.anchors if anchor.row in (0, layout.rows // 2)]
    rings = [bubble for bubble in geometry.bubbles if bubble.row in (0, layout.rows // 2)]
    for index, (name, box, apart) in enumerate(things):
        assert box.x >= 5
        assert box.y >= 5
        assert box.x + box.w <= width - 5
        assert box.y + box.h <= height - 5
        for other, second, far in things[index + 1 :]:
            assert _gap(box, second) >= min(apart, far), (name, other)
    for index, ring in enumerate(rings):
        assert geometry.left <= ring.x - ring.diameter / 2
        assert ring.x + ring.diameter / 2 <= geometry.right
        assert ring.diameter + 0.6 <= geometry.row_height
        for other in rings[index + 1 :]:
            away = ((ring.x - other.x) ** 2 + (ring.y - other.y) ** 2) ** 0.5
            assert away - (ring.diameter + other.diameter) / 2 >= 0.5
        for name, box, _ in things:
            x, y = box.centre
            assert abs(x - ring.x) > (box.w + ring.diameter) / 2 or abs(y - ring.y) > (box.h + ring.diameter) / 2, name


def _gap(first, second) -> float:
    x = max(second.x - first.x - first.w, first.x - second.x - second.w)
    y = max(second.y - first.y - first.h, first.y - second.y - second.h)
    return max(x, y)


def test_the_first_and_the_last_row_have_another_shape() -> None:
    geometry = SheetGeometry(SheetLayout("A", "letter", 20, 20))
    for anchor in geometry.anchors:
        assert anchor.end == (anchor.row in (0, 19))
        assert (anchor.box.w > anchor.box.h) == anchor.end


def test_only_rows_for_walk_ins_ask_for_first_time_and_consent() -> None:
    geometry = SheetGeometry(SheetLayout("A", "a4", 15, 12))
    by_row = {row: {b.field for b in geometry.bubbles if b.row == row} for row in (11, 12)}
    assert by_row[11] == {"present", "void"}
    assert by_row[12] == {"present", "void", "first_time", "consent"}


@pytest.mark.parametrize(
    "make",
    [
        lambda: SheetLayout("B", "letter", 20, 3),
        lambda: SheetLayout("A", "legal", 20, 3),
        lambda: SheetLayout("A", "letter", 21, 3),
        lambda: SheetLayout("A", "letter", 20, 21),
        lambda: SheetLayout("T", "letter", 20, 3, 7),
        lambda: SheetLayout("A", "letter", 20, 3, 2),
        lambda: page_size("legal"),
        lambda: page_payload("C" + SHEET[1:], 1, SheetLayout("A", "letter", 20, 3)),
        lambda: page_payload(SHEET, 32, SheetLayout("A", "letter", 20, 3)),
        lambda: AttendanceRow("1", "a", "Q", ""),
        lambda: replace(samples.attendance(3), sheet_code=make_code(CodeKind.CARD, 1, 1).text),
        lambda: replace(samples.attendance(3), walk_ins=-1),
        lambda: replace(samples.answers(3, 3), true_false=()),
        lambda: replace(samples.answers(3, 3), walk_ins=601),
        lambda: AnswerSheet(samples.header(), "x", (), (True,), "1"),
        lambda: AttendanceSheet(samples.header(), "x", (), ""),
    ],
)
def test_values_that_make_no_sense_are_a_bug(make) -> None:
    with pytest.raises(ValueError):
        make()
