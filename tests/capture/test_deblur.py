"""Blur that hides a code from every plain step is taken out of the photograph again."""

from __future__ import annotations

import numpy as np

from promoter_app.capture.deblur import refocused, stilled
from promoter_app.capture.photo import CHEAP, DEAR, decode_photo
from promoter_app.capture.zxing import scan
from tests.capture.cells import PATIENT
from tests.capture.simulator import Shot, expose, symbol

TEXT = "https://example.org/0042"


def blurred(shot: Shot) -> np.ndarray:
    page = np.full((400, 520), 225, np.float32)
    code = symbol(TEXT, 14.5)
    page[110 : 110 + len(code), 160 : 160 + len(code)] = code * 0.75 + 30
    return expose(page, shot, np.random.default_rng(3))


def by_plain_steps(photo: np.ndarray) -> bool:
    return any(scan(step.change(photo), "", coarse=step.coarse).found for step in (*CHEAP, *DEAR))


def test_a_photo_out_of_focus_is_read() -> None:
    photo = blurred(Shot(defocus=3.6, noise=2, jpeg=90))
    assert not by_plain_steps(photo)
    (found,) = decode_photo(photo, seconds=PATIENT)
    assert found.text == TEXT
    assert found.how.startswith(("refocus", "zoom"))


def test_a_moved_photo_is_read() -> None:
    photo = blurred(Shot(motion=11.5, noise=2, jpeg=90))
    assert not by_plain_steps(photo)
    (found,) = decode_photo(photo, seconds=PATIENT)
    assert found.text == TEXT
    assert found.how.startswith(("still", "refocus", "zoom"))


def test_a_filter_keeps_size_and_kind() -> None:
    grey = np.random.default_rng(1).integers(0, 256, (41, 60), np.uint8)
    for name, picture in (*refocused(grey, 1.3), *stilled(grey, 0.7)):
        assert (picture.shape, picture.dtype) == (grey.shape, np.uint8), name
