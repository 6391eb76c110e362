"""Seeded photographs of filled sheets: the printed page, hands with pens, dirt, folds, curl, light, lens and sensor.

The page is our own PDF, rasterised. Truth is what the hand meant. Lengths are mm, picture sizes pixels. The same
seed gives the same picture.
"""

from __future__ import annotations

import functools
import math
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np

from promoter_app.domain.papers.geometry import ATTENDANCE, Bubble, SheetGeometry, SheetLayout
from promoter_app.domain.papers.sheets import AnswerSheet, AttendanceSheet
from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.answer_sheet import draw_answer_sheet
from promoter_app.paper.attendance_sheet import draw_attendance_sheet
from tests.capture.simulator import Shot, clutter, expose, rotation

PX = 12
"""Pixels a millimetre of the page before it is photographed."""
KINDS = ("fill", "scribble", "tick", "cross", "pencil")
MIX = (0.45, 0.20, 0.15, 0.15, 0.05)
Key = tuple[int, str, int]
"""Row, field, item."""


@dataclass(frozen=True)
class Camera:
    """Condition of a photograph. `tilt` degrees, `curl` and `crumple` mm, `shadow` share, blur in pixels."""

    size: tuple[int, int] = (4000, 3000)
    tilt: float = 0.0
    curl: float = 0.0
    crumple: float = 0.0
    creases: int = 0
    shadow: float = 0.0
    blobs: int = 0
    defocus: float = 0.7
    motion: float = 0.0
    noise: float = 4.0
    scan: bool = False
    turn: bool = True
    cover: float = 0.0


TYPICAL = Camera(tilt=18, curl=1.5, shadow=0.5, blobs=8, creases=1)
CONDITIONS: dict[str, Camera] = {
    "scan 200 dpi": Camera(scan=True, blobs=4, noise=3),
    "12 MP flat page": Camera(tilt=4, blobs=2),
    "12 MP typical": TYPICAL,
    "12 MP bad": Camera(
        tilt=25, curl=2.5, shadow=0.55, blobs=20, creases=2, defocus=2.2, motion=4, noise=6
    ),
    "12 MP crumpled": Camera(tilt=30, curl=2, crumple=5, shadow=0.5, blobs=8, creases=3),
    "12 MP half covered": replace(TYPICAL, cover=0.45),
    "5 MP typical": replace(TYPICAL, size=(2592, 1944)),
    "1080p typical": replace(TYPICAL, size=(1920, 1080), defocus=0.6),
    "720p whole page": Camera(size=(1280, 720), tilt=5, curl=0.5, shadow=0.2, blobs=2, defocus=0.5, noise=3),
}


@dataclass
class Filled:
    """A page with marks as reflectance (float32) and what each hand meant; `unsure` may be asked or not."""

    layout: SheetLayout
    page: np.ndarray
    truth: dict[Key, str]
    unsure: set[Key] = field(default_factory=set)


@functools.lru_cache(maxsize=8)
def blank(layout: SheetLayout) -> np.ndarray:
    """The printed page as grey pixels. Cached: copy before drawing."""
    import pypdfium2

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "sheet.pdf"
        if layout.kind == ATTENDANCE:
            sheet: AttendanceSheet = samples.attendance(layout.named)
            draw_attendance_sheet(replace(sheet, walk_ins=layout.rows - layout.named), out, paper=layout.paper)
        else:
            answers: AnswerSheet = samples.answers(layout.named, layout.items)
            draw_answer_sheet(replace(answers, walk_ins=layout.rows - layout.named), out, paper=layout.paper)
        document = pypdfium2.PdfDocument(out)
        bitmap = document[0].render(scale=PX * 25.4 / 72, grayscale=True)
        picture = np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)
        document.close()
    return picture


