"""Photographs of cards count like any card, and what cannot be read is a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.capture.simulator import Wear, draw_card
from tests.ui.field import UiField
from tests.ui.line import BLANK, Line


@pytest.fixture
def photo(line: Line, tmp_path: Path) -> Callable[..., Path]:
    """A photograph of some cards lying on a table."""

    def take(*numbers: int, name: str = "mesa.jpg") -> Path:
        page = np.full((700 * ((len(numbers) + 1) // 2) + 60, 2000), 120, np.uint8)
        for at, number in enumerate(numbers):
            face = draw_card(line.field.code(number), Wear(), np.random.default_rng(number)).astype(np.uint8)
            top, left = 40 + at // 2 * 700, 40 + at % 2 * 980
            page[top : top + face.shape[0], left : left + face.shape[1]] = face
        path = tmp_path / name
        cv2.imwrite(str(path), cv2.resize(page, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
        return path

    return take


def said(line: Line) -> str:
    return line.page.board.banner.accessibleName()


def wait_for(line: Line, words: str) -> str:
    wait: Any = line.field.wait
    wait(lambda: words in said(line), timeout=60_000)
    line.rest()
    return said(line)


def test_every_card_of_a_photo_counts_and_the_sum_is_told(
    line: Line, photo: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    line.scan(1)
    chosen = str(photo(1, 2, 3, BLANK))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([chosen], ""))
    line.played.clear()
    line.key(Qt.Key.Key_F5)
    told = wait_for(line, "4 tarjetas en la foto")
    assert "presentes: 2" in told
    assert "ya estaban: 1" in told
    assert "por resolver: 1" in told
    assert len(line.present()) == 3
    assert line.unanswered() == ["blank"]
    assert line.field.sql("SELECT way, count(*) FROM attendance GROUP BY way ORDER BY way") == [
        ("photo", 2), ("scanner", 1),
    ]
    assert line.played == ["present"]
    assert line.listed()[0] in ("Rosalía Bautista C.", "Catarino Flores A.")


def test_two_photos_dropped_on_the_board_count_each_card_once(line: Line, photo: Callable[..., Path]) -> None:
    paths = [photo(1, 2, name="a.png"), photo(2, 3, name="b.png")]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    at, left = QPointF(300, 300), Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(line.page.board, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(line.page.board, QDropEvent(at, copy, data, left, none))
    wait_for(line, "3 tarjetas en la foto")
    assert len(line.present()) == 3
    assert not line.page.board.field.acceptDrops(), "a path never lands in the search field"


def test_what_cannot_be_read_is_a_sentence_and_the_rest_counts(
    line: Line, photo: Callable[..., Path], tmp_path: Path
) -> None:
    good = photo(1)
    cut = tmp_path / "cortada.jpg"
    cut.write_bytes(good.read_bytes()[: good.stat().st_size // 3])
    words = tmp_path / "nota.jpg"
    words.write_text("hola", "utf-8")
    line.page.photos.take([cut, words, tmp_path / "no-esta.jpg", good])
    told = wait_for(line, "1 tarjeta en la foto")
    assert "«cortada.jpg» está dañada o incompleta." in told
    assert "«nota.jpg» no es una imagen conocida." in told
    assert "«no-esta.jpg»" in told
    assert len(line.present()) == 1


def test_a_photo_without_cards_says_what_to_do(line: Line, photo: Callable[..., Path]) -> None:
    line.page.photos.take([photo()])
    assert "Toma otra más cerca" in wait_for(line, "No se encontró ninguna tarjeta en la foto")
    assert line.present() == []


def test_it_can_be_stopped_and_nothing_chosen_is_nothing(
    line: Line, photo: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([], ""))
    line.click(line.page.board.photo)
    assert said(line) == "" or not line.page.board.banner.isVisible()
    line.page.photos.take([photo(1)])
    assert "Leyendo la foto 1 de 1" in said(line)
    line.click(line.button("Detener"))
    assert not line.page.board.banner.isVisible()
    line.scan(2)
    assert line.present() == ["Catarino Flores Altamirano"]


def test_in_english(line: Line, photo: Callable[..., Path], spoken: Callable[[UiField, str, int], None]) -> None:
    spoken(line.field, "en", 100)
    line.page.photos.take([photo(1)])
    assert "present: 1" in wait_for(line, "1 card in the photo")
