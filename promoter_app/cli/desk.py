"""What every command shares: the data folder, the language, JSON lines, progress, refusals, exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import click

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.edge import Edge
from promoter_app.services.folder import DATABASE, Folder, found_folder, open_folder, own_turn
from promoter_app.services.security.locking import Opened, after_unlock, is_locked, unlock_keys

DONE, REFUSED = 0, 1
_PATIENCE = 60.0
"""Seconds to wait for others who receive files in the same data folder."""
F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Desk:
    """One run of the command line."""

    data: Path
    language: str
    edge: Edge = field(default_factory=lambda: Edge(role="coordinator"))
    passphrase_file: Path | None = None

    @contextmanager
    def folder(self, *, make: bool = False, only_look: bool = False, alone: bool = False) -> Iterator[Folder]:
        """The data folder, closed at the end whatever happens. A locked one is opened with the passphrase file, and
        what is done is done by, and in the role of, whose passphrase it is.

        Where there is none: with `only_look` one to throw away, with `make` a new one that stays when the work ends
        well. With `alone`, nobody else receives files in it meanwhile.
        """
        with ExitStack() as held:
            there = (self.data / DATABASE).exists()
            if only_look and not there:
                place = Path(held.enter_context(TemporaryDirectory(prefix="surco-")))
                folder = held.enter_context(closing(open_folder(place)))
                folder.founded = True
            elif make and not there and not is_locked(self.data):
                folder = held.enter_context(found_folder(self.data, _PATIENCE))
            else:
                opened = self.opened()
                folder = held.enter_context(closing(open_folder(self.data, make=False, opened=opened)))
                if opened is not None:
                    after_unlock(folder, self.edge.stamp())
                if alone:
                    held.enter_context(own_turn(folder, _PATIENCE))
            yield folder

    def opened(self) -> Opened | None:
        """Whose passphrase was given, None for a folder in the clear. Raises the refusals of `locking.unlock`."""
        if self.passphrase_file is None or not is_locked(self.data):
            return None
        opened = unlock_keys(self.data, None, read_passphrase(self.passphrase_file), self.edge.moment())
        self.edge.change_operator(opened.name)
        self.edge.role = opened.role
        return opened

    def say(self, sentence: Sentence) -> None:
        """One plain sentence to the person."""
        click.echo(sentence.in_language(self.language))

    def warn(self, sentence: Sentence) -> None:
        """The same on standard error, so that JSON stays clean."""
        click.echo(sentence.in_language(self.language), err=True)


pass_desk = click.make_pass_decorator(Desk)


def read_passphrase(path: Path) -> str:
    """The first line of a file. Raises Refusal `no_passphrase` when it cannot be read or is empty."""
    try:
        return path.read_text("utf-8-sig").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise Refusal(
            "no_passphrase",
            Sentence(f"No se pudo leer la contraseña de «{path}».", f"No passphrase could be read from “{path}”."),
            NOTHING_CHANGED,
            Sentence("Da un archivo de texto con ella en el primer renglón.", "Give a text file with it on line one."),
        ) from error


def json_option(command: F) -> F:
    """Adds `--json`: one JSON object per line on standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Una línea JSON por resultado / JSON lines.")(command)


def emit(row: dict[str, Any]) -> None:
    """One JSON object on one line; ids as hex, sentences in both languages."""
    click.echo(json.dumps(row, ensure_ascii=False, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Sentence):
        return {"es": value.es, "en": value.en}
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def progress_bar(desk: Desk, label: Sentence) -> Callable[[int, int], None]:
    """A progress callback that shows a bar on a terminal and nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda _done, _total: None
    words = label.in_language(desk.language)

    def show(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        click.echo(f"\r{words} {done}/{total}{end}", err=True, nl=False)

    return show


def refuse(refusal: Refusal, language: str) -> int:
    """Print the sentences of a refusal on standard error; the exit code for it."""
    click.echo(refusal.text(language), err=True)
    return REFUSED


def table(rows: Sequence[tuple[str, ...]], headers: tuple[str, ...]) -> None:
    """Rows in columns for a person to read."""
    widths = [max(len(row[at]) for row in [headers, *rows]) for at in range(len(headers))]
    for row in [headers, *rows]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
