"""What a Surco that was killed left half written goes at the next writing or start; what is not ours never does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.files import Writer, computer_tag, half_written, writer_of
from promoter_app.store.files import sweep
from tests.cli.conftest import Surco, season, season_cache, surco  # noqa: F401 - fixtures
from tests.faults.killing import child

EXPORT = """
import sys
from pathlib import Path
from promoter_app.edge import Edge
from promoter_app.services import deliver
from promoter_app.services.folder import open_folder
def told(done, total):
    print(done, flush=True)
    if done > 20:
        sys.stdin.read()
deliver.export(open_folder(Path(sys.argv[1])), Edge(role="coordinator").stamp(), Path(sys.argv[2]), on_progress=told)
"""
HERE = computer_tag(socket.gethostname())
DAY = 24 * 3600


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-S", "-c", ""])
    process.wait()
    return process.pid


def names(place: Path) -> list[str]:
    return sorted(each.name for each in place.iterdir())


def test_an_export_that_was_killed_leaves_nothing_after_the_next(
    surco: Surco, season: Path, tmp_path: Path  # noqa: F811
) -> None:
    stick = tmp_path / "memoria"
    stick.mkdir()
    with child("-c", EXPORT, str(season), str(stick / "uno.db"), stdin=subprocess.PIPE) as export:
        assert export.stdout is not None
        for _ in range(21):
            export.stdout.readline()
        assert any(name.endswith(".part") for name in names(stick))
    assert names(stick), "killed in the middle"
    ran = surco("--data", season, "export", "--out", stick)
    assert ran.code == 0
    assert [name.startswith("surco-") for name in names(stick)] == [True]


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--out", "{}/x.db"),
        ("backup", "--out", "{}"),
        ("print", "blanks", "--count", "1", "--out", "{}/x.pdf"),
        ("report", "indicators", "--period", "2025-10..2026-03", "--format", "csv", "--out", "{}/x.csv"),
    ],
)
def test_each_writing_takes_along_what_the_dead_left(
    surco: Surco, season: Path, tmp_path: Path, dead: int, words: tuple[str, ...]  # noqa: F811
) -> None:
    place = tmp_path / "memoria"
    place.mkdir()
    ours = half_written("año ñandú.db", Writer(HERE, dead))
    for name in (ours, f"{ours}-journal"):
        (place / name).touch()
    (place / ".ajeno.part").touch()
    assert surco("--data", season, *(word.format(place) for word in words)).code == 0
    assert ".ajeno.part" in names(place)
    assert not {ours, f"{ours}-journal"} & set(names(place))


def test_the_next_start_clears_the_data_folder(surco: Surco, season: Path, dead: int) -> None:  # noqa: F811
    ours = half_written("entrega", Writer(HERE, dead))
    (season / ours).touch()
    assert surco("--data", season, "crews", "list").code == 0
    assert ours not in names(season)


def test_only_what_is_ours_and_over_goes(tmp_path: Path, dead: int) -> None:
    kept = [
        ".x.123.part", "x.part", ".x.surco-.part", f"x.db.surco-{HERE}-{dead}.part", f".x.surco-{HERE}-{dead}.part.db",
        half_written("mio.db", Writer(HERE, os.getpid())), half_written("de-otra-nueva.db", Writer("0" * 12, dead)),
    ]  # fmt: skip
    old = tmp_path / half_written("de-otra-vieja.db", Writer("0" * 12, os.getpid()))
    for name in (*kept, old.name, half_written("muerto.db", Writer(HERE, dead))):
        (tmp_path / name).touch()
    folder = tmp_path / half_written("carpeta", Writer(HERE, dead))
    folder.mkdir()
    long_ago = old.stat().st_mtime - DAY - 60
    os.utime(old, (long_ago, long_ago))
    sweep(tmp_path)
    assert names(tmp_path) == sorted([*kept, folder.name])
    sweep(tmp_path / "no está")


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=255))
def test_any_name_may_be_half_written(name: str) -> None:
    writer = Writer(HERE, 4321)
    made = half_written(name, writer)
    assert len(made.encode()) <= 255
    assert writer_of(made) == writer_of(f"{made}-wal") == writer
    assert writer_of(name) is None or name.endswith((".part", "-journal", "-wal", "-shm"))
