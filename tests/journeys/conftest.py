"""Journeys share one sample season, copied for each of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.desk import Field, sample_season
from tests.ui.conftest import no_camera_of_this_computer  # noqa: F401 - a fixture

os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")


@pytest.fixture(scope="session")
def season_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("season") / "muestra"


@pytest.fixture
def open_field(qtbot: QtBot, tmp_path: Path, season_cache: Path) -> Iterator[Callable[..., Field]]:
    """Open the window on a copy of the sample season; windows still open at the end are closed."""
    opened: list[Field] = []

    def make(folder: Path | None = None, **options: object) -> Field:
        place = folder or sample_season(tmp_path / "datos", season_cache)
        field = Field(qtbot, place, **options)  # type: ignore[arg-type]
        opened.append(field)
        return field

    yield make
    for field in opened:
        if field.is_open:
            field.close()
