"""Image files to grey pictures, with bounded memory: what a phone, a scanner or a stranger may hand over."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promoter_app.domain.refusal import Refusal, Sentence

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is opened."""
MAX_PIXELS = 64_000_000
"""Largest picture that is decoded (a phone's biggest are 50 megapixels)."""
MAX_SIDE = 20_000
FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "PPM")

_SAFE = Sentence("La imagen no se cambió y no se guardó nada.", "The picture was not changed and nothing was saved.")


def read_image(path: Path) -> Grey:
    """The picture at `path` as a 2-D uint8 array, upright by its EXIF rotation, first frame, white behind alpha.

    Raises Refusal: `image_missing`, `image_too_large` (also for a file that unpacks to a giant one),
    `not_an_image`, `image_damaged` (cut short).
    """
    size = _file_size(path)
    if size > MAX_BYTES:
        raise too_large(path)
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own warning about size: the limit below is ours
            with Image.open(path, formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE:
                    raise too_large(path)
                return _grey(picture)
    except Image.DecompressionBombError as error:
        raise too_large(path) from error
    except UnidentifiedImageError as error:
        raise _not_an_image(path) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as error:
        raise _damaged(path) from error  # what Pillow's readers raise on cut or forged files
    except MemoryError as error:
        raise too_large(path) from error


def _grey(picture: Any) -> Grey:
    import numpy as np
    from PIL import Image, ImageOps

    picture.draft("L", picture.size)
    picture.load()
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
    elif picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        picture = _stretched(picture)
    upright = ImageOps.exif_transpose(picture)
    return np.ascontiguousarray(np.asarray(upright.convert("L"), dtype=np.uint8))


def _stretched(picture: Any) -> Any:
    """A deep grey picture brought to 8 bits, darkest to black and lightest to white."""
    import numpy as np
    from PIL import Image

    deep = np.asarray(picture, dtype=np.float32)
    low, high = float(deep.min()), float(deep.max())
    flat = (deep - low) * (255 / max(high - low, 1e-6))
    return Image.fromarray(np.rint(flat).astype(np.uint8))


def _file_size(path: Path) -> int:
    try:
        if not path.is_file():
            raise _missing(path)
        return path.stat().st_size
    except OSError as error:
        raise _missing(path) from error


def _missing(path: Path) -> Refusal:
    return Refusal(
        "image_missing",
        Sentence(f"No se pudo abrir «{path.name}».", f"“{path.name}” could not be opened."),
        _SAFE,
        Sentence("Revisa que el archivo siga ahí y se pueda leer.", "Check that the file is still there and readable."),
    )


SMALLER = Sentence("Usa una foto de hasta 64 megapixeles y 64 MB.", "Use a photo of at most 64 megapixels and 64 MB.")


def too_large(path: Path, todo: Sentence = SMALLER, safe: Sentence = _SAFE) -> Refusal:
    """A picture or a PDF beyond what is opened."""
    what = Sentence(f"«{path.name}» es demasiado grande.", f"“{path.name}” is too large.")
    return Refusal("image_too_large", what, safe, todo)


def _not_an_image(path: Path) -> Refusal:
    return Refusal(
        "not_an_image",
        Sentence(f"«{path.name}» no es una imagen conocida.", f"“{path.name}” is not a known kind of picture."),
        _SAFE,
        Sentence("Usa una foto JPG o PNG.", "Use a JPG or PNG photo."),
    )


def _damaged(path: Path) -> Refusal:
    return Refusal(
        "image_damaged",
        Sentence(f"«{path.name}» está dañada o incompleta.", f"“{path.name}” is damaged or incomplete."),
        _SAFE,
        Sentence("Cópiala otra vez o toma otra foto.", "Copy it again or take another photo."),
    )
