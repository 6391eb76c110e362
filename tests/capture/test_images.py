"""Image files as people hand them over: turned, clear, deep, cut short, giant, or no image at all."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from promoter_app.capture.images import MAX_PIXELS, read_image
from promoter_app.domain.refusal import Refusal


def half_dark() -> Image.Image:
    """40 x 20, dark in its left half."""
    return Image.fromarray(np.repeat(np.array([[20] * 20 + [230] * 20], np.uint8), 20, axis=0))


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        read_image(path)
    for part in (caught.value.what, caught.value.safe, caught.value.todo):
        assert part.es.endswith(".")
        assert part.en.endswith(".")
    return caught.value.code


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.bmp", "a.webp", "a.tif"])
def test_common_kinds_are_read_as_grey(tmp_path: Path, name: str) -> None:
    half_dark().convert("RGB").save(tmp_path / name)
    grey = read_image(tmp_path / name)
    assert (grey.shape, grey.dtype) == ((20, 40), np.uint8)
    assert abs(int(grey[5, 5]) - 20) < 8 < abs(int(grey[5, 35]) - 20)


def test_a_photo_held_upright_comes_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned a quarter to the left
    half_dark().save(tmp_path / "a.jpg", exif=exif, quality=95)
    grey = read_image(tmp_path / "a.jpg")
    assert grey.shape == (40, 20)
    assert grey[5].max() < 60 < 200 < grey[35].min()


def test_clear_parts_are_white(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert read_image(tmp_path / "a.png").min() == 255


def test_a_deep_scan_is_brought_to_eight_bits(tmp_path: Path) -> None:
    Image.fromarray(np.repeat(np.array([[900] * 4 + [60_000] * 4], np.uint16), 8, axis=0)).save(tmp_path / "a.png")
    grey = read_image(tmp_path / "a.png")
    assert (int(grey[0, 0]), int(grey[0, 7])) == (0, 255)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.jpg") == "image_missing"
    assert refused(tmp_path) == "image_missing"


@pytest.mark.parametrize("content", [b"", b"hola", b"%PDF-1.7\n", b"\xff\xd8\xff", b"GIF89a"])
def test_what_is_no_image(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert refused(tmp_path / "a.jpg") in ("not_an_image", "image_damaged")


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_photo_cut_short(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (300, 300), np.uint8)
    Image.fromarray(noise).save(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    assert refused(tmp_path / name) == "image_damaged"


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is `width` x `height`."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(10_000)))


@pytest.mark.parametrize("size", [(60_000, 60_000), (30_000, 100), (9_000, 9_000), (2**31 - 1, 2**31 - 1)])
def test_an_image_bomb_is_refused_before_it_unpacks(tmp_path: Path, size: tuple[int, int]) -> None:
    assert size[0] * size[1] > MAX_PIXELS or max(size) > 20_000
    (tmp_path / "a.png").write_bytes(bomb(*size))
    tracemalloc.start()
    code = refused(tmp_path / "a.png")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "image_too_large"
    assert peak < 20_000_000


def test_a_giant_file_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.bmp").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    assert refused(tmp_path / "a.bmp") == "image_too_large"


STARTS = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"BM", b"II*\0", b"P5\n", b"RIFF", b"GIF89a"]


@given(content=st.binary(max_size=300), start=st.sampled_from(STARTS))
def test_any_bytes_are_a_picture_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, start: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.img"
    path.write_bytes(start + content)
    code = ""
    try:
        assert read_image(path).ndim == 2
    except Refusal as refusal:
        code = refusal.code
    assert code in ("", "not_an_image", "image_damaged", "image_too_large")


KINDS = {
    "palette.png": lambda picture: picture.convert("RGB").quantize(8),
    "clear palette.gif": lambda picture: picture.convert("RGB").quantize(8),
    "grey alpha.png": lambda picture: picture.convert("LA"),
    "one bit.tif": lambda picture: picture.convert("1"),
    "ink.jpg": lambda picture: picture.convert("RGB").convert("CMYK"),
    "ink.tif": lambda picture: picture.convert("RGB").convert("CMYK"),
    "alpha.webp": lambda picture: picture.convert("RGBA"),
    "deep.tif": lambda picture: Image.fromarray(np.asarray(picture, np.uint16) * 257),
    "real.tif": lambda picture: Image.fromarray(np.asarray(picture, np.float32) / 255),
    "grey.pgm": lambda picture: picture,
}


@pytest.mark.parametrize("name", KINDS)
def test_every_way_to_keep_colours_comes_as_grey(tmp_path: Path, name: str) -> None:
    KINDS[name](half_dark()).save(tmp_path / name)
    grey = read_image(tmp_path / name)
    assert (grey.shape, grey.dtype) == ((20, 40), np.uint8)
    assert grey[5, 5] < 60 < 180 < grey[5, 35]


@pytest.mark.parametrize("turn", range(1, 9))
def test_every_way_a_phone_is_held_comes_upright(tmp_path: Path, turn: int) -> None:
    """The eight turns of EXIF, on a progressive JPEG with one dark corner."""
    upright = np.full((40, 80), 230, np.uint8)
    upright[:20, :20] = 20
    undo = {1: lambda a: a, 2: np.fliplr, 3: lambda a: np.rot90(a, 2), 4: np.flipud, 5: np.transpose,
            6: lambda a: np.rot90(a, 1), 7: lambda a: np.rot90(a, 2).T, 8: lambda a: np.rot90(a, -1)}  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = turn
    stored = Image.fromarray(np.ascontiguousarray(undo[turn](upright))).convert("RGB")
    stored.save(tmp_path / "a.jpg", exif=exif, progressive=True, quality=95)
    grey = read_image(tmp_path / "a.jpg")
    assert grey.shape == (40, 80)
    assert grey[10, 10] < 60
    assert min(grey[30, 10], grey[10, 70], grey[30, 70]) > 200
