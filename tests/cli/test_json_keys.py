"""The keys that the README promises other programs are the keys that the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Surco

README = Path(__file__).parents[2] / "README.md"
PERIOD = ("--period", "2025-10..2026-03")
COMMANDS: dict[str, tuple[object, ...]] = {
    "sessions ...": ("sessions", "list"),
    "people list": ("people", "list"),
    "crews list": ("crews", "list"),
    "modules list": ("modules", "list"),
    "scan": ("scan", "260217-LPI-M2"),
    "export": ("export", "--out", "salida.db"),
    "print": ("print", "blanks", "--out", "blancas.pdf"),
    "report indicators": ("report", "indicators", *PERIOD),
    "report comment": ("report", "comment", "OC3", "Llovió", *PERIOD),
    "report sheet": ("report", "sheet", "workers", *PERIOD),
    "report items": ("report", "items", *PERIOD),
    "backup": ("backup",),
    "check": ("check",),
    "plan": ("plan", "--from", "2026-02-18", "--to", "2026-02-18", "--seconds", "0"),
}
ELSEWHERE = {"people import", "merge", "restore", "decode", "sheet read", "deliveries", "wipe"}
"""Their keys are met by the tests that have a file for them."""


def promised() -> dict[str, list[str]]:
    """Keys by command, as the README's table has them; those of a refusal left out."""
    rows = re.findall(r"^\| `([a-z. ]+)` \| (`.+`) \|$", README.read_text("utf-8"), re.MULTILINE)
    return {command: re.findall(r"`(\w+)`", keys.partition(";")[0]) for command, keys in rows}


def test_the_table_names_every_command_that_is_tried() -> None:
    assert set(promised()) == set(COMMANDS) | ELSEWHERE


@pytest.mark.parametrize("command", COMMANDS)
def test_the_keys_are_those_promised(
    surco: Surco, season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = surco("--data", season, *COMMANDS[command], "--json", stdin="C30C000GK0\n")
    assert ran.code == 0
    assert ran.rows
    assert {tuple(row) for row in ran.rows} == {tuple(promised()[command])}


def test_the_keys_of_looking_uniting_and_going_back(surco: Surco, season: Path, tmp_path: Path) -> None:
    (tmp_path / "lista.csv").write_text("Nombre,Sexo\nÍñigo Peña,M\n", "utf-8")
    (tmp_path / "nada.png").touch()
    package = surco("--data", season, "export", "--out", tmp_path / "uno.db", "--json").row["path"]
    surco("--data", season, "backup")
    tried = {
        "people import": surco("--data", season, "people", "import", tmp_path / "lista.csv", "--json").row,
        "merge": surco("--data", tmp_path / "oficina", "merge", package, "--json").row,
        "restore": surco("--data", season, "restore", "--last", "--json").row,
    }
    assert {command: list(row) for command, row in tried.items()} == {one: promised()[one] for one in tried}
    assert list(surco("decode", tmp_path / "nada.png", "--json").row) == [*promised()["decode"], "refused"]
