"""Our symbol from uncertain modules: what Reed-Solomon allows is corrected, and nothing else is given out."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_H

from promoter_app.capture.erasures import CHECKS, SPARE, TOTAL, correct, data_cells, read_modules, text_of
from promoter_app.domain.cards import MAX_NUMBER, MAX_TAG, CodeKind, make_code
from tests.capture.simulator import modules_of

codes = st.builds(make_code, st.sampled_from(CodeKind), st.integers(0, MAX_TAG), st.integers(0, MAX_NUMBER))


def darkness(text: str, sure: float = 1.0) -> list[list[float]]:
    return [[sure if dark else -sure for dark in row] for row in modules_of(text, ERROR_CORRECT_H, 1)]


def blur_words(grid: list[list[float]], words: list[int], rng: random.Random, sure: float) -> None:
    for word in words:
        for row, column in data_cells()[8 * word : 8 * word + 8]:
            grid[row][column] = rng.choice([-sure, sure]) * rng.random()


@given(codes)
def test_a_clean_grid_is_read(code: object) -> None:
    assert read_modules(darkness(code.text)) == code.text  # type: ignore[attr-defined]


@given(codes, st.integers(0, (CHECKS - SPARE)), st.randoms(use_true_random=False))
def test_doubtful_words_are_corrected_up_to_fourteen(code: object, count: int, rng: random.Random) -> None:
    grid = darkness(code.text)  # type: ignore[attr-defined]
    blur_words(grid, rng.sample(range(TOTAL), count), rng, 0.2)
    assert read_modules(grid) == code.text  # type: ignore[attr-defined]


@given(codes, st.integers(0, 7), st.randoms(use_true_random=False))
def test_surely_wrong_words_are_corrected_up_to_seven(code: object, count: int, rng: random.Random) -> None:
    grid = darkness(code.text)  # type: ignore[attr-defined]
    for word in rng.sample(range(TOTAL), count):
        for row, column in data_cells()[8 * word : 8 * word + 8]:
            grid[row][column] = rng.choice([-1.0, 1.0])
    assert read_modules(grid) == code.text  # type: ignore[attr-defined]


@given(codes, st.integers(0, TOTAL), st.floats(0.05, 1.0), st.randoms(use_true_random=False))
def test_whatever_is_destroyed_no_other_text_comes_out(
    code: object, count: int, sure: float, rng: random.Random
) -> None:
    grid = darkness(code.text)  # type: ignore[attr-defined]
    blur_words(grid, rng.sample(range(TOTAL), count), rng, sure)
    assert read_modules(grid) in (code.text, None)  # type: ignore[attr-defined]


@given(st.randoms(use_true_random=False))
def test_chance_is_never_a_text(rng: random.Random) -> None:
    assert read_modules([[rng.uniform(-1, 1) for _ in range(21)] for _ in range(21)]) is None


@pytest.mark.parametrize("text", ["ABCDEFGHIJ", "C96E0001PX", "HOLA MUNDO"])
def test_a_good_symbol_that_is_not_ours_gives_nothing(text: str) -> None:
    assert read_modules(darkness(text)) is None


def test_words_that_cannot_be_corrected_give_none() -> None:
    rng = random.Random(4)
    assert correct([rng.randrange(256) for _ in range(TOTAL)], [0, 3, 5]) is None
    assert text_of([0] * 9) is None
    assert text_of([0x20, 0x57, *[255] * 7]) is None
