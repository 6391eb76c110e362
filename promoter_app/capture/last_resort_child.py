"""Child process that runs the WeChat detector of OpenCV-contrib: it may crash or stall, so it lives apart.

Started by `last_resort.py` as a script. Standard input: width and height (two big-endian 32-bit numbers), then
the grey pixels. Standard output: a 32-bit length, then JSON [[text, [[x, y] * 4]], ...]; first of all one "[]"
as a sign that it is ready. Ends when its input ends.
"""

from __future__ import annotations

import json
import struct
import sys


def main() -> int:
    """Answer pictures until the input ends."""
    import cv2
    import numpy as np

    cv2.setNumThreads(1)
    detector = cv2.wechat_qrcode.WeChatQRCode()
    _answer([])
    while len(head := sys.stdin.buffer.read(8)) == 8:
        width, height = struct.unpack(">II", head)
        pixels = sys.stdin.buffer.read(width * height)
        if len(pixels) < width * height:
            break
        texts, corners = detector.detectAndDecode(np.frombuffer(pixels, np.uint8).reshape(height, width))
        _answer([[text, points.tolist()] for text, points in zip(texts, corners, strict=True) if text])
    return 0


def _answer(codes: list[list[object]]) -> None:
    packed = json.dumps(codes).encode("utf-8", "surrogatepass")
    sys.stdout.buffer.write(struct.pack(">I", len(packed)) + packed)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    raise SystemExit(main())
