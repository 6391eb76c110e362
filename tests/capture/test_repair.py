"""Grids laid over blocks: what is degenerate gives nothing, what is bitten off is still found."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.capture.grids import lay_grid, promising
from promoter_app.capture.repair import repair, repair_foreign
from tests.capture.simulator import card_text, symbol

TEXT = card_text(21)


def page() -> np.ndarray:
    """A clean 210 pixel symbol with its corner at (70, 60)."""
    picture = np.full((340, 360), 235, np.uint8)
    picture[60:270, 70:280] = np.maximum(symbol(TEXT, 21.0), 25)
    return picture


CORNERS = ((70.0, 60.0), (280.0, 60.0), (280.0, 270.0), (70.0, 270.0))


def test_a_clean_symbol_fits_and_lies_where_it_is() -> None:
    grid = lay_grid(page(), CORNERS)
    assert grid is not None
    assert grid.fit > 0.97
    assert np.abs(np.array(grid.corners) - CORNERS).max() < 5


@pytest.mark.parametrize("turn", range(4))
def test_it_is_found_whichever_way_up(turn: int) -> None:
    (found,) = repair(np.ascontiguousarray(np.rot90(page(), turn)))
    assert found.text == TEXT


def test_without_any_whole_finder_it_is_still_read() -> None:
    """A thumb's breadth of mud on each of the three finder squares."""
    dirty = page()
    for y, x in ((78, 88), (78, 232), (222, 88)):
        dirty[y : y + 24, x : x + 40] = 150
    assert {found.text for found in repair(dirty)} == {TEXT}


@given(st.lists(st.tuples(st.floats(-500, 900), st.floats(-500, 900)), min_size=4, max_size=4))
def test_any_four_points_are_survived(points: list[tuple[float, float]]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        promising(page(), [points], (21, 25))
        grid = lay_grid(page(), points, patient=False)
    assert grid is None or len(grid.corners) == 4


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 2), (20, 20)])
def test_tiny_pictures_give_nothing(shape: tuple[int, int]) -> None:
    picture = np.random.default_rng(1).integers(0, 256, shape, np.uint8)
    assert repair(picture) == []
    assert repair_foreign(picture) == []
