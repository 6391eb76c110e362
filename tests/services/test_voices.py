"""The sound of a signed-off recording goes with the data, once, and is played on the other laptop when it is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.curriculum.course import Module
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services import rosters
from promoter_app.services.curricula import read_content
from promoter_app.services.deliver import export
from promoter_app.services.folder import Folder
from promoter_app.services.sessions.recordings import question_recording, topic_recording
from promoter_app.services.topics import tongues, voices
from promoter_app.store.curriculum.tables import PIECE_BYTES
from promoter_app.store.merging.seal import put_seal
from tests.services.conftest import NOON, Field
from tests.services.test_topics import VOICE

New = Callable[[str], Folder]
SOUND = b"OggS" + bytes(range(256)) * 500
"""Three pieces, the last one short."""


@pytest.fixture(scope="module")
def topic() -> Module:
    found = read_content().courses["cane"].module("M1")
    assert found is not None
    return found


@pytest.fixture
def office(office: Field, tmp_path: Path) -> Field:
    record(office, tmp_path, SOUND)
    return office


def record(field: Field, tmp_path: Path, sound: bytes, **values: Any) -> None:
    path = tmp_path / "grabado.ogg"
    path.write_bytes(sound)
    tongues.add_recording(field.folder, field.stamp(), path, {**VOICE, **values})


def give(office: Field, path: Path) -> Path:
    return rosters.give_roster(office.folder, office.stamp(), [office.crew], path).outcome.path


def take(laptop: Folder, path: Path) -> None:
    rosters.take_in(laptop, Edge("Beto", now=lambda: NOON).stamp(), path)


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        found = connection.execute(query).fetchall()
        connection.commit()
        return found
    finally:
        connection.close()


def test_the_office_s_voice_is_heard_on_the_other_laptop(
    office: Field, tmp_path: Path, new_folder: New, topic: Module
) -> None:
    laptop = new_folder("laptop")
    path = give(office, tmp_path / "lista.db")
    take(laptop, path)
    assert not (laptop.path / "audio").exists(), "a sound is made a file when it is wanted"
    found = topic_recording(laptop, topic, "hch")
    assert found is not None
    assert found.read_bytes() == SOUND
    assert found.parent == laptop.path / "audio"
    assert topic_recording(laptop, topic, "crn") is None


def test_the_same_sound_twice_is_there_once(
    office: Field, tmp_path: Path, new_folder: New, topic: Module
) -> None:
    laptop = new_folder("laptop")
    for name in ("lista.db", "otra.db"):
        take(laptop, give(office, tmp_path / name))
    record(office, tmp_path, SOUND, language="crn")
    take(laptop, give(office, tmp_path / "tercera.db"))
    counted = rows(laptop.path / "surco.db", "SELECT count(*), sum(length(data)) FROM audio_piece")
    assert counted == [(3, len(SOUND))]
    assert rows(laptop.path / "surco.db", "SELECT count(*) FROM variant") == [(0,)]
    assert topic_recording(laptop, topic, "crn") is not None


def test_what_nobody_signed_off_stays_and_what_was_withdrawn_no_longer_goes(office: Field, tmp_path: Path) -> None:
    record(office, tmp_path, b"OggS sin firma", language="crn", signed_off_by=None)
    assert rows(give(office, tmp_path / "lista.db"), "SELECT DISTINCT sha256 FROM audio_piece") == [
        (sha256(SOUND).hexdigest(),)
    ]
    (target,) = office.sql("SELECT id FROM recording_now WHERE language = 'hch'")[0]
    with office.folder.book.writing(office.stamp()) as write:
        write.void("recording", target, "withdrawn")
    assert rows(give(office, tmp_path / "despues.db"), "SELECT count(*) FROM audio_piece") == [(0,)]


def test_a_laptop_delivers_its_own_new_recordings_and_not_the_office_s_again(
    office: Field, tmp_path: Path, new_folder: New
) -> None:
    laptop = new_folder("laptop")
    take(laptop, give(office, tmp_path / "lista.db"))
    edge = Edge("Beto", now=lambda: NOON)
    export(laptop, edge.stamp(), tmp_path / "entrega.db")
    assert rows(tmp_path / "entrega.db", "SELECT count(*) FROM audio_piece") == [(0,)]
    export(office.folder, office.stamp(), tmp_path / "de-la-oficina.db")
    assert rows(tmp_path / "de-la-oficina.db", "SELECT count(*) FROM audio_piece") == [(3,)]


def hostile(path: Path, *statements: str) -> Path:
    """The package with other rows, its contents listed and sealed anew as a patient stranger would."""
    from promoter_app.store.exporting import content_digest

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    connection.execute(
        "UPDATE manifest SET (n, digest) = (?, ?) WHERE tbl = 'audio_piece'", content_digest(connection, "audio_piece")
    )
    connection.commit()
    connection.close()
    put_seal(path)
    return path


def test_a_piece_beyond_its_size_is_put_aside_and_its_sound_is_not_played(
    office: Field, tmp_path: Path, new_folder: New, topic: Module
) -> None:
    path = hostile(
        give(office, tmp_path / "lista.db"),
        f"UPDATE audio_piece SET data = zeroblob({PIECE_BYTES} + 1) WHERE place = 1",
    )
    laptop = new_folder("laptop")
    take(laptop, path)
    assert rows(laptop.path / "surco.db", "SELECT count(*) FROM audio_piece") == [(2,)]
    assert rows(laptop.path / "surco.db", "SELECT count(*) FROM quarantine WHERE tbl = 'audio_piece'") == [(1,)]
    assert topic_recording(laptop, topic, "hch") is None


def test_other_bytes_under_the_same_name_are_never_played(
    office: Field, tmp_path: Path, new_folder: New, topic: Module
) -> None:
    path = hostile(give(office, tmp_path / "lista.db"), "UPDATE audio_piece SET data = x'00' WHERE place = 2")
    laptop = new_folder("laptop")
    take(laptop, path)
    assert topic_recording(laptop, topic, "hch") is None
    assert not (laptop.path / "audio").exists()


@pytest.mark.parametrize("name", ["../../fuera.ogg", "/tmp/fuera.ogg", ".oculto.ogg", "..\\fuera.ogg", "surco.db"])
def test_a_name_that_leaves_its_folder_makes_no_file(office: Field, name: str) -> None:
    voices.pack(office.folder, office.stamp())
    assert voices.unpack(office.folder, name, sha256(SOUND).hexdigest()) is None


def test_a_sound_longer_than_may_be_recorded_is_refused(
    office: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices.pack(office.folder, office.stamp())
    assert voices.unpack(office.folder, "voz.ogg", sha256(SOUND).hexdigest()) is not None
    monkeypatch.setattr(voices, "MOST_BYTES", len(SOUND) - 1)
    assert voices.unpack(office.folder, "voz.ogg", sha256(SOUND).hexdigest()) is None
    large = tmp_path / "grande.wav"
    with large.open("wb") as stream:
        stream.truncate(16 * 2**20 + 1)
    with pytest.raises(Refusal, match="bad_audio") as refused:
        tongues.add_recording(office.folder, office.stamp(), large, VOICE)
    assert refused.value.what.es == "Ese audio pasa de 16 MB."


QUESTION = b"OggS una pregunta" * 6000


def beside(field: Field, item: str, sound: bytes) -> Path:
    """A question's file beside the recording of its topic."""
    (name,) = field.sql("SELECT file FROM recording_now WHERE language = 'hch'")[0]
    path = field.folder.path / "audio" / voices.question_name(name, item)
    path.write_bytes(sound)
    return path


