"""Help that a person can use: whole in either language, with an example that the terminal understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from promoter_app.cli.commands import surco as tree
from tests.cli.conftest import Surco

README = Path(__file__).parents[2] / "README.md"


def commands(command: click.Command = tree, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and group, as it is typed."""
    yield path
    for name, each in command.commands.items() if isinstance(command, click.Group) else ():
        yield from commands(each, (*path, name))


def found(path: tuple[str, ...]) -> click.Command:
    command: click.Command = tree
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_help_is_whole_in_each_language(surco: Surco, path: tuple[str, ...]) -> None:
    said = {language: surco("--language", language, *path, "--help") for language in ("es", "en")}
    assert {(ran.code, ran.err) for ran in said.values()} == {(0, "")}
    spanish, english = (said[language].out for language in ("es", "en"))
    assert spanish.startswith(f"Uso: {' '.join(('surco', *path))}")
    assert english.startswith(f"Usage: {' '.join(('surco', *path))}")
    for text in (spanish, english):
        assert " / " not in text
    assert not re.search(r"Options|Commands|OPTIONS|Show this|default:|required", spanish)
    assert not re.search(r"Opciones|Órdenes|Ejemplo|[áéíóúñ¿«]", english)
    for option in (one for one in found(path).params if isinstance(one, click.Option)):
        words = re.search(rf"{option.opts[-1]}\b[^\n]*\n?[^\n]*  (\S.+)", english)
        assert words, f"{option.opts[-1]} says nothing"


LEAVES = [path for path in commands() if not isinstance(found(path), click.Group)]


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_each_example_is_understood(surco: Surco, path: tuple[str, ...]) -> None:
    shown = re.search(r"^ *Example: (.+)$", surco("--language", "en", *path, "--help").out, re.MULTILINE)
    assert shown
    words = shlex.split(shown[1].partition(" < ")[0])[1:]
    while words[0] != path[0]:
        del words[0]
    context = found(path).make_context("surco", words[len(path) :], resilient_parsing=True)
    command = found(path)
    parsed, rest, _order = command.make_parser(context).parse_args(args=words[len(path) :])
    assert rest == []
    for one in command.params:
        assert not one.required or parsed.get(one.name or "") not in (None, ()), f"{one.name} is missing"


def test_the_endings_that_the_readme_promises(
    surco: Surco, season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = re.search(r"exit codes are\n?(.+?)\.", README.read_text("utf-8"), re.DOTALL)
    assert listed
    promised = dict(re.findall(r"(\d+) (\w+)", listed[1]))
    assert promised == {"0": "done", "1": "refused", "2": "wrong", "130": "stopped"}
    assert surco("--data", season, "crews", "list").code == 0
    refused = surco("--data", tmp_path / "nada", "crews", "list")
    assert (refused.code, refused.out) == (1, "")
    assert "No se cambió nada." in refused.err
    assert surco("crews", "lst").code == 2

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("promoter_app.services.crews.crews.crews", stop)
    assert surco("--data", season, "crews", "list").code == 130


@pytest.mark.parametrize(
    ("words", "near"),
    [(("sesions",), "sessions"), (("print", "rostr"), "roster"), (("crews", "list", "--jsn"), "--json"),
     (("report", "items", "--perod", "x"), "--period")],
)  # fmt: skip
def test_a_slip_names_what_was_meant(surco: Surco, words: tuple[str, ...], near: str) -> None:
    for language, question in (("es", f"¿Querías decir {near}"), ("en", f"Did you mean '{near}'?")):
        ran = surco("--language", language, *words)
        assert (ran.code, ran.out) == (2, "")
        assert question in ran.err
