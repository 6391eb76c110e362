"""The camera's feed: newest frame wins, and every trouble is a sentence while the camera is tried again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from promoter_app.services.camera import CardReader
from promoter_app.ui.camera import feed as feeds
from promoter_app.ui.camera.cameras import Cameras
from promoter_app.ui.camera.feed import CameraFeed
from promoter_app.ui.camera.frames import PACKED, Frame, frame_of_image, frame_of_video
from promoter_app.ui.camera.source import _worth
from tests.capture.simulator import Shot, Wear, card_text, draw_card, shoot
from tests.ui.frames import Film, HandCamera, Plugged, write_film

TEXT = card_text(12)
GREY = np.full((48, 64), 90, np.uint8)


def card_frame(number: int = 12, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return shoot(draw_card(card_text(number), Wear(), rng), Wear(), Shot(), rng)


class Slow:
    """Looks at one frame until it is let go; tells which ones it saw by their first byte."""

    def __init__(self, gate: threading.Event, begun: threading.Event, saw: list[int]) -> None:
        self._gate, self._begun, self._saw = gate, begun, saw

    def look(self, luma: bytes, _width: int, _height: int, _stride: int) -> list[int]:
        self._saw.append(luma[0])
        self._begun.set()
        self._gate.wait(10)
        return [luma[0]]

    def close(self) -> None:
        self._saw.append(-1)


class Quick(Slow):
    """Sees nothing at once."""

    def __init__(self) -> None:
        gate = threading.Event()
        gate.set()
        super().__init__(gate, threading.Event(), [])


@pytest.fixture
def cameras() -> Plugged:
    return Plugged(a=HandCamera, b=HandCamera)


@pytest.fixture
def feed(cameras: Plugged) -> Iterator[CameraFeed]:
    made = CameraFeed(cameras)
    yield made
    made.stop()


def test_the_newest_frame_wins_and_nothing_is_queued(feed: CameraFeed, cameras: Plugged, qtbot: QtBot) -> None:
    gate, begun, saw = threading.Event(), threading.Event(), []
    feed.start(lambda: Slow(gate, begun, saw))
    cameras.hand.show(np.full((48, 64), 1, np.uint8))
    assert begun.wait(10)
    for level in range(2, 60):
        cameras.hand.show(np.full((48, 64), level, np.uint8))
    heard: list[object] = []
    feed.seen.connect(lambda found, _at: heard.append(found))
    gate.set()
    qtbot.waitUntil(lambda: heard == [[1], [59]])
    feed.stop()
    assert saw == [1, 59, -1], "the worker's own end closes what looks"


def test_it_is_starting_until_the_first_frame_and_shows_a_mirrored_picture(
    feed: CameraFeed, cameras: Plugged, qtbot: QtBot
) -> None:
    states: list[str] = []
    feed.changed.connect(lambda: states.append(feed.state))
    feed.start(Quick)
    assert states == ["starting"]
    pictures: list[QImage] = []
    feed.pictured.connect(pictures.append)
    half = np.zeros((480, 640), np.uint8)
    half[:, :320] = 250
    cameras.hand.show(half, at=1.0)
    qtbot.waitUntil(lambda: len(pictures) == 1)
    assert states == ["starting", "ready"]
    shown = pictures[0]
    assert (shown.pixelColor(10, 50).red(), shown.pixelColor(shown.width() - 10, 50).red()) == (0, 250)
    for frame in range(1, 30):
        cameras.hand.show(half, at=1.0 + frame / 30)
    assert 13 <= len(pictures) <= 17, "a second at 30 frames is drawn 15 times"


def test_no_camera_then_plugged_in_pulled_out_and_back(feed: CameraFeed, cameras: Plugged, qtbot: QtBot) -> None:
    cameras.makers.clear()
    feed.start(Quick)
    assert (feed.state, feed.reason) == ("none", "No hay cámara.")
    cameras.plug("usb")
    assert (feed.state, feed.camera) == ("starting", "usb")
    cameras.hand.show(GREY)
    qtbot.waitUntil(lambda: feed.state == "ready")
    first = cameras.hand
    cameras.unplug("usb")
    assert feed.state == "none"
    assert feed.reason.startswith("Se desconectó la cámara. Conéctala otra vez.")
    assert not first.is_on
    first.show(GREY)
    cameras.plug("usb")
    cameras.hand.show(GREY)
    qtbot.waitUntil(lambda: feed.state == "ready")
    feed.stop()
    assert not cameras.hand.is_on
    cameras.plug("other")
    assert len(cameras.opened) == 2, "nobody wants the camera now"


def test_another_camera_goes_and_this_one_stays(feed: CameraFeed, cameras: Plugged, qtbot: QtBot) -> None:
    feed.start(Quick, "b")
    assert feed.camera == "b"
    cameras.hand.show(GREY)
    qtbot.waitUntil(lambda: feed.state == "ready")
    cameras.unplug("a")
    assert (feed.state, len(cameras.opened)) == ("ready", 1)
    cameras.plug("a")
    feed.choose("a")
    assert (feed.camera, feed.state, [each.is_on for each in cameras.opened]) == ("a", "starting", [False, True])


@pytest.mark.parametrize(
    ("trouble", "words"), [("pieces", "no tiene las piezas"), ("permission", "no tiene permiso")]
)
def test_what_is_refused_is_said(cameras: Plugged, feed: CameraFeed, trouble: str, words: str, qtbot: QtBot) -> None:
    cameras.refusal = trouble
    feed.start(Quick)
    assert feed.state == "none"
    assert words in feed.reason
    cameras.refusal = ""
    cameras.changed.emit()
    assert feed.state == "starting"


def test_a_camera_that_another_program_has_is_busy_until_frames_come(
    feed: CameraFeed, cameras: Plugged, qtbot: QtBot
) -> None:
    feed.start(Quick)
    cameras.hand.failed.emit()
    assert feed.state == "busy"
    assert "Otro programa usa la cámara" in feed.reason
    feed._silence.timeout.emit()
    assert (feed.state, len(cameras.opened)) == ("busy", 2)
    cameras.hand.show(GREY)
    qtbot.waitUntil(lambda: feed.state == "ready")


def test_no_frame_for_three_seconds_is_told_and_the_camera_is_opened_again(
    feed: CameraFeed, cameras: Plugged, qtbot: QtBot
) -> None:
    assert feeds.SILENCE_MS == 3000
    feed._silence.setInterval(60)
    feed.start(Quick)
    qtbot.waitUntil(lambda: len(cameras.opened) == 3)
    feed._silence.setInterval(feeds.SILENCE_MS)
    assert feed.state == "busy"
    assert "no da imagen" in feed.reason
    assert [each.is_on for each in cameras.opened[:2]] == [False, False]
    cameras.hand.show(GREY)
    qtbot.waitUntil(lambda: feed.state == "ready")


def test_frames_that_are_none_are_dropped(feed: CameraFeed, cameras: Plugged, qtbot: QtBot) -> None:
    gate, begun, saw = threading.Event(), threading.Event(), []
    gate.set()
    feed.start(lambda: Slow(gate, begun, saw))
    for luma, width, height, stride in (
        (b"", 640, 480, 640), (bytes(100), 640, 480, 640), (bytes(640 * 480), 640, 480, 10),
        (bytes(10), 0, 0, 0), (bytes(10), -1, 5, 5),
    ):
        cameras.hand.deliver(Frame(luma, width, height, stride))
    cameras.hand.deliver(None)
    cameras.hand.show(np.full((48, 64), 7, np.uint8))
    assert begun.wait(10)
    assert saw == [7]


def test_a_bug_in_the_worker_surfaces_in_the_window(cameras: Plugged, qtbot: QtBot) -> None:
    class Broken(Quick):
        def look(self, luma: bytes, _width: int, _height: int, _stride: int) -> list[int]:
            raise RuntimeError("a bug")

    feed = CameraFeed(cameras)
    with capture_exceptions() as caught:
        feed.start(Broken)
        cameras.hand.show(GREY)
        qtbot.waitUntil(lambda: bool(caught))
    assert str(caught[0][1]) == "a bug"
    feed.stop()


def test_a_film_in_the_place_of_the_camera_is_read(tmp_path: Path, qtbot: QtBot) -> None:
    path = write_film(tmp_path / "tarjeta.mp4", [card_frame()] * 20)
    feed = CameraFeed(Plugged(film=lambda: Film(path)))
    heard: list[str] = []
    feed.seen.connect(lambda found, _at: heard.extend(each.text for each in found))
    feed.start(CardReader)
    qtbot.waitUntil(lambda: bool(heard))
    feed.stop()
    assert set(heard) == {TEXT}


@pytest.mark.parametrize("name", ["YUV420P", "NV12", "YUYV", "UYVY", "Y8", "BGRX8888"])
def test_the_grey_plane_of_each_format_is_the_picture(name: str) -> None:
    from PySide6.QtCore import QSize
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

    grey = card_frame()
    made = QVideoFrame(QVideoFrameFormat(QSize(1280, 720), QVideoFrameFormat.PixelFormat[f"Format_{name}"]))
    assert made.map(QVideoFrame.MapMode.WriteOnly)
    stride = made.bytesPerLine(0)
    plane = np.frombuffer(made.bits(0), np.uint8)[: stride * 720].reshape(720, stride)
    if name in PACKED:
        plane[:, PACKED[name] : 2560 : 2] = grey
    elif name == "BGRX8888":
        plane[:, :5120] = np.repeat(grey, 4, axis=1)
    else:
        plane[:, :1280] = grey
    made.unmap()
    frame = frame_of_video(made, 5.0)
    assert frame is not None
    assert (frame.width, frame.height, frame.at) == (1280, 720, 5.0)
    back = np.frombuffer(frame.luma, np.uint8)[: frame.stride * 720].reshape(720, frame.stride)[:, :1280]
    assert np.abs(back.astype(int) - grey).max() <= 1


def test_any_picture_has_grey_levels_and_a_last_row_may_lack_its_padding() -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    frame = frame_of_image(image, 1.0)
    assert frame.is_sound
    assert frame.luma[0] == 128
    short = Frame(frame.luma[: frame.stride * 19 + 30], 30, 20, frame.stride)
    assert short.is_sound
    assert short.picture(15).width() == 15


class Offered:
    """What a camera says it can do."""

    def __init__(self, width: int, height: int, rate: float) -> None:
        self._size, self.maxFrameRate = (width, height), lambda: rate

    def resolution(self) -> object:
        from PySide6.QtCore import QSize

        return QSize(*self._size)


def test_720p_is_preferred_when_it_is_fast_enough() -> None:
    full, usual, slow, small = (1920, 1080, 30.0), (1280, 720, 30.0), (1280, 720, 10.0), (640, 480, 30.0)
    best = max((Offered(*each) for each in (full, slow, usual, small)), key=_worth)  # type: ignore[type-var]
    assert best._size == (1280, 720)
    assert best.maxFrameRate() == 30.0
    assert max((Offered(*each) for each in (slow, small)), key=_worth)._size == (640, 480)  # type: ignore[type-var]


def test_a_computer_without_cameras_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    cameras = Cameras()
    assert cameras.trouble() in ("", "pieces", "permission")
    if cameras.trouble() != "pieces":
        with pytest.raises(KeyError):
            cameras.open("no such camera")
        assert all(each.id for each in cameras.listed())
