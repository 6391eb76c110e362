"""What a person reads after a slip on the command line: a sentence in their language, never a traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from promoter_app.cli import main
from promoter_app.services.sessions import sessions
from tests.cli.conftest import Surco, sql

TORN = "caf\udce9"
"""What Python makes of `café` typed in Latin-1."""


@pytest.mark.parametrize(
    ("words", "es", "en"),
    [
        (("scan",), "Falta 'SESSION'.", "Missing argument 'SESSION'."),
        (("publish",), "Falta '--to'.", "Missing option '--to'."),
        (("sesiones",), "No hay una orden «sesiones».", "No such command 'sesiones'."),
        (("crews", "list", "--jsn"), "No hay una opción «--jsn».", "No such option '--jsn'."),
        (("demo", "X", "--seed", "dos"), "'--seed' no vale. Se espera un número.", "not a valid integer"),
        (("sessions", "list", "--from", "ayer"), "'--from' no vale. «ayer»: AAAA-MM-DD", "«ayer»: AAAA-MM-DD"),
        (
            ("report", "indicators", "--period", "2026-10", "--profile", "todos"),
            "'--profile' no vale. Puede ser: internal, donor, outside.", "is not one of",
        ),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_the_persons_language(surco: Surco, words: tuple[str, ...], es: str, en: str) -> None:
    for language, sentence, usage in (("es", es, "Uso: surco"), ("en", en, "Usage: surco")):
        ran = surco("--language", language, *words)
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err
        assert usage in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("scan", TORN),
        ("certificate", TORN),
        ("export", "--out", f"{TORN}.db"),
        ("backup", "--out", f"{TORN}.db"),
        ("report", "comment", "OC3", TORN, "--period", "2025-10..2026-03"),
        ("sessions", "not-held", "260217-LPI-M2", "--reason", "rain_mud", "--note", TORN),
        ("publish", "--to", f"postgresql://{TORN}"),
    ],
)
def test_arguments_that_are_not_utf8_are_refused(
    surco: Surco, season: Path, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir()), sql(season, "SELECT * FROM session_now ORDER BY id")
    ran = surco("--data", season, *words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Un dato de la orden no está en UTF-8. No se cambió nada.")
    assert (sorted(tmp_path.iterdir()), sql(season, "SELECT * FROM session_now ORDER BY id")) == before


@pytest.mark.parametrize(
    "words",
    [("merge",), ("people", "import"), ("export", "--out"), ("print", "blanks", "--out"), ("curriculum", "check")],
)
def test_a_name_longer_than_the_system_takes(surco: Surco, season: Path, words: tuple[str, ...]) -> None:
    ran = surco("--data", season, *words, "x" * 5000)
    assert ran.code == 1
    assert "El nombre de un archivo es demasiado largo. Todo lo guardado antes está a salvo." in ran.err


def test_what_the_system_refuses_is_told_and_a_bug_is_not(
    surco: Surco, season: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = OSError(errno.EACCES, os.strerror(errno.EACCES))

    def fail(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(sessions, "sessions_between", fail)
    ran = surco("--data", season, "sessions", "list")
    assert (ran.code, ran.err) == (
        1,
        "El sistema no da permiso. Todo lo guardado antes está a salvo. "
        "Revisa de quién es el archivo o la carpeta.\n",
    )
    trouble = OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    with pytest.raises(OSError, match="Invalid argument"):
        surco("--data", season, "sessions", "list")


def test_an_unreadable_file_is_refused_beside_the_others(
    surco: Surco, season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bad name among several: the others are looked at all the same."""
    assert surco("--data", season, "export", "--out", tmp_path / "uno.db").code == 0
    (tmp_path / "nada.db").touch()
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "nada.db")
    ran = surco("--data", tmp_path / "oficina", "merge", tmp_path / "uno.db", tmp_path / "nada.db", "--json")
    assert [row["state"] for row in ran.rows] == ["new", "foreign"]
    assert "nada.db: " in ran.err
    assert ran.code == 1


def test_a_passphrase_file_without_one(surco: Surco, season: Path, tmp_path: Path) -> None:
    empty = tmp_path / "vacío.txt"
    empty.touch()
    for file in (empty, tmp_path / "nada.txt"):
        ran = surco("demo", tmp_path / "muestra", "--people", 20, "--weeks", 1, "--passphrase-file", file)
        assert (ran.code, ran.out) == (1, "")
        assert f"No se pudo leer la contraseña de «{file}». No se cambió nada." in ran.err
        assert not (tmp_path / "muestra").exists()


def test_a_scan_without_any_input_counts_nobody(
    surco: Surco, season: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.cli.conftest.io.StringIO", lambda _text: None)
    ran = surco("--data", season, "scan", "260217-LPI-M2", "--json")
    assert (ran.code, ran.out) == (0, "")


def test_a_companys_sheet_needs_its_name(surco: Surco, season: Path) -> None:
    ran = surco("--data", season, "report", "sheet", "company", "--period", "2025-10..2026-03")
    assert (ran.code, ran.out) == (2, "")
    assert "Falta --company." in ran.err


def test_ctrl_c_says_nothing_even_while_the_program_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_argv: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("promoter_app.cli.commands.run", stop)
    assert main(["crews", "list"]) == 130


@pytest.mark.parametrize("words", [(), ("--demo",), ("--out", "salida")])
def test_without_a_screen_nothing_is_played_in_somebodys_own_data(
    surco: Surco, season: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """The sample day scans invented people and closes sessions: only a throw-away season is for that."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    before = (season / "surco.db").read_bytes()
    ran = surco("--data", season, *words)
    assert (ran.code, ran.out) == (1, "")
    assert "Aquí no hay pantalla para la ventana. No se cambió nada." in ran.err
    assert (season / "surco.db").read_bytes() == before