class Hand:
    """Draws marks on a page with a pen of its own."""

    def __init__(self, page: np.ndarray, rng: np.random.Generator) -> None:
        self.page = page
        self.rng = rng
        self.level = float(rng.uniform(25, 95))
        self.width = float(rng.uniform(0.45, 0.85))

    def line(self, points: list[tuple[float, float]], level: float | None = None, width: float | None = None) -> None:
        """A stroke through `points` (mm), darker over what is there."""
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        left, top = max(0, int((min(xs) - 2) * PX)), max(0, int((min(ys) - 2) * PX))
        right, bottom = int((max(xs) + 2) * PX), int((max(ys) + 2) * PX)
        view = self.page[top:bottom, left:right]
        part = np.full_like(view, 255)
        path = np.array([[(x * PX - left) * 16, (y * PX - top) * 16] for x, y in points]).round().astype(np.int32)
        wide = max(1, round((width or self.width) * PX))
        cv2.polylines(part, [path], False, int(level or self.level), wide, cv2.LINE_AA, 4)
        np.minimum(view, part, out=view)

    def mark(self, bubble: Bubble, kind: str) -> None:
        """One mark of `kind` on a ring, a little beside its middle."""
        rng, r = self.rng, bubble.diameter / 2
        x, y = bubble.x + rng.normal(0, 0.22), bubble.y + rng.normal(0, 0.22)
        if kind in ("fill", "pencil"):
            level = float(rng.uniform(105, 140)) if kind == "pencil" else None
            reach = r * rng.uniform(0.8, 1.05)
            self._hatch(x, y, reach, level, float(rng.uniform(0.35, 0.55)))
        elif kind == "scribble":
            angles = np.cumsum(rng.uniform(1.2, 2.8, int(rng.integers(7, 13))))
            reach = r * rng.uniform(0.5, 1.1, len(angles))
            self.line([(x + d * math.cos(a), y + d * math.sin(a)) for a, d in zip(angles, reach, strict=True)])
        elif kind == "tick":
            size = r * rng.uniform(0.9, 1.35)
            self.line([(x - size * 0.8, y - size * 0.1), (x - size * 0.15, y + size * 0.7), (x + size, y - size)])
        else:
            size, lean = r * rng.uniform(0.75, 1.2), rng.uniform(-0.2, 0.2)
            for way in (-1, 1):
                self.line([(x - size, y - way * size * (1 + lean)), (x + size, y + way * size * (1 - lean))])

    def _hatch(self, x: float, y: float, reach: float, level: float | None, pitch: float) -> None:
        points, side = [], 1
        at = -reach
        while at < reach:
            half = math.sqrt(max(0.0, reach**2 - at**2))
            points.append((x + side * half, y + at))
            side, at = -side, at + pitch
        if len(points) > 1:
            self.line(points, level)

    def cross_out(self, bubble: Bubble) -> None:
        """Scratched out: a large X and strokes across it."""
        size = bubble.diameter * 0.8
        for way in (-1, 1):
            self.line([(bubble.x - size, bubble.y - way * size), (bubble.x + size, bubble.y + way * size)])
        for up in (-0.25, 0.1, 0.4):
            y = bubble.y + up * size + self.rng.normal(0, 0.15)
            self.line([(bubble.x - size, y), (bubble.x + size, y + self.rng.normal(0, 0.3))])

    def stray(self, bubble: Bubble) -> None:
        """A slip of the pen near a ring, perhaps right through it. It means nothing."""
        x, y = bubble.x + self.rng.uniform(-5, 5), bubble.y + self.rng.uniform(-2.5, 2.5)
        angle, half = self.rng.uniform(0, math.pi), self.rng.uniform(1.5, 4)
        ends = [(x + s * half * math.cos(angle), y + s * half * math.sin(angle)) for s in (-1, 0, 1)]
        bent = self.rng.normal(0, 0.3)
        self.line([ends[0], (ends[1][0] + bent, ends[1][1] - bent), ends[2]])

    def sign(self, x: float, y: float, width: float) -> None:
        """A signature that may leave its cell."""
        steps = np.linspace(0, 1, 14)
        ys = y + self.rng.normal(0, 1.1, 14)
        self.line([(x + s * width, v) for s, v in zip(steps, ys, strict=True)], width=0.4)


