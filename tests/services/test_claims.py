"""One window per folder, with real processes: a second is refused, a crash frees it, shared drives go by the beat."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.security.clocks import MINUTE, Moment
from promoter_app.services.folder import open_folder
from promoter_app.services.security import keeping
from promoter_app.store.claims import claim_folder
from tests.faults.killing import ROOT

NOW = 1_771_000_000_000
HOLDER = """
import sys
from pathlib import Path
from promoter_app.domain.security.clocks import Moment
from promoter_app.services.folder import open_folder
from promoter_app.services.security.keeping import take_for_window
folder = open_folder(Path(sys.argv[1]))
take_for_window(folder, Moment(int(sys.argv[2]), 0))
print("held", flush=True)
sys.stdin.read()
"""


def refused(place: Path, wall: int = NOW) -> str | None:
    """The sentence that a window which opens the folder now shows; None when it gets it."""
    folder = open_folder(place)
    try:
        keeping.take_for_window(folder, Moment(wall, 0))
    except Refusal as refusal:
        return refusal.what.es
    finally:
        folder.close()
    return None


def test_a_second_window_is_refused_until_the_first_dies(tmp_path: Path) -> None:
    place = tmp_path / "datos"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(place), str(NOW)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert refused(place) == "Otra ventana de Surco tiene abiertos estos datos."
        other.kill()
        other.wait()
        assert (place / "surco.lock").read_text("utf-8"), "the dead window could not tidy up"
        assert refused(place) is None


def elsewhere(place: Path, beat: int) -> None:
    """Another computer on a shared drive that cannot lock said that it was here."""
    open_folder(place).close()
    (place / "surco.lock").write_text(json.dumps({"pid": 1, "host": "otra", "beat": beat}), "utf-8")


@pytest.mark.parametrize(("minutes", "is_refused"), [(0, True), (2, True), (-2, True), (3, False), (60, False)])
def test_another_computer_counts_while_its_beat_is_fresh(tmp_path: Path, minutes: int, is_refused: bool) -> None:
    elsewhere(tmp_path, NOW - minutes * MINUTE)
    assert (refused(tmp_path) == "Otra computadora tiene abiertos estos datos.") == is_refused


def test_a_window_that_beats_keeps_its_folder(tmp_path: Path) -> None:
    claim = claim_folder(tmp_path, Moment(NOW, 0))
    try:
        claim.beat(Moment(NOW + 10 * MINUTE, 600))
        assert json.loads((tmp_path / "surco.lock").read_text("utf-8"))["beat"] == NOW + 10 * MINUTE
    finally:
        claim.release()
    assert (tmp_path / "surco.lock").read_text("utf-8") == ""


@pytest.mark.parametrize("torn", ["{", "[]", "null", '{"host":1,"beat":"x"}', "\x00\x00", "é" * 300])
def test_a_torn_claim_stops_nobody(tmp_path: Path, torn: str) -> None:
    open_folder(tmp_path).close()
    (tmp_path / "surco.lock").write_text(torn, "utf-8")
    assert refused(tmp_path) is None


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    place = tmp_path / "archivo"
    place.write_text("no es una carpeta", "utf-8")
    with pytest.raises(Refusal) as said:
        open_folder(place)
    assert said.value.code == "cannot_open"


@pytest.mark.parametrize(("kind", "word"), [("removable", "memoria"), ("network", "red"), ("fixed", None)])
def test_a_stick_or_a_network_drive_gets_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, word: str | None
) -> None:
    monkeypatch.setattr("promoter_app.store.places.kind_of", lambda _path: kind)
    warning = keeping.place_warning(tmp_path)
    assert (warning is None) == (word is None)
    assert word is None or (warning is not None and word in warning.es)


def test_on_a_network_drive_no_shared_memory_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promoter_app.store.book.on_network", lambda _path: True)
    folder = open_folder(tmp_path)
    try:
        journal, sync = (folder.book.value(f"PRAGMA {name}") for name in ("journal_mode", "synchronous"))
    finally:
        folder.close()
    assert (journal, sync) == ("delete", 3)
