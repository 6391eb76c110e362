"""Seeded pictures of a card before a cheap camera: a 720p sensor with a 65 degree field, clutter, JPEG 80.

Lengths are millimetres, picture sizes pixels, grey levels 0-255. The same seed gives the same picture. Damage
belongs to the card (it stays from frame to frame), pose, light, focus and noise belong to the shot.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import qrcode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L

from promoter_app.domain.cards import CodeKind, make_code

WIDTH, HEIGHT = 1280, 720
FOCAL = WIDTH / 2 / math.tan(math.radians(65 / 2))
CARD_MM = (85.0, 54.0)
CODE_MM = 30.0
PX_PER_MM = 10
COPIES_AT = ((8.5, 5.7), (46.5, 5.7))
"""Upper left corners of the two copies on a printed card, in mm."""


@dataclass(frozen=True)
class Wear:
    """What happened to the card. Shares are of the area of a symbol, drawn anew for each copy."""

    dirt: float = 0.0
    crease: float = 0.0
    bend: float = 0.0
    faded: float = 0.0
    glare: str = ""
    """"", "mild", "edge" (over part of the code) or "blown" (all of it)."""


@dataclass(frozen=True)
class Shot:
    """How the camera saw it: distance in mm, tilt and roll in degrees, blur in pixels."""

    distance: float = 250.0
    tilt: float = 8.0
    roll: float = 0.0
    defocus: float = 0.7
    motion: float = 0.0
    noise: float = 4.0
    light: float = 1.0
    contrast: float = 1.0
    shadow: float = 0.0
    jpeg: int = 80
    offset: tuple[float, float] = field(default=(0.0, 0.0))


def card_text(number: int) -> str:
    """The code of card `number` of the simulated project."""
    return make_code(CodeKind.CARD, 4711, number).text


@functools.lru_cache(maxsize=64)
def modules_of(text: str, level: int, version: int | None) -> np.ndarray:
    """The dark modules (1) of a code without its quiet zone; None takes the smallest version."""
    code = qrcode.QRCode(version=version, error_correction=level, border=0, mask_pattern=2)
    code.add_data(text)
    code.make(fit=version is None)
    return np.array(code.modules, dtype=np.uint8)


def symbol(text: str, millimetres: float = CODE_MM, *, level: int = ERROR_CORRECT_H) -> np.ndarray:
    """The bare symbol as a 0/255 picture at PX_PER_MM, without its quiet zone."""
    version = 1 if len(text) == 10 else None
    side = round(millimetres * PX_PER_MM)
    dark = modules_of(text, level, version)
    return cv2.resize((1 - dark) * 255, (side, side), interpolation=cv2.INTER_NEAREST)


def foreign_symbol(text: str, millimetres: float = CODE_MM) -> np.ndarray:
    """A code that is not ours: any text, level L."""
    return symbol(text, millimetres, level=ERROR_CORRECT_L)


def stain(picture: np.ndarray, share: float, rng: np.random.Generator) -> None:
    """Blots until `share` of the picture is covered: mud dark and paint or paper pulp light."""
    side = picture.shape[0]
    covered = np.zeros(picture.shape, np.uint8)
    while covered.mean() < share:
        centre = tuple(int(v) for v in rng.integers(0, side, 2))
        axes = tuple(int(v) for v in rng.uniform(0.4, 2.2, 2) * PX_PER_MM)
        angle = float(rng.uniform(0, 180))
        level = float(rng.uniform(40, 90) if rng.random() < 0.75 else rng.uniform(190, 235))
        cv2.ellipse(picture, centre, axes, angle, 0, 360, level, -1, cv2.LINE_AA)
        cv2.ellipse(covered, centre, axes, angle, 0, 360, 1, -1)


def _crease(picture: np.ndarray, width: float, rng: np.random.Generator) -> None:
    """A fold across the symbol: ink lost along a ragged line, with a shadow at its side."""
    side = picture.shape[0]
    angle, through = rng.uniform(0, math.pi), rng.uniform(0.25, 0.75, 2) * side
    along = np.linspace(-side, side, 40)
    ragged = rng.normal(0, 1.5, 40)
    x = through[0] + along * math.cos(angle) - ragged * math.sin(angle)
    y = through[1] + along * math.sin(angle) + ragged * math.cos(angle)
    points = np.stack([x, y], axis=1).astype(np.int32)
    wide = max(1, round(width * PX_PER_MM))
    cv2.polylines(picture, [points + wide // 2], False, 70.0, max(1, wide // 2), cv2.LINE_AA)
    cv2.polylines(picture, [points], False, 215.0, wide, cv2.LINE_AA)


def draw_card(text: str, wear: Wear, rng: np.random.Generator, *, copies: int = 2) -> np.ndarray:
    """The card's face as reflectance 0-255: codes with their wear, a name and the ten characters below."""
    width, height = (round(v * PX_PER_MM) for v in CARD_MM)
    face = np.full((height, width), 232, np.float32)
    for left, top in COPIES_AT[:copies]:
        one = symbol(text).astype(np.float32)
        one = 28 + one * (204 / 255)
        if wear.faded:
            one += (232 - one) * wear.faded * rng.uniform(0.6, 1.0)
        if wear.dirt:
            stain(one, wear.dirt, rng)
        if wear.crease:
            _crease(one, wear.crease, rng)
        y, x = round(top * PX_PER_MM), round(left * PX_PER_MM)
        face[y : y + one.shape[0], x : x + one.shape[1]] = one
    cv2.putText(face, text, (100, 470), cv2.FONT_HERSHEY_SIMPLEX, 1.6, 30, 4, cv2.LINE_AA)
    cv2.putText(face, "Trini M.", (520, 470), cv2.FONT_HERSHEY_SIMPLEX, 1.3, 30, 3, cv2.LINE_AA)
    return face


