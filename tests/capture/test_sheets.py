"""Photographed sheets: what the hand meant comes back, or a person is asked, or the photo is refused with a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from promoter_app.capture.sheets import squares
from promoter_app.capture.sheets.deciding import Judged, judge_presence, judge_question, judge_ring
from promoter_app.capture.sheets.files import pictures_in, read_files
from promoter_app.capture.sheets.reading import read_sheet
from promoter_app.capture.sheets.values import Ink, MarkState, ReadPage, Why
from promoter_app.domain.papers.geometry import ATTENDANCE, Bubble, SheetLayout
from promoter_app.domain.refusal import Refusal
from tests.capture import sheet_simulator as sim

EMPTY = Ink(0.0, 0.0, 0.0, 0.0)
FILLED = Ink(0.8, 0.9, 1.0, 0.05)
HALF_COVERED, CRUMPLED = (
    replace(sim.CONDITIONS[name], size=(2592, 1944)) for name in ("12 MP half covered", "12 MP crumpled")
)


def answers_of(page: ReadPage) -> dict[sim.Key, tuple[str, bool]]:
    return {(a.row, a.field, a.item): (a.value, a.doubtful) for a in page.answers}


def check(filled: sim.Filled, picture: np.ndarray, most_asked: float = 0.08) -> None:
    """Nothing silently wrong, few asked."""
    said = answers_of(read_sheet(picture))
    wrong = [key for key, value in filled.truth.items() if said[key] != (value, False) and not said[key][1]]
    assert not [key for key in filled.unsure if not said[key][1]]
    assert not wrong
    asked = sum(said[key][1] for key in filled.truth if key not in filled.unsure)
    assert asked <= 1 + most_asked * len(filled.truth)


@pytest.mark.parametrize("condition", ["scan 200 dpi", "1080p typical"])
def test_an_attendance_list_is_read(condition: str) -> None:
    filled = sim.fill_attendance(seed=3)
    check(filled, sim.photograph(filled, sim.CONDITIONS[condition], 3))


@pytest.mark.parametrize("condition", ["5 MP typical"])
def test_a_test_sheet_is_read(condition: str) -> None:
    filled = sim.fill_answers(seed=4)
    check(filled, sim.photograph(filled, sim.CONDITIONS[condition], 4))


@pytest.mark.parametrize("quarter", range(4))
def test_any_rotation(quarter: int) -> None:
    filled = sim.fill_attendance(15, 12, seed=5)
    picture = sim.photograph(filled, replace(sim.CONDITIONS["scan 200 dpi"], blobs=0), 5)
    check(filled, np.ascontiguousarray(np.rot90(picture, quarter)))


@pytest.mark.parametrize("rows", [15, 30])
def test_the_page_says_which_it_is(rows: int) -> None:
    filled = sim.fill_attendance(rows, rows - 3, seed=6)
    page = read_sheet(sim.photograph(filled, sim.CONDITIONS["scan 200 dpi"], 6))
    assert page.code.layout == SheetLayout(ATTENDANCE, "letter", rows, rows - 3)
    assert page.code.page == 1
    assert cv2.imdecode(np.frombuffer(page.photo, np.uint8), cv2.IMREAD_GRAYSCALE).shape == page.size[::-1]


def test_half_a_page_is_refused() -> None:
    filled = sim.fill_attendance(seed=7)
    for seed in (1,):
        with pytest.raises(Refusal) as caught:
            read_sheet(sim.photograph(filled, HALF_COVERED, seed))
        assert caught.value.code in ("covered", "no_page_code", "not_a_sheet")


def test_rows_under_something_are_asked() -> None:
    filled = sim.fill_attendance(30, 27, seed=13, marks="fill")
    ring = next(b for b in sim.SheetGeometry(filled.layout).bubbles if (b.row, b.field) == (8, "present"))
    left, top = int((ring.x - 6) * sim.PX), int((ring.y - 8) * sim.PX)
    filled.page[top : top + 16 * sim.PX, left : left + 12 * sim.PX] = 250
    said = answers_of(read_sheet(sim.photograph(filled, sim.CONDITIONS["scan 200 dpi"], 13)))
    assert said[8, "present", 0][1]


def test_a_crumpled_page_is_refused_or_asked() -> None:
    for seed in (11,):
        filled = sim.fill_attendance(seed=seed)
        try:
            check(filled, sim.photograph(filled, CRUMPLED, seed), most_asked=1.0)
        except Refusal as refusal:
            said = refusal.code
            assert said in ("crumpled", "covered", "no_page_code", "blurred")


def test_a_photo_of_something_else() -> None:
    with pytest.raises(Refusal) as caught:
        read_sheet(sim.clutter(2).astype(np.uint8))
    assert caught.value.code == "not_a_sheet"


def test_a_tiny_photo_is_refused() -> None:
    filled = sim.fill_attendance(seed=8)
    picture = sim.photograph(filled, sim.CONDITIONS["scan 200 dpi"], 8)
    with pytest.raises(Refusal) as caught:
        read_sheet(cv2.resize(picture, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA))
    assert caught.value.code in ("blurred", "no_page_code", "not_a_sheet", "covered")


def test_a_sheet_of_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    filled = sim.fill_attendance(seed=9)
    picture = sim.photograph(filled, sim.CONDITIONS["scan 200 dpi"], 9)
    with monkeypatch.context() as patch:
        patch.setattr("promoter_app.capture.sheets.reading.VERSION", 7)
        with pytest.raises(Refusal) as caught:
            read_sheet(picture)
    assert caught.value.code == "other_version"


def test_written_rows_come_with_their_picture() -> None:
    filled = sim.fill_attendance(15, 10, seed=10)
    geometry = sim.SheetGeometry(filled.layout)
    hand = sim.Hand(filled.page, np.random.default_rng(1))
    ring = next(b for b in geometry.bubbles if b.row == 11 and b.field == "present")
    hand.mark(ring, "tick")
    page = read_sheet(sim.photograph(filled, sim.CONDITIONS["scan 200 dpi"], 10))
    assert list(page.written) == [11]
    row = cv2.imdecode(np.frombuffer(page.written[11], np.uint8), cv2.IMREAD_GRAYSCALE)
    assert row.shape[1] > 1000


def test_several_files_and_pages_and_one_bad_one(tmp_path: Path) -> None:
    import pypdfium2
    from PIL import Image

    first, second = (sim.fill_attendance(15, 12, seed=seed) for seed in (21, 22))
    pages = [sim.photograph(f, sim.CONDITIONS["scan 200 dpi"], 21) for f in (first, second)]
    images = [Image.fromarray(page) for page in pages]
    images[0].save(tmp_path / "two.pdf", save_all=True, append_images=images[1:], resolution=200)
    images[0].save(tmp_path / "one.png")
    (tmp_path / "iphone.heic").write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 40)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    files = [tmp_path / name for name in ("two.pdf", "iphone.heic", "one.png", "broken.pdf", "gone.jpg")]
    read = list(read_files(files))
    assert [(one.file.name, one.number) for one in read] == [
        ("two.pdf", 1), ("two.pdf", 2), ("iphone.heic", 1), ("one.png", 1), ("broken.pdf", 1), ("gone.jpg", 1),
    ]  # fmt: skip
    codes = [one.refusal.code if one.refusal else "" for one in read]
    assert codes == ["", "", "heic", "", "image_damaged", "image_missing"]
    assert answers_of(read[0].page) == answers_of(read[3].page)  # type: ignore[arg-type]
    assert pypdfium2.PdfDocument(tmp_path / "two.pdf") is not None


def test_pdf_pictures_are_grey(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (400, 300), 200).save(tmp_path / "a.pdf", resolution=100)
    (picture,) = pictures_in(tmp_path / "a.pdf")
    assert picture.dtype == np.uint8
    assert picture.ndim == 2


def test_working_size_is_bounded() -> None:
    assert max(squares.working(np.zeros((3000, 4000), np.uint8)).shape) == squares.WORKING_SIDE
    small = np.zeros((300, 400), np.uint8)
    assert squares.working(small) is small


# --- deciding -----------------------------------------------------------------------------------------------


def judged(ink: Ink, field: str = "present", choice: str = "") -> Judged:
    return Judged(Bubble(0, field, 0, 0, 4.4, 1 if choice else 0, choice), ink, *judge_ring(ink))


@pytest.mark.parametrize(
    ("ink", "state", "why"),
    [
        (EMPTY, MarkState.EMPTY, None),
        (FILLED, MarkState.MARKED, None),
        (Ink(0.1, 0.2, 0.9, 0.0), MarkState.DOUBTFUL, Why.SHORT),
        (Ink(0.0, 0.3, 0.9, 0.0), MarkState.DOUBTFUL, Why.SHORT),
        (Ink(0.3, 0.3, 0.4, 0.0), MarkState.DOUBTFUL, Why.STAIN),
        (Ink(0.3, 0.3, 1.1, 0.1, 0.2), MarkState.DOUBTFUL, Why.SLIP),
        (Ink(0.9, 0.9, 1.0, 0.6), MarkState.DOUBTFUL, Why.CROSSED),
    ],
)
def test_what_one_ring_says(ink: Ink, state: MarkState, why: Why | None) -> None:
    assert judge_ring(ink) == (state, why)


def test_the_correction_ring_takes_a_mark_back() -> None:
    assert judge_presence(judged(FILLED), judged(EMPTY, "void")) == ("yes", None)
    assert judge_presence(judged(FILLED), judged(FILLED, "void")) == ("no", None)
    assert judge_presence(judged(EMPTY), judged(EMPTY, "void")) == ("no", None)
    assert judge_presence(judged(EMPTY), judged(FILLED, "void")) == ("no", Why.DOUBLE)
    assert judge_presence(judged(FILLED), judged(Ink(0.1, 0.1, 0.5, 0), "void")) == ("yes", Why.SHORT)
    assert judge_presence(judged(replace(FILLED, spill=0.3)), judged(EMPTY, "void")) == ("yes", Why.CROSSED)


def test_one_choice_for_each_question() -> None:
    def ask(*inks: Ink) -> tuple[str, Why | None]:
        return judge_question(judged(ink, "pre", letter) for ink, letter in zip(inks, "ABC", strict=True))

    assert ask(EMPTY, FILLED, EMPTY) == ("B", None)
    assert ask(EMPTY, EMPTY, EMPTY) == ("", None)
    assert ask(FILLED, FILLED, EMPTY)[1] is Why.DOUBLE
    assert ask(EMPTY, FILLED, Ink(0.06, 0.1, 0.4, 0))[1] is None
    assert ask(EMPTY, FILLED, Ink(0.15, 0.2, 0.4, 0))[1] is Why.DOUBLE
    assert ask(EMPTY, Ink(0.1, 0.2, 0.6, 0), EMPTY) == ("B", Why.SHORT)
    thin = Ink(0.2, 0.26, 1.1, 0.05, 0.5)
    assert ask(EMPTY, thin, EMPTY) == ("B", None), "a tick with a thin pen, alone in its question"
    assert ask(EMPTY, thin, Ink(0.05, 0.1, 0.4, 0)) == ("B", Why.SHORT)
    assert ask(EMPTY, replace(thin, round=0.35), EMPTY) == ("B", Why.SHORT), "a slip is straight"
    assert ask(EMPTY, replace(thin, span=0.8), EMPTY) == ("B", Why.SHORT), "a stain is small"
    assert judge_presence(judged(thin), judged(EMPTY, "void")) == ("yes", Why.SHORT), "who came is asked all the same"
