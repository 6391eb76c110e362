"""Photographs: whose code it is, where it lies, many at once, and a bounded time."""

from __future__ import annotations

import time
import tracemalloc

import cv2
import numpy as np
import pytest
import zxingcpp

from promoter_app.capture.bent import read_bent
from promoter_app.capture.found import FoundKind
from promoter_app.capture.photo import decode_photo
from promoter_app.capture.repair import repair_foreign
from promoter_app.domain.cards import CodeKind, make_code
from tests.capture.cells import PATIENT
from tests.capture.simulator import (
    Shot,
    Wear,
    card_text,
    clutter,
    draw_card,
    expose,
    foreign_symbol,
    shoot,
    stain,
    symbol,
)

CORNERS = [(150.0, 120.0), (450.0, 120.0), (450.0, 420.0), (150.0, 420.0)]


def on_paper(code: np.ndarray, side: int, *, at: tuple[int, int] = (60, 40)) -> np.ndarray:
    """A symbol of `side` pixels on a white page."""
    page = np.full((side + 140, side + 200), 240, np.uint8)
    page[at[1] : at[1] + side, at[0] : at[0] + side] = cv2.resize(code, (side, side), interpolation=cv2.INTER_AREA)
    return page


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (CodeKind.CARD, "card"),
        (CodeKind.PRACTICE, "practice"),
        (CodeKind.SCANNER_TEST, "scanner_test"),
        (CodeKind.SHEET, "sheet"),
    ],
)
def test_our_codes_have_their_kind(kind: CodeKind, name: str) -> None:
    text = make_code(kind, 4711, 99).text
    (found,) = decode_photo(on_paper(symbol(text), 168), seconds=PATIENT)
    assert (found.text, found.kind, found.how) == (text, FoundKind(name), "plain")


def test_corners_lie_on_the_symbol_clockwise_from_its_upper_left() -> None:
    (found,) = decode_photo(on_paper(symbol(card_text(1)), 210, at=(70, 50)), seconds=PATIENT)
    expected = [(70, 50), (280, 50), (280, 260), (70, 260)]
    assert np.abs(np.array(found.corners) - expected).max() < 6


@pytest.mark.parametrize("text", ["https://example.org/a?b=1", "C96E0001PX", "c96e0001pt", "C96-E0001PT", "HOLA"])
def test_what_is_not_ours_letter_for_letter_is_foreign(text: str) -> None:
    (found,) = decode_photo(on_paper(foreign_symbol(text), 232), seconds=PATIENT)
    assert (found.text, found.kind) == (text, FoundKind.FOREIGN)


def test_both_copies_and_two_people_are_found_in_one_picture() -> None:
    rng = np.random.default_rng(2)
    one, two = (shoot(draw_card(card_text(n), Wear(), rng), Wear(), Shot(), rng) for n in (5, 6))
    found = decode_photo(np.hstack([one, two]), seconds=PATIENT)
    assert sorted(each.text for each in found) == sorted([card_text(5), card_text(6)] * 2)


def test_a_picture_with_nothing_in_it_gives_nothing() -> None:
    scene = expose(clutter(1), Shot(), np.random.default_rng(1))
    assert decode_photo(scene) == []
    assert decode_photo(np.zeros((3, 5), np.uint8)) == []
    assert decode_photo(np.full((1, 400), 255, np.uint8)) == []


def test_forty_codes_on_twelve_megapixels_in_bounded_memory() -> None:
    page = cv2.resize(clutter(2), (4000, 3000)) * 0.3 + 150
    texts = [card_text(n) for n in range(40)]
    for place, text in enumerate(texts):
        y, x = 150 + (place // 8) * 570, 120 + (place % 8) * 480
        page[y - 60 : y + 270, x - 60 : x + 270] = 235
        page[y : y + 210, x : x + 210] = np.maximum(symbol(text, 21.0), 30)
    photo = expose(page.astype(np.float32), Shot(defocus=1.2, noise=8), np.random.default_rng(3))
    tracemalloc.start()
    found = decode_photo(photo, seconds=PATIENT)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sorted(each.text for each in found) == sorted(texts)
    assert peak < 12 * photo.nbytes


def test_no_step_begins_after_the_time_is_over() -> None:
    scene = expose(clutter(3), Shot(), np.random.default_rng(1))
    started = time.process_time()
    assert decode_photo(scene, seconds=0.0) == []
    nothing = time.process_time() - started
    decode_photo(scene)
    assert time.process_time() - started - nothing > nothing


def test_a_dirty_foreign_code_is_painted_clean_and_read() -> None:
    texts = set()
    for seed in range(6):
        rng = np.random.default_rng(seed)
        text = f"https://example.org/{seed:04d}"
        code = symbol(text).astype(np.float32)
        stain(code, 0.04, rng)
        photo = expose(on_paper(code, 240).astype(np.float32), Shot(), rng)
        found = repair_foreign(photo)
        assert all(each.text == text and each.kind is FoundKind.FOREIGN for each in found)
        texts |= {each.text for each in found}
    assert len(texts) >= 4


@pytest.mark.parametrize("bow", [18, -18])
@pytest.mark.parametrize("upright", [False, True])
def test_a_large_code_on_bowed_paper_is_read_where_it_lies(bow: int, upright: bool) -> None:
    text = "https://example.org/a/long/address/that/needs/a/version/of/its/own?with=more&and=more"
    page = np.full((560, 620), 235, np.uint8)
    page[120:420, 150:450] = cv2.resize(foreign_symbol(text), (300, 300), interpolation=cv2.INTER_AREA)
    ys, xs = np.mgrid[0:560, 0:620].astype(np.float32)
    bowed = cv2.remap(page, xs, ys + bow * (1 - ((xs - 300) / 150) ** 2), cv2.INTER_LINEAR, borderValue=235)
    photo = expose((bowed.T if upright else bowed).astype(np.float32), Shot(), np.random.default_rng(2))
    (found,) = read_bent(photo, [(120, 150), (420, 150), (420, 450), (120, 450)] if upright else CORNERS)
    assert (found.text, found.kind) == (text, FoundKind.FOREIGN)
    assert found.how == "bent grid"
    expected = [(y, x) for x, y in CORNERS] if upright else CORNERS
    for point in found.corners:
        assert min(abs(point[0] - x) + abs(point[1] - y) for x, y in expected) < 25


def test_a_micro_code_is_not_looked_for() -> None:
    """Its smallest kinds only detect errors, and a flattened piece of a card once passed for one."""
    micro = zxingcpp.create_barcode("409516", zxingcpp.BarcodeFormat.MicroQRCode, ec_level="L")
    picture = np.pad(np.array(zxingcpp.write_barcode_to_image(micro, scale=8)), 60, constant_values=255)
    assert zxingcpp.read_barcodes(picture)[0].text == "409516"
    assert decode_photo(picture) == []
