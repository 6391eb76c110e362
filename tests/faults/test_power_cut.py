"""The power goes at every write of a session and of a merge: what was promised is there, and the file is whole."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from promoter_app.services import deliver
from promoter_app.store.dbapi import open_file
from tests.faults import power_cut, power_cut_child
from tests.faults.power_cut_child import SCANS, edge, make_field, opened

SHORT, LONG = 30, {"full": 1200, "short": 100}.get(os.environ.get("SURCO_LONG", ""), 0)
KEY = "5a" * 32
PRESENT = "SELECT k.code FROM attendance a JOIN card k ON k.id = a.card"
PEOPLE = "SELECT count(*) FROM person"


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corte") / "datos"
    make_field(path)
    return path


@pytest.fixture(scope="module")
def encrypted_field(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corte") / "datos"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SURCO_KEY", KEY)
        make_field(path)
    return path


def rows(folder: Path, query: str, key: str | None) -> list[tuple[Any, ...]]:
    """After a sound opening: integrity first, then the query."""
    with closing(open_file(folder / "surco.db", bytes.fromhex(key) if key else None)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return list(connection.execute(query).fetchall())


def cut_session(field: Path, place: Path, most: int, key: str | None = None, **environment: str) -> tuple[int, int]:
    """(states looked at, states that lost a promised scan)."""
    folder = Path(shutil.copytree(field, place / "datos"))
    before, log = power_cut.disk_of(folder), place / "log"
    power_cut.trace(log, "-m", power_cut_child.__name__, "scans", str(folder), **environment)
    looked = lost = 0
    for state, promised in power_cut.states(log, folder, before, most, seed=most):
        left = power_cut.leave(state, folder, place / f"corte-{looked}")
        kept = {code for (code,) in rows(left, PRESENT, key)}
        looked, lost = looked + 1, lost + bool(set(promised) - kept)
        shutil.rmtree(left)
    assert len(promised) >= SCANS - SCANS // 20  # the states reach to the end of the session
    return looked, lost


def cut_merge(field: Path, place: Path, most: int) -> tuple[int, set[tuple[bool, int]]]:
    """(states looked at, pairs of "was promised" and people there) of a merge that brings as many people again."""
    folder, other = Path(shutil.copytree(field, place / "datos")), Path(shutil.copytree(field, place / "otra"))
    with closing(opened(other)) as laptop:
        laptop.book.set_local("device", None)
        with laptop.book.writing(edge().stamp()) as write:
            write.add_many("person", [{"kind": "worker", "name": f"Nueva {n}"} for n in range(SCANS)])
        package = deliver.export(laptop, edge().stamp(), place / "paquete.db").outcome[1].path
    before, log = power_cut.disk_of(folder), place / "log"
    power_cut.trace(log, "-m", power_cut_child.__name__, "merge", str(folder), str(package))
    looked, seen = 0, set()
    for state, promised in power_cut.states(log, folder, before, most, seed=most):
        left = power_cut.leave(state, folder, place / f"corte-{looked}")
        ((people,),) = rows(left, PEOPLE, None)
        looked = looked + 1
        seen.add((bool(promised), people))
        shutil.rmtree(left)
    return looked, seen


def test_no_scan_is_lost(field: Path, tmp_path: Path) -> None:
    looked, lost = cut_session(field, tmp_path, SHORT)
    assert (looked >= SHORT, lost) == (True, 0)


def test_the_harness_sees_one_weakened_setting(field: Path, tmp_path: Path) -> None:
    """synchronous = NORMAL keeps the file whole and loses scans that were shown as present."""
    _looked, lost = cut_session(field, tmp_path, SHORT, SURCO_WEAK="1")
    assert lost > SHORT // 10


def test_a_merge_is_all_or_nothing(field: Path, tmp_path: Path) -> None:
    looked, seen = cut_merge(field, tmp_path, SHORT)
    assert looked >= SHORT
    assert seen <= {(False, SCANS), (False, 2 * SCANS), (True, 2 * SCANS)}
    assert {(False, SCANS), (True, 2 * SCANS)} <= seen


@pytest.mark.long
def test_no_scan_is_lost_in_many_cuts(field: Path, tmp_path: Path) -> None:
    looked, lost = cut_session(field, tmp_path, LONG)
    assert (looked >= LONG, lost) == (True, 0)


@pytest.mark.long
def test_no_encrypted_scan_is_lost_in_many_cuts(encrypted_field: Path, tmp_path: Path) -> None:
    looked, lost = cut_session(encrypted_field, tmp_path, LONG // 2, KEY, SURCO_KEY=KEY)
    assert (looked >= LONG // 2, lost) == (True, 0)


@pytest.mark.long
def test_a_merge_is_all_or_nothing_in_many_cuts(field: Path, tmp_path: Path) -> None:
    looked, seen = cut_merge(field, tmp_path, LONG)
    assert looked >= LONG
    assert seen <= {(False, SCANS), (False, 2 * SCANS), (True, 2 * SCANS)}
