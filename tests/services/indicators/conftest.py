"""Folders made quickly, and stamps of the office."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from promoter_app.edge import Edge
from promoter_app.services.folder import Folder, open_folder
from tests.services.indicators.seasons import Drawn, write

NOW = datetime(2027, 10, 2, 9, 0, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema and nothing in it; each season is written into a copy."""
    place = tmp_path_factory.mktemp("season") / "empty"
    open_folder(place).close()
    return place


@pytest.fixture
def edge() -> Edge:
    return Edge("Coordinación", role="coordinator", now=lambda: NOW)


Written = Callable[[Drawn], "Iterator[Folder]"]


@pytest.fixture(scope="session")
def written(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Drawn], object]:
    """A context with an open folder that holds a drawn season."""
    place = tmp_path_factory.mktemp("written")

    @contextmanager
    def opened(season: Drawn) -> Iterator[Folder]:
        path = place / "datos"
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(empty_folder, path)
        folder = open_folder(path)
        try:
            write(folder, Edge("Coordinación", role="coordinator", now=lambda: NOW).stamp(), season)
            yield folder
        finally:
            folder.close()

    return opened
