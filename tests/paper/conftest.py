"""Every paper of the gallery, drawn once."""

from __future__ import annotations

from pathlib import Path

import pytest

from promoter_app.paper.gallery import draw_gallery


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files of the gallery in both languages."""
    return draw_gallery(tmp_path_factory.mktemp("gallery"))
