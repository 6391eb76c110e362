"""Files that people hand over with sheets in them: photographs, scans and PDF, one page after another.

Heavy at first use: pypdfium2, Pillow. A HEIC photograph is refused with a way out: its decoder's wheels carry a
licence that this project cannot pass on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from promoter_app.capture.images import MAX_BYTES, read_image, too_large
from promoter_app.capture.sheets.reading import read_sheet
from promoter_app.capture.sheets.refusals import SAFE
from promoter_app.capture.sheets.values import ReadPage
from promoter_app.domain.refusal import Refusal, Sentence

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

PDF_DPI = 200
MOST_PAGES = 200
LONGEST_SIDE_POINTS = 3000
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


@dataclass(frozen=True)
class FilePage:
    """What came of one page of one file (`number` from 1): the page that was read, or why not."""

    file: Path
    number: int
    page: ReadPage | None
    refusal: Refusal | None = None


def read_files(paths: Iterable[Path]) -> Iterator[FilePage]:
    """Every page of every file in order; one that cannot be read does not stop the rest."""
    for path in paths:
        number = 0
        try:
            for number, grey in enumerate(pictures_in(path), 1):
                yield read_picture(path, number, grey)
        except Refusal as refusal:
            yield FilePage(path, number + 1, None, refusal)


def read_picture(path: Path, number: int, grey: Grey) -> FilePage:
    """Read one picture; `path` and `number` only say what it is called."""
    try:
        return FilePage(path, number, read_sheet(grey))
    except Refusal as refusal:
        return FilePage(path, number, None, refusal)


def pictures_in(path: Path) -> Iterator[Grey]:
    """The pictures of a file: one, or one per page of a PDF. Raises Refusal as `read_image`, or `heic`."""
    start = _first_bytes(path)
    if start[4:8] == b"ftyp" and start[8:12] in HEIC_BRANDS:
        raise _heic(path)
    if b"%PDF-" in start:
        yield from _pdf_pages(path)
    else:
        yield read_image(path)


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1024)
    except OSError:
        return b""  # read_image says what is the matter


def _pdf_pages(path: Path) -> Iterator[Grey]:
    import numpy as np
    import pypdfium2

    if path.stat().st_size > MAX_BYTES:
        raise _pdf_too_large(path)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _pdf_damaged(path) from error
    try:
        if len(document) > MOST_PAGES:
            raise _pdf_too_large(path)
        for page in document:
            if max(page.get_size()) > LONGEST_SIDE_POINTS:
                raise _pdf_too_large(path)
            bitmap = page.render(scale=PDF_DPI / 72, grayscale=True)
            yield np.array(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, bitmap.width)
            bitmap.close()
            page.close()
    finally:
        document.close()


def _heic(path: Path) -> Refusal:
    return Refusal(
        "heic",
        Sentence(f"«{path.name}» es una foto HEIC del iPhone.", f"“{path.name}” is an iPhone HEIC photo."),
        SAFE,
        Sentence(
            "Mándala como JPG: en el teléfono, Ajustes, Cámara, Formatos, «Más compatible».",
            "Send it as JPG: on the phone, Settings, Camera, Formats, “Most Compatible”.",
        ),
    )


def _pdf_damaged(path: Path) -> Refusal:
    return Refusal(
        "image_damaged",
        Sentence(f"«{path.name}» está dañado o tiene contraseña.", f"“{path.name}” is damaged or has a password."),
        SAFE,
        Sentence("Escanéalo otra vez o guárdalo sin contraseña.", "Scan it again or save it without a password."),
    )


def _pdf_too_large(path: Path) -> Refusal:
    parts = f"Divídelo en partes de hasta {MOST_PAGES} hojas.", f"Split it into parts of up to {MOST_PAGES} pages."
    return too_large(path, Sentence(*parts), SAFE)