def fill_attendance(rows: int = 30, named: int = 27, *, seed: int, marks: str | None = None) -> Filled:
    """An attendance list: most came; some marks are taken back in the correction ring."""
    layout = SheetLayout(ATTENDANCE, "letter", rows, named)
    geometry, rng = SheetGeometry(layout), np.random.default_rng([5, seed])
    filled = Filled(layout, blank(layout).copy(), {})
    rings = {(b.row, b.field): b for b in geometry.bubbles}
    for row in range(named):
        hand = Hand(filled.page, rng)
        came = rng.random() < 0.75
        kind = marks or str(rng.choice(KINDS, p=MIX))
        filled.truth[row, "present", 0] = "yes" if came else "no"
        if came:
            hand.mark(rings[row, "present"], kind)
            x, width = geometry.columns["mark"]
            hand.sign(x + 1, geometry.row_middle(row), width - 2)
        elif rng.random() < 0.10:
            hand.stray(rings[row, "present"])
        elif rng.random() < 0.10:  # marked by mistake and taken back by the printed rule
            hand.mark(rings[row, "present"], kind)
            hand.mark(rings[row, "void"], "fill")
        elif rng.random() < 0.05:  # taken back otherwise: must be asked
            hand.mark(rings[row, "present"], "tick")
            hand.cross_out(rings[row, "present"])
            filled.unsure.add((row, "present", 0))
    return filled


def fill_answers(rows: int = 20, items: int = 5, *, seed: int, marks: str | None = None) -> Filled:
    """A test sheet: an answer to most questions; 2 % doubles, 3 % blanks, 1.5 % slips, 2 % smudges."""
    layout = SheetLayout("T", "letter", rows, rows, items)
    geometry, rng = SheetGeometry(layout), np.random.default_rng([6, seed])
    filled = Filled(layout, blank(layout).copy(), {})
    rings = {(b.row, b.field, b.item, b.choice): b for b in geometry.bubbles}
    for row in range(rows):
        hand = Hand(filled.page, rng)
        for phase in ("pre", "post"):
            for item in range(1, items + 1):
                key, chosen = (row, phase, item), str(rng.choice(list("ABC")))
                kind = marks or str(rng.choice(KINDS, p=MIX))
                chance = rng.random()
                filled.truth[key] = "" if chance < 0.03 else chosen
                if chance >= 0.03:
                    hand.mark(rings[(*key, chosen)], kind)
                if chance > 0.98:
                    other = "ABC"[("ABC".index(chosen) + 1) % 3]
                    hand.mark(rings[(*key, other)], kind)
                    filled.unsure.add(key)
                elif chance > 0.965:
                    hand.stray(rings[(*key, str(rng.choice(list("ABC"))))])
                elif chance > 0.945:
                    ring = rings[(*key, chosen)]
                    _smudge(filled.page, ring.x + rng.uniform(-4, 4), ring.y + rng.uniform(-2, 2), rng)
    return filled


def _smudge(page: np.ndarray, x: float, y: float, rng: np.random.Generator) -> None:
    """A pale rub of a finger."""
    radius = rng.uniform(0.8, 2.0)
    left, top, reach = int((x - 5) * PX), int((y - 5) * PX), 10 * PX
    part = page[max(0, top) : top + reach, max(0, left) : left + reach]
    ys, xs = np.mgrid[0 : part.shape[0], 0 : part.shape[1]] / PX
    pale = 60 * np.exp(-((xs - 5) ** 2 + (ys - 5) ** 2) / (2 * (radius / 1.6) ** 2))
    part[:] = np.clip(part - pale, 0, 255).astype(np.uint8)


def dirty(page: np.ndarray, blobs: int, rng: np.random.Generator) -> None:
    """Drops of mud anywhere on the page, 0.3 to 1.4 mm."""
    for _ in range(blobs):
        x, y = (int(v) for v in rng.uniform(0, 1, 2) * page.shape[::-1])
        axes = tuple(int(v) for v in rng.uniform(0.3, 1.4, 2) * PX)
        layer = np.full((60, 60), 255, np.uint8)
        angle, level = float(rng.uniform(0, 180)), int(rng.uniform(50, 150))
        cv2.ellipse(layer, (30, 30), axes, angle, 0, 360, level, -1, cv2.LINE_AA)
        part = page[max(0, y - 30) : y + 30, max(0, x - 30) : x + 30]
        np.minimum(part, layer[: part.shape[0], : part.shape[1]], out=part)


