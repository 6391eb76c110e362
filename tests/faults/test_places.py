"""Folders that cannot be written, go away in use, or belong to somebody else: a sentence each, and the way on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from promoter_app.cli import main
from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import open_folder
from promoter_app.services.security import keeping
from promoter_app.ui.lock.trouble_view import TroubleView
from tests.faults.modes import read_only
from tests.faults.power_cut_child import edge
from tests.journeys.desk import Field, sample_season
from tests.journeys.locked import LUPITA, enter, lock_season

OpenField = Callable[..., Field]
READ_ONLY = (
    "La carpeta de datos es de solo lectura.",
    "Todo lo guardado antes está a salvo. Pide permiso de escritura o elige otra carpeta.",
)
GONE = (
    "La carpeta de datos ya no está donde estaba.",
    "Lo guardado hasta ahora sigue en ella. Vuelve a poner la memoria o a conectar la red, y prueba otra vez.",
)
OTHER_WINDOW = (
    "Otra ventana de Surco tiene abiertos estos datos.",
    "No se cambió nada. Ciérrala allá y abre otra vez aquí.",
)
OTHER_COMPUTER = (
    "Otra computadora tiene abiertos estos datos.",
    "No se cambió nada. Ciérrala allá y abre otra vez aquí.",
)


@pytest.fixture
def season(tmp_path: Path, season_cache: Path) -> Path:
    return sample_season(tmp_path / "datos", season_cache)


def trouble(field: Field) -> tuple[str, str]:
    """What the page before the rooms says: what happened; what is safe and what to do."""
    view = field.window.pages.currentWidget()
    assert isinstance(view, TroubleView)
    return view.title.text(), view.words.text()


def again(field: Field) -> None:
    field.key(Qt.Key.Key_F5)
    field.wait(lambda: not field.window.pages.is_covered() and not field.window.desk.road.is_busy)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The terminal's exit code and what it said on standard error."""
    capsys.readouterr()
    code = main(["--language", "es", *words])
    return code, capsys.readouterr().err.strip()


def test_a_folder_that_may_not_be_written(
    open_field: OpenField, season: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with read_only(season):
        field = open_field(season, covered=True)
        assert trouble(field) == READ_ONLY
        assert said(capsys, "--data", str(season), "people", "list") == (1, " ".join(READ_ONLY))
        assert not list(season.glob("*-wal"))
    field.close()
    open_field(season)


def test_nothing_is_written_to_a_folder_that_went_away(season: Path, tmp_path: Path) -> None:
    """The system would let a program write for ever to a file that nobody finds again."""
    folder = open_folder(season)
    season.rename(tmp_path / "fuera")
    with pytest.raises(Refusal) as refused, folder.book.writing(edge().stamp()) as write:
        write.add("audit", action="printed")
    folder.close()
    assert refused.value.text("es") == " ".join(GONE)
    assert not season.exists()
    again = open_folder(tmp_path / "fuera")
    assert again.book.value("SELECT count(*) FROM audit WHERE action = 'printed'") == 0
    again.close()


@pytest.mark.parametrize("locked", [False, True])
def test_a_stick_pulled_out_in_a_session_and_put_back(
    open_field: OpenField, season: Path, tmp_path: Path, locked: bool
) -> None:
    if locked:
        lock_season(season)
    field = open_field(season, covered=locked, operator="" if locked else "Lupita Ramos")
    if locked:
        enter(field, LUPITA.passphrase)
        field.wait(lambda: not field.window.pages.is_covered())
        field.rest()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    codes: list[str] = []
    field.window.desk.road.ask(lambda folder: [row["code"] for row in folder.book.rows("SELECT code FROM card")],
                               codes.extend)  # fmt: skip
    field.rest()
    field.scan(codes[0])
    assert field.panel().startswith("Presente")
    away = season.rename(tmp_path / "en el bolsillo")
    field.scan(codes[1])
    assert trouble(field) == GONE
    field.key(Qt.Key.Key_F5)
    assert trouble(field) == GONE
    assert not season.exists(), "no empty folder takes its place"
    away.rename(season)
    again(field)
    assert field.step() == "attendance"
    assert not field.panel().startswith("Presente"), "whoever was scanned without the stick was not counted"
    field.scan(codes[1])
    assert field.panel().startswith("Presente")
    assert "2 presentes" in field.panel()


def test_a_stick_pulled_out_while_nobody_touches_anything(open_field: OpenField, season: Path, tmp_path: Path) -> None:
    field = open_field(season)
    season.rename(tmp_path / "en el bolsillo")
    field.now += timedelta(seconds=61)
    field.window.ticked.emit()
    field.rest()
    assert trouble(field) == GONE
    field.window.ticked.emit()
    field.window.close()


def test_a_second_window_a_second_computer_and_what_a_crash_left(
    open_field: OpenField, season: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = open_field(season)
    second = open_field(season, covered=True)
    assert trouble(second) == OTHER_WINDOW
    folder = open_folder(season)
    copy = str(keeping.make_copy(folder, edge().stamp()).outcome)
    folder.close()
    assert said(capsys, "--data", str(season), "restore", copy) == (1, " ".join(OTHER_WINDOW))
    first.close()
    second.close()
    lock = season / "surco.lock"
    lock.write_text(json.dumps({"pid": 1, "host": "otra", "beat": int(first.now.timestamp() * 1000)}), "utf-8")
    third = open_field(season, covered=True, start=first.now)
    assert trouble(third) == OTHER_COMPUTER
    third.now += timedelta(minutes=4)
    again(third)
    assert "otra" not in lock.read_text("utf-8"), "a claim without a beat is what a crash left"


def test_an_open_window_says_every_minute_that_it_is_there(open_field: OpenField, season: Path) -> None:
    field = open_field(season)
    for _minute in range(5):
        field.now += timedelta(minutes=1)
        field.window.ticked.emit()
        field.rest()
    beat = json.loads((season / "surco.lock").read_text("utf-8"))["beat"]
    assert field.now.timestamp() * 1000 - beat < 60_000


@pytest.mark.parametrize(("kind", "words"), [("removable", "no la saques"), ("network", "carpeta de red")])
def test_a_window_on_a_stick_or_on_the_network_says_so(
    open_field: OpenField, season: Path, monkeypatch: pytest.MonkeyPatch, kind: str, words: str
) -> None:
    monkeypatch.setattr("promoter_app.store.places.kind_of", lambda _path: kind)
    assert words in open_field(season).banner()