def glare_layer(kind: str, copies: int, rng: np.random.Generator) -> np.ndarray | None:
    """Light added by reflection, in grey levels on the card's face."""
    if not kind:
        return None
    width, height = (round(v * PX_PER_MM) for v in CARD_MM)
    size, power = {"mild": (9.0, 70.0), "edge": (5.0, 500.0), "blown": (14.0, 1500.0)}[kind]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32) / PX_PER_MM
    layer = np.zeros((height, width), np.float32)
    for left, top in COPIES_AT[: 1 if kind != "blown" else copies]:
        where = rng.uniform(0, CODE_MM, 2) if kind != "blown" else np.array([15.0, 15.0])
        if kind == "edge":
            where[int(rng.integers(2))] = rng.choice([0.0, CODE_MM])
        distance = (xs - left - where[0]) ** 2 + (ys - top - where[1]) ** 2
        layer += power * np.exp(-distance / (2 * size**2))
    return layer


@functools.lru_cache(maxsize=8)
def clutter(seed: int, width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    """A busy background without codes: soft shapes, boxes, stripes, text. Cached: treat as read-only."""
    rng = np.random.default_rng([77, seed])
    scene = np.full((height, width), 120, np.float32)
    for step in (4, 16, 64, 256):
        coarse = rng.normal(0, 1, (height // step + 3, width // step + 3)).astype(np.float32)
        scene += cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC) * (6 + step * 0.15)
    for _ in range(70):
        x, y = int(rng.integers(0, width)), int(rng.integers(0, height))
        w, h = (int(v) for v in rng.integers(6, 220, 2))
        cv2.rectangle(scene, (x, y), (x + w, y + h), float(rng.uniform(15, 240)), int(rng.choice([-1, 3, 8])))
    for _ in range(25):
        place = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        word = "".join(chr(int(c)) for c in rng.integers(65, 91, 7))
        cv2.putText(scene, word, place, cv2.FONT_HERSHEY_SIMPLEX, float(rng.uniform(0.5, 2)), 20, 3)
    x, y = int(rng.integers(0, width - 200)), int(rng.integers(0, height - 100))
    scene[y : y + 100, x : x + 200 : 8] = 30
    return np.clip(cv2.GaussianBlur(scene, (0, 0), 1.2), 0, 255)


def rotation(tilt_x: float, tilt_y: float, roll: float) -> np.ndarray:
    """Rotation matrix from degrees about the three axes."""
    vector = [math.radians(v) for v in (tilt_x, tilt_y)]
    about_x, _ = cv2.Rodrigues(np.array([vector[0], 0.0, 0.0]))
    about_y, _ = cv2.Rodrigues(np.array([0.0, vector[1], 0.0]))
    about_z, _ = cv2.Rodrigues(np.array([0.0, 0.0, math.radians(roll)]))
    return np.asarray(about_z @ about_y @ about_x)


@dataclass(frozen=True)
class Pose:
    """A flat or bent sheet of `size` mm in front of the camera."""

    size: tuple[float, float]
    turn: np.ndarray
    centre: np.ndarray
    bend: float = 0.0

    def project(self, u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Pixels of the sheet's points (u, v) in mm from its upper left corner."""
        x, y = u - self.size[0] / 2, v - self.size[1] / 2
        z = self.bend * (1 - (2 * x / CODE_MM) ** 2)
        turn, centre = self.turn, self.centre
        px = turn[0, 0] * x + turn[0, 1] * y + turn[0, 2] * z + centre[0]
        py = turn[1, 0] * x + turn[1, 1] * y + turn[1, 2] * z + centre[1]
        pz = turn[2, 0] * x + turn[2, 1] * y + turn[2, 2] * z + centre[2]
        return FOCAL * px / pz + WIDTH / 2, FOCAL * py / pz + HEIGHT / 2

    def corners(self) -> np.ndarray:
        """The four corners in pixels, clockwise from the upper left."""
        w, h = self.size
        x, y = self.project(np.array([0.0, w, w, 0.0]), np.array([0.0, 0.0, h, h]))
        return np.stack([x, y], axis=1)


FINE = 3
"""Samples a pixel each way when a sheet is drawn."""
COARSE = 24
"""Fine samples between two points whose place on the sheet is worked out; those between are interpolated."""


def paste(scene: np.ndarray, face: np.ndarray, pose: Pose, px_per_mm: float = PX_PER_MM) -> None:
    """Draw the sheet into the float picture `scene`."""
    edge = pose.corners()
    low = np.maximum(np.floor(edge.min(axis=0)).astype(int) - 12, 0)
    high = np.minimum(np.ceil(edge.max(axis=0)).astype(int) + 12, [scene.shape[1], scene.shape[0]])
    if (high <= low + 2).any():
        return
    drawn = seen_from(face, pose, low, high, px_per_mm)
    inside = seen_from(np.ones(face.shape[:2], np.float32), pose, low, high, px_per_mm)
    window = scene[low[1] : high[1], low[0] : high[0]]
    window *= 1 - inside
    window += drawn


def seen_from(face: np.ndarray, pose: Pose, low: np.ndarray, high: np.ndarray, px_per_mm: float) -> np.ndarray:
    """The sheet as it is seen in the pixels from `low` to `high`; 0 beside it."""
    shape = (int(high[0] - low[0]), int(high[1] - low[1]))
    size = (shape[0] * FINE, shape[1] * FINE)
    if pose.bend:
        u, v = _places(pose, low, size)
        drawn = cv2.remap(face, u * px_per_mm - 0.5, v * px_per_mm - 0.5, cv2.INTER_LINEAR)
    else:
        left, top = low + 0.5 / FINE - 0.5
        to_pixel = np.array([[1 / FINE, 0, left], [0, 1 / FINE, top], [0, 0, 1]])
        to_face = np.array([[px_per_mm, 0, -0.5], [0, px_per_mm, -0.5], [0, 0, 1]])
        way = to_face @ _back_to_sheet(pose) @ to_pixel
        drawn = cv2.warpPerspective(face, way, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    return cv2.resize(drawn, shape, interpolation=cv2.INTER_AREA)


def _places(pose: Pose, low: np.ndarray, size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Millimetres on the sheet of each fine sample: worked out on a coarse grid, linear between."""
    across, down = (math.ceil(length / COARSE) + 2 for length in size)
    middle = (COARSE - 1) / 2 + 0.5 - COARSE
    xs = low[0] + (np.arange(across) * COARSE + middle) / FINE - 0.5
    ys = low[1] + (np.arange(down) * COARSE + middle) / FINE - 0.5
    grids = _unproject(pose, *np.meshgrid(xs.astype(np.float32), ys.astype(np.float32)))
    whole = [cv2.resize(grid, (across * COARSE, down * COARSE), interpolation=cv2.INTER_LINEAR) for grid in grids]
    u, v = (np.ascontiguousarray(grid[COARSE : COARSE + size[1], COARSE : COARSE + size[0]]) for grid in whole)
    return u, v


def _back_to_sheet(pose: Pose) -> np.ndarray:
    """Homography from pixels to millimetres of the flat sheet."""
    w, h = pose.size
    square = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
    return cv2.getPerspectiveTransform(replace(pose, bend=0.0).corners().astype(np.float32), square)


def _unproject(pose: Pose, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Millimetres on the sheet of each pixel: the flat answer, then fixed-point steps for the bend."""
    back = _back_to_sheet(pose)
    points = np.stack([x.ravel(), y.ravel()], axis=1)[None].astype(np.float32)

    def on_flat(at: np.ndarray) -> np.ndarray:
        return np.asarray(cv2.perspectiveTransform(at.astype(np.float32), back))

    uv = on_flat(points)
    for _ in range(4 if pose.bend else 0):
        px, py = pose.project(uv[..., 0], uv[..., 1])
        uv = uv + on_flat(points) - on_flat(np.stack([px, py], axis=-1))
    return uv[0, :, 0].reshape(x.shape).astype(np.float32), uv[0, :, 1].reshape(x.shape).astype(np.float32)


def expose(scene: np.ndarray, shot: Shot, rng: np.random.Generator) -> np.ndarray:
    """What the sensor and the JPEG make of a scene: blur, light, noise, compression. Returns uint8."""
    picture = scene
    if shot.defocus > 0.2:
        picture = cv2.GaussianBlur(picture, (0, 0), shot.defocus)
    if shot.motion >= 1:
        picture = cv2.filter2D(picture, -1, _motion_kernel(shot.motion, float(rng.uniform(0, 180))))
    picture = 128 + (picture - 128) * shot.contrast if shot.contrast != 1 else picture
    picture = picture * shot.light
    if shot.noise:
        noise = np.empty(picture.shape, np.float32)
        cv2.setRNGSeed(int(rng.integers(1, 2**31)))
        cv2.randn(noise, 0, shot.noise)
        picture = picture + noise
    grey = np.clip(picture, 0, 255).astype(np.uint8)
    if shot.jpeg:
        _, packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, shot.jpeg])
        grey = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    return np.ascontiguousarray(grey)


def _motion_kernel(length: float, angle: float) -> np.ndarray:
    side = math.ceil(length) | 1
    side += 2
    kernel = np.zeros((side, side), np.float32)
    half = length / 2
    dx, dy = half * math.cos(math.radians(angle)), half * math.sin(math.radians(angle))
    middle = side / 2 - 0.5
    for step in np.linspace(-1, 1, 8 * side):
        x, y = middle + dx * step, middle + dy * step
        kernel[round(y), round(x)] += 1
    return kernel / kernel.sum()


def shoot(face: np.ndarray, wear: Wear, shot: Shot, rng: np.random.Generator, *, copies: int = 2) -> np.ndarray:
    """One frame (720, 1280) of the card; pose and clutter vary with `rng` around what `shot` says."""
    return expose(pose_and_draw(face, wear, shot, rng, copies=copies), shot, rng)


def pose_and_draw(
    face: np.ndarray, wear: Wear, shot: Shot, rng: np.random.Generator, *, copies: int = 2
) -> np.ndarray:
    """The scene of a frame before the camera's own faults: card, light and clutter. Floats."""
    scene = clutter(int(rng.integers(8))).copy()
    layer = glare_layer(wear.glare, copies, rng)
    lit = face if layer is None else np.minimum(face + layer, 300)
    around = float(rng.uniform(0, 2 * math.pi))
    turn = rotation(shot.tilt * math.cos(around), shot.tilt * math.sin(around), shot.roll + float(rng.normal(0, 6)))
    reach = shot.distance * 0.12
    x, y = rng.uniform(-reach, reach, 2) + np.array(shot.offset)
    pose = Pose(CARD_MM, turn, np.array([x, y, shot.distance]), wear.bend * float(rng.choice([-1, 1])))
    if wear.bend or shot.shadow:
        lit = lit * _shade(wear.bend, shot.shadow, rng)
    paste(scene, lit.astype(np.float32), pose)
    return scene


def _shade(bend: float, shadow: float, rng: np.random.Generator) -> np.ndarray:
    width, height = (round(v * PX_PER_MM) for v in CARD_MM)
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    shade = np.ones((height, width), np.float32) * (1 + across * bend * 0.05)
    if shadow:
        ys, xs = np.mgrid[0:height, 0:width]
        angle = rng.uniform(0, 2 * math.pi)
        line = (xs - width * rng.uniform(0.3, 0.7)) * math.cos(angle) + (ys - height / 2) * math.sin(angle)
        shade *= np.where(line > 0, 1 - shadow, 1.0).astype(np.float32)
    return shade
