"""The only place that calls zxing-cpp: QR codes alone, plain text, inverted only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from promoter_app.capture.found import Found, Point, judged

if TYPE_CHECKING:
    import numpy.typing as npt

    Grey = npt.NDArray[Any]
    """A 2-D picture of uint8 grey levels."""


class Reading(NamedTuple):
    """Codes that were read, and the corners of those that were seen but failed their error correction."""

    found: list[Found]
    failed: list[tuple[Point, ...]]


def scan(
    image: Any,
    how: str,
    *,
    coarse: bool = False,
    invert: bool = False,
    pure: bool = False,
    shift: Point = (0.0, 0.0),
    scale: float = 1.0,
) -> Reading:
    """Read every QR code of `image` (2-D uint8 array or `plane`).

    `coarse` takes one threshold for the whole picture in place of local ones, `pure` expects nothing but one
    upright code. Corners are given back as `corner / scale + shift`.
    """
    import zxingcpp

    binarizer = zxingcpp.Binarizer.GlobalHistogram if coarse else zxingcpp.Binarizer.LocalAverage
    codes = zxingcpp.read_barcodes(
        image,
        formats=zxingcpp.barcode_formats_from_str("QRCode"),
        try_invert=invert,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=binarizer,
        is_pure=pure,
        return_errors=True,
    )
    # The library counts micro codes as QR codes. Their smallest kinds cannot correct an error, so that a piece
    # of a tilted card passes for one now and then.
    others = (zxingcpp.BarcodeFormat.MicroQRCode, zxingcpp.BarcodeFormat.RMQRCode)
    reading = Reading([], [])
    for code in codes:
        if code.format in others:
            continue
        corners = _corners(code.position, shift, scale)
        if code.valid and code.text:
            reading.found.append(judged(code.text, corners, how))
        elif not code.valid:
            reading.failed.append(corners)
    return reading


def plane(buffer: Any, width: int, height: int, stride: int) -> Any:
    """A view of a camera's Y plane, without a copy. Raises ValueError when the buffer is too short."""
    import zxingcpp

    size = memoryview(buffer).nbytes
    if width < 1 or height < 1 or stride < width or size < stride * (height - 1) + width:
        raise ValueError(f"a plane of {size} bytes is not {width} x {height} with stride {stride}")
    if size < stride * height:  # the last row without its padding: zxing-cpp wants it
        return plane_array(buffer, width, height, stride).copy()
    return zxingcpp.ImageView(buffer, width, height, zxingcpp.ImageFormat.Lum, stride)


def plane_array(buffer: Any, width: int, height: int, stride: int) -> Grey:
    """The plane as a 2-D array over the same memory; its size must have been checked."""
    import numpy as np

    flat = np.frombuffer(buffer, np.uint8)
    return np.lib.stride_tricks.as_strided(flat, (height, width), (stride, 1), writeable=False)


def _corners(position: Any, shift: Point, scale: float) -> tuple[Point, ...]:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return tuple((p.x / scale + shift[0], p.y / scale + shift[1]) for p in points)
