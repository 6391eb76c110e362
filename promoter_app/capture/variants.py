"""Grey-level variants of a picture: cheap ways to lift a code out of sun, shadow, blur and dirt."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey


@functools.cache
def gamma_table(gamma: float) -> Grey:
    """256 grey levels for the curve `level ** gamma`: below 1 brightens, above 1 darkens."""
    import numpy as np

    levels = np.arange(256, dtype=np.float64) / 255
    return np.rint(255 * levels**gamma).astype(np.uint8)


def bend_grey(grey: Grey, gamma: float) -> Grey:
    """`grey` through the gamma curve."""
    import cv2

    return cv2.LUT(grey, gamma_table(gamma))


def sharpen(grey: Grey, sigma: float = 1.5, amount: float = 1.5) -> Grey:
    """Unsharp mask: the picture plus `amount` times what a blur of `sigma` pixels takes away."""
    import cv2

    soft = cv2.GaussianBlur(grey, (0, 0), sigma)
    return cv2.addWeighted(grey, 1 + amount, soft, -amount, 0)


def even_out(grey: Grey) -> Grey:
    """Contrast made equal tile by tile (CLAHE)."""
    import cv2

    return cv2.createCLAHE(2.0, (8, 8)).apply(grey)


def local(grey: Grey, sigma: float = 0.0, around: int = 15) -> Grey:
    """Black and white by the mean of a close neighbourhood, after a blur of `sigma` pixels: the edge of a shadow."""
    import cv2

    soft = cv2.GaussianBlur(grey, (0, 0), sigma) if sigma else grey
    return cv2.adaptiveThreshold(soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, around, 4 - round(sigma))


def resized(grey: Grey, scale: float) -> Grey:
    """`grey` scaled: areas averaged when smaller, cubic when larger."""
    import cv2

    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way)
