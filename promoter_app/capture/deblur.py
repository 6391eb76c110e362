"""Pictures put back into focus by Wiener filters: a lens out of focus, a hand that moved."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promoter_app.capture.grids import Real
    from promoter_app.capture.zxing import Grey

FOCUS = ((3.0, 0.003), (4.0, 0.003), (2.0, 0.01), (3.0, 0.02))
"""(sigma in pixels of the photograph, noise share) of the lenses that are tried."""
LENGTHS = (6.0, 9.0, 12.0)
"""Pixels of the photograph that something moved."""
ANGLES = 12
"""Directions between 0 and 180 degrees."""
MOTION_NOISE = 0.01


def refocused(grey: Grey, scale: float) -> Iterator[tuple[str, Grey]]:
    """(name, picture) for each lens blur tried; `scale`: pixels of `grey` per pixel of the photograph."""
    spectrum, mean = _spectrum(grey)
    for sigma, noise in FOCUS:
        yield f"refocus {sigma:g}", _inverse(grey, spectrum, mean, _lens(grey.shape, sigma * scale), noise)


def stilled(grey: Grey, scale: float) -> Iterator[tuple[str, Grey]]:
    """(name, picture) for each movement tried."""
    spectrum, mean = _spectrum(grey)
    for length in LENGTHS:
        for step in range(ANGLES):
            blur = _movement(grey.shape, length * scale, math.pi * step / ANGLES)
            yield f"still {length:g}", _inverse(grey, spectrum, mean, blur, MOTION_NOISE)


def _spectrum(grey: Grey) -> tuple[Grey, float]:
    import numpy as np

    mean = float(grey.mean())
    return np.fft.rfft2(grey.astype(np.float32) - mean), mean


def _inverse(grey: Grey, spectrum: Grey, mean: float, blur: Real, noise: float) -> Grey:
    """Wiener's filter for a blur whose transfer function is real (it is symmetric)."""
    import numpy as np

    sharp = np.fft.irfft2(spectrum * (blur / (blur**2 + noise)), s=grey.shape) + mean
    return np.clip(sharp, 0, 255).astype(np.uint8)


def _frequencies(shape: tuple[int, ...]) -> tuple[Real, Real]:
    import numpy as np

    rows, columns = np.fft.fftfreq(shape[0]), np.fft.rfftfreq(shape[1])
    return np.asarray(rows, np.float64)[:, None], np.asarray(columns, np.float64)[None, :]


def _lens(shape: tuple[int, ...], sigma: float) -> Real:
    """Transfer function of a Gaussian blur."""
    import numpy as np

    y, x = _frequencies(shape)
    return np.asarray(np.exp(-2 * (math.pi * sigma) ** 2 * (x**2 + y**2)))


def _movement(shape: tuple[int, ...], length: float, angle: float) -> Real:
    """Transfer function of a straight movement."""
    import numpy as np

    y, x = _frequencies(shape)
    return np.asarray(np.sinc(length * (x * math.cos(angle) + y * math.sin(angle))))
