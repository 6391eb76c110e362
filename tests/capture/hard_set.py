"""Hard photographs of other people's codes, drawn by seed: what public pictures of QR codes suffer from.

Versions 1 to 10 at any level, 0.3 to 12 megapixels; each kind is one defect, strong enough that a plain look
loses about half of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
import qrcode

from tests.capture.simulator import clutter, stain

FACE = 12
"""Pixels a module in the drawn symbol."""
FINE = 3
"""Samples a pixel each way in the photograph."""
SIZES = ((640, 480), (1024, 768), (1280, 960), (1600, 1200), (2592, 1944), (4000, 3000))


@dataclass(frozen=True)
class Photo:
    """A grey photograph and the texts of the codes in it."""

    kind: str
    grey: np.ndarray
    texts: frozenset[str]


@dataclass(frozen=True)
class Look:
    """How codes lie in a picture and what the camera makes of them. Pixels are those of the photograph."""

    size: tuple[int, int] = (1280, 960)
    versions: tuple[int, int] = (1, 7)
    module: tuple[float, float] = (3.0, 5.0)
    """Pixels of a module, before tilt."""
    tilt: float = 15.0
    roll: float = 10.0
    arc: float = 0.0
    """Degrees of a cylinder that the code covers."""
    codes: int = 1
    quiet: int = 4
    ink: float = 30.0
    paper: float = 225.0
    defocus: float = 0.7
    motion: float = 0.0
    noise: float = 5.0
    gain: float = 1.0
    contrast: float = 1.0
    jpeg: int = 75
    face: Callable[[np.ndarray, np.random.Generator], np.ndarray] | None = None
    """Damage of the symbol as printed."""
    light: Callable[[np.ndarray, np.ndarray, np.random.Generator], np.ndarray] | None = None
    """Light on the scene: (scene, corners of the first code, rng)."""


@dataclass
class _Scene:
    picture: np.ndarray
    texts: set[str] = field(default_factory=set)
    corners: list[np.ndarray] = field(default_factory=list)


def symbol_of(version: int, rng: np.random.Generator) -> tuple[str, np.ndarray]:
    """(text, dark modules) of a foreign code of this version at a level drawn by chance."""
    level = int(rng.integers(4))
    for length in range(10 + version * 12, 3, -3):
        text = f"https://example.org/{rng.integers(10**6)}/" + "abcdefghij" * 20
        code = qrcode.QRCode(version=version, error_correction=level, border=0, mask_pattern=int(rng.integers(8)))
        code.add_data(text[: max(length, 8)] if length > 20 else f"{rng.integers(10**8):08d}"[:length])
        try:
            code.make(fit=False)
        except (qrcode.exceptions.DataOverflowError, ValueError):
            continue
        return str(code.data_list[0].data.decode()), np.array(code.modules, np.uint8)
    raise AssertionError(version)


def _face(modules: np.ndarray, look: Look, rng: np.random.Generator) -> np.ndarray:
    dark = np.kron(modules, np.ones((FACE, FACE), np.uint8))
    face = np.where(dark > 0, look.ink, look.paper).astype(np.float32)
    if look.face is not None:
        face = look.face(face, rng)
    return cv2.copyMakeBorder(face, *[look.quiet * FACE] * 4, cv2.BORDER_CONSTANT, value=look.paper)


def _points(u: np.ndarray, v: np.ndarray, size: float, look: Look, turn: np.ndarray) -> np.ndarray:
    """Places in pixels around the middle of a code whose face runs from -1 to 1 in u and v."""
    half, angle = size / 2, math.radians(look.arc) / 2
    if angle:
        x, z = half * np.sin(u * angle) / angle, half * (1 - np.cos(u * angle)) / angle
    else:
        x, z = half * u, np.zeros_like(u)
    at = np.stack([x, half * v, z], axis=-1) @ turn.T
    depth = 1 + at[..., 2] / (2.6 * size)
    return np.asarray(at[..., :2] / depth[..., None])


def _turn(look: Look, rng: np.random.Generator) -> np.ndarray:
    around = rng.uniform(0, 2 * math.pi)
    tilt = math.radians(look.tilt * rng.uniform(0.85, 1.0))
    one, _ = cv2.Rodrigues(np.array([tilt * math.cos(around), tilt * math.sin(around), 0.0]))
    two, _ = cv2.Rodrigues(np.array([0.0, 0.0, math.radians(rng.uniform(-look.roll, look.roll))]))
    return np.asarray(two @ one)


def _paste(scene: _Scene, face: np.ndarray, size: float, middle: np.ndarray, look: Look, turn: np.ndarray) -> None:
    """Draw a face in upright strips, each flat; a flat code is one strip."""
    steps = np.linspace(-1, 1, 49 if look.arc else 2)
    v, u = np.meshgrid(np.array([-1.0, 1.0]), steps, indexing="ij")
    mesh = _points(u, v, size, look, turn) + middle
    low = np.floor(mesh.min(axis=(0, 1))).astype(int) - 2
    high = np.ceil(mesh.max(axis=(0, 1))).astype(int) + 2
    fine = tuple(int(length) * FINE for length in high - low)
    drawn, inside = (np.zeros(fine[::-1], np.float32) for _ in range(2))
    side = face.shape[0]
    for column in range(len(steps) - 1):
        to = mesh[[0, 0, 1, 1], [column, column + 1, column + 1, column]]
        to = ((to - low) * FINE - 0.5).astype(np.float32)
        left, right = (side * (steps[at] + 1) / 2 for at in (column, column + 1))
        first, last = max(0, int(left) - 2), min(side, int(right) + 3)
        of = np.array([[left, 0], [right, 0], [right, side], [left, side]]) - [0.5 + first, 0.5]
        way = cv2.getPerspectiveTransform(of.astype(np.float32), to)
        strip = cv2.warpPerspective(face[:, first:last], way, fine, borderMode=cv2.BORDER_REPLICATE)
        mask = np.zeros(drawn.shape, np.float32)
        cv2.fillConvexPoly(mask, np.rint(to).astype(np.int32), 1.0)
        drawn = np.where(mask > 0, strip, drawn)
        inside = np.maximum(inside, mask)
    _blend(scene.picture, drawn * inside, inside, low, high)
    scene.corners.append(mesh[[0, 0, 1, 1], [0, -1, -1, 0]])


def _blend(picture: np.ndarray, drawn: np.ndarray, inside: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    """Put what was drawn for the pixels from `low` to `high` into the part of them that is in the picture."""
    small = (int(high[0] - low[0]), int(high[1] - low[1]))
    drawn, inside = (cv2.resize(each, small, interpolation=cv2.INTER_AREA) for each in (drawn, inside))
    left, top = (max(0, int(each)) for each in low)
    window = picture[top : max(0, int(high[1])), left : max(0, int(high[0]))]
    rows, columns = slice(top - int(low[1]), None), slice(left - int(low[0]), None)
    height, width = window.shape
    window *= 1 - inside[rows, columns][:height, :width]
    window += drawn[rows, columns][:height, :width]


def _background(look: Look, rng: np.random.Generator) -> np.ndarray:
    width, height = look.size
    scale = min(1.0, 1280 / width)
    base = clutter(int(rng.integers(6)), max(420, round(width * scale)), max(320, round(height * scale)))
    return cv2.resize(base, look.size, interpolation=cv2.INTER_CUBIC).astype(np.float32)


def take(kind: str, seed: int) -> Photo:
    """Photograph `seed` of a kind of KINDS. The same two give the same picture."""
    rng = np.random.default_rng([88, list(KINDS).index(kind), seed])
    look = KINDS[kind](rng)
    scene = _Scene(_background(look, rng))
    width, height = look.size
    columns = math.ceil(math.sqrt(look.codes))
    for number in range(look.codes):
        text, modules = symbol_of(int(rng.integers(look.versions[0], look.versions[1] + 1)), rng)
        side = len(modules) + 2 * look.quiet
        cell = np.array([width, height]) / columns
        size = min(side * rng.uniform(*look.module), 0.66 * cell.min())
        room = np.maximum(cell / 2 - 0.75 * size, 0)
        middle = cell * ([number % columns + 0.5, number // columns + 0.5]) + rng.uniform(-1, 1, 2) * room
        _paste(scene, _face(modules, look, rng), size, middle, look, _turn(look, rng))
        scene.texts.add(text)
    picture = scene.picture
    if look.light is not None:
        picture = look.light(picture, scene.corners[0], rng)
    return Photo(kind, _sensor(picture, look, rng), frozenset(scene.texts))


def _sensor(picture: np.ndarray, look: Look, rng: np.random.Generator) -> np.ndarray:
    picture = cv2.GaussianBlur(picture, (0, 0), look.defocus)
    if look.motion:
        side = int(look.motion) | 1
        line = np.zeros((side + 2, side + 2), np.float32)
        angle, middle = rng.uniform(0, math.pi), (side + 1) / 2
        for step in np.linspace(-look.motion / 2, look.motion / 2, 10 * side):
            line[round(middle + step * math.sin(angle)), round(middle + step * math.cos(angle))] += 1
        picture = cv2.filter2D(picture, -1, line / line.sum())
    picture = (128 + (picture - 128) * look.contrast) * look.gain
    noise = np.empty(picture.shape, np.float32)
    cv2.setRNGSeed(int(rng.integers(1, 2**31)))
    cv2.randn(noise, 0, look.noise)
    grey = np.clip(picture + noise, 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, look.jpeg])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE))


def _size(rng: np.random.Generator, least: int = 0, most: int = 5) -> tuple[int, int]:
    return SIZES[int(rng.integers(least, most + 1))]


def _shadow(picture: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A hard shadow whose edge runs over the code."""
    ys, xs = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    size = np.ptp(corners, axis=0).max()
    through = corners.mean(axis=0) + rng.uniform(-0.2, 0.2, 2) * size
    angle = rng.uniform(0, 2 * math.pi)
    line = (xs - through[0]) * math.cos(angle) + (ys - through[1]) * math.sin(angle)
    soft = 1 / (1 + np.exp(-np.clip(line / (0.01 * size + 1), -30, 30)))
    return np.asarray(picture * (1 - soft * rng.uniform(0.65, 0.88)))


