"""The damage and distance cells of the card measurements: one name, one wear, one way of taking the picture.

`single` and `eight` are the least rates (per cent) that two copies of a card must reach from one photograph and
within eight live frames.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from promoter_app.capture.live import LiveDecoder
from promoter_app.capture.photo import decode_photo
from tests.capture.simulator import Shot, Wear, card_text, draw_card, shoot

PATIENT = 600.0
"""Seconds, so that a busy machine changes no rate."""


@dataclass(frozen=True)
class Cell:
    """Wear of a card, a kind of shot, and the rates to reach."""

    wear: Wear
    shot: Shot
    single: int
    eight: int


CELLS = {
    "clean": Cell(Wear(), Shot(), 100, 100),
    "noise": Cell(Wear(), Shot(noise=25), 95, 100),
    "low contrast": Cell(Wear(), Shot(contrast=0.3), 95, 100),
    "dark": Cell(Wear(), Shot(light=0.2), 95, 100),
    "mild glare": Cell(Wear(glare="mild"), Shot(), 95, 100),
    "glare at the edge": Cell(Wear(glare="edge"), Shot(), 90, 100),
    "tilt 45": Cell(Wear(), Shot(tilt=45), 100, 100),
    "tilt 60": Cell(Wear(), Shot(tilt=60), 65, 90),
    "defocus 2": Cell(Wear(), Shot(defocus=2.0), 100, 100),
    "defocus 3": Cell(Wear(), Shot(defocus=3.0), 90, 100),
    "motion 6": Cell(Wear(), Shot(motion=6), 95, 100),
    "motion 10": Cell(Wear(), Shot(motion=10), 60, 90),
    "dirt 3 %": Cell(Wear(dirt=0.03), Shot(), 90, 98),
    "dirt 5 %": Cell(Wear(dirt=0.05), Shot(), 90, 98),
    "dirt 10 %": Cell(Wear(dirt=0.10), Shot(), 83, 90),
    "dirt 15 %": Cell(Wear(dirt=0.15), Shot(), 65, 80),
    "crease": Cell(Wear(crease=1.5), Shot(), 90, 95),
    "bend": Cell(Wear(bend=2.0), Shot(), 90, 95),
    "mixed wear": Cell(
        Wear(dirt=0.01, crease=0.3, bend=0.15, faded=0.2),
        Shot(distance=280, tilt=12, noise=6, defocus=0.9, motion=1.0, shadow=0.3),
        100,
        100,
    ),
    "20 cm": Cell(Wear(), Shot(distance=200), 100, 100),
    "40 cm": Cell(Wear(), Shot(distance=400), 100, 100),
    "60 cm": Cell(Wear(), Shot(distance=600), 100, 100),
    "80 cm": Cell(Wear(), Shot(distance=800), 75, 75),
}


@dataclass
class Tally:
    """How many cards were read from one photograph and within eight live frames; every wrong text."""

    cards: int = 0
    single: int = 0
    eight: int = 0
    wrong: tuple[str, ...] = ()

    def show(self, text: str, found: list[str]) -> bool:
        """Note wrong texts; whether the right one was read."""
        self.wrong += tuple(each for each in found if each != text)
        return text in found


def measure(cell: Cell, cards: int, seed: int, *, live: bool = True) -> Tally:
    """Take `cards` cards of this cell before the camera. The same seed gives the same cards and pictures."""
    tally = Tally()
    for number in range(cards):
        rng = np.random.default_rng([seed, number])
        text = card_text(number * 37 + seed)
        face = draw_card(text, cell.wear, rng)
        frame = shoot(face, cell.wear, cell.shot, rng)
        tally.cards += 1
        tally.single += tally.show(text, [found.text for found in decode_photo(frame, seconds=PATIENT)])
        if live:
            tally.eight += _live(tally, text, face, cell, frame, rng)
    return tally


def _live(
    tally: Tally, text: str, face: np.ndarray, cell: Cell, frame: np.ndarray, rng: np.random.Generator
) -> bool:
    decoder = LiveDecoder()
    for _ in range(8):
        height, width = frame.shape
        found = decoder.frame(frame.data, width, height, width)
        if tally.show(text, [each.text for each in found]):
            return True
        frame = shoot(face, cell.wear, cell.shot, rng)
    return False
