"""Reads papers back with other people's programs: poppler, qpdf, zbar, zxing and OpenCV."""

from __future__ import annotations

import subprocess
from pathlib import Path

import cv2
import numpy as np
import zxingcpp
from pyzbar import pyzbar

from promoter_app.domain.papers.geometry import Box

QUIET = 5.0
"""mm of white kept around a code that is cropped."""


def run(*command: str | Path) -> str:
    """Output of a program; its failure is the test's."""
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def text_of(file: Path, *options: str) -> str:
    """The text that any reader extracts, in reading order."""
    return run("pdftotext", *options, file, "-")


def flat_text(file: Path, *options: str) -> str:
    """The text with one space between words, wherever lines end."""
    return " ".join(text_of(file, *options).split())


def fonts_of(file: Path) -> list[tuple[str, bool, bool]]:
    """(name, embedded, subset) of every font."""
    rows = [line.split() for line in run("pdffonts", file).splitlines()[2:]]
    return [(row[0], row[-5] == "yes", row[-4] == "yes") for row in rows]


def page_count(file: Path) -> int:
    """Pages, as qpdf counts them."""
    return int(run("qpdf", "--show-npages", file))


def page_sizes(file: Path) -> list[tuple[float, float]]:
    """Width and height of each page in mm, as poppler reads them."""
    lines = run("pdfinfo", "-f", "1", "-l", "9999", file).splitlines()
    sizes = [line.split()[3:6:2] for line in lines if line.startswith("Page ") and "size:" in line]
    return [(float(width) * 25.4 / 72, float(height) * 25.4 / 72) for width, height in sizes]


def pictures(file: Path, dpi: int, first: int = 1, last: int = 999) -> list[np.ndarray]:
    """Every page as grey pixels."""
    stem = file.with_suffix("")
    run("pdftoppm", "-r", str(dpi), "-gray", "-f", str(first), "-l", str(last), file, stem)
    made = sorted(file.parent.glob(f"{stem.name}-*.pgm"))
    pages = [cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) for path in made]
    for path in made:
        path.unlink()
    return pages


def crop(page: np.ndarray, box: Box, dpi: int, around: float = QUIET) -> np.ndarray:
    """The pixels of `box` with some paper around it."""
    scale = dpi / 25.4
    left, top = max(0, int((box.x - around) * scale)), max(0, int((box.y - around) * scale))
    right, bottom = int((box.x + box.w + around) * scale), int((box.y + box.h + around) * scale)
    return np.ascontiguousarray(page[top:bottom, left:right])


def zbar(image: np.ndarray) -> list[str]:
    """QR texts that zbar sees."""
    return [code.data.decode() for code in pyzbar.decode(image, symbols=[pyzbar.ZBarSymbol.QRCODE])]


def zxing(image: np.ndarray) -> list[str]:
    """QR texts that zxing sees."""
    return [code.text for code in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]


def darkness(page: np.ndarray, x: float, y: float, radius: float, dpi: int) -> float:
    """Share of dark pixels in a disc, mm."""
    scale = dpi / 25.4
    rows, columns = np.ogrid[: page.shape[0], : page.shape[1]]
    disc = (columns - x * scale) ** 2 + (rows - y * scale) ** 2 <= (radius * scale) ** 2
    return float((page[disc] < 128).mean())
