"""The terminal's hands: type a command, get its exit code, what it printed and what it said aside."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from promoter_app.cli import main
from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.store.writer import Writer

DAY = "2026-02-17"


@dataclass(frozen=True)
class Ran:
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines; anything else on it is an error."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def row(self) -> dict[str, Any]:
        """The only JSON line."""
        (row,) = self.rows
        return row


Surco = Callable[..., Ran]


@pytest.fixture
def surco(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Surco:
    """Run a command in this process, its words as typed after `surco`; `stdin` is what is piped into it."""
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")

    def run(*words: object, stdin: str = "") -> Ran:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture(scope="session")
def season_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("terminal") / "muestra"
    words = ["demo", str(place), "--seed", "7", "--people", "60", "--weeks", "2", "--today", DAY, "--json"]
    assert main(words) == 0
    return place


@pytest.fixture
def season(tmp_path: Path, season_cache: Path) -> Path:
    """A copy of a small sample season whose today is 17 February 2026."""
    return Path(shutil.copytree(season_cache, tmp_path / "datos"))


def sql(file: Path, query: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Rows as plain sqlite3 sees them; `file` may be a data folder."""
    database = file / "surco.db" if file.is_dir() else file
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute(query, parameters).fetchall()


@contextmanager
def writing(season: Path) -> Iterator[Writer]:
    """Facts that have no command of their own, through the app's own book."""
    folder = open_folder(season)
    try:
        with folder.book.writing(Edge("Lupita").stamp()) as write:
            yield write
    finally:
        folder.close()
