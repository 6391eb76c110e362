"""The gallery draws every widget at every text size, in both themes, without a word from Qt."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.ui import kit, theme, tokens
from promoter_app.ui.kit import gallery


@pytest.mark.parametrize(("percent", "palette"), [(100, tokens.SOL), (200, tokens.SOL), (125, tokens.OFICINA)])
def test_every_sample_is_drawn(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, percent: int, palette: tokens.Palette
) -> None:
    theme.apply_theme(qapp, percent, palette)
    written = gallery.render(tmp_path)
    assert {path.stem for path in written} == set(gallery.SAMPLES)
    for path in written:
        picture = QImage(str(path))
        spots = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
        colours = {picture.pixelColor(x, y).name() for x, y in spots}
        assert len(colours) > 3, path.name


def test_without_a_folder_the_command_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert gallery.main([]) == 2
    assert "gallery DIR" in capsys.readouterr().err


def test_the_kit_gives_each_of_its_names_and_no_other() -> None:
    for name in kit.__all__:
        assert getattr(kit, name).__module__.startswith("promoter_app.ui.kit."), name
    with pytest.raises(AttributeError, match="Carousel"):
        kit.Carousel  # noqa: B018 - asking is the test