def _spots(picture: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Reflections that burn out parts of the code, with a halo around them."""
    ys, xs = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    size = np.ptp(corners, axis=0).max()
    for _ in range(int(rng.integers(1, 4))):
        at = corners.mean(axis=0) + rng.uniform(-0.4, 0.4, 2) * size
        near = (xs - at[0]) ** 2 + (ys - at[1]) ** 2
        picture = picture + rng.uniform(150, 420) * np.exp(-near / (2 * (rng.uniform(0.05, 0.14) * size) ** 2))
        picture = picture + rng.uniform(40, 120) * np.exp(-near / (2 * (0.5 * size) ** 2))
    return picture


def _screen(picture: np.ndarray, corners: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The rows and bands of a monitor."""
    ys, xs = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    turn, period = rng.uniform(-0.2, 0.2), rng.uniform(2.2, 5)
    rows = np.cos(2 * math.pi * (ys + turn * xs) / period) * np.cos(2 * math.pi * (xs - turn * ys) / period)
    bands = 1 + 0.25 * np.cos(2 * math.pi * (ys + 0.3 * xs) / rng.uniform(60, 300))
    return np.asarray(picture * bands * (1 + rng.uniform(0.25, 0.45) * rows) + 25)


def _dirt(face: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    whole = cv2.resize(face, (300, 300), interpolation=cv2.INTER_AREA)
    stain(whole, rng.uniform(0.02, 0.07), rng)
    return cv2.resize(whole, face.shape[::-1], interpolation=cv2.INTER_LINEAR)


def _logo(face: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A picture in the middle, and modules drawn as dots."""
    side = face.shape[0]
    dots = cv2.erode(face, np.ones((3, 3))) if rng.random() < 0.5 else cv2.GaussianBlur(face, (0, 0), FACE * 0.3)
    r = int(side * rng.uniform(0.06, 0.12))
    cv2.circle(dots, (side // 2, side // 2), r, float(rng.uniform(60, 190)), -1, cv2.LINE_AA)
    return np.asarray(dots)


def _colours(rng: np.random.Generator) -> Look:
    """Ink and paper of any colours, as their grey levels: near each other, or light on dark."""
    low = float(rng.uniform(20, 120))
    high = low + float(rng.uniform(35, 90))
    ink, paper = (high, low) if rng.random() < 0.4 else (low, high)
    return Look(_size(rng, 0, 3), (1, 6), (3, 5), 20, 30, ink=ink, paper=paper)


KINDS: dict[str, Callable[[np.random.Generator], Look]] = {
    "small": lambda rng: Look(_size(rng, 4), (1, 5), (1.7, 2.4), 20, 30, defocus=0.6),
    "perspective": lambda rng: Look(_size(rng, 1, 4), (1, 6), (4, 6), float(rng.uniform(50, 68)), 40),
    "low contrast": lambda rng: Look(_size(rng, 0, 4), (1, 7), contrast=float(rng.uniform(0.06, 0.16)), noise=4),
    "curved": lambda rng: Look(_size(rng, 1, 4), (1, 7), (4, 6), 25, 20, arc=float(rng.uniform(80, 150))),
    "shadow": lambda rng: Look(_size(rng, 0, 4), (1, 7), light=_shadow, gain=float(rng.uniform(0.5, 1.1)), noise=7),
    "bright spots": lambda rng: Look(_size(rng, 0, 4), (2, 7), light=_spots),
    "several": lambda rng: Look(_size(rng, 3), (1, 5), (2.2, 5), 35, 180, codes=int(rng.integers(4, 13))),
    "rotated": lambda rng: Look(_size(rng, 0, 4), (1, 10), (2.2, 3.2), 40, 180, defocus=1.0),
    "colours": _colours,
    "dirt": lambda rng: Look(_size(rng, 0, 4), (1, 6), (3, 6), 20, 40, face=_dirt),
    "blurred": lambda rng: Look(_size(rng, 0, 4), (1, 5), (3.5, 5), defocus=float(rng.uniform(2.2, 3.2)), noise=2),
    "motion": lambda rng: Look(_size(rng, 0, 4), (1, 5), (3.5, 5), motion=float(rng.uniform(6, 12)), noise=2),
    "screen": lambda rng: Look(_size(rng, 0, 3), (1, 6), (3, 5), 20, 20, light=_screen),
    "too dark": lambda rng: Look(_size(rng, 0, 4), (1, 6), gain=float(rng.uniform(0.05, 0.12)), noise=2.5),
    "too bright": lambda rng: Look(_size(rng, 0, 4), (1, 6), gain=float(rng.uniform(1.8, 3.2)), ink=70, noise=6),
    "dense": lambda rng: Look(_size(rng, 1, 5), (7, 10), (1.8, 2.6), 25, 30, defocus=0.6),
    "logo, no edge": lambda rng: Look(_size(rng, 0, 4), (2, 6), (2.5, 4), 25, 180, quiet=1, face=_logo),
}

