"""Copies, restoring, salvage, one window, clocks, notes: what was written stays, and there is a way back."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.security.clocks import Moment
from promoter_app.domain.stamp import Stamp
from promoter_app.edge import Edge
from promoter_app.services import deliver
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.security import audit, clock, keeping, locking, notes, project_keys
from promoter_app.services.security.keeping import Restored
from promoter_app.store.backups import checking, copying, restoring
from promoter_app.store.claims import claim_folder
from tests.services.locked_season import (
    CHEAP,
    LUPITA,
    NOW,
    OFFICE,
    WORKER,
    at,
    edge_of,
    names_in,
    unlocked,
    with_worker,
    workers,
)  # fmt: skip

ROOT_PAGE = "SELECT rootpage FROM sqlite_schema WHERE name = 'person'"
NEW = "Hilario de la Cruz Ríos"


def stamp_at(minutes: float = 0) -> Stamp:
    return Edge("Teresa Luna", "coordinator", now=lambda: NOW + timedelta(minutes=minutes)).stamp()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("copias") / "datos"
    with_worker(path)
    return path


@pytest.fixture
def place(tmp_path: Path, made: Path) -> Path:
    """A folder in the clear with one worker."""
    return Path(shutil.copytree(made, tmp_path / "datos"))


@pytest.fixture
def locked(place: Path) -> Path:
    """The same, locked for Teresa."""
    locking.protect(place, OFFICE, [], accept_loss=True, cost=CHEAP)
    return place


def folder_rows(path: Path, query: str) -> list[dict[str, Any]]:
    folder = open_folder(path)
    try:
        return folder.book.rows(query)
    finally:
        folder.close()


def add_worker(folder: Folder, name: str = NEW) -> None:
    with folder.book.writing(stamp_at()) as write:
        write.add("person", kind="worker", name=name)


def people_of(path: Path, opened: locking.Opened | None = None) -> list[str]:
    folder = open_folder(path, opened=opened)
    try:
        return workers(folder)
    finally:
        folder.close()


def code_of(path: Path, file: Path, opened: locking.Opened | None = None) -> str:
    """The reason for which a restore is refused; nothing may have changed."""
    before = (path / "surco.db").read_bytes()
    with pytest.raises(Refusal) as refused:
        keeping.restore(path, file, stamp_at(), opened)
    assert (path / "surco.db").read_bytes() == before
    assert not [one.name for one in path.iterdir() if ".part" in one.name]
    return refused.value.code


def test_back_to_a_copy_and_what_was_there_is_kept(place: Path) -> None:
    folder = open_folder(place)
    copy = keeping.make_copy(folder, stamp_at()).outcome
    add_worker(folder)
    folder.close()
    restored = keeping.restore(place, copy, stamp_at(1))
    assert people_of(place) == [WORKER]
    assert restored.aside is not None
    assert people_of(restored.aside) == [NEW, WORKER]
    folder = open_folder(place)
    assert [(entry.action, entry.detail, entry.operator) for entry in audit.entries(folder, 1)] == [
        ("restored", copy.name, "Teresa Luna")
    ]
    folder.close()


def test_copies_of_a_locked_folder_are_locked_and_open_elsewhere_with_its_keys(locked: Path, tmp_path: Path) -> None:
    folder = unlocked(locked, OFFICE)
    keeping.make_copy(folder, stamp_at())
    folder.close()
    assert names_in(locked, WORKER, "Rosal", "Teresa") == set()
    stick = Path(shutil.copytree(locked / "copias", tmp_path / "memoria"))
    (copy,) = stick.glob("*.db")
    other = tmp_path / "otra"
    locking.protect(other, LUPITA, [], accept_loss=True, cost=CHEAP)
    lupita = locking.unlock_keys(other, None, LUPITA.passphrase, at())
    assert code_of(other, copy, lupita) == "other_key"
    own = locking.unlock_keys(stick, None, OFFICE.passphrase, at())
    keeping.restore(other, copy, stamp_at(), lupita, own)
    assert people_of(other, lupita) == [WORKER]
    assert names_in(other, WORKER) == set()


def test_a_damaged_locked_folder_comes_back(locked: Path) -> None:
    folder = unlocked(locked, OFFICE)
    copy = keeping.make_copy(folder, stamp_at()).outcome
    folder.close()
    (locked / "surco.db").write_bytes(b"\0" * 9000)
    with pytest.raises(Refusal, match="damaged"):
        unlocked(locked, OFFICE)
    opened = locking.unlock_keys(locked, None, OFFICE.passphrase, at())
    keeping.restore(locked, copy, stamp_at(), opened)
    assert people_of(locked, opened) == [WORKER]


def test_what_is_no_copy_is_refused_and_changes_nothing(place: Path, tmp_path: Path) -> None:
    folder = open_folder(place)
    sound = keeping.make_copy(folder, stamp_at()).outcome
    delivery = deliver.export(folder, stamp_at(), tmp_path).outcome[1].path
    folder.close()
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"x" * 9000)
    flipped = Path(shutil.copyfile(sound, tmp_path / sound.name))
    shutil.copyfile(copying.hash_file(sound), copying.hash_file(flipped))
    raw = bytearray(flipped.read_bytes())
    raw[len(raw) // 2] ^= 4
    flipped.write_bytes(raw)
    assert [code_of(place, file) for file in (junk, delivery, flipped, tmp_path / "nada", tmp_path)] == [
        "not_a_copy", "is_a_delivery", "damaged", "no_file", "no_file",
    ]  # fmt: skip


@pytest.mark.parametrize("cut", ["flush_folder", "publish"])
def test_a_power_cut_in_the_exchange_leaves_old_or_new(place: Path, monkeypatch: pytest.MonkeyPatch, cut: str) -> None:
    folder = open_folder(place)
    copy = keeping.make_copy(folder, stamp_at()).outcome
    add_worker(folder)
    folder.close()

    def power_cut(*_words: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(restoring, cut, power_cut)
        keeping.restore(place, copy, stamp_at())
    assert people_of(place) == ([WORKER] if cut == "flush_folder" else [NEW, WORKER])


def test_copies_are_made_while_people_work_and_thinned(place: Path) -> None:
    folder = open_folder(place)
    when = []
    for minutes in range(0, 60 * 24 * 3, 20):
        add_worker(folder, f"Persona {minutes}")
        if keeping.copy_if_due(folder, stamp_at(minutes)):
            when.append(minutes)
        if len(when) == 12:
            break
    assert when == list(range(0, 480, 40)), "half an hour must pass, and the look is every 20 minutes"
    assert keeping.copy_if_due(folder, stamp_at(10_000)) is None, "nothing changed since"
    add_worker(folder, "Otra más")
    assert keeping.copy_if_due(folder, stamp_at(-10_000)), "a clock that went back is no reason to wait"
    folder.close()
    kept = [copy.made for copy in keeping.copies(place)]
    assert len(kept) == 7
    assert {path.name.removesuffix(".sha256") for path in (place / "copias").glob("*.sha256")} == {
        copy.name for copy in keeping.copies(place)
    }


@pytest.mark.parametrize("is_locked", [False, True])
def test_what_can_be_read_of_a_damaged_file_is_saved(place: Path, is_locked: bool) -> None:
    bare = (place / "surco.db").stat().st_size // 4096
    folder = open_folder(place)
    names = {f"Trabajadora {number:04d}" for number in range(3000)}
    with folder.book.writing(stamp_at()) as write:
        write.add_many("person", [{"kind": "worker", "name": name} for name in sorted(names)])
    folder.close()
    opened = None
    if is_locked:
        locking.protect(place, OFFICE, [], accept_loss=True, cost=CHEAP)
        opened = locking.unlock_keys(place, None, OFFICE.passphrase, at())
    raw = bytearray((place / "surco.db").read_bytes())
    for page in range(bare + 2, len(raw) // 4096, 12):
        raw[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    (place / "surco.db").write_bytes(raw)
    done: Restored = keeping.restore_what_can_be_read(place, stamp_at(), opened)
    saved = set(people_of(place, opened)) & names
    assert 2000 < len(saved) < 3000
    assert "person" in done.torn
    folder = open_folder(place, opened=opened)
    assert keeping.check(folder).sound
    folder.close()


def test_check_tells_sound_from_damaged(place: Path) -> None:
    folder = open_folder(place)
    assert keeping.check_at_start(folder).sound
    assert keeping.check(folder).sound
    folder.close()
    ((root,),) = (row.values() for row in folder_rows(place, ROOT_PAGE))
    raw = bytearray((place / "surco.db").read_bytes())
    raw[(root - 1) * 4096] ^= 0xFF
    (place / "surco.db").write_bytes(raw)
    folder = open_folder(place)
    assert not keeping.check_at_start(folder).sound
    assert not keeping.check(folder).sound
    folder.close()


@pytest.mark.parametrize("is_locked", [False, True])
def test_the_whole_file_is_looked_at_beside_the_work(place: Path, is_locked: bool) -> None:
    """Damage in a table is found, the next opening looks before anybody reads, and a sound file is trusted again."""
    opened = None
    if is_locked:
        locking.protect(place, OFFICE, [], accept_loss=True, cost=CHEAP)
        opened = locking.unlock_keys(place, None, OFFICE.passphrase, at())
    sound = (place / "surco.db").read_bytes()
    folder = open_folder(place, opened=opened)
    ((root,),) = (row.values() for row in folder.book.rows(ROOT_PAGE))
    assert looked_at(folder) == []
    assert not keeping.must_look_first(folder)
    folder.close()
    raw = bytearray(sound)
    raw[(root - 1) * 4096] ^= 0xFF
    (place / "surco.db").write_bytes(raw)
    folder = open_folder(place, opened=opened)
    assert looked_at(folder) == ["damage"]
    keeping.doubt(folder)
    folder.close()
    folder = open_folder(place, opened=opened)
    assert keeping.must_look_first(folder)
    assert not keeping.check_at_start(folder).sound
    folder.close()
    (place / "surco.db").write_bytes(sound)
    folder = open_folder(place, opened=opened)
    keeping.doubt(folder)
    assert keeping.check_at_start(folder) == checking.Health(True, "full")
    assert not keeping.must_look_first(folder)
    folder.close()


def looked_at(folder: Folder) -> list[str]:
    found: list[str] = []
    keeping.look_at_all(folder, lambda: found.append("damage"))
    assert folder.lookout is not None
    folder.lookout.wait()
    return found


def test_a_folder_that_closes_does_not_wait_for_who_looks_at_it(place: Path) -> None:
    folder = open_folder(place)
    found: list[str] = []
    keeping.look_at_all(folder, lambda: found.append("damage"))
    folder.close()
    assert found == []
    assert not (place / "surco.db-wal").exists()


def test_a_big_file_is_looked_at_by_turns(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SMALL", 0)
    folder = open_folder(place)
    first = checking.check_at_start(folder.book, False, budget=0)
    again = checking.check_at_start(folder.book, False, budget=0)
    assert (first.sound, first.depth, first.tables, again.tables) == (True, "sampled", 1, 1)
    assert folder.book.local("checked_to") == "2"
    folder.close()


def test_an_unclean_end_is_noticed(place: Path, tmp_path: Path) -> None:
    folder = open_folder(place)
    add_worker(folder)
    after_cut = Path(shutil.copytree(place, tmp_path / "tras el corte"))
    folder.close()
    again, clean = open_folder(after_cut), open_folder(place)
    assert (again.unclean, clean.unclean) == (True, False)
    assert workers(again) == workers(clean)
    again.close()
    clean.close()


def test_one_window_at_a_time(place: Path) -> None:
    claim = claim_folder(place, at())
    with pytest.raises(Refusal, match="in_use"):
        claim_folder(place, at())
    assert code_of(place, place / "surco.db") == "in_use"
    claim.release()
    claim_folder(place, at()).release()


def test_a_stale_claim_of_another_computer_is_taken_over(place: Path) -> None:
    lock = place / "surco.lock"
    lock.write_text(json.dumps({"pid": 1, "host": "otra", "beat": at().wall - 60_000}), "utf-8")
    with pytest.raises(Refusal) as refused:
        claim_folder(place, at())
    assert refused.value.text("es").startswith("Otra computadora")
    claim_folder(place, at(600)).release()
    lock.write_text("[not ours", "utf-8")
    claim_folder(place, at()).release()


def test_a_clock_that_went_back_is_noticed_and_put_right(place: Path) -> None:
    later = Edge("Lupita", now=lambda: NOW + timedelta(days=300))
    folder = open_folder(place)
    with folder.book.writing(later.stamp()) as write:
        write.add("person", kind="worker", name=NEW)
    now = Moment(int((NOW + timedelta(days=1)).timestamp() * 1000), 0)
    assert clock.alarm(folder, now) == "backward"
    assert clock.alarm(folder, Moment(0, 0)) == "impossible"
    far = later.stamp().run.started
    with pytest.raises(Refusal, match="no_reason"):
        clock.correct(folder, stamp_at(), far - 1000, far + 1000, 432_000, " ")
    clock.correct(folder, stamp_at(), far - 1000, far + 1000, 432_000, "se acabó la pila")
    assert clock.alarm(folder, now) is None
    assert clock.alarm(folder, Moment(now.wall + 400 * 86_400_000, 0)) == "ahead"
    assert [(one.minutes, one.reason) for one in clock.corrections(folder)] == [(432_000, "se acabó la pila")]
    folder.close()


def test_a_sealed_note_is_read_by_its_keeper_alone(locked: Path) -> None:
    keeper, text = locking.new_recovery_key(), "Llamar hoy a Toribia.\nEstá en la galera tres."
    folder = unlocked(locked, OFFICE)
    with pytest.raises(Refusal, match="no_safeguarding_key"):
        notes.seal_note(folder, stamp_at(), text)
    with pytest.raises(Refusal, match="not_allowed"):
        project_keys.set_safeguarding(folder, edge_of(LUPITA).stamp(), keeper.recipient)
    project_keys.set_safeguarding(folder, stamp_at(), keeper.recipient)
    one_launch = edge_of(LUPITA)
    done = notes.seal_note(folder, one_launch.stamp(), text)
    notes.seal_note(folder, one_launch.stamp(), "Corta.")
    assert done.undo is None
    lengths = {len(row["body"]) for row in folder.book.rows("SELECT body FROM sealed_note")}
    assert min(lengths) > 2048, "the length tells nothing"
    assert "Toribia" not in str(folder.book.rows("SELECT * FROM sealed_note"))
    assert notes.read_notes(folder, " ".join(keeper.words)) == [("2026-02-17", text), ("2026-02-17", "Corta.")]
    with pytest.raises(Refusal, match="wrong_sheet"):
        notes.read_notes(folder, locking.new_recovery_key().qr)
    for bad in ("", "uno\ndos\ntres", "x" * 401):
        with pytest.raises(Refusal):
            notes.seal_note(folder, stamp_at(), bad)
    folder.close()


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    kept = Path(__file__).parent.parent / "store" / "schemas" / "0001_schema.sql"
    with closing(sqlite3.connect(tmp_path / "surco.db")) as old:
        old.executescript(kept.read_text("utf-8"))
    open_folder(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "copias" / "version-1.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)


def test_copy_names_are_local_time(place: Path) -> None:
    moment = datetime(2026, 2, 17, 12, 5, 9, tzinfo=NOW.tzinfo)
    assert copying.copy_name(moment, "uso") == "copia-20260217-120509-uso.db"
