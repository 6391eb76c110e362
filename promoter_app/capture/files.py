"""Codes and markers in image files, one answer per file."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from promoter_app.capture.crew_markers import find_markers
from promoter_app.capture.found import Found, FoundKind
from promoter_app.capture.images import read_image
from promoter_app.capture.last_resort import LastResort
from promoter_app.capture.photo import decode_photo
from promoter_app.domain.refusal import Refusal

SECONDS, LAST_RESORT_SECONDS = 20.0, 6.0
"""For a file, and for one question to the last resort: nobody holds a card meanwhile, and laptops are slow."""


@dataclass(frozen=True)
class ImageCodes:
    """What one file shows; `refusal` says why a file could not be read (then there are no codes)."""

    image: Path
    codes: tuple[Found, ...]
    refusal: Refusal | None = None

    def as_json(self) -> dict[str, object]:
        """`{image, codes: [{text, kind, corners, how}]}`, and `refused` with its code when it could not be read."""
        codes = [
            {
                "text": found.text,
                "kind": found.kind.value,
                "corners": [[round(x, 1), round(y, 1)] for x, y in found.corners],
                "how": found.how,
            }
            for found in self.codes
        ]
        said: dict[str, object] = {"image": str(self.image), "codes": codes}
        if self.refusal is not None:
            said["refused"] = self.refusal.code
        return said


def find_codes_in_files(
    paths: Iterable[Path], *, last_resort: LastResort | None = None
) -> Generator[ImageCodes, None, None]:
    """Codes and crew markers of each file, in the order given; a file that cannot be read does not stop the rest.

    A marker's text is its number and, when one of its sides is clearly up, the answer: `17 B`. Without a
    `last_resort` one is started when first needed and ended with the generator.
    """
    own = LastResort(limit=LAST_RESORT_SECONDS) if last_resort is None else None
    try:
        for path in paths:
            try:
                grey = read_image(path)
            except Refusal as refusal:
                yield ImageCodes(path, (), refusal)
                continue
            codes = decode_photo(grey, last_resort=last_resort or own, seconds=SECONDS)
            markers = [
                Found(f"{marker.number} {marker.answer or ''}".strip(), FoundKind.MARKER, marker.corners, "marker")
                for marker in find_markers(grey)
            ]
            yield ImageCodes(path, (*codes, *markers))
    finally:
        if own is not None:
            own.close()
