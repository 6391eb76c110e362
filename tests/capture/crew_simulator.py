"""Seeded frames of a crew that holds up the backs of its cards 2 to 3 m before a 720p camera.

Each marker has a person behind it, a hand at one of its edges, its own tilt and light. A sweep turns the camera
slowly, so that everybody is seen in many frames.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from tests.capture.simulator import FOCAL, HEIGHT, WIDTH, Pose, Shot, clutter, expose, rotation, seen_from

Matrix = Sequence[Sequence[bool]]
CARD_BACK = (85.0, 54.0)
MARKER_MM = 38.0
LETTERS_AT = 23.0
LETTER_MM = 3.2
SCALE = 6
ANSWERS = "ABCD"


@dataclass(frozen=True)
class Holder:
    """One person: marker number, the answer on top, where the card is (mm, camera's axes) and how it leans."""

    number: int
    answer: str
    at: tuple[float, float, float]
    lean: tuple[float, float, float]
    light: float
    hand: str = "right"
    covers: float = 0.0
    """Millimetres of the marker that the hand hides; more than 0 means that it is not fully visible."""


def draw_back(matrix: Matrix, answer: str, hand: str, covers: float) -> np.ndarray:
    """The card's back turned so that `answer` is on top, with a hand on its edge. Square sheet of 97 mm."""
    side = round(97 * SCALE)
    sheet = np.full((side, side), -1000.0, np.float32)
    w, h = CARD_BACK
    if answer in "BD":
        w, h = h, w
    low = [round((97 - v) / 2 * SCALE) for v in (w, h)]
    sheet[low[1] : side - low[1], low[0] : side - low[0]] = 225
    marker = _marker_picture(matrix)
    turned = np.rot90(marker, ANSWERS.index(answer))
    start = (side - marker.shape[0]) // 2
    sheet[start : start + marker.shape[0], start : start + marker.shape[1]] = turned
    _draw_hand(sheet, hand, covers, (w, h))
    return sheet


def _marker_picture(matrix: Matrix) -> np.ndarray:
    cells = np.array(matrix, dtype=bool)
    size = round(54 * SCALE)
    picture = np.full((size, size), 225, np.float32)
    inner = round(MARKER_MM * SCALE)
    dark = cv2.resize(np.where(cells, 30, 225).astype(np.float32), (inner, inner), interpolation=cv2.INTER_NEAREST)
    start = (size - inner) // 2
    picture[start : start + inner, start : start + inner] = dark
    middle = size / 2
    for letter in ANSWERS:
        at = (round(middle - 1.4 * SCALE), round(middle - (LETTERS_AT - LETTER_MM / 2) * SCALE))
        cv2.putText(picture, letter, at, cv2.FONT_HERSHEY_SIMPLEX, 0.13 * SCALE, 30.0, SCALE // 2)
        picture = np.ascontiguousarray(np.rot90(picture))
    return picture


def _draw_hand(sheet: np.ndarray, hand: str, covers: float, size: tuple[float, float]) -> None:
    """Fingers over the edge of the card, up to 1 mm before the marker or `covers` mm over it."""
    reach = (size[0] - MARKER_MM) / 2 + covers if hand in ("left", "right") else (size[1] - MARKER_MM) / 2 + covers
    reach = min(reach, 14.0) if covers <= 0 else reach
    middle = 97 / 2 * SCALE
    edge = (97 - (size[0] if hand in ("left", "right") else size[1])) / 2
    for finger in (-9.0, 9.0):
        along = middle + finger * SCALE
        tip = (edge + reach - 1.0 - 7.0) * SCALE
        where = {
            "left": (tip, along),
            "right": (97 * SCALE - tip, along),
            "top": (along, tip),
            "bottom": (along, 97 * SCALE - tip),
        }[hand]
        back = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}[hand]
        end = (where[0] + back[0] * 20 * SCALE, where[1] + back[1] * 20 * SCALE)
        ends = [(round(x), round(y)) for x, y in (where, end)]
        cv2.line(sheet, ends[0], ends[1], 120.0, round(14 * SCALE), cv2.LINE_AA)


@functools.lru_cache(maxsize=256)
def _back(number: int, answer: str, hand: str, covers: float, matrix_of: Callable[[int], Matrix]) -> np.ndarray:
    return draw_back(matrix_of(number), answer, hand, covers)


def crew(rng: np.random.Generator, numbers: Sequence[int], *, hidden: float = 0.0) -> list[Holder]:
    """People in three rows between 2 and 3 m; `hidden` is the share whose hand covers part of the marker."""
    holders = []
    for place, number in enumerate(numbers):
        row, column = place % 3, place // 3
        columns = math.ceil(len(numbers) / 3)
        x = (column - (columns - 1) / 2) * 330 + (row - 1) * 110 + float(rng.normal(0, 25))
        y = (1 - row) * 300 - 150 + float(rng.normal(0, 40))
        z = 2080 + row * 400 + float(rng.uniform(0, 100))
        lean = (float(rng.normal(0, 9)), float(rng.normal(0, 9)), float(rng.normal(0, 6)))
        covers = float(rng.uniform(3, 9)) if rng.random() < hidden else 0.0
        answer = ANSWERS[int(rng.integers(4))]
        hand = str(rng.choice(["left", "right", "bottom"]))
        holders.append(Holder(number, answer, (x, y, z), lean, float(rng.uniform(0.6, 1.0)), hand, covers))
    return holders


def crew_frame(
    holders: Sequence[Holder],
    pan: float,
    shot: Shot,
    rng: np.random.Generator,
    matrix_of: Callable[[int], Matrix],
) -> tuple[np.ndarray, list[Holder]]:
    """One frame with the camera turned by `pan` degrees, and the holders whose whole card is in it."""
    scene = clutter(int(rng.integers(4))).copy()
    turn = rotation(0, -pan, 0)
    inside = []
    for holder in sorted(holders, key=lambda each: -each.at[2]):
        centre = turn @ (np.array(holder.at) + rng.normal(0, 4, 3))
        sway = rng.normal(0, 1.5, 3)
        lean = [a + b for a, b in zip(holder.lean, sway, strict=True)]
        pose = Pose((97.0, 97.0), turn @ rotation(lean[0], lean[1], lean[2]), centre)
        edge = pose.corners()
        if edge.min() < 4 or edge[:, 0].max() > WIDTH - 4 or edge[:, 1].max() > HEIGHT - 4:
            continue
        _draw_body(scene, pose, rng)
        back = _back(holder.number, holder.answer, holder.hand, holder.covers, matrix_of)
        _paste_masked(scene, back, holder.light, pose)
        inside.append(holder)
    return expose(scene, shot, rng), inside


def _draw_body(scene: np.ndarray, pose: Pose, rng: np.random.Generator) -> None:
    edge = pose.corners()
    x, y = (int(v) for v in edge.mean(axis=0))
    width = int(450 * FOCAL / pose.centre[2] / 2)
    cv2.rectangle(scene, (x - width // 2, y - 5), (x + width // 2, y + 3 * width), float(rng.uniform(40, 180)), -1)


def _paste_masked(scene: np.ndarray, sheet: np.ndarray, light: float, pose: Pose) -> None:
    """Paste only the card and hand: the rest of the sheet is transparent."""
    edge = pose.corners()
    low = np.maximum(np.floor(edge.min(axis=0)).astype(int) - 2, 0)
    high = np.minimum(np.ceil(edge.max(axis=0)).astype(int) + 2, [scene.shape[1], scene.shape[0]])
    card = (sheet >= 0).astype(np.float32)
    layers = np.dstack([card, card * sheet * light])
    cover, drawn = cv2.split(seen_from(layers, pose, low, high, SCALE))
    window = scene[low[1] : high[1], low[0] : high[0]]
    window *= 1 - cover
    window += drawn
