"""Our own printed sheets filled by a hand and scanned: for tests that begin at the print centre."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np

from promoter_app.capture.sheets.squares import find_code
from promoter_app.domain.papers.geometry import Bubble, SheetGeometry, SheetLayout
from tests.capture.sheet_simulator import PX, Camera, Filled, Hand, photograph

Rings = dict[tuple[int, str, int, str], Bubble]


def raster(pdf: Path | bytes) -> list[np.ndarray]:
    """The pages of a PDF as grey pixels, PX a millimetre."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        bitmap = page.render(scale=PX * 25.4 / 72, grayscale=True)
        pages.append(np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width).copy())
        bitmap.close()
    document.close()
    return pages


def layout_of(page: np.ndarray) -> SheetLayout:
    """What the code of a flat page says."""
    code, _seen = find_code(page, page, {})
    assert code is not None
    return code.layout


def rings_on(page: np.ndarray) -> Rings:
    """Every ring of a page by row, field, item and choice."""
    geometry = SheetGeometry(layout_of(page))
    return {(b.row, b.field, b.item, b.choice): b for b in geometry.bubbles}


def hand(page: np.ndarray, seed: int = 1) -> Hand:
    """Somebody's hand over a page."""
    return Hand(page, np.random.default_rng(seed))


def short_mark(page: np.ndarray, ring: Bubble) -> None:
    """A dash that may be anything."""
    hand(page).line([(ring.x - 1, ring.y - 0.2), (ring.x + 0.6, ring.y + 0.2)])


def scan(page: np.ndarray, out: Path) -> Path:
    """A clean scan of a page, about 210 dpi."""
    cv2.imwrite(str(out), cv2.resize(page, None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA))
    return out


def photo(page: np.ndarray, out: Path, camera: Camera, seed: int = 1) -> Path:
    """A photograph of a page."""
    filled = Filled(layout_of(page), page, {})
    cv2.imwrite(str(out), photograph(filled, camera, seed), [cv2.IMWRITE_JPEG_QUALITY, 92])
    return out


def mark_rows(page: np.ndarray, rows: Sequence[int], kind: Callable[[int], str] = lambda _row: "fill") -> None:
    """Mark the `present` ring of these rows."""
    rings = rings_on(page)
    for row in rows:
        hand(page, row).mark(rings[row, "present", 0, ""], kind(row))
