"""The camera's frames: planes with padding, a changing further step, and the last resort beside them."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from promoter_app.capture.found import Found, judged
from promoter_app.capture.last_resort import LastResort
from promoter_app.capture.live import TURNS, LiveDecoder
from tests.capture.simulator import Shot, Wear, card_text, clutter, draw_card, expose, shoot

TEXT = card_text(12)


def clear_frame() -> np.ndarray:
    rng = np.random.default_rng(1)
    return shoot(draw_card(TEXT, Wear(), rng), Wear(), Shot(), rng)


def empty_frame() -> np.ndarray:
    return expose(clutter(1), Shot(), np.random.default_rng(1))


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Told(LastResort):
    """A last resort that knows the answer, and counts how often it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.done = threading.Event()

    def read(self, grey: np.ndarray, scale: float = 1.0, shift: tuple[float, float] = (0.0, 0.0)) -> list[Found]:
        self.asked += 1
        self.done.set()
        return [judged(TEXT, ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)), "told")]


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview, lambda raw: memoryview(bytearray(raw))])
def test_a_padded_plane_of_any_buffer_is_read(wrap: object) -> None:
    frame = clear_frame()
    padded = np.full((720, 1344), 17, np.uint8)
    padded[:, :1280] = frame
    found = LiveDecoder().frame(wrap(padded.tobytes()), 1280, 720, 1344)  # type: ignore[operator]
    assert {each.text for each in found} == {TEXT}
    assert all(0 <= x < 1280 and 0 <= y < 720 for each in found for x, y in each.corners)


def test_the_last_row_needs_no_padding() -> None:
    padded = np.full((720, 1344), 17, np.uint8)
    padded[:, :1280] = clear_frame()
    assert LiveDecoder().frame(padded.tobytes()[: 1344 * 719 + 1280], 1280, 720, 1344)


@pytest.mark.parametrize(("size", "stride"), [(100, 1280), (1280 * 720 - 1, 1280), (1280 * 720, 1279), (0, 1280)])
def test_a_plane_that_is_too_short_is_an_error_not_a_crash(size: int, stride: int) -> None:
    with pytest.raises(ValueError, match="plane"):
        LiveDecoder().frame(bytes(size), 1280, 720, stride)


@pytest.mark.parametrize("size", [(1, 1), (2, 640), (640, 3)])
def test_strange_sizes_give_nothing(size: tuple[int, int]) -> None:
    decoder = LiveDecoder()
    width, height = size
    assert all(decoder.frame(bytes(width * height), width, height, width) == [] for _ in TURNS)


def test_garbage_frames_give_nothing() -> None:
    rng = np.random.default_rng(8)
    decoder = LiveDecoder()
    for _ in range(len(TURNS)):
        noise = rng.integers(0, 256, (480, 640), np.uint8)
        assert decoder.frame(noise.data, 640, 480, 640) == []


def test_each_turn_comes_round() -> None:
    """A card so dark that only one of the brightening turns reads it."""
    rng = np.random.default_rng(4)
    frame = shoot(draw_card(TEXT, Wear(dirt=0.08), rng), Wear(dirt=0.08), Shot(), rng)
    decoder = LiveDecoder()
    hows = {each.how for _ in TURNS for each in decoder.frame(frame.data, 1280, 720, 1280)}
    assert hows & {"repair", "repair, two copies"}


def test_the_last_resort_is_asked_after_a_second_without_a_read_and_at_most_twice_a_second() -> None:
    clock, told = Clock(), Told()
    decoder = LiveDecoder(told, clock=clock)
    empty, answers = empty_frame(), []
    for _ in range(60):
        answers += decoder.frame(empty.data, 1280, 720, 1280)
        if clock.now < 101.0:
            assert told.asked == 0
        elif told.asked:
            assert told.done.wait(10)
            decoder._asking.join() if decoder._asking else None
        clock.now += 1 / 30
    decoder.close()
    assert 1 <= told.asked <= 3
    assert {each.text for each in answers} == {TEXT}
    assert len(answers) == told.asked


class Blind(Told):
    """A last resort that never finds anything."""

    def read(self, grey: np.ndarray, scale: float = 1.0, shift: tuple[float, float] = (0.0, 0.0)) -> list[Found]:
        super().read(grey, scale, shift)
        return []


def test_a_place_where_nothing_moves_is_asked_about_every_five_seconds_only() -> None:
    clock, blind = Clock(), Blind()
    decoder = LiveDecoder(blind, clock=clock)
    empty, far = empty_frame(), empty_frame()
    far[320:370, 600:680] = 250 - far[320:370, 600:680] // 2  # as much as a card 60 cm away covers

    def watch(frame: np.ndarray, seconds: float) -> int:
        before = blind.asked
        rng = np.random.default_rng(3)
        for _ in range(round(seconds * 4)):
            noisy = np.clip(frame + rng.normal(0, 5, frame.shape), 0, 255).astype(np.uint8)
            decoder.frame(noisy.data, 1280, 720, 1280)
            if decoder._asking is not None:
                decoder._asking.join()
            clock.now += 0.25
        return blind.asked - before

    assert watch(empty, 12.0) == 3, "after one second, then twice more"
    assert watch(far, 3.0) == 1, "something came into view"
    decoder.close()


def test_while_cards_are_read_the_last_resort_sleeps() -> None:
    clock, told = Clock(), Told()
    decoder = LiveDecoder(told, clock=clock)
    frame = clear_frame()
    for _ in range(6):
        assert decoder.frame(frame.data, 1280, 720, 1280)
        clock.now += 0.5
    decoder.close()
    assert told.asked == 0
