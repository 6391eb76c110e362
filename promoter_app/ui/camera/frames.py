"""Frame: the grey levels of one picture of a camera. Getting them from Qt's frames costs a copy and no conversion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_GREY = QImage.Format.Format_Grayscale8
PLANAR = frozenset({
    "YUV420P", "YUV422P", "YV12", "NV12", "NV21", "IMC1", "IMC2", "IMC3", "IMC4", "Y8",
})
"""Formats of Qt whose first plane is the grey picture."""
PACKED = {"YUYV": 0, "UYVY": 1}
"""Formats with a grey byte in each pair: which one."""


@dataclass(frozen=True)
class Frame:
    """`luma` has `stride` bytes a row, 0 black; `at` is when it came (monotonic seconds)."""

    luma: bytes
    width: int
    height: int
    stride: int
    at: float = 0.0

    @property
    def is_sound(self) -> bool:
        """Whether the bytes suffice for the size: a broken driver may hand over anything."""
        whole = self.stride * (self.height - 1) + self.width
        return self.width > 0 and self.height > 0 and self.stride >= self.width and len(self.luma) >= whole

    def picture(self, size: int, middle: float = 1.0) -> QImage:
        """A mirrored picture for the screen, `size` pixels wide, of the `middle` share of the frame."""
        last = self.stride * self.height - len(self.luma)
        luma = self.luma if last <= 0 else self.luma + bytes(last)
        image = QImage(luma, self.width, self.height, self.stride, _GREY)
        w, h = max(1, round(self.width * middle)), max(1, round(self.height * middle))
        part = image.copy(QRect((self.width - w) // 2, (self.height - h) // 2, w, h))
        small = part.scaledToWidth(min(size, w)) if size < w else part
        return small.flipped(Qt.Orientation.Horizontal)


def frame_of_image(image: QImage, at: float) -> Frame:
    """The grey levels of any picture."""
    grey = image.convertToFormat(_GREY)
    return Frame(bytes(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine(), at)


def frame_of_video(video: QVideoFrame, at: float) -> Frame | None:
    """The grey levels of a frame of a camera or a film; None when it cannot be read (then the next one may)."""
    from PySide6.QtMultimedia import QVideoFrameFormat

    name = video.pixelFormat().name.removeprefix("Format_")
    as_image = QVideoFrameFormat.imageFormatFromPixelFormat(video.pixelFormat())
    if name not in PLANAR and name not in PACKED and as_image == QImage.Format.Format_Invalid:
        image = video.toImage()
        return None if image.isNull() else frame_of_image(image, at)
    if not video.map(type(video).MapMode.ReadOnly):
        return None
    try:
        luma, stride = bytes(video.bits(0)), video.bytesPerLine(0)
    finally:
        video.unmap()
    if name in PACKED:
        luma, stride = luma[PACKED[name] :: 2], stride // 2
    elif name not in PLANAR:
        return frame_of_image(QImage(luma, video.width(), video.height(), stride, as_image), at)
    return Frame(luma, video.width(), video.height(), stride, at)
