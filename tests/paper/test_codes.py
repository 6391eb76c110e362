"""Every printed code and square is read back by independent readers from rasterised pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.cards import CodeKind, make_code, read_code
from promoter_app.domain.papers.cards import CardBatch, CrewMarker, WorkerCard
from promoter_app.domain.papers.geometry import (
    ARUCO_DICTIONARY,
    PAGE_SIZES,
    SheetGeometry,
    SheetLayout,
    read_page_payload,
)
from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.answer_sheet import draw_answer_sheet
from promoter_app.paper.attendance_sheet import draw_attendance_sheet
from promoter_app.paper.cards import card_boxes, code_boxes, draw_cards, draw_crew_markers
from promoter_app.paper.certificate import code_box, draw_certificates
from promoter_app.paper.qr import CARD_VERSION, PAGE_VERSION, many_qr_rows, qr_rows
from tests.paper import reading
from tests.paper.test_material import words

DPI = [100, 200]


@pytest.mark.parametrize("dpi", DPI)
@pytest.mark.parametrize("paper", PAGE_SIZES)
def test_both_copies_on_every_card_are_read_by_zbar_and_zxing(tmp_path: Path, dpi: int, paper: str) -> None:
    batch = replace(samples.cards(13), backs=False)
    file = draw_cards(batch, tmp_path / "cards.pdf", paper=paper)
    places = card_boxes(paper)
    for number, page in enumerate(reading.pictures(file, dpi)):
        group = batch.cards[number * 10 : number * 10 + 10]
        for card, place in zip(group, places, strict=False):
            for box in code_boxes(place):
                image = reading.crop(page, box, dpi)
                assert reading.zbar(image) == [card.code]
                assert reading.zxing(image) == [card.code]
        assert sorted(reading.zxing(page)) == sorted(2 * [card.code for card in group])


def test_codes_are_thirty_millimetres_and_a_card_is_85_by_54() -> None:
    for paper, (width, height) in PAGE_SIZES.items():
        boxes = card_boxes(paper)
        assert len(boxes) == 10
        assert all((box.w, box.h) == (85, 54) for box in boxes)
        assert min(box.x for box in boxes) > 0
        assert max(box.y + box.h for box in boxes) < height
        assert max(box.x + box.w for box in boxes) < width
        for code in code_boxes(boxes[0]):
            assert (code.w, code.h) == (30, 30)
            assert code.x - boxes[0].x >= 4 * 30 / 21


def test_the_number_and_the_spoken_code_are_in_print(tmp_path: Path) -> None:
    card = WorkerCard(make_code(CodeKind.CARD, 5, 512).text, "0512", "Ana Ríos")
    text = reading.flat_text(draw_cards(CardBatch("x", (card,)), tmp_path / "c.pdf"))
    code = read_code(card.code)
    assert code is not None
    assert code.spoken in text
    assert "0512" in text
    assert "Ana Ríos" in text


def test_a_card_without_a_name_has_a_line_and_special_cards_say_so(tmp_path: Path) -> None:
    text = reading.flat_text(draw_cards(samples.blanks(3), tmp_path / "c.pdf"))
    assert text.count("Nombre") == 1
    assert "Tarjeta de práctica" in text
    assert "Prueba del lector" in text
    english = reading.flat_text(draw_cards(samples.blanks(3), tmp_path / "c.pdf", language="en"))
    assert "Practice card" in english


def test_a_back_lies_behind_its_front(tmp_path: Path) -> None:
    """Turned on the long edge, the square of each card comes behind that card."""
    batch = samples.cards(10)
    file = draw_cards(batch, tmp_path / "cards.pdf")
    back = reading.pictures(file, 100)[1]
    for card, front in zip(batch.cards, card_boxes("letter"), strict=True):
        assert card.marker is not None
        middle_x, middle_y = PAGE_SIZES["letter"][0] - front.centre[0], front.centre[1]
        module = 38 / len(card.marker)
        for row, line in enumerate(card.marker):
            for column, black in enumerate(line):
                x = middle_x + (column + 0.5 - len(card.marker) / 2) * module
                y = middle_y + (row + 0.5 - len(card.marker) / 2) * module
                assert (reading.darkness(back, x, y, 1.2, 100) > 0.5) == black


def test_a_crew_marker_is_found_and_the_letter_on_top_is_upright(tmp_path: Path) -> None:
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_5X5_250)
    picture = cv2.aruco.generateImageMarker(dictionary, 17, 7)
    matrix = tuple(tuple(bool(pixel == 0) for pixel in row) for row in picture)
    file = draw_crew_markers([CrewMarker("0131", matrix)], tmp_path / "m.pdf")
    page = reading.pictures(file, 60)[0]
    corners, numbers, _ = cv2.aruco.ArucoDetector(dictionary).detectMarkers(page)
    assert numbers.ravel().tolist() == [17]
    side = np.linalg.norm(corners[0][0][0] - corners[0][0][1]) * 25.4 / 60
    assert 85 < side < 100
    x, y = PAGE_SIZES["letter"][0] / 2, PAGE_SIZES["letter"][1] / 4
    found = {text: ((left + right) / 2 - x, (top + bottom) / 2 - y) for left, top, right, bottom, text in words(file)}
    for letter, way in {"A": (0, -1), "B": (1, 0), "C": (0, 1), "D": (-1, 0)}.items():
        across, down = found[letter]
        assert 47 < across * way[0] + down * way[1] < 70, letter
        assert abs(across * way[1]) + abs(down * way[0]) < 5, letter


Drawn = tuple[Path, SheetGeometry, int]


def _attendance(folder: Path, paper: str) -> Drawn:
    sheet = samples.attendance(41)
    file = draw_attendance_sheet(sheet, folder / "a.pdf", paper=paper)
    return file, SheetGeometry(SheetLayout("A", paper, 25, 25)), 2


def _answers(folder: Path, paper: str) -> Drawn:
    file = draw_answer_sheet(samples.answers(25, 6), folder / "t.pdf", paper=paper)
    return file, SheetGeometry(SheetLayout("T", paper, 15, 15, 6)), 2


@pytest.mark.parametrize("dpi", DPI)
@pytest.mark.parametrize("paper", PAGE_SIZES)
@pytest.mark.parametrize("draw", [_attendance, _answers])
def test_the_page_code_names_sheet_page_and_layout(
    tmp_path: Path, draw: Callable[[Path, str], Drawn], paper: str, dpi: int
) -> None:
    file, geometry, count = draw(tmp_path, paper)
    pages = reading.pictures(file, dpi)
    assert len(pages) == count
    for number, page in enumerate(pages, 1):
        image = reading.crop(page, geometry.code, dpi, 3.9)
        (text,) = reading.zbar(image)
        assert reading.zxing(page) == [text]
        code = read_page_payload(text)
        assert code is not None
        assert (code.page, code.layout.kind, code.layout.paper) == (number, geometry.layout.kind, paper)
        assert code.layout.rows == geometry.layout.rows
    assert read_page_payload(text).layout.named < geometry.layout.rows


@pytest.mark.parametrize("dpi", DPI)
@pytest.mark.parametrize("paper", PAGE_SIZES)
@pytest.mark.parametrize("draw", [_attendance, _answers])
def test_markers_are_where_the_shared_geometry_says(
    tmp_path: Path, draw: Callable[[Path, str], Drawn], paper: str, dpi: int
) -> None:
    file, geometry, _ = draw(tmp_path, paper)
    page = reading.pictures(file, dpi)[0]
    dictionary = cv2.aruco.getPredefinedDictionary(getattr(cv2.aruco, ARUCO_DICTIONARY))
    corners, numbers, _ = cv2.aruco.ArucoDetector(dictionary).detectMarkers(page)
    found = dict(zip(numbers.ravel().tolist(), corners, strict=True))
    assert sorted(found) == list(range(8))
    for marker in geometry.markers:
        x, y = found[marker.number][0].mean(axis=0) * 25.4 / dpi
        assert (x, y) == pytest.approx(marker.box.centre, abs=0.3)
        first = found[marker.number][0][0] * 25.4 / dpi  # upright: its first corner is the top left one
        assert tuple(first) == pytest.approx((marker.box.x, marker.box.y), abs=0.5)


@pytest.mark.parametrize("paper", PAGE_SIZES)
@pytest.mark.parametrize("draw", [_attendance, _answers])
def test_rings_and_row_squares_are_where_the_shared_geometry_says(
    tmp_path: Path, draw: Callable[[Path, str], Drawn], paper: str
) -> None:
    file, geometry, _ = draw(tmp_path, paper)
    page = reading.pictures(file, 200, 1, 1)[0]
    ink = page < 128
    scale = 200 / 25.4
    for anchor in geometry.anchors:
        box = anchor.box
        part = ink[
            round((box.y + 0.2) * scale) : round((box.y + box.h - 0.2) * scale),
            round((box.x + 0.2) * scale) : round((box.x + box.w - 0.2) * scale),
        ]
        assert part.mean() > 0.99
        beside = ink[round(box.centre[1] * scale), round((box.x - 0.4) * scale)]
        assert not beside
    for bubble in geometry.bubbles:
        assert _disc(ink, bubble.x, bubble.y, bubble.diameter / 2 - 0.35, scale) == 0, bubble
        turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        xs = np.round((bubble.x + np.cos(turns) * bubble.diameter / 2) * scale).astype(int)
        ys = np.round((bubble.y + np.sin(turns) * bubble.diameter / 2) * scale).astype(int)
        assert ink[ys, xs].mean() > 0.8, bubble


def _disc(ink: np.ndarray, x: float, y: float, radius: float, scale: float) -> float:
    top, left, reach = round(y * scale), round(x * scale), int(radius * scale)
    part = ink[top - reach : top + reach + 1, left - reach : left + reach + 1]
    rows, columns = np.ogrid[-reach : reach + 1, -reach : reach + 1]
    return float(part[rows**2 + columns**2 <= reach**2].mean())


@pytest.mark.parametrize("dpi", DPI)
def test_the_code_of_a_constancia_is_read_and_printed(tmp_path: Path, dpi: int) -> None:
    certificates = samples.certificates()
    file = draw_certificates(certificates, tmp_path / "c.pdf")
    height, width = PAGE_SIZES["letter"]
    for page, certificate in zip(reading.pictures(file, dpi), certificates, strict=True):
        image = reading.crop(page, code_box(width, height), dpi, 4)
        assert reading.zbar(image) == [certificate.check_code]
        assert reading.zxing(page) == [certificate.check_code]
    assert "7K2MP-Q9RST-4VWXY-3" in reading.flat_text(file)


def test_a_code_never_changes_size_and_wrong_texts_are_a_bug() -> None:
    assert len(qr_rows("C012345678", CARD_VERSION)) == 21
    assert len(qr_rows("S" * 18, PAGE_VERSION)) == 25
    picture = "".join(qr_rows("C012345678", CARD_VERSION)).encode()
    assert hashlib.sha256(picture).hexdigest().startswith("7ef494481c8bbc50")
    for make in (qr_rows, many_qr_rows):
        for text in ("c012345678", "C01-234567", "C0123456789", "Ñ123"):
            with pytest.raises(ValueError, match="not for a code"):
                make(text, CARD_VERSION)


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=9, max_size=10), st.sampled_from([1, 2]))
def test_a_long_run_prints_the_very_same_codes(text: str, version: int) -> None:
    assert many_qr_rows(text, version) == qr_rows(text, version)
