"""Finding a page in a picture: its eight ArUco squares and its code, at any rotation.

Heavy at first use: cv2, numpy.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from promoter_app.capture import variants
from promoter_app.capture.zxing import scan
from promoter_app.domain.papers.geometry import (
    ARUCO_DICTIONARY,
    CODE_SIZE,
    LENGTH_OF_PAGE_CODE,
    MARKER,
    PageCode,
    read_page_payload,
)

if TYPE_CHECKING:
    from promoter_app.capture.zxing import Grey

WORKING_SIDE = 2400
"""Longest side of the picture that is worked on: about 8 pixels a millimetre of a page that fills it."""
CODE_FROM_CORNER = (-14.4 - CODE_SIZE / 2, 2 + CODE_SIZE / 2 - MARKER)
"""Middle of the page code from the lower right corner of marker 1, in mm (the same on every layout)."""


@functools.cache
def _detector() -> Any:
    import cv2

    options = cv2.aruco.DetectorParameters()
    options.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    options.adaptiveThreshWinSizeMax = 43
    options.minMarkerPerimeterRate = 0.015
    squares = cv2.aruco.getPredefinedDictionary(getattr(cv2.aruco, ARUCO_DICTIONARY))
    return cv2.aruco.ArucoDetector(squares, options)


def working(grey: Grey) -> Grey:
    """The picture at the size that is worked on; smaller ones stay as they are."""
    longest = max(grey.shape)
    return variants.resized(grey, WORKING_SIDE / longest) if longest > WORKING_SIDE else grey


def find_squares(grey: Grey) -> dict[int, Any]:
    """Markers 0 to 7 by number, corners (4, 2) in pixels from the marker's own upper left, clockwise."""
    import numpy as np

    corners, numbers, _rejected = _detector().detectMarkers(grey)
    found: dict[int, Any] = {}
    for four, number in zip(corners, [] if numbers is None else numbers.ravel(), strict=True):
        if number < 8 and int(number) not in found:
            found[int(number)] = np.asarray(four, np.float64).reshape(4, 2)
    return found


def find_code(grey: Grey, small: Grey, squares: dict[int, Any]) -> tuple[PageCode | None, bool]:
    """The page code, and whether any text like one was read (a code of another version is not a page)."""
    seen = False
    for picture in _looks(grey, small, squares):
        for found in scan(picture, "page").found:
            page = read_page_payload(found.text)
            seen = seen or len(found.text) == LENGTH_OF_PAGE_CODE
            if page is not None:
                return page, True
    return None, seen


def _looks(grey: Grey, small: Grey, squares: dict[int, Any]) -> Any:
    """Pictures in which the code may be seen, cheapest first."""
    yield small
    part = _around_code(grey, small, squares)
    if part is not None:
        yield part
        for side in (420, 700, 1000):
            sized = variants.resized(part, side / max(part.shape))
            yield sized
            yield variants.sharpen(sized)
            yield variants.sharpen(sized, 4.0, 2.0)
            yield variants.bend_grey(sized, 0.4)
            yield variants.bend_grey(sized, 2.5)
            yield variants.even_out(sized)
    if grey is not small:
        yield grey
    for change in (variants.sharpen, variants.even_out):
        yield change(small)
    for gamma in (0.3, 2.5):
        yield variants.bend_grey(small, gamma)


def _around_code(grey: Grey, small: Grey, squares: dict[int, Any]) -> Grey | None:
    """The full-size surroundings of the code, placed from marker 1 beside it."""
    import numpy as np

    four = squares.get(1)
    if four is None:
        return None
    right, down = (four[2] - four[3]) / MARKER, (four[2] - four[1]) / MARKER
    zoom = grey.shape[0] / small.shape[0]
    middle = (four[2] + CODE_FROM_CORNER[0] * right + CODE_FROM_CORNER[1] * down) * zoom
    reach = float(max(np.hypot(*right), np.hypot(*down))) * zoom * CODE_SIZE * 0.95
    left, top = (max(0, int(v - reach)) for v in middle)
    part = grey[top : int(middle[1] + reach), left : int(middle[0] + reach)]
    return np.ascontiguousarray(part) if min(part.shape) > 40 else None