def photograph(filled: Filled, camera: Camera, seed: int) -> np.ndarray:
    """The picture (2-D uint8) that this camera takes of the page."""
    rng = np.random.default_rng([9, seed])
    page = filled.page.copy()
    dirty(page, camera.blobs, rng)
    height_map = _relief(page.shape, camera, rng)
    reflect = 18 + page.astype(np.float32) * (212 / 255)
    _fold_lines(reflect, camera, rng)
    if camera.scan:
        return _scanned(reflect, camera, rng)
    return _shot(reflect, height_map, SheetGeometry(filled.layout).size, camera, rng)


def _scanned(reflect: np.ndarray, camera: Camera, rng: np.random.Generator) -> np.ndarray:
    scale = 200 / 25.4 / PX
    small = cv2.resize(reflect, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    angle = float(rng.uniform(-1.5, 1.5)) + (180 if rng.random() < 0.3 else 0)
    middle = (small.shape[1] / 2, small.shape[0] / 2)
    turned = cv2.warpAffine(
        small, cv2.getRotationMatrix2D(middle, angle, 1), small.shape[::-1], borderValue=225.0
    )
    return expose(turned, Shot(defocus=0.5, noise=camera.noise, jpeg=88), rng)


def _relief(shape: tuple[int, ...], camera: Camera, rng: np.random.Generator) -> np.ndarray:
    """How far the paper stands off the table, mm, on a grid of 1 mm."""
    height, width = (round(side / PX) + 2 for side in shape[:2])
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    relief = np.zeros((height, width), np.float32)
    if camera.curl:
        angle = rng.uniform(0, math.pi)
        along = (xs - width / 2) * math.cos(angle) + (ys - height / 2) * math.sin(angle)
        relief += camera.curl * 2 * np.cos(along / (0.42 * height) * math.pi / 2 + rng.uniform(-0.4, 0.4))
    if camera.crumple:
        for step, share in ((60, 1.0), (25, 0.45)):
            rough = rng.normal(0, 1, (height // step + 3, width // step + 3)).astype(np.float32)
            relief += camera.crumple * share * cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)
    return relief


def _fold_lines(reflect: np.ndarray, camera: Camera, rng: np.random.Generator) -> None:
    """Creases: a thin shadow and a thin light line across the page."""
    height, width = reflect.shape
    for _ in range(camera.creases):
        if rng.random() < 0.5:
            a, b = (0, int(rng.uniform(0.2, 0.8) * height)), (width, int(rng.uniform(0.2, 0.8) * height))
        else:
            a, b = (int(rng.uniform(0.2, 0.8) * width), 0), (int(rng.uniform(0.2, 0.8) * width), height)
        layer = np.zeros(reflect.shape, np.float32)
        cv2.line(layer, a, b, 1.0, max(1, int(0.5 * PX)), cv2.LINE_AA)
        reflect -= 45 * cv2.GaussianBlur(layer, (0, 0), 0.2 * PX)


def _shot(
    reflect: np.ndarray, relief: np.ndarray, size: tuple[float, float], camera: Camera, rng: np.random.Generator
) -> np.ndarray:
    width, height = camera.size
    if (size[0] > size[1]) != (width > height):
        width, height = height, width
    if camera.turn and rng.random() < 0.3:
        width, height = height, width
    focal = max(width, height) / 2 / math.tan(math.radians(65 / 2))
    around = float(rng.uniform(0, 2 * math.pi))
    roll = float(rng.normal(0, 4)) + (90.0 if (size[0] > size[1]) != (width > height) else 0.0)
    if camera.turn and rng.random() < 0.4:
        roll += 180
    turn = rotation(camera.tilt * math.cos(around), camera.tilt * math.sin(around), roll)
    page_w, page_h = size if roll % 180 < 45 or roll % 180 > 135 else size[::-1]
    share = 0.90 - camera.tilt * 0.005
    distance = focal * max(page_w / (width * share), page_h / (height * share))
    u, v = _page_points(relief, size, turn, distance, focal, width, height)
    return _develop(reflect, relief, (u, v), size, camera, rng)


def _page_points(
    relief: np.ndarray,
    size: tuple[float, float],
    turn: np.ndarray,
    distance: float,
    focal: float,
    width: int,
    height: int,
) -> tuple[np.ndarray, np.ndarray]:
    """Page mm of each pixel (u, v): plane first, then fixed-point steps for the relief, on a coarse grid."""
    step = max(4, round(max(width, height) / 500))
    xs, ys = np.meshgrid(np.arange(0, width + step, step), np.arange(0, height + step, step))
    target = np.stack([xs, ys], axis=-1).reshape(-1, 2).astype(np.float64)

    def project(points: np.ndarray, z: np.ndarray) -> np.ndarray:
        flat = np.stack([points[:, 0] - size[0] / 2, points[:, 1] - size[1] / 2, -z], axis=1)
        at = flat @ turn.T + np.array([0, 0, distance])
        return at[:, :2] / at[:, 2:] * focal + np.array([width / 2, height / 2])

    square = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float64)
    back = np.linalg.inv(cv2.findHomography(square, project(square, np.zeros(4)))[0])
    on_page = cv2.perspectiveTransform(target[None], back)[0]
    points = on_page.copy()
    for _ in range(5):
        u, v = (points[:, axis].reshape(xs.shape).astype(np.float32) for axis in (0, 1))
        z = cv2.remap(relief, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).ravel()
        seen = cv2.perspectiveTransform(project(points, z)[None], back)[0]
        points += on_page - seen
    shape = xs.shape
    to_full = np.array([[1 / step, 0, 0], [0, 1 / step, 0]], np.float32)
    full = [
        cv2.warpAffine(
            points[:, axis].reshape(shape).astype(np.float32), to_full, (width, height),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE,
        )
        for axis in (0, 1)
    ]
    return full[0], full[1]


def _develop(
    reflect: np.ndarray,
    relief: np.ndarray,
    maps: tuple[np.ndarray, np.ndarray],
    size: tuple[float, float],
    camera: Camera,
    rng: np.random.Generator,
) -> np.ndarray:
    u, v = maps
    height, width = u.shape
    density = 1 / max(0.02, float(np.median(np.abs(np.diff(u[height // 2])) + np.abs(np.diff(v[height // 2])))))
    scale = min(1.0, density * 1.25 / PX)
    page = cv2.resize(reflect, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 0.95 else reflect
    used = PX * (scale if scale < 0.95 else 1.0)
    slope = np.gradient(relief, axis=1) + np.gradient(relief, axis=0)
    light = cv2.remap((1 + 1.2 * slope).astype(np.float32), u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    drawn = cv2.remap(page, u * used - 0.5, v * used - 0.5, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    inside = (u >= 0) & (v >= 0) & (u <= size[0]) & (v <= size[1])
    table = cv2.resize(clutter(int(rng.integers(8))), (width, height)) * 0.45
    scene = np.where(inside, drawn * np.clip(light, 0.55, 1.25), table).astype(np.float32)
    if camera.cover:
        scene = _covered(scene, camera.cover, rng)
    scene *= _shade(width, height, camera.shadow, rng)
    shot = Shot(defocus=camera.defocus, motion=camera.motion, noise=camera.noise, jpeg=85)
    return expose(scene, shot, rng)


def _covered(scene: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    height, width = scene.shape
    side = int(rng.integers(4))
    covered = scene.copy()
    if side % 2:
        part = slice(0, int(width * share)) if side == 1 else slice(int(width * (1 - share)), width)
        covered[:, part] = 90
    else:
        part = slice(0, int(height * share)) if side == 0 else slice(int(height * (1 - share)), height)
        covered[part] = 90
    return covered


def _shade(width: int, height: int, shadow: float, rng: np.random.Generator) -> np.ndarray:
    """A slow gradient and, with `shadow`, somebody's shadow over half of the picture."""
    ys, xs = np.mgrid[0:height:8, 0:width:8].astype(np.float32)
    angle = rng.uniform(0, 2 * math.pi)
    across = ((xs - width / 2) * math.cos(angle) + (ys - height / 2) * math.sin(angle)) / max(width, height)
    shade = 0.9 + 0.25 * across
    if shadow:
        turn = rng.uniform(0, 2 * math.pi)
        line = (xs - width * rng.uniform(0.3, 0.7)) * math.cos(turn) + (ys - height / 2) * math.sin(turn)
        soft = 1 / (1 + np.exp(-line / (0.012 * max(width, height))))
        shade *= 1 - shadow * soft
    return cv2.resize(shade.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
