"""Every scene of the gallery keeps the rules of reach: names, targets, whole words, contrast, order of Tab.

No window or dialog of any scene calls itself to the system by the name of a person or of a sensitive topic.
The full product of languages, text sizes and window sizes is long; the default looks at every scene in the lowest
window, where a page is most likely not to fit, at the least and at the largest text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.ui import theme
from promoter_app.ui.gallery import PERCENTS, SIZES, look_at, scenes, settle
from promoter_app.ui.language import LANGUAGES
from promoter_app.ui.scenes.scene import looked_at
from promoter_app.ui.scripted_day import Day
from tests.journeys.desk import Field, sample_season
from tests.journeys.outside_words import secrets, titles
from tests.ui.settled import faults

SMALLEST = ((1366, 690),)
ENDS = [("es", 100), ("en", 200)]
SHORT = os.environ.get("SURCO_LONG") == "short"
PRODUCT = [(language, percent) for language in LANGUAGES for percent in PERCENTS]
EMPTY = pytest.mark.parametrize("empty", [False, True], ids=["season", "empty"])
OpenOn = Callable[..., Field]


@pytest.fixture
def open_on(qtbot: QtBot, qapp: QApplication, tmp_path: Path, season_cache: Path) -> Iterator[OpenOn]:
    opened: list[Field] = []

    def make(language: str, *, empty: bool) -> Field:
        if empty:
            opened.append(Field(qtbot, tmp_path / "vacia", language=language, operator=""))
        else:
            opened.append(Field(qtbot, sample_season(tmp_path / "datos", season_cache), language=language))
        return opened[-1]

    yield make
    for field in opened:
        field.close()


def faults_of_every_scene(
    field: Field, out: Path, language: str, percent: int, sizes: tuple[tuple[int, int], ...]
) -> list[str]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    day, found, kept = Day(field.window, out, language), list[str](), secrets(field)
    for scene in scenes(day):
        look_at(day, scene, sizes[0])
        for size in sizes:
            if size != sizes[0]:
                settle(day, scene, size)
            where = f"{scene.name} {size[0]}x{size[1]} {percent} % {language}"
            shown = looked_at(field.window)
            found += [f"{where}: {fault}" for fault in faults(shown)]
            if shown.width() > size[0] or shown.height() > size[1]:
                found.append(f"{where}: is {shown.width()} x {shown.height()}")
            found += [f"{where}: is called {title}" for title in titles() if any(each in title for each in kept)]
    day.release()
    return found


@EMPTY
@pytest.mark.parametrize(("language", "percent"), ENDS)
def test_every_scene_keeps_the_rules_of_reach(
    open_on: OpenOn, tmp_path: Path, language: str, percent: int, empty: bool
) -> None:
    field = open_on(language, empty=empty)
    said = faults_of_every_scene(field, tmp_path, language, percent, SMALLEST)
    assert not said, "\n".join(said)


@pytest.mark.long
@EMPTY
@pytest.mark.parametrize(("language", "percent"), PRODUCT[:1] if SHORT else PRODUCT)
def test_every_scene_at_every_size(open_on: OpenOn, tmp_path: Path, language: str, percent: int, empty: bool) -> None:
    field = open_on(language, empty=empty)
    said = faults_of_every_scene(field, tmp_path, language, percent, SIZES)
    assert not said, "\n".join(said)
