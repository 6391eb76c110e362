"""Makes the six sounds of a scan as small WAV files (mono, 16 bit, 22,050 Hz) beside this script.

Run it again after a change: python resources/sounds/make.py [FOLDER]
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

RATE = 22050
NOTES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "present": ((660, 0.15, 0.9), (880, 0.2, 0.9)),
    "already": ((520, 0.25, 0.45),),
    "other_crew": ((587, 0.15, 0.9), (0, 0.05, 0.0), (587, 0.15, 0.9)),
    "unknown": ((196, 0.38, 1.0),),
    "blank": ((740, 0.08, 0.9), (0, 0.04, 0.0)) * 2 + ((740, 0.08, 0.9),),
    "cancelled": ((196, 0.16, 1.0), (0, 0.06, 0.0), (196, 0.16, 1.0)),
}
"""Per sound: notes of (hertz, seconds, loudness); 0 hertz is a rest. None is longer than 0.4 s in all."""


def samples(notes: tuple[tuple[float, float, float], ...]) -> array.array[int]:
    """The notes as 16-bit samples, each faded in and out over 8 ms so that it does not click.

    Low notes get overtones: the speaker of a laptop hardly plays 196 Hz itself.
    """
    made = array.array("h")
    for hertz, seconds, loudness in notes:
        count, fade = round(seconds * RATE), round(0.008 * RATE)
        parts = ((1, 0.55), (2, 0.3), (3, 0.15)) if hertz < 300 else ((1, 0.85), (2, 0.15))
        for place in range(count):
            edge = min(1.0, place / fade, (count - 1 - place) / fade)
            swing = sum(share * math.sin(2 * math.pi * hertz * n * place / RATE) for n, share in parts)
            made.append(round(30000 * loudness * edge * swing) if hertz else 0)
    return made


def write(folder: Path) -> None:
    """Write every sound into `folder`."""
    for name, notes in NOTES.items():
        data = samples(notes)
        if sys.byteorder == "big":
            data.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(data.tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
