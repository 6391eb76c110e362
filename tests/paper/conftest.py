"""Every paper of the gallery, drawn once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from promoter_app.paper.gallery import draw_gallery


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Path]]:
    """The files of the gallery in both languages."""
    yield draw_gallery(tmp_path_factory.mktemp("gallery"))
