"""Making sample seasons: again, in parts, stopped half-way, for many laptops, and big."""

from __future__ import annotations

import datetime
import hashlib
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.services.demo import make_demo, making
from promoter_app.store.migrations import TABLES
from tests.services.test_demo import TODAY, dump, rows, value
from tests.source_tree import ROOT

SMALL, LEAST = {"people": 60, "weeks": 2}, {"people": 20, "weeks": 1}
DIGEST = """
import datetime, sys, tempfile
from pathlib import Path
from promoter_app.services.demo import make_demo
from tests.services.test_demo_making import digest
with tempfile.TemporaryDirectory() as place:
    make_demo(Path(place), seed=3, today=datetime.date(2026, 2, 17), people=60, weeks=2, laptops=2)
    print(digest(Path(place)))
"""
HAPPENINGS = ("session", "attendance", "attempt", "answer", "scan", "session_step", "feedback", "referral", "outreach")


def digest(path: Path) -> str:
    """A hash of every row of every data folder below `path`."""
    told = [repr(dump(file.parent)) for file in sorted(path.rglob("surco.db"))]
    return hashlib.sha256("".join(told).encode()).hexdigest()


def test_the_same_seed_gives_the_same_rows(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        make_demo(tmp_path / name, seed=seed, today=TODAY, people=60, weeks=2)
    first = dump(tmp_path / "a")
    assert first == dump(tmp_path / "b")
    other = dump(tmp_path / "c")
    assert not {row[0] for row in first["person"]} & {row[0] for row in other["person"]}
    assert [row[2] for row in first["person"]] != [row[2] for row in other["person"]]


def test_another_python_makes_the_same_rows(tmp_path: Path) -> None:
    make_demo(tmp_path, seed=3, today=TODAY, people=60, weeks=2, laptops=2)
    told = subprocess.run(
        [sys.executable, "-c", DIGEST], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == digest(tmp_path)


def test_another_day_or_size_shares_no_id(tmp_path: Path) -> None:
    sizes = [{"today": TODAY}, {"today": TODAY + datetime.timedelta(days=1)}, {"today": TODAY, "laptops": 2}]
    seen: set[bytes] = set()
    for number, size in enumerate(sizes):
        make_demo(tmp_path / str(number), seed=3, people=30, **({"weeks": 1} | size))  # type: ignore[arg-type]
        ids = {row[0] for row in rows(tmp_path / str(number), "SELECT run FROM run")}
        assert not seen & ids
        seen |= ids


def test_laptops_share_the_roster_and_divide_what_happened(tmp_path: Path) -> None:
    report = make_demo(tmp_path, seed=9, today=TODAY, people=240, weeks=3, laptops=3)
    assert [place.relative_to(tmp_path).as_posix() for place in report.laptops] == [
        "laptops/laptop-01", "laptops/laptop-02", "laptops/laptop-03",
    ]  # fmt: skip
    office = dump(tmp_path)
    assert all(not office[name] for name in HAPPENINGS)
    assert len(office["person"]) > 200
    places = {place: dump(place) for place in report.laptops}
    united: dict[str, dict[bytes, tuple[object, ...]]] = {table.name: {} for table in TABLES}
    for kept in places.values():
        for table in TABLES:
            assert set(office[table.name]) <= set(kept[table.name]), table.name
            for row in kept[table.name]:
                assert united[table.name].setdefault(row[0], row) == row
    for name in HAPPENINGS:
        parts = [{row[0] for row in kept[name]} for kept in places.values()]
        assert sum(map(len, parts)) == len(united[name]), name
        assert all(parts) or name in ("scan", "referral"), name
    voided = {row[1] for row in united["void"].values()}
    assert len(united["session"]) == report.sessions
    assert len(set(united["attendance"]) - voided) == report.attendance
    assert len(united["attempt"]) == report.attempts
    assert sum(row[1] == "worker" for row in united["person"].values()) == report.people


def test_laptops_have_devices_runs_and_card_numbers_of_their_own(tmp_path: Path) -> None:
    report = make_demo(tmp_path, seed=9, today=TODAY, people=120, weeks=2, laptops=2)
    office = {row[0] for row in rows(tmp_path, "SELECT run FROM run")}
    blocks, own = [], []
    for place in report.laptops:
        own.append({row[0] for row in rows(place, "SELECT run FROM run")} - office)
        device = bytes.fromhex(value(place, "SELECT value FROM local WHERE key = 'device'"))
        assert value(place, "SELECT name FROM device WHERE id = ?", device) == place.name
        blocks += rows(place, "SELECT first, size FROM card_block WHERE device = ?", device)
        first, size = blocks[-1]
        blank = (
            "SELECT count(*) FROM card WHERE number BETWEEN ? AND ? AND id NOT IN (SELECT card FROM card_assignment)"
        )
        assert value(place, blank, first, first + size - 1) >= 30
    assert own[0]
    assert own[1]
    assert not own[0] & own[1]
    blocks += rows(tmp_path, "SELECT first, size FROM card_block")
    assert len({first for first, _size in blocks}) == len(blocks) >= 3


def test_people_sessions_and_numbers_do_not_depend_on_the_laptops(tmp_path: Path) -> None:
    """One laptop or four: the same people and crews, only in other hands."""
    one = make_demo(tmp_path / "one", seed=9, today=TODAY, people=300, weeks=2)
    two = make_demo(tmp_path / "two", seed=9, today=TODAY, people=300, weeks=2, laptops=2)
    names = "SELECT name FROM crew_now ORDER BY 1"
    assert rows(one.path, names) == rows(two.path, names)
    assert (one.people, one.crews, one.sessions) == (two.people, two.crews, two.sessions)


def test_a_folder_with_data_is_left_alone(tmp_path: Path) -> None:
    make_demo(tmp_path, seed=1, today=TODAY, **SMALL)
    before = (tmp_path / "surco.db").read_bytes()
    with pytest.raises(Refusal) as refused:
        make_demo(tmp_path, seed=2, today=TODAY, **SMALL)
    assert refused.value.code == "has_data"
    assert (tmp_path / "surco.db").read_bytes() == before
    (tmp_path / "file").write_text("a file", "utf-8")
    with pytest.raises(Refusal):
        make_demo(tmp_path / "file", seed=2, today=TODAY, **SMALL)


@pytest.mark.parametrize(
    "size", [{"people": 19}, {"people": 200_000}, {"weeks": 0}, {"weeks": 60}, {"laptops": 0}, {"laptops": 41}]
)
def test_sizes_that_make_no_season_are_refused_in_words(tmp_path: Path, size: dict[str, int]) -> None:
    with pytest.raises(Refusal) as refused:
        make_demo(tmp_path / "new", seed=1, today=TODAY, **size)
    assert refused.value.code == "bad_size"
    assert str(next(iter(size.values()))) in refused.value.text("es")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("laptops", [1, 2])
@pytest.mark.parametrize("after", [1, 5])
def test_stopping_leaves_nothing_behind(tmp_path: Path, laptops: int, after: int) -> None:
    kept = tmp_path / "mine" / "notes.txt"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    for place in (tmp_path / "new" / "season", kept.parent):
        asked: list[int] = []

        def stop(asked: list[int] = asked) -> bool:
            asked.append(1)
            return len(asked) >= after

        with pytest.raises(Refusal) as refused:
            make_demo(place, seed=1, today=TODAY, laptops=laptops, should_stop=stop, **SMALL)
        assert refused.value.code == "stopped"
    assert not (tmp_path / "new" / "season").exists()
    assert [file.name for file in kept.parent.iterdir()] == ["notes.txt"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_all: object) -> None:
        raise OSError("the disk went away")

    monkeypatch.setattr(making, "_move_up", fail)
    with pytest.raises(OSError, match="the disk went away"):
        make_demo(tmp_path / "new", seed=1, today=TODAY, **SMALL)
    assert not (tmp_path / "new").exists()


def test_what_a_killed_attempt_left_is_cleared_away(tmp_path: Path) -> None:
    half = tmp_path / ".making-demo-old"
    half.mkdir()
    (half / "surco.db").write_bytes(b"half a file")
    for old in (half / "surco.db", half):
        os.utime(old, (0, 0))
    make_demo(tmp_path, seed=1, today=TODAY, **SMALL)
    assert [file.name for file in tmp_path.iterdir()] == ["surco.db"]


def test_two_at_the_same_moment_leave_one_whole_season(tmp_path: Path) -> None:
    """The one that ends first wins; the other says so and takes only its own half-made folder away."""
    place = tmp_path / "new"
    inner = []

    def begin_another(_done: int, _total: int) -> None:
        if not inner:
            inner.append(None)
            inner.append(make_demo(place, seed=2, today=TODAY, **LEAST))

    with pytest.raises(Refusal) as refused:
        make_demo(place, seed=1, today=TODAY, on_progress=begin_another, **LEAST)
    assert refused.value.code == "has_data"
    assert [file.name for file in place.iterdir()] == ["surco.db"]
    assert value(place, "PRAGMA integrity_check") == "ok"
    assert value(place, "SELECT count(*) FROM person_now WHERE kind = 'worker'") == inner[1].people


def test_one_that_is_stopped_leaves_the_other_alone(tmp_path: Path) -> None:
    place = tmp_path / "new"

    def stop_another(done: int, total: int) -> None:
        if len(tried) < 2 and 3 * done >= (len(tried) + 1) * total:  # a third and two thirds of the way
            tried.append(done)
            with pytest.raises(Refusal):
                make_demo(place, seed=2, today=TODAY, should_stop=lambda: True, **LEAST)

    tried: list[int] = []
    make_demo(place, seed=1, today=TODAY, on_progress=stop_another, **LEAST)
    assert len(tried) == 2
    assert [file.name for file in place.iterdir()] == ["surco.db"]
    assert value(place, "PRAGMA integrity_check") == "ok"


def test_progress_rises_to_the_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_demo(tmp_path, seed=1, today=TODAY, on_progress=lambda done, total: told.append((done, total)), **SMALL)
    done = [one for one, _total in told]
    assert done == sorted(done)
    assert len({total for _done, total in told}) == 1
    assert 0.7 * told[-1][1] < done[-1] <= told[-1][1]


def test_a_season_bigger_than_a_chunk_is_whole(tmp_path: Path) -> None:
    report = make_demo(tmp_path, seed=1, today=TODAY, people=2_500, weeks=1)
    assert value(tmp_path, "SELECT count(*) FROM person_now WHERE kind = 'worker'") == report.people == 2_500
    assert value(tmp_path, "SELECT count(DISTINCT code) FROM crew_now") == report.crews > 80
    assert value(tmp_path, "SELECT count(DISTINCT code) FROM session_now") == report.sessions
    assert value(tmp_path, "PRAGMA integrity_check") == "ok"


@pytest.mark.long
def test_the_biggest_season_is_whole(tmp_path: Path) -> None:
    report = make_demo(tmp_path, seed=1, today=TODAY, people=20_000, weeks=30)
    assert report.attendance > 250_000
    undone = value(tmp_path, "SELECT count(*) FROM void WHERE tbl = 'attendance'")
    assert value(tmp_path, "SELECT count(*) FROM attendance") == report.attendance + undone
    assert value(tmp_path, "SELECT count(DISTINCT code) FROM session_now") == report.sessions
    assert value(tmp_path, "SELECT count(DISTINCT number) FROM card") > report.people


@pytest.mark.long
def test_memory_does_not_grow_with_what_happened(tmp_path: Path) -> None:
    """Four times as many attendances, hardly more memory: rows are written day by day."""
    attendance, peaks = [], []
    for weeks in (5, 30):
        tracemalloc.start()
        attendance.append(make_demo(tmp_path / str(weeks), seed=1, today=TODAY, people=3_000, weeks=weeks).attendance)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert attendance[1] > 3 * attendance[0]
    assert peaks[1] < 2 * peaks[0]
