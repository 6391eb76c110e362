"""A computer that is set up oddly: its time zone, what its system says, names at the limit of what it takes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from promoter_app.cli import desk
from promoter_app.edge import Edge
from tests.cli.conftest import Surco
from tests.faults.killing import ROOT
from tests.faults.modes import read_only


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets TZ for a while: `zone.setenv("TZ", ...)`, then `time.tzset()`."""
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("name", ["UTC+25:59", "UTC-24", "XYZ+167:59"])
def test_a_time_zone_that_does_not_exist_is_told(surco: Surco, zone: pytest.MonkeyPatch, name: str) -> None:
    zone.setenv("TZ", name)
    time.tzset()
    ran = surco("sessions", "list")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "La zona horaria de esta computadora no existe. No se cambió nada. "
        f"Corrígela en los ajustes del sistema, o quita TZ={name}.\n"
    )


@pytest.mark.parametrize("name", ["", ":", "../../etc", "/etc/passwd", "A\nB", "UTC+23:59", "UTC-5:30:45"])
def test_any_other_zone_works(surco: Surco, season: Path, zone: pytest.MonkeyPatch, name: str) -> None:
    zone.setenv("TZ", name)
    time.tzset()
    assert surco("--data", season, "sessions", "list", "--json").rows


@pytest.mark.parametrize(
    ("code", "es", "en"),
    [
        (errno.EACCES, "El sistema no da permiso.", "The system does not allow it."),
        (errno.ENOSPC, "No hay espacio en el disco.", "The disk is full."),
        (errno.ELOOP, "El sistema no lo dejó.", "The system did not let it."),
    ],
)
def test_what_the_system_said_is_told_in_our_words(
    surco: Surco, season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, es: str, en: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("promoter_app.paper.document._draw", fail)
    for language, sentence in (("es", es), ("en", en)):
        words = ("print", "blanks", "--count", 1, "--out", tmp_path / "x.pdf")
        ran = surco("--language", language, "--data", season, *words)
        assert (ran.code, ran.out) == (1, "")
        assert f"x.pdf{' could not be saved' if language == 'en' else ''}. {sentence} " in ran.err
        assert os.strerror(code) not in ran.err
    assert not list(tmp_path.glob("*.pdf"))


def test_the_longest_name_that_a_disk_takes_is_exported_to(surco: Surco, season: Path, tmp_path: Path) -> None:
    out = tmp_path / ("ñ" * 126 + ".db")
    ran = surco("--data", season, "export", "--out", out, "--json")
    assert (ran.code, ran.row["path"]) == (0, str(out))


def test_a_place_too_deep_for_an_export_is_not_taken_for_the_data_folder(
    surco: Surco, season: Path, tmp_path: Path
) -> None:
    deep = tmp_path
    for _ in range(3):
        deep = deep / ("d" * 200)
    deep.mkdir(parents=True)
    ran = surco("--data", season, "export", "--out", deep / "x.db")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("No se pudo escribir en d")
    assert not list(deep.iterdir())


@pytest.mark.parametrize(
    "words",
    [("export",), ("backup",), ("print", "blanks"), ("report", "sheet", "workers", "--period", "2025-10..2026-03")],
)
def test_a_device_or_a_pipe_is_never_replaced_by_a_file(
    surco: Surco, season: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """The superuser could put a file in place of /dev/null."""
    pipe = tmp_path / "tubo"
    os.mkfifo(pipe)
    ran = surco("--data", season, *words, "--out", pipe)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"«{pipe}» no es un archivo. No se cambió nada.")
    assert pipe.is_fifo()


def test_a_folder_where_a_file_is_wanted_and_a_file_where_a_folder_is(surco: Surco, tmp_path: Path) -> None:
    (tmp_path / "vacía").mkdir()
    (tmp_path / "archivo").write_text("mío", "utf-8")
    for words, sentence in (
        (("--data", tmp_path / "nueva", "merge", tmp_path / "vacía"), "En esa carpeta no hay paquetes de Surco."),
        (("--data", tmp_path / "nueva", "merge", "--plan", tmp_path / "vacía"), "En esa carpeta no hay paquetes"),
        (("--data", tmp_path / "nueva", "roster", "take", tmp_path / "vacía"), f"«{tmp_path / 'vacía'}» es una"),
        (("--data", tmp_path / "archivo", "merge", tmp_path / "vacía"), "No se pudo abrir la carpeta de datos."),
        (("--data", tmp_path / "archivo", "people", "import", tmp_path / "archivo"), "No se pudo abrir la carpeta"),
    ):
        ran = surco(*words)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(sentence)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["archivo", "vacía"]
    assert (tmp_path / "archivo").read_text("utf-8") == "mío"


@pytest.mark.parametrize(
    "words",
    [
        ("print", "week", "--monday", "9999-12-31", "--out", "w.pdf"), ("demo", "x", "--today", "0001-01-01"),
        ("demo", "x", "--today", "9999-12-31"), ("sessions", "list", "--from", "0000-01-01"),
    ],
)  # fmt: skip
def test_the_ends_of_the_calendar_are_no_days(surco: Surco, season: Path, words: tuple[str, ...]) -> None:
    ran = surco("--data", season, *words)
    assert (ran.code, ran.out) == (2, "")
    assert "AAAA-MM-DD" in ran.err


def test_words_of_a_roster_in_a_folder_are_refused_in_the_persons_language(surco: Surco, tmp_path: Path) -> None:
    ran = surco("roster", "take", tmp_path / "lista.db", "--words-file", tmp_path)
    assert ran.code == 2
    assert "'--words-file' no vale. No se puede leer." in ran.err


def test_a_system_set_to_ascii_tears_no_name(season: Path, tmp_path: Path) -> None:
    place = tmp_path / "ñandú 🌵"
    season.rename(place)
    ascii_only = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = [sys.executable, "main.py", "--data", place, "export", "--out", tmp_path / "é.db"]
    ran = subprocess.run(words, cwd=ROOT, env={**os.environ, **ascii_only}, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert f"«{tmp_path / 'é.db'}»" in ran.stdout.decode()
    assert (tmp_path / "é.db").is_file()


def test_a_data_folder_whose_name_is_not_utf8_takes_no_packages(surco: Surco, season: Path, tmp_path: Path) -> None:
    assert surco("--data", season, "export", "--out", tmp_path / "uno.db").code == 0
    for words in (("merge",), ("roster", "take")):
        ran = surco("--data", tmp_path / "caf\udce9", *words, tmp_path / "uno.db")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("El nombre de la carpeta de datos no está en UTF-8. No se cambió nada.")
    assert not (tmp_path / "caf\udce9").exists()


@pytest.mark.parametrize("words", [("export",), ("backup",)])
def test_a_stick_that_takes_no_file_is_not_taken_for_the_data(
    surco: Surco, season: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    stick = tmp_path / "memoria"
    stick.mkdir()
    with read_only(stick):
        ran = surco("--data", season, *words, "--out", stick)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("No se pudo escribir en memoria. Tus datos siguen completos en la laptop.")


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        ("2026-12-31 23:59:59.900", "America/Mexico_City"), ("2027-03-14 01:59:59.900", "America/Ciudad_Juarez"),
        ("2026-11-01 01:59:59.900", "America/Ciudad_Juarez"), ("2028-02-28 23:59:59.900", "America/Tegucigalpa"),
    ],
)  # fmt: skip
def test_a_day_and_an_hour_that_end_in_the_middle_of_the_work(
    surco: Surco, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str, zone: str
) -> None:
    moments = [datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(zone))]

    def now() -> datetime:
        later = moments[-1].timestamp() + 0.02
        moments.append(datetime.fromtimestamp(later, ZoneInfo(zone)))
        return moments[-1]

    monkeypatch.setattr(desk, "Edge", partial(Edge, now=now))
    data = tmp_path / "datos"
    assert surco("demo", data, "--people", 20, "--weeks", 1, "--today", start[:10]).code == 0
    rows = surco("--data", data, "sessions", "list", "--json").rows
    code = next(row["code"] for row in rows if row["state"] == "planned")
    assert surco("--data", data, "sessions", "open", code).code == 0
    cards = [row["code"] for row in surco("--data", data, "people", "list", "--json").rows if row["code"]]
    scanned = surco("--data", data, "scan", code, "--json", stdin="\n".join(cards[:4])).rows
    present = [row["state"] for row in scanned].count("present")
    assert surco("--data", data, "sessions", "close", code).code == 0
    assert surco("--data", data, "export", "--out", tmp_path).code == 0
    assert surco("--data", tmp_path / "oficina", "merge", tmp_path).code == 0
    held = surco("--data", tmp_path / "oficina", "sessions", "list", "--json").rows
    assert [(row["state"], row["present"]) for row in held if row["code"] == code] == [("held", present)]
