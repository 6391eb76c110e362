"""Memory of a camera that is on for long: frames go through the feed, the worker and the decoder, and nothing stays."""

from __future__ import annotations

import resource
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from promoter_app.services.camera import CardReader
from promoter_app.ui.camera.feed import CameraFeed
from tests.benchmarks.measuring import SHORT
from tests.capture.simulator import Shot, Wear, card_text, clutter, draw_card, expose, shoot
from tests.ui.frames import HandCamera, Plugged

pytestmark = pytest.mark.benchmark
FRAMES = 1_000 if SHORT else 5_000
WARM = 400
ALLOWED_MB = 12.0
"""What the allocator may keep back; one frame that stayed in each thousand would be 4.6 MB more."""


def resident_mb() -> float:
    """Memory of this process now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 1e6


def test_memory_is_flat_while_the_camera_is_on(qtbot: QtBot) -> None:
    """Empty frames, cards and dark ones by turns; resident memory after the warm-up and at the end."""
    rng = np.random.default_rng(3)
    cards = [shoot(draw_card(card_text(n), Wear(), rng), Wear(), Shot(), rng) for n in range(4)]
    empty = [expose(clutter(n), Shot(), rng) for n in range(6)]
    frames = [*empty, *cards, np.zeros((720, 1280), np.uint8)]
    cameras = Plugged(a=HandCamera)
    feed = CameraFeed(cameras)
    heard: list[str] = []
    feed.seen.connect(lambda found, _at: heard.extend(each.text for each in found))
    feed.start(CardReader)
    reader = feed._reader
    assert reader is not None
    after_warming = 0.0
    for number in range(FRAMES):
        looked = reader.looked
        cameras.hand.show(frames[number % len(frames)], at=number / 30)
        qtbot.waitUntil(lambda looked=looked: reader.looked > looked)
        if number == WARM:
            after_warming = resident_mb()
    grown = resident_mb() - after_warming
    feed.stop()
    print(f"\n{FRAMES} frames: {after_warming:.0f} MB after {WARM}, {grown:+.1f} MB at the end, {len(heard)} reads")
    assert len(heard) > FRAMES / 4
    assert grown < ALLOWED_MB
