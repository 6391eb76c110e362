"""A laptop that dies while it is emptied: whoever opens it next finds an empty one, never a part of a season."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from promoter_app.edge import Edge
from promoter_app.services.folder import found_project, open_folder
from promoter_app.services.security import keeping, leaving, locking
from promoter_app.store.backups import emptying
from promoter_app.store.keys import converting
from tests.faults.killing import child
from tests.journeys.desk import NOON
from tests.services.locked_season import CHEAP, LUPITA, at, names_in

NAME = "Rosalía Bautista Carrillo"
STEPS = 16
"""More than any of these folders has files."""


class PowerCutError(BaseException):
    """The laptop is off."""


@pytest.fixture(scope="module")
def seasons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a worker, a safety copy and a sound: in the clear and locked."""
    place = tmp_path_factory.mktemp("vaciar") / "clear"
    folder = open_folder(place)
    stamp = Edge("Lupita", now=lambda: NOON).stamp()
    found_project(folder, stamp, "Prueba", 7)
    with folder.book.writing(stamp) as write:
        write.add("person", kind="worker", name=NAME)
    keeping.make_copy(folder, stamp)
    folder.close()
    (place / "audio").mkdir()
    (place / "audio" / "m1.ogg").write_bytes(b"voz")
    locked = shutil.copytree(place, place.with_name("locked"))
    locking.protect(Path(locked), LUPITA, [], accept_loss=True, cost=CHEAP)
    return place.parent


@pytest.fixture(params=["clear", "locked"])
def season(request: pytest.FixtureRequest, seasons: Path) -> Path:
    return seasons / str(request.param)


@contextmanager
def cut_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The power goes at the `step`-th file, half overwritten."""
    left = [step]

    def overwrite(path: Path) -> None:
        left[0] -= 1
        if left[0]:
            converting.wipe(path)
            return
        with path.open("rb+") as stream:
            stream.write(bytes(path.stat().st_size // 2))
        raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(emptying, "wipe", overwrite)
        yield


def is_empty_when_opened(place: Path) -> None:
    assert not locking.is_locked(place)
    again = open_folder(place)
    try:
        assert again.book.rows("SELECT id FROM person") == []
        assert keeping.copies(place) == []
    finally:
        again.close()
    assert not (place / emptying.DECIDED).exists()
    assert not (place / "audio").exists()
    assert names_in(place, NAME, LUPITA.name) == set()


def test_cut_at_every_file(season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = 0
    for step in range(1, STEPS):
        place = Path(shutil.copytree(season, tmp_path / str(step)))
        emptying.decide(place)
        with cut_at(step, monkeypatch):
            try:
                leaving.finish(place)
                ended += 1
            except PowerCutError:
                assert (place / emptying.DECIDED).exists(), "it is known that it was not finished"
        is_empty_when_opened(place)
        if ended:
            break
    assert ended == 1


def test_cut_before_the_decision_nothing_is_lost(season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(shutil.copytree(season, tmp_path / "datos"))

    def cut(_path: Path, _to: object = None, **_more: object) -> None:
        raise PowerCutError

    monkeypatch.setattr(Path, "rename", cut)
    monkeypatch.setattr(Path, "mkdir", cut)
    with pytest.raises(PowerCutError):
        emptying.decide(place)
    monkeypatch.undo()
    locked = locking.is_locked(place)
    again = locking.unlock(place, None, LUPITA.passphrase, at()) if locked else open_folder(place)
    assert [row["name"] for row in again.book.rows("SELECT name FROM person")] == [NAME]
    again.close()


def test_kill_9(season: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(season, tmp_path / "datos"))
    code = f"""
import os, signal
from pathlib import Path
from promoter_app.store.backups import emptying
wipe, left = emptying.wipe, [3]
def killed(path):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    wipe(path)
emptying.wipe = killed
emptying.decide(Path({str(place)!r}))
emptying.finish_started(Path({str(place)!r}))
"""
    with child("-c", code) as run:
        assert run.wait(timeout=60) == -signal.SIGKILL
    is_empty_when_opened(place)
