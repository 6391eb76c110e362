"""The sample season that the figures are measured with: what `--demo` shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from promoter_app.services.demo import make_demo


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The season of 17 February 2026 in its usual size: 400 people, six weeks."""
    place = tmp_path_factory.mktemp("figures") / "muestra"
    make_demo(place, seed=7, today=date(2026, 2, 17))
    return place
