"""Every dialog fits the lowest window in the largest text, its buttons in sight and its fields named.

English is walked with every other scene (test_every_page); here Spanish, and that no dialog is without a scene.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea

from promoter_app import ui
from promoter_app.ui import theme
from promoter_app.ui.gallery import look_at
from promoter_app.ui.kit.question import Question, room_over
from promoter_app.ui.scenes.dialogs import dialog_scenes
from promoter_app.ui.scenes.scene import looked_at
from promoter_app.ui.scripted_day import Day
from tests.journeys.desk import Field
from tests.ui.settled import faults

LOWEST = (1366, 690)


def dialogs_of_the_window() -> set[str]:
    """The names of all classes of dialogs under promoter_app.ui, whether a page has needed them yet or not."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)

    def below(kind: type[QDialog]) -> Iterator[str]:
        for each in kind.__subclasses__():
            if each.__module__.startswith(f"{ui.__name__}."):
                yield each.__name__
            yield from below(each)

    return set(below(QDialog)) - {Question.__name__}


def test_every_dialog_fits_in_large_spanish_and_none_is_without_a_scene(
    field: Field, qapp: QApplication, tmp_path: Path
) -> None:
    theme.set_percent(qapp, 200)
    day, found, seen = Day(field.window, tmp_path, "es"), list[str](), set[str]()
    for scene in dialog_scenes():
        look_at(day, scene, LOWEST)
        shown = looked_at(field.window)
        seen.add(type(shown).__name__)
        found += [f"{scene.name}: {fault}" for fault in faults(shown)]
        if shown.width() > LOWEST[0] or shown.height() > LOWEST[1]:
            found.append(f"{scene.name}: is {shown.width()} x {shown.height()}")
        if isinstance(shown, Question):
            inside = shown.rect().contains(shown.accept_button.geometry())
            found += [] if inside else [f"{scene.name}: its button is out of sight"]
    assert not found, "\n".join(found)
    assert seen == dialogs_of_the_window()


@pytest.fixture
def tall(field: Field) -> Question:
    """A question with more fields than the window has room for."""
    field.window.resize(*LOWEST)
    question = Question("¿Qué se anota?", "Guardar", field.window)
    for number in range(1, 15):
        question.add(f"Dato {number}", QLineEdit())
    question.setModal(False)
    question.show()
    QApplication.processEvents()
    return question


def test_a_question_too_tall_scrolls_between_its_heading_and_its_buttons(tall: Question) -> None:
    room = room_over(tall)
    assert tall.size().boundedTo(room) == tall.size()
    scroll = tall.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() > 0
    for _each in range(13):
        QTest.keyClick(tall.focusWidget(), Qt.Key.Key_Tab)
    last = tall.focusWidget()
    assert last.accessibleName() == "Dato 14"
    seen = scroll.viewport().rect()
    assert seen.contains(last.mapTo(scroll.viewport(), last.rect().center()))


def test_the_keys_of_reading_move_what_is_asked(tall: Question) -> None:
    tall.reject_button.setFocus()
    bar = tall.findChild(QScrollArea).verticalScrollBar()  # type: ignore[union-attr]
    before = bar.value()
    QTest.keyClick(tall.reject_button, Qt.Key.Key_PageDown)
    assert bar.value() > before


def test_a_short_question_is_no_larger_than_its_words(field: Field) -> None:
    field.window.resize(*LOWEST)
    question = Question("¿Seguro?", "Sí", field.window)
    question.setModal(False)
    question.show()
    QApplication.processEvents()
    assert question.size().boundedTo(QSize(660, 200)) == question.size()
