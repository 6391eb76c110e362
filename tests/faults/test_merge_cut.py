"""Power cuts and full disks while laptops are united: everything is as before or as after, never between."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.merging.packages import Brings
from promoter_app.domain.refusal import Refusal
from promoter_app.services.merging import receiving
from promoter_app.store import dbapi
from tests.conftest import LONG
from tests.faults.killing import ROOT
from tests.faults.test_full_disk import SENTENCES
from tests.services.merge_field import Machine, office_with_season

TABLES = ("run", "person", "session", "attendance", "edit", "person_now", "session_now", "head", "import_log")
KILLS = 40 if LONG == "full" else 12 if LONG else 1


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Machine]:
    """An office that waits for what two laptops put on the stick `memoria`."""
    made, session, people = office_with_season(tmp_path / "oficina")
    stick = tmp_path / "memoria"
    stick.mkdir()
    for name in ("uno", "dos"):
        laptop = made.copy_to(tmp_path / name, name)
        for at in range(30):
            laptop.attend(session, laptop.person(f"{name} {at}"))
        laptop.edit("person", people[0], name=f"Ana según {name}")
        laptop.deliver(stick)
        laptop.close()
    yield made
    made.close()


def content(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What another program finds; integrity first."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in TABLES}


def snapshot(place: Path, copy: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What is found after a power cut now: the files as they are, opened elsewhere."""
    copy.mkdir()
    for file in place.glob("surco.db*"):
        if not file.name.endswith("-shm"):
            shutil.copyfile(file, copy / file.name)
    found = content(copy / "surco.db")
    shutil.rmtree(copy)
    return found


class Spy:
    """Calls `act` before each statement of a book, and passes the statement on."""

    def __init__(self, book: Any, act: Callable[[int, str], None]) -> None:
        self.execute, self.act, self.count = book.db.execute, act, 0
        book.db.execute = self

    def __call__(self, sql: str, *parameters: Any) -> Any:
        self.count += 1
        self.act(self.count, sql)
        return self.execute(sql, *parameters)


def unite(office: Machine, stick: Path) -> Brings:
    plan = receiving.look_at(office.folder, office.edge.stamp(), [stick])
    return receiving.unite(office.folder, office.edge.stamp(), plan).outcome.brought


def test_a_power_cut_at_every_step(office: Machine, tmp_path: Path) -> None:
    seen: list[dict[str, list[tuple[Any, ...]]]] = []

    def look(count: int, sql: str) -> None:
        if count % (1 if LONG else 16) == 0 or sql.startswith(("COMMIT", "BEGIN", "ATTACH", "DETACH")):
            found = snapshot(office.place, tmp_path / "corte")
            if found not in seen:
                seen.append(found)

    before = snapshot(office.place, tmp_path / "antes")
    spy = Spy(office.folder.book, look)
    assert unite(office, tmp_path / "memoria").attendances == 60
    after = snapshot(office.place, tmp_path / "después")
    assert spy.count > 100
    assert [found for found in seen if found not in (before, after)] == []
    assert after in seen, "the last steps come after the commit"
    (copy,) = (office.place / "copias").iterdir()
    assert content(copy) == before


def test_an_error_at_every_step_leaves_everything_and_a_second_try_works(office: Machine, tmp_path: Path) -> None:
    before = snapshot(office.place, tmp_path / "antes")
    execute = office.folder.book.db.execute
    last, at = 10**6, 1
    while at < last:
        plan = receiving.look_at(office.folder, office.edge.stamp(), [tmp_path / "memoria"])

        def fail(count: int, _sql: str, at: int = at) -> None:
            if count == at:
                raise dbapi.OperationalError("database or disk is full")

        spy = Spy(office.folder.book, fail)
        with suppress(Refusal, dbapi.OperationalError):
            receiving.unite(office.folder, office.edge.stamp(), plan)
            last = at
        office.folder.book.db.execute = execute
        if at < last and snapshot(office.place, tmp_path / "corte") != before:
            last = at  # the commit was done: only tidying up failed
        at += 3 if LONG else 61
        assert spy.count
    execute("SELECT 1").fetchall()
    unite(office, tmp_path / "memoria")
    databases = {name for _n, name, _file in execute("PRAGMA database_list").fetchall()}
    assert databases <= {"main", "temp"}
    assert len(snapshot(office.place, tmp_path / "después")["attendance"]) == 60


@pytest.mark.parametrize("kind", ["new folder", "office"])
def test_killed_at_any_moment(office: Machine, tmp_path: Path, kind: str, seeded: random.Random) -> None:
    office.folder.close()
    goal = tmp_path / "meta"
    shutil.copytree(office.place, goal) if kind == "office" else None
    assert surco(goal, tmp_path / "memoria").returncode == 0
    whole = len(content(goal / "surco.db")["attendance"])
    for round_ in range(KILLS):
        place = tmp_path / f"vuelta{round_}"
        shutil.copytree(office.place, place) if kind == "office" else None
        with suppress(subprocess.TimeoutExpired):
            surco(place, tmp_path / "memoria", timeout=seeded.uniform(0.3, 1.2))
        if (place / "surco.db").exists() and (place / "surco.db").stat().st_size:
            with suppress(sqlite3.OperationalError):  # killed while the new folder was being made
                assert len(content(place / "surco.db")["attendance"]) in (0, whole)
        assert surco(place, tmp_path / "memoria").returncode == 0
        assert len(content(place / "surco.db")["attendance"]) == whole
        shutil.rmtree(place)
    office.folder = Machine(office.place, "oficina").folder


def surco(place: Path, stick: Path, timeout: float | None = None, **options: Any) -> subprocess.CompletedProcess[str]:
    """`surco merge` in a process of its own."""
    words = ["main.py", "--data", str(place), "--language", "es", "merge", str(stick), "--json"]
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        timeout=timeout, env={**os.environ, "PYTHONUTF8": "1"}, **options,
    )  # fmt: skip


@pytest.mark.parametrize("most", [150_000, 700_000, 1_100_000, 1_500_000])
def test_a_full_disk(office: Machine, tmp_path: Path, most: int) -> None:
    office.folder.close()
    before = content(office.place / "surco.db")
    limit = (most, resource.RLIM_INFINITY)
    full = surco(
        office.place, tmp_path / "memoria", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    )
    if full.returncode:
        assert full.returncode == 1
        assert full.stderr.strip().splitlines()[-1] in {*SENTENCES.values()}
        assert content(office.place / "surco.db") == before
    again = surco(office.place, tmp_path / "memoria")
    assert (again.returncode, again.stderr) == (0, "")
    assert len(content(office.place / "surco.db")["attendance"]) == 60
    office.folder = Machine(office.place, "oficina").folder
