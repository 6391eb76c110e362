"""Values typed on the command line: files that are there, files to be made, days and hours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import is_day, is_hour
from promoter_app.services.folder import spare_own_files, sweep_for

# A path as it is typed: one that is missing or may not be read is refused by who opens it, with its own sentence.
PLACE = click.Path(path_type=Path, readable=False)


class NewFile(click.Path):
    """`--out`: where a file is to be written, in a folder that is there, and never over a data folder's own files.

    With `folder_too` a folder will do: the file gets a name of its own in it.
    """

    def __init__(self, *, folder_too: bool = False) -> None:
        super().__init__(path_type=Path)
        self.folder_too = folder_too

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        """The path. Raises Refusal `is_folder`, `not_a_file`, `no_place`, `own_file`."""
        path = Path(value)
        if path.is_dir():
            if not self.folder_too:
                raise _unfit("is_folder", f"«{value}» es una carpeta.", f"“{value}” is a folder.")
        elif path.exists() and not path.is_file():  # a file put in its place would take a device away from everybody
            raise _unfit("not_a_file", f"«{value}» no es un archivo.", f"“{value}” is not a file.")
        elif not path.parent.is_dir():
            place = path.parent
            raise _unfit("no_place", f"No está la carpeta «{place}».", f"The folder “{place}” is not there.")
        spare_own_files(path)
        return sweep_for(path)


def require_file(path: Path) -> None:
    """Raises Refusal `is_folder` where one file is wanted."""
    if path.is_dir():
        raise Refusal(
            "is_folder",
            Sentence(f"«{path}» es una carpeta.", f"“{path}” is a folder."),
            NOTHING_CHANGED,
            Sentence("Da un archivo.", "Give a file."),
        )


def _unfit(code: str, es: str, en: str) -> Refusal:
    todo = Sentence("Da un archivo en una carpeta que exista.", "Give a file in a folder that exists.")
    return Refusal(code, Sentence(es, en), NOTHING_CHANGED, todo)


class _Of(click.types.StringParamType):
    """A text that `holds` says is a value, in the form that its `name` shows."""

    def __init__(self, name: str, holds: Callable[[str], bool]) -> None:
        self.name, self._holds = name, holds

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The same text; wrong use when there is no such value."""
        if not self._holds(value):
            self.fail(f"«{value}»: {self.name}", param, ctx)
        return str(value)


def _is_near(day: str) -> bool:
    """A day of the calendar with weeks and seasons around it: its ends have none."""
    return is_day(day) and "1970" < day[:4] < "3000"


DAY, HOUR = _Of("AAAA-MM-DD", _is_near), _Of("HH:MM", is_hour)
"""A day of the calendar (1971 to 2999), and an hour that a clock shows."""
