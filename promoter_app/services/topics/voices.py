"""Sounds that travel: a signed-off recording goes with the data in pieces, and is made a file where it is wanted.

The pieces are named by the sound's hash and their own, so that what comes twice is there once. Nothing that came is
played unless it is whole to the last bit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from promoter_app.domain.curriculum.content_ids import content_id
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.store.curriculum import own
from promoter_app.store.curriculum.tables import PIECE_BYTES
from promoter_app.store.files import publish, temporary_beside
from promoter_app.store.trouble import told

AUDIO = "audio"
"""Folder of the sounds, beside the data."""
KINDS = (".ogg", ".opus", ".mp3", ".m4a", ".wav", ".flac")
_LONGEST_ITEM = 40
MOST_BYTES = 16 * 2**20
"""The longest sound: five minutes without compression, hours with it."""


def pack(folder: Folder, stamp: Stamp) -> int:
    """Take the signed-off recordings whose files are here into the data, and those of their questions beside them
    (see `question_name`), once each; how many were taken now.
    """
    wanted, asked = [], []
    for row in own.signed_recordings(folder.book):
        if not own.sound_size(folder.book, row["sha256"]):
            found = _whole_file(folder.path / AUDIO, row["file"], row["sha256"])
            wanted += [(row["sha256"], found)] if found else []
        for item, sha, sound in _of_questions(folder.path / AUDIO, row["file"]):
            if own.question_sound(folder.book, row["sha256"], item) != sha:
                asked.append((row["sha256"], item, sha))
                wanted.append((sha, sound))
    if wanted:
        with folder.book.writing(stamp) as write:
            for recording, item, sha in asked:
                write.add("question_audio", recording=recording, item=item, sha256=sha)
            for sha, sound in wanted:
                for place, data in _pieces(sound):
                    id_ = content_id("audio", sha, str(place), hashlib.sha256(data).hexdigest())
                    write.add_once("audio_piece", id_, sha256=sha, place=place, data=data)
    return len(wanted)


def question_name(topic: str, item: str) -> str:
    """The file of a question's recording: beside the topic's, with the question's name (`m1-hch-M1-3.ogg`)."""
    path = Path(topic)
    return str(path.with_name(f"{path.stem}-{item}{path.suffix}"))


def _of_questions(place: Path, topic: str) -> Iterator[tuple[str, str, bytes]]:
    """(item, sha256, sound) of the questions' files that lie beside a topic's."""
    path = Path(topic)
    if not _is_plain(topic) or not place.is_dir():
        return
    for found in sorted(place.iterdir()):
        item = found.stem.removeprefix(f"{path.stem}-")
        is_one = item != found.stem and 0 < len(item) <= _LONGEST_ITEM and found.suffix == path.suffix
        if is_one and found.is_file() and found.stat().st_size <= MOST_BYTES:
            sound = found.read_bytes()
            yield item, hashlib.sha256(sound).hexdigest(), sound


def unpack(folder: Folder, name: str, sha256: str) -> Path | None:
    """The file of a recording that came with the data, made when it is not there; None when it is not whole.

    `name` and `sha256` came from another laptop: a name that would leave the folder, or a size beyond what may be
    recorded, is nothing.
    """
    if not _is_plain(name) or not 0 < own.sound_size(folder.book, sha256) <= MOST_BYTES:
        return None
    sound = own.sound(folder.book, sha256)
    if hashlib.sha256(sound).hexdigest() != sha256:
        return None
    place = folder.path / AUDIO / name
    with told():
        place.parent.mkdir(exist_ok=True)
        temporary = temporary_beside(place)
        try:
            temporary.write_bytes(sound)
            publish(temporary, place)
        finally:
            temporary.unlink(missing_ok=True)
    return place


def _is_plain(name: str) -> bool:
    return name == Path(name).name and not name.startswith(".") and "\\" not in name and name.lower().endswith(KINDS)


def _whole_file(place: Path, name: str, sha256: str) -> bytes | None:
    path = place / name
    if not _is_plain(name) or not path.is_file() or path.stat().st_size > MOST_BYTES:
        return None
    sound = path.read_bytes()
    return sound if hashlib.sha256(sound).hexdigest() == sha256 else None


def _pieces(sound: bytes) -> Iterator[tuple[int, bytes]]:
    for place, start in enumerate(range(0, len(sound), PIECE_BYTES)):
        yield place, sound[start : start + PIECE_BYTES]
