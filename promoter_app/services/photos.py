"""Codes in photographs: what was found, where, and by which step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promoter_app.capture.files import ImageCodes


def codes_in(paths: Iterable[Path]) -> Iterator[ImageCodes]:
    """Every code and marker of each image; an image that cannot be read brings its Refusal instead. Slow work."""
    from promoter_app.capture.files import find_codes_in_files

    return find_codes_in_files(paths)
