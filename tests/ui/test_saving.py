"""Where files go: the folder of last time, the suffix of the file, and nothing when the person thinks better."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.services.folder import laptop_setting
from promoter_app.ui.saving import PRINT_TO, SavePlace, place_to_begin, remember_place
from promoter_app.ui.scripted_day import Day
from tests.journeys.desk import Field


@pytest.fixture
def field(qtbot: QtBot, tmp_path: Path) -> Iterator[Field]:
    opened = Field(qtbot, tmp_path / "datos")
    yield opened
    opened.close()


def test_a_folder_that_is_not_there_is_never_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tmp_path / "Documentos"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(documents))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert place_to_begin(str(tmp_path / "memoria")) == tmp_path
    documents.mkdir()
    assert place_to_begin(str(tmp_path / "memoria")) == documents
    (tmp_path / "memoria").mkdir()
    assert place_to_begin(str(tmp_path / "memoria")) == tmp_path / "memoria"


def test_the_next_file_is_offered_beside_the_last_with_its_suffix(
    field: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Path] = []
    answers = [str(tmp_path / "lista 1"), ""]

    def dialog(_parent: QWidget, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(place))
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    day, chosen = Day(field.window, tmp_path, "es"), list[Path]()
    place = SavePlace(field.window.desk, PRINT_TO, field.window)
    place.ask("lista.pdf", "PDF (*.pdf)", chosen.append)
    field.rest()
    assert chosen == [tmp_path / "lista 1.pdf"]
    day.ask(lambda folder: remember_place(folder, PRINT_TO, chosen[0]))
    assert day.ask(lambda folder: laptop_setting(folder, PRINT_TO, "")) == str(tmp_path)
    place.ask("tarjetas.pdf", "PDF (*.pdf)", chosen.append)
    field.rest()
    assert offered[1] == tmp_path / "tarjetas.pdf"
    assert len(chosen) == 1
