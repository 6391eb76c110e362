"""Cards with wear before a simulated camera: the rates that the field needs, and never a wrong text."""

from __future__ import annotations

import math
import os

import numpy as np
import pytest

from promoter_app.capture.live import LiveDecoder
from tests.capture.cells import CELLS, measure
from tests.capture.long_runs import EXPOSURES, POSES, added_up, card_piece, seeds
from tests.capture.simulator import Shot, Wear, card_text, draw_card, shoot

SHORT = 4
SAMPLED = ("clean", "tilt 60", "motion 10", "dirt 10 %", "crease", "mixed wear", "80 cm")


@pytest.mark.parametrize("name", SAMPLED)
def test_a_worn_card_is_read(name: str) -> None:
    tally = measure(CELLS[name], SHORT, seed=3)
    slack = 100 / SHORT
    assert not tally.wrong
    assert 100 * tally.single / tally.cards >= CELLS[name].single - slack
    assert 100 * tally.eight / tally.cards >= CELLS[name].eight - slack


def test_dirt_that_hides_a_finder_of_both_copies_is_read_at_once() -> None:
    """Without the grids of `repair` the same frames give one read in ten."""
    tally = measure(CELLS["dirt 10 %"], 6, seed=9, live=False)
    assert tally.single >= 5


def test_a_blown_out_reflection_is_silence_not_a_guess() -> None:
    rng = np.random.default_rng(5)
    wear = Wear(glare="blown")
    frame = shoot(draw_card(card_text(7), wear, rng), wear, Shot(), rng)
    decoder = LiveDecoder()
    assert all(decoder.frame(frame.data, 1280, 720, 1280) == [] for _ in range(10))


@pytest.mark.long
@pytest.mark.parametrize("name", CELLS)
def test_every_cell_reaches_its_rate(name: str) -> None:
    tally = measure(CELLS[name], 60, seed=4)
    print(f"{name}: one photograph {tally.single}/{tally.cards}, eight frames {tally.eight}/{tally.cards}")
    assert not tally.wrong
    assert 100 * tally.single / tally.cards >= CELLS[name].single
    assert 100 * tally.eight / tally.cards >= CELLS[name].eight


@pytest.mark.long
def test_no_wrong_text_in_many_frames() -> None:
    """Ever worse cards in live frames: 1,800 frames, or 100,000 with SURCO_LONG=full (SURCO_SEEDS takes a part)."""
    wanted = 100_000 if os.environ.get("SURCO_LONG") == "full" else 1_800
    pieces = seeds(math.ceil(wanted / (POSES * EXPOSURES)))
    total = added_up(card_piece, pieces)
    print(f"{total.right} of {total.shown} frames read")
    assert not total.wrong
    assert total.shown == len(pieces) * POSES * EXPOSURES
    assert total.right > total.shown / 10
