"""Codes in photographs: what was found, where, and by which step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

if TYPE_CHECKING:
    from promoter_app.capture.files import ImageCodes

_KEY = "AGE-SECRET-KEY-"


def codes_in(paths: Iterable[Path]) -> Iterator[ImageCodes]:
    """Every code and marker of each image; an image that cannot be read brings its Refusal instead. Slow work."""
    from promoter_app.capture.files import find_codes_in_files

    return find_codes_in_files(paths)


class ReadPhoto(NamedTuple):
    """The codes of ours in one photograph, each text once, or why it could not be read."""

    name: str
    texts: tuple[str, ...]
    refusal: Refusal | None


def read_photos(paths: Iterable[Path]) -> Iterator[ReadPhoto]:
    """The cards in photographs, one after the other; a code that is not ours is left out. Slow work."""
    from promoter_app.capture.files import find_codes_in_files
    from promoter_app.capture.found import FoundKind

    aside = (FoundKind.FOREIGN, FoundKind.MARKER)
    with closing(find_codes_in_files(paths)) as images:
        for image in images:
            texts = dict.fromkeys(found.text for found in image.codes if found.kind not in aside)
            yield ReadPhoto(image.image.name, tuple(texts), image.refusal)


def key_in_photo(path: Path) -> str:
    """The text of a key on a photographed sheet (recovery, sealed notes).

    Slow work. Raises Refusal when the picture cannot be read, and `no_key_code` when no such code is seen in it.
    """
    from promoter_app.capture.files import find_codes_in_files

    with closing(find_codes_in_files([path])) as images:
        image = next(images)
    if image.refusal is not None:
        raise image.refusal
    for found in image.codes:
        if is_key(found.text):
            return found.text
    raise Refusal(
        "no_key_code",
        Sentence("En esa foto no se ve el QR de la hoja.", "The sheet's QR is not seen in that photo."),
        NOTHING_CHANGED,
        Sentence("Toma otra de cerca y con luz, o escribe las palabras.",
                 "Take another, close and with light, or write the words."),
    )  # fmt: skip


def is_key(text: str) -> bool:
    """Whether a code's text is the secret key of a printed sheet."""
    return text.strip().upper().startswith(_KEY)
