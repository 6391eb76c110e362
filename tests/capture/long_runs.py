"""Pieces of the long runs, each by its seed, added up by two processes: sweeps of a crew and ever worse cards."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

import cv2
import numpy as np

from promoter_app.capture.crew_markers import find_markers, marker_matrix
from promoter_app.capture.found import FoundKind
from promoter_app.capture.live import LiveDecoder
from promoter_app.domain.markers import COUNT, AnswerSweep
from tests.capture.crew_simulator import Holder, crew, crew_frame
from tests.capture.simulator import HEIGHT, WIDTH, Shot, Wear, card_text, draw_card, expose, pose_and_draw

PEOPLE = 25
POSES, EXPOSURES = 4, 3
"""Poses of a card in a piece, and frames of each with blur, movement and noise of their own."""


@dataclass
class Tally:
    """`shown` markers or frames, `due` of them to be read, `right` read, everything wrong in words."""

    shown: int = 0
    due: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, more: Tally) -> None:
        """Count another piece in."""
        self.shown, self.due, self.right = self.shown + more.shown, self.due + more.due, self.right + more.right
        self.wrong += more.wrong


def seeds(count: int) -> range:
    """The first `count` seeds, or those from A to before B that SURCO_SEEDS=A:B names: a long run in parts."""
    first, _, last = os.environ.get("SURCO_SEEDS", "").partition(":")
    return range(int(first or 0), int(last or count))


def added_up(piece: Callable[[int], Tally], part: range) -> Tally:
    """The pieces of these seeds together; how far it got is printed, to go on from when it was stopped."""
    total = Tally()
    for seed, each in zip(part, in_pieces(piece, part), strict=True):
        total.add(each)
        if seed % 50 == 49 or each.wrong:
            print(f"seeds {part.start} to {seed}: {total.right} of {total.shown} read, wrong {total.wrong}", flush=True)
    return total


def in_pieces(piece: Callable[[int], Tally], seeds: Iterable[int]) -> Iterator[Tally]:
    """The pieces of `seeds`, on every processor, in their order."""
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"), initializer=_alone) as pool:
        yield from pool.map(piece, seeds, chunksize=2)


def _alone() -> None:
    cv2.setNumThreads(1)


def crew_shot(rng: np.random.Generator) -> Shot:
    """A cheap webcam's frame: soft, noisy, sometimes moving."""
    soft, noise, moving = rng.uniform(0.4, 0.9), rng.uniform(3, 6), rng.choice([0, 0, 2])
    return Shot(defocus=float(soft), noise=float(noise), motion=float(moving))


def sweep_over(holders: list[Holder], rng: np.random.Generator, frames: int) -> tuple[dict[str, str], dict[str, str]]:
    """The answers of one slow sweep, and the true ones of everybody whose whole card was in view in six frames."""
    sweep = AnswerSweep({holder.number: str(holder.number) for holder in holders})
    times = {holder.number: 0 for holder in holders}
    expected = list(times)
    for pan in np.linspace(-16, 16, frames):
        grey, visible = crew_frame(holders, float(pan), crew_shot(rng), rng, marker_matrix)
        for holder in visible:
            times[holder.number] += holder.covers == 0
        sweep.add_frame(find_markers(grey, expected))
    seen = {str(holder.number): holder.answer for holder in holders if times[holder.number] >= 6}
    return sweep.close(), seen


def sweep_piece(seed: int) -> Tally:
    """One sweep of 24 frames over 25 people, a tenth of them with a hand over the marker."""
    rng = np.random.default_rng([31, seed])
    holders = crew(rng, [int(number) for number in rng.permutation(COUNT)[:PEOPLE]], hidden=0.1)
    taken, seen = sweep_over(holders, rng, 24)
    truth = {str(holder.number): holder.answer for holder in holders}
    wrong = [f"sweep {seed}: {who} {answer}" for who, answer in taken.items() if truth.get(who) != answer]
    return Tally(len(holders), len(seen), sum(taken.get(who) == answer for who, answer in seen.items()), wrong)


def worn_card(rng: np.random.Generator) -> Wear:
    """Anything from a new card to one that cannot be read."""
    return Wear(
        dirt=float(rng.uniform(0, 0.15)),
        crease=float(rng.choice([0, 0, 1.0])),
        bend=float(rng.choice([0, rng.uniform(0, 1.5)])),
        faded=float(rng.uniform(0, 0.5)),
        glare=str(rng.choice(["", "", "mild", "edge"])),
    )


def card_piece(seed: int) -> Tally:
    """One card in POSES x EXPOSURES live frames. Every frame is due; a text that is not the card's is wrong."""
    rng = np.random.default_rng([6, seed])
    wear, text, tally = worn_card(rng), card_text(seed), Tally()
    face, decoder = draw_card(text, wear, rng), LiveDecoder()
    for _ in range(POSES):
        scene = pose_and_draw(face, wear, Shot(float(rng.uniform(180, 500)), float(rng.uniform(0, 55))), rng)
        for _ in range(EXPOSURES):
            found = decoder.frame(expose(scene, card_shot(rng), rng).data, WIDTH, HEIGHT, WIDTH)
            tally.shown, tally.due, tally.right = tally.shown + 1, tally.due + 1, tally.right + bool(found)
            for each in found:
                if each.text != text or each.kind is not FoundKind.CARD:
                    tally.wrong.append(f"card {seed} ({text}): {each.kind} {each.text} by {each.how}")
    return tally


def card_shot(rng: np.random.Generator) -> Shot:
    """Focus, movement, light and noise of one frame."""
    return Shot(
        defocus=float(rng.uniform(0.4, 2)),
        motion=float(rng.choice([0, 0, 0, rng.uniform(1, 8)])),
        noise=float(rng.uniform(3, 8)),
        light=float(rng.uniform(0.6, 1.1)),
    )