def test_the_recording_of_a_question_travels_as_its_topic_s(
    office: Field, tmp_path: Path, new_folder: New, topic: Module
) -> None:
    made = beside(office, "M1-3", QUESTION)
    laptop = new_folder("laptop")
    for name in ("lista.db", "otra.db"):
        take(laptop, give(office, tmp_path / name))
    found = question_recording(laptop, topic, "hch", "M1-3")
    assert found is not None
    assert (found.name, found.read_bytes(), found.parent) == (made.name, QUESTION, laptop.path / "audio")
    assert question_recording(laptop, topic, "hch", "M1-4") is None
    assert question_recording(laptop, topic, "crn", "M1-3") is None
    assert rows(laptop.path / "surco.db", "SELECT item FROM question_audio") == [("M1-3",)]
    export(laptop, Edge("Beto", now=lambda: NOON).stamp(), tmp_path / "entrega.db")
    assert rows(tmp_path / "entrega.db", "SELECT count(*) FROM audio_piece") == [(0,)]
    export(office.folder, office.stamp(), tmp_path / "oficina.db")
    sounds = "SELECT count(DISTINCT sha256) FROM audio_piece"
    assert rows(tmp_path / "oficina.db", sounds) == [(2,)]


def test_without_the_topic_s_signature_no_question_of_it_goes_or_is_played(
    office: Field, tmp_path: Path, new_folder: New, topic: Module
) -> None:
    beside(office, "M1-3", QUESTION)
    laptop = new_folder("laptop")
    take(laptop, give(office, tmp_path / "lista.db"))
    (target,) = office.sql("SELECT id FROM recording_now WHERE language = 'hch'")[0]
    with office.folder.book.writing(office.stamp()) as write:
        write.void("recording", target, "withdrawn")
    after = give(office, tmp_path / "despues.db")
    assert rows(after, "SELECT (SELECT count(*) FROM audio_piece) + (SELECT count(*) FROM question_audio)") == [(0,)]
    take(laptop, after)
    assert question_recording(laptop, topic, "hch", "M1-3") is None


def test_a_question_s_sound_that_is_not_whole_is_not_played(
    office: Field, tmp_path: Path, new_folder: New, topic: Module
) -> None:
    beside(office, "M1-3", QUESTION)
    digest = sha256(QUESTION).hexdigest()
    path = hostile(
        give(office, tmp_path / "lista.db"),
        f"UPDATE audio_piece SET data = zeroblob(10) WHERE place = 1 AND sha256 = '{digest}'",
    )
    laptop = new_folder("laptop")
    take(laptop, path)
    assert question_recording(laptop, topic, "hch", "M1-3") is None
    assert not (laptop.path / "audio").exists()
