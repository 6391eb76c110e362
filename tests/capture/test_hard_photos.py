"""Hard photographs of other people's codes: read, all of them, each where it lies, and never taken for a person."""

from __future__ import annotations

import numpy as np
import pytest

from promoter_app.capture.bent import read_bent
from promoter_app.capture.found import FoundKind
from promoter_app.capture.photo import CHEAP, decode_photo
from promoter_app.capture.variants import local
from promoter_app.capture.zxing import scan
from tests.capture.cells import PATIENT
from tests.capture.hard_set import take


@pytest.mark.parametrize(
    ("kind", "seed"),
    [("shadow", 3), ("colours", 2), ("rotated", 1), ("blurred", 3), ("too dark", 4), ("logo, no edge", 5)],
)
def test_a_hard_photograph_is_read(kind: str, seed: int) -> None:
    photo = take(kind, seed)
    found = decode_photo(photo.grey, seconds=PATIENT)
    assert {each.text for each in found} == photo.texts
    assert {each.kind for each in found} == {FoundKind.FOREIGN}
    height, width = photo.grey.shape
    assert all(-9 <= x < width + 9 and -9 <= y < height + 9 for each in found for x, y in each.corners)


def test_every_code_of_a_picture_with_many_is_found() -> None:
    photo = take("several", 0)
    assert len(photo.texts) > 3
    assert {each.text for each in decode_photo(photo.grey, seconds=PATIENT)} == photo.texts


def test_light_codes_on_dark_are_read_by_the_inverted_step_alone() -> None:
    photo = take("colours", 105)
    assert scan(photo.grey, "").found == []
    found = decode_photo(photo.grey, seconds=PATIENT)
    assert [(each.text, each.how) for each in found] == [(*photo.texts, "inverted")]


def test_the_edge_of_a_shadow_is_read_by_a_close_neighbourhood() -> None:
    photo = take("shadow", 1)
    others = [step for step in CHEAP if "local" not in step.name]
    assert not any(scan(step.change(photo.grey), "", scale=step.scale).found for step in others)
    assert {each.text for each in scan(local(photo.grey), "").found} == photo.texts


def test_a_code_round_a_bottle_is_laid_out_flat() -> None:
    """Without the bend no step reads this one."""
    photo = take("curved", 3)
    places = scan(photo.grey, "").failed
    found = [each for corners in places for each in read_bent(photo.grey, corners)]
    assert {each.text for each in found} == photo.texts
    assert {each.how for each in found} == {"bent grid"}


def test_no_bend_makes_a_code_of_clutter() -> None:
    grey = np.random.default_rng(1).integers(0, 255, (400, 400)).astype(np.uint8)
    assert read_bent(grey, [(50, 50), (350, 60), (340, 350), (40, 340)]) == []
