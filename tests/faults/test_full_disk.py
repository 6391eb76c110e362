"""The disk fills up during a session and during an export: a sentence, nothing lost, and work goes on afterwards."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from promoter_app.services import deliver
from promoter_app.services.folder import open_folder
from tests.faults.killing import ROOT, on_disk
from tests.faults.power_cut_child import edge, make_field
from tests.faults.test_kill_terminal import CODE, CREW
from tests.journeys.desk import Field, read, sample_season
from tests.journeys.test_promoter_day import present_on_disk

OpenField = Callable[..., Field]
SENTENCES = {
    "disk_full": "No hay espacio en el disco. Todo lo guardado antes está a salvo. Libera espacio y repite lo último.",
    "disk_error": (
        "El disco no dejó escribir. Todo lo guardado antes está a salvo."
        " Revisa el espacio y el disco, y repite lo último."
    ),
}
SMALL = 300_000
_STEP = 4096 if os.environ.get("SURCO_LONG") == "full" else 64 * 1024


def limited(most: int) -> Callable[[], None]:
    """For a child before it starts: no file may grow beyond `most` bytes, as on a full disk."""
    return partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def run(*words: str, most: int | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        preexec_fn=limited(most) if most else None,
    )  # fmt: skip


@pytest.fixture
def season(tmp_path: Path, season_cache: Path) -> Path:
    return sample_season(tmp_path / "datos", season_cache)


def test_a_session_on_a_full_disk(season: Path, tmp_path: Path) -> None:
    codes = [code for (code,) in read(season / "surco.db", CREW, CODE)]
    done = run("-m", "tests.faults.full_disk_child", str(season), CODE, *codes)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    (at,) = [number for number, line in enumerate(lines) if line[0] == "refused"]
    assert 0 < at < len(codes), "the disk must fill up in the middle"
    _refused, code, sentences = lines[at]
    assert sentences == SENTENCES[code]
    assert lines[at + 1] == ["here", str(at)], "whoever was present stays present while the disk is full"
    said = Counter(line[1] for line in lines if line[0] == "present")
    assert said.total() == len(codes)
    integrity, kept, _state = on_disk(season, tmp_path / "mirar", CODE)
    assert (integrity, kept) == ("ok", said)


@contextmanager
def full_disk(season: Path) -> Iterator[None]:
    """Files of this process may not grow beyond 32 kB more than the log has now."""
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = (season / "surco.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (log + 32 * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))


def test_the_window_says_so_stays_grey_and_goes_on(season: Path, open_field: OpenField) -> None:
    field = open_field(season)
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    codes = iter(code for (code,) in read(season / "surco.db", CREW, CODE))
    counted, code = 0, ""
    with full_disk(season):
        while not field.banner():
            counted = present_on_disk(field, session.id)
            code = next(codes)
            field.scan(code)
    assert field.banner() == SENTENCES["disk_error"].rstrip(".")
    assert present_on_disk(field, session.id) == counted > 0
    assert not field.panel().startswith("Presente"), "nothing stays green for a row that is not on the disk"
    field.scan(code)
    assert field.panel().startswith("Presente")
    assert present_on_disk(field, session.id) == counted + 1


def test_an_export_to_a_full_stick(season: Path, tmp_path: Path) -> None:
    stick = tmp_path / "memoria"
    stick.mkdir()
    out = str(stick / "salida.db")
    words = ("main.py", "--data", str(season), "--language", "es", "export", "--out", out, "--json")
    before = read(season / "surco.db", "SELECT count(*) FROM attendance")
    full = run(*words, most=SMALL)
    assert (full.returncode, full.stdout) == (1, "")
    assert full.stderr.strip() in {*SENTENCES.values()}
    assert list(stick.iterdir()) == []
    assert read(season / "surco.db", "SELECT count(*) FROM attendance") == before
    again = run(*words)
    assert (again.returncode, again.stderr) == (0, "")
    assert read(stick / "salida.db", "SELECT count(*) FROM attendance") == before


@pytest.mark.parametrize(
    "step", [pytest.param(256 * 1024, id="few"), pytest.param(_STEP, id="every write", marks=pytest.mark.long)]
)
def test_full_at_each_write_of_a_scan_a_copy_a_package_and_a_merge(tmp_path: Path, step: int) -> None:
    """Space for nothing, then for more and more: refused in words with everything as before, and at last done."""
    make_package_and_base(tmp_path)
    done = run("-m", "tests.faults.full_disk_sweep", str(tmp_path), str(step))
    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    for thing in ("scan", "backup", "export", "merge"):
        codes = [one["code"] for one in told if one["thing"] == thing]
        assert codes[-2:] == ["ok", "sound"]
        assert codes[0] in SENTENCES
        assert set(codes[:-2]) <= {*SENTENCES, "damaged"} if thing == "merge" else set(codes[:-2]) <= set(SENTENCES)
    assert [one for one in told if one["lost"] or one["added"] or one["left"]] == []


def make_package_and_base(place: Path) -> None:
    """A data folder `base` with an open session, and a package of another laptop for it."""
    make_field(place / "base")
    shutil.copytree(place / "base", place / "laptop")
    laptop, stamp = open_folder(place / "laptop"), edge().stamp()
    laptop.book.set_local("device", None)
    with laptop.book.writing(stamp) as write:
        write.add("person", kind="worker", name="Persona nueva")
    deliver.export(laptop, stamp, place / "paquete.db")
    laptop.close()
