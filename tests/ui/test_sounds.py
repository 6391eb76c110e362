"""Six sounds that can be told apart, a loudness that F8 changes, and silence that is explained."""

from __future__ import annotations

import runpy
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from promoter_app.ui.kit import FeedbackState
from promoter_app.ui.kit.icons import pixmap
from promoter_app.ui.sounds import NAMES, Loudness, Sounds
from promoter_app.ui.theme import resource_folder

FOLDER = resource_folder() / "sounds"


class Effect:
    """Stands for a loaded sound: remembers what it was asked."""

    def __init__(self, log: list[tuple[str, float]], name: str) -> None:
        self.log, self.name, self.volume = log, name, -1.0

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def play(self) -> None:
        self.log.append((self.name, self.volume))


def pitch(path: Path) -> list[float]:
    """Rising zero crossings per second in each tenth of a second: a rough melody."""
    with wave.open(str(path)) as file:
        rate, data = file.getframerate(), memoryview(file.readframes(file.getnframes())).cast("h").tolist()
    step = rate // 10
    parts = [data[start : start + step] for start in range(0, len(data) - step + 1, step)]
    return [sum(a < 0 <= b for a, b in pairwise(part)) * 10 for part in parts]


def test_there_is_a_sound_for_every_state_and_none_is_long() -> None:
    assert set(NAMES) == {state.value for state in FeedbackState}
    for name in NAMES:
        with wave.open(str(FOLDER / f"{name}.wav")) as file:
            assert 0.1 < file.getnframes() / file.getframerate() <= 0.4


def test_the_sounds_have_their_melodies() -> None:
    rising = pitch(FOLDER / "present.wav")
    assert rising[0] == pytest.approx(660, rel=0.1)
    assert rising[-1] == pytest.approx(880, rel=0.1)
    assert pitch(FOLDER / "unknown.wav")[1] == pytest.approx(196, rel=0.15)
    assert pitch(FOLDER / "already.wav")[0] == pytest.approx(520, rel=0.1)


def test_the_committed_sounds_are_those_of_the_script(tmp_path: Path) -> None:
    script = runpy.run_path(str(FOLDER / "make.py"))
    script["write"](tmp_path)
    for name in NAMES:
        made, kept = ((folder / f"{name}.wav").read_bytes()[44:] for folder in (tmp_path, FOLDER))
        ones, others = memoryview(made).cast("h"), memoryview(kept).cast("h")
        assert max(abs(a - b) for a, b in zip(ones, others, strict=True)) <= 1


def test_loudness_goes_around_and_off_means_silence(qapp: QApplication) -> None:
    log: list[tuple[str, float]] = []
    sounds = Sounds(lambda path, _owner: Effect(log, path.stem))
    told: list[str] = []
    sounds.changed.connect(told.append)
    words = [sounds.words()]
    assert sounds.play("present")
    for _ in range(3):
        sounds.cycle()
        words.append(sounds.words())
        sounds.play("unknown")
        assert not pixmap(sounds.icon()).isNull()
    assert words == ["Sonido alto", "Sonido bajo", "Sin sonido", "Sonido alto"]
    assert told == ["soft", "off", "loud"]
    assert [name for name, _ in log] == ["present", "unknown", "unknown"]
    assert log[1][1] < log[0][1] == log[2][1] == 1.0


def test_a_computer_without_sound_says_so_once_and_goes_on(qapp: QApplication) -> None:
    tries: list[Path] = []

    def load(path: Path, _owner: QObject) -> Effect:
        tries.append(path)
        raise ImportError("libpulse.so.0")

    sounds = Sounds(load)
    assert sounds.trouble() == ""
    sounds.preload()
    assert sounds.play("present") is False
    assert len(tries) == 1
    assert sounds.is_silent()
    assert "Esta laptop no tiene" in sounds.trouble()


def test_silent_is_known_and_other_names_are_refused() -> None:
    sounds = Sounds(lambda path, _owner: Effect([], path.stem), Loudness.OFF)
    assert sounds.is_silent()
    assert sounds.play("blank") is False
    with pytest.raises(KeyError):
        sounds.play("applause")
